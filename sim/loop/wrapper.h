// What stands for a task's step or wakeup where Python code sees it as a callback: the argument of
// a call_soon that a program's own loop class overrides.
#ifndef LOOP_WRAPPER_H
#define LOOP_WRAPPER_H

#include "loop/loop.h"

struct sim;

struct wrapper {
    struct object head;
    enum event_what what; // WHAT_STEP or WHAT_WAKEUP
    struct value task;
    struct value args; // as struct handle's
};

// Part of the types of module _asyncio; false if raised.
bool wrapper_type_init(struct vm *vm, struct sim *sim);

// A wrapper of the step or wakeup that [spec] describes.
struct value wrapper_new(struct vm *vm, const struct handle_spec *spec);

// If [callback] is a wrapper, makes [spec] what it stands for.
void wrapper_unwrap(struct sim *sim, struct value callback, struct handle_spec *spec);

#endif
