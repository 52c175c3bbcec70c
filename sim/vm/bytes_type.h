// What the files of the types bytes and bytearray share. Their common methods work on the bytes
// where they lie and give their results in self's own type.
#ifndef VM_BYTES_TYPE_H
#define VM_BYTES_TYPE_H

#include "vm/bytes.h"
#include "vm/native.h"
#include "vm/span.h"

#define METHOD(name, kind) native_function bytes_method_##name;
#include "vm/bytes_methods.def"
#undef METHOD

// The bytes of self, which must be bytes-like; of anything that was checked to be.
struct span bytes_span_of(struct vm *vm, struct value v);

// Bytes-like arguments as a span. False if raised.
bool bytes_need_span(struct vm *vm, struct value v, struct span *span);

// What is searched for: bytes, or an int as one byte, which is put in [*byte]. False if raised.
bool bytes_need_part(struct vm *vm, struct value v, char *byte, struct span *span);

// An int from 0 to 255; ValueError with [message] for others. False if raised.
bool bytes_need_byte(struct vm *vm, struct value v, const char *message, char *byte);

// New bytes, or a new bytearray if [self] is one.
struct value bytes_alike(struct vm *vm, struct value self, const char *data, size_t length);
struct value bytes_alike_take(struct vm *vm, struct value self, struct buf *buf);

// The bytes that bytes(…) and bytearray(…) are made of, appended. False if raised.
bool bytes_collect(struct vm *vm, const struct call *call, const char *type_name, struct buf *out);
// The ints that [iterable] gives, as bytes for a value of that type, appended. False if raised.
bool bytes_collect_items(struct vm *vm, struct value iterable, const char *type_name,
                         struct buf *out);

// Slots of both types.
struct value bytes_compare(struct vm *vm, struct value self, struct value other,
                           enum compare_op op);
ptrdiff_t bytes_length(struct vm *vm, struct value self);
int bytes_truth(struct vm *vm, struct value self);
int bytes_contains(struct vm *vm, struct value self, struct value item);
struct value bytes_binary(struct vm *vm, enum binary_op op, struct value left, struct value right);
struct value bytes_get_item(struct vm *vm, struct value self, struct value key);
struct value bytes_iter(struct vm *vm, struct value self);

#endif
