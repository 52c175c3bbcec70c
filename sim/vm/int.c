#include "vm/int.h"

#include <math.h>
#include <string.h>

#include "vm/big.h"
#include "vm/raise.h"
#include "vm/state.h"

// Hashes are taken modulo this prime, so that equal ints and floats hash alike.
#define HASH_MODULUS ((UINT64_C(1) << 61) - 1)

// The value of a small int or bool; false for an object.
static inline bool as_small(struct value v, int64_t *out) {
    if (value_is_small(v)) {
        *out = value_to_small(v);
        return true;
    }
    *out = value_is(v, VALUE_TRUE);
    return !value_is_object(v);
}

// The value of an int of at most 126 bits: calculating with it needs no GMP. False for larger ones.
static inline bool as_wide(struct value v, big_wide *out) {
    int64_t small;
    if (as_small(v, &small)) {
        *out = small;
        return true;
    }
    const struct big *big = big_of(v);
    int64_t size = big->size < 0 ? -big->size : big->size;
    if (size > 2 || (size == 2 && big->limbs[1] >> 62 != 0)) {
        return false;
    }
    *out = size == 2 ? (big_wide)big->limbs[1] << 64 | big->limbs[0]
                     : (big_wide)(size == 0 ? 0 : big->limbs[0]);
    *out = big->size < 0 ? -*out : *out;
    return true;
}

struct value int_from(struct vm *vm, int64_t integer) {
    return value_fits_small(integer) ? value_small(integer) : big_from_wide(vm, integer);
}

struct value int_from_double(struct vm *vm, double whole) {
    if (isnan(whole)) {
        return raise_error(vm, EXCEPTION_ValueError, "cannot convert float NaN to integer");
    }
    if (isinf(whole)) {
        return raise_error(vm, EXCEPTION_OverflowError, "cannot convert float infinity to integer");
    }
    if (fabs(whole) < 0x1p47) {
        return value_small((int64_t)whole);
    }
    return big_from_double(vm, whole);
}

static int digit_value(char c) {
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

struct value int_from_digits(struct vm *vm, const char *digits, size_t length, int base) {
    if (length > 9) {
        return big_from_digits(vm, digits, length, base);
    }
    int64_t integer = 0;
    for (size_t i = 0; i < length; i++) {
        integer = integer * base + digit_value(digits[i]);
    }
    return int_from(vm, integer);
}

bool int_to_int64(struct value v, int64_t *out) {
    if (as_small(v, out)) {
        return true;
    }
    const struct big *big = big_of(v);
    uint64_t low = big->size == 0 ? 0 : big->limbs[0];
    if (big->size < -1 || big->size > 1 || low > (uint64_t)INT64_MAX + (big->size < 0)) {
        return false;
    }
    *out = (int64_t)(big->size < 0 ? -low : low);
    return true;
}

bool int_to_double(struct vm *vm, struct value v, double *out) {
    int64_t small;
    if (as_small(v, &small)) {
        *out = (double)small;
        return true;
    }
    if (!big_to_double(v, out)) {
        raise_error(vm, EXCEPTION_OverflowError, "int too large to convert to float");
        return false;
    }
    return true;
}

int int_sign(struct value v) {
    int64_t small;
    if (!as_small(v, &small)) {
        small = big_of(v)->size;
    }
    return (small > 0) - (small < 0);
}

struct value int_exact(struct vm *vm, struct value v) {
    if (!value_is_object(v)) {
        return value_is_bool(v) ? value_small(value_is(v, VALUE_TRUE)) : v;
    }
    if (value_is_exactly(v, value_type(vm, value_small(0)))) {
        return value_keep(v);
    }
    return big_binary(vm, BINARY_ADD, v, value_small(0));
}

const char *int_small_text(int64_t integer, char out[INT_SMALL_TEXT]) {
    char *at = out + INT_SMALL_TEXT - 1;
    uint64_t magnitude = integer < 0 ? -(uint64_t)integer : (uint64_t)integer;
    *at = '\0';
    do {
        *--at = (char)('0' + magnitude % 10);
        magnitude /= 10;
    } while (magnitude != 0);
    if (integer < 0) {
        *--at = '-';
    }
    return at;
}

bool int_to_text(struct vm *vm, struct value v, struct buf *out) {
    int64_t small;
    if (as_small(v, &small)) {
        char text[INT_SMALL_TEXT];
        buf_puts(out, int_small_text(small, text));
        return true;
    }
    uint64_t most = (uint64_t)vm->int_digits_most, bits = big_bits(v);
    // Each digit holds more than three bits, so that what certainly is too long is not converted.
    if (most == 0 ? heap_has_room(vm, bits / 2) : bits / 4 < most) {
        size_t before = out->length;
        big_to_digits(v, 10, out);
        if (most == 0 || out->length - before - (int_sign(v) < 0) <= most) {
            return true;
        }
        out->length = before;
    }
    if (most == 0) {
        raise_memory(vm);
        return false;
    }
    raise_error(vm, EXCEPTION_ValueError,
                "Exceeds the limit (%lld digits) for integer string conversion; "
                "use sys.set_int_max_str_digits() to increase the limit",
                (long long)most);
    return false;
}

int64_t int_hash(struct value v) {
    int64_t hash;
    if (!as_small(v, &hash)) {
        hash = (int64_t)big_modulo_word(v, HASH_MODULUS);
        hash = big_of(v)->size < 0 ? -hash : hash;
    }
    return hash == -1 ? -2 : hash;
}

int int_compare(struct value x, struct value y) {
    int64_t a, b;
    if (as_small(x, &a) && as_small(y, &b)) {
        return (a > b) - (a < b);
    }
    return big_compare(x, y);
}

struct value int_absolute(struct vm *vm, struct value v) {
    return int_sign(v) < 0 ? int_binary(vm, BINARY_SUBTRACT, value_small(0), v) : int_exact(vm, v);
}

// Division ------------------------------------------------------------------------------------

static struct value floor_divide(int64_t x, int64_t y) {
    int64_t quotient = x / y;
    return value_small(quotient - (x % y != 0 && (x < 0) != (y < 0)));
}

// The result has the divisor's sign.
static struct value modulo(int64_t x, int64_t y) {
    int64_t remainder = x % y;
    return value_small(remainder != 0 && (remainder < 0) != (y < 0) ? remainder + y : remainder);
}

static struct value divide_wide(struct vm *vm, enum binary_op op, big_wide x, big_wide y) {
    big_wide quotient = x / y, remainder = x % y;
    if (remainder != 0 && (remainder < 0) != (y < 0)) {
        quotient--;
        remainder += y;
    }
    return big_from_wide(vm, op == BINARY_FLOOR_DIVIDE ? quotient : remainder);
}

static struct value true_divide(struct vm *vm, struct value x, struct value y) {
    int64_t a, b;
    double quotient;
    if (as_small(x, &a) && as_small(y, &b)) {
        return value_float((double)a / (double)b);
    }
    if (big_true_divide(vm, x, y, &quotient)) {
        return value_float(quotient);
    }
    if (!value_is_absent(raised(vm))) {
        return VALUE_ERROR;
    }
    return raise_error(vm, EXCEPTION_OverflowError,
                       "integer division result too large for a float");
}

static struct value divide(struct vm *vm, enum binary_op op, struct value x, struct value y) {
    int64_t a, b;
    if (int_sign(y) == 0) {
        return raise_error(vm, EXCEPTION_ZeroDivisionError, "%s",
                           op == BINARY_TRUE_DIVIDE    ? "division by zero"
                           : op == BINARY_FLOOR_DIVIDE ? "integer division or modulo by zero"
                                                       : "integer modulo by zero");
    }
    if (op == BINARY_TRUE_DIVIDE) {
        return true_divide(vm, x, y);
    }
    if (as_small(x, &a) && as_small(y, &b) && value_fits_small(-a)) {
        return op == BINARY_FLOOR_DIVIDE ? floor_divide(a, b) : modulo(a, b);
    }
    big_wide wide_x, wide_y;
    if (as_wide(x, &wide_x) && as_wide(y, &wide_y)) {
        return divide_wide(vm, op, wide_x, wide_y);
    }
    return big_binary(vm, op, x, y);
}

// Operators -----------------------------------------------------------------------------------

static struct value shift(struct vm *vm, enum binary_op op, struct value x, struct value y) {
    int64_t a, by;
    if (int_sign(y) < 0) {
        return raise_error(vm, EXCEPTION_ValueError, "negative shift count");
    }
    if (as_small(x, &a) && as_small(y, &by)) {
        if (op == BINARY_RSHIFT) {
            return value_small(a >> (by > 63 ? 63 : by));
        }
        if (by < 64) {
            return big_from_wide(vm, (big_wide)a * ((big_wide)1 << by));
        }
    }
    return big_binary(vm, op, x, y);
}

static struct value arithmetic(struct vm *vm, enum binary_op op, struct value x, struct value y) {
    big_wide a, b, result;
    if (!as_wide(x, &a) || !as_wide(y, &b)) {
        return big_binary(vm, op, x, y);
    }
    switch ((int)op) {
    case BINARY_ADD:
        return big_from_wide(vm, a + b);
    case BINARY_SUBTRACT:
        return big_from_wide(vm, a - b);
    case BINARY_MULTIPLY:
        return __builtin_mul_overflow(a, b, &result) ? big_binary(vm, op, x, y)
                                                     : big_from_wide(vm, result);
    case BINARY_AND:
        return big_from_wide(vm, a & b);
    case BINARY_OR:
        return big_from_wide(vm, a | b);
    default:
        return big_from_wide(vm, a ^ b);
    }
}

struct value int_binary(struct vm *vm, enum binary_op op, struct value x, struct value y) {
    switch (op) {
    case BINARY_ADD:
    case BINARY_SUBTRACT:
    case BINARY_MULTIPLY:
    case BINARY_AND:
    case BINARY_OR:
    case BINARY_XOR:
        return arithmetic(vm, op, x, y);
    case BINARY_TRUE_DIVIDE:
    case BINARY_FLOOR_DIVIDE:
    case BINARY_MODULO:
        return divide(vm, op, x, y);
    case BINARY_POWER:
        return int_power(vm, x, y);
    case BINARY_LSHIFT:
    case BINARY_RSHIFT:
        return shift(vm, op, x, y);
    case BINARY_MATMUL:
    case BINARY_OP_COUNT:
        break;
    }
    return VALUE_NOT_IMPLEMENTED;
}
