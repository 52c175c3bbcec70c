// What the patterns of a match statement ask of a value.
#ifndef VM_MATCHING_H
#define VM_MATCHING_H

#include "vm/object.h"

// Is [v] a sequence, or a mapping, for patterns? Classes say so by __abc_tpflags__, which those of
// collections.abc have.
bool matching_is_sequence(struct vm *vm, struct value v);
bool matching_is_mapping(struct vm *vm, struct value v);

// The values of the tuple [keys] in [mapping] as a tuple; None if one is missing.
struct value matching_keys(struct vm *vm, struct value mapping, struct value keys);

// The attributes for class(p, …, name=q, …): [positional] of them by __match_args__, then those of
// the tuple [names], as a tuple; None if [subject] does not match.
struct value matching_class(struct vm *vm, struct value subject, struct value class,
                            size_t positional, struct value names);

#endif
