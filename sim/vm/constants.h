// Constants of a code object as run-time values.
#ifndef VM_CONSTANTS_H
#define VM_CONSTANTS_H

#include "vm/object.h"

// Makes the value of [constant]; code constants become loaded code of the module with these
// [globals]. VALUE_ERROR with MemoryError raised.
struct value constant_value(struct vm *vm, const struct constant *constant, struct dict *globals);

#endif
