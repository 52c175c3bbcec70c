// What the files of the type str share: the methods' functions and their ways with arguments.
#ifndef VM_STR_TYPE_H
#define VM_STR_TYPE_H

#include "vm/native.h"
#include "vm/span.h"
#include "vm/str.h"

#define METHOD(name, kind) native_function str_method_##name;
#include "vm/str_methods.def"
#undef METHOD

// The same text as an instance of [type], which is derived from str.
struct value str_derive(struct vm *vm, struct type *type, const struct str *text);

// The text itself if it is exactly a str, else its copy that is: for methods that change nothing.
struct value str_exact(struct vm *vm, struct value v);

// An iterator over the characters of [text].
struct value str_iter(struct vm *vm, struct value text);

static inline struct span str_span(const struct str *s) {
    return (struct span){s->text, s->length};
}

// TypeError "find() argument 1 must be str, not int" unless [v] is a str.
bool str_need(struct vm *vm, struct value v, const char *function, int argument);

// The optional start and stop of find and kin, which are like a slice's. False if raised. They are
// counted from the beginning, stop cut to [count], start not: it may be beyond stop.
bool str_bounds(struct vm *vm, struct value start, struct value stop, size_t count, int64_t *from,
                int64_t *to);

#endif
