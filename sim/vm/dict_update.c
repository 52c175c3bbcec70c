// dict.update: merging a dict, any mapping, or pairs.
#include "vm/dict.h"

#include "vm/builtin.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/vm.h"

// Merges a dict whose iteration is dict's own.
static bool merge_dict(struct vm *vm, struct dict *dict, struct value other) {
    struct dict *from = dict_of(other);
    uint32_t used = from->used;
    for (uint32_t i = 0; from != dict && i < from->filled; i++) {
        struct dict_entry entry = from->entries[i];
        if (value_is_absent(entry.key)) {
            continue;
        }
        value_keep(entry.key);
        value_keep(entry.value);
        bool done = dict_set(vm, dict, entry.key, entry.value);
        value_drop(vm, entry.key);
        value_drop(vm, entry.value);
        if (!done) {
            return false;
        }
        if (from->used != used) {
            raise_error(vm, EXCEPTION_RuntimeError, "dict mutated during update");
            return false;
        }
    }
    return true;
}

static bool merge_key(struct vm *vm, struct dict *dict, struct value mapping, struct value key) {
    struct value value = vm_get_item(vm, mapping, key);
    if (value_is_error(value)) {
        return false;
    }
    bool done = dict_set(vm, dict, key, value);
    value_drop(vm, value);
    return done;
}

// A pair: any iterable of two. [number] is its place, for the message.
static bool merge_pair(struct vm *vm, struct dict *dict, struct value pair, size_t number) {
    struct value list = list_from(vm, pair);
    if (value_is_error(list)) {
        if (raised_clear(vm, EXCEPTION_TypeError)) {
            raise_error(vm, EXCEPTION_TypeError,
                        "cannot convert dictionary update sequence element #%zu to a sequence",
                        number);
        }
        return false;
    }
    bool done = list_of(list)->count == 2;
    if (!done) {
        raise_error(vm, EXCEPTION_ValueError,
                    "dictionary update sequence element #%zu has length %zu; 2 is required", number,
                    list_of(list)->count);
    }
    done = done && dict_set(vm, dict, list_of(list)->items[0], list_of(list)->items[1]);
    value_drop(vm, list);
    return done;
}

// Goes through the keys of [mapping], or through pairs if [mapping] is ABSENT.
static bool merge_all(struct vm *vm, struct dict *dict, struct value iterable,
                      struct value mapping) {
    struct value iterator = vm_iter(vm, iterable);
    if (value_is_error(iterator)) {
        return false;
    }
    bool done = true;
    for (size_t number = 0; done; number++) {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            break;
        }
        done = !value_is_error(item) &&
               (value_is_absent(mapping) ? merge_pair(vm, dict, item, number)
                                         : merge_key(vm, dict, mapping, item));
        value_drop(vm, item);
    }
    value_drop(vm, iterator);
    return done;
}

static bool merge_mapping(struct vm *vm, struct dict *dict, struct value mapping) {
    struct value keys = vm_call_method(vm, mapping, "keys", NULL, 0);
    if (value_is_error(keys)) {
        return false;
    }
    bool done = merge_all(vm, dict, keys, mapping);
    value_drop(vm, keys);
    return done;
}

bool dict_update(struct vm *vm, struct dict *dict, struct value other) {
    if (dict_is(other) && value_to_object(other)->type->iter == builtin(vm, BUILTIN_dict)->iter) {
        return merge_dict(vm, dict, other);
    }
    struct value keys = vm_find_attribute(vm, other, "keys");
    if (value_is_error(keys)) {
        return false;
    }
    bool mapping = !value_is_absent(keys);
    value_drop(vm, keys);
    return mapping ? merge_mapping(vm, dict, other) : merge_all(vm, dict, other, VALUE_ABSENT);
}
