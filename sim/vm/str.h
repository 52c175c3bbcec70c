// str: immutable text, UTF-8 inside (lone surrogates as three bytes), counted in characters
// outside.
#ifndef VM_STR_H
#define VM_STR_H

#include "base/buf.h"
#include "base/names.h"
#include "vm/object.h"

struct str {
    struct object head;
    uint32_t length; // bytes of [text]
    uint32_t count;  // characters; equals [length] if it is all ASCII
    int64_t hash;    // -1: not computed yet
    bool interned;   // equal interned texts are one object: compare by address first
    char text[];     // null-terminated
};

// New str objects; VALUE_ERROR with MemoryError when there is no room. The bytes must be UTF-8.
struct value str_new(struct vm *vm, const char *text, size_t length);
struct value str_from(struct vm *vm, const char *text); // null-terminated
struct value str_format(struct vm *vm, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
// From a buffer, which it empties and frees in either case.
struct value str_take(struct vm *vm, struct buf *buf);

// The one interned str with this text: for attribute and variable names. Kept by the vm as well,
// so that it lives as long as the vm.
struct value str_intern(struct vm *vm, const char *text, size_t length);
struct value str_intern_name(struct vm *vm, const struct name *name);

bool str_is(struct value v); // a str or of a class derived from it
static inline struct str *str_of(struct value v) {
    return (struct str *)value_to_object(v);
}
bool str_equal(const struct str *a, const struct str *b);
bool str_equals(const struct str *a, const char *text);
int64_t str_hash(struct str *s);

// The quoted form that repr gives, appended to [out].
void str_repr_to(const struct str *s, struct buf *out);

// Concatenation; a + b. And the character at [index], which must be in range.
struct value str_concat(struct vm *vm, struct value a, struct value b);
struct value str_at(struct vm *vm, const struct str *s, size_t index);

// "…".format(*args) and "…" % args.
struct value str_format_braces(struct vm *vm, struct str *format, const struct call *call);
struct value str_format_percent(struct vm *vm, struct str *format, struct value args);

#endif
