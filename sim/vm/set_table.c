// The table of sets: CPython's probing, growth and marks of removed slots, so that what hashes
// alike stands in the same order.
//
// A search looks at a slot and, unless it is among the last ones, at the nine after it; then it
// jumps. A new element goes to the last slot on that way whose element was removed, or else to the
// free one at its end. The table is rebuilt, four times as large as its elements need (twice
// beyond 50,000), when three fifths of the slots were ever used.
#include "vm/set_table.h"

#include "vm/builtin.h"
#include "vm/heap.h"
#include "vm/int.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

#define NEIGHBOURS 9

struct probe {
    uint64_t perturb;
    size_t base, at; // the slot where this stretch begins; the slot to look at
    int left;        // how many neighbours of [at] come next
};

static inline void probe_stretch(struct probe *probe, size_t mask) {
    probe->at = probe->base;
    probe->left = probe->base + NEIGHBOURS <= mask ? NEIGHBOURS : 0;
}

static inline struct probe probe_start(int64_t hash, size_t mask) {
    struct probe probe = {(uint64_t)hash, (size_t)hash & mask, 0, 0};
    probe_stretch(&probe, mask);
    return probe;
}

static inline void probe_next(struct probe *probe, size_t mask) {
    if (probe->left > 0) {
        probe->left--;
        probe->at++;
        return;
    }
    probe->perturb >>= 5;
    probe->base = (probe->base * 5 + 1 + probe->perturb) & mask;
    probe_stretch(probe, mask);
}

// How many entries there is memory for. Three fifths of [slot_count] are needed; the rest is for
// adding and removing in turns, so that the entries need not be moved together each time.
static uint32_t capacity_of(uint32_t slot_count) {
    return (uint32_t)((uint64_t)slot_count * 9 / 10 + 1);
}

struct value set_make(struct vm *vm, struct type *type) {
    struct set *set = object_new(vm, type, type->size);
    if (set == NULL) {
        return VALUE_ERROR;
    }
    set->slot_count = SET_LEAST;
    set->hash = -1;
    return value_object(set);
}

bool set_hash_key(struct vm *vm, struct value key, int64_t *hash) {
    if (value_is_small(key)) {
        *hash = int_hash(key);
        return true;
    }
    return vm_hash(vm, key, hash);
}

// Compares by ==: 1, 0, -1, or 2 if the set changed meanwhile.
static int compare_keys(struct vm *vm, struct set *set, int32_t index, struct value key) {
    struct value found = set->entries[index].key;
    if (value_is(found, key)) {
        return 1;
    }
    if (value_both_small(found, key)) {
        return 0;
    }
    value_keep(found);
    uint32_t version = set->version;
    int equal = vm_equal(vm, found, key);
    value_drop(vm, found);
    return equal >= 0 && set->version != version ? 2 : equal;
}

// [*place] is the slot where the key would be put, if there are slots and it is not found.
static int32_t find_once(struct vm *vm, struct set *set, struct value key, int64_t hash,
                         size_t *place) {
    if (set->slots == NULL) {
        return SET_NOT_FOUND;
    }
    size_t mask = set->slot_count - 1, removed = SIZE_MAX;
    struct probe probe = probe_start(hash, mask);
    for (; set->slots[probe.at] != SET_FREE; probe_next(&probe, mask)) {
        int32_t index = set->slots[probe.at];
        if (index == SET_REMOVED) {
            removed = probe.at;
        } else if (set->entries[index].hash == hash) {
            int equal = compare_keys(vm, set, index, key);
            if (equal != 0) {
                return equal == 1 ? index : equal == 2 ? SET_CHANGED : SET_FAILED;
            }
        }
    }
    *place = removed == SIZE_MAX ? probe.at : removed;
    return SET_NOT_FOUND;
}

static int32_t find_place(struct vm *vm, struct set *set, struct value key, int64_t hash,
                          size_t *place) {
    int32_t index;
    do {
        index = find_once(vm, set, key, hash, place);
    } while (index == SET_CHANGED);
    return index;
}

int32_t set_find(struct vm *vm, struct set *set, struct value key, int64_t hash) {
    size_t place;
    return find_place(vm, set, key, hash, &place);
}

static size_t free_slot(const int32_t *slots, size_t mask, int64_t hash) {
    struct probe probe = probe_start(hash, mask);
    while (slots[probe.at] != SET_FREE) {
        probe_next(&probe, mask);
    }
    return probe.at;
}

static size_t slot_of(const struct set *set, int32_t index) {
    size_t mask = set->slot_count - 1;
    struct probe probe = probe_start(set->entries[index].hash, mask);
    while (set->slots[probe.at] != index) {
        probe_next(&probe, mask);
    }
    return probe.at;
}

// New tables for [slot_count] slots, all free; false if raised.
static bool allocate(struct vm *vm, uint32_t slot_count, struct set_entry **entries,
                     int32_t **slots) {
    size_t entries_size = capacity_of(slot_count) * sizeof **entries;
    *entries = heap_alloc(vm, entries_size);
    *slots = *entries == NULL ? NULL : heap_alloc(vm, slot_count * sizeof **slots);
    if (*slots == NULL) {
        heap_free(vm, *entries, entries_size);
        raise_memory(vm);
        return false;
    }
    memset(*slots, 0xFF, slot_count * sizeof **slots); // SET_FREE everywhere
    return true;
}

static void give_back(struct vm *vm, struct set_entry *entries, int32_t *slots,
                      uint32_t slot_count) {
    if (slots != NULL) {
        heap_free(vm, entries, capacity_of(slot_count) * sizeof *entries);
        heap_free(vm, slots, slot_count * sizeof *slots);
    }
}

void set_compact(struct set *set) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < set->filled; i++) {
        if (value_is_absent(set->entries[i].key)) {
            continue;
        }
        if (i != count) {
            set->slots[slot_of(set, (int32_t)i)] = (int32_t)count;
            set->entries[count] = set->entries[i];
            set->entries[i].key = VALUE_ABSENT;
        }
        count++;
    }
    set->first = 0;
    set->filled = set->used;
}

void set_index(struct set *set) {
    memset(set->slots, 0xFF, set->slot_count * sizeof *set->slots);
    for (uint32_t i = 0; i < set->used; i++) {
        set->slots[free_slot(set->slots, set->slot_count - 1, set->entries[i].hash)] = (int32_t)i;
    }
    set->fill = set->used;
    set->version++;
}

// Moves what is left into new tables, in the order of the old slots.
static void move(struct vm *vm, struct set *set, struct set_entry *entries, int32_t *slots,
                 size_t mask) {
    if (set->slots == NULL) {
        return;
    }
    set_compact(set);
    memcpy(entries, set->entries, set->used * sizeof *entries);
    for (size_t i = 0; i < set->slot_count; i++) {
        int32_t index = set->slots[i];
        if (index >= 0) {
            slots[free_slot(slots, mask, entries[index].hash)] = index;
        }
    }
    give_back(vm, set->entries, set->slots, set->slot_count);
}

bool set_resize(struct vm *vm, struct set *set, uint64_t least) {
    uint64_t slot_count = SET_LEAST;
    while (slot_count <= least) {
        slot_count *= 2;
    }
    if (slot_count > UINT32_C(1) << 30) {
        raise_memory(vm);
        return false;
    }
    struct set_entry *entries;
    int32_t *slots;
    if (!allocate(vm, (uint32_t)slot_count, &entries, &slots)) {
        return false;
    }
    move(vm, set, entries, slots, slot_count - 1);
    set->entries = entries;
    set->slots = slots;
    set->slot_count = (uint32_t)slot_count;
    set->filled = set->fill = set->used;
    set->version++;
    return true;
}

bool set_copy_table(struct vm *vm, struct set *to, const struct set *from) {
    if (from->slots == NULL) {
        return true;
    }
    struct set_entry *entries;
    int32_t *slots;
    if (!allocate(vm, from->slot_count, &entries, &slots)) {
        return false;
    }
    give_back(vm, to->entries, to->slots, to->slot_count);
    memcpy(entries, from->entries, from->filled * sizeof *entries);
    memcpy(slots, from->slots, from->slot_count * sizeof *slots);
    for (uint32_t i = 0; i < from->filled; i++) {
        value_keep(entries[i].key);
    }
    to->entries = entries;
    to->slots = slots;
    to->slot_count = from->slot_count;
    to->used = to->fill = from->used;
    to->filled = from->filled;
    to->kinds = from->kinds;
    to->unsorted = from->unsorted;
    to->version++;
    return true;
}

// Remembers what kinds of elements there are, and whether they were added in order of creation.
static void note_kind(struct vm *vm, struct set *set, struct value key) {
    enum set_kind kind = value_is_small(key) ? SET_FIXED : set_kind_of(vm, key);
    if (kind == SET_IDENTITY && set->kinds == SET_IDENTITY && set->filled > 0 && !set->unsorted) {
        struct value last = set->entries[set->filled - 1].key;
        set->unsorted =
            value_is_absent(last) || value_to_object(last)->serial > value_to_object(key)->serial;
    }
    set->kinds |= kind;
}

// Puts a key that is not there in the slot [place], free or of a removed one; keeps it.
static void put(struct vm *vm, struct set *set, struct value key, int64_t hash, size_t place) {
    if (set->filled == capacity_of(set->slot_count)) {
        set_compact(set);
    }
    note_kind(vm, set, key);
    set->fill += set->slots[place] == SET_FREE;
    set->slots[place] = (int32_t)set->filled;
    set->entries[set->filled++] = (struct set_entry){value_keep(key), hash};
    set->used++;
    set->version++;
}

bool set_add_new(struct vm *vm, struct set *set, struct value key, int64_t hash) {
    if (set->slots == NULL && !set_resize(vm, set, 0)) {
        return false;
    }
    put(vm, set, key, hash, free_slot(set->slots, set->slot_count - 1, hash));
    return true;
}

bool set_add_hashed(struct vm *vm, struct set *set, struct value key, int64_t hash) {
    if (set->slots == NULL) {
        return set_add_new(vm, set, key, hash);
    }
    size_t place;
    int32_t index = find_place(vm, set, key, hash, &place);
    if (index != SET_NOT_FOUND) {
        return index >= 0;
    }
    bool reused = set->slots[place] != SET_FREE;
    put(vm, set, key, hash, place);
    if (reused || (uint64_t)set->fill * 5 < (uint64_t)(set->slot_count - 1) * 3) {
        return true;
    }
    return set_resize(vm, set, (uint64_t)set->used * (set->used > 50000 ? 2 : 4));
}

struct value set_take(struct set *set, int32_t index) {
    size_t slot = slot_of(set, index);
    struct value key = set->entries[index].key;
    set->slots[slot] = SET_REMOVED;
    set->entries[index].key = VALUE_ABSENT;
    set->used--;
    set->version++;
    if (set->used == 0) {
        set->kinds = 0;
        set->unsorted = false;
    }
    return key;
}

int set_discard_hashed(struct vm *vm, struct set *set, struct value key, int64_t hash) {
    int32_t index = set_find(vm, set, key, hash);
    if (index < 0) {
        return index == SET_FAILED ? -1 : 0;
    }
    value_drop(vm, set_take(set, index));
    return 1;
}

void set_clear(struct vm *vm, struct set *set) {
    struct set old = *set;
    set->entries = NULL;
    set->slots = NULL;
    set->slot_count = SET_LEAST;
    set->used = set->filled = set->fill = set->first = 0;
    set->kinds = 0;
    set->unsorted = false;
    set->version++;
    for (uint32_t i = 0; i < old.filled; i++) {
        value_drop(vm, old.entries[i].key);
    }
    give_back(vm, old.entries, old.slots, old.slot_count);
}

void set_swap(struct set *a, struct set *b) {
    struct set kept = *a;
    struct object head = b->head;
    *a = *b;
    a->head = kept.head;
    *b = kept;
    b->head = head;
    b->finger = a->finger; // where pop goes on stays with the set, as in CPython
    a->finger = kept.finger;
    // Whoever is searching one of them must notice.
    a->version = b->version = (a->version > b->version ? a->version : b->version) + 1;
    a->hash = b->hash = -1;
}
