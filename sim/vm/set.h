// set and frozenset.
//
// The order of iteration is CPython's for what hashes alike there (numbers, None, tuples of them):
// the same table, probing and growth. Elements that hash by identity (tasks, plain instances)
// come in the order of their creation, and texts in the order in which they were added, since
// CPython's own order depends on addresses and on a random seed.
#ifndef VM_SET_H
#define VM_SET_H

#include "vm/object.h"

struct set;

struct value set_new(struct vm *vm);
struct value set_from(struct vm *vm, struct value iterable);
struct value frozenset_from(struct vm *vm, struct value iterable);
static inline bool set_is(struct value v) { // set or frozenset
    return value_has_family(v, TYPE_SET);
}
bool set_add(struct vm *vm, struct value set, struct value item);
int set_discard(struct vm *vm, struct value set, struct value item); // 1, 0: not there, -1: raised
int set_has(struct vm *vm, struct value set, struct value item);     // 1, 0, -1
bool set_update(struct vm *vm, struct value set, struct value iterable);
size_t set_count(struct value set);
// In place: removes what [iterable] gives; keeps only that; adds what of it is not there and
// removes what is (-=, &=, ^=). False if raised.
bool set_remove_all(struct vm *vm, struct value set, struct value iterable);
bool set_keep_common(struct vm *vm, struct value set, struct value iterable);
bool set_toggle_all(struct vm *vm, struct value set, struct value iterable);

#endif
