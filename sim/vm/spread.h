// Calls with * and **: f(*args, **kwargs).
#ifndef VM_SPREAD_H
#define VM_SPREAD_H

#include "vm/object.h"

// Begins the call whose parts lie at [base]: callable, self or ABSENT, tuple, and a dict if
// [has_dict]. As call_now.
struct value spread_call(struct vm *vm, const struct value *base, bool has_dict);

#endif
