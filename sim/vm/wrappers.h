// Small objects that classes are made of: staticmethod, classmethod, property, bound methods,
// super.
#ifndef VM_WRAPPERS_H
#define VM_WRAPPERS_H

#include "vm/object.h"

struct value staticmethod_new(struct vm *vm, struct value function);
struct value classmethod_new(struct vm *vm, struct value function);

// The getter of a property: borrowed, ABSENT if it has none.
struct value property_getter(struct value property);

// super(type, object). [object] is an instance of [type] or a class derived from it, else
// TypeError.
struct value super_new(struct vm *vm, struct type *type, struct value object);

// What super(type, object).name gives, without making a super object: for LOAD_SUPER_METHOD. If it
// is a function (or native method) and [*bound] comes back true, it is unbound and the call must
// put [object] in front.
struct value super_get_method(struct vm *vm, struct value type, struct value object,
                              struct str *name, bool *bound);

#endif
