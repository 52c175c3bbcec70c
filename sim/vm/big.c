#include "vm/big.h"

#include <assert.h>
#include <gmp.h>
#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "vm/builtin.h"
#include "vm/heap.h"
#include "vm/int.h"
#include "vm/native.h"
#include "vm/raise.h"

static_assert(GMP_NUMB_BITS == 64, "limbs are 64 bits");

// More bits than this are refused even where the heap has no limit: GMP itself ends there.
#define BITS_MOST (UINT64_C(1) << 36)

// An int as GMP reads it. The limbs of a struct big are used in place, so it must outlive this.
struct operand {
    mp_limb_t limb; // of a small one
    mpz_t number;
};

static int64_t small_of(struct value v) {
    return value_is_small(v) ? value_to_small(v) : value_is(v, VALUE_TRUE);
}

static mpz_srcptr operand(struct value v, struct operand *out) {
    if (value_is_object(v)) {
        return mpz_roinit_n(out->number, big_of(v)->limbs, big_of(v)->size);
    }
    int64_t small = small_of(v);
    out->limb = (mp_limb_t)(small < 0 ? -small : small);
    return mpz_roinit_n(out->number, &out->limb, small < 0 ? -1 : small > 0);
}

static struct value new_big(struct vm *vm, struct type *type, const mp_limb_t *limbs,
                            int64_t size) {
    size_t bytes = (size_t)(size < 0 ? -size : size) * sizeof *limbs;
    struct big *big = object_new(vm, type, sizeof *big + bytes);
    if (big == NULL) {
        return VALUE_ERROR;
    }
    big->size = size;
    memcpy(big->limbs, limbs, bytes);
    return value_object(big);
}

// The value of a result, which it clears.
static struct value take(struct vm *vm, mpz_t result) {
    struct value v;
    size_t size = mpz_size(result);
    mp_limb_t low = mpz_getlimbn(result, 0);
    int sign = mpz_sgn(result);
    if (size <= 1 && low <= (mp_limb_t)VALUE_INT_MOST + (sign < 0)) {
        v = value_small(sign < 0 ? -(int64_t)low : (int64_t)low);
    } else {
        v = new_big(vm, builtin(vm, BUILTIN_int), mpz_limbs_read(result),
                    sign < 0 ? -(int64_t)size : (int64_t)size);
    }
    mpz_clear(result);
    return v;
}

// May a result of so many bits be calculated? If not, MemoryError is raised.
static bool has_room(struct vm *vm, uint64_t bits) {
    if (bits < 1024 || (bits < BITS_MOST && heap_has_room(vm, bits / 4))) {
        return true;
    }
    raise_memory(vm);
    return false;
}

struct value big_from_wide(struct vm *vm, big_wide integer) {
    if (integer >= VALUE_INT_LEAST && integer <= VALUE_INT_MOST) {
        return value_small((int64_t)integer);
    }
    bool negative = integer < 0;
    __extension__ unsigned __int128 magnitude =
        negative ? -(unsigned __int128)integer : (unsigned __int128)integer;
    mp_limb_t limbs[2] = {(mp_limb_t)magnitude, (mp_limb_t)(magnitude >> 64)};
    int64_t size = limbs[1] != 0 ? 2 : 1;
    return new_big(vm, builtin(vm, BUILTIN_int), limbs, negative ? -size : size);
}

struct value big_from_double(struct vm *vm, double whole) {
    mpz_t result;
    mpz_init_set_d(result, whole);
    return take(vm, result);
}

struct value big_from_digits(struct vm *vm, const char *digits, size_t length, int base) {
    if (!has_room(vm, (uint64_t)length * 6)) {
        return VALUE_ERROR;
    }
    char *text = mem_copy_text(digits, length);
    mpz_t result;
    mpz_init_set_str(result, text, base);
    mem_free(text);
    return take(vm, result);
}

struct value big_from_bytes(struct vm *vm, const unsigned char *bytes, size_t length) {
    if (!has_room(vm, (uint64_t)length * 8)) {
        return VALUE_ERROR;
    }
    mpz_t result;
    mpz_init(result);
    mpz_import(result, length, 1, 1, 0, 0, bytes);
    return take(vm, result);
}

struct value big_derive(struct vm *vm, struct type *type, struct value v) {
    struct operand x;
    mpz_srcptr number = operand(v, &x);
    int64_t size = (int64_t)mpz_size(number);
    return new_big(vm, type, mpz_limbs_read(number), mpz_sgn(number) < 0 ? -size : size);
}

// GMP's function for an operator on two numbers.
typedef void operation(mpz_ptr result, mpz_srcptr x, mpz_srcptr y);

static operation *const operations[BINARY_OP_COUNT] = {
    [BINARY_ADD] = mpz_add,       [BINARY_SUBTRACT] = mpz_sub,
    [BINARY_MULTIPLY] = mpz_mul,  [BINARY_FLOOR_DIVIDE] = mpz_fdiv_q,
    [BINARY_MODULO] = mpz_fdiv_r, [BINARY_AND] = mpz_and,
    [BINARY_OR] = mpz_ior,        [BINARY_XOR] = mpz_xor,
};

static struct value shift_left(struct vm *vm, struct value x, struct value by) {
    int64_t bits;
    if (value_is(x, value_small(0))) {
        return x;
    }
    if (!int_to_int64(by, &bits)) {
        return raise_error(vm, EXCEPTION_OverflowError, "too many digits in integer");
    }
    if (!has_room(vm, (uint64_t)bits) || !has_room(vm, big_bits(x) + (uint64_t)bits)) {
        return VALUE_ERROR;
    }
    struct operand left;
    mpz_t result;
    mpz_init(result);
    mpz_mul_2exp(result, operand(x, &left), (mp_bitcnt_t)bits);
    return take(vm, result);
}

static struct value shift_right(struct vm *vm, struct value x, struct value by) {
    int64_t bits;
    if (!int_to_int64(by, &bits)) {
        return value_small(int_sign(x) < 0 ? -1 : 0);
    }
    struct operand left;
    mpz_t result;
    mpz_init(result);
    mpz_fdiv_q_2exp(result, operand(x, &left), (mp_bitcnt_t)bits);
    return take(vm, result);
}

struct value big_binary(struct vm *vm, enum binary_op op, struct value x, struct value y) {
    if (op == BINARY_LSHIFT) {
        return shift_left(vm, x, y);
    }
    if (op == BINARY_RSHIFT) {
        return shift_right(vm, x, y);
    }
    if (!has_room(vm, (uint64_t)big_bits(x) + big_bits(y) + 64)) {
        return VALUE_ERROR;
    }
    struct operand left, right;
    mpz_t result;
    mpz_init(result);
    operations[op](result, operand(x, &left), operand(y, &right));
    return take(vm, result);
}

struct value big_power(struct vm *vm, struct value x, struct value y) {
    size_t bits = big_bits(x);
    int64_t exponent;
    if (bits <= 1) { // 0, 1 or -1
        bool odd = !big_is_even(y);
        return int_sign(y) == 0 ? value_small(1)
                                : value_small(odd ? int_sign(x) : int_sign(x) != 0);
    }
    if (!int_to_int64(y, &exponent) || (uint64_t)exponent > BITS_MOST / (bits - 1)) {
        return raise_memory(vm);
    }
    if (!has_room(vm, bits * (uint64_t)exponent)) {
        return VALUE_ERROR;
    }
    struct operand base;
    mpz_t result;
    mpz_init(result);
    mpz_pow_ui(result, operand(x, &base), (unsigned long)exponent);
    return take(vm, result);
}

struct value big_power_modulo(struct vm *vm, struct value x, struct value y, struct value modulo) {
    struct operand base, exponent, divisor;
    mpz_t result;
    mpz_init(result);
    mpz_powm(result, operand(x, &base), operand(y, &exponent), operand(modulo, &divisor));
    return take(vm, result);
}

struct value big_invert(struct vm *vm, struct value x, struct value modulo) {
    struct operand number, divisor;
    mpz_t result;
    mpz_init(result);
    if (mpz_invert(result, operand(x, &number), operand(modulo, &divisor)) == 0) {
        mpz_clear(result);
        return VALUE_ABSENT;
    }
    return take(vm, result);
}

// The highest 64 bits of a magnitude of more bits, the lowest of them set if any bit below is: a
// double made of them is rounded as one made of the whole number would be.
static uint64_t top_bits(mpz_srcptr number) {
    const mp_limb_t *limbs = mpz_limbs_read(number);
    size_t last = mpz_size(number) - 1;
    int zeros = __builtin_clzll(limbs[last]);
    uint64_t top = limbs[last] << zeros;
    if (zeros > 0) {
        top |= limbs[last - 1] >> (64 - zeros);
    }
    bool rest = mpn_scan1(limbs, 0) < mpz_sizeinbase(number, 2) - 64;
    return top | rest;
}

// A quarter of the smallest double is the unit of the finest quotients.
#define FINEST (-1076)

// So many quarters of the smallest double, where doubles have less than their full precision.
static double round_quarters(uint64_t quarters) {
    uint64_t units = quarters >> 2, rest = quarters & 3;
    units += rest > 2 || (rest == 2 && (units & 1) != 0);
    return ldexp((double)units, FINEST + 2);
}

static double scaled_double(mpz_srcptr number, int64_t exponent) {
    int64_t bits = mpz_sgn(number) == 0 ? 0 : (int64_t)mpz_sizeinbase(number, 2);
    if (exponent == FINEST && bits <= 54) {
        return round_quarters(mpz_getlimbn(number, 0));
    }
    if (bits <= 64) {
        return ldexp((double)mpz_getlimbn(number, 0), (int)exponent);
    }
    double top = (double)top_bits(number);
    int64_t scale = bits - 64 + exponent;
    return ldexp(top, scale > 2000 ? 2000 : (int)scale);
}

bool big_to_double(struct value v, double *out) {
    struct operand x;
    mpz_srcptr number = operand(v, &x);
    double magnitude = scaled_double(number, 0);
    *out = mpz_sgn(number) < 0 ? -magnitude : magnitude;
    return isfinite(magnitude);
}

double big_fraction(struct value v, int64_t *exponent) {
    struct operand x;
    long power;
    double fraction = fabs(mpz_get_d_2exp(&power, operand(v, &x)));
    *exponent = power;
    return fraction;
}

// The quotient is calculated to at least 66 bits, but none finer than FINEST, and its last bit set
// if anything remains: then one rounding gives the nearest double.
bool big_true_divide(struct vm *vm, struct value x, struct value y, double *out) {
    int64_t shift = (int64_t)big_bits(y) - (int64_t)big_bits(x) + 66;
    shift = shift > -FINEST ? -FINEST : shift;
    if (!has_room(vm, big_bits(x) + big_bits(y) + 64)) {
        return false;
    }
    struct operand left, right;
    mpz_srcptr dividend = operand(x, &left), divisor = operand(y, &right);
    mpz_t scaled, remainder;
    mpz_inits(scaled, remainder, NULL);
    if (shift >= 0) {
        mpz_mul_2exp(scaled, dividend, (mp_bitcnt_t)shift);
        mpz_tdiv_qr(scaled, remainder, scaled, divisor);
    } else {
        mpz_mul_2exp(scaled, divisor, (mp_bitcnt_t)-shift);
        mpz_tdiv_qr(scaled, remainder, dividend, scaled);
    }
    bool negative = (mpz_sgn(dividend) < 0) != (mpz_sgn(divisor) < 0); // zero can be, too
    mpz_abs(scaled, scaled);
    if (mpz_sgn(remainder) != 0) {
        mpz_setbit(scaled, 0);
    }
    double magnitude = scaled_double(scaled, -shift);
    mpz_clears(scaled, remainder, NULL);
    *out = negative ? -magnitude : magnitude;
    return isfinite(magnitude);
}

struct value big_gcd(struct vm *vm, struct value x, struct value y) {
    struct operand left, right;
    mpz_t result;
    mpz_init(result);
    mpz_gcd(result, operand(x, &left), operand(y, &right));
    return take(vm, result);
}

struct value big_square_root(struct vm *vm, struct value v) {
    struct operand x;
    mpz_t result;
    mpz_init(result);
    mpz_sqrt(result, operand(v, &x));
    return take(vm, result);
}

struct value big_factorial(struct vm *vm, uint64_t n) {
    if (n > BITS_MOST / 64 || !has_room(vm, n * (64 - (uint64_t)__builtin_clzll(n | 1)))) {
        return raise_memory(vm);
    }
    mpz_t result;
    mpz_init(result);
    mpz_fac_ui(result, n);
    return take(vm, result);
}

struct value big_binomial(struct vm *vm, struct value n, uint64_t k) {
    if (k > BITS_MOST / 64 || !has_room(vm, k * big_bits(n))) {
        return raise_memory(vm);
    }
    struct operand x;
    mpz_t result;
    mpz_init(result);
    mpz_bin_ui(result, operand(n, &x), k);
    return take(vm, result);
}

int big_compare(struct value x, struct value y) {
    struct operand left, right;
    int order = mpz_cmp(operand(x, &left), operand(y, &right));
    return order < 0 ? -1 : order > 0;
}

uint64_t big_modulo_word(struct value v, uint64_t word) {
    struct operand x;
    return mpz_tdiv_ui(operand(v, &x), word);
}

size_t big_bits(struct value v) {
    struct operand x;
    mpz_srcptr number = operand(v, &x);
    return mpz_sgn(number) == 0 ? 0 : mpz_sizeinbase(number, 2);
}

size_t big_ones(struct value v) {
    struct operand x;
    mpz_srcptr number = operand(v, &x);
    size_t size = mpz_size(number);
    return size == 0 ? 0 : mpn_popcount(mpz_limbs_read(number), (mp_size_t)size);
}

bool big_is_even(struct value v) {
    struct operand x;
    return mpz_even_p(operand(v, &x));
}

void big_to_digits(struct value v, int base, struct buf *out) {
    struct operand x;
    mpz_srcptr number = operand(v, &x);
    char *text = mem_alloc(mpz_sizeinbase(number, base) + 2);
    mpz_get_str(text, base, number);
    buf_puts(out, text);
    mem_free(text);
}

void big_to_bytes(struct value v, unsigned char *out, size_t length) {
    struct operand x;
    mpz_srcptr number = operand(v, &x);
    size_t used = (big_bits(v) + 7) / 8;
    memset(out, 0, length);
    mpz_export(out + length - used, NULL, 1, 1, 0, 0, number);
}
