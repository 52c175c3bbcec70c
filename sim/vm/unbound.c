// NameErrors carry the name, so that suggestions can be made from it.
#include "vm/unbound.h"

#include "vm/exception.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/traceback_text.h"

// NameErrors carry the name, for suggestions.
static struct value with_name(struct vm *vm, enum exception_kind kind, struct value name) {
    if (raised_is(vm, kind)) {
        struct exception *error = exception_of(vm->raised);
        value_replace(vm, &error->extra[EXCEPTION_NAME], value_keep(name));
        traceback_find_hint(vm, str_of(name)->text);
    }
    return VALUE_ERROR;
}

struct value unbound_local(struct vm *vm, const struct frame *frame, unsigned slot) {
    const struct slot *variable = &frame->loaded->code->slots[slot];
    const char *name = variable->name == NULL ? "?" : variable->name->text;
    if (variable->kind != SLOT_FREE) {
        return raise_error(vm, EXCEPTION_UnboundLocalError,
                           "cannot access local variable '%s' where it is not associated with a "
                           "value",
                           name);
    }
    struct value text = str_from(vm, name);
    raise_error(vm, EXCEPTION_NameError,
                "cannot access free variable '%s' where it is not associated with a value in "
                "enclosing scope",
                name);
    if (!value_is_error(text)) {
        with_name(vm, EXCEPTION_NameError, text);
    }
    value_drop(vm, text);
    return VALUE_ERROR;
}

struct value unbound_name(struct vm *vm, struct str *name) {
    raise_error(vm, EXCEPTION_NameError, "name '%s' is not defined", name->text);
    return with_name(vm, EXCEPTION_NameError, value_object(name));
}
