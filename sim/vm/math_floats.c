// Functions of module math about floats as such: their parts, neighbours and kinds.
#include <math.h>

#include "vm/float.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/math_module.h"
#include "vm/raise.h"
#include "vm/vm.h"

static bool read_one(struct vm *vm, const struct call *call, const char *name, double *x) {
    return native_count(vm, call, name, 1, 1) && float_from_real(vm, call->args[0], x);
}

struct value math_isfinite(struct vm *vm, struct value self, const struct call *call) {
    double x;
    (void)self;
    return read_one(vm, call, "math.isfinite", &x) ? value_bool(isfinite(x)) : VALUE_ERROR;
}

struct value math_isinf(struct vm *vm, struct value self, const struct call *call) {
    double x;
    (void)self;
    return read_one(vm, call, "math.isinf", &x) ? value_bool(isinf(x)) : VALUE_ERROR;
}

struct value math_isnan(struct vm *vm, struct value self, const struct call *call) {
    double x;
    (void)self;
    return read_one(vm, call, "math.isnan", &x) ? value_bool(isnan(x)) : VALUE_ERROR;
}

struct value math_degrees(struct vm *vm, struct value self, const struct call *call) {
    double x;
    (void)self;
    return read_one(vm, call, "math.degrees", &x)
               ? value_float(x * (180.0 / 3.14159265358979323846))
               : VALUE_ERROR;
}

struct value math_radians(struct vm *vm, struct value self, const struct call *call) {
    double x;
    (void)self;
    return read_one(vm, call, "math.radians", &x)
               ? value_float(x * (3.14159265358979323846 / 180.0))
               : VALUE_ERROR;
}

struct value math_modf(struct vm *vm, struct value self, const struct call *call) {
    double x, whole;
    (void)self;
    if (!read_one(vm, call, "math.modf", &x)) {
        return VALUE_ERROR;
    }
    double fraction = modf(x, &whole);
    const struct value parts[2] = {value_float(fraction), value_float(whole)};
    return tuple_new(vm, parts, 2);
}

struct value math_frexp(struct vm *vm, struct value self, const struct call *call) {
    double x;
    int exponent = 0;
    (void)self;
    if (!read_one(vm, call, "math.frexp", &x)) {
        return VALUE_ERROR;
    }
    double fraction = isfinite(x) ? frexp(x, &exponent) : x;
    const struct value parts[2] = {value_float(fraction), value_small(exponent)};
    return tuple_new(vm, parts, 2);
}

struct value math_ldexp(struct vm *vm, struct value self, const struct call *call) {
    double x;
    int64_t exponent;
    (void)self;
    if (!native_count(vm, call, "ldexp", 2, 2) || !float_from_real(vm, call->args[0], &x)) {
        return VALUE_ERROR;
    }
    if (!int_is(call->args[1])) {
        return raise_error(vm, EXCEPTION_TypeError, "Expected an int as second argument to ldexp.");
    }
    if (!index_clamped(vm, call->args[1], &exponent)) {
        return VALUE_ERROR;
    }
    int power = exponent > 5000 ? 5000 : exponent < -5000 ? -5000 : (int)exponent;
    double result = ldexp(x, power);
    return isinf(result) && isfinite(x) ? math_raise_range(vm) : value_float(result);
}

// Neighbours --------------------------------------------------------------------------------------

// Floats in their order, as integers that count them.
static int64_t order_of(double x) {
    int64_t bits;
    __builtin_memcpy(&bits, &x, sizeof bits);
    return bits < 0 ? INT64_MIN - bits : bits;
}

static double at_order(int64_t order) {
    double x;
    int64_t bits = order < 0 ? INT64_MIN - order : order;
    __builtin_memcpy(&x, &bits, sizeof x);
    return x;
}

static double step_towards(double x, double y, uint64_t steps) {
    if (isnan(x) || isnan(y)) {
        return NAN;
    }
    int64_t from = order_of(x), to = order_of(y);
    uint64_t distance = from < to ? (uint64_t)to - (uint64_t)from : (uint64_t)from - (uint64_t)to;
    if (distance <= steps) {
        return y;
    }
    return at_order(from < to ? from + (int64_t)steps : from - (int64_t)steps);
}

struct value math_nextafter(struct vm *vm, struct value self, const struct call *call) {
    struct value first, second, count = VALUE_NONE;
    double x, y;
    int64_t steps;
    (void)self;
    if (!native_args(vm, call, "nextafter", "oo|$o:steps", &first, &second, &count) ||
        !float_from_real(vm, first, &x) || !float_from_real(vm, second, &y)) {
        return VALUE_ERROR;
    }
    if (value_is_none(count)) {
        return value_float(nextafter(x, y));
    }
    if (!index_clamped(vm, count, &steps)) {
        return VALUE_ERROR;
    }
    if (steps < 0) {
        return raise_error(vm, EXCEPTION_ValueError, "steps must be a non-negative integer");
    }
    return value_float(steps == 0 ? x : step_towards(x, y, (uint64_t)steps));
}

struct value math_ulp(struct vm *vm, struct value self, const struct call *call) {
    double x;
    (void)self;
    if (!read_one(vm, call, "math.ulp", &x)) {
        return VALUE_ERROR;
    }
    x = fabs(x);
    if (!isfinite(x)) {
        return value_float(x);
    }
    double next = nextafter(x, INFINITY);
    return value_float(isinf(next) ? x - nextafter(x, 0) : next - x);
}

// Closeness ---------------------------------------------------------------------------------------

static bool is_close(double a, double b, double relative, double absolute) {
    if (a == b) {
        return true;
    }
    if (isinf(a) || isinf(b)) {
        return false;
    }
    double distance = fabs(b - a);
    return distance <= fabs(relative * b) || distance <= fabs(relative * a) || distance <= absolute;
}

struct value math_isclose(struct vm *vm, struct value self, const struct call *call) {
    struct value first, second, third = value_float(1e-9), fourth = value_float(0);
    double a, b, relative, absolute;
    (void)self;
    if (!native_args(vm, call, "isclose", "o:a o:b|$o:rel_tol o:abs_tol", &first, &second, &third,
                     &fourth) ||
        !float_from_real(vm, first, &a) || !float_from_real(vm, second, &b) ||
        !float_from_real(vm, third, &relative) || !float_from_real(vm, fourth, &absolute)) {
        return VALUE_ERROR;
    }
    if (relative < 0 || absolute < 0) {
        return raise_error(vm, EXCEPTION_ValueError, "tolerances must be non-negative");
    }
    return value_bool(is_close(a, b, relative, absolute));
}
