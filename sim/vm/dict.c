// The table of dict: entries in order of insertion, and slots that find them by hash.
//
// A dict of up to five keys has no slots: its entries are looked at one after another, which for
// the attributes of a plain instance is the quickest. Beyond that [slots] is an open-addressing
// table of indices into [entries], at most two thirds full. Sizes grow as CPython's do, so that a
// loop that changes a dict while it walks over it goes wrong at the same moment.
//
// Comparing two keys may run Python code that changes this very dict. Every search therefore
// notices by [version] and begins anew.
#include "vm/dict.h"

#include "vm/builtin.h"
#include "vm/heap.h"
#include "vm/int.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"

enum { SLOT_FREE_MARK = -1, SLOT_DELETED = -2, DICT_LEAST = 8 };
enum { NOT_FOUND = -1, FAILED = -2, CHANGED = -3 }; // instead of an index

// A search: goes through the entries that have [hash], best guess first.
struct walk {
    int64_t hash;
    uint64_t perturb;
    uint32_t slot;
    int32_t index; // the entry it stands on
};

static int32_t walk_few(const struct dict *dict, struct walk *walk) {
    for (uint32_t i = (uint32_t)(walk->index + 1); i < dict->filled; i++) {
        if (dict->entries[i].hash == walk->hash && !value_is_absent(dict->entries[i].key)) {
            return walk->index = (int32_t)i;
        }
    }
    return NOT_FOUND;
}

// Steps to the next entry with the hash: its index, or NOT_FOUND.
static inline int32_t walk_next(const struct dict *dict, struct walk *walk) {
    if (dict->slots == NULL) {
        return walk_few(dict, walk);
    }
    uint32_t mask = dict->slot_count - 1;
    for (;;) {
        int32_t index = dict->slots[walk->slot & mask];
        if (index == SLOT_FREE_MARK) {
            return NOT_FOUND;
        }
        walk->perturb >>= 5;
        walk->slot = (uint32_t)(walk->slot * 5 + walk->perturb + 1);
        if (index >= 0 && dict->entries[index].hash == walk->hash) {
            return walk->index = index;
        }
    }
}

static inline struct walk walk_start(int64_t hash) {
    return (struct walk){hash, (uint64_t)hash, (uint32_t)hash, -1};
}

// Are [key] and the str [sought], of equal hashes, the same text?
static inline bool same_text(struct value key, const struct str *sought) {
    if (value_to_object(key) == &sought->head) {
        return true;
    }
    if (!value_has_family(key, TYPE_STR)) {
        return false;
    }
    const struct str *text = str_of(key);
    return !(text->interned && sought->interned) && str_equal(text, sought);
}

static int32_t find_str(const struct dict *dict, struct str *key) {
    if (dict->used == 0) {
        return NOT_FOUND;
    }
    struct walk walk = walk_start(key->hash != -1 ? key->hash : str_hash(key));
    int32_t index;
    while ((index = walk_next(dict, &walk)) >= 0) {
        struct value found = dict->entries[index].key;
        if (value_is_object(found) && same_text(found, key)) {
            return index;
        }
    }
    return NOT_FOUND;
}

// Compares by Python's ==: 1, 0, -1, or 2 if the dict changed meanwhile.
static int compare_keys(struct vm *vm, struct dict *dict, int32_t index, struct value key) {
    struct value found = value_keep(dict->entries[index].key);
    uint32_t version = dict->version;
    int equal = vm_equal(vm, found, key);
    value_drop(vm, found);
    return equal >= 0 && dict->version != version ? 2 : equal;
}

// The index of [key], NOT_FOUND, FAILED if comparing raised, or CHANGED if it changed the dict.
static int32_t find_once(struct vm *vm, struct dict *dict, struct value key, int64_t hash) {
    struct walk walk = walk_start(hash);
    int32_t index;
    while (dict->used > 0 && (index = walk_next(dict, &walk)) >= 0) {
        struct value found = dict->entries[index].key;
        if (value_is(found, key)) {
            return index;
        }
        int equal = value_both_small(found, key) ? 0 : compare_keys(vm, dict, index, key);
        if (equal != 0) {
            return equal == 1 ? index : equal == 2 ? CHANGED : FAILED;
        }
    }
    return NOT_FOUND;
}

static int32_t find(struct vm *vm, struct dict *dict, struct value key, int64_t hash) {
    int32_t index;
    do {
        index = find_once(vm, dict, key, hash);
    } while (index == CHANGED);
    return index;
}

// Finds any key; its hash is left in [*hash].
static int32_t find_any(struct vm *vm, struct dict *dict, struct value key, int64_t *hash) {
    if (value_is_exactly(key, builtin(vm, BUILTIN_str))) {
        *hash = str_hash(str_of(key));
        return find_str(dict, str_of(key));
    }
    if (value_is_small(key)) {
        *hash = int_hash(key);
    } else if (!vm_hash(vm, key, hash)) {
        return FAILED;
    }
    return find(vm, dict, key, *hash);
}

// The slot that [hash] goes to: the first free one.
static uint32_t slot_for(const int32_t *slots, uint32_t count, int64_t hash) {
    uint64_t perturb = (uint64_t)hash;
    uint32_t slot = (uint32_t)hash & (count - 1);
    while (slots[slot] >= 0) {
        perturb >>= 5;
        slot = (uint32_t)(slot * 5 + perturb + 1) & (count - 1);
    }
    return slot;
}

// Where the slot of entry [index] is. There are slots and it has one.
static uint32_t slot_of(const struct dict *dict, int32_t index) {
    int64_t hash = dict->entries[index].hash;
    uint64_t perturb = (uint64_t)hash;
    uint32_t slot = (uint32_t)hash & (dict->slot_count - 1);
    while (dict->slots[slot] != index) {
        perturb >>= 5;
        slot = (uint32_t)(slot * 5 + perturb + 1) & (dict->slot_count - 1);
    }
    return slot;
}

static void free_tables(struct vm *vm, struct dict_entry *entries, uint32_t capacity,
                        int32_t *slots, uint32_t slot_count) {
    heap_free(vm, entries, capacity * sizeof *entries);
    heap_free(vm, slots, slot_count * sizeof *slots);
}

// Moves the entries that are left into [entries], in order.
static void move_entries(struct dict *dict, struct dict_entry *entries, int32_t *slots,
                         uint32_t slot_count) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < dict->filled; i++) {
        if (!value_is_absent(dict->entries[i].key)) {
            if (slots != NULL) {
                slots[slot_for(slots, slot_count, dict->entries[i].hash)] = (int32_t)count;
            }
            entries[count++] = dict->entries[i];
        }
    }
}

// Makes tables of [slot_count] slots and moves the entries there.
static bool rebuild(struct vm *vm, struct dict *dict, uint32_t slot_count) {
    uint32_t capacity = (uint32_t)((uint64_t)slot_count * 2 / 3);
    struct dict_entry *entries = heap_alloc(vm, capacity * sizeof *entries);
    int32_t *slots = NULL;
    if (entries != NULL && slot_count > DICT_LEAST) {
        slots = heap_alloc(vm, slot_count * sizeof *slots);
    }
    if (entries == NULL || (slots == NULL && slot_count > DICT_LEAST)) {
        heap_free(vm, entries, capacity * sizeof *entries);
        raise_memory(vm);
        return false;
    }
    if (slots != NULL) {
        memset(slots, 0xFF, slot_count * sizeof *slots); // SLOT_FREE_MARK everywhere
    }
    move_entries(dict, entries, slots, slot_count);
    free_tables(vm, dict->entries, dict->capacity, dict->slots,
                dict->slots == NULL ? 0 : dict->slot_count);
    dict->entries = entries;
    dict->slots = slots;
    dict->slot_count = slot_count;
    dict->capacity = capacity;
    dict->filled = dict->used;
    dict->usable = capacity - dict->used;
    return true;
}

static bool make_room(struct vm *vm, struct dict *dict) {
    uint64_t least = (uint64_t)dict->used * 3;
    uint32_t slot_count = DICT_LEAST;
    while (slot_count < least) {
        if (slot_count >= UINT32_C(1) << 30) {
            raise_memory(vm);
            return false;
        }
        slot_count *= 2;
    }
    return rebuild(vm, dict, slot_count);
}

// Adds a key that is not there; keeps both.
static bool insert(struct vm *vm, struct dict *dict, struct value key, int64_t hash,
                   struct value value) {
    if (dict->usable == 0 && !make_room(vm, dict)) {
        return false;
    }
    uint32_t index = dict->filled++;
    dict->usable--;
    if (dict->slots != NULL) {
        dict->slots[slot_for(dict->slots, dict->slot_count, hash)] = (int32_t)index;
    }
    dict->entries[index] = (struct dict_entry){value_keep(key), value_keep(value), hash};
    dict->used++;
    dict->version++;
    return true;
}

static void replace(struct vm *vm, struct dict *dict, int32_t index, struct value value) {
    value_replace(vm, &dict->entries[index].value, value_keep(value));
}

// Takes the entry out; the caller owns its key and value.
static struct dict_entry take(struct dict *dict, int32_t index) {
    if (dict->slots != NULL) {
        dict->slots[slot_of(dict, index)] = SLOT_DELETED;
    }
    struct dict_entry entry = dict->entries[index];
    dict->entries[index].key = VALUE_ABSENT;
    dict->entries[index].value = VALUE_ABSENT;
    dict->used--;
    dict->version++;
    return entry;
}

static void drop_entry(struct vm *vm, struct dict_entry entry) {
    value_drop(vm, entry.key);
    value_drop(vm, entry.value);
}

struct value dict_new(struct vm *vm) {
    struct dict *dict = object_new(vm, builtin(vm, BUILTIN_dict), sizeof *dict);
    return dict == NULL ? VALUE_ERROR : value_object(dict);
}

bool dict_get(struct vm *vm, struct dict *dict, struct value key, struct value *found) {
    int64_t hash;
    int32_t index = find_any(vm, dict, key, &hash);
    *found = index >= 0 ? dict->entries[index].value : VALUE_ABSENT;
    return index != FAILED;
}

bool dict_set(struct vm *vm, struct dict *dict, struct value key, struct value value) {
    int64_t hash;
    int32_t index = find_any(vm, dict, key, &hash);
    if (index >= 0) {
        replace(vm, dict, index, value);
        return true;
    }
    return index == NOT_FOUND && insert(vm, dict, key, hash, value);
}

bool dict_set_default(struct vm *vm, struct dict *dict, struct value key, struct value value,
                      struct value *found) {
    int64_t hash;
    int32_t index = find_any(vm, dict, key, &hash);
    *found = index >= 0 ? dict->entries[index].value : value;
    return index >= 0 || (index == NOT_FOUND && insert(vm, dict, key, hash, value));
}

int dict_take(struct vm *vm, struct dict *dict, struct value key, struct value *taken) {
    int64_t hash;
    int32_t index = find_any(vm, dict, key, &hash);
    if (index < 0) {
        return index == FAILED ? -1 : 0;
    }
    struct dict_entry entry = take(dict, index);
    *taken = entry.value;
    value_drop(vm, entry.key);
    return 1;
}

int dict_delete(struct vm *vm, struct dict *dict, struct value key) {
    struct value taken;
    int result = dict_take(vm, dict, key, &taken);
    if (result == 1) {
        value_drop(vm, taken);
    }
    return result;
}

bool dict_take_last(struct dict *dict, struct value *key, struct value *value) {
    if (dict->used == 0) {
        return false;
    }
    uint32_t index = dict->filled;
    do {
        index--;
    } while (value_is_absent(dict->entries[index].key));
    struct dict_entry entry = take(dict, (int32_t)index);
    dict->filled = index;
    *key = entry.key;
    *value = entry.value;
    return true;
}

void dict_clear(struct vm *vm, struct dict *dict) {
    struct dict old = *dict;
    dict->entries = NULL;
    dict->slots = NULL;
    dict->slot_count = dict->used = dict->filled = 0;
    dict->capacity = dict->usable = 0;
    dict->version++;
    for (uint32_t i = 0; i < old.filled; i++) {
        drop_entry(vm, old.entries[i]);
    }
    free_tables(vm, old.entries, old.capacity, old.slots, old.slots == NULL ? 0 : old.slot_count);
}

static bool copy_entries(struct vm *vm, struct dict *to, const struct dict *from) {
    if (from->used == 0) {
        return true;
    }
    uint32_t slot_count = DICT_LEAST;
    while ((uint64_t)slot_count * 2 / 3 < from->used) {
        slot_count *= 2;
    }
    if (!rebuild(vm, to, slot_count)) {
        return false;
    }
    uint32_t at = 0;
    struct value key, value;
    while (dict_next(from, &at, &key, &value)) {
        insert(vm, to, key, from->entries[at - 1].hash, value);
    }
    return true;
}

struct value dict_copy(struct vm *vm, struct dict *dict) {
    struct value copy = dict_new(vm);
    if (!value_is_error(copy) && !copy_entries(vm, dict_of(copy), dict)) {
        value_drop(vm, copy);
        return VALUE_ERROR;
    }
    return copy;
}

struct value dict_get_str(struct dict *dict, struct str *key) {
    int32_t index = find_str(dict, key);
    return index >= 0 ? dict->entries[index].value : VALUE_ABSENT;
}

int32_t dict_index_str(struct dict *dict, struct str *key) {
    return find_str(dict, key);
}

bool dict_set_str(struct vm *vm, struct dict *dict, struct str *key, struct value value) {
    int32_t index = find_str(dict, key);
    if (index >= 0) {
        replace(vm, dict, index, value);
        return true;
    }
    return insert(vm, dict, value_object(key), str_hash(key), value);
}

bool dict_delete_str(struct vm *vm, struct dict *dict, struct str *key) {
    int32_t index = find_str(dict, key);
    if (index < 0) {
        return false;
    }
    drop_entry(vm, take(dict, index));
    return true;
}

struct value dict_get_name(struct vm *vm, struct dict *dict, const char *name) {
    struct value key = str_intern(vm, name, strlen(name));
    if (value_is_error(key)) {
        return key;
    }
    struct value found = dict_get_str(dict, str_of(key));
    value_drop(vm, key);
    return found;
}

bool dict_set_name(struct vm *vm, struct dict *dict, const char *name, struct value value) {
    struct value key = str_intern(vm, name, strlen(name));
    if (value_is_error(key)) {
        return false;
    }
    bool done = dict_set_str(vm, dict, str_of(key), value);
    value_drop(vm, key);
    return done;
}

bool dict_next(const struct dict *dict, uint32_t *at, struct value *key, struct value *value) {
    while (*at < dict->filled) {
        const struct dict_entry *entry = &dict->entries[(*at)++];
        if (!value_is_absent(entry->key)) {
            *key = entry->key;
            *value = entry->value;
            return true;
        }
    }
    return false;
}
