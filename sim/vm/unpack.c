// Items are taken into the caller's stack directly; on failure nothing is left there.
#include "vm/unpack.h"

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

// Sequences --------------------------------------------------------------------------------------

static bool refuse_count(struct vm *vm, size_t expected, bool at_least, size_t got) {
    raise_error(vm, EXCEPTION_ValueError, "not enough values to unpack (expected %s%zu, got %zu)",
                at_least ? "at least " : "", expected, got);
    return false;
}

static bool refuse_more(struct vm *vm, size_t expected) {
    raise_error(vm, EXCEPTION_ValueError, "too many values to unpack (expected %zu)", expected);
    return false;
}

static struct value iterate(struct vm *vm, struct value iterable) {
    struct value iterator = vm_iter(vm, iterable);
    const struct type *type = value_type(vm, iterable);
    if (value_is_error(iterator) && raised_is(vm, EXCEPTION_TypeError) && type->iter == NULL &&
        type->get_item == NULL) {
        value_drop(vm, raised_take(vm));
        return raise_error(vm, EXCEPTION_TypeError, "cannot unpack non-iterable %s object",
                           type->name);
    }
    return iterator;
}

static void drop_items(struct vm *vm, struct value *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        value_drop(vm, items[i]);
    }
}

// Takes [count] items, the first one to items[count - 1]. How many there were, or SIZE_MAX if
// raised; then nothing is kept.
static size_t take(struct vm *vm, struct value iterator, size_t count, struct value *items) {
    for (size_t i = 0; i < count; i++) {
        struct value item = vm_next(vm, iterator);
        if (value_is_error(item) || value_is_absent(item)) {
            drop_items(vm, items + count - i, i);
            return value_is_error(item) ? SIZE_MAX : i;
        }
        items[count - 1 - i] = item;
    }
    return count;
}

bool unpack_exactly(struct vm *vm, struct value iterable, size_t count, struct value *out) {
    struct value iterator = iterate(vm, iterable);
    if (value_is_error(iterator)) {
        return false;
    }
    size_t got = take(vm, iterator, count, out);
    bool done = got == count;
    if (done) {
        struct value more = vm_next(vm, iterator);
        done = value_is_absent(more);
        if (!done) {
            drop_items(vm, out, count);
        }
        if (!done && !value_is_error(more)) {
            value_drop(vm, more);
            refuse_more(vm, count);
        }
    } else if (got != SIZE_MAX) {
        refuse_count(vm, count, false, got);
    }
    value_drop(vm, iterator);
    return done;
}

// Moves the last [after] items of [rest] to [out], the first one last.
static void split(struct list *rest, size_t after, struct value *out) {
    for (size_t i = 0; i < after; i++) {
        out[i] = rest->items[--rest->count];
    }
}

bool unpack_star(struct vm *vm, struct value iterable, size_t before, size_t after,
                 struct value *out) {
    struct value iterator = iterate(vm, iterable);
    if (value_is_error(iterator)) {
        return false;
    }
    struct value *first = out + after + 1;
    size_t got = take(vm, iterator, before, first);
    struct value rest = VALUE_ERROR;
    if (got == before) {
        rest = list_from(vm, iterator);
    } else if (got != SIZE_MAX) {
        refuse_count(vm, before + after, true, got);
    }
    value_drop(vm, iterator);
    if (value_is_error(rest)) {
        if (got == before) {
            drop_items(vm, first, before);
        }
        return false;
    }
    if (list_of(rest)->count < after) {
        refuse_count(vm, before + after, true, before + list_of(rest)->count);
        drop_items(vm, first, before);
        value_drop(vm, rest);
        return false;
    }
    split(list_of(rest), after, out);
    out[after] = rest;
    return true;
}

struct value unpack_call_name(struct vm *vm, struct value callable) {
    struct value name = vm_find_attribute(vm, callable, "__qualname__");
    if (value_is_error(name)) {
        return name;
    }
    if (!str_is(name)) {
        value_drop(vm, name);
        return vm_str(vm, callable);
    }
    struct value module = vm_find_attribute(vm, callable, "__module__");
    struct value text = VALUE_ERROR;
    bool shown = str_is(module) && !str_equals(str_of(module), "builtins");
    if (!value_is_error(module)) {
        text = str_format(vm, "%s%s%s()", shown ? str_of(module)->text : "", shown ? "." : "",
                          str_of(name)->text);
    }
    value_drop(vm, module);
    value_drop(vm, name);
    return text;
}

static void refuse_star(struct vm *vm, const struct type *type, struct value callable) {
    value_drop(vm, raised_take(vm));
    if (value_is_absent(callable)) {
        raise_error(vm, EXCEPTION_TypeError, "Value after * must be an iterable, not %s",
                    type->name);
        return;
    }
    struct value name = unpack_call_name(vm, callable);
    if (!value_is_error(name)) {
        raise_error(vm, EXCEPTION_TypeError, "%s argument after * must be an iterable, not %s",
                    str_of(name)->text, type->name);
    }
    value_drop(vm, name);
}

bool unpack_extend(struct vm *vm, struct list *list, struct value iterable, struct value callable) {
    const struct type *type = value_type(vm, iterable);
    if (list_extend(vm, list, iterable)) {
        return true;
    }
    if (raised_is(vm, EXCEPTION_TypeError) && type->iter == NULL && type->get_item == NULL) {
        refuse_star(vm, type, callable);
    }
    return false;
}

// Mappings ---------------------------------------------------------------------------------------

bool unpack_update(struct vm *vm, struct dict *dict, struct value mapping) {
    if (!dict_is(mapping)) {
        struct value keys = vm_find_attribute(vm, mapping, "keys");
        if (value_is_error(keys)) {
            return false;
        }
        if (value_is_absent(keys)) {
            raise_error(vm, EXCEPTION_TypeError, "'%s' object is not a mapping",
                        value_type(vm, mapping)->name);
            return false;
        }
        value_drop(vm, keys);
    }
    return dict_update(vm, dict, mapping);
}

static bool refuse_twice(struct vm *vm, struct value callable, struct value key) {
    struct value name = unpack_call_name(vm, callable);
    if (!value_is_error(name) && str_is(key)) {
        raise_error(vm, EXCEPTION_TypeError, "%s got multiple values for keyword argument '%s'",
                    str_of(name)->text, str_of(key)->text);
    }
    value_drop(vm, name);
    return false;
}

static bool merge_one(struct vm *vm, struct dict *dict, struct value key, struct value value,
                      struct value callable) {
    struct value found;
    if (!dict_get(vm, dict, key, &found)) {
        return false;
    }
    return value_is_absent(found) ? dict_set(vm, dict, key, value)
                                  : refuse_twice(vm, callable, key);
}

static bool refuse_mapping(struct vm *vm, struct value mapping, struct value callable) {
    struct value name = unpack_call_name(vm, callable);
    if (!value_is_error(name)) {
        raise_error(vm, EXCEPTION_TypeError, "%s argument after ** must be a mapping, not %s",
                    str_of(name)->text, value_type(vm, mapping)->name);
    }
    value_drop(vm, name);
    return false;
}

static bool merge_all(struct vm *vm, struct dict *into, struct dict *from, struct value callable) {
    uint32_t at = 0;
    struct value key, value;
    while (dict_next(from, &at, &key, &value)) {
        if (!merge_one(vm, into, key, value, callable)) {
            return false;
        }
    }
    return true;
}

bool unpack_merge(struct vm *vm, struct dict *dict, struct value mapping, struct value callable) {
    if (value_is_exactly(mapping, builtin(vm, BUILTIN_dict))) {
        return merge_all(vm, dict, dict_of(mapping), callable);
    }
    struct value keys = vm_find_attribute(vm, mapping, "keys");
    if (value_is_absent(keys)) {
        return refuse_mapping(vm, mapping, callable);
    }
    value_drop(vm, keys);
    struct value copy = value_is_error(keys) ? keys : dict_new(vm);
    if (value_is_error(copy)) {
        return false;
    }
    bool merged =
        dict_update(vm, dict_of(copy), mapping) && merge_all(vm, dict, dict_of(copy), callable);
    value_drop(vm, copy);
    return merged;
}
