// The table behind set and frozenset; only the files set*.c use it.
//
// Entries stand in the order in which they were added; slots, an open-addressing table of indices
// into them, stand where CPython's entries stand. Which of the two a walk follows depends on what
// is in the set: see set_order.c.
#ifndef VM_SET_TABLE_H
#define VM_SET_TABLE_H

#include "vm/set.h"

// What the hash of an element says about CPython's order.
enum set_kind {
    SET_FIXED = 1,    // numbers, None, tuples of them: CPython's order is always the same
    SET_IDENTITY = 2, // tasks, plain instances: it depends on addresses
    SET_SEEDED = 4,   // texts: it depends on a random seed
};

struct set_entry {
    struct value key; // ABSENT: removed
    int64_t hash;
};

struct set {
    struct object head;
    struct set_entry *entries; // in the order of adding; NULL while nothing was added
    int32_t *slots;            // SET_FREE, SET_REMOVED or an index into entries
    uint32_t slot_count;       // a power of two, at least 8; also while there are no slots
    uint32_t used;             // entries that are not removed
    uint32_t filled;           // entries written, removed ones included
    uint32_t fill;             // slots that are not free
    uint32_t version;          // changes with every change
    uint32_t finger;           // the slot where pop goes on
    uint32_t first;            // all entries before this one were removed
    unsigned kinds;            // enum set_kind of all elements there were
    bool unsorted;             // its entries are not in the order of creation
    int64_t hash;              // of a frozenset; -1: not computed yet
};

enum { SET_FREE = -1, SET_REMOVED = -2, SET_LEAST = 8 };
enum { SET_NOT_FOUND = -1, SET_FAILED = -2, SET_CHANGED = -3 }; // instead of an index

static inline struct set *set_of(struct value v) {
    return (struct set *)value_to_object(v);
}

// An empty set of [type].
struct value set_make(struct vm *vm, struct type *type);

// The index of the entry of [key], SET_NOT_FOUND, or SET_FAILED if comparing raised.
int32_t set_find(struct vm *vm, struct set *set, struct value key, int64_t hash);

// Adds a key, unless it is there; keeps it. False if raised.
bool set_add_hashed(struct vm *vm, struct set *set, struct value key, int64_t hash);
// The same for a key that is known not to be there, in a table without removed entries.
bool set_add_new(struct vm *vm, struct set *set, struct value key, int64_t hash);

// Takes the entry out: the caller owns its key.
struct value set_take(struct set *set, int32_t index);
// Removes a key: 1, 0: not there, -1: raised.
int set_discard_hashed(struct vm *vm, struct set *set, struct value key, int64_t hash);

// Rebuilds the table with more than [least] slots, without the removed ones.
bool set_resize(struct vm *vm, struct set *set, uint64_t least);
// Makes [to], an empty set, the same table as [from], which has no removed ones.
bool set_copy_table(struct vm *vm, struct set *to, const struct set *from);
// Moves the entries together, keeping their order. set_index, after that, fills the slots anew.
void set_compact(struct set *set);
void set_index(struct set *set);

void set_clear(struct vm *vm, struct set *set);
void set_swap(struct set *a, struct set *b); // all but their types

// Gives the hash of any key as elements need it; false if raised.
bool set_hash_key(struct vm *vm, struct value key, int64_t *hash);

// set_order.c -----------------------------------------------------------------------------------

enum set_kind set_kind_of(struct vm *vm, struct value key);

// Puts the entries in the order of creation, if that is the order of this set.
void set_prepare_walk(struct set *set);

// Walks over the elements in the order that programs see: start with [*at] = 0, after
// set_prepare_walk; NULL at the end.
const struct set_entry *set_walk(const struct set *set, size_t *at);

// The element that pop takes, as an index of entries. The set is not empty.
int32_t set_pop_index(struct set *set);

#endif
