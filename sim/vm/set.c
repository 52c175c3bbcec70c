// Sets as the rest of the vm uses them, and what changes a set by whole iterables. The order in
// which things are tried is CPython's: it shows in the order of the result.
#include "vm/set_operations.h"

#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/vm.h"

struct value set_new(struct vm *vm) {
    return set_make(vm, builtin(vm, BUILTIN_set));
}

struct value set_of_type(struct vm *vm, struct type *type, struct value iterable) {
    struct value set = set_make(vm, type);
    if (!value_is_error(set) && !set_update(vm, set, iterable)) {
        value_drop(vm, set);
        return VALUE_ERROR;
    }
    return set;
}

struct value set_from(struct vm *vm, struct value iterable) {
    return set_of_type(vm, builtin(vm, BUILTIN_set), iterable);
}

struct value frozenset_from(struct vm *vm, struct value iterable) {
    if (value_is_exactly(iterable, builtin(vm, BUILTIN_frozenset))) {
        return value_keep(iterable);
    }
    return set_of_type(vm, builtin(vm, BUILTIN_frozenset), iterable);
}

bool set_add(struct vm *vm, struct value set, struct value item) {
    int64_t hash;
    return set_hash_key(vm, item, &hash) && set_add_hashed(vm, set_of(set), item, hash);
}

int set_discard(struct vm *vm, struct value set, struct value item) {
    int64_t hash;
    return set_hash_key(vm, item, &hash) ? set_discard_hashed(vm, set_of(set), item, hash) : -1;
}

int set_has(struct vm *vm, struct value set, struct value item) {
    int64_t hash;
    if (!set_hash_key(vm, item, &hash)) {
        return -1;
    }
    int32_t index = set_find(vm, set_of(set), item, hash);
    return index == SET_FAILED ? -1 : index >= 0;
}

size_t set_count(struct value set) {
    return set_of(set)->used;
}

// Does something with one element, whose hash is known, and a set: false if raised.
typedef bool element_function(struct vm *vm, struct set *set, struct value key, int64_t hash);

static bool visit(struct vm *vm, struct set *set, struct value key, int64_t hash,
                  element_function *function) {
    value_keep(key);
    bool done = function(vm, set, key, hash);
    value_drop(vm, key);
    return done;
}

static bool each_of_set(struct vm *vm, struct set *set, struct set *other,
                        element_function *function) {
    set_prepare_walk(other);
    const struct set_entry *entry;
    for (size_t at = 0; (entry = set_walk(other, &at)) != NULL;) {
        if (!visit(vm, set, entry->key, entry->hash, function)) {
            return false;
        }
    }
    return true;
}

static bool each_of_dict(struct vm *vm, struct set *set, const struct dict *other,
                         element_function *function) {
    for (uint32_t i = 0; i < other->filled; i++) {
        const struct dict_entry *entry = &other->entries[i];
        if (!value_is_absent(entry->key) && !visit(vm, set, entry->key, entry->hash, function)) {
            return false;
        }
    }
    return true;
}

static bool each_of_iterator(struct vm *vm, struct set *set, struct value iterator,
                             element_function *function) {
    for (;;) {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            return true;
        }
        int64_t hash;
        bool done =
            !value_is_error(item) && set_hash_key(vm, item, &hash) && function(vm, set, item, hash);
        value_drop(vm, item);
        if (!done) {
            return false;
        }
    }
}

// Calls [function] for all that [iterable] gives.
static bool each(struct vm *vm, struct set *set, struct value iterable,
                 element_function *function) {
    if (set_is(iterable)) {
        return each_of_set(vm, set, set_of(iterable), function);
    }
    if (value_is_exactly(iterable, builtin(vm, BUILTIN_dict))) {
        return each_of_dict(vm, set, dict_of(iterable), function);
    }
    struct value iterator = vm_iter(vm, iterable);
    bool done = !value_is_error(iterator) && each_of_iterator(vm, set, iterator, function);
    value_drop(vm, iterator);
    return done;
}

// Makes room at once for [count] more elements.
static bool make_room(struct vm *vm, struct set *set, uint32_t count) {
    if (((uint64_t)set->fill + count) * 5 < (uint64_t)(set->slot_count - 1) * 3) {
        return true;
    }
    return set_resize(vm, set, ((uint64_t)set->used + count) * 2);
}

static bool merge_set(struct vm *vm, struct set *set, struct set *other) {
    if (set == other || other->used == 0) {
        return true;
    }
    if (!make_room(vm, set, other->used)) {
        return false;
    }
    bool fresh = set->fill == 0;
    if (fresh && set->slot_count == other->slot_count && other->fill == other->used) {
        return set_copy_table(vm, set, other);
    }
    return each_of_set(vm, set, other, fresh ? set_add_new : set_add_hashed);
}

bool set_update(struct vm *vm, struct value set, struct value iterable) {
    if (set_is(iterable)) {
        return merge_set(vm, set_of(set), set_of(iterable));
    }
    if (value_is_exactly(iterable, builtin(vm, BUILTIN_dict)) &&
        !make_room(vm, set_of(set), dict_of(iterable)->used)) {
        return false;
    }
    return each(vm, set_of(set), iterable, set_add_hashed);
}

static bool discard_one(struct vm *vm, struct set *set, struct value key, int64_t hash) {
    return set_discard_hashed(vm, set, key, hash) >= 0;
}

// After many removals: rebuilds a table of which more than a quarter is marks of removed ones.
static bool tidy(struct vm *vm, struct set *set) {
    if (set->fill - set->used <= (set->slot_count - 1) / 4) {
        return true;
    }
    return set_resize(vm, set, (uint64_t)set->used * (set->used > 50000 ? 2 : 4));
}

bool set_remove_all(struct vm *vm, struct value set, struct value iterable) {
    if (value_is(set, iterable)) {
        set_clear(vm, set_of(set));
        return true;
    }
    struct value other = value_keep(iterable);
    if (set_is(other) && set_of(other)->used >> 3 > set_of(set)->used) {
        value_replace(vm, &other, set_intersection(vm, set, iterable));
    }
    bool done = !value_is_error(other) && each(vm, set_of(set), other, discard_one) &&
                tidy(vm, set_of(set));
    value_drop(vm, other);
    return done;
}

bool set_keep_common(struct vm *vm, struct value set, struct value iterable) {
    struct value common = set_intersection(vm, set, iterable);
    if (value_is_error(common)) {
        return false;
    }
    set_swap(set_of(set), set_of(common));
    value_drop(vm, common);
    return true;
}

static bool toggle_one(struct vm *vm, struct set *set, struct value key, int64_t hash) {
    int removed = set_discard_hashed(vm, set, key, hash);
    return removed > 0 || (removed == 0 && set_add_hashed(vm, set, key, hash));
}

bool set_toggle_all(struct vm *vm, struct value set, struct value iterable) {
    if (value_is(set, iterable)) {
        set_clear(vm, set_of(set));
        return true;
    }
    bool keyed = set_is(iterable) || value_is_exactly(iterable, builtin(vm, BUILTIN_dict));
    struct value other = keyed ? value_keep(iterable) : set_from(vm, iterable);
    bool done = !value_is_error(other) && each(vm, set_of(set), other, toggle_one);
    value_drop(vm, other);
    return done;
}
