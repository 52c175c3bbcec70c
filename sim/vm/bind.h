// Binding: the arguments of a call become the parameters of a Python function.
#ifndef VM_BIND_H
#define VM_BIND_H

#include "vm/frame.h"
#include "vm/function.h"

// Makes the frame of a call of [function] with [self] (or ABSENT) in front of the arguments. It
// keeps what it needs of them. NULL with CPython's TypeError raised if they do not fit.
struct frame *bind_call(struct vm *vm, struct function *function, struct value self,
                        const struct call *call);

// The TypeErrors, for bind.c; each gives false.
struct binding;
bool bind_unexpected(struct binding *binding, struct value keyword);
bool bind_given_twice(struct binding *binding, struct value keyword);
bool bind_too_many(struct binding *binding);
bool bind_missing(struct binding *binding, unsigned first, unsigned end, const char *kind);

// One call that is being bound.
struct binding {
    struct vm *vm;
    struct frame *frame;
    struct function *function;
    const struct code *code;
    struct value self; // or ABSENT
    const struct call *call;
    size_t given; // positional arguments, self included
};

// The name of parameter [index], an interned str; borrowed.
struct str *bind_parameter(const struct binding *binding, unsigned index);

#endif
