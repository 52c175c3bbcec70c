// list_iterator, list_reverseiterator and tuple_iterator.
#include "vm/sequence_iterators.h"

#include "vm/builtin.h"
#include "vm/iterators.h"
#include "vm/native.h"
#include "vm/sequence.h"

static struct value iterate(struct vm *vm, enum builtin_type type, struct value sequence,
                            size_t next) {
    struct items_iterator *iterator = object_new(vm, builtin(vm, type), sizeof *iterator);
    if (iterator == NULL) {
        return VALUE_ERROR;
    }
    iterator->sequence = value_keep(sequence);
    iterator->next = next;
    return value_object(iterator);
}

struct value tuple_iterate(struct vm *vm, struct value tuple) {
    return iterate(vm, BUILTIN_tuple_iterator, tuple, 0);
}

struct value list_iterate(struct vm *vm, struct value list) {
    return iterate(vm, BUILTIN_list_iterator, list, 0);
}

struct value list_iterate_back(struct vm *vm, struct value list) {
    return iterate(vm, BUILTIN_list_reverseiterator, list, list_of(list)->count);
}

static void release(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct items_iterator *)object)->sequence);
}

static struct value finish(struct vm *vm, struct items_iterator *iterator) {
    value_replace(vm, &iterator->sequence, VALUE_ABSENT);
    return VALUE_ABSENT;
}

static struct value next(struct vm *vm, struct value self) {
    struct items_iterator *iterator = (struct items_iterator *)value_to_object(self);
    if (value_is_absent(iterator->sequence)) {
        return VALUE_ABSENT;
    }
    struct sequence_run run = sequence_run(iterator->sequence);
    return iterator->next < run.count ? value_keep(run.items[iterator->next++])
                                      : finish(vm, iterator);
}

static struct value next_back(struct vm *vm, struct value self) {
    struct items_iterator *iterator = (struct items_iterator *)value_to_object(self);
    if (value_is_absent(iterator->sequence)) {
        return VALUE_ABSENT;
    }
    struct sequence_run run = sequence_run(iterator->sequence);
    if (iterator->next == 0 || iterator->next > run.count) {
        return finish(vm, iterator);
    }
    return value_keep(run.items[--iterator->next]);
}

// __length_hint__: how many are left.
static struct value hint(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "__length_hint__", "")) {
        return VALUE_ERROR;
    }
    struct items_iterator *iterator = (struct items_iterator *)value_to_object(self);
    if (value_is_absent(iterator->sequence)) {
        return value_small(0);
    }
    size_t count = sequence_run(iterator->sequence).count;
    size_t left = count > iterator->next ? count - iterator->next : 0;
    return value_small((int64_t)left);
}

static struct value hint_back(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "__length_hint__", "")) {
        return VALUE_ERROR;
    }
    struct items_iterator *iterator = (struct items_iterator *)value_to_object(self);
    bool ended = value_is_absent(iterator->sequence) ||
                 iterator->next > sequence_run(iterator->sequence).count;
    return value_small(ended ? 0 : (int64_t)iterator->next);
}

static const struct native methods[] = {
    {"__length_hint__", hint, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

static const struct native methods_back[] = {
    {"__length_hint__", hint_back, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

static void fill_slots(struct type *type) {
    type->size = sizeof(struct items_iterator);
    type->free = release;
    type->iter = iterator_itself;
    type->next = next;
}

bool tuple_iterator_type_ready(struct vm *vm, struct type *type) {
    fill_slots(type);
    return type_ready(vm, type, methods);
}

bool list_iterator_type_ready(struct vm *vm, struct type *type) {
    fill_slots(type);
    return type_ready(vm, type, methods);
}

bool list_reverseiterator_type_ready(struct vm *vm, struct type *type) {
    fill_slots(type);
    type->next = next_back;
    return type_ready(vm, type, methods_back);
}
