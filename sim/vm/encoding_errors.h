// What becomes of characters that an encoding does not have, and of bytes that are none of it: the
// error handlers, strict, ignore, replace and kin.
#ifndef VM_ENCODING_ERRORS_H
#define VM_ENCODING_ERRORS_H

#include "vm/encoding.h"

// Characters of a str that cannot be encoded: [count] of them from character [index] on, the bytes
// [at, end).
struct encode_fault {
    struct value text;
    size_t at, end;
    size_t index, count;
};

// The bytes [at, end) of [span], which [object] holds, that cannot be decoded.
struct decode_fault {
    struct value object;
    struct bytes_span span;
    size_t at, end;
    const char *reason;
};

// Appends what the error handler makes of the characters. False if raised.
bool encoding_fix(struct vm *vm, const struct encoding *how, const struct encode_fault *fault,
                  struct buf *out);

// The same for bytes. It may change [fault->end].
bool encoding_mend(struct vm *vm, const struct encoding *how, struct decode_fault *fault,
                   struct buf *out);

#endif
