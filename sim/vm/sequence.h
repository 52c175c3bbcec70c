// What list, tuple and other runs of values have in common. All functions borrow the items; where
// Python code may run meanwhile (__eq__), they keep what they hold and read the run anew.
#ifndef VM_SEQUENCE_H
#define VM_SEQUENCE_H

#include "base/buf.h"
#include "vm/list.h"

// Where a run of values lies: read anew after everything that may run Python code.
struct sequence_run {
    const struct value *items;
    size_t count;
};

// The run of a list or tuple. [v] must be one.
static inline struct sequence_run sequence_run(struct value v) {
    if (list_is(v)) {
        return (struct sequence_run){list_of(v)->items, list_of(v)->count};
    }
    return (struct sequence_run){tuple_of(v)->items, tuple_of(v)->count};
}

// Is [item] in it? By identity, then equality. 1, 0, -1.
int sequence_contains(struct vm *vm, struct value list_or_tuple, struct value item);
// How many are equal to [item]; -1: raised.
ptrdiff_t sequence_count(struct vm *vm, struct value list_or_tuple, struct value item);
// The first from [start] up to [stop] that equals [item]: 1 with [*index], 0: none, -1.
int sequence_find(struct vm *vm, struct value list_or_tuple, struct value item, size_t start,
                  size_t stop, size_t *index);

// Compares two lists, or two tuples, item by item.
struct value sequence_compare(struct vm *vm, struct value a, struct value b, enum compare_op op);

// Appends the reprs of all items, separated by ", ". False if raised.
bool sequence_repr_items(struct vm *vm, struct value list_or_tuple, struct buf *out);

// Appends one value's repr. False if raised.
bool sequence_put_repr(struct vm *vm, struct value v, struct buf *out);

// [count] * [times] as a size; false with MemoryError raised if it is absurd.
bool sequence_product(struct vm *vm, size_t count, int64_t times, size_t *product);

// What CPython says when + or * of a sequence (list, tuple, str, bytes …) meets an operand that
// neither side knows: raises it and gives true; false if neither operand is a sequence.
// For vm_binary, after both sides gave NotImplemented.
bool sequence_refuse(struct vm *vm, enum binary_op op, struct value left, struct value right);

#endif
