// The chain of reprs under way is short, so it is searched one by one.
#include "vm/repr_guard.h"

#include "vm/state.h"
#include "vm/vm.h"

int repr_enter(struct vm *vm, struct repr_mark *mark, struct value self) {
    mark->object = value_to_object(self);
    mark->outer = vm->reprs;
    for (const struct repr_mark *outer = vm->reprs; outer != NULL; outer = outer->outer) {
        if (outer->object == mark->object) {
            return 1;
        }
    }
    if (!vm_enter(vm, " while getting the repr of an object")) {
        return -1;
    }
    vm->reprs = mark;
    return 0;
}

void repr_leave(struct vm *vm, const struct repr_mark *mark) {
    vm->reprs = mark->outer;
    vm_leave(vm);
}
