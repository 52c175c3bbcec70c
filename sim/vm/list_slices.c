// list[slice] = value and del list[slice].
#include "vm/list.h"

#include "vm/builtin.h"
#include "vm/heap.h"
#include "vm/raise.h"
#include "vm/slice.h"
#include "vm/vm.h"

// What is assigned, as a list of its own, so that l[:] = l and generators over [list] are safe.
static struct value read_value(struct vm *vm, struct value value) {
    struct value iterator = vm_iter(vm, value);
    if (value_is_error(iterator)) {
        if (raised_clear(vm, EXCEPTION_TypeError)) {
            raise_error(vm, EXCEPTION_TypeError, "must assign iterable to extended slice");
        }
        return VALUE_ERROR;
    }
    struct value list = list_from(vm, iterator);
    value_drop(vm, iterator);
    return list;
}

// Puts the items of [fresh], stolen from it, in the place of [old_count] items at [start]; [fresh]
// is left with the old ones.
static bool splice(struct vm *vm, struct list *list, size_t start, size_t old_count,
                   struct list *fresh) {
    size_t new_count = fresh->count;
    if (new_count == 0 && old_count == 0) {
        return true;
    }
    if (new_count > old_count && !list_reserve(vm, list, new_count - old_count)) {
        return false;
    }
    if (old_count > new_count && !list_reserve(vm, fresh, old_count - new_count)) {
        return false;
    }
    struct value *place = list->items + start;
    size_t common = old_count < new_count ? old_count : new_count;
    for (size_t i = 0; i < common; i++) {
        struct value old = place[i];
        place[i] = fresh->items[i];
        fresh->items[i] = old;
    }
    size_t behind = list->count - start - old_count;
    if (old_count > new_count) {
        memcpy(fresh->items + common, place + common, (old_count - common) * sizeof *place);
    }
    if (behind > 0) {
        memmove(place + new_count, place + old_count, behind * sizeof *place);
    }
    if (new_count > old_count) {
        memcpy(place + common, fresh->items + common, (new_count - common) * sizeof *place);
    }
    list->count = list->count - old_count + new_count;
    fresh->count = old_count;
    return true;
}

static bool replace_run(struct vm *vm, struct list *list, const struct slice *slice,
                        struct value fresh) {
    struct slice_span span;
    if (!slice_resolve(vm, slice, list->count, &span)) {
        return false;
    }
    return splice(vm, list, (size_t)span.start, span.count, list_of(fresh));
}

// Each picked item changes places with one of [fresh].
static bool replace_spread(struct vm *vm, struct list *list, const struct slice *slice,
                           struct value fresh) {
    struct slice_span span;
    if (!slice_resolve(vm, slice, list->count, &span)) {
        return false;
    }
    struct list *from = list_of(fresh);
    if (from->count != span.count) {
        raise_error(vm, EXCEPTION_ValueError,
                    "attempt to assign sequence of size %zu to extended slice of size %zu",
                    from->count, span.count);
        return false;
    }
    for (size_t i = 0; i < span.count; i++) {
        struct value old = list->items[slice_at(&span, i)];
        list->items[slice_at(&span, i)] = from->items[i];
        from->items[i] = old;
    }
    return true;
}

// Takes the picked items out, into [taken], which has room for them; the others close up.
static void take_spread(struct list *list, struct slice_span span, struct list *taken) {
    if (span.step < 0) {
        span.start += (int64_t)(span.count - 1) * span.step;
        span.step = -span.step;
    }
    size_t kept = (size_t)span.start;
    for (size_t i = kept; i < list->count; i++) {
        bool picked = taken->count < span.count && i == slice_at(&span, taken->count);
        if (picked) {
            taken->items[taken->count++] = list->items[i];
        } else {
            list->items[kept++] = list->items[i];
        }
    }
    list->count = kept;
}

static bool delete_picked(struct vm *vm, struct list *list, const struct slice *slice) {
    struct slice_span span;
    if (!slice_resolve(vm, slice, list->count, &span)) {
        return false;
    }
    if (span.count == 0) {
        return true;
    }
    struct value taken = list_new(vm, NULL, 0);
    bool done = !value_is_error(taken) && list_reserve(vm, list_of(taken), span.count);
    if (done) {
        take_spread(list, span, list_of(taken));
    }
    value_drop(vm, taken);
    return done;
}

bool list_set_slice(struct vm *vm, struct list *list, const struct slice *slice,
                    struct value value) {
    if (value_is_absent(value)) {
        return delete_picked(vm, list, slice);
    }
    struct slice_span span;
    if (!slice_resolve(vm, slice, list->count, &span)) {
        return false;
    }
    bool run = span.step == 1;
    struct value fresh = read_value(vm, value);
    bool done = !value_is_error(fresh) && (run ? replace_run(vm, list, slice, fresh)
                                               : replace_spread(vm, list, slice, fresh));
    value_drop(vm, fresh);
    return done;
}
