// The builtin iterators that are not of one container: sequence_iterator over anything that has
// __getitem__, callable_iterator for iter(function, sentinel), enumerate, zip, map, filter,
// reversed.
#ifndef VM_ITERATORS_H
#define VM_ITERATORS_H

#include "vm/object.h"

// Iterates by sequence[0], sequence[1], … until IndexError or StopIteration. Keeps [sequence].
struct value sequence_iterator_new(struct vm *vm, struct value sequence);

// Calls [callable] until it gives what equals [sentinel]. Keeps both.
struct value callable_iterator_new(struct vm *vm, struct value callable, struct value sentinel);

// What an iterator's repr of its length is: list(iterable) and kin make room for so many items.
// Gives [fallback] where nothing is known; -1 if raised.
ptrdiff_t iterator_length_hint(struct vm *vm, struct value iterable, ptrdiff_t fallback);

#endif
