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

bool list_append(struct vm *vm, struct list *list, struct value item); // keeps it
bool list_extend(struct vm *vm, struct list *list, struct value iterable);
bool list_sort(struct vm *vm, struct list *list, struct value key, bool reverse); // key: or ABSENT

bool list_is(struct value v); // or of a derived class; likewise tuple_is
bool tuple_is(struct value v);
static inline struct list *list_of(struct value v) {
    return (struct list *)value_to_object(v);
}
static inline struct tuple *tuple_of(struct value v) {
    return (struct tuple *)value_to_object(v);
}

// The items of a list or tuple, borrowed.
const struct value *sequence_items(struct value list_or_tuple, size_t *count);

#endif
