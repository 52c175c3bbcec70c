#include "vm/bytes.h"

#include <string.h>

#include "vm/builtin.h"
#include "vm/bytes_type.h"
#include "vm/heap.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/type.h"

struct value bytes_reserve(struct vm *vm, size_t length) {
    if (length > SIZE_MAX / 4) {
        return raise_memory(vm);
    }
    struct bytes *bytes =
        object_new(vm, builtin(vm, BUILTIN_bytes), offsetof(struct bytes, data) + length + 1);
    if (bytes == NULL) {
        return VALUE_ERROR;
    }
    bytes->length = length;
    bytes->hash = -1;
    return value_object(bytes);
}

struct value bytes_new(struct vm *vm, const char *data, size_t length) {
    struct value v = bytes_reserve(vm, length);
    if (!value_is_error(v) && length > 0) {
        memcpy(bytes_of(v)->data, data, length);
    }
    return v;
}

struct value bytes_take(struct vm *vm, struct buf *buf) {
    struct value v = bytes_new(vm, buf_text(buf), buf->length);
    buf_free(buf);
    return v;
}

struct value bytearray_new(struct vm *vm, const char *data, size_t length) {
    struct bytearray *array = object_new(vm, builtin(vm, BUILTIN_bytearray), sizeof *array);
    if (array == NULL) {
        return VALUE_ERROR;
    }
    if (length > 0) {
        array->data = heap_alloc(vm, length);
        if (array->data == NULL) {
            value_drop(vm, value_object(array));
            return raise_memory(vm);
        }
        memcpy(array->data, data, length);
        array->length = array->capacity = length;
    }
    return value_object(array);
}

bool bytes_is(struct value v) {
    return value_has_family(v, TYPE_BYTES);
}

bool bytearray_is(struct vm *vm, struct value v) {
    return value_is_object(v) &&
           type_is_subtype(value_to_object(v)->type, builtin(vm, BUILTIN_bytearray));
}

bool bytes_like(struct vm *vm, struct value v, struct bytes_span *span) {
    if (bytes_is(v)) {
        *span = (struct bytes_span){bytes_of(v)->data, bytes_of(v)->length};
        return true;
    }
    if (bytearray_is(vm, v)) {
        const struct bytearray *array = bytearray_of(v);
        *span = (struct bytes_span){array->data == NULL ? "" : array->data, array->length};
        return true;
    }
    return false;
}

bool bytes_need(struct vm *vm, struct value v, struct bytes_span *span) {
    if (bytes_like(vm, v, span)) {
        return true;
    }
    raise_error(vm, EXCEPTION_TypeError, "a bytes-like object is required, not '%s'",
                value_type(vm, v)->name);
    return false;
}

struct span bytes_span_of(struct vm *vm, struct value v) {
    struct bytes_span span = {"", 0};
    bytes_like(vm, v, &span);
    return (struct span){span.data, span.length};
}

bool bytes_need_span(struct vm *vm, struct value v, struct span *span) {
    struct bytes_span found;
    if (!bytes_need(vm, v, &found)) {
        return false;
    }
    *span = (struct span){found.data, found.length};
    return true;
}

bool bytes_need_byte(struct vm *vm, struct value v, const char *message, char *byte) {
    int64_t number;
    if (!index_clamped(vm, v, &number)) {
        return false;
    }
    if (number < 0 || number > 255) {
        raise_error(vm, EXCEPTION_ValueError, "%s", message);
        return false;
    }
    *byte = (char)number;
    return true;
}

bool bytes_need_part(struct vm *vm, struct value v, char *byte, struct span *span) {
    struct bytes_span found;
    if (bytes_like(vm, v, &found)) {
        *span = (struct span){found.data, found.length};
        return true;
    }
    if (!index_is(vm, v)) {
        raise_error(vm, EXCEPTION_TypeError,
                    "argument should be integer or bytes-like object, not '%s'",
                    value_type(vm, v)->name);
        return false;
    }
    *span = (struct span){byte, 1};
    return bytes_need_byte(vm, v, "byte must be in range(0, 256)", byte);
}

struct value bytes_alike(struct vm *vm, struct value self, const char *data, size_t length) {
    return bytearray_is(vm, self) ? bytearray_new(vm, data, length) : bytes_new(vm, data, length);
}

struct value bytes_alike_take(struct vm *vm, struct value self, struct buf *buf) {
    struct value v = bytes_alike(vm, self, buf_text(buf), buf->length);
    buf_free(buf);
    return v;
}

void bytes_repr_to(const char *data, size_t length, bool in_array, struct buf *out) {
    static const char named[] = "\n\r\t", letters[] = "nrt";
    bool has_single = memchr(data, '\'', length) != NULL;
    char quote = has_single && memchr(data, '"', length) == NULL ? '"' : '\'';
    buf_putc(out, 'b');
    buf_putc(out, quote);
    for (size_t i = 0; i < length; i++) {
        char c = data[i];
        const char *found = c == '\0' ? NULL : strchr(named, c);
        if (found != NULL) {
            buf_printf(out, "\\%c", letters[found - named]);
        } else if (c == quote || c == '\\' || (in_array && c == '\'')) {
            buf_printf(out, "\\%c", c);
        } else if (c < ' ' || c == 0x7F) { // char is signed: beyond ASCII too
            buf_printf(out, "\\x%02x", (unsigned char)c);
        } else {
            buf_putc(out, c);
        }
    }
    buf_putc(out, quote);
}
