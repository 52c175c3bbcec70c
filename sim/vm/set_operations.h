// Sets made of sets: what & | - ^ and the methods of the same names give.
#ifndef VM_SET_OPERATIONS_H
#define VM_SET_OPERATIONS_H

#include "vm/set_table.h"

// A set of [type] with what [iterable] gives.
struct value set_of_type(struct vm *vm, struct type *type, struct value iterable);

// set or frozenset: which of them [set] is, or its class inherits from.
struct type *set_plain_type(struct vm *vm, struct value set);

// New sets, of the plain type of [set].
struct value set_copy(struct vm *vm, struct value set);
struct value set_union(struct vm *vm, struct value set, struct value iterable);
struct value set_intersection(struct vm *vm, struct value set, struct value iterable);
struct value set_difference(struct vm *vm, struct value set, struct value iterable);
struct value set_symmetric_difference(struct vm *vm, struct value set, struct value iterable);

// Is all of [set] in [iterable]; all of [iterable] in [set]; has it nothing in common with it?
// 1, 0, -1.
int set_is_subset(struct vm *vm, struct value set, struct value iterable);
int set_is_superset(struct vm *vm, struct value set, struct value iterable);
int set_is_disjoint(struct vm *vm, struct value set, struct value iterable);

#endif
