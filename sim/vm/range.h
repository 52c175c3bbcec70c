// range objects. Bounds are ints of any size; the common case, all in 48 bits and the length too,
// iterates without allocating.
#ifndef VM_RANGE_H
#define VM_RANGE_H

#include "vm/object.h"

struct range {
    struct object head;
    struct value start, stop, step; // ints
    struct value length;            // an int
};

// An iterator over a range whose numbers are all small.
struct range_iterator {
    struct object head;
    int64_t next, step;
    uint64_t left;                             // how many are still to come
    struct value big_next, big_step, big_left; // ABSENT, or ints: then they count instead
};

static inline struct range *range_of(struct value v) {
    return (struct range *)value_to_object(v);
}

// The next number of a range_iterator, ABSENT at the end: for the machine's fast path. [v] must
// be exactly a range_iterator.
struct value range_iterator_next(struct vm *vm, struct value v);

#endif
