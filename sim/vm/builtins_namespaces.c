// vars, dir, globals and locals.
#include "vm/builtins.h"

#include "vm/dict.h"
#include "vm/frame.h"
#include "vm/instance.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/vm.h"

static struct value current_locals(struct vm *vm) {
    struct frame *frame = frame_current(vm, 0);
    if (frame == NULL) {
        return raise_error(vm, EXCEPTION_SystemError, "frame does not exist");
    }
    return frame_locals(vm, frame);
}

struct value builtins_locals(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return native_args(vm, call, "locals", "") ? current_locals(vm) : VALUE_ERROR;
}

struct value builtins_globals(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (!native_args(vm, call, "globals", "")) {
        return VALUE_ERROR;
    }
    struct dict *globals = frame_globals(vm);
    return globals == NULL ? VALUE_NONE : value_keep(value_object(globals));
}

struct value builtins_vars(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object = VALUE_ABSENT;
    if (!native_args(vm, call, "vars", "|o", &object)) {
        return VALUE_ERROR;
    }
    if (value_is_absent(object)) {
        return current_locals(vm);
    }
    struct value dict = vm_find_attribute(vm, object, "__dict__");
    if (value_is_absent(dict)) {
        return raise_error(vm, EXCEPTION_TypeError, "vars() argument must have __dict__ attribute");
    }
    return dict;
}

// The names that [object] says it has; a new list.
static struct value names_of(struct vm *vm, struct value object) {
    struct value names = slot_call(vm, object, DUNDER_dir, NULL, 0);
    if (value_is_absent(names)) {
        return raise_error(vm, EXCEPTION_TypeError, "object does not provide __dir__");
    }
    struct value list = value_is_error(names) ? names : list_from(vm, names);
    value_drop(vm, names);
    return list;
}

static struct value local_names(struct vm *vm) {
    struct value locals = current_locals(vm);
    struct value list = value_is_error(locals) ? locals : list_from(vm, locals);
    value_drop(vm, locals);
    return list;
}

struct value builtins_dir(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object = VALUE_ABSENT;
    if (!native_args(vm, call, "dir", "|o", &object)) {
        return VALUE_ERROR;
    }
    struct value list = value_is_absent(object) ? local_names(vm) : names_of(vm, object);
    if (!value_is_error(list) && !list_sort(vm, list_of(list), VALUE_ABSENT, false)) {
        value_drop(vm, list);
        return VALUE_ERROR;
    }
    return list;
}
