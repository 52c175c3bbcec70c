// The order in which a set gives its elements.
//
// A set of what CPython hashes always alike is walked by its slots: CPython's own order. A set of
// objects that hash by identity alone is walked in the order of their creation. Any other set is
// walked in the order of adding.
#include "vm/set_table.h"

#include <stdlib.h>

#include "vm/builtin.h"
#include "vm/list.h"

static enum set_kind kind_of_tuple(struct vm *vm, const struct tuple *tuple) {
    enum set_kind kind = SET_FIXED;
    for (size_t i = 0; i < tuple->count && kind == SET_FIXED; i++) {
        if (set_kind_of(vm, tuple->items[i]) != SET_FIXED) {
            kind = SET_SEEDED;
        }
    }
    return kind;
}

enum set_kind set_kind_of(struct vm *vm, struct value key) {
    if (!value_is_object(key)) {
        return SET_FIXED;
    }
    const struct type *type = value_to_object(key)->type;
    if ((type->flags & TYPE_IDENTITY) != 0 || type->hash == builtin(vm, BUILTIN_object)->hash) {
        return SET_IDENTITY;
    }
    if ((type->flags & (TYPE_STR | TYPE_BYTES)) != 0) {
        return SET_SEEDED;
    }
    if ((type->flags & TYPE_TUPLE) != 0) {
        return kind_of_tuple(vm, tuple_of(key));
    }
    if ((type->flags & TYPE_SET) != 0) {
        return (set_of(key)->kinds & ~(unsigned)SET_FIXED) == 0 ? SET_FIXED : SET_SEEDED;
    }
    return SET_FIXED; // numbers, and classes with a __hash__ of their own
}

static int by_creation(const void *a, const void *b) {
    uint32_t x = value_to_object(((const struct set_entry *)a)->key)->serial;
    uint32_t y = value_to_object(((const struct set_entry *)b)->key)->serial;
    return x < y ? -1 : x > y;
}

void set_prepare_walk(struct set *set) {
    if (set->kinds == SET_IDENTITY && set->unsorted) {
        set_compact(set);
        qsort(set->entries, set->used, sizeof *set->entries, by_creation);
        set_index(set);
        set->unsorted = false;
    }
}

static bool walks_slots(const struct set *set) {
    return (set->kinds & ~(unsigned)SET_FIXED) == 0;
}

static const struct set_entry *walk_slots(const struct set *set, size_t *at) {
    while (*at < set->slot_count) {
        int32_t index = set->slots[(*at)++];
        if (index >= 0) {
            return &set->entries[index];
        }
    }
    return NULL;
}

const struct set_entry *set_walk(const struct set *set, size_t *at) {
    if (set->used == 0) {
        return NULL;
    }
    if (walks_slots(set)) {
        return walk_slots(set, at);
    }
    while (*at < set->filled) {
        const struct set_entry *entry = &set->entries[(*at)++];
        if (!value_is_absent(entry->key)) {
            return entry;
        }
    }
    return NULL;
}

int32_t set_pop_index(struct set *set) {
    if (walks_slots(set)) {
        uint32_t slot = set->finger & (set->slot_count - 1);
        while (set->slots[slot] < 0) {
            slot = (slot + 1) & (set->slot_count - 1);
        }
        set->finger = slot + 1;
        return set->slots[slot];
    }
    set_prepare_walk(set);
    while (value_is_absent(set->entries[set->first].key)) {
        set->first++;
    }
    return (int32_t)set->first;
}
