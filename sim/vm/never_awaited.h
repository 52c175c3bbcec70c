// The warning about a coroutine that dies without ever having run.
#ifndef VM_NEVER_AWAITED_H
#define VM_NEVER_AWAITED_H

#include "vm/object.h"

struct generator;
struct async_step;

// Writes "…: RuntimeWarning: coroutine 'f' was never awaited" to stderr, for the line that runs.
void never_awaited_warn(struct vm *vm, const struct generator *coroutine);

// The same for what an async generator's asend(), athrow() or aclose() gave.
void never_awaited_warn_step(struct vm *vm, const struct async_step *step);

#endif
