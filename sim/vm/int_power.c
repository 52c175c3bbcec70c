// Powers of ints, and powers modulo another int.
#include "vm/big.h"
#include "vm/float.h"
#include "vm/int.h"
#include "vm/raise.h"

// By squaring, as long as it fits 64 bits.
static bool small_power(int64_t base, int64_t exponent, int64_t *out) {
    int64_t result = 1;
    while (true) {
        if ((exponent & 1) != 0 && __builtin_mul_overflow(result, base, &result)) {
            return false;
        }
        exponent >>= 1;
        if (exponent == 0) {
            *out = result;
            return true;
        }
        if (__builtin_mul_overflow(base, base, &base)) {
            return false;
        }
    }
}

struct value int_power(struct vm *vm, struct value x, struct value y) {
    int64_t base, exponent, result;
    if (int_sign(y) < 0) {
        double a, b;
        if (!int_to_double(vm, x, &a) || !int_to_double(vm, y, &b)) {
            return VALUE_ERROR;
        }
        return float_binary(vm, BINARY_POWER, a, b);
    }
    if (int_to_int64(x, &base) && int_to_int64(y, &exponent) &&
        small_power(base, exponent, &result)) {
        return int_from(vm, result);
    }
    return big_power(vm, x, y);
}

static struct value invert(struct vm *vm, struct value x, struct value modulus) {
    struct value inverse = big_invert(vm, x, modulus);
    if (value_is_absent(inverse)) {
        return raise_error(vm, EXCEPTION_ValueError,
                           "base is not invertible for the given modulus");
    }
    return inverse;
}

// [modulus] is positive.
static struct value positive_power_modulo(struct vm *vm, struct value x, struct value y,
                                          struct value modulus) {
    if (int_sign(y) >= 0) {
        return big_power_modulo(vm, x, y, modulus);
    }
    struct value inverse = invert(vm, x, modulus);
    if (value_is_error(inverse)) {
        return inverse;
    }
    struct value exponent = big_binary(vm, BINARY_SUBTRACT, value_small(0), y);
    struct value result =
        value_is_error(exponent) ? VALUE_ERROR : big_power_modulo(vm, inverse, exponent, modulus);
    value_drop(vm, inverse);
    value_drop(vm, exponent);
    return result;
}

struct value int_power_modulo(struct vm *vm, struct value x, struct value y, struct value z) {
    if (int_sign(z) == 0) {
        return raise_error(vm, EXCEPTION_ValueError, "pow() 3rd argument cannot be 0");
    }
    struct value modulus =
        int_sign(z) < 0 ? big_binary(vm, BINARY_SUBTRACT, value_small(0), z) : value_keep(z);
    if (value_is_error(modulus)) {
        return modulus;
    }
    struct value result = positive_power_modulo(vm, x, y, modulus);
    value_drop(vm, modulus);
    if (value_is_error(result) || int_sign(z) > 0) {
        return result;
    }
    struct value signed_result = int_binary(vm, BINARY_MODULO, result, z);
    value_drop(vm, result);
    return signed_result;
}
