// Modules: a namespace with a name.
#ifndef VM_MODULE_H
#define VM_MODULE_H

#include "vm/native.h"
#include "vm/state.h"

struct module {
    struct object head;
    struct dict *dict; // never NULL
    bool loading;      // its code has not come to its end yet
    bool own;          // of the program: a file beside it
};

static inline struct module *module_of(struct value v) {
    return (struct module *)value_to_object(v);
}

bool module_is(struct vm *vm, struct value v);

// An empty module with __name__ and kin set.
struct value module_new(struct vm *vm, const char *name);

// A module written in C: its functions, then what its init adds.
struct value module_native(struct vm *vm, const struct native_module *native);

// The text of an attribute that is a str, such as __name__ or __file__: borrowed, or NULL.
const char *module_text(struct vm *vm, struct value module, enum dunder attribute);

// "partially initialized module 'm' has no attribute 'x' …" and kin: raises it.
struct value module_refuse_attribute(struct vm *vm, struct value module, const struct str *name);

// For a program's own module that hides one of the library's, what CPython advises in messages
// about names that it lacks; empty otherwise. Appends to [out].
void module_advise(struct vm *vm, struct value module, struct buf *out);

#endif
