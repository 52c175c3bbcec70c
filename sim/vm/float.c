#include "vm/float.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "vm/big.h"
#include "vm/exception.h"
#include "vm/int.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/str.h"

bool float_from_number(struct vm *vm, struct value v, double *out) {
    if (float_is(v)) {
        *out = float_of(v);
        return true;
    }
    return int_is(v) && int_to_double(vm, v, out);
}

// What __float__ gave must be a float.
static bool check_float(struct vm *vm, struct value v, struct value result, double *out) {
    if (value_is_error(result)) {
        return false;
    }
    bool fine = float_is(result);
    if (fine) {
        *out = float_of(result);
    } else {
        raise_error(vm, EXCEPTION_TypeError, "%s.__float__ returned non-float (type %s)",
                    value_type(vm, v)->name, value_type(vm, result)->name);
    }
    value_drop(vm, result);
    return fine;
}

bool float_from_real(struct vm *vm, struct value v, double *out) {
    if (float_is(v) || int_is(v)) {
        return float_from_number(vm, v, out);
    }
    struct value result = slot_call(vm, v, DUNDER_float, NULL, 0);
    if (!value_is_absent(result)) {
        return check_float(vm, v, result, out);
    }
    struct type *type = value_type(vm, v);
    if (type->index == NULL) {
        raise_error(vm, EXCEPTION_TypeError, "must be real number, not %s", type->name);
        return false;
    }
    struct value integer = type->index(vm, v);
    if (value_is_error(integer)) {
        return false;
    }
    bool fine = int_to_double(vm, integer, out);
    value_drop(vm, integer);
    return fine;
}

void float_repr_to(double number, struct buf *out) {
    char text[NUMBER_FLOAT_SIZE];
    buf_put(out, text, number_float_repr(number, text));
}

// As CPython takes it: the fraction is read in pieces of 28 bits, each rotated into the hash, so
// that a float that is a whole number hashes as that int does.
int64_t float_hash(double number) {
    const uint64_t modulus = (UINT64_C(1) << 61) - 1;
    if (!isfinite(number)) {
        return isnan(number) ? 0 : number > 0 ? 314159 : -314159;
    }
    int exponent;
    double fraction = frexp(fabs(number), &exponent);
    uint64_t hash = 0;
    while (fraction != 0) {
        hash = ((hash << 28) & modulus) | hash >> 33;
        fraction *= 0x1p28;
        exponent -= 28;
        uint64_t piece = (uint64_t)fraction;
        fraction -= (double)piece;
        hash += piece;
        hash = hash >= modulus ? hash - modulus : hash;
    }
    int rotate = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
    hash = ((hash << rotate) & modulus) | hash >> (61 - rotate);
    int64_t result = number < 0 ? -(int64_t)hash : (int64_t)hash;
    return result == -1 ? -2 : result;
}

int float_compare_int(struct vm *vm, double number, struct value integer) {
    int64_t small;
    if (int_to_int64(integer, &small) && value_fits_small(small)) {
        return (number > (double)small) - (number < (double)small);
    }
    if (fabs(number) < 0x1p46 || isinf(number)) {
        return isinf(number) ? (number > 0 ? 1 : -1) : -int_sign(integer);
    }
    struct value whole = big_from_double(vm, number);
    if (value_is_error(whole)) {
        raised_clear(vm, EXCEPTION_MemoryError);
        return 0;
    }
    int order = int_compare(whole, integer);
    value_drop(vm, whole);
    double rest = number - trunc(number);
    return order != 0 ? order : (rest > 0) - (rest < 0);
}

// Division ------------------------------------------------------------------------------------

void float_divide(double x, double y, double *quotient, double *remainder) {
    double rest = fmod(x, y);
    double whole = (x - rest) / y; // a whole number, but for rounding
    if (rest == 0) {
        rest = copysign(0, y);
    } else if ((y < 0) != (rest < 0)) {
        rest += y;
        whole -= 1;
    }
    double floored = floor(whole);
    if (whole == 0) {
        floored = copysign(0, x / y);
    } else if (whole - floored > 0.5) {
        floored += 1;
    }
    *quotient = floored;
    *remainder = rest;
}

static struct value divide(struct vm *vm, enum binary_op op, double x, double y) {
    double quotient, remainder;
    if (y == 0) {
        return raise_error(vm, EXCEPTION_ZeroDivisionError, "%s",
                           op == BINARY_TRUE_DIVIDE    ? "float division by zero"
                           : op == BINARY_FLOOR_DIVIDE ? "float floor division by zero"
                                                       : "float modulo by zero");
    }
    if (op == BINARY_TRUE_DIVIDE) {
        return value_float(x / y);
    }
    float_divide(x, y, &quotient, &remainder);
    return value_float(op == BINARY_FLOOR_DIVIDE ? quotient : remainder);
}

// Powers --------------------------------------------------------------------------------------

struct value float_raise_range(struct vm *vm) {
    struct value text = str_from(vm, "Numerical result out of range");
    if (value_is_error(text)) {
        return text;
    }
    const struct value arguments[] = {value_small(34), text};
    struct value exception = exception_new(vm, EXCEPTION_OverflowError, arguments, 2);
    value_drop(vm, text);
    return value_is_error(exception) ? exception : raise_value(vm, exception);
}

static struct value power(struct vm *vm, double x, double y) {
    if (x == 0 && y < 0) {
        return raise_error(vm, EXCEPTION_ZeroDivisionError,
                           "0.0 cannot be raised to a negative power");
    }
    if (x < 0 && isfinite(x) && isfinite(y) && y != floor(y)) {
        return raise_error(vm, EXCEPTION_NotImplementedError,
                           "loopscope has no complex numbers, which a negative number raised to a "
                           "fractional power gives");
    }
    double result = pow(x, y);
    if (isinf(result) && isfinite(x) && isfinite(y)) {
        return float_raise_range(vm);
    }
    return value_float(result);
}

struct value float_binary(struct vm *vm, enum binary_op op, double x, double y) {
    switch (op) {
    case BINARY_ADD:
        return value_float(x + y);
    case BINARY_SUBTRACT:
        return value_float(x - y);
    case BINARY_MULTIPLY:
        return value_float(x * y);
    case BINARY_TRUE_DIVIDE:
    case BINARY_FLOOR_DIVIDE:
    case BINARY_MODULO:
        return divide(vm, op, x, y);
    case BINARY_POWER:
        return power(vm, x, y);
    case BINARY_LSHIFT:
    case BINARY_RSHIFT:
    case BINARY_AND:
    case BINARY_OR:
    case BINARY_XOR:
    case BINARY_MATMUL:
    case BINARY_OP_COUNT:
        break;
    }
    return VALUE_NOT_IMPLEMENTED;
}

// Rounding ------------------------------------------------------------------------------------

// The decimal text of so many digits, which the C library rounds by the exact value, read back.
static double round_by_text(double number, int digits) {
    char text[400];
    double quick;
    if (number_round(fabs(number), digits, &quick)) {
        return copysign(quick, number);
    }
    if (digits >= 0) {
        snprintf(text, sizeof text, "%.*f", digits, number);
        return strtod(text, NULL);
    }
    snprintf(text, sizeof text, "%.0f", fabs(number));
    int before_point = 0;
    while (text[before_point] != '\0') {
        before_point++;
    }
    int kept = before_point + digits; // digits in front of those that become zeros
    if (kept > 0) {
        snprintf(text, sizeof text, "%.*e", kept - 1, number);
        return strtod(text, NULL);
    }
    snprintf(text, sizeof text, "5e%d", -digits - 1);
    bool up = fabs(number) > strtod(text, NULL);
    snprintf(text, sizeof text, "%de%d", up, -digits);
    return copysign(strtod(text, NULL), number);
}

struct value float_round(struct vm *vm, double number, int64_t digits) {
    if (!isfinite(number) || digits > 323) {
        return value_float(number);
    }
    if (digits < -308) {
        return value_float(copysign(0, number));
    }
    double rounded = round_by_text(number, (int)digits);
    if (isinf(rounded)) {
        return raise_error(vm, EXCEPTION_OverflowError, "rounded value too large to represent");
    }
    return value_float(rounded);
}
