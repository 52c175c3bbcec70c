// The iterators of list and tuple.
#ifndef VM_SEQUENCE_ITERATORS_H
#define VM_SEQUENCE_ITERATORS_H

#include "vm/list.h"

// What iterates over a list or tuple, forwards or (lists only) backwards. A list may grow and
// shrink meanwhile: [next] is looked up anew each time.
struct items_iterator {
    struct object head;
    struct value sequence; // ABSENT once it ended
    size_t next;           // index; backwards: one more than the index of the next item
};

// iter(tuple), iter(list), reversed(list).
struct value tuple_iterate(struct vm *vm, struct value tuple);
struct value list_iterate(struct vm *vm, struct value list);
struct value list_iterate_back(struct vm *vm, struct value list);

// The next item, or ABSENT, without any checks: for the machine's fast path. [v] must be exactly a
// list_iterator or tuple_iterator.
static inline struct value list_iterator_next(struct value v) {
    struct items_iterator *iterator = (struct items_iterator *)value_to_object(v);
    if (!value_is_absent(iterator->sequence)) {
        struct list *list = list_of(iterator->sequence);
        if (iterator->next < list->count) {
            return value_keep(list->items[iterator->next++]);
        }
    }
    return VALUE_ABSENT;
}
static inline struct value tuple_iterator_next(struct value v) {
    struct items_iterator *iterator = (struct items_iterator *)value_to_object(v);
    if (!value_is_absent(iterator->sequence)) {
        struct tuple *tuple = tuple_of(iterator->sequence);
        if (iterator->next < tuple->count) {
            return value_keep(tuple->items[iterator->next++]);
        }
    }
    return VALUE_ABSENT;
}

#endif
