// Which set is walked, and which asked, is as in CPython: it shows in the order of the result.
#include "vm/set_operations.h"

#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/type.h"
#include "vm/vm.h"

struct type *set_plain_type(struct vm *vm, struct value set) {
    struct type *frozen = builtin(vm, BUILTIN_frozenset);
    bool is_frozen = type_is_subtype(value_type(vm, set), frozen);
    return is_frozen ? frozen : builtin(vm, BUILTIN_set);
}

struct value set_copy(struct vm *vm, struct value set) {
    return set_of_type(vm, set_plain_type(vm, set), set);
}

// Gives [result] on if [done], else drops it.
static struct value finish(struct vm *vm, struct value result, bool done) {
    if (!value_is_error(result) && !done) {
        value_drop(vm, result);
        return VALUE_ERROR;
    }
    return result;
}

struct value set_union(struct vm *vm, struct value set, struct value iterable) {
    struct value result = set_copy(vm, set);
    bool same = value_is(set, iterable);
    return finish(vm, result,
                  !value_is_error(result) && (same || set_update(vm, result, iterable)));
}

// Is the key in [container], a set or dict? 1, 0, -1.
static int has_hashed(struct vm *vm, struct value container, struct value key, int64_t hash) {
    if (set_is(container)) {
        int32_t index = set_find(vm, set_of(container), key, hash);
        return index == SET_FAILED ? -1 : index >= 0;
    }
    struct value found;
    return dict_get(vm, dict_of(container), key, &found) ? !value_is_absent(found) : -1;
}

// Adds to [result] those elements of [from] that are, or ([wanted] 0) are not, in [container].
static bool add_where(struct vm *vm, struct value result, struct value from, struct value container,
                      int wanted) {
    struct set *set = set_of(from);
    set_prepare_walk(set);
    const struct set_entry *entry;
    for (size_t at = 0; (entry = set_walk(set, &at)) != NULL;) {
        struct value key = value_keep(entry->key);
        int64_t hash = entry->hash;
        int within = has_hashed(vm, container, key, hash);
        bool done =
            within >= 0 && (within != wanted || set_add_hashed(vm, set_of(result), key, hash));
        value_drop(vm, key);
        if (!done) {
            return false;
        }
    }
    return true;
}

// Adds to [result] what [iterator] gives and [set] has.
static bool add_common(struct vm *vm, struct value result, struct value set,
                       struct value iterator) {
    for (;;) {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            return true;
        }
        int64_t hash;
        int within = -1;
        if (!value_is_error(item) && set_hash_key(vm, item, &hash)) {
            within = has_hashed(vm, set, item, hash);
        }
        bool done = within == 0 || (within > 0 && set_add_hashed(vm, set_of(result), item, hash));
        value_drop(vm, item);
        if (!done) {
            return false;
        }
    }
}

struct value set_intersection(struct vm *vm, struct value set, struct value iterable) {
    if (value_is(set, iterable)) {
        return set_copy(vm, set);
    }
    struct value result = set_make(vm, set_plain_type(vm, set));
    if (value_is_error(result)) {
        return result;
    }
    if (set_is(iterable)) {
        bool smaller = set_of(iterable)->used <= set_of(set)->used;
        return finish(vm, result,
                      add_where(vm, result, smaller ? iterable : set, smaller ? set : iterable, 1));
    }
    struct value iterator = vm_iter(vm, iterable);
    bool done = !value_is_error(iterator) && add_common(vm, result, set, iterator);
    value_drop(vm, iterator);
    return finish(vm, result, done);
}

static struct value copy_and_remove(struct vm *vm, struct value set, struct value iterable) {
    struct value result = set_copy(vm, set);
    return finish(vm, result, !value_is_error(result) && set_remove_all(vm, result, iterable));
}

struct value set_difference(struct vm *vm, struct value set, struct value iterable) {
    bool is_set = set_is(iterable);
    if (!is_set && !value_is_exactly(iterable, builtin(vm, BUILTIN_dict))) {
        return copy_and_remove(vm, set, iterable);
    }
    uint32_t count = is_set ? set_of(iterable)->used : dict_of(iterable)->used;
    if (set_of(set)->used >> 2 > count) {
        return copy_and_remove(vm, set, iterable);
    }
    struct value result = set_make(vm, set_plain_type(vm, set));
    return finish(vm, result, !value_is_error(result) && add_where(vm, result, set, iterable, 0));
}

struct value set_symmetric_difference(struct vm *vm, struct value set, struct value iterable) {
    struct value result = set_of_type(vm, set_plain_type(vm, set), iterable);
    return finish(vm, result, !value_is_error(result) && set_toggle_all(vm, result, set));
}

int set_is_subset(struct vm *vm, struct value set, struct value iterable) {
    if (set_is(iterable) && set_of(set)->used > set_of(iterable)->used) {
        return 0;
    }
    struct value common = set_intersection(vm, set, iterable);
    if (value_is_error(common)) {
        return -1;
    }
    bool all = set_count(common) == set_count(set);
    value_drop(vm, common);
    return all;
}

int set_is_superset(struct vm *vm, struct value set, struct value iterable) {
    if (set_is(iterable)) {
        return set_is_subset(vm, iterable, set);
    }
    struct value iterator = vm_iter(vm, iterable);
    int result = value_is_error(iterator) ? -1 : 1;
    while (result == 1) {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            break;
        }
        result = value_is_error(item) ? -1 : set_has(vm, set, item);
        value_drop(vm, item);
    }
    value_drop(vm, iterator);
    return result;
}

int set_is_disjoint(struct vm *vm, struct value set, struct value iterable) {
    struct value iterator = vm_iter(vm, iterable);
    int result = value_is_error(iterator) ? -1 : 1;
    while (result == 1) {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            break;
        }
        int within = value_is_error(item) ? -1 : set_has(vm, set, item);
        result = within < 0 ? -1 : !within;
        value_drop(vm, item);
    }
    value_drop(vm, iterator);
    return result;
}
