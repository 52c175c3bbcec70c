// float: an IEEE double, held in the value itself.
#ifndef VM_FLOAT_H
#define VM_FLOAT_H

#include "base/buf.h"
#include "vm/object.h"

bool float_is(struct value v); // a float or an instance of a class derived from it
double float_of(struct value v);

// float, int or bool to a double; false, with nothing raised, for anything else; a too large int
// raises OverflowError: false with [raised].
bool float_from_number(struct vm *vm, struct value v, double *out);

// The shortest text that reads back as the same number, as repr gives it.
void float_repr_to(double number, struct buf *out);
int64_t float_hash(double number);
struct value float_binary(struct vm *vm, enum binary_op op, double x, double y);

#endif
