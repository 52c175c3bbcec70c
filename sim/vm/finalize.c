// __del__ runs as any other call, nested inside whatever dropped the last reference.
#include "vm/finalize.h"

#include "base/buf.h"
#include "base/vec.h"
#include "vm/exception.h"
#include "vm/generator.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/traceback_text.h"
#include "vm/type.h"

// Without marks, chain and hints: what CPython writes where no program could handle it.
void finalize_unraisable(struct vm *vm, struct value where) {
    struct value exception = raised_take(vm);
    if (value_is_absent(exception)) {
        return;
    }
    struct buf out = {0};
    struct value text = vm_repr(vm, where);
    value_drop(vm, raised_take(vm));
    buf_printf(&out, "Exception ignored in: %s\n", str_is(text) ? str_of(text)->text : "?");
    if (!value_is_absent(exception_of(exception)->traceback)) {
        buf_puts(&out, "Traceback (most recent call last):\n");
        traceback_put_entries(vm, exception_of(exception)->traceback, false, &out);
    }
    traceback_put_exception(vm, exception, &out);
    vm_write(vm, 2, buf_text(&out), out.length);
    buf_free(&out);
    value_drop(vm, text);
    value_drop(vm, exception);
}

// Has its __del__ run before? Then it is forgotten, as now it does die.
static bool take_risen(struct vm *vm, const struct object *object) {
    for (size_t i = 0; i < vm->risen.count; i++) {
        if (vm->risen.items[i] == object) {
            vm->risen.items[i] = vec_last(&vm->risen);
            vm->risen.count--;
            return true;
        }
    }
    return false;
}

static void call_del(struct vm *vm, struct object *object) {
    struct value method = type_lookup(vm, object->type, dunder(vm, DUNDER_del));
    value_keep(method);
    struct value result = slot_call(vm, value_object(object), DUNDER_del, NULL, 0);
    if (value_is_error(result)) {
        finalize_unraisable(vm, method);
    }
    value_drop(vm, result);
    value_drop(vm, method);
}

// The object is whole again while __del__ runs. What was on its way before stays so.
bool finalize(struct vm *vm, struct object *object) {
    if (generator_is(vm, value_object(object))) {
        return generator_finalize(vm, object);
    }
    if (take_risen(vm, object)) {
        return true;
    }
    struct value before = raised_take(vm);
    object->refs = 1;
    call_del(vm, object);
    value_drop(vm, raised_take(vm));
    vm->raised = before;
    bool dies = --object->refs == 0;
    if (!dies) {
        *vec_push(&vm->risen) = object;
    }
    return dies;
}
