// sum: exact for integers; floats with a second number that catches what rounding loses, as CPython
// does since 3.12; anything else by +.
#include "vm/builtins.h"

#include <math.h>

#include "vm/builtin.h"
#include "vm/bytes.h"
#include "vm/float.h"
#include "vm/int.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

// What was summed so far: [result], and in the case of a float [high] + [low].
struct sum {
    struct value result; // ABSENT while [high] and [low] count
    double high, low;
};

// Neumaier's summation: [low] collects the digits that did not fit.
static void add_float(struct sum *sum, double number) {
    double total = sum->high + number;
    if (fabs(sum->high) >= fabs(number)) {
        sum->low += (sum->high - total) + number;
    } else {
        sum->low += (number - total) + sum->high;
    }
    sum->high = total;
}

static bool is_plain_int(struct vm *vm, struct value v) {
    return value_is_small(v) || value_is_bool(v) || value_is_exactly(v, builtin(vm, BUILTIN_int));
}

// Adds to a sum of floats, if [item] is a number that allows it.
static bool try_float(struct vm *vm, struct sum *sum, struct value item) {
    int64_t integer;
    if (value_is_float(item)) {
        add_float(sum, value_to_float(item));
        return true;
    }
    if (is_plain_int(vm, item) && int_to_int64(item, &integer)) {
        add_float(sum, (double)integer);
        return true;
    }
    return false;
}

static struct value float_result(const struct sum *sum) {
    bool corrects = sum->low != 0 && isfinite(sum->low);
    return value_float(corrects ? sum->high + sum->low : sum->high);
}

// Adds one item; false if raised.
static bool add(struct vm *vm, struct sum *sum, struct value item) {
    if (value_is_absent(sum->result)) {
        if (try_float(vm, sum, item)) {
            return true;
        }
        sum->result = float_result(sum);
    }
    struct value total = is_plain_int(vm, sum->result) && is_plain_int(vm, item)
                             ? int_binary(vm, BINARY_ADD, sum->result, item)
                             : vm_binary(vm, BINARY_ADD, sum->result, item);
    value_replace(vm, &sum->result, total);
    if (value_is_float(total)) {
        *sum = (struct sum){VALUE_ABSENT, value_to_float(total), 0};
    }
    return !value_is_error(total);
}

static struct value sum_all(struct vm *vm, struct value iterator, struct value start) {
    struct sum sum = {value_keep(start), 0, 0};
    if (value_is_float(start)) {
        sum = (struct sum){VALUE_ABSENT, value_to_float(start), 0};
    }
    for (;;) {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            return value_is_absent(sum.result) ? float_result(&sum) : sum.result;
        }
        bool done = !value_is_error(item) && add(vm, &sum, item) && vm_tick(vm);
        value_drop(vm, item);
        if (!done) {
            value_drop(vm, sum.result);
            return VALUE_ERROR;
        }
    }
}

static bool check_start(struct vm *vm, struct value start) {
    const char *kind = str_is(start)     ? "strings [use ''"
                       : bytes_is(start) ? "bytes [use b''"
                       : value_is_exactly(start, builtin(vm, BUILTIN_bytearray))
                           ? "bytearray [use b''"
                           : NULL;
    if (kind != NULL) {
        raise_error(vm, EXCEPTION_TypeError, "sum() can't sum %s.join(seq) instead]", kind);
    }
    return kind == NULL;
}

struct value builtins_sum(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value iterable, start = value_small(0);
    if (!native_args(vm, call, "sum", "o|o:start", &iterable, &start)) {
        return VALUE_ERROR;
    }
    struct value iterator = vm_iter(vm, iterable);
    if (value_is_error(iterator)) {
        return iterator;
    }
    struct value result = check_start(vm, start) ? sum_all(vm, iterator, start) : VALUE_ERROR;
    value_drop(vm, iterator);
    return result;
}
