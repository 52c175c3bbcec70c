// Small objects that stand for others: mappingproxy, GenericAlias and union types.
#ifndef VM_PROXIES_H
#define VM_PROXIES_H

#include "vm/object.h"

// A read-only view of [mapping], kept: what Class.__dict__ gives.
struct value mappingproxy_new(struct vm *vm, struct value mapping);

// origin[arguments], as in list[int]. [arguments] is one value or a tuple.
struct value generic_alias_new(struct vm *vm, struct value origin, struct value arguments);
bool generic_alias_is(struct vm *vm, struct value v);
struct value generic_alias_origin(struct value alias); // borrowed

// left | right of two types (or None, aliases, unions); NotImplemented for what cannot be in one.
struct value union_new(struct vm *vm, struct value left, struct value right);
bool union_is(struct vm *vm, struct value v);
struct value union_args(struct value v); // borrowed tuple

#endif
