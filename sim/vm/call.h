// Calls: from a callable and its arguments to a result, or to a frame that will give it.
#ifndef VM_CALL_H
#define VM_CALL_H

#include "vm/object.h"

struct generator;

// Begins the call of [callable] with [self] (or ABSENT) in front of the arguments. Gives
//     a value or VALUE_ERROR   it is over
//     VALUE_PUSHED             go on in vm->frame at vm->ip (see machine_enter)
//     VALUE_BLOCKED            a native waits for the driver (see vm_block)
struct value call_begin(struct vm *vm, struct value callable, struct value self,
                        const struct call *call);

// As call_begin, for the machine: VALUE_BLOCKED only where the machine can return to its driver.
struct value call_now(struct vm *vm, struct value callable, struct value self,
                      const struct call *call);

// What call_now makes of a [result] of call_begin, or of a native.
struct value call_settle(struct vm *vm, struct value result);

// Runs what call_begin pushed until it is over; [root] is what vm->root was before. For C code.
struct value call_finish(struct vm *vm, struct generator *root);

#endif
