// The type bytes, and the slots that bytearray shares with it.
#include "vm/bytes_type.h"

#include <string.h>

#include "vm/builtin.h"
#include "vm/compare.h"
#include "vm/heap.h"
#include "vm/index.h"
#include "vm/raise.h"
#include "vm/slice.h"
#include "vm/str.h"
#include "vm/vm.h"

// Slots of both types -----------------------------------------------------------------------------

struct value bytes_compare(struct vm *vm, struct value self, struct value other,
                           enum compare_op op) {
    struct bytes_span other_span;
    if (!bytes_like(vm, other, &other_span)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    struct span a = bytes_span_of(vm, self), b = {other_span.data, other_span.length};
    int order = memcmp(a.data, b.data, a.length < b.length ? a.length : b.length);
    if (order == 0) {
        order = (a.length > b.length) - (a.length < b.length);
    }
    return compare_result(order, op);
}

ptrdiff_t bytes_length(struct vm *vm, struct value self) {
    return (ptrdiff_t)bytes_span_of(vm, self).length;
}

int bytes_truth(struct vm *vm, struct value self) {
    return bytes_span_of(vm, self).length > 0;
}

int bytes_contains(struct vm *vm, struct value self, struct value item) {
    char byte;
    struct span part;
    if (!index_is(vm, item) ? !bytes_need_span(vm, item, &part)
                            : !bytes_need_part(vm, item, &byte, &part)) {
        return -1;
    }
    return span_find(bytes_span_of(vm, self), part) != SPAN_NONE;
}

static struct value concat(struct vm *vm, struct value left, struct value right) {
    struct span b, a = bytes_span_of(vm, left);
    struct bytes_span found;
    if (!bytes_like(vm, right, &found)) {
        return raise_error(vm, EXCEPTION_TypeError, "can't concat %s to %s",
                           value_type(vm, right)->name, value_type(vm, left)->name);
    }
    b = (struct span){found.data, found.length};
    if (!heap_has_room(vm, (a.length + b.length) * 2)) {
        return raise_memory(vm);
    }
    struct buf out = {0};
    buf_put(&out, a.data, a.length);
    buf_put(&out, b.data, b.length);
    return bytes_alike_take(vm, left, &out);
}

static struct value repeat(struct vm *vm, struct value self, struct value times) {
    int64_t count;
    struct span span = bytes_span_of(vm, self);
    if (!vm_to_index(vm, times, &count)) {
        return VALUE_ERROR;
    }
    if (count <= 0 || span.length == 0) {
        return bytes_alike(vm, self, "", 0);
    }
    if ((uint64_t)count > SIZE_MAX / 4 / span.length ||
        !heap_has_room(vm, span.length * (size_t)count * 2)) {
        return raise_memory(vm);
    }
    struct buf out = {0};
    for (; count > 0; count--) {
        buf_put(&out, span.data, span.length);
    }
    return bytes_alike_take(vm, self, &out);
}

struct value bytes_binary(struct vm *vm, enum binary_op op, struct value left, struct value right) {
    struct bytes_span span;
    bool on_left = bytes_like(vm, left, &span);
    if (op == BINARY_ADD && on_left) {
        return concat(vm, left, right);
    }
    if (op == BINARY_MODULO && on_left) {
        return bytes_format_percent(vm, left, right);
    }
    if (op == BINARY_MULTIPLY && index_is(vm, on_left ? right : left)) {
        return repeat(vm, on_left ? left : right, on_left ? right : left);
    }
    return VALUE_NOT_IMPLEMENTED;
}

static struct value get_slice(struct vm *vm, struct value self, const struct slice *slice) {
    struct slice_span picked;
    if (!slice_resolve(vm, slice, bytes_span_of(vm, self).length, &picked)) {
        return VALUE_ERROR;
    }
    struct span span = bytes_span_of(vm, self);
    struct buf out = {0};
    if (picked.step == 1) {
        return bytes_alike(vm, self, span.data + picked.start, picked.count);
    }
    for (size_t i = 0; i < picked.count; i++) {
        buf_putc(&out, span.data[slice_at(&picked, i)]);
    }
    return bytes_alike_take(vm, self, &out);
}

struct value bytes_get_item(struct vm *vm, struct value self, struct value key) {
    static const struct slice_words bytes_words = {"byte", "index out of range"};
    static const struct slice_words array_words = {"bytearray", "bytearray index out of range"};
    size_t index;
    if (value_is_exactly(key, builtin(vm, BUILTIN_slice))) {
        return get_slice(vm, self, slice_of(key));
    }
    struct span span = bytes_span_of(vm, self);
    const struct slice_words *words = bytearray_is(vm, self) ? &array_words : &bytes_words;
    if (!slice_index(vm, key, span.length, words, &index)) {
        return VALUE_ERROR;
    }
    return value_small((unsigned char)span.data[index]);
}

// bytes -------------------------------------------------------------------------------------------

static struct value bytes_create(struct vm *vm, struct type *type, const struct call *call) {
    struct buf out = {0};
    if (!bytes_collect(vm, call, "bytes", &out)) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    if (type == builtin(vm, BUILTIN_bytes)) {
        return bytes_take(vm, &out);
    }
    struct bytes *bytes = object_new(vm, type, offsetof(struct bytes, data) + out.length + 1);
    if (bytes != NULL) {
        bytes->length = out.length;
        bytes->hash = -1;
        memcpy(bytes->data, buf_text(&out), out.length);
    }
    buf_free(&out);
    return bytes == NULL ? VALUE_ERROR : value_object(bytes);
}

static size_t bytes_measure(const struct object *object) {
    return offsetof(struct bytes, data) + ((const struct bytes *)(const void *)object)->length + 1;
}

static struct value bytes_repr(struct vm *vm, struct value self) {
    struct buf out = {0};
    bytes_repr_to(bytes_of(self)->data, bytes_of(self)->length, false, &out);
    return str_take(vm, &out);
}

static bool bytes_hash(struct vm *vm, struct value self, int64_t *hash) {
    struct bytes *bytes = bytes_of(self);
    (void)vm;
    if (bytes->hash == -1) {
        bytes->hash = str_hash_text(bytes->data, bytes->length);
    }
    *hash = bytes->hash;
    return true;
}

static struct value bytes_itself(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    if (value_is_exactly(self, builtin(vm, BUILTIN_bytes))) {
        return value_keep(self);
    }
    return bytes_new(vm, bytes_of(self)->data, bytes_of(self)->length);
}

static const struct native methods[] = {
#define METHOD(name, kind) {#name, bytes_method_##name, NATIVE_##kind, 0},
#include "vm/bytes_methods.def"
#undef METHOD
    {"__bytes__", bytes_itself, 0, 0},
    {0},
};

bool bytes_type_ready(struct vm *vm, struct type *type) {
    type->flags |= TYPE_BASE | TYPE_BYTES;
    type->size = sizeof(struct bytes);
    type->measure = bytes_measure;
    type->create = bytes_create;
    type->repr = bytes_repr;
    type->hash = bytes_hash;
    type->compare = bytes_compare;
    type->truth = bytes_truth;
    type->length = bytes_length;
    type->contains = bytes_contains;
    type->iter = bytes_iter;
    type->get_item = bytes_get_item;
    type->binary = bytes_binary;
    return type_ready(vm, type, methods);
}
