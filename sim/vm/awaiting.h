// What may be awaited and iterated asynchronously, with CPython's words for what may not.
#ifndef VM_AWAITING_H
#define VM_AWAITING_H

#include "vm/object.h"

enum awaiting_why { AWAITING_PLAINLY, AWAITING_AENTER, AWAITING_AEXIT };

// What an await of [v] iterates: itself or what its __await__ gives. A new reference.
struct value awaiting_iterator(struct vm *vm, struct value v, enum awaiting_why why);

// What `async for` iterates; what it awaits for each item.
struct value awaiting_aiter(struct vm *vm, struct value iterable);
struct value awaiting_anext(struct vm *vm, struct value iterator);

// What `yield from` iterates in the running generator.
struct value awaiting_yield_from(struct vm *vm, struct value iterable, bool in_coroutine);

bool awaiting_is_stop(struct vm *vm, struct value exception); // a StopAsyncIteration

// Sends to an iterator that is no generator; vm->result is what it gave. Conventions of type->send.
enum send_result awaiting_send(struct vm *vm, struct value iterator, struct value sent);

#endif
