// Methods of Random that pick several: sample, without putting back, and choices.
#include <math.h>

#include "base/mem.h"
#include "vm/builtin.h"
#include "vm/float.h"
#include "vm/heap.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/random.h"
#include "vm/set.h"
#include "vm/vm.h"

static struct value item_at(struct vm *vm, struct value sequence, int64_t index) {
    return vm_get_item(vm, sequence, value_small(index));
}

// A list of [count] items, to be filled in.
static struct value list_of_none(struct vm *vm, int64_t count) {
    struct value list = list_new(vm, NULL, (size_t)count);
    for (int64_t i = 0; !value_is_error(list) && i < count; i++) {
        list_of(list)->items[i] = VALUE_NONE;
    }
    return list;
}

static bool set_result(struct vm *vm, struct value list, int64_t at, struct value item) {
    if (value_is_error(item)) {
        return false;
    }
    value_replace(vm, &list_of(list)->items[at], item);
    return true;
}

// sample ------------------------------------------------------------------------------------------

// From a copy, in which the place of what was taken is filled by the last item.
static bool sample_from_pool(struct vm *vm, struct value self, struct value population, int64_t n,
                             int64_t k, struct value result) {
    struct value pool = list_from(vm, population);
    bool fine = !value_is_error(pool);
    for (int64_t i = 0; i < k && fine; i++) {
        int64_t j;
        fine = random_below(vm, self, n - i, &j);
        if (fine) {
            struct value *items = list_of(pool)->items;
            struct value taken = items[j];
            items[j] = value_keep(items[n - i - 1]);
            fine = set_result(vm, result, i, taken);
        }
    }
    value_drop(vm, pool);
    return fine;
}

// From the population itself, noting which indices were taken.
static bool sample_by_index(struct vm *vm, struct value self, struct value population, int64_t n,
                            int64_t k, struct value result) {
    struct value taken = set_new(vm);
    bool fine = !value_is_error(taken);
    for (int64_t i = 0; i < k && fine; i++) {
        int64_t j = 0;
        int again = 1;
        while (again == 1) {
            again = random_below(vm, self, n, &j) ? set_has(vm, taken, value_small(j)) : -1;
        }
        fine = again == 0 && set_add(vm, taken, value_small(j)) &&
               set_result(vm, result, i, item_at(vm, population, j));
    }
    value_drop(vm, taken);
    return fine;
}

static struct value sample(struct vm *vm, struct value self, struct value population, int64_t n,
                           int64_t k) {
    if (k < 0 || k > n) {
        return raise_error(vm, EXCEPTION_ValueError,
                           "Sample larger than population or is negative");
    }
    struct value result = list_of_none(vm, k);
    if (value_is_error(result)) {
        return result;
    }
    double pool_most = 21;
    if (k > 5) {
        pool_most += pow(4, ceil(log((double)k * 3) / log(4)));
    }
    bool fine = (double)n <= pool_most ? sample_from_pool(vm, self, population, n, k, result)
                                       : sample_by_index(vm, self, population, n, k, result);
    if (!fine) {
        value_drop(vm, result);
        return VALUE_ERROR;
    }
    return result;
}

// The sums of the first, the first two, … items of an iterable, as a list.
static struct value accumulate(struct vm *vm, struct value iterable) {
    struct value list = list_from(vm, iterable);
    for (size_t i = 1; !value_is_error(list) && i < list_of(list)->count; i++) {
        struct value *items = list_of(list)->items;
        struct value sum = vm_binary(vm, BINARY_ADD, items[i - 1], items[i]);
        if (value_is_error(sum)) {
            value_drop(vm, list);
            return VALUE_ERROR;
        }
        value_replace(vm, &list_of(list)->items[i], sum);
    }
    return list;
}

// How many of the sums are not beyond [number]; at most [most].
static int64_t bisect(const double *sums, int64_t most, double number) {
    int64_t low = 0;
    while (low < most) {
        int64_t middle = (low + most) / 2;
        if (number < sums[middle]) {
            most = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

// The sums as doubles; to be given back with mem_free. NULL if raised.
static double *to_doubles(struct vm *vm, struct value list) {
    size_t count = list_of(list)->count;
    double *sums = mem_alloc((count + 1) * sizeof *sums);
    for (size_t i = 0; i < count; i++) {
        if (!float_from_real(vm, list_of(list)->items[i], &sums[i])) {
            mem_free(sums);
            return NULL;
        }
    }
    return sums;
}

// Replaces indices into the repeated items by the items of the population.
static bool replace_indices(struct vm *vm, struct value result, struct value population,
                            const double *sums, int64_t n) {
    for (size_t i = 0; i < list_of(result)->count; i++) {
        double index = (double)value_to_small(list_of(result)->items[i]);
        struct value item = item_at(vm, population, bisect(sums, n - 1, index));
        if (!set_result(vm, result, (int64_t)i, item)) {
            return false;
        }
    }
    return true;
}

static struct value sample_counted(struct vm *vm, struct value self, struct value population,
                                   struct value sums, int64_t n, int64_t k) {
    struct value total = n == 0 ? value_small(0) : list_of(sums)->items[n - 1];
    int64_t most;
    if (!int_is(total)) {
        return raise_error(vm, EXCEPTION_TypeError, "Counts must be integers");
    }
    if (int_sign(total) <= 0 || !int_to_int64(total, &most)) {
        return raise_error(vm, EXCEPTION_ValueError, "Total of counts must be greater than zero");
    }
    const struct value bounds[1] = {total};
    struct value range = vm_call(vm, value_object(builtin(vm, BUILTIN_range)), bounds, 1);
    struct value result = value_is_error(range) ? VALUE_ERROR : sample(vm, self, range, most, k);
    value_drop(vm, range);
    double *doubles = value_is_error(result) ? NULL : to_doubles(vm, sums);
    bool fine = doubles != NULL && replace_indices(vm, result, population, doubles, n);
    mem_free(doubles);
    if (!fine) {
        value_drop(vm, result);
        return VALUE_ERROR;
    }
    return result;
}

static struct value sample_with_counts(struct vm *vm, struct value self, struct value population,
                                       struct value counts, int64_t n, int64_t k) {
    struct value sums = accumulate(vm, counts);
    if (value_is_error(sums)) {
        return sums;
    }
    struct value result = (int64_t)list_of(sums)->count != n
                              ? raise_error(vm, EXCEPTION_ValueError,
                                            "The number of counts does not match the population")
                              : sample_counted(vm, self, population, sums, n, k);
    value_drop(vm, sums);
    return result;
}

static bool is_sequence(struct vm *vm, struct value v) {
    const struct type *type = value_type(vm, v);
    return type->get_item != NULL && type->length != NULL && (type->flags & TYPE_DICT) == 0;
}

struct value random_sample(struct vm *vm, struct value self, const struct call *call) {
    struct value population, count, counts = VALUE_NONE;
    int64_t k;
    if (!native_args(vm, call, "sample", "o:population o:k|$o:counts", &population, &count,
                     &counts)) {
        return VALUE_ERROR;
    }
    if (!is_sequence(vm, population)) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    ptrdiff_t n = vm_length(vm, population);
    if (n < 0 || !vm_to_index(vm, count, &k)) {
        return VALUE_ERROR;
    }
    return value_is_none(counts) ? sample(vm, self, population, n, k)
                                 : sample_with_counts(vm, self, population, counts, n, k);
}

// choices -----------------------------------------------------------------------------------------

static bool choose_evenly(struct vm *vm, struct value self, struct value population, int64_t n,
                          struct value result) {
    for (size_t i = 0; i < list_of(result)->count; i++) {
        double number;
        if (!random_next(vm, self, &number)) {
            return false;
        }
        int64_t index = (int64_t)floor(number * (double)n);
        if (!set_result(vm, result, (int64_t)i, item_at(vm, population, index))) {
            return false;
        }
    }
    return true;
}

static bool choose_by_sums(struct vm *vm, struct value self, struct value population, int64_t n,
                           const double *sums, struct value result) {
    double total = sums[n - 1];
    if (total <= 0 || !isfinite(total)) {
        raise_error(vm, EXCEPTION_ValueError, "Total of weights must be %s",
                    total <= 0 ? "greater than zero" : "finite");
        return false;
    }
    for (size_t i = 0; i < list_of(result)->count; i++) {
        double number;
        if (!random_next(vm, self, &number)) {
            return false;
        }
        int64_t index = bisect(sums, n - 1, number * total);
        if (!set_result(vm, result, (int64_t)i, item_at(vm, population, index))) {
            return false;
        }
    }
    return true;
}

static bool choose_weighted(struct vm *vm, struct value self, struct value population, int64_t n,
                            struct value weights, struct value result) {
    if ((int64_t)list_of(weights)->count != n) {
        raise_error(vm, EXCEPTION_ValueError,
                    "The number of weights does not match the population");
        return false;
    }
    if (n == 0) {
        raise_error(vm, EXCEPTION_IndexError, "list index out of range");
        return false;
    }
    double *sums = to_doubles(vm, weights);
    bool fine = sums != NULL && choose_by_sums(vm, self, population, n, sums, result);
    mem_free(sums);
    return fine;
}

// The sums of the weights, however they were given: None if they were not; ERROR if raised.
static struct value read_weights(struct vm *vm, struct value weights, struct value sums) {
    if (!value_is_none(sums)) {
        return value_is_none(weights)
                   ? list_from(vm, sums)
                   : raise_error(vm, EXCEPTION_TypeError,
                                 "Cannot specify both weights and cumulative weights");
    }
    int64_t number;
    if (int_is(weights) && int_to_int64(weights, &number)) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "The number of choices must be a keyword argument: k=%lld",
                           (long long)number);
    }
    return value_is_none(weights) ? VALUE_NONE : accumulate(vm, weights);
}

struct value random_choices(struct vm *vm, struct value self, const struct call *call) {
    struct value population, weights = VALUE_NONE, sums = VALUE_NONE, count = value_small(1);
    int64_t k;
    if (!native_args(vm, call, "choices", "o:population|o:weights $o:cum_weights o:k", &population,
                     &weights, &sums, &count)) {
        return VALUE_ERROR;
    }
    ptrdiff_t n = vm_length(vm, population);
    if (n < 0 || !vm_to_index(vm, count, &k)) {
        return VALUE_ERROR;
    }
    sums = read_weights(vm, weights, sums);
    struct value result = value_is_error(sums) ? VALUE_ERROR : list_of_none(vm, k < 0 ? 0 : k);
    bool fine = !value_is_error(result) &&
                (value_is_none(sums) ? choose_evenly(vm, self, population, n, result)
                                     : choose_weighted(vm, self, population, n, sums, result));
    value_drop(vm, sums);
    if (!fine) {
        value_drop(vm, result);
        return VALUE_ERROR;
    }
    return result;
}
