// get, pop, update and all other methods of dict.
#include "vm/dict_views.h"

#include "vm/builtin.h"
#include "vm/list.h"
#include "vm/proxies.h"
#include "vm/raise.h"
#include "vm/vm.h"

static struct value get(struct vm *vm, struct value self, const struct call *call) {
    struct value key, found, otherwise = VALUE_NONE;
    if (!native_args(vm, call, "get", "o|o", &key, &otherwise) ||
        !dict_get(vm, dict_of(self), key, &found)) {
        return VALUE_ERROR;
    }
    return value_keep(value_is_absent(found) ? otherwise : found);
}

static struct value setdefault(struct vm *vm, struct value self, const struct call *call) {
    struct value key, found, otherwise = VALUE_NONE;
    if (!native_args(vm, call, "setdefault", "o|o", &key, &otherwise) ||
        !dict_set_default(vm, dict_of(self), key, otherwise, &found)) {
        return VALUE_ERROR;
    }
    return value_keep(found);
}

static struct value pop(struct vm *vm, struct value self, const struct call *call) {
    struct value key, taken, otherwise = VALUE_ABSENT;
    if (!native_args(vm, call, "pop", "o|o", &key, &otherwise)) {
        return VALUE_ERROR;
    }
    // In an empty dict nothing is looked for, so the key need not even be hashable.
    int result = dict_of(self)->used == 0 ? 0 : dict_take(vm, dict_of(self), key, &taken);
    if (result != 0) {
        return result < 0 ? VALUE_ERROR : taken;
    }
    return value_is_absent(otherwise) ? raise_with(vm, EXCEPTION_KeyError, key)
                                      : value_keep(otherwise);
}

static struct value popitem(struct vm *vm, struct value self, const struct call *call) {
    struct value pair[2];
    if (!native_args(vm, call, "popitem", "")) {
        return VALUE_ERROR;
    }
    if (!dict_take_last(dict_of(self), &pair[0], &pair[1])) {
        return raise_error(vm, EXCEPTION_KeyError, "popitem(): dictionary is empty");
    }
    return tuple_steal(vm, pair, 2);
}

static struct value update(struct vm *vm, struct value self, const struct call *call) {
    struct call positional = {call->args, call->count, 0, NULL};
    struct value other = VALUE_ABSENT;
    if (!native_args(vm, &positional, "update", "|o", &other) ||
        (!value_is_absent(other) && !dict_update(vm, dict_of(self), other))) {
        return VALUE_ERROR;
    }
    for (size_t i = 0; i < call->keyword_count; i++) {
        if (!dict_set(vm, dict_of(self), call->keywords[i], call->args[call->count + i])) {
            return VALUE_ERROR;
        }
    }
    return VALUE_NONE;
}

static struct value keys(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "keys", "") ? dict_keys(vm, self) : VALUE_ERROR;
}

static struct value values(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "values", "") ? dict_values(vm, self) : VALUE_ERROR;
}

static struct value items(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "items", "") ? dict_items(vm, self) : VALUE_ERROR;
}

static struct value clear(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "clear", "")) {
        return VALUE_ERROR;
    }
    dict_clear(vm, dict_of(self));
    return VALUE_NONE;
}

static struct value copy(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "copy", "")) {
        return VALUE_ERROR;
    }
    bool plain = value_to_object(self)->type->iter == builtin(vm, BUILTIN_dict)->iter;
    if (plain) {
        return dict_copy(vm, dict_of(self));
    }
    struct value made = dict_new(vm);
    if (!value_is_error(made) && !dict_update(vm, dict_of(made), self)) {
        value_replace(vm, &made, VALUE_ERROR);
    }
    return made;
}

static bool set_all(struct vm *vm, struct value made, struct value iterator, struct value value) {
    for (;;) {
        struct value key = vm_next(vm, iterator);
        if (value_is_absent(key)) {
            return true;
        }
        bool done = !value_is_error(key) && vm_set_item(vm, made, key, value);
        value_drop(vm, key);
        if (!done) {
            return false;
        }
    }
}

static struct value fromkeys(struct vm *vm, struct value self, const struct call *call) {
    struct value iterable, value = VALUE_NONE;
    if (!native_args(vm, call, "fromkeys", "o|o", &iterable, &value)) {
        return VALUE_ERROR;
    }
    struct value made = vm_call(vm, self, NULL, 0);
    struct value iterator = value_is_error(made) ? made : vm_iter(vm, iterable);
    bool done = !value_is_error(iterator) && set_all(vm, made, iterator, value);
    value_drop(vm, iterator);
    if (!done) {
        value_drop(vm, made);
        return VALUE_ERROR;
    }
    return made;
}

static struct value reversed_method(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "__reversed__", "") ? dict_iterate_back(vm, self) : VALUE_ERROR;
}

static struct value class_item(struct vm *vm, struct value self, const struct call *call) {
    struct value arguments;
    if (!native_args(vm, call, "__class_getitem__", "o", &arguments)) {
        return VALUE_ERROR;
    }
    return generic_alias_new(vm, self, arguments);
}

const struct native dict_methods[] = {
    {"get", get, NATIVE_PLAIN, NULL},
    {"setdefault", setdefault, NATIVE_PLAIN, NULL},
    {"pop", pop, NATIVE_PLAIN, NULL},
    {"popitem", popitem, NATIVE_PLAIN, NULL},
    {"update", update, NATIVE_PLAIN, NULL},
    {"keys", keys, NATIVE_PLAIN, NULL},
    {"values", values, NATIVE_PLAIN, NULL},
    {"items", items, NATIVE_PLAIN, NULL},
    {"clear", clear, NATIVE_PLAIN, NULL},
    {"copy", copy, NATIVE_PLAIN, NULL},
    {"fromkeys", fromkeys, NATIVE_CLASS, NULL},
    {"__reversed__", reversed_method, NATIVE_PLAIN, NULL},
    {"__class_getitem__", class_item, NATIVE_CLASS, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};
