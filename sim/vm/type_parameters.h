// Type parameters and aliases: def f[T](x: T), type Pair[T] = tuple[T, T].
//
// What they are is Python: the library's module typing makes them, by these functions of its own:
//     _make_parameter(kind, name, function)   kind as in MAKE_TYPE_PARAMETER; function or None
//     _set_default(parameter, function)
//     _make_alias(name, parameters, function)
//     _make_generic(parameters)               Generic[*parameters]
#ifndef VM_TYPE_PARAMETERS_H
#define VM_TYPE_PARAMETERS_H

#include "vm/object.h"

// Calls [function] of the module typing.
struct value type_parameters_call(struct vm *vm, const char *function, const struct value *args,
                                  size_t count);

#endif
