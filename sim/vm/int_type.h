// What the files of the types int and bool share.
#ifndef VM_INT_TYPE_H
#define VM_INT_TYPE_H

#include "vm/native.h"

// int's methods, for type_ready.
const struct native *int_methods(void);

// The slot of the unary operators.
struct value int_unary(struct vm *vm, enum unary_op op, struct value self);

// Rounded to a multiple of ten to the power -[digits], half to even; [digits] is negative.
struct value int_round(struct vm *vm, struct value v, struct value digits);

#endif
