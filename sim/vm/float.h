// float: an IEEE double, held in the value itself. Only instances of derived classes are objects.
#ifndef VM_FLOAT_H
#define VM_FLOAT_H

#include "base/buf.h"
#include "vm/object.h"

// An instance of a class derived from float.
struct float_object {
    struct object head;
    double number;
};

// A float or an instance of a class derived from it.
static inline bool float_is(struct value v) {
    return value_is_float(v) || value_has_family(v, TYPE_FLOAT);
}
static inline double float_of(struct value v) {
    return value_is_float(v) ? value_to_float(v)
                             : ((struct float_object *)value_to_object(v))->number;
}

// float, int or bool to a double; false, with nothing raised, for anything else; a too large int
// raises OverflowError: false with [raised].
bool float_from_number(struct vm *vm, struct value v, double *out);

// What a function of real numbers takes: the above, or what has __float__ or __index__. False if
// raised, "must be real number, not str" for what has neither.
bool float_from_real(struct vm *vm, struct value v, double *out);

// The shortest text that reads back as the same number, as repr gives it.
void float_repr_to(double number, struct buf *out);
int64_t float_hash(double number);
struct value float_binary(struct vm *vm, enum binary_op op, double x, double y);

// x < 0, x == 0 or x > 0 as -1, 0, 1 of [number] compared with an int of any size, exactly.
// [number] must not be NaN.
int float_compare_int(struct vm *vm, double number, struct value integer);

// Rounded to [digits] behind the point, or before it if negative, half to even as the exact value
// of [number] says. OverflowError.
struct value float_round(struct vm *vm, double number, int64_t digits);

// Quotient and remainder as divmod gives them; [y] is not 0.
void float_divide(double x, double y, double *quotient, double *remainder);

// Raises OverflowError(34, 'Numerical result out of range').
struct value float_raise_range(struct vm *vm);

// Reads a float as float() does, blanks around it allowed; [*out] if it is one. Infinities and
// NaNs by name, underscores between digits.
bool float_parse(const char *text, size_t length, double *out);

// float.hex and float.fromhex.
void float_to_hex(double number, struct buf *out);
struct value float_from_hex(struct vm *vm, const char *text, size_t length);

#endif
