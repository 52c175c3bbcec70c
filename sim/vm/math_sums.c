// Functions of module math over many numbers: fsum, prod, sumprod, hypot, dist.
//
// fsum keeps the sum as partials: doubles that do not overlap, the smallest first, whose sum is
// exact. A new number is added to each in turn, what rounding loses becoming a partial itself.
#include <math.h>

#include "base/vec.h"
#include "vm/float.h"
#include "vm/heap.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/math_module.h"
#include "vm/raise.h"
#include "vm/vm.h"

struct partials {
    double *items;
    size_t count, capacity;
    double special; // the sum of infinities and NaNs that came
    double infinities;
};

// Adds a finite number; false if a partial overflows.
static bool add_finite(struct partials *partials, double x) {
    size_t kept = 0;
    for (size_t i = 0; i < partials->count; i++) {
        double y = partials->items[i];
        if (fabs(x) < fabs(y)) {
            double swapped = x;
            x = y;
            y = swapped;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0) {
            partials->items[kept++] = low;
        }
        x = high;
    }
    partials->count = kept;
    if (x != 0) {
        *vec_push(partials) = x;
    }
    return isfinite(x);
}

static bool add_number(struct vm *vm, struct partials *partials, double x) {
    if (!isfinite(x)) {
        partials->infinities += isinf(x) ? x : 0;
        partials->special += x;
        return true;
    }
    if (!add_finite(partials, x)) {
        raise_error(vm, EXCEPTION_OverflowError, "intermediate overflow in fsum");
        return false;
    }
    return true;
}

// The partials' sum, rounded once: from the largest down until something is lost, and then to even
// only if what remains does not decide it.
static double round_partials(const struct partials *partials) {
    size_t left = partials->count;
    if (left == 0) {
        return 0;
    }
    double high = partials->items[--left], low = 0;
    while (left > 0 && low == 0) {
        double x = high, y = partials->items[--left];
        high = x + y;
        low = y - (high - x);
    }
    bool same_side = left > 0 && ((low < 0) == (partials->items[left - 1] < 0)) && low != 0;
    if (same_side) {
        double doubled = low * 2, next = high + doubled;
        if (doubled == next - high) {
            return next;
        }
    }
    return high;
}

static struct value finish_sum(struct vm *vm, const struct partials *partials) {
    if (partials->special == 0 && !isnan(partials->special)) {
        return value_float(round_partials(partials));
    }
    if (isnan(partials->infinities)) {
        return raise_error(vm, EXCEPTION_ValueError, "-inf + inf in fsum");
    }
    return value_float(partials->special);
}

// Calls [take] with each number of an iterable; false if raised.
static bool sum_all(struct vm *vm, struct value iterable, struct partials *partials) {
    struct value iterator = vm_iter(vm, iterable);
    bool fine = !value_is_error(iterator);
    while (fine) {
        double x;
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            break;
        }
        fine =
            !value_is_error(item) && float_from_real(vm, item, &x) && add_number(vm, partials, x);
        value_drop(vm, item);
    }
    value_drop(vm, iterator);
    return fine;
}

struct value math_fsum(struct vm *vm, struct value self, const struct call *call) {
    struct partials partials = {0};
    (void)self;
    if (!native_count(vm, call, "math.fsum", 1, 1)) {
        return VALUE_ERROR;
    }
    bool fine = sum_all(vm, call->args[0], &partials);
    struct value result = fine ? finish_sum(vm, &partials) : VALUE_ERROR;
    vec_free(&partials);
    return result;
}

// Products ----------------------------------------------------------------------------------------

struct value math_prod(struct vm *vm, struct value self, const struct call *call) {
    struct value iterable, start = value_small(1);
    (void)self;
    if (!native_args(vm, call, "prod", "o|$o:start", &iterable, &start)) {
        return VALUE_ERROR;
    }
    struct value iterator = vm_iter(vm, iterable);
    struct value result = value_is_error(iterator) ? iterator : value_keep(start);
    while (!value_is_error(result)) {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            break;
        }
        struct value next =
            value_is_error(item) ? item : vm_binary(vm, BINARY_MULTIPLY, result, item);
        value_drop(vm, item);
        value_drop(vm, result);
        result = next;
    }
    value_drop(vm, iterator);
    return result;
}

static bool all_floats(const struct list *list, bool *any_float) {
    for (size_t i = 0; i < list->count; i++) {
        *any_float = *any_float || float_is(list->items[i]);
        if (!float_is(list->items[i]) && !int_is(list->items[i])) {
            return false;
        }
    }
    return true;
}

// Of floats: each product as it is and what rounding lost of it, summed exactly.
static struct value sum_float_products(struct vm *vm, const struct list *p, const struct list *q) {
    struct partials partials = {0};
    bool fine = true;
    for (size_t i = 0; i < p->count && fine; i++) {
        double x, y;
        fine = float_from_number(vm, p->items[i], &x) && float_from_number(vm, q->items[i], &y);
        double product = fine ? x * y : 0;
        double lost = isfinite(product) && fine ? fma(x, y, -product) : 0;
        fine = fine && add_number(vm, &partials, product) && add_number(vm, &partials, lost);
    }
    struct value result =
        fine ? value_float(partials.special == 0 ? round_partials(&partials) : partials.special)
             : VALUE_ERROR;
    vec_free(&partials);
    return result;
}

static struct value sum_any_products(struct vm *vm, const struct list *p, const struct list *q) {
    struct value total = value_small(0);
    for (size_t i = 0; i < p->count && !value_is_error(total); i++) {
        struct value product = vm_binary(vm, BINARY_MULTIPLY, p->items[i], q->items[i]);
        struct value next =
            value_is_error(product) ? product : vm_binary(vm, BINARY_ADD, total, product);
        value_drop(vm, product);
        value_drop(vm, total);
        total = next;
    }
    return total;
}

static struct value sum_products(struct vm *vm, const struct list *p, const struct list *q) {
    bool any_float = false;
    if (p->count != q->count) {
        return raise_error(vm, EXCEPTION_ValueError, "Inputs are not the same length");
    }
    bool floats = all_floats(p, &any_float) && all_floats(q, &any_float) && any_float;
    return floats ? sum_float_products(vm, p, q) : sum_any_products(vm, p, q);
}

struct value math_sumprod(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (!native_count(vm, call, "sumprod", 2, 2)) {
        return VALUE_ERROR;
    }
    struct value p = list_from(vm, call->args[0]);
    struct value q = value_is_error(p) ? p : list_from(vm, call->args[1]);
    struct value result =
        value_is_error(q) ? VALUE_ERROR : sum_products(vm, list_of(p), list_of(q));
    value_drop(vm, p);
    value_drop(vm, q);
    return result;
}

// Distances ---------------------------------------------------------------------------------------

// A number as two doubles, the second what rounding lost of their sum.
struct pair {
    double high, low;
};

// Adds [x] times [x], or subtracts it, keeping what rounding loses.
static void add_square(struct pair *sum, double x, double sign) {
    double square = sign * x * x, lost = fma(sign * x, x, -square);
    double high = sum->high + square, back = high - sum->high;
    sum->low += (sum->high - (high - back)) + (square - back) + lost;
    sum->high = high;
}

// The root of the sum of squares of numbers made near one: first to double precision, then by what
// its own square lacks of the sum.
static double root_of_squares(const double *numbers, size_t count, int exponent) {
    struct pair sum = {0, 0};
    for (size_t i = 0; i < count; i++) {
        add_square(&sum, ldexp(numbers[i], -exponent), 1);
    }
    double root = sqrt(sum.high + sum.low);
    add_square(&sum, root, -1);
    return root + (sum.high + sum.low) / (2 * root);
}

static double norm(const double *numbers, size_t count) {
    double most = 0;
    bool nan = false;
    for (size_t i = 0; i < count; i++) {
        double x = fabs(numbers[i]);
        nan = nan || isnan(x);
        most = x > most ? x : most;
    }
    if (isinf(most) || nan || most == 0) {
        return isinf(most) ? INFINITY : nan ? NAN : 0;
    }
    int exponent;
    frexp(most, &exponent);
    return count == 1 ? most : ldexp(root_of_squares(numbers, count, exponent), exponent);
}

struct value math_hypot(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (!native_count(vm, call, "hypot", 0, SIZE_MAX)) {
        return VALUE_ERROR;
    }
    double *numbers = mem_alloc((call->count + 1) * sizeof *numbers);
    bool fine = true;
    for (size_t i = 0; i < call->count && fine; i++) {
        fine = float_from_real(vm, call->args[i], &numbers[i]);
    }
    struct value result = fine ? value_float(norm(numbers, call->count)) : VALUE_ERROR;
    mem_free(numbers);
    return result;
}

static struct value distance(struct vm *vm, struct value p, struct value q) {
    size_t count, other;
    const struct value *a = sequence_items(p, &count), *b = sequence_items(q, &other);
    if (count != other) {
        return raise_error(vm, EXCEPTION_ValueError,
                           "both points must have the same number of dimensions");
    }
    double *numbers = mem_alloc((count + 1) * sizeof *numbers);
    bool fine = true;
    for (size_t i = 0; i < count && fine; i++) {
        double x, y;
        fine = float_from_real(vm, a[i], &x) && float_from_real(vm, b[i], &y);
        numbers[i] = fine ? fabs(x - y) : 0;
    }
    struct value result = fine ? value_float(norm(numbers, count)) : VALUE_ERROR;
    mem_free(numbers);
    return result;
}

struct value math_dist(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (!native_count(vm, call, "dist", 2, 2)) {
        return VALUE_ERROR;
    }
    struct value p = tuple_from(vm, call->args[0]);
    struct value q = value_is_error(p) ? p : tuple_from(vm, call->args[1]);
    struct value result = value_is_error(q) ? VALUE_ERROR : distance(vm, p, q);
    value_drop(vm, p);
    value_drop(vm, q);
    return result;
}
