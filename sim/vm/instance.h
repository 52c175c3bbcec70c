// Instances of classes: a dict of attributes, and values for __slots__.
//
// An instance of a class that inherits from object is a struct instance. One that inherits from a
// builtin type (class Stack(list)) is the builtin's struct; its dict and slots lie just before it,
// in the type's [prefix]. The type's [dict_offset] says where the dict is in either case.
#ifndef VM_INSTANCE_H
#define VM_INSTANCE_H

#include "vm/object.h"

struct instance {
    struct object head;
    struct dict *dict; // NULL until an attribute is set; TYPE_HAS_DICT: it is here
    struct value
        slots[]; // of __slots__, ABSENT if unset; without dict they begin here all the same
};

// Where [object]'s dict is kept, or NULL if it has no place for one.
static inline struct dict **instance_dict_place(struct object *object) {
    int offset = object->type->dict_offset;
    return offset == 0 ? NULL : (struct dict **)(void *)((char *)object + offset);
}

// Makes an instance of a class with plain instances, without calling __init__.
struct value instance_new(struct vm *vm, struct type *type);

// Its dict, made now if there was none: borrowed; NULL if raised.
struct dict *instance_dict(struct vm *vm, struct object *object);

// Attribute access as object.__getattribute__, __setattr__ and __delattr__ do it, for every type
// that has no rules of its own.
struct value instance_get_attribute(struct vm *vm, struct value self, struct str *name);
bool instance_set_attribute(struct vm *vm, struct value self, struct str *name, struct value value);
// As instance_get_attribute, but ABSENT with nothing raised where there is none.
struct value instance_find_attribute(struct vm *vm, struct value self, struct str *name);

// What a value found on a type gives for an instance: calls its descriptor_get, if it has one.
// Borrows [found]; [instance] may be ABSENT.
struct value instance_bind(struct vm *vm, struct value found, struct value instance,
                           struct type *owner);

// For LOAD_METHOD: gives the attribute; if it is a function (or native method) found on the type,
// unbound, with [*bound] true: the call must put [self] in front.
struct value instance_get_method(struct vm *vm, struct value self, struct str *name, bool *bound);

// Drops dict and slots: the free of classes whose instances are plain. Builtin types that classes
// may inherit from need not care: class.c wraps their free.
void instance_free(struct vm *vm, struct object *object);

#endif
