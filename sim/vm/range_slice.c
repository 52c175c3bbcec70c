// range[slice]. A range may be longer than any memory, so places in it are ints of any size.
#include "vm/index.h"
#include "vm/int.h"
#include "vm/raise.h"
#include "vm/range.h"
#include "vm/slice.h"

// The places that a slice may name: from [least] to [most], counted from the end of [length] if
// negative. All are ints; [most] is owned.
struct limits {
    struct value length, least, most;
};

// One of the slice's numbers; None gives [usual]. The caller's own.
static struct value read_number(struct vm *vm, struct value v, struct value usual) {
    if (value_is_none(v)) {
        return value_keep(usual);
    }
    if (!index_is(vm, v)) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "slice indices must be integers or None or have an __index__ method");
    }
    return index_value(vm, v);
}

// A place, cut to the limits: the caller's own.
static struct value read_place(struct vm *vm, struct value v, struct value usual,
                               const struct limits *limits) {
    struct value place = read_number(vm, v, usual);
    if (value_is_error(place) || value_is_none(v)) {
        return place;
    }
    if (int_sign(place) < 0) {
        value_replace(vm, &place, int_binary(vm, BINARY_ADD, place, limits->length));
    }
    if (value_is_error(place)) {
        return place;
    }
    if (int_compare(place, limits->least) < 0) {
        value_replace(vm, &place, value_keep(limits->least));
    } else if (int_compare(place, limits->most) > 0) {
        value_replace(vm, &place, value_keep(limits->most));
    }
    return place;
}

// The number at a place, which it drops.
static struct value number_at(struct vm *vm, const struct range *range, struct value place) {
    struct value number = value_is_error(place) ? place : range_at(vm, range, place);
    value_drop(vm, place);
    return number;
}

static struct value slice_by(struct vm *vm, const struct range *range, const struct slice *slice,
                             struct value step) {
    bool back = int_sign(step) < 0;
    struct limits limits = {range->length, value_small(back ? -1 : 0),
                            back ? int_binary(vm, BINARY_SUBTRACT, range->length, value_small(1))
                                 : value_keep(range->length)};
    if (value_is_error(limits.most)) {
        return VALUE_ERROR;
    }
    struct value first = back ? limits.most : limits.least;
    struct value last = back ? limits.least : limits.most;
    struct value start = read_place(vm, slice->start, first, &limits);
    struct value stop =
        value_is_error(start) ? VALUE_ERROR : read_place(vm, slice->stop, last, &limits);
    value_drop(vm, limits.most);
    return range_new(vm, number_at(vm, range, start), number_at(vm, range, stop),
                     int_binary(vm, BINARY_MULTIPLY, range->step, step));
}

struct value range_slice(struct vm *vm, const struct range *range, const struct slice *slice) {
    struct value step = read_number(vm, slice->step, value_small(1));
    if (value_is_error(step)) {
        return step;
    }
    struct value result = int_sign(step) == 0
                              ? raise_error(vm, EXCEPTION_ValueError, "slice step cannot be zero")
                              : slice_by(vm, range, slice, step);
    value_drop(vm, step);
    return result;
}
