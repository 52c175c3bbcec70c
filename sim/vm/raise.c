// Raising: makes the exception, links it to what is being handled, and leaves it in vm->raised.
#include "vm/raise.h"

#include <stdarg.h>

#include "base/buf.h"
#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/frame.h"
#include "vm/list.h"
#include "vm/module.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

// [handled] becomes the context of what is raised meanwhile, so [exception] must not stand in the
// chain behind it: it is cut out, or the chain would be a circle.
static void cut_out(struct vm *vm, struct value handled, struct value exception) {
    struct value at = handled;
    while (!value_is_absent(exception_of(at)->context)) {
        struct value next = exception_of(at)->context;
        if (value_is(next, exception)) {
            value_replace(vm, &exception_of(at)->context, VALUE_ABSENT);
            return;
        }
        at = next;
    }
}

struct value raise_value(struct vm *vm, struct value exception) {
    struct value handled = vm_handled(vm);
    if (!value_is_absent(handled) && !value_is(handled, exception)) {
        cut_out(vm, handled, exception);
        exception_set_context(vm, exception, value_keep(handled));
    }
    value_replace(vm, &vm->raised, exception);
    return VALUE_ERROR;
}

struct value raise_with(struct vm *vm, enum exception_kind kind, struct value argument) {
    struct value exception = exception_new(vm, kind, &argument, value_is_absent(argument) ? 0 : 1);
    return value_is_error(exception) ? exception : raise_value(vm, exception);
}

struct value raise_error(struct vm *vm, enum exception_kind kind, const char *format, ...) {
    struct buf text = {0};
    va_list arguments;
    va_start(arguments, format);
    buf_vprintf(&text, format, arguments);
    va_end(arguments);
    struct value message = str_take(vm, &text);
    if (value_is_error(message)) {
        return message;
    }
    raise_with(vm, kind, message);
    value_drop(vm, message);
    return VALUE_ERROR;
}

// The one made in advance is raised as it is while somebody still holds it; else without a past.
struct value raise_memory(struct vm *vm) {
    struct exception *exception = exception_of(vm->memory_error);
    heap_open_reserve(vm);
    if (exception->head.refs == 1) {
        value_replace(vm, &exception->traceback, VALUE_ABSENT);
        value_replace(vm, &exception->context, VALUE_ABSENT);
        value_replace(vm, &exception->cause, VALUE_ABSENT);
    }
    return raise_value(vm, value_keep(vm->memory_error));
}

struct value raised(struct vm *vm) {
    return vm->raised;
}

struct value raised_take(struct vm *vm) {
    struct value exception = vm->raised;
    vm->raised = VALUE_ABSENT;
    return exception;
}

bool raised_is(struct vm *vm, enum exception_kind kind) {
    return !value_is_absent(vm->raised) && exception_is_kind(vm, vm->raised, kind);
}

bool raised_clear(struct vm *vm, enum exception_kind kind) {
    bool is = raised_is(vm, kind);
    if (is) {
        value_drop(vm, raised_take(vm));
    }
    return is;
}

struct type *exception_type(struct vm *vm, enum exception_kind kind) {
    return vm->exceptions[kind];
}

// AttributeError ----------------------------------------------------------------------------------

// Is [object] the self of the method that runs? Then names with an underscore may be meant as well.
static bool is_self(struct vm *vm, struct value object) {
    const struct frame *frame = frame_current(vm, 0);
    const struct code *code = frame == NULL ? NULL : frame->loaded->code;
    return code != NULL && code->positional > 0 && value_is(frame->slots[0], object) &&
           strcmp(code->slots[0].name->text, "self") == 0;
}

// Gives the AttributeError that was just raised its name and object, for suggestions.
static struct value complete(struct vm *vm, struct value object, const struct str *name) {
    if (raised_is(vm, EXCEPTION_AttributeError)) {
        struct exception *exception = exception_of(vm->raised);
        value_replace(vm, &exception->extra[EXCEPTION_NAME], value_keep(value_object(name)));
        value_replace(vm, &exception->extra[EXCEPTION_OBJECT], value_keep(object));
        exception->extra[EXCEPTION_OF_SELF] = value_bool(is_self(vm, object));
    }
    return VALUE_ERROR;
}

struct value raise_attribute_of_instance(struct vm *vm, struct value object,
                                         const struct str *name) {
    raise_error(vm, EXCEPTION_AttributeError, "'%s' object has no attribute '%s'",
                value_type(vm, object)->name, name->text);
    return complete(vm, object, name);
}

struct value raise_attribute(struct vm *vm, struct value object, struct str *name) {
    if (type_is(object)) {
        raise_error(vm, EXCEPTION_AttributeError, "type object '%s' has no attribute '%s'",
                    type_of(object)->name, name->text);
    } else if (value_is_exactly(object, builtin(vm, BUILTIN_module))) {
        module_refuse_attribute(vm, object, name);
    } else {
        return raise_attribute_of_instance(vm, object, name);
    }
    return complete(vm, object, name);
}

struct value raise_attribute_read_only(struct vm *vm, struct value object, const struct str *name) {
    raise_error(vm, EXCEPTION_AttributeError,
                "'%s' object has no attribute '%s' and no __dict__ for setting new attributes",
                value_type(vm, object)->name, name->text);
    return complete(vm, object, name);
}

// Notes -------------------------------------------------------------------------------------------

static bool put_note(struct vm *vm, struct value exception, struct value note) {
    struct value notes = vm_find_attribute(vm, exception, "__notes__");
    if (value_is_absent(notes)) {
        notes = list_new(vm, NULL, 0);
        if (value_is_error(notes) || !vm_set_attribute(vm, exception, "__notes__", notes)) {
            value_drop(vm, notes);
            return false;
        }
    }
    bool done = list_is(notes) && list_append(vm, list_of(notes), note);
    value_drop(vm, notes);
    return done;
}

void exception_add_note(struct vm *vm, struct value exception, const char *format, ...) {
    struct buf text = {0};
    va_list arguments;
    va_start(arguments, format);
    buf_vprintf(&text, format, arguments);
    va_end(arguments);
    struct value before = raised_take(vm); // a failure here must not replace it
    struct value note = str_take(vm, &text);
    if (!value_is_error(note)) {
        put_note(vm, exception, note);
    }
    value_drop(vm, note);
    value_drop(vm, raised_take(vm));
    vm->raised = before;
}
