// Methods of Random that give integers and pick by them: randrange, randint, choice, shuffle.
#include "vm/index.h"
#include "vm/int.h"
#include "vm/raise.h"
#include "vm/random.h"
#include "vm/str.h"
#include "vm/vm.h"

// randrange ---------------------------------------------------------------------------------------

// Raises "empty range in randrange(3, 1, 2)"; [step] ABSENT leaves it out.
static struct value refuse_empty(struct vm *vm, struct value start, struct value stop,
                                 struct value step) {
    const struct value parts[3] = {start, stop, step};
    struct buf text = {0};
    bool fine = true;
    for (int i = 0; i < 3 && fine && !value_is_absent(parts[i]); i++) {
        struct value shown = vm_str(vm, parts[i]);
        fine = !value_is_error(shown);
        if (fine) {
            buf_printf(&text, "%s%s", i > 0 ? ", " : "", str_of(shown)->text);
            value_drop(vm, shown);
        }
    }
    if (fine) {
        raise_error(vm, EXCEPTION_ValueError, "empty range in randrange(%s)", buf_text(&text));
    }
    buf_free(&text);
    return VALUE_ERROR;
}

// x op y, dropping [x].
static struct value operate(struct vm *vm, enum binary_op op, struct value x, struct value y) {
    if (value_is_error(x) || value_is_error(y)) {
        value_drop(vm, x);
        return VALUE_ERROR;
    }
    struct value result = int_binary(vm, op, x, y);
    value_drop(vm, x);
    return result;
}

// How many numbers a range has: (stop - start + step -+ 1) // step.
static struct value count_range(struct vm *vm, struct value start, struct value stop,
                                struct value step) {
    struct value width = operate(vm, BINARY_SUBTRACT, value_keep(stop), start);
    width = operate(vm, BINARY_ADD, width, step);
    width = operate(vm, int_sign(step) > 0 ? BINARY_SUBTRACT : BINARY_ADD, width, value_small(1));
    return operate(vm, BINARY_FLOOR_DIVIDE, width, step);
}

// A number of a range of three ints. [shown] are the arguments as they were given.
static struct value pick_from_range(struct vm *vm, struct value self, const struct value range[3],
                                    const struct value shown[3]) {
    if (int_sign(range[2]) == 0) {
        return raise_error(vm, EXCEPTION_ValueError, "zero step for randrange()");
    }
    struct value count = count_range(vm, range[0], range[1], range[2]);
    if (value_is_error(count)) {
        return count;
    }
    if (int_sign(count) <= 0) {
        value_drop(vm, count);
        bool one = value_is(range[2], value_small(1));
        return refuse_empty(vm, shown[0], shown[1], one ? VALUE_ABSENT : shown[2]);
    }
    struct value index = random_below_int(vm, self, count);
    value_drop(vm, count);
    index = operate(vm, BINARY_MULTIPLY, index, range[2]);
    return operate(vm, BINARY_ADD, index, range[0]);
}

static struct value pick_from_zero(struct vm *vm, struct value self, struct value stop) {
    struct value bound = index_value(vm, stop);
    if (value_is_error(bound)) {
        return bound;
    }
    struct value number =
        int_sign(bound) > 0 ? random_below_int(vm, self, bound)
                            : raise_error(vm, EXCEPTION_ValueError, "empty range for randrange()");
    value_drop(vm, bound);
    return number;
}

static struct value randrange(struct vm *vm, struct value self, const struct value shown[3]) {
    struct value range[3] = {VALUE_ABSENT, VALUE_ABSENT, VALUE_ABSENT};
    struct value number = VALUE_ERROR;
    int read = 0;
    while (read < 3 && !value_is_error(range[read] = index_value(vm, shown[read]))) {
        read++;
    }
    if (read == 3) {
        number = pick_from_range(vm, self, range, shown);
    }
    for (int i = 0; i < read; i++) {
        value_drop(vm, range[i]);
    }
    return number;
}

struct value random_randrange(struct vm *vm, struct value self, const struct call *call) {
    struct value range[3] = {VALUE_ABSENT, VALUE_NONE, VALUE_ABSENT};
    if (!native_args(vm, call, "randrange", "o:start|o:stop o:step", &range[0], &range[1],
                     &range[2])) {
        return VALUE_ERROR;
    }
    if (value_is_none(range[1])) {
        if (!value_is_absent(range[2])) {
            return raise_error(vm, EXCEPTION_TypeError, "Missing a non-None stop argument");
        }
        return pick_from_zero(vm, self, range[0]);
    }
    range[2] = value_is_absent(range[2]) ? value_small(1) : range[2];
    return randrange(vm, self, range);
}

struct value random_randint(struct vm *vm, struct value self, const struct call *call) {
    struct value range[3] = {VALUE_ABSENT, VALUE_ABSENT, value_small(1)};
    if (!native_args(vm, call, "randint", "o:a o:b", &range[0], &range[1])) {
        return VALUE_ERROR;
    }
    range[1] = vm_binary(vm, BINARY_ADD, range[1], value_small(1));
    struct value number = value_is_error(range[1]) ? VALUE_ERROR : randrange(vm, self, range);
    value_drop(vm, range[1]);
    return number;
}

// choice and shuffle ------------------------------------------------------------------------------

static struct value item_at(struct vm *vm, struct value sequence, int64_t index) {
    return vm_get_item(vm, sequence, value_small(index));
}

struct value random_choice(struct vm *vm, struct value self, const struct call *call) {
    struct value sequence;
    int64_t index;
    if (!native_args(vm, call, "choice", "o:seq", &sequence)) {
        return VALUE_ERROR;
    }
    ptrdiff_t length = vm_length(vm, sequence);
    if (length < 0) {
        return VALUE_ERROR;
    }
    if (length == 0) {
        return raise_error(vm, EXCEPTION_IndexError, "Cannot choose from an empty sequence");
    }
    return random_below(vm, self, length, &index) ? item_at(vm, sequence, index) : VALUE_ERROR;
}

static bool swap(struct vm *vm, struct value sequence, int64_t i, int64_t j) {
    struct value a = item_at(vm, sequence, i);
    struct value b = value_is_error(a) ? VALUE_ERROR : item_at(vm, sequence, j);
    bool fine = !value_is_error(b) && vm_set_item(vm, sequence, value_small(i), b) &&
                vm_set_item(vm, sequence, value_small(j), a);
    value_drop(vm, a);
    value_drop(vm, b);
    return fine;
}

struct value random_shuffle(struct vm *vm, struct value self, const struct call *call) {
    struct value sequence;
    if (!native_args(vm, call, "shuffle", "o:x", &sequence)) {
        return VALUE_ERROR;
    }
    ptrdiff_t length = vm_length(vm, sequence);
    for (ptrdiff_t i = length - 1; i > 0; i--) {
        int64_t j;
        if (!random_below(vm, self, i + 1, &j) || !swap(vm, sequence, i, j)) {
            return VALUE_ERROR;
        }
    }
    return length < 0 ? VALUE_ERROR : VALUE_NONE;
}
