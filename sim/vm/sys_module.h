// The parts of module sys, for sys_module.c.
#ifndef VM_SYS_MODULE_H
#define VM_SYS_MODULE_H

#include "vm/native.h"

// sys_functions.c: exit, exc_info and kin.
extern const struct native sys_functions[];

// sys_values.c: version, platform, flags and other facts. False if raised.
bool sys_add_values(struct vm *vm, struct value module);

// sys_size.c: what CPython's sys.getsizeof gives for [v], as far as it can be said.
int64_t sys_size_of(struct vm *vm, struct value v);

// Sets an attribute of a module to [value], which it steals; false if raised or VALUE_ERROR.
bool sys_add(struct vm *vm, struct value module, const char *name, struct value value);

#endif
