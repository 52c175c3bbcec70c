// Iterating over the bytes of bytes and bytearrays, as ints.
#include "vm/builtin.h"
#include "vm/bytes_type.h"

struct bytes_iterator {
    struct object head;
    struct value bytes; // ABSENT when it is exhausted
    size_t at;
};

static struct bytes_iterator *iterator_of(struct value v) {
    return (struct bytes_iterator *)value_to_object(v);
}

struct value bytes_iter(struct vm *vm, struct value self) {
    struct bytes_iterator *iterator =
        object_new(vm, builtin(vm, BUILTIN_bytes_iterator), sizeof *iterator);
    if (iterator == NULL) {
        return VALUE_ERROR;
    }
    iterator->bytes = value_keep(self);
    iterator->at = 0;
    return value_object(iterator);
}

static void iterator_free(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct bytes_iterator *)(void *)object)->bytes);
}

static struct value iterator_iter(struct vm *vm, struct value self) {
    (void)vm;
    return value_keep(self);
}

static struct value iterator_next(struct vm *vm, struct value self) {
    struct bytes_iterator *iterator = iterator_of(self);
    if (value_is_absent(iterator->bytes)) {
        return VALUE_ABSENT;
    }
    struct span span = bytes_span_of(vm, iterator->bytes);
    if (iterator->at >= span.length) {
        value_replace(vm, &iterator->bytes, VALUE_ABSENT);
        return VALUE_ABSENT;
    }
    return value_small((unsigned char)span.data[iterator->at++]);
}

static struct value length_hint(struct vm *vm, struct value self, const struct call *call) {
    const struct bytes_iterator *iterator = iterator_of(self);
    (void)call;
    size_t length =
        value_is_absent(iterator->bytes) ? 0 : bytes_span_of(vm, iterator->bytes).length;
    return value_small(length > iterator->at ? (int64_t)(length - iterator->at) : 0);
}

bool bytes_iterator_type_ready(struct vm *vm, struct type *type) {
    static const struct native methods[] = {{"__length_hint__", length_hint, 0, 0}, {0}};
    type->size = sizeof(struct bytes_iterator);
    type->free = iterator_free;
    type->iter = iterator_iter;
    type->next = iterator_next;
    return type_ready(vm, type, methods);
}
