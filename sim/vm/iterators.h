// The builtin iterators that are not of one container: sequence_iterator over anything that has
// __getitem__ and callable_iterator for iter(function, sentinel); and what iterators share.
#ifndef VM_ITERATORS_H
#define VM_ITERATORS_H

#include "vm/object.h"

// Iterates by sequence[0], sequence[1], … until IndexError or StopIteration. Keeps [sequence].
struct value sequence_iterator_new(struct vm *vm, struct value sequence);

// Calls [callable] until it gives what equals [sentinel]. Keeps both.
struct value callable_iterator_new(struct vm *vm, struct value callable, struct value sentinel);

// How many items [iterable] says it has, by __len__ or __length_hint__: list() and kin make room
// for so many. [fallback] where nothing is known; -1 if raised.
ptrdiff_t iterator_length_hint(struct vm *vm, struct value iterable, ptrdiff_t fallback);

// iter(iterator): itself. For the slot of that name.
struct value iterator_itself(struct vm *vm, struct value self);

#endif
