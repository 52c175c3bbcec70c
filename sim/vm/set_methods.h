// The methods of set and frozenset, for set_type.c.
#ifndef VM_SET_METHODS_H
#define VM_SET_METHODS_H

#include "vm/native.h"

extern const struct native set_methods[];
extern const struct native frozenset_methods[];

#endif
