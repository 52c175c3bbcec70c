// Making tuples. What programs do with them is in tuple_type.c.
#include "vm/list.h"

#include "vm/builtin.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"

size_t tuple_size(size_t count) {
    return sizeof(struct tuple) + count * sizeof(struct value);
}

struct tuple *tuple_make(struct vm *vm, struct type *type, size_t count) {
    if (count > (SIZE_MAX - sizeof(struct tuple)) / sizeof(struct value)) {
        raise_memory(vm);
        return NULL;
    }
    struct tuple *tuple = object_new(vm, type, tuple_size(count));
    if (tuple != NULL) {
        tuple->count = count;
        tuple->hash = -1;
        for (size_t i = 0; i < count; i++) {
            tuple->items[i] = VALUE_ABSENT;
        }
    }
    return tuple;
}

// A plain tuple; the empty one is always the same object.
static struct tuple *make_plain(struct vm *vm, size_t count) {
    if (count == 0 && value_is_object(vm->empty_tuple)) {
        value_keep(vm->empty_tuple);
        return tuple_of(vm->empty_tuple);
    }
    return tuple_make(vm, builtin(vm, BUILTIN_tuple), count);
}

struct value tuple_new(struct vm *vm, const struct value *items, size_t count) {
    struct tuple *tuple = make_plain(vm, count);
    if (tuple == NULL) {
        return VALUE_ERROR;
    }
    for (size_t i = 0; items != NULL && i < count; i++) {
        tuple->items[i] = value_keep(items[i]);
    }
    return value_object(tuple);
}

struct value tuple_steal(struct vm *vm, struct value *items, size_t count) {
    bool failed = false;
    for (size_t i = 0; i < count; i++) {
        failed = failed || value_is_error(items[i]);
    }
    struct tuple *tuple = failed ? NULL : make_plain(vm, count);
    for (size_t i = 0; i < count; i++) {
        if (tuple == NULL) {
            value_drop(vm, items[i]);
        } else {
            tuple->items[i] = items[i];
        }
    }
    return tuple == NULL ? VALUE_ERROR : value_object(tuple);
}

struct value tuple_from(struct vm *vm, struct value iterable) {
    if (value_is_exactly(iterable, builtin(vm, BUILTIN_tuple))) {
        return value_keep(iterable);
    }
    struct value list = list_from(vm, iterable);
    if (value_is_error(list)) {
        return VALUE_ERROR;
    }
    struct value tuple = tuple_new(vm, list_of(list)->items, list_of(list)->count);
    value_drop(vm, list);
    return tuple;
}
