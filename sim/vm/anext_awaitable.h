// What anext(iterator, default) gives: an awaitable that gives the default at the end.
#ifndef VM_ANEXT_AWAITABLE_H
#define VM_ANEXT_AWAITABLE_H

#include "vm/object.h"

// [awaitable] is what __anext__() gave. Keeps both.
struct value anext_awaitable_new(struct vm *vm, struct value awaitable, struct value fallback);

#endif
