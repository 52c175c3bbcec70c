// What the types generator, coroutine and async_generator share (generator_types.c).
#ifndef VM_GENERATOR_TYPES_H
#define VM_GENERATOR_TYPES_H

#include "vm/generator.h"
#include "vm/native.h"

// What a suspended generator awaits or yields from: borrowed, or ABSENT.
struct value generator_awaits(const struct generator *generator);

// Has it ended? Then for a coroutine a RuntimeError is raised, for a generator nothing.
bool generator_has_ended(struct vm *vm, const struct generator *generator);

// type->free of all three.
void generator_free(struct vm *vm, struct object *object);

// The exception instance that throw(type_or_instance[, value[, traceback]]) means: new, or
// VALUE_ERROR.
struct value generator_thrown(struct vm *vm, const struct call *call, const char *function);

// Getters of __name__, __qualname__, gi_frame and kin.
native_function generator_get_name, generator_set_name, generator_get_qualname,
    generator_set_qualname, generator_get_frame, generator_get_running, generator_get_suspended,
    generator_get_code, generator_get_awaits;
struct value generator_repr(struct vm *vm, struct value self);

#endif
