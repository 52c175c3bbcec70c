// Functions of module math from one or two real numbers to one: the C library's, with Python's
// errors.
#include <math.h>
#include <string.h>

#include "vm/big.h"
#include "vm/float.h"
#include "vm/gamma.h"
#include "vm/int.h"
#include "vm/math_module.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/vm.h"

// What an infinite result of a finite argument means.
enum infinity { INFINITY_OVERFLOWS, INFINITY_OUTSIDE };

static bool read_one(struct vm *vm, const struct call *call, const char *name, double *x) {
    return native_count(vm, call, name, 1, 1) && float_from_real(vm, call->args[0], x);
}

static bool read_two(struct vm *vm, const struct call *call, const char *name, double *x,
                     double *y) {
    return native_count(vm, call, name, 2, 2) && float_from_real(vm, call->args[0], x) &&
           float_from_real(vm, call->args[1], y);
}

static struct value check(struct vm *vm, double result, bool any_nan, bool all_finite,
                          enum infinity meaning) {
    if (isnan(result) && !any_nan) {
        return math_raise_domain(vm);
    }
    if (isinf(result) && all_finite) {
        return meaning == INFINITY_OVERFLOWS ? math_raise_range(vm) : math_raise_domain(vm);
    }
    return value_float(result);
}

static struct value of_one(struct vm *vm, const struct call *call, const char *name,
                           double (*function)(double x), enum infinity meaning) {
    double x;
    if (!read_one(vm, call, name, &x)) {
        return VALUE_ERROR;
    }
    return check(vm, function(x), isnan(x), isfinite(x), meaning);
}

#define ONE(name, function, meaning)                                                               \
    struct value math_##name(struct vm *vm, struct value self, const struct call *call) {          \
        (void)self;                                                                                \
        return of_one(vm, call, "math." #name, function, meaning);                                 \
    }
ONE(acos, acos, INFINITY_OUTSIDE)
ONE(acosh, acosh, INFINITY_OUTSIDE)
ONE(asin, asin, INFINITY_OUTSIDE)
ONE(asinh, asinh, INFINITY_OUTSIDE)
ONE(atan, atan, INFINITY_OUTSIDE)
ONE(atanh, atanh, INFINITY_OUTSIDE)
ONE(cbrt, cbrt, INFINITY_OUTSIDE)
ONE(cos, cos, INFINITY_OUTSIDE)
ONE(cosh, cosh, INFINITY_OVERFLOWS)
ONE(erf, erf, INFINITY_OUTSIDE)
ONE(erfc, erfc, INFINITY_OUTSIDE)
ONE(exp, exp, INFINITY_OVERFLOWS)
ONE(exp2, exp2, INFINITY_OVERFLOWS)
ONE(expm1, expm1, INFINITY_OVERFLOWS)
ONE(fabs, fabs, INFINITY_OUTSIDE)
ONE(log1p, log1p, INFINITY_OUTSIDE)
ONE(sin, sin, INFINITY_OUTSIDE)
ONE(sinh, sinh, INFINITY_OVERFLOWS)
ONE(sqrt, sqrt, INFINITY_OUTSIDE)
ONE(tan, tan, INFINITY_OUTSIDE)
ONE(tanh, tanh, INFINITY_OUTSIDE)
#undef ONE

// Gamma -------------------------------------------------------------------------------------------

struct value math_gamma(struct vm *vm, struct value self, const struct call *call) {
    double x, result;
    (void)self;
    if (!read_one(vm, call, "math.gamma", &x)) {
        return VALUE_ERROR;
    }
    if (!gamma_function(x, &result)) {
        return math_raise_domain(vm);
    }
    return check(vm, result, isnan(x), isfinite(x), INFINITY_OVERFLOWS);
}

struct value math_lgamma(struct vm *vm, struct value self, const struct call *call) {
    double x;
    (void)self;
    if (!read_one(vm, call, "math.lgamma", &x)) {
        return VALUE_ERROR;
    }
    bool pole = x <= 0 && x == floor(x) && isfinite(x);
    return pole ? math_raise_domain(vm)
                : check(vm, gamma_log(x), isnan(x), isfinite(x), INFINITY_OVERFLOWS);
}

// Logarithms --------------------------------------------------------------------------------------

// The logarithm of a number, or of an int too large to be a float: then that of its fraction, to
// which that of its power of two is added. False if raised.
static bool logarithm(struct vm *vm, struct value v, double (*function)(double x), double *out) {
    double x;
    int64_t exponent;
    if (int_is(v) && value_is_object(v) && int_sign(v) > 0 && !big_to_double(v, &x)) {
        double fraction = big_fraction(v, &exponent);
        *out = function(fraction) + function(2.0) * (double)exponent;
        return true;
    }
    if (int_is(v) && int_sign(v) <= 0) {
        math_raise_domain(vm);
        return false;
    }
    if (!float_from_real(vm, v, &x)) {
        return false;
    }
    if (x <= 0) {
        math_raise_domain(vm);
        return false;
    }
    *out = function(x);
    return true;
}

struct value math_log(struct vm *vm, struct value self, const struct call *call) {
    double x, base;
    (void)self;
    if (!native_count(vm, call, "log", 1, 2) || !logarithm(vm, call->args[0], log, &x)) {
        return VALUE_ERROR;
    }
    if (call->count == 1) {
        return value_float(x);
    }
    return logarithm(vm, call->args[1], log, &base) ? float_binary(vm, BINARY_TRUE_DIVIDE, x, base)
                                                    : VALUE_ERROR;
}

struct value math_log2(struct vm *vm, struct value self, const struct call *call) {
    double x;
    (void)self;
    bool fine = native_count(vm, call, "math.log2", 1, 1) && logarithm(vm, call->args[0], log2, &x);
    return fine ? value_float(x) : VALUE_ERROR;
}

struct value math_log10(struct vm *vm, struct value self, const struct call *call) {
    double x;
    (void)self;
    bool fine =
        native_count(vm, call, "math.log10", 1, 1) && logarithm(vm, call->args[0], log10, &x);
    return fine ? value_float(x) : VALUE_ERROR;
}

// Of two numbers ----------------------------------------------------------------------------------

struct value math_atan2(struct vm *vm, struct value self, const struct call *call) {
    double y, x;
    (void)self;
    return read_two(vm, call, "atan2", &y, &x) ? value_float(atan2(y, x)) : VALUE_ERROR;
}

struct value math_copysign(struct vm *vm, struct value self, const struct call *call) {
    double x, y;
    (void)self;
    return read_two(vm, call, "copysign", &x, &y) ? value_float(copysign(x, y)) : VALUE_ERROR;
}

struct value math_fmod(struct vm *vm, struct value self, const struct call *call) {
    double x, y;
    (void)self;
    if (!read_two(vm, call, "fmod", &x, &y)) {
        return VALUE_ERROR;
    }
    return check(vm, fmod(x, y), isnan(x) || isnan(y), true, INFINITY_OUTSIDE);
}

struct value math_remainder(struct vm *vm, struct value self, const struct call *call) {
    double x, y;
    (void)self;
    if (!read_two(vm, call, "remainder", &x, &y)) {
        return VALUE_ERROR;
    }
    return check(vm, remainder(x, y), isnan(x) || isnan(y), true, INFINITY_OUTSIDE);
}

struct value math_pow(struct vm *vm, struct value self, const struct call *call) {
    double x, y;
    (void)self;
    if (!read_two(vm, call, "pow", &x, &y)) {
        return VALUE_ERROR;
    }
    bool finite = isfinite(x) && isfinite(y);
    return check(vm, pow(x, y), isnan(x) || isnan(y), finite,
                 x == 0 ? INFINITY_OUTSIDE : INFINITY_OVERFLOWS);
}

struct value math_fma(struct vm *vm, struct value self, const struct call *call) {
    double x, y, z;
    (void)self;
    if (!native_count(vm, call, "fma", 3, 3) || !float_from_real(vm, call->args[0], &x) ||
        !float_from_real(vm, call->args[1], &y) || !float_from_real(vm, call->args[2], &z)) {
        return VALUE_ERROR;
    }
    double result = fma(x, y, z);
    if (isnan(result) && !isnan(x) && !isnan(y) && !isnan(z)) {
        return raise_error(vm, EXCEPTION_ValueError, "invalid operation in fma");
    }
    if (isinf(result) && isfinite(x) && isfinite(y) && isfinite(z)) {
        return raise_error(vm, EXCEPTION_OverflowError, "overflow in fma");
    }
    return value_float(result);
}

// Whole numbers of reals --------------------------------------------------------------------------

static struct value rounded(struct vm *vm, const struct call *call, const char *name,
                            enum dunder method, double (*function)(double x)) {
    double x;
    if (!native_count(vm, call, name, 1, 1)) {
        return VALUE_ERROR;
    }
    if (!value_is_float(call->args[0])) {
        struct value result = slot_call(vm, call->args[0], method, NULL, 0);
        if (!value_is_absent(result)) {
            return result;
        }
    }
    return float_from_real(vm, call->args[0], &x) ? int_from_double(vm, function(x)) : VALUE_ERROR;
}

struct value math_ceil(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return rounded(vm, call, "math.ceil", DUNDER_ceil, ceil);
}

struct value math_floor(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return rounded(vm, call, "math.floor", DUNDER_floor, floor);
}

struct value math_trunc(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (!native_count(vm, call, "math.trunc", 1, 1)) {
        return VALUE_ERROR;
    }
    struct value result = slot_call(vm, call->args[0], DUNDER_trunc, NULL, 0);
    if (value_is_absent(result)) {
        return raise_error(vm, EXCEPTION_TypeError, "type %s doesn't define __trunc__ method",
                           value_type(vm, call->args[0])->name);
    }
    return result;
}
