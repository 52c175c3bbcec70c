// slice objects, and what an index or a slice means for a sequence of a given length.
//
//     struct slice_span span;
//     if (!slice_resolve(vm, slice_of(key), count, &span)) { return VALUE_ERROR; }
//     for (size_t i = 0; i < span.count; i++) { … items[slice_at(&span, i)] … }
#ifndef VM_SLICE_H
#define VM_SLICE_H

#include "vm/object.h"

struct slice {
    struct object head;
    struct value start, stop, step; // None where left out
};

// The indices that a slice picks: [start], [start] + [step], … [count] of them, all in range.
// [stop] is where it ends, cut to the sequence.
struct slice_span {
    int64_t start, stop, step;
    size_t count;
};

// Keeps the three.
struct value slice_new(struct vm *vm, struct value start, struct value stop, struct value step);
bool slice_is(struct value v);
static inline struct slice *slice_of(struct value v) {
    return (struct slice *)value_to_object(v);
}

// What the slice picks from [length] items; false if raised (step 0, not an index).
bool slice_resolve(struct vm *vm, const struct slice *slice, size_t length,
                   struct slice_span *span);

static inline size_t slice_at(const struct slice_span *span, size_t i) {
    return (size_t)(span->start + (int64_t)i * span->step);
}

// How messages name the index errors of one kind of sequence.
struct slice_words {
    const char *type;  // "list" in "list indices must be integers or slices, not str"
    const char *range; // "list index out of range"
};

// The place that [key], not a slice, picks from [length] items, negative ones counted from the
// end. False if raised: IndexError, or TypeError for what is no index.
bool slice_index(struct vm *vm, struct value key, size_t length, const struct slice_words *words,
                 size_t *index);

// The optional start and stop of list.index and tuple.index, negative ones counted from the end:
// [*stop_out] is at most [length]. ABSENT gives 0 and [length]. False if raised.
bool slice_bounds(struct vm *vm, struct value start, struct value stop, size_t length,
                  size_t *start_out, size_t *stop_out);

#endif
