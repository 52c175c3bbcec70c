// Finding and loading one module by its full name: import.c's lower half.
#ifndef VM_IMPORT_FIND_H
#define VM_IMPORT_FIND_H

#include "vm/object.h"

// Finds and loads the module [name], whose package, if it has one, is loaded. It then stands in
// sys.modules, unless its code raised. ABSENT, with nothing raised, if there is no such module.
struct value import_find(struct vm *vm, const char *name);

// Are there modules inside of the module [name]?
bool import_is_package(struct vm *vm, const char *name);

#endif
