// Containers that contain themselves: repr notices and writes [...] instead.
//
//     struct repr_mark mark;
//     int again = repr_enter(vm, &mark, self);
//     if (again != 0) { return again < 0 ? VALUE_ERROR : str_from(vm, "[...]"); }
//     …
//     repr_leave(vm, &mark);
#ifndef VM_REPR_GUARD_H
#define VM_REPR_GUARD_H

#include "vm/object.h"

// A repr that is under way: a variable of the function that makes it.
struct repr_mark {
    const struct object *object;
    struct repr_mark *outer; // the repr inside which this one is made; NULL for the outermost
};

// Begins the repr of [self], an object: 0. 1 if it is under way already, -1 with RecursionError
// raised if they are nested too deeply. Only 0 needs a repr_leave.
int repr_enter(struct vm *vm, struct repr_mark *mark, struct value self);
void repr_leave(struct vm *vm, const struct repr_mark *mark);

#endif
