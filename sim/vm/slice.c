// Slices: the arithmetic of start, stop and step.
#include "vm/slice.h"

#include "vm/builtin.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/sequence.h"
#include "vm/str.h"
#include "vm/vm.h"

struct value slice_new(struct vm *vm, struct value start, struct value stop, struct value step) {
    struct slice *slice = object_new(vm, builtin(vm, BUILTIN_slice), sizeof *slice);
    if (slice == NULL) {
        return VALUE_ERROR;
    }
    slice->start = value_keep(start);
    slice->stop = value_keep(stop);
    slice->step = value_keep(step);
    return value_object(slice);
}

// One of a slice's numbers, cut to what 64 bits hold. False if raised.
static bool to_bound(struct vm *vm, struct value v, int64_t *bound) {
    if (!index_is(vm, v)) {
        raise_error(vm, EXCEPTION_TypeError,
                    "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    return index_clamped(vm, v, bound);
}

static bool read_step(struct vm *vm, struct value v, int64_t *step) {
    *step = 1;
    if (value_is_none(v)) {
        return true;
    }
    if (!to_bound(vm, v, step)) {
        return false;
    }
    if (*step == 0) {
        raise_error(vm, EXCEPTION_ValueError, "slice step cannot be zero");
        return false;
    }
    if (*step < -INT64_MAX) {
        *step = -INT64_MAX; // so that it can be negated
    }
    return true;
}

// Counts a negative [bound] from the end and cuts it to [least, most].
static int64_t clamp(int64_t bound, int64_t length, int64_t least, int64_t most) {
    if (bound < 0) {
        bound += length;
    }
    return bound < least ? least : bound > most ? most : bound;
}

static size_t count_steps(const struct slice_span *span) {
    if (span->step > 0) {
        return span->start >= span->stop
                   ? 0
                   : (size_t)((span->stop - span->start - 1) / span->step + 1);
    }
    return span->start <= span->stop ? 0
                                     : (size_t)((span->start - span->stop - 1) / -span->step + 1);
}

bool slice_resolve(struct vm *vm, const struct slice *slice, size_t length,
                   struct slice_span *span) {
    int64_t count = (int64_t)length;
    int64_t start, stop;
    if (!read_step(vm, slice->step, &span->step) ||
        (!value_is_none(slice->start) && !to_bound(vm, slice->start, &start)) ||
        (!value_is_none(slice->stop) && !to_bound(vm, slice->stop, &stop))) {
        return false;
    }
    // Backwards, a slice may begin at the last item at most and end before the first.
    bool back = span->step < 0;
    int64_t least = back ? -1 : 0;
    int64_t most = back ? count - 1 : count;
    span->start =
        value_is_none(slice->start) ? (back ? most : least) : clamp(start, count, least, most);
    span->stop =
        value_is_none(slice->stop) ? (back ? least : most) : clamp(stop, count, least, most);
    span->count = count_steps(span);
    return true;
}

bool slice_index(struct vm *vm, struct value key, size_t length, const struct slice_words *words,
                 size_t *index) {
    int64_t place;
    if (value_is_small(key)) {
        place = value_to_small(key);
    } else if (!index_is(vm, key)) {
        raise_error(vm, EXCEPTION_TypeError, "%s indices must be integers or slices, not %s",
                    words->type, value_type(vm, key)->name);
        return false;
    } else if (!index_clamped(vm, key, &place)) {
        return false;
    } else if (place == INT64_MAX || place == INT64_MIN) {
        raise_error(vm, EXCEPTION_IndexError, "cannot fit '%s' into an index-sized integer",
                    value_type(vm, key)->name);
        return false;
    }
    if (place < 0) {
        place += (int64_t)length;
    }
    if (place < 0 || place >= (int64_t)length) {
        raise_error(vm, EXCEPTION_IndexError, "%s", words->range);
        return false;
    }
    *index = (size_t)place;
    return true;
}

// One optional bound of index(); ABSENT leaves [*bound].
static bool read_bound(struct vm *vm, struct value v, int64_t *bound) {
    if (value_is_absent(v)) {
        return true;
    }
    if (!index_is(vm, v)) {
        raise_error(vm, EXCEPTION_TypeError,
                    "slice indices must be integers or have an __index__ method");
        return false;
    }
    return index_clamped(vm, v, bound);
}

bool slice_bounds(struct vm *vm, struct value start, struct value stop, size_t length,
                  size_t *start_out, size_t *stop_out) {
    int64_t count = (int64_t)length;
    int64_t from = 0, to = count;
    if (!read_bound(vm, start, &from) || !read_bound(vm, stop, &to)) {
        return false;
    }
    *start_out = (size_t)clamp(from, count, 0, INT64_MAX);
    *stop_out = (size_t)clamp(to, count, 0, count);
    return true;
}
