// What may stand for an integer: ints, bools and whatever has __index__.
#ifndef VM_INDEX_H
#define VM_INDEX_H

#include "vm/object.h"

bool index_is(struct vm *vm, struct value v);

// The plain int that [v] stands for, of any size: the caller's own. TypeError "'str' object cannot
// be interpreted as an integer" if it stands for none.
struct value index_value(struct vm *vm, struct value v);

// As a size or place in memory: OverflowError "Python int too large to convert to C ssize_t" beyond
// an int64. False if raised.
bool index_size(struct vm *vm, struct value v, int64_t *out);

// The same, cut to the nearest int64 where it is larger. False if raised.
bool index_clamped(struct vm *vm, struct value v, int64_t *out);

#endif
