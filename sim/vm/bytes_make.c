// bytes(…) and bytearray(…): what they are made from.
#include <string.h>

#include "vm/bytes_type.h"
#include "vm/encoding.h"
#include "vm/heap.h"
#include "vm/index.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/vm.h"

bool bytes_collect_items(struct vm *vm, struct value iterable, const char *type_name,
                         struct buf *out) {
    bool is_bytes = strcmp(type_name, "bytes") == 0;
    const char *range =
        is_bytes ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)";
    struct value iterator = vm_iter(vm, iterable);
    if (value_is_error(iterator)) {
        return false;
    }
    bool fine = true;
    while (fine) {
        char byte;
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            break;
        }
        fine = !value_is_error(item) && bytes_need_byte(vm, item, range, &byte);
        if (fine) {
            buf_putc(out, byte);
        }
        value_drop(vm, item);
    }
    value_drop(vm, iterator);
    return fine;
}

static bool collect_zeros(struct vm *vm, struct value count, struct buf *out) {
    int64_t zeros;
    if (!vm_to_index(vm, count, &zeros)) {
        return false;
    }
    if (zeros < 0) {
        raise_error(vm, EXCEPTION_ValueError, "negative count");
        return false;
    }
    if (!heap_has_room(vm, (size_t)zeros * 2)) {
        raise_memory(vm);
        return false;
    }
    buf_fill(out, '\0', (size_t)zeros);
    return true;
}

static bool collect_encoded(struct vm *vm, struct value text, struct value encoding,
                            struct value errors, const char *type_name, struct buf *out) {
    struct encoding how;
    if (!encoding_read(vm, type_name, encoding, errors, &how)) {
        return false;
    }
    struct value bytes = encoding_encode(vm, &how, text);
    if (value_is_error(bytes)) {
        return false;
    }
    buf_put(out, bytes_of(bytes)->data, bytes_of(bytes)->length);
    value_drop(vm, bytes);
    return true;
}

// From __bytes__: 1; 0 if there is none; -1 if raised.
static int collect_method(struct vm *vm, struct value v, struct buf *out) {
    struct value bytes = slot_call(vm, v, DUNDER_bytes, NULL, 0);
    if (value_is_absent(bytes) || value_is_error(bytes)) {
        return value_is_absent(bytes) ? 0 : -1;
    }
    bool fine = bytes_is(bytes);
    if (fine) {
        buf_put(out, bytes_of(bytes)->data, bytes_of(bytes)->length);
    } else {
        raise_error(vm, EXCEPTION_TypeError, "__bytes__ returned non-bytes (type %s)",
                    value_type(vm, bytes)->name);
    }
    value_drop(vm, bytes);
    return fine ? 1 : -1;
}

static bool collect_any(struct vm *vm, struct value v, const char *type_name, struct buf *out) {
    struct bytes_span span;
    if (bytes_like(vm, v, &span)) {
        buf_put(out, span.data, span.length);
        return true;
    }
    int made = collect_method(vm, v, out);
    if (made != 0) {
        return made > 0;
    }
    if (str_is(v)) {
        raise_error(vm, EXCEPTION_TypeError, "string argument without an encoding");
        return false;
    }
    if (index_is(vm, v)) {
        return collect_zeros(vm, v, out);
    }
    struct type *type = value_type(vm, v);
    if (type->iter == NULL && type->get_item == NULL) {
        raise_error(vm, EXCEPTION_TypeError, "cannot convert '%s' object to %s", type->name,
                    type_name);
        return false;
    }
    return bytes_collect_items(vm, v, type_name, out);
}

bool bytes_collect(struct vm *vm, const struct call *call, const char *type_name, struct buf *out) {
    struct value v = VALUE_ABSENT, encoding = VALUE_ABSENT, errors = VALUE_ABSENT;
    if (!native_args(vm, call, type_name, "|o:source o:encoding o:errors", &v, &encoding,
                     &errors)) {
        return false;
    }
    bool encodes = !value_is_absent(encoding) || !value_is_absent(errors);
    if (encodes && (value_is_absent(v) || !str_is(v))) {
        raise_error(vm, EXCEPTION_TypeError, "%s without a string argument",
                    value_is_absent(encoding) ? "errors" : "encoding");
        return false;
    }
    if (!value_is_absent(encoding)) {
        return collect_encoded(vm, v, encoding, errors, type_name, out);
    }
    return value_is_absent(v) || collect_any(vm, v, type_name, out);
}

struct value bytes_from(struct vm *vm, struct value source) {
    struct buf out = {0};
    if (index_is(vm, source) || str_is(source)) {
        return raise_error(vm, EXCEPTION_TypeError, "cannot convert '%s' object to bytes",
                           value_type(vm, source)->name);
    }
    if (!collect_any(vm, source, "bytes", &out)) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return bytes_take(vm, &out);
}
