// dict: in order of insertion. Attribute tables use it with interned str keys, for which
// dict_get_str and dict_set_str need no Python code and cannot raise but for memory.
#ifndef VM_DICT_H
#define VM_DICT_H

#include "vm/object.h"

struct dict_entry {
    struct value key; // ABSENT: deleted
    struct value value;
    int64_t hash;
};

struct dict {
    struct object head;
    struct dict_entry *entries; // in order of insertion
    int32_t *slots;             // open addressing: index into entries, -1 free, -2 deleted;
                                // NULL while there are few: then all entries are looked at
    uint32_t slot_count;        // a power of two
    uint32_t used;              // entries that are not deleted
    uint32_t filled;            // entries written, deleted ones included
    uint32_t capacity;          // entries there is memory for
    uint32_t usable;            // how many may still be written before the tables are rebuilt
    uint32_t version;           // changes when a key is added or removed: for caches
};

struct value dict_new(struct vm *vm);
static inline bool dict_is(struct value v) {
    return value_has_family(v, TYPE_DICT);
}
static inline struct dict *dict_of(struct value v) {
    return (struct dict *)value_to_object(v);
}

// [*found] is borrowed, ABSENT if there is none; false if raised (unhashable, __eq__ failed).
bool dict_get(struct vm *vm, struct dict *dict, struct value key, struct value *found);
bool dict_set(struct vm *vm, struct dict *dict, struct value key, struct value value); // keeps both
int dict_delete(struct vm *vm, struct dict *dict, struct value key); // 1, 0: not there, -1: raised
// As dict.setdefault: [*found], borrowed, is what the key then has.
bool dict_set_default(struct vm *vm, struct dict *dict, struct value key, struct value value,
                      struct value *found);
// As dict.pop and dict.popitem: the caller owns what was taken. 1, 0: not there, -1: raised; false
// if empty.
int dict_take(struct vm *vm, struct dict *dict, struct value key, struct value *taken);
bool dict_take_last(struct dict *dict, struct value *key, struct value *value);
// Merges a mapping or an iterable of pairs.
bool dict_update(struct vm *vm, struct dict *dict, struct value other);
struct value dict_copy(struct vm *vm, struct dict *dict);
void dict_clear(struct vm *vm, struct dict *dict);

// For str keys; the result is borrowed, ABSENT if there is none.
struct value dict_get_str(struct dict *dict, struct str *key);
// The entry's index, or -1: stays true while dict->version is unchanged.
int32_t dict_index_str(struct dict *dict, struct str *key);
bool dict_set_str(struct vm *vm, struct dict *dict, struct str *key, struct value value);
bool dict_delete_str(struct vm *vm, struct dict *dict, struct str *key); // was it there?
// With the key's text interned on the way.
struct value dict_get_name(struct vm *vm, struct dict *dict, const char *name);
bool dict_set_name(struct vm *vm, struct dict *dict, const char *name, struct value value);

// Walks over the entries: start with [*at] = 0; borrowed; false at the end.
bool dict_next(const struct dict *dict, uint32_t *at, struct value *key, struct value *value);

#endif
