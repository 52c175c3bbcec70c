// Bound methods: a callable and the object that goes in front of its arguments.
#ifndef VM_METHOD_H
#define VM_METHOD_H

#include "vm/object.h"

struct method {
    struct object head;
    struct value function; // any callable; kept
    struct value self;     // kept
};

static inline struct method *method_of(struct value v) {
    return (struct method *)value_to_object(v);
}

// Keeps both.
struct value method_new(struct vm *vm, struct value function, struct value self);

#endif
