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

// How items are added. A sum begins with SUM_INTS or SUM_FLOATS, may go on from the first to the
// second, and once it came to SUM_REST stays there, as in CPython: it shows in how floats round.
enum phase { SUM_INTS, SUM_FLOATS, SUM_REST };

// What was summed so far.
struct sum {
    enum phase phase;
    int64_t integer;     // SUM_INTS
    double high, low;    // SUM_FLOATS: their sum
    struct value result; // SUM_REST; else ABSENT
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

// Adds a number that this phase can take; false if it cannot.
static bool add_quickly(struct vm *vm, struct sum *sum, struct value item) {
    int64_t integer;
    if (sum->phase == SUM_FLOATS && value_is_float(item)) {
        add_float(sum, value_to_float(item));
        return true;
    }
    if (sum->phase == SUM_REST || !is_plain_int(vm, item) || !int_to_int64(item, &integer)) {
        return false;
    }
    if (sum->phase == SUM_FLOATS) {
        sum->high += (double)integer; // CPython 3.13 does not catch what is lost here
        return true;
    }
    int64_t total;
    bool fits = !__builtin_add_overflow(sum->integer, integer, &total);
    sum->integer = fits ? total : sum->integer;
    return fits;
}

// The sum as a value: the caller's own.
static struct value current(struct vm *vm, const struct sum *sum) {
    if (sum->phase == SUM_INTS) {
        return int_from(vm, sum->integer);
    }
    if (sum->phase == SUM_FLOATS) {
        bool corrects = sum->low != 0 && isfinite(sum->low);
        return value_float(corrects ? sum->high + sum->low : sum->high);
    }
    return value_keep(sum->result);
}

// Begins a phase with [value], which it steals.
static void enter(struct vm *vm, struct sum *sum, struct value value, bool ints) {
    int64_t integer;
    *sum = (struct sum){.phase = SUM_REST, .result = value};
    if (value_is_float(value)) {
        *sum = (struct sum){SUM_FLOATS, 0, value_to_float(value), 0, VALUE_ABSENT};
    } else if (ints && !value_is_bool(value) && is_plain_int(vm, value) &&
               int_to_int64(value, &integer)) {
        value_drop(vm, value);
        *sum = (struct sum){SUM_INTS, integer, 0, 0, VALUE_ABSENT};
    }
}

// Adds one item; false if raised.
static bool add(struct vm *vm, struct sum *sum, struct value item) {
    if (add_quickly(vm, sum, item)) {
        return true;
    }
    struct value before = current(vm, sum);
    struct value total = value_is_error(before) ? before : vm_binary(vm, BINARY_ADD, before, item);
    value_drop(vm, before);
    if (value_is_error(total)) {
        return false;
    }
    if (sum->phase == SUM_INTS) {
        enter(vm, sum, total, false);
    } else {
        sum->phase = SUM_REST;
        value_replace(vm, &sum->result, total);
    }
    return true;
}

static struct value sum_all(struct vm *vm, struct value iterator, struct value start) {
    struct sum sum;
    enter(vm, &sum, value_keep(start), true);
    for (;;) {
        struct value item = vm_next(vm, iterator);
        bool ended = value_is_absent(item);
        if (ended || value_is_error(item) || !add(vm, &sum, item) || !vm_tick(vm)) {
            struct value result = ended ? current(vm, &sum) : VALUE_ERROR;
            value_drop(vm, item);
            value_drop(vm, sum.result);
            return result;
        }
        value_drop(vm, item);
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
