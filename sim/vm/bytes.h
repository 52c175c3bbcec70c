// bytes and bytearray.
#ifndef VM_BYTES_H
#define VM_BYTES_H

#include "base/buf.h"
#include "vm/object.h"

struct bytes {
    struct object head;
    size_t length;
    int64_t hash; // -1: not computed yet
    char data[];  // null-terminated
};

struct bytearray {
    struct object head;
    char *data; // from heap_alloc, [capacity] bytes; NULL while there is none
    size_t length, capacity;
};

// The bytes of a value, where they lie.
struct bytes_span {
    const char *data;
    size_t length;
};

struct value bytes_new(struct vm *vm, const char *data, size_t length);
// Room for [length] bytes, zeroed, which the caller fills in at once.
struct value bytes_reserve(struct vm *vm, size_t length);
// As bytes(source): from a bytes-like object or an iterable of ints, not from an int.
struct value bytes_from(struct vm *vm, struct value source);
struct value bytes_take(struct vm *vm, struct buf *buf); // empties and frees it in either case
struct value bytearray_new(struct vm *vm, const char *data, size_t length);

bool bytes_is(struct value v); // bytes only, or of a class derived from it
bool bytearray_is(struct vm *vm, struct value v);
static inline struct bytes *bytes_of(struct value v) {
    return (struct bytes *)value_to_object(v);
}
static inline struct bytearray *bytearray_of(struct value v) {
    return (struct bytearray *)value_to_object(v);
}

// Is [v] bytes or a bytearray? If so, [*span] is where its bytes are, until it changes.
bool bytes_like(struct vm *vm, struct value v, struct bytes_span *span);

// The same, with TypeError "a bytes-like object is required, not 'int'" for anything else.
bool bytes_need(struct vm *vm, struct value v, struct bytes_span *span);

// b"…" % args; [format] is bytes or a bytearray, and so is the result.
struct value bytes_format_percent(struct vm *vm, struct value format, struct value args);

// The b'…' form that repr gives, appended. CPython's bytearray escapes single quotes even where
// double ones stand around: [in_array].
void bytes_repr_to(const char *data, size_t length, bool in_array, struct buf *out);

#endif
