// The descriptors of __slots__, and of __dict__.
#ifndef VM_MEMBER_H
#define VM_MEMBER_H

#include "vm/native.h"
#include "vm/object.h"

// A descriptor for the value that the instances of [type] keep [offset] bytes from their begin.
struct value member_new(struct vm *vm, struct type *type, struct str *name, int offset);

// Adds the attribute __dict__ to a type whose instances have one. False if raised.
bool member_add_dict(struct vm *vm, struct type *type);

// Adds the attribute __weakref__, which is None: there are no weak references to list.
bool member_add_weak(struct vm *vm, struct type *type);

#endif
