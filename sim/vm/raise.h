// Raising exceptions from C.
//
//     return raise_error(vm, EXCEPTION_TypeError, "unhashable type: '%s'", name);
//
// An exception that was raised and not yet caught is the vm's [raised]; functions that raise give
// VALUE_ERROR so that a native can return it at once.
#ifndef VM_RAISE_H
#define VM_RAISE_H

#include "vm/object.h"

// The builtin exceptions, one constant each: EXCEPTION_TypeError …
enum exception_kind {
#define EXCEPTION(name, base, fields) EXCEPTION_##name,
#include "vm/exceptions.def"
#undef EXCEPTION
    EXCEPTION_COUNT
};

// Raises a builtin exception whose only argument is a printf-style text; gives VALUE_ERROR.
// The format also knows nothing else than printf's: pass text of str objects as %.*s.
struct value raise_error(struct vm *vm, enum exception_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// Raises one with [argument] as its only argument (KeyError(key)), or none if ABSENT.
struct value raise_with(struct vm *vm, enum exception_kind kind, struct value argument);

// Raises AttributeError as CPython words it for [object]: an instance, a class or a module.
struct value raise_attribute(struct vm *vm, struct value object, struct str *name);
// As for an instance, whatever [object] is: what deleting an attribute that is not there says.
struct value raise_attribute_of_instance(struct vm *vm, struct value object,
                                         const struct str *name);
// The same for setting one where the object has no place for it.
struct value raise_attribute_read_only(struct vm *vm, struct value object, const struct str *name);

// Raises MemoryError, without allocating; gives VALUE_ERROR.
struct value raise_memory(struct vm *vm);

// Raises an instance, which it steals; sets its __context__ to what is being handled.
struct value raise_value(struct vm *vm, struct value exception);

// What was raised and not yet caught: borrowed, or ABSENT.
struct value raised(struct vm *vm);

// Adds a printf-style text to the notes of an exception (__notes__), as far as memory allows.
void exception_add_note(struct vm *vm, struct value exception, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// Takes it away from the vm: the caller owns it; ABSENT if none.
struct value raised_take(struct vm *vm);

// Was an instance of this kind (or of a class derived from it) raised?
bool raised_is(struct vm *vm, enum exception_kind kind);

// Drops what was raised, if it is of [kind]: true if so.
bool raised_clear(struct vm *vm, enum exception_kind kind);

// The type object of a builtin exception; borrowed.
struct type *exception_type(struct vm *vm, enum exception_kind kind);

#endif
