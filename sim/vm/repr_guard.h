// Containers that contain themselves: repr notices and writes [...] instead.
//
//     struct repr_mark mark;
//     if (!repr_enter(vm, &mark, self)) { return str_from(vm, "[...]"); }
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

// Begins the repr of [self], an object; false if it is under way already, and then repr_leave is
// not called. That they are not nested too deeply vm_repr sees to.
bool repr_enter(struct vm *vm, struct repr_mark *mark, struct value self);
void repr_leave(struct vm *vm, const struct repr_mark *mark);

#endif
