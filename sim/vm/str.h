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
// From one character, which may be a lone surrogate.
struct value str_from_rune(struct vm *vm, uint32_t rune);
// Room for [length] bytes of text with [count] characters, which the caller fills in at once. Not
// for texts of less than two bytes: there is only one empty str, and one for each ASCII character.
struct value str_reserve(struct vm *vm, size_t length, size_t count);

// The one interned str with this text: for attribute and variable names. Kept by the vm as well,
// so that it lives as long as the vm.
struct value str_intern(struct vm *vm, const char *text, size_t length);
struct value str_intern_name(struct vm *vm, const struct name *name);
// The interned str equal to [s], which is borrowed.
struct value str_intern_str(struct vm *vm, struct str *s);

// A str or of a class derived from it.
static inline bool str_is(struct value v) {
    return value_has_family(v, TYPE_STR);
}
static inline struct str *str_of(struct value v) {
    return (struct str *)value_to_object(v);
}
static inline bool str_is_ascii(const struct str *s) {
    return s->count == s->length;
}
bool str_equal(const struct str *a, const struct str *b);
bool str_equals(const struct str *a, const char *text);
int str_order(const struct str *a, const struct str *b); // -1, 0, 1, by code points
int64_t str_hash(struct str *s);
int64_t str_hash_text(const char *text, size_t length); // as str_hash of such a str

// The quoted form that repr gives, appended to [out].
void str_repr_to(const struct str *s, struct buf *out);
// A text with all that is beyond ASCII as escapes, as ascii() gives of a repr, appended.
void str_escape_to(const char *text, size_t length, struct buf *out);

// Makes the strs that exist from the beginning; str_type_ready calls it. False if raised.
bool str_singles_ready(struct vm *vm);

// x += y, where x is a text that only [*place] keeps, and y another one: x grows where it is, if it
// can, so that adding up a long text does not copy it again and again. str_can_append tells whether
// [x], kept by so many, is such a text. False if raised: nothing has changed.
bool str_can_append(struct vm *vm, struct value x, struct value y, uint32_t keepers);
bool str_append(struct vm *vm, struct value *place, struct value y);

// Concatenation; a + b. And the character at [index], which must be in range.
struct value str_concat(struct vm *vm, struct value a, struct value b);
struct value str_at(struct vm *vm, const struct str *s, size_t index);
// The characters from [start] up to [stop], which must be in range; the byte where one stands.
struct value str_slice(struct vm *vm, struct str *s, size_t start, size_t stop);
size_t str_offset(const struct str *s, size_t index);
// Repeated; MemoryError where it would not fit.
struct value str_repeat(struct vm *vm, struct str *s, int64_t times);

// "…".format(*args) and "…" % args.
struct value str_format_braces(struct vm *vm, struct str *format, const struct call *call);
struct value str_format_percent(struct vm *vm, struct str *format, struct value args);

#endif
