// Types as the rest of the vm uses them: looking attributes up, and classes made at run time.
//
// The files of this idea: mro.c (the order of bases), type_lookup.c (attributes, versions),
// type_ready.c (builtin types), type_attributes.c (Foo.x, Foo.__name__), type.c (Foo(…) and the
// type object), class.c (making a class), class_layout.c (where its instances keep what),
// build_class.c (the class statement).
#ifndef VM_TYPE_H
#define VM_TYPE_H

#include "base/buf.h"
#include "vm/native.h"
#include "vm/object.h"

bool type_is(struct value v); // a class: an instance of type
static inline struct type *type_of(struct value v) {
    return (struct type *)value_to_object(v);
}

// Is [type] the same as [base] or derived from it?
bool type_is_subtype(const struct type *type, const struct type *base);

// What [name] (interned) is on [type] or the nearest of its bases that has it: borrowed, ABSENT if
// there is none. Descriptors are given as they are.
struct value type_lookup(struct vm *vm, struct type *type, struct str *name);

// An attribute of [type] or of a base is about to change: new versions for it and all that inherit
// from it.
void type_changed(struct vm *vm, struct type *type);

// Enters [type] in the list of its base's subclasses, from heap_alloc: false if raised. And out.
bool type_adopt(struct vm *vm, struct type *base, struct type *type);
void type_disown(struct type *base, const struct type *type);

// Sets (or deletes: ABSENT) an attribute of a class and whatever slot follows from it. False if
// raised; a builtin type refuses.
bool type_set_attribute(struct vm *vm, struct type *type, struct str *name, struct value value);

// Puts an attribute into a builtin type, as type_ready does with its methods; keeps [value].
bool type_add(struct vm *vm, struct type *type, const char *name, struct value value);

// C3: a tuple of types, [type] first, from its bases' own orders; VALUE_ERROR if there is none.
struct value mro_compute(struct vm *vm, struct type *type, struct value bases);

// Makes a class: what `type(name, bases, namespace, **keywords)` does, [metaclass] being its type.
// [keywords] (may be NULL) are for __init_subclass__.
struct value type_make(struct vm *vm, struct type *metaclass, struct str *name, struct value bases,
                       struct dict *namespace, const struct call *keywords);

// The most derived metaclass of [metaclass] and the types of [bases] (a tuple): borrowed, or NULL
// with TypeError raised.
struct type *type_metaclass(struct vm *vm, struct type *metaclass, struct value bases);

// Calling a class without C recursion: when the machine calls [type] and this gives a function
// (borrowed), it may make the instance with instance_new (vm/instance.h) and then run that function
// as its __init__ in a frame of its own; the result of the call is the instance, and a function
// that returns anything but None is a TypeError (type_init_returned). ABSENT: call it as a native.
// The answer stays true while type->version does not change.
struct value type_plain_init(struct vm *vm, struct type *type);
void type_init_returned(struct vm *vm, struct value result); // raises that TypeError

// What reading Foo.x gives: the metaclass's data descriptors, the class and its bases, the
// metaclass's other attributes. ABSENT, with nothing raised, if nothing has it.
struct value type_find_attribute(struct vm *vm, struct value self, struct str *name);
// The slots of the type `type`: as above but raising, and setting.
struct value type_get_attribute_slot(struct vm *vm, struct value self, struct str *name);
bool type_set_attribute_slot(struct vm *vm, struct value self, struct str *name,
                             struct value value);
// __name__, __mro__ and all other attributes of the type `type`; mro(), __subclasses__() …
extern const struct native type_attributes[];

// Where the instances of a class keep what its body asks for (class_layout.c): sets base, size,
// prefix, dict_offset and flags of [type], whose bases and attributes are in place, and adds the
// descriptors of __slots__. False if raised.
bool class_lay_out(struct vm *vm, struct type *type);
// The base among [bases] (a tuple of types) whose instances' layout decides: borrowed, or NULL with
// TypeError raised.
struct type *class_best_base(struct vm *vm, struct value bases);

// The class statement: builtins.__build_class__(body, name, *bases, **keywords).
struct value build_class(struct vm *vm, struct value self, const struct call *call);

// object.__new__ and __init__, which classes have unless they or a base define their own.
struct value object_create(struct vm *vm, struct type *type, const struct call *call);

// "Foo" or "module.Foo" as repr and error messages show a type. Appends to [out].
void type_full_name(struct vm *vm, const struct type *type, struct buf *out);

#endif
