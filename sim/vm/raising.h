// The rules of raise and except.
#ifndef VM_RAISING_H
#define VM_RAISING_H

#include "vm/object.h"

// `raise exception from cause`; [cause] ABSENT: without. In the end something is raised.
void raising_raise(struct vm *vm, struct value exception, struct value cause);

// Does `except types` catch [exception]? 1, 0; -1 with TypeError raised for what is no exception.
int raising_matches(struct vm *vm, struct value exception, struct value types);

// May `except* types` be asked for? False with TypeError raised.
bool raising_check_group_types(struct vm *vm, struct value types);

#endif
