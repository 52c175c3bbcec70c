// Methods of Random that give numbers of other distributions, calculated as CPython does, step by
// step, so that the same draws give the same bits.
#include <math.h>

#include "vm/float.h"
#include "vm/int.h"
#include "vm/raise.h"
#include "vm/random.h"
#include "vm/vm.h"

static const double pi = 3.14159265358979323846;
static const double e = 2.71828182845904523536;

static struct value number_or_error(bool fine, double number) {
    return fine ? value_float(number) : VALUE_ERROR;
}

// Two arguments that are numbers, [format] as for native_args; given defaults stay.
static bool read_two(struct vm *vm, const struct call *call, const char *function,
                     const char *format, double *a, double *b) {
    struct value first = VALUE_ABSENT, second = VALUE_ABSENT;
    return native_args(vm, call, function, format, &first, &second) &&
           (value_is_absent(first) || float_from_real(vm, first, a)) &&
           (value_is_absent(second) || float_from_real(vm, second, b));
}

// Uniform and triangular --------------------------------------------------------------------------

// a + (b - a) * random(), whatever kind of numbers they are.
static struct value uniform_of_any(struct vm *vm, struct value self, struct value a,
                                   struct value b) {
    double number;
    struct value width = vm_binary(vm, BINARY_SUBTRACT, b, a);
    if (value_is_error(width) || !random_next(vm, self, &number)) {
        value_drop(vm, width);
        return VALUE_ERROR;
    }
    struct value part = vm_binary(vm, BINARY_MULTIPLY, width, value_float(number));
    value_drop(vm, width);
    if (value_is_error(part)) {
        return part;
    }
    struct value result = vm_binary(vm, BINARY_ADD, a, part);
    value_drop(vm, part);
    return result;
}

struct value random_uniform(struct vm *vm, struct value self, const struct call *call) {
    struct value a, b;
    return native_args(vm, call, "uniform", "o:a o:b", &a, &b) ? uniform_of_any(vm, self, a, b)
                                                               : VALUE_ERROR;
}

static double triangular(double number, double low, double high, double part) {
    if (number > part) {
        number = 1.0 - number;
        part = 1.0 - part;
        double swapped = low;
        low = high;
        high = swapped;
    }
    return low + (high - low) * sqrt(number * part);
}

struct value random_triangular(struct vm *vm, struct value self, const struct call *call) {
    struct value first = value_float(0), second = value_float(1), third = VALUE_NONE;
    double low, high, mode, number;
    if (!native_args(vm, call, "triangular", "|o:low o:high o:mode", &first, &second, &third) ||
        !random_next(vm, self, &number) || !float_from_real(vm, first, &low) ||
        !float_from_real(vm, second, &high)) {
        return VALUE_ERROR;
    }
    if (value_is_none(third)) {
        return value_float(triangular(number, low, high, 0.5));
    }
    if (!float_from_real(vm, third, &mode)) {
        return VALUE_ERROR;
    }
    if (high == low) {
        return value_keep(first);
    }
    return value_float(triangular(number, low, high, (mode - low) / (high - low)));
}

// Normal ------------------------------------------------------------------------------------------

static bool normal(struct vm *vm, struct value self, double mu, double sigma, double *out) {
    double magic = 4 * exp(-0.5) / sqrt(2.0), first, second, z;
    do {
        if (!random_next(vm, self, &first) || !random_next(vm, self, &second)) {
            return false;
        }
        second = 1.0 - second;
        z = magic * (first - 0.5) / second;
    } while (z * z / 4.0 > -log(second));
    *out = mu + z * sigma;
    return true;
}

struct value random_normalvariate(struct vm *vm, struct value self, const struct call *call) {
    double mu = 0, sigma = 1, number = 0;
    bool fine = read_two(vm, call, "normalvariate", "|o:mu o:sigma", &mu, &sigma) &&
                normal(vm, self, mu, sigma, &number);
    return number_or_error(fine, number);
}

struct value random_lognormvariate(struct vm *vm, struct value self, const struct call *call) {
    double mu = 0, sigma = 1, number;
    if (!read_two(vm, call, "lognormvariate", "o:mu o:sigma", &mu, &sigma) ||
        !normal(vm, self, mu, sigma, &number)) {
        return VALUE_ERROR;
    }
    double result = exp(number);
    return isinf(result) && isfinite(number)
               ? raise_error(vm, EXCEPTION_OverflowError, "math range error")
               : value_float(result);
}

struct value random_gauss(struct vm *vm, struct value self, const struct call *call) {
    struct random *random = random_of(self);
    double mu = 0, sigma = 1, z = random->gauss_next, angle, number;
    if (!read_two(vm, call, "gauss", "|o:mu o:sigma", &mu, &sigma)) {
        return VALUE_ERROR;
    }
    if (!random->has_gauss) {
        if (!random_next(vm, self, &angle) || !random_next(vm, self, &number)) {
            return VALUE_ERROR;
        }
        angle *= 2 * pi;
        double radius = sqrt(-2.0 * log(1.0 - number));
        z = cos(angle) * radius;
        random->gauss_next = sin(angle) * radius;
    }
    random->has_gauss = !random->has_gauss;
    return value_float(mu + z * sigma);
}

// Exponential and kin -----------------------------------------------------------------------------

struct value random_expovariate(struct vm *vm, struct value self, const struct call *call) {
    double lambda = 1, unused, number;
    if (!read_two(vm, call, "expovariate", "|o:lambd", &lambda, &unused) ||
        !random_next(vm, self, &number)) {
        return VALUE_ERROR;
    }
    if (lambda == 0) {
        return raise_error(vm, EXCEPTION_ZeroDivisionError, "float division by zero");
    }
    return value_float(-log(1.0 - number) / lambda);
}

struct value random_paretovariate(struct vm *vm, struct value self, const struct call *call) {
    double alpha = 1, unused, number;
    if (!read_two(vm, call, "paretovariate", "o:alpha", &alpha, &unused) ||
        !random_next(vm, self, &number)) {
        return VALUE_ERROR;
    }
    struct value power = float_binary(vm, BINARY_TRUE_DIVIDE, -1.0, alpha);
    return value_is_error(power)
               ? power
               : float_binary(vm, BINARY_POWER, 1.0 - number, value_to_float(power));
}

struct value random_weibullvariate(struct vm *vm, struct value self, const struct call *call) {
    double alpha = 1, beta = 1, number;
    if (!read_two(vm, call, "weibullvariate", "o:alpha o:beta", &alpha, &beta) ||
        !random_next(vm, self, &number)) {
        return VALUE_ERROR;
    }
    struct value power = float_binary(vm, BINARY_TRUE_DIVIDE, 1.0, beta);
    if (value_is_error(power)) {
        return power;
    }
    struct value part = float_binary(vm, BINARY_POWER, -log(1.0 - number), value_to_float(power));
    return value_is_error(part) ? part : value_float(alpha * value_to_float(part));
}

static struct value von_mises(struct vm *vm, struct value self, double mu, double kappa) {
    double s = 0.5 / kappa, r = s + sqrt(1.0 + s * s), z, d, first, second, third;
    do {
        if (!random_next(vm, self, &first) || !random_next(vm, self, &second)) {
            return VALUE_ERROR;
        }
        z = cos(pi * first);
        d = z / (r + z);
    } while (second >= 1.0 - d * d && second > (1.0 - d) * exp(d));
    double q = 1.0 / r, f = (q + z) / (1.0 + q * z);
    if (!random_next(vm, self, &third)) {
        return VALUE_ERROR;
    }
    double theta = third > 0.5 ? mu + acos(f) : mu - acos(f);
    return float_binary(vm, BINARY_MODULO, theta, 2 * pi);
}

struct value random_vonmisesvariate(struct vm *vm, struct value self, const struct call *call) {
    double mu = 0, kappa = 0, number;
    if (!read_two(vm, call, "vonmisesvariate", "o:mu o:kappa", &mu, &kappa)) {
        return VALUE_ERROR;
    }
    if (kappa > 1e-6) {
        return von_mises(vm, self, mu, kappa);
    }
    bool fine = random_next(vm, self, &number);
    return number_or_error(fine, 2 * pi * number);
}

// Gamma and beta ----------------------------------------------------------------------------------

static bool gamma_above_one(struct vm *vm, struct value self, double alpha, double *out) {
    double inverse = sqrt(2.0 * alpha - 1.0), b = alpha - log(4.0), c = alpha + inverse;
    double magic = 1.0 + log(4.5), first, second;
    while (true) {
        if (!random_next(vm, self, &first)) {
            return false;
        }
        if (!(1e-7 < first && first < 0.9999999)) {
            continue;
        }
        if (!random_next(vm, self, &second)) {
            return false;
        }
        second = 1.0 - second;
        double v = log(first / (1.0 - first)) / inverse, x = alpha * exp(v);
        double z = first * first * second, r = b + c * v - x;
        *out = x;
        if (r + magic - 4.5 * z >= 0.0 || r >= log(z)) {
            return true;
        }
    }
}

static bool gamma_below_one(struct vm *vm, struct value self, double alpha, double *out) {
    double b = (e + alpha) / e, first, second;
    while (true) {
        if (!random_next(vm, self, &first)) {
            return false;
        }
        double p = b * first;
        double x = p <= 1.0 ? pow(p, 1.0 / alpha) : -log((b - p) / alpha);
        if (!random_next(vm, self, &second)) {
            return false;
        }
        *out = x;
        if (p > 1.0 ? second <= pow(x, alpha - 1.0) : second <= exp(-x)) {
            return true;
        }
    }
}

static bool gamma_number(struct vm *vm, struct value self, double alpha, double beta, double *out) {
    if (alpha <= 0 || beta <= 0) {
        raise_error(vm, EXCEPTION_ValueError, "gammavariate: alpha and beta must be > 0.0");
        return false;
    }
    bool fine;
    if (alpha == 1.0) {
        fine = random_next(vm, self, out);
        *out = -log(1.0 - *out);
    } else {
        fine = alpha > 1.0 ? gamma_above_one(vm, self, alpha, out)
                           : gamma_below_one(vm, self, alpha, out);
    }
    *out *= beta;
    return fine;
}

struct value random_gammavariate(struct vm *vm, struct value self, const struct call *call) {
    double alpha = 1, beta = 1, number = 0;
    bool fine = read_two(vm, call, "gammavariate", "o:alpha o:beta", &alpha, &beta) &&
                gamma_number(vm, self, alpha, beta, &number);
    return number_or_error(fine, number);
}

struct value random_betavariate(struct vm *vm, struct value self, const struct call *call) {
    double alpha = 1, beta = 1, y = 0, other = 0;
    if (!read_two(vm, call, "betavariate", "o:alpha o:beta", &alpha, &beta) ||
        !gamma_number(vm, self, alpha, 1.0, &y)) {
        return VALUE_ERROR;
    }
    if (y == 0) {
        return value_float(0);
    }
    bool fine = gamma_number(vm, self, beta, 1.0, &other);
    return number_or_error(fine, y / (y + other));
}
