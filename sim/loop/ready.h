// The ready queue: handles that will run, first in, first out. It keeps (references) what is in it.
#ifndef LOOP_READY_H
#define LOOP_READY_H

#include <stddef.h>

#include "loop/handle.h"

struct ready {
    struct handle *first, *last; // linked by handle->next
    size_t count;
};

// Puts [handle] at the end; steals the reference.
void ready_push(struct ready *ready, struct handle *handle);

// Takes the first one away, with its reference; the queue must not be empty.
struct handle *ready_pop(struct ready *ready);

#endif
