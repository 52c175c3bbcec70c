// The chain of reprs under way is short, so it is searched one by one.
#include "vm/repr_guard.h"

#include "vm/state.h"

bool repr_enter(struct vm *vm, struct repr_mark *mark, struct value self) {
    mark->object = value_to_object(self);
    mark->outer = vm->reprs;
    for (const struct repr_mark *outer = vm->reprs; outer != NULL; outer = outer->outer) {
        if (outer->object == mark->object) {
            return false;
        }
    }
    vm->reprs = mark;
    return true;
}

void repr_leave(struct vm *vm, const struct repr_mark *mark) {
    vm->reprs = mark->outer;
}
