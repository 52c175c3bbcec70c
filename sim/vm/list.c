// Making, growing and shrinking lists. What programs do with them is in list_type.c.
//
// Dropping an item may run Python code (__del__) that changes the list, so everything here first
// leaves the list as it shall be and drops afterwards.
#include "vm/list.h"

#include "vm/builtin.h"
#include "vm/heap.h"
#include "vm/iterators.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/vm.h"

#define COUNT_MOST (SIZE_MAX / sizeof(struct value) / 4)

static bool resize(struct vm *vm, struct list *list, size_t capacity) {
    struct value *items =
        heap_resize(vm, list->items, list->capacity * sizeof *items, capacity * sizeof *items);
    if (items == NULL) {
        raise_memory(vm);
        return false;
    }
    list->items = items;
    list->capacity = capacity;
    return true;
}

bool list_reserve(struct vm *vm, struct list *list, size_t more) {
    if (list->capacity - list->count >= more) {
        return true;
    }
    if (more > COUNT_MOST - list->count) {
        raise_memory(vm);
        return false;
    }
    // A list that is filled at one stroke gets what it needs; one that grows, a quarter more.
    size_t needed = list->count + more;
    return resize(vm, list, list->count == 0 ? needed : needed + needed / 4 + 3);
}

static struct value make_empty(struct vm *vm) {
    struct list *list = object_new(vm, builtin(vm, BUILTIN_list), sizeof *list);
    return list == NULL ? VALUE_ERROR : value_object(list);
}

struct value list_new(struct vm *vm, const struct value *items, size_t count) {
    struct value list = make_empty(vm);
    if (value_is_error(list) || count == 0) {
        return list;
    }
    if (!list_reserve(vm, list_of(list), count)) {
        value_drop(vm, list);
        return VALUE_ERROR;
    }
    for (size_t i = 0; i < count; i++) {
        list_of(list)->items[i] = items == NULL ? VALUE_ABSENT : value_keep(items[i]);
    }
    list_of(list)->count = count;
    return list;
}

struct value list_steal(struct vm *vm, struct value *items, size_t count) {
    bool failed = false;
    for (size_t i = 0; i < count; i++) {
        failed = failed || value_is_error(items[i]);
    }
    struct value list = failed ? VALUE_ERROR : list_new(vm, NULL, count);
    for (size_t i = 0; i < count; i++) {
        if (value_is_error(list)) {
            value_drop(vm, items[i]);
        } else {
            list_of(list)->items[i] = items[i];
        }
    }
    return list;
}

struct value list_from(struct vm *vm, struct value iterable) {
    struct value list = make_empty(vm);
    if (!value_is_error(list) && !list_extend(vm, list_of(list), iterable)) {
        value_drop(vm, list);
        return VALUE_ERROR;
    }
    return list;
}

bool list_append(struct vm *vm, struct list *list, struct value item) {
    if (list->count == list->capacity && !resize(vm, list, list->count + list->count / 4 + 4)) {
        return false;
    }
    list->items[list->count++] = value_keep(item);
    return true;
}

bool list_insert(struct vm *vm, struct list *list, size_t index, struct value item) {
    if (!list_reserve(vm, list, 1)) {
        return false;
    }
    memmove(list->items + index + 1, list->items + index,
            (list->count - index) * sizeof *list->items);
    list->items[index] = value_keep(item);
    list->count++;
    return true;
}

// Gives back memory once three quarters of it stand empty.
static void shrink(struct vm *vm, struct list *list) {
    if (list->capacity > 16 && list->count < list->capacity / 4) {
        size_t capacity = list->count + list->count / 4 + 4;
        struct value *items =
            heap_resize(vm, list->items, list->capacity * sizeof *items, capacity * sizeof *items);
        if (items != NULL) {
            list->items = items;
            list->capacity = capacity;
        }
    }
}

struct value list_take(struct vm *vm, struct list *list, size_t index) {
    struct value item = list->items[index];
    list->count--;
    memmove(list->items + index, list->items + index + 1,
            (list->count - index) * sizeof *list->items);
    shrink(vm, list);
    return item;
}

void list_clear(struct vm *vm, struct list *list) {
    struct value *items = list->items;
    size_t count = list->count, capacity = list->capacity;
    list->items = NULL;
    list->count = list->capacity = 0;
    for (size_t i = count; i > 0; i--) {
        value_drop(vm, items[i - 1]);
    }
    heap_free(vm, items, capacity * sizeof *items);
}

// [items] may be the list's own.
static bool extend_by_run(struct vm *vm, struct list *list, struct value other) {
    size_t count;
    sequence_items(other, &count);
    if (!list_reserve(vm, list, count)) {
        return false;
    }
    const struct value *items = sequence_items(other, &count);
    for (size_t i = 0; i < count; i++) {
        list->items[list->count + i] = value_keep(items[i]);
    }
    list->count += count;
    return true;
}

static bool extend_by_iterator(struct vm *vm, struct list *list, struct value iterator) {
    for (;;) {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            return true;
        }
        if (value_is_error(item)) {
            return false;
        }
        bool added = list_append(vm, list, item);
        value_drop(vm, item);
        if (!added) {
            return false;
        }
    }
}

// Makes room ahead for what says how long it is, so that an absurd length fails at once.
static bool reserve_hinted(struct vm *vm, struct list *list, struct value iterable) {
    ptrdiff_t hint = iterator_length_hint(vm, iterable, 0);
    if (hint < 0) {
        return false;
    }
    return list_reserve(vm, list, (size_t)hint);
}

bool list_extend(struct vm *vm, struct list *list, struct value iterable) {
    if (value_is_exactly(iterable, builtin(vm, BUILTIN_list)) ||
        value_is_exactly(iterable, builtin(vm, BUILTIN_tuple))) {
        return extend_by_run(vm, list, iterable);
    }
    struct value iterator = vm_iter(vm, iterable);
    if (value_is_error(iterator)) {
        return false;
    }
    bool done = reserve_hinted(vm, list, iterable) && extend_by_iterator(vm, list, iterator);
    value_drop(vm, iterator);
    return done;
}
