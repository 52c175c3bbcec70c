// keys(), values() and items() of a dict, live, and what iterates over a dict.
#ifndef VM_DICT_VIEWS_H
#define VM_DICT_VIEWS_H

#include "vm/dict.h"
#include "vm/native.h"

struct dict_view {
    struct object head;
    struct value dict; // kept
};

struct dict_iterator {
    struct object head;
    struct value dict; // ABSENT once it ended
    uint32_t at;       // index of the next entry; backwards: one more than that
    uint32_t used;     // entries the dict had: a change of it is an error
    uint32_t left;     // how many are still to come
};

struct value dict_keys(struct vm *vm, struct value dict);
struct value dict_values(struct vm *vm, struct value dict);
struct value dict_items(struct vm *vm, struct value dict);

// iter(dict) and reversed(dict).
struct value dict_iterate(struct vm *vm, struct value dict);
struct value dict_iterate_back(struct vm *vm, struct value dict);

// An iterator of the given type over [dict], forwards or backwards.
struct value dict_iterator_new(struct vm *vm, struct type *type, struct value dict, bool back);

// Moves a dict_iterator to its next entry: a borrowed index, NULL at the end or, with [*failed], if
// the dict changed meanwhile.
const struct dict_entry *dict_iterator_step(struct vm *vm, struct dict_iterator *iterator,
                                            bool *failed);

// The methods of dict, for dict_type.c.
extern const struct native dict_methods[];

#endif
