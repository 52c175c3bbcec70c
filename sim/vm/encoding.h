// Encodings: UTF-8, ASCII and Latin-1, with the error handlers strict, ignore, replace,
// backslashreplace, xmlcharrefreplace, namereplace's plain cases, surrogateescape and
// surrogatepass.
#ifndef VM_ENCODING_H
#define VM_ENCODING_H

#include "vm/bytes.h"
#include "vm/str.h"

enum encoding_kind { ENCODING_UTF8, ENCODING_ASCII, ENCODING_LATIN1, ENCODING_UTF8_SIG };

struct encoding {
    enum encoding_kind kind;
    const char *name;   // as CPython's messages name it: "utf-8"
    const char *errors; // the error handler's name, checked only when it is needed
};

// Reads the two arguments of encode, decode, str(…) and bytes(…), each ABSENT if it was left out;
// [function] is for the message. The result refers to their texts. False if raised: TypeError, or
// LookupError "unknown encoding: …".
bool encoding_read(struct vm *vm, const char *function, struct value encoding, struct value errors,
                   struct encoding *out);

// The first part of it: are the two texts, or left out? False if raised.
bool encoding_check(struct vm *vm, const char *function, struct value encoding,
                    struct value errors);

// UnicodeEncodeError, UnicodeDecodeError or LookupError if it cannot be done. [object] holds the
// bytes of [span], for the exception.
struct value encoding_encode(struct vm *vm, const struct encoding *how, struct value text);
struct value encoding_decode(struct vm *vm, const struct encoding *how, struct value object,
                             struct bytes_span span);

#endif
