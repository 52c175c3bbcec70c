// append, pop, sort and all other methods of list.
#include "vm/list_methods.h"

#include "vm/builtin.h"
#include "vm/index.h"
#include "vm/proxies.h"
#include "vm/raise.h"
#include "vm/sequence.h"
#include "vm/sequence_iterators.h"
#include "vm/slice.h"
#include "vm/str.h"
#include "vm/vm.h"

static struct value append(struct vm *vm, struct value self, const struct call *call) {
    struct value item;
    if (!native_one(vm, call, "append", &item) || !list_append(vm, list_of(self), item)) {
        return VALUE_ERROR;
    }
    return VALUE_NONE;
}

static struct value extend(struct vm *vm, struct value self, const struct call *call) {
    struct value iterable;
    if (!native_one(vm, call, "extend", &iterable) || !list_extend(vm, list_of(self), iterable)) {
        return VALUE_ERROR;
    }
    return VALUE_NONE;
}

static struct value insert(struct vm *vm, struct value self, const struct call *call) {
    struct value where, item;
    int64_t index;
    if (!native_args(vm, call, "insert", "oo", &where, &item) || !index_size(vm, where, &index)) {
        return VALUE_ERROR;
    }
    int64_t count = (int64_t)list_of(self)->count;
    if (index < 0) {
        index = index + count < 0 ? 0 : index + count;
    }
    if (index > count) {
        index = count;
    }
    return list_insert(vm, list_of(self), (size_t)index, item) ? VALUE_NONE : VALUE_ERROR;
}

static struct value pop(struct vm *vm, struct value self, const struct call *call) {
    struct list *list = list_of(self);
    struct value where = value_small(-1);
    int64_t index = -1;
    if (!native_args(vm, call, "pop", "|o", &where) || !index_size(vm, where, &index)) {
        return VALUE_ERROR;
    }
    if (list->count == 0) {
        return raise_error(vm, EXCEPTION_IndexError, "pop from empty list");
    }
    index += index < 0 ? (int64_t)list->count : 0;
    if (index < 0 || index >= (int64_t)list->count) {
        return raise_error(vm, EXCEPTION_IndexError, "pop index out of range");
    }
    return list_take(vm, list, (size_t)index);
}

static struct value remove_method(struct vm *vm, struct value self, const struct call *call) {
    struct value item;
    size_t index;
    if (!native_one(vm, call, "remove", &item)) {
        return VALUE_ERROR;
    }
    int found = sequence_find(vm, self, item, 0, SIZE_MAX, &index);
    if (found < 0) {
        return VALUE_ERROR;
    }
    if (found == 0) {
        return raise_error(vm, EXCEPTION_ValueError, "list.remove(x): x not in list");
    }
    if (index < list_of(self)->count) {
        value_drop(vm, list_take(vm, list_of(self), index));
    }
    return VALUE_NONE;
}

static struct value clear(struct vm *vm, struct value self, const struct call *call) {
    if (!native_none(vm, call, "clear")) {
        return VALUE_ERROR;
    }
    list_clear(vm, list_of(self));
    return VALUE_NONE;
}

static struct value count_method(struct vm *vm, struct value self, const struct call *call) {
    struct value item;
    if (!native_one(vm, call, "count", &item)) {
        return VALUE_ERROR;
    }
    ptrdiff_t count = sequence_count(vm, self, item);
    return count < 0 ? VALUE_ERROR : value_small(count);
}

static struct value raise_not_in_list(struct vm *vm, struct value item) {
    struct value text = vm_repr(vm, item);
    if (!value_is_error(text)) {
        raise_error(vm, EXCEPTION_ValueError, "%s is not in list", str_of(text)->text);
        value_drop(vm, text);
    }
    return VALUE_ERROR;
}

static struct value index_method(struct vm *vm, struct value self, const struct call *call) {
    struct value item, start = VALUE_ABSENT, stop = VALUE_ABSENT;
    size_t from, to, index;
    if (!native_args(vm, call, "index", "o|oo", &item, &start, &stop) ||
        !slice_bounds(vm, start, stop, list_of(self)->count, &from, &to)) {
        return VALUE_ERROR;
    }
    int found = sequence_find(vm, self, item, from, to, &index);
    if (found == 0) {
        return raise_not_in_list(vm, item);
    }
    return found < 0 ? VALUE_ERROR : value_small((int64_t)index);
}

static struct value sort(struct vm *vm, struct value self, const struct call *call) {
    struct value key = VALUE_NONE, reverse = VALUE_FALSE;
    if (!native_args(vm, call, "sort", "|$o:key o:reverse", &key, &reverse)) {
        return VALUE_ERROR;
    }
    int back = vm_truth(vm, reverse);
    if (back < 0 || !list_sort(vm, list_of(self), value_is_none(key) ? VALUE_ABSENT : key, back)) {
        return VALUE_ERROR;
    }
    return VALUE_NONE;
}

static struct value reverse_method(struct vm *vm, struct value self, const struct call *call) {
    if (!native_none(vm, call, "reverse")) {
        return VALUE_ERROR;
    }
    struct list *list = list_of(self);
    for (size_t i = 0; i < list->count / 2; i++) {
        struct value item = list->items[i];
        list->items[i] = list->items[list->count - 1 - i];
        list->items[list->count - 1 - i] = item;
    }
    return VALUE_NONE;
}

static struct value copy(struct vm *vm, struct value self, const struct call *call) {
    if (!native_none(vm, call, "copy")) {
        return VALUE_ERROR;
    }
    return list_new(vm, list_of(self)->items, list_of(self)->count);
}

static struct value reversed_method(struct vm *vm, struct value self, const struct call *call) {
    if (!native_none(vm, call, "__reversed__")) {
        return VALUE_ERROR;
    }
    return list_iterate_back(vm, self);
}

static struct value class_item(struct vm *vm, struct value self, const struct call *call) {
    struct value arguments;
    if (!native_one(vm, call, "__class_getitem__", &arguments)) {
        return VALUE_ERROR;
    }
    return generic_alias_new(vm, self, arguments);
}

const struct native list_methods[] = {
    {"append", append, NATIVE_PLAIN, NULL},
    {"extend", extend, NATIVE_PLAIN, NULL},
    {"insert", insert, NATIVE_PLAIN, NULL},
    {"pop", pop, NATIVE_PLAIN, NULL},
    {"remove", remove_method, NATIVE_PLAIN, NULL},
    {"clear", clear, NATIVE_PLAIN, NULL},
    {"count", count_method, NATIVE_PLAIN, NULL},
    {"index", index_method, NATIVE_PLAIN, NULL},
    {"sort", sort, NATIVE_PLAIN, NULL},
    {"reverse", reverse_method, NATIVE_PLAIN, NULL},
    {"copy", copy, NATIVE_PLAIN, NULL},
    {"__reversed__", reversed_method, NATIVE_PLAIN, NULL},
    {"__class_getitem__", class_item, NATIVE_CLASS, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};
