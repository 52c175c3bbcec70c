// range objects. Bounds are ints of any size; where all numbers are small, iterating allocates
// nothing.
#ifndef VM_RANGE_H
#define VM_RANGE_H

#include "vm/object.h"

struct range {
    struct object head;
    struct value start, stop, step, length; // ints; step is not 0
};

// An iterator over a range, forwards or backwards.
struct range_iterator {
    struct object head;
    int64_t next, step;
    uint64_t left;       // how many are still to come; 0 if [big] counts instead
    struct value big[3]; // next, step and left as ints where they are not all small, else ABSENT
};

static inline struct range *range_of(struct value v) {
    return (struct range *)value_to_object(v);
}

// The next number of a range_iterator that has [left]: for the machine's fast path.
static inline struct value range_iterator_advance(struct range_iterator *iterator) {
    int64_t number = iterator->next;
    iterator->next += iterator->step;
    iterator->left--;
    return value_small(number);
}

// A range from three ints, which it steals and any of which may be VALUE_ERROR; step is not 0.
struct value range_new(struct vm *vm, struct value start, struct value stop, struct value step);

// range[slice]
struct slice;
struct value range_slice(struct vm *vm, const struct range *range, const struct slice *slice);

// Iterators over a range.
struct value range_iterate(struct vm *vm, struct value range);
struct value range_iterate_back(struct vm *vm, struct value range);

// The number at [index], an int, whether or not the range goes so far: start + index * step.
struct value range_at(struct vm *vm, const struct range *range, struct value index);

#endif
