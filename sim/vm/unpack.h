// Taking iterables and mappings apart: a, *b = x; f(*x, **y); [*x]; {**y}.
#ifndef VM_UNPACK_H
#define VM_UNPACK_H

#include "vm/frame.h"

struct list;

// Puts exactly [count] items of [iterable] at [out], the first one last. False if raised.
bool unpack_exactly(struct vm *vm, struct value iterable, size_t count, struct value *out);

// The same with a list of the rest between the first [before] and the last [after] items.
bool unpack_star(struct vm *vm, struct value iterable, size_t before, size_t after,
                 struct value *out);

// Adds what * stands before, in a display or in the arguments of a call. [callable] is named in the
// error if it is the only argument of a call; ABSENT otherwise.
bool unpack_extend(struct vm *vm, struct list *list, struct value iterable, struct value callable);

// Adds what ** stands before in a display.
bool unpack_update(struct vm *vm, struct dict *dict, struct value mapping);

// Adds what ** stands before in a call of [callable]: a key given twice is an error.
bool unpack_merge(struct vm *vm, struct dict *dict, struct value mapping, struct value callable);

// "f()" or "module.f()", as errors of calls name [callable]: a new str.
struct value unpack_call_name(struct vm *vm, struct value callable);

#endif
