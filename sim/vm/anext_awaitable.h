// What anext(iterator, default) gives: awaits the next item, or gives the default at the end.
#ifndef VM_ANEXT_AWAITABLE_H
#define VM_ANEXT_AWAITABLE_H

#include "vm/object.h"

// [awaitable] is what the iterator's __anext__ gave. Keeps both.
struct value anext_awaitable_new(struct vm *vm, struct value awaitable, struct value otherwise);

#endif
