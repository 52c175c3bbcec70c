// Where the values of frames go that end or are left: see return.c.
#ifndef VM_RETURN_H
#define VM_RETURN_H

#include "vm/machine.h"

// Gives [value], which it steals, to the instruction at which vm->frame stands, a call or a loop's
// FOR_ITER; vm->ip is then where it goes on.
void return_give(struct vm *vm, struct value value);

// Likewise to an AWAIT, whose iterator is over.
void return_await(struct vm *vm, struct value value);

machine_handler machine_give_async;     // sp[-1] is the value that an async generator yields
machine_handler machine_raise_or_go_on; // in vm->frame; vm->ip NULL: vm->raised is raised there

#endif
