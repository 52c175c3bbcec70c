// ExceptionGroup and except*.
#ifndef VM_EXCEPTION_GROUP_H
#define VM_EXCEPTION_GROUP_H

#include "vm/object.h"

bool exception_group_is(struct vm *vm, struct value v);

// Makes a group: ExceptionGroup if all [members] are Exceptions, else BaseExceptionGroup.
struct value exception_group_new(struct vm *vm, const char *message, const struct value *members,
                                 size_t count);

// What `except* types` does with [exception]: [*match] is what it handles, [*rest] what is left,
// None each where there is none. A plain exception that matches comes wrapped in a group. False if
// raised.
bool exception_group_match(struct vm *vm, struct value exception, struct value types,
                           struct value *match, struct value *rest);

// What is left to raise after the except* blocks: [list] holds what they raised and what nobody
// handled (None where there is nothing), [original] is what the try block raised. The caller's own;
// None if nothing is left.
struct value exception_group_merge(struct vm *vm, struct value original, struct value list);

#endif
