// The errors of variables that have no value, as CPython words them.
#ifndef VM_UNBOUND_H
#define VM_UNBOUND_H

#include "vm/frame.h"

// Each raises and gives VALUE_ERROR.
struct value unbound_local(struct vm *vm, const struct frame *frame, unsigned slot);
struct value unbound_name(struct vm *vm, struct str *name);

#endif
