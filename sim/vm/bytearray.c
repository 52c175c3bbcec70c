// The type bytearray: what it does beyond bytes, which is to change.
#include <string.h>

#include "vm/builtin.h"
#include "vm/bytes_type.h"
#include "vm/heap.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/raise.h"
#include "vm/slice.h"
#include "vm/str.h"
#include "vm/vm.h"

// Makes room for [length] bytes and sets the length; what is new is undefined. False if raised.
static bool resize(struct vm *vm, struct bytearray *array, size_t length) {
    if (length > array->capacity) {
        size_t capacity = length + length / 8 + 16;
        char *data = heap_resize(vm, array->data, array->capacity, capacity);
        if (data == NULL) {
            raise_memory(vm);
            return false;
        }
        array->data = data;
        array->capacity = capacity;
    }
    array->length = length;
    return true;
}

// Puts [span], which must not lie in the array, in place of the bytes [start, stop).
static bool splice(struct vm *vm, struct bytearray *array, size_t start, size_t stop,
                   struct span span) {
    size_t tail = array->length - stop, length = start + span.length + tail;
    if (length > array->length && !resize(vm, array, length)) {
        return false;
    }
    if (length > 0) {
        memmove(array->data + start + span.length, array->data + stop, tail);
        memcpy(array->data + start, span.data, span.length);
    }
    array->length = length;
    return true;
}

// Setting items -----------------------------------------------------------------------------------

// The bytes of what is assigned to a slice, appended. False if raised.
static bool collect_assigned(struct vm *vm, struct value v, struct buf *out) {
    struct bytes_span span;
    struct type *type = value_type(vm, v);
    if (value_is_absent(v)) {
        return true;
    }
    if (bytes_like(vm, v, &span)) {
        buf_put(out, span.data, span.length);
        return true;
    }
    if (str_is(v) || (type->iter == NULL && type->get_item == NULL)) {
        raise_error(vm, EXCEPTION_TypeError,
                    "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        return false;
    }
    return bytes_collect_items(vm, v, "bytearray", out);
}

static bool set_steps(struct vm *vm, struct bytearray *array, const struct slice_span *picked,
                      struct span span) {
    if (span.length != picked->count) {
        raise_error(vm, EXCEPTION_ValueError,
                    "attempt to assign bytes of size %zu to extended slice of size %zu",
                    span.length, picked->count);
        return false;
    }
    for (size_t i = 0; i < picked->count; i++) {
        array->data[slice_at(picked, i)] = span.data[i];
    }
    return true;
}

static void delete_steps(struct bytearray *array, const struct slice_span *picked) {
    for (size_t i = 0; i < picked->count; i++) {
        // From the end, so that the places before stay true.
        size_t at = slice_at(picked, picked->step > 0 ? picked->count - 1 - i : i);
        memmove(array->data + at, array->data + at + 1, array->length - at - 1);
        array->length--;
    }
}

// Nothing put into a slice with a step deletes what it picks, as in CPython.
static bool put_slice(struct vm *vm, struct bytearray *array, const struct slice *slice,
                      struct span span) {
    struct slice_span picked;
    if (!slice_resolve(vm, slice, array->length, &picked)) {
        return false;
    }
    if (picked.step == 1) {
        return splice(vm, array, (size_t)picked.start, (size_t)picked.start + picked.count, span);
    }
    if (span.length == 0) {
        delete_steps(array, &picked);
        return true;
    }
    return set_steps(vm, array, &picked, span);
}

static bool set_slice(struct vm *vm, struct value self, const struct slice *slice, struct value v) {
    struct buf out = {0};
    bool fine = collect_assigned(vm, v, &out) &&
                put_slice(vm, bytearray_of(self), slice, (struct span){buf_text(&out), out.length});
    buf_free(&out);
    return fine;
}

static bool set_item(struct vm *vm, struct value self, struct value key, struct value v) {
    static const struct slice_words words = {"bytearray", "bytearray index out of range"};
    struct bytearray *array = bytearray_of(self);
    size_t index;
    char byte;
    if (value_is_exactly(key, builtin(vm, BUILTIN_slice))) {
        return set_slice(vm, self, slice_of(key), v);
    }
    if (!slice_index(vm, key, array->length, &words, &index)) {
        return false;
    }
    if (value_is_absent(v)) {
        return splice(vm, array, index, index + 1, (struct span){"", 0});
    }
    if (!bytes_need_byte(vm, v, "byte must be in range(0, 256)", &byte)) {
        return false;
    }
    array->data[index] = byte;
    return true;
}

// Methods -----------------------------------------------------------------------------------------

static struct value bytearray_append(struct vm *vm, struct value self, const struct call *call) {
    struct bytearray *array = bytearray_of(self);
    char byte;
    if (!native_count(vm, call, "append", 1, 1) ||
        !bytes_need_byte(vm, call->args[0], "byte must be in range(0, 256)", &byte) ||
        !resize(vm, array, array->length + 1)) {
        return VALUE_ERROR;
    }
    array->data[array->length - 1] = byte;
    return VALUE_NONE;
}

static struct value extend(struct vm *vm, struct value self, struct value with) {
    struct bytes_span span;
    struct buf out = {0};
    if (str_is(with)) {
        return raise_error(vm, EXCEPTION_TypeError, "expected iterable of integers; got: 'str'");
    }
    bool fine = true;
    if (bytes_like(vm, with, &span)) {
        buf_put(&out, span.data, span.length);
    } else {
        fine = bytes_collect_items(vm, with, "bytearray", &out);
    }
    struct bytearray *array = bytearray_of(self);
    fine = fine && splice(vm, array, array->length, array->length,
                          (struct span){buf_text(&out), out.length});
    buf_free(&out);
    return fine ? VALUE_NONE : VALUE_ERROR;
}

static struct value bytearray_extend(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "extend", 1, 1) ? extend(vm, self, call->args[0]) : VALUE_ERROR;
}

static struct value bytearray_insert(struct vm *vm, struct value self, const struct call *call) {
    struct bytearray *array = bytearray_of(self);
    int64_t index;
    char byte;
    if (!native_count(vm, call, "insert", 2, 2) || !vm_to_index(vm, call->args[0], &index) ||
        !bytes_need_byte(vm, call->args[1], "byte must be in range(0, 256)", &byte)) {
        return VALUE_ERROR;
    }
    int64_t length = (int64_t)array->length;
    index += index < 0 ? length : 0;
    index = index < 0 ? 0 : index > length ? length : index;
    return splice(vm, array, (size_t)index, (size_t)index, (struct span){&byte, 1}) ? VALUE_NONE
                                                                                    : VALUE_ERROR;
}

static struct value bytearray_pop(struct vm *vm, struct value self, const struct call *call) {
    struct bytearray *array = bytearray_of(self);
    struct value place = value_small(-1);
    int64_t index;
    if (!native_args(vm, call, "pop", "|o", &place) || !vm_to_index(vm, place, &index)) {
        return VALUE_ERROR;
    }
    if (array->length == 0) {
        return raise_error(vm, EXCEPTION_IndexError, "pop from empty bytearray");
    }
    index += index < 0 ? (int64_t)array->length : 0;
    if (index < 0 || index >= (int64_t)array->length) {
        return raise_error(vm, EXCEPTION_IndexError, "pop index out of range");
    }
    unsigned char byte = (unsigned char)array->data[index];
    splice(vm, array, (size_t)index, (size_t)index + 1, (struct span){"", 0});
    return value_small(byte);
}

static struct value bytearray_remove(struct vm *vm, struct value self, const struct call *call) {
    struct bytearray *array = bytearray_of(self);
    char byte;
    if (!native_count(vm, call, "remove", 1, 1) ||
        !bytes_need_byte(vm, call->args[0], "byte must be in range(0, 256)", &byte)) {
        return VALUE_ERROR;
    }
    size_t at = span_find(bytes_span_of(vm, self), (struct span){&byte, 1});
    if (at == SPAN_NONE) {
        return raise_error(vm, EXCEPTION_ValueError, "value not found in bytearray");
    }
    splice(vm, array, at, at + 1, (struct span){"", 0});
    return VALUE_NONE;
}

static struct value bytearray_reverse(struct vm *vm, struct value self, const struct call *call) {
    struct bytearray *array = bytearray_of(self);
    if (!native_count(vm, call, "reverse", 0, 0)) {
        return VALUE_ERROR;
    }
    for (size_t i = 0; i < array->length / 2; i++) {
        char byte = array->data[i];
        array->data[i] = array->data[array->length - 1 - i];
        array->data[array->length - 1 - i] = byte;
    }
    return VALUE_NONE;
}

static struct value bytearray_clear(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "clear", 0, 0)) {
        return VALUE_ERROR;
    }
    bytearray_of(self)->length = 0;
    return VALUE_NONE;
}

static struct value bytearray_copy(struct vm *vm, struct value self, const struct call *call) {
    struct span span = bytes_span_of(vm, self);
    return native_count(vm, call, "copy", 0, 0) ? bytearray_new(vm, span.data, span.length)
                                                : VALUE_ERROR;
}

// Slots -------------------------------------------------------------------------------------------

static struct value bytearray_create(struct vm *vm, struct type *type, const struct call *call) {
    struct buf out = {0};
    struct bytearray *array = object_new(vm, type, sizeof *array);
    if (array == NULL) {
        return VALUE_ERROR;
    }
    bool fine = bytes_collect(vm, call, "bytearray", &out) &&
                splice(vm, array, 0, 0, (struct span){buf_text(&out), out.length});
    buf_free(&out);
    if (!fine) {
        value_drop(vm, value_object(array));
        return VALUE_ERROR;
    }
    return value_object(array);
}

static void bytearray_free(struct vm *vm, struct object *object) {
    struct bytearray *array = (struct bytearray *)(void *)object;
    heap_free(vm, array->data, array->capacity);
}

static struct value bytearray_repr(struct vm *vm, struct value self) {
    struct span span = bytes_span_of(vm, self);
    struct buf out = {0};
    buf_printf(&out, "%s(", value_type(vm, self)->name);
    bytes_repr_to(span.data, span.length, true, &out);
    buf_putc(&out, ')');
    return str_take(vm, &out);
}

static struct value inplace(struct vm *vm, enum binary_op op, struct value self,
                            struct value other) {
    struct span span;
    if (op != BINARY_ADD) {
        return VALUE_NOT_IMPLEMENTED;
    }
    if (!bytes_need_span(vm, other, &span)) {
        raised_clear(vm, EXCEPTION_TypeError);
        return raise_error(vm, EXCEPTION_TypeError, "can't concat %s to bytearray",
                           value_type(vm, other)->name);
    }
    return value_is_error(extend(vm, self, other)) ? VALUE_ERROR : value_keep(self);
}

static const struct native methods[] = {
#define METHOD(name, kind) {#name, bytes_method_##name, NATIVE_##kind, 0},
#include "vm/bytes_methods.def"
#undef METHOD
    {"append", bytearray_append, 0, 0},
    {"extend", bytearray_extend, 0, 0},
    {"insert", bytearray_insert, 0, 0},
    {"pop", bytearray_pop, 0, 0},
    {"remove", bytearray_remove, 0, 0},
    {"reverse", bytearray_reverse, 0, 0},
    {"clear", bytearray_clear, 0, 0},
    {"copy", bytearray_copy, 0, 0},
    {0},
};

bool bytearray_type_ready(struct vm *vm, struct type *type) {
    type->flags |= TYPE_BASE;
    type->size = sizeof(struct bytearray);
    type->create = bytearray_create;
    type->free = bytearray_free;
    type->repr = bytearray_repr;
    type->compare = bytes_compare;
    type->truth = bytes_truth;
    type->length = bytes_length;
    type->contains = bytes_contains;
    type->iter = bytes_iter;
    type->get_item = bytes_get_item;
    type->set_item = set_item;
    type->binary = bytes_binary;
    type->inplace = inplace;
    return type_ready(vm, type, methods);
}
