// Tuples whose items also have names: sys.version_info, time.struct_time.
#ifndef VM_STRUCT_SEQUENCE_H
#define VM_STRUCT_SEQUENCE_H

#include "vm/object.h"

// Makes the type: [name] is "sys.version_info", [fields] the names of its items, ended by NULL.
// Kept by the vm; NULL if raised.
struct type *struct_sequence_type(struct vm *vm, const char *name, const char *const *fields);

// Makes one with as many items as there are fields. Steals them, whatever comes of it.
struct value struct_sequence_new(struct vm *vm, struct type *type, struct value *items,
                                 size_t count);

#endif
