// list and tuple. The items of both can be read through sequence_items.
#ifndef VM_LIST_H
#define VM_LIST_H

#include "vm/object.h"

struct list {
    struct object head;
    struct value *items; // from heap_alloc
    size_t count, capacity;
};

struct tuple {
    struct object head;
    size_t count;
    int64_t hash; // -1: not computed yet
    struct value items[];
};

// A list or tuple of [count] items taken from [items] (kept) or ABSENT each if [items] is NULL,
// to be filled in by the caller at once.
struct value list_new(struct vm *vm, const struct value *items, size_t count);
struct value tuple_new(struct vm *vm, const struct value *items, size_t count);
// As above, but steals the items.
struct value list_steal(struct vm *vm, struct value *items, size_t count);
struct value tuple_steal(struct vm *vm, struct value *items, size_t count);
// From any iterable.
struct value list_from(struct vm *vm, struct value iterable);
struct value tuple_from(struct vm *vm, struct value iterable);

// A tuple of [type], tuple or a class derived from it, with [count] ABSENT items to be filled in at
// once; NULL if raised. And its bytes.
struct tuple *tuple_make(struct vm *vm, struct type *type, size_t count);
size_t tuple_size(size_t count);

// Makes room for [more] items; false with MemoryError raised.
bool list_reserve(struct vm *vm, struct list *list, size_t more);
// Puts [item], kept, before the one at [index]. Takes out the one at [index], in range: the
// caller's own.
bool list_insert(struct vm *vm, struct list *list, size_t index, struct value item);
struct value list_take(struct vm *vm, struct list *list, size_t index);
void list_clear(struct vm *vm, struct list *list);
// list[slice] = value, or del list[slice] if ABSENT. False if raised.
struct slice;
bool list_set_slice(struct vm *vm, struct list *list, const struct slice *slice,
                    struct value value);
bool list_append(struct vm *vm, struct list *list, struct value item); // keeps it
bool list_extend(struct vm *vm, struct list *list, struct value iterable);
bool list_sort(struct vm *vm, struct list *list, struct value key, bool reverse); // key: or ABSENT

// Or of a derived class.
static inline bool list_is(struct value v) {
    return value_has_family(v, TYPE_LIST);
}
static inline bool tuple_is(struct value v) {
    return value_has_family(v, TYPE_TUPLE);
}
static inline struct list *list_of(struct value v) {
    return (struct list *)value_to_object(v);
}
static inline struct tuple *tuple_of(struct value v) {
    return (struct tuple *)value_to_object(v);
}

// The items of a list or tuple, borrowed.
const struct value *sequence_items(struct value list_or_tuple, size_t *count);

#endif
