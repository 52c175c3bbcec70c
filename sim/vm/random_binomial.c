// Random.binomialvariate: how many of n tries succeed, each with probability p.
#include <math.h>

#include "vm/float.h"
#include "vm/gamma.h"
#include "vm/raise.h"
#include "vm/random.h"
#include "vm/vm.h"

// Few successes expected: draws the distances between them. -1: raised.
static int64_t draw_few(struct vm *vm, struct value self, int64_t n, double p) {
    int64_t successes = 0;
    double tries = 0, c = log2(1.0 - p), number;
    if (c == 0) {
        return 0;
    }
    while (true) {
        if (!random_next(vm, self, &number)) {
            return -1;
        }
        tries += floor(log2(number) / c) + 1;
        if (tries > (double)n) {
            return successes;
        }
        successes++;
    }
}

// Many expected: transformed rejection with squeeze, by Hörmann (1993). -1: raised.
static int64_t draw_many(struct vm *vm, struct value self, int64_t n, double p) {
    double count = (double)n, spread = sqrt(count * p * (1.0 - p));
    double b = 1.15 + 2.53 * spread, a = -0.0873 + 0.0248 * b + 0.01 * p;
    double c = count * p + 0.5, vr = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * spread, odds = log(p / (1.0 - p));
    double mode = floor((count + 1) * p);
    double h = gamma_log(mode + 1) + gamma_log(count - mode + 1);
    double u, v;
    while (true) {
        if (!random_next(vm, self, &u)) {
            return -1;
        }
        u -= 0.5;
        double us = 0.5 - fabs(u), k = floor((2.0 * a / us + b) * u + c);
        if (k < 0 || k > count) {
            continue;
        }
        if (!random_next(vm, self, &v)) {
            return -1;
        }
        if (us >= 0.07 && v <= vr) {
            return (int64_t)k;
        }
        v *= alpha / (a / (us * us) + b);
        if (log(v) <= h - gamma_log(k + 1) - gamma_log(count - k + 1) + (k - mode) * odds) {
            return (int64_t)k;
        }
    }
}

static int64_t draw(struct vm *vm, struct value self, int64_t n, double p) {
    double number;
    if (n == 1) {
        return random_next(vm, self, &number) ? number < p : -1;
    }
    if (p > 0.5) {
        int64_t failures = draw(vm, self, n, 1.0 - p);
        return failures < 0 ? -1 : n - failures;
    }
    return (double)n * p < 10.0 ? draw_few(vm, self, n, p) : draw_many(vm, self, n, p);
}

struct value random_binomialvariate(struct vm *vm, struct value self, const struct call *call) {
    struct value tries = value_small(1), chance = value_float(0.5);
    int64_t n;
    double p;
    if (!native_args(vm, call, "binomialvariate", "|o:n o:p", &tries, &chance) ||
        !vm_to_index(vm, tries, &n) || !float_from_real(vm, chance, &p)) {
        return VALUE_ERROR;
    }
    if (n < 0) {
        return raise_error(vm, EXCEPTION_ValueError, "n must be non-negative");
    }
    if (p == 0 || p == 1) {
        return value_small(p == 0 ? 0 : n);
    }
    if (!(p > 0 && p < 1)) {
        return raise_error(vm, EXCEPTION_ValueError, "p must be in the range 0.0 <= p <= 1.0");
    }
    int64_t successes = draw(vm, self, n, p);
    return successes < 0 ? VALUE_ERROR : value_small(successes);
}
