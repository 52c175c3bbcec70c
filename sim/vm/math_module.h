// The module math.
#ifndef VM_MATH_MODULE_H
#define VM_MATH_MODULE_H

#include "vm/native.h"

extern const struct native_module math_module;

#define FUNCTION(name) native_function math_##name;
#include "vm/math_functions.def"
#undef FUNCTION

// Raise ValueError "math domain error" and OverflowError "math range error".
struct value math_raise_domain(struct vm *vm);
struct value math_raise_range(struct vm *vm);

#endif
