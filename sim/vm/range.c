// The type range.
#include "vm/range.h"

#include "vm/builtin.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/sequence.h"
#include "vm/slice.h"
#include "vm/str.h"
#include "vm/vm.h"

// a op b of ints; drops a. Passes errors on.
static struct value reckon(struct vm *vm, struct value a, enum binary_op op, struct value b) {
    if (value_is_error(a)) {
        return a;
    }
    struct value result = int_binary(vm, op, a, b);
    value_drop(vm, a);
    return result;
}

// How many numbers there are: (stop - start -+ 1) // step + 1, at least 0.
static struct value count_numbers(struct vm *vm, struct value start, struct value stop,
                                  struct value step) {
    struct value count = reckon(vm, value_keep(stop), BINARY_SUBTRACT, start);
    count = reckon(vm, count, BINARY_SUBTRACT, value_small(int_sign(step)));
    count = reckon(vm, count, BINARY_FLOOR_DIVIDE, step);
    count = reckon(vm, count, BINARY_ADD, value_small(1));
    if (!value_is_error(count) && int_sign(count) < 0) {
        value_drop(vm, count);
        return value_small(0);
    }
    return count;
}

struct value range_new(struct vm *vm, struct value start, struct value stop, struct value step) {
    bool failed = value_is_error(start) || value_is_error(stop) || value_is_error(step);
    struct value length = failed ? VALUE_ERROR : count_numbers(vm, start, stop, step);
    struct range *range = NULL;
    if (!value_is_error(length)) {
        range = object_new(vm, builtin(vm, BUILTIN_range), sizeof *range);
    }
    if (range == NULL) {
        value_drop(vm, start);
        value_drop(vm, stop);
        value_drop(vm, step);
        value_drop(vm, length);
        return VALUE_ERROR;
    }
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->length = length;
    return value_object(range);
}

static struct value create(struct vm *vm, struct type *type, const struct call *call) {
    (void)type;
    if (!native_count(vm, call, "range", 1, 3)) {
        return VALUE_ERROR;
    }
    if (call->count == 1) {
        return range_new(vm, value_small(0), index_value(vm, call->args[0]), value_small(1));
    }
    struct value start = index_value(vm, call->args[0]);
    struct value stop = value_is_error(start) ? start : index_value(vm, call->args[1]);
    struct value step = value_small(1);
    if (!value_is_error(stop) && call->count == 3) {
        step = index_value(vm, call->args[2]);
    }
    if (value_is(step, value_small(0))) {
        step = raise_error(vm, EXCEPTION_ValueError, "range() arg 3 must not be zero");
    }
    return range_new(vm, start, stop, step);
}

static void release(struct vm *vm, struct object *object) {
    struct range *range = (struct range *)object;
    value_drop(vm, range->start);
    value_drop(vm, range->stop);
    value_drop(vm, range->step);
    value_drop(vm, range->length);
}

static struct value repr(struct vm *vm, struct value self) {
    struct range *range = range_of(self);
    struct buf out = {0};
    buf_puts(&out, "range(");
    bool done = sequence_put_repr(vm, range->start, &out);
    buf_puts(&out, ", ");
    done = done && sequence_put_repr(vm, range->stop, &out);
    if (!value_is(range->step, value_small(1))) {
        buf_puts(&out, ", ");
        done = done && sequence_put_repr(vm, range->step, &out);
    }
    buf_putc(&out, ')');
    if (!done) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

// What makes two ranges equal: the length, the first number if there is one, the step if there is
// a second.
static struct value as_tuple(struct vm *vm, const struct range *range) {
    bool any = int_sign(range->length) > 0;
    bool many = any && !value_is(range->length, value_small(1));
    return tuple_new(vm,
                     (struct value[]){range->length, any ? range->start : VALUE_NONE,
                                      many ? range->step : VALUE_NONE},
                     3);
}

static bool hash(struct vm *vm, struct value self, int64_t *out) {
    struct value tuple = as_tuple(vm, range_of(self));
    bool done = !value_is_error(tuple) && vm_hash(vm, tuple, out);
    value_drop(vm, tuple);
    return done;
}

static struct value compare(struct vm *vm, struct value self, struct value other,
                            enum compare_op op) {
    bool known = value_is_exactly(other, builtin(vm, BUILTIN_range)) &&
                 (op == COMPARE_EQ || op == COMPARE_NE);
    if (!known) {
        return VALUE_NOT_IMPLEMENTED;
    }
    struct value a = as_tuple(vm, range_of(self));
    struct value b = value_is_error(a) ? a : as_tuple(vm, range_of(other));
    struct value result = value_is_error(b) ? b : sequence_compare(vm, a, b, op);
    value_drop(vm, a);
    value_drop(vm, b);
    return result;
}

static ptrdiff_t length(struct vm *vm, struct value self) {
    int64_t count;
    if (!int_to_int64(range_of(self)->length, &count)) {
        raise_error(vm, EXCEPTION_OverflowError, "Python int too large to convert to C ssize_t");
        return -1;
    }
    return count;
}

static int truth(struct vm *vm, struct value self) {
    (void)vm;
    return int_sign(range_of(self)->length) > 0;
}

struct value range_at(struct vm *vm, const struct range *range, struct value index) {
    struct value number = reckon(vm, value_keep(index), BINARY_MULTIPLY, range->step);
    return reckon(vm, number, BINARY_ADD, range->start);
}

// range[index] for an int of any size.
static struct value get_at(struct vm *vm, struct value self, struct value index) {
    struct range *range = range_of(self);
    struct value place = value_keep(index);
    if (int_sign(index) < 0) {
        place = reckon(vm, place, BINARY_ADD, range->length);
    }
    if (value_is_error(place)) {
        return place;
    }
    struct value number;
    if (int_sign(place) < 0 || int_compare(place, range->length) >= 0) {
        number = raise_error(vm, EXCEPTION_IndexError, "range object index out of range");
    } else {
        number = range_at(vm, range, place);
    }
    value_drop(vm, place);
    return number;
}

static struct value get_item(struct vm *vm, struct value self, struct value key) {
    if (slice_is(key)) {
        return range_slice(vm, range_of(self), slice_of(key));
    }
    if (!index_is(vm, key)) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "range indices must be integers or slices, not %s",
                           value_type(vm, key)->name);
    }
    struct value index = index_value(vm, key);
    if (value_is_error(index)) {
        return index;
    }
    struct value number = get_at(vm, self, index);
    value_drop(vm, index);
    return number;
}

// The place of an int in the range: an int, ABSENT if it is not there, or VALUE_ERROR.
static struct value place_of(struct vm *vm, const struct range *range, struct value number) {
    struct value offset = int_binary(vm, BINARY_SUBTRACT, number, range->start);
    if (value_is_error(offset)) {
        return offset;
    }
    struct value left = int_binary(vm, BINARY_MODULO, offset, range->step);
    struct value place = reckon(vm, offset, BINARY_FLOOR_DIVIDE, range->step);
    bool within = !value_is_error(left) && !value_is_error(place) && int_sign(left) == 0 &&
                  int_sign(place) >= 0 && int_compare(place, range->length) < 0;
    bool failed = value_is_error(left) || value_is_error(place);
    value_drop(vm, left);
    if (!within) {
        value_drop(vm, place);
        return failed ? VALUE_ERROR : VALUE_ABSENT;
    }
    return place;
}

// Is it an int whose == is int's own?
static bool is_plain_int(struct vm *vm, struct value v) {
    return value_is_small(v) || value_is_bool(v) || value_is_exactly(v, builtin(vm, BUILTIN_int));
}

// The place of anything else, by comparing one number after another. [*count]: how many equal it.
static struct value search(struct vm *vm, struct value self, struct value sought, bool first,
                           int64_t *count) {
    struct value iterator = range_iterate(vm, self);
    struct value place = value_is_error(iterator) ? VALUE_ERROR : VALUE_ABSENT;
    *count = 0;
    for (int64_t i = 0; !value_is_error(place) && !(first && *count > 0); i++) {
        struct value number = vm_next(vm, iterator);
        if (value_is_absent(number)) {
            break;
        }
        int equal = value_is_error(number) ? -1 : vm_equal(vm, number, sought);
        value_drop(vm, number);
        equal = vm_tick(vm) ? equal : -1;
        if (equal != 0) {
            *count += equal;
            place = equal < 0 ? VALUE_ERROR : value_small(i);
        }
    }
    value_drop(vm, iterator);
    return place;
}

static struct value find(struct vm *vm, struct value self, struct value sought, int64_t *count) {
    if (!is_plain_int(vm, sought)) {
        return search(vm, self, sought, true, count);
    }
    struct value place = place_of(vm, range_of(self), sought);
    *count = !value_is_absent(place);
    return place;
}

static int contains(struct vm *vm, struct value self, struct value item) {
    int64_t count;
    struct value place = find(vm, self, item, &count);
    int result = value_is_error(place) ? -1 : !value_is_absent(place);
    value_drop(vm, place);
    return result;
}

static struct value index_method(struct vm *vm, struct value self, const struct call *call) {
    struct value sought;
    int64_t count;
    if (!native_args(vm, call, "index", "o", &sought)) {
        return VALUE_ERROR;
    }
    struct value place = find(vm, self, sought, &count);
    if (!value_is_absent(place)) {
        return place;
    }
    if (!is_plain_int(vm, sought)) {
        return raise_error(vm, EXCEPTION_ValueError, "sequence.index(x): x not in sequence");
    }
    struct value text = vm_repr(vm, sought);
    if (!value_is_error(text)) {
        raise_error(vm, EXCEPTION_ValueError, "%s is not in range", str_of(text)->text);
        value_drop(vm, text);
    }
    return VALUE_ERROR;
}

static struct value count_method(struct vm *vm, struct value self, const struct call *call) {
    struct value sought;
    int64_t count;
    if (!native_args(vm, call, "count", "o", &sought)) {
        return VALUE_ERROR;
    }
    struct value place = is_plain_int(vm, sought) ? find(vm, self, sought, &count)
                                                  : search(vm, self, sought, false, &count);
    bool failed = value_is_error(place);
    value_drop(vm, place);
    return failed ? VALUE_ERROR : value_small(count);
}

static struct value get_start(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(range_of(self)->start);
}

static struct value get_stop(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(range_of(self)->stop);
}

static struct value get_step(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(range_of(self)->step);
}

static struct value reversed_method(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "__reversed__", "") ? range_iterate_back(vm, self) : VALUE_ERROR;
}

static const struct native methods[] = {
    {"count", count_method, NATIVE_PLAIN, NULL},
    {"index", index_method, NATIVE_PLAIN, NULL},
    {"start", get_start, NATIVE_GETTER, NULL},
    {"stop", get_stop, NATIVE_GETTER, NULL},
    {"step", get_step, NATIVE_GETTER, NULL},
    {"__reversed__", reversed_method, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

bool range_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct range);
    type->create = create;
    type->free = release;
    type->repr = repr;
    type->hash = hash;
    type->compare = compare;
    type->length = length;
    type->truth = truth;
    type->iter = range_iterate;
    type->get_item = get_item;
    type->contains = contains;
    return type_ready(vm, type, methods);
}
