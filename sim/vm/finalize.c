// __del__ runs as any other call, nested inside whatever dropped the last reference.
#include "vm/finalize.h"

#include "base/buf.h"
#include "vm/exception.h"
#include "vm/generator.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

// What was being handled when it was raised is not shown.
static void put_without_chain(struct vm *vm, struct value exception, struct buf *out) {
    struct exception *object = exception_of(exception);
    struct value cause = object->cause, context = object->context;
    object->cause = object->context = VALUE_ABSENT;
    vm_format_exception(vm, exception, out);
    object->cause = cause;
    object->context = context;
}

void finalize_unraisable(struct vm *vm, struct value where) {
    struct value exception = raised_take(vm);
    if (value_is_absent(exception)) {
        return;
    }
    struct buf out = {0};
    struct value text = vm_repr(vm, where);
    value_drop(vm, raised_take(vm));
    buf_printf(&out, "Exception ignored in: %s\n", str_is(text) ? str_of(text)->text : "?");
    put_without_chain(vm, exception, &out);
    vm_write(vm, 2, buf_text(&out), out.length);
    buf_free(&out);
    value_drop(vm, text);
    value_drop(vm, exception);
}

// The object is whole again while __del__ runs. What was on its way before stays so.
bool finalize(struct vm *vm, struct object *object) {
    if (generator_is(vm, value_object(object))) {
        return generator_finalize(vm, object);
    }
    struct value before = raised_take(vm);
    struct value self = value_object(object);
    object->refs = 1;
    struct value method = type_lookup(vm, object->type, dunder(vm, DUNDER_del));
    value_keep(method);
    struct value result = slot_call(vm, self, DUNDER_del, NULL, 0);
    if (value_is_error(result)) {
        finalize_unraisable(vm, method);
    }
    value_drop(vm, result);
    value_drop(vm, method);
    value_drop(vm, raised_take(vm));
    vm->raised = before;
    return --object->refs == 0;
}
