// Reading stdin: what the type of the streams (stream.c) has for it, and input().
#ifndef VM_STREAM_READ_H
#define VM_STREAM_READ_H

#include "vm/object.h"

// The methods read(size), readline(size) and readlines(); OSError for stdout and stderr.
struct value stream_read(struct vm *vm, struct value self, const struct call *call);
struct value stream_readline(struct vm *vm, struct value self, const struct call *call);
struct value stream_readlines(struct vm *vm, struct value self, const struct call *call);

// The next line, for the slot of that name: ABSENT at the end.
struct value stream_next(struct vm *vm, struct value self);

#endif
