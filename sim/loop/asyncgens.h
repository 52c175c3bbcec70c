// The asynchronous generators that have begun and not ended, without keeping them: a loop closes
// them when it is shut down.
#ifndef LOOP_ASYNCGENS_H
#define LOOP_ASYNCGENS_H

#include "loop/loop.h"

struct asyncgens_entry {
    struct loop *loop;
    struct object *generator; // not kept
};

struct asyncgens {
    struct asyncgens_entry *items; // in the order of their first iteration
    size_t count, capacity;
};

void asyncgens_add(struct sim *sim, struct loop *loop, struct object *generator);
void asyncgens_discard(struct sim *sim, struct object *generator);

// Takes all of [loop] away, as a list that keeps them.
struct value asyncgens_take(struct sim *sim, struct loop *loop);

#endif
