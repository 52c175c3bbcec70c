// Slots and dunder methods: two faces of one thing.
//
// A builtin type fills slots in C; slot_wrapper.c makes its attributes (int.__add__) of them. A
// class has attributes; slots.c fills its slots with functions that call them (slot_calls.c), or
// with the builtin base's own slot where the class inherits that unchanged.
#ifndef VM_SLOTS_H
#define VM_SLOTS_H

#include "vm/object.h"
#include "vm/state.h"

#define REFLECTED 64 // in slot_method.operand: __radd__ and kin

// A slot of struct type.
enum type_slot {
#define SLOT_FIELD(field) SLOT_##field,
#include "vm/slot_fields.def"
#undef SLOT_FIELD
    SLOT_COUNT
};

// A dunder method and the slot it belongs to: one row of vm/slots.def.
struct slot_method {
    enum type_slot slot;
    enum dunder name;
    int operand;
};

#define SLOT_METHOD_COUNT 74 // rows of vm/slots.def, checked in slots.c

// The rows of vm/slots.def.
const struct slot_method *slot_methods(void);

// A slot's content as any function pointer, for copying and comparing only.
typedef void slot_content(void);
slot_content *slot_get(const struct type *type, enum type_slot slot);
void slot_set(struct type *type, enum type_slot slot, slot_content *content);

// The function that calls the dunder methods of a class, one for each slot (slot_calls.c).
slot_content *slot_calling(enum type_slot slot);

// Those of the operators (slot_operators.c).
struct value slot_calling_binary(struct vm *vm, enum binary_op op, struct value left,
                                 struct value right);
struct value slot_calling_inplace(struct vm *vm, enum binary_op op, struct value self,
                                  struct value other);
struct value slot_calling_unary(struct vm *vm, enum unary_op op, struct value self);

// Fills in the slots of a class made at run time from its attributes and its bases.
void slots_fill(struct vm *vm, struct type *type);

// The attribute [name] of [type] was set or deleted: renews the slot that follows from it, there
// and in all classes that inherit from it.
void slots_renew(struct vm *vm, struct type *type, const struct str *name);

// Copies the slots that a builtin type left NULL from its base.
void slots_inherit(struct type *type, const struct type *base);

// Adds wrappers of the slots that a builtin type fills itself to its attributes.
bool slot_wrappers_add(struct vm *vm, struct type *type);

// A slot wrapper (int.__add__), or one bound to its self ((1).__add__).
struct slot_wrapper {
    struct object head;
    const struct slot_method *method;
    struct type *owner; // the type whose slot it calls; kept
    struct value self;  // ABSENT unless bound
};

// Calls the slot it stands for; [self] is of its owner's type.
struct value slot_wrapper_invoke(struct vm *vm, const struct slot_wrapper *wrapper,
                                 struct value self, const struct call *call);

// Looks up a special method on the type of [self] and binds it; ABSENT, with nothing raised, where
// there is none.
struct value slot_special(struct vm *vm, struct value self, struct str *name);

// Looks up [name] on the type of [self] and calls it with [args]; ABSENT where there is none.
struct value slot_call(struct vm *vm, struct value self, enum dunder name, const struct value *args,
                       size_t count);

#endif
