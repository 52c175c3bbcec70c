// __del__: what a class's instances do when they die.
#ifndef VM_FINALIZE_H
#define VM_FINALIZE_H

#include "vm/object.h"

// Calls the __del__ of an object whose references are gone; only object_free calls it. False if
// __del__ kept the object alive after all. An exception is reported on stderr and forgotten.
bool finalize(struct vm *vm, struct object *object);

// Reports the exception that was raised, and clears it: "Exception ignored in: <where>" and its
// traceback, as CPython does where nobody could handle it.
void finalize_unraisable(struct vm *vm, struct value where);

#endif
