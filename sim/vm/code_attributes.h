// What a Python program can ask of a code object: co_name, co_varnames …
#ifndef VM_CODE_ATTRIBUTES_H
#define VM_CODE_ATTRIBUTES_H

#include "vm/native.h"

extern const struct native code_attributes[];

// <code object main at 0x7f…, file "p.py", line 3>
struct value code_repr(struct vm *vm, struct value self);

#endif
