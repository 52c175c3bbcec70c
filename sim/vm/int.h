// int: of any size. 48 bits are held in the value itself; struct big (vm/big.h, GMP) holds the
// rest. An integer that fits 48 bits is always small, so equality of small ones is equality of
// bits.
#ifndef VM_INT_H
#define VM_INT_H

#include "base/buf.h"
#include "vm/object.h"

// The longest decimal text that str() and int() convert at first, and the least that the program
// may set instead with sys.set_int_max_str_digits: see vm->int_digits_most.
#define INT_DIGITS_MOST  4300
#define INT_DIGITS_LEAST 640

// An int or bool, or an instance of a class derived from int.
static inline bool int_is(struct value v) {
    return value_is_small(v) || value_is_bool(v) || value_has_family(v, TYPE_INT);
}

struct value int_from(struct vm *vm, int64_t integer);
struct value int_from_double(struct vm *vm, double whole); // OverflowError, ValueError for inf, nan
// Digits in [base] 2 to 36, no sign, no underscores; they must be valid.
struct value int_from_digits(struct vm *vm, const char *digits, size_t length, int base);

// The same number as an exact int: of a bool or of an instance of a derived class too.
struct value int_exact(struct vm *vm, struct value v);

// False, with nothing raised, if it does not fit. [v] must satisfy int_is.
bool int_to_int64(struct value v, int64_t *out);
// OverflowError "int too large to convert to float": false.
bool int_to_double(struct vm *vm, struct value v, double *out);
int int_sign(struct value v); // -1, 0, 1

// The decimal text of [integer], made at the end of [out].
#define INT_SMALL_TEXT 24
const char *int_small_text(int64_t integer, char out[INT_SMALL_TEXT]);

// Decimal, as str() gives it, appended; ValueError beyond 4,300 digits or what the program set:
// false.
bool int_to_text(struct vm *vm, struct value v, struct buf *out);

// x op y for two ints of any size; BINARY_TRUE_DIVIDE and a negative power give floats.
struct value int_binary(struct vm *vm, enum binary_op op, struct value x, struct value y);
int int_compare(struct value x, struct value y); // -1, 0, 1
int64_t int_hash(struct value v);

struct value int_absolute(struct vm *vm, struct value v);
struct value int_divmod(struct vm *vm, struct value x, struct value y); // a tuple of two
// x ** y: a float if y is negative. And pow(x, y, z).
struct value int_power(struct vm *vm, struct value x, struct value y);
struct value int_power_modulo(struct vm *vm, struct value x, struct value y, struct value z);

#endif
