// What iterates over a range: by machine integers, or by ints of any size where those do not fit.
#include "vm/range.h"

#include "vm/builtin.h"
#include "vm/int.h"
#include "vm/iterators.h"
#include "vm/native.h"

enum { BIG_NEXT, BIG_STEP, BIG_LEFT };

// Steals [next] and [step]. [end]: where the numbers end at the latest.
static struct value make(struct vm *vm, struct value next, struct value step, struct value left,
                         struct value end) {
    bool failed = value_is_error(next) || value_is_error(step);
    struct range_iterator *iterator =
        failed ? NULL : object_new(vm, builtin(vm, BUILTIN_range_iterator), sizeof *iterator);
    if (iterator == NULL) {
        value_drop(vm, next);
        value_drop(vm, step);
        return VALUE_ERROR;
    }
    if (value_both_small(next, step) && value_both_small(left, end)) {
        iterator->next = value_to_small(next);
        iterator->step = value_to_small(step);
        iterator->left = (uint64_t)value_to_small(left);
        iterator->big[BIG_NEXT] = iterator->big[BIG_STEP] = iterator->big[BIG_LEFT] = VALUE_ABSENT;
    } else {
        iterator->big[BIG_NEXT] = next;
        iterator->big[BIG_STEP] = step;
        iterator->big[BIG_LEFT] = value_keep(left);
    }
    return value_object(iterator);
}

struct value range_iterate(struct vm *vm, struct value self) {
    const struct range *range = range_of(self);
    return make(vm, value_keep(range->start), value_keep(range->step), range->length, range->stop);
}

struct value range_iterate_back(struct vm *vm, struct value self) {
    const struct range *range = range_of(self);
    struct value last = int_binary(vm, BINARY_SUBTRACT, range->length, value_small(1));
    struct value next = value_is_error(last) ? last : range_at(vm, range, last);
    value_drop(vm, last);
    struct value step = int_binary(vm, BINARY_SUBTRACT, value_small(0), range->step);
    return make(vm, next, step, range->length, range->start);
}

static struct value advance_big(struct vm *vm, struct range_iterator *iterator) {
    struct value *big = iterator->big;
    if (value_is_absent(big[BIG_NEXT]) || int_sign(big[BIG_LEFT]) == 0) {
        return VALUE_ABSENT;
    }
    struct value after = int_binary(vm, BINARY_ADD, big[BIG_NEXT], big[BIG_STEP]);
    struct value left = int_binary(vm, BINARY_SUBTRACT, big[BIG_LEFT], value_small(1));
    if (value_is_error(after) || value_is_error(left)) {
        value_drop(vm, after);
        value_drop(vm, left);
        return VALUE_ERROR;
    }
    struct value number = big[BIG_NEXT];
    big[BIG_NEXT] = after;
    value_replace(vm, &big[BIG_LEFT], left);
    return number;
}

static struct value next(struct vm *vm, struct value self) {
    struct range_iterator *iterator = (struct range_iterator *)value_to_object(self);
    return iterator->left > 0 ? range_iterator_advance(iterator) : advance_big(vm, iterator);
}

static void release(struct vm *vm, struct object *object) {
    struct range_iterator *iterator = (struct range_iterator *)object;
    for (int i = 0; i < 3; i++) {
        value_drop(vm, iterator->big[i]);
    }
}

static struct value hint(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "__length_hint__", "")) {
        return VALUE_ERROR;
    }
    struct range_iterator *iterator = (struct range_iterator *)value_to_object(self);
    struct value left = iterator->big[BIG_LEFT];
    return value_is_absent(left) ? int_from(vm, (int64_t)iterator->left) : value_keep(left);
}

static const struct native methods[] = {
    {"__length_hint__", hint, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

bool range_iterator_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct range_iterator);
    type->free = release;
    type->iter = iterator_itself;
    type->next = next;
    return type_ready(vm, type, methods);
}
