// Integers beyond 48 bits: sign and 64-bit limbs, calculated with by GMP, of which only big.c
// knows.
//
// The limbs lie in the object itself, so that GMP keeps no memory of ours: big.c lets it read them
// in place and copies each result. Sizes are estimated before GMP allocates, because it ends the
// process where it gets no memory; the estimate against the heap's limit gives MemoryError instead.
//
// All parameters named x, y, v are ints of any kind: small, bool, struct big or of a derived class.
#ifndef VM_BIG_H
#define VM_BIG_H

#include "base/buf.h"
#include "vm/object.h"

// Also the form of instances of classes derived from int, there with values of any size.
struct big {
    struct object head;
    int64_t size;     // how many limbs; negative for a negative number; 0 for zero
    uint64_t limbs[]; // the least significant first; the last is not 0
};

// A product of two int64.
__extension__ typedef __int128 big_wide;

static inline struct big *big_of(struct value v) {
    return (struct big *)value_to_object(v);
}

// The int [integer], of the smallest kind that holds it.
struct value big_from_wide(struct vm *vm, big_wide integer);
// The integer part of [whole], which must be finite.
struct value big_from_double(struct vm *vm, double whole);
// Valid digits of [base] 2 to 36.
struct value big_from_digits(struct vm *vm, const char *digits, size_t length, int base);
// From [length] bytes, the most significant first, unsigned.
struct value big_from_bytes(struct vm *vm, const unsigned char *bytes, size_t length);
// The number of [v] as an instance of [type], which is derived from int.
struct value big_derive(struct vm *vm, struct type *type, struct value v);

// x op y, for all operators of ints but / and **. Divisors must not be 0; shifts must not be
// negative.
struct value big_binary(struct vm *vm, enum binary_op op, struct value x, struct value y);
// x ** y, with y not negative; pow(x, y, modulo) with all of them positive but x.
struct value big_power(struct vm *vm, struct value x, struct value y);
struct value big_power_modulo(struct vm *vm, struct value x, struct value y, struct value modulo);
// The inverse of x by the modulus; ABSENT if there is none.
struct value big_invert(struct vm *vm, struct value x, struct value modulo);
// x / y, rounded correctly; false if it is too large for a float.
bool big_true_divide(struct vm *vm, struct value x, struct value y, double *out);

struct value big_gcd(struct vm *vm, struct value x, struct value y);
struct value big_square_root(struct vm *vm, struct value v); // of what is not negative
struct value big_factorial(struct vm *vm, uint64_t n);
struct value big_binomial(struct vm *vm, struct value n, uint64_t k);

int big_compare(struct value x, struct value y);         // -1, 0, 1
uint64_t big_modulo_word(struct value v, uint64_t word); // of the magnitude
size_t big_bits(struct value v);                         // of the magnitude: int.bit_length
size_t big_ones(struct value v);                         // of the magnitude: int.bit_count
bool big_is_even(struct value v);

// Rounded to even; false if it is too large.
bool big_to_double(struct value v, double *out);
// The magnitude as a fraction from 0.5 to 1 times 2 to the power [*exponent].
double big_fraction(struct value v, int64_t *exponent);
// Digits of any size in [base] 2 to 36, with its sign, appended; lower case.
void big_to_digits(struct value v, int base, struct buf *out);
// The magnitude as [length] bytes, the most significant first; they must suffice.
void big_to_bytes(struct value v, unsigned char *out, size_t length);

#endif
