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

struct value bytes_new(struct vm *vm, const char *data, size_t length);
bool bytes_is(struct value v); // bytes only
static inline struct bytes *bytes_of(struct value v) {
    return (struct bytes *)value_to_object(v);
}

#endif
