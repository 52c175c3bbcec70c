// The methods of list, for list_type.c.
#ifndef VM_LIST_METHODS_H
#define VM_LIST_METHODS_H

#include "vm/list.h"
#include "vm/native.h"

extern const struct native list_methods[];

#endif
