// Only classes are shown by name; everything else by its repr, but for a few with short forms.
#include "vm/type_text.h"

#include "vm/builtin.h"
#include "vm/list.h"
#include "vm/proxies.h"
#include "vm/sequence.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/vm.h"

static bool put_list(struct vm *vm, struct value list, struct buf *out) {
    struct value tuple = tuple_from(vm, list);
    buf_putc(out, '[');
    bool done = !value_is_error(tuple) && type_text_put_all(vm, tuple, ", ", out);
    buf_putc(out, ']');
    value_drop(vm, tuple);
    return done;
}

// Anything that has a qualified name and a module is shown by these, as classes are.
static bool put_named(struct vm *vm, struct value v, struct buf *out) {
    struct value name = vm_find_attribute(vm, v, "__qualname__");
    struct value module = value_is_error(name) ? name : vm_find_attribute(vm, v, "__module__");
    bool failed = value_is_error(name) || value_is_error(module);
    bool named = !failed && str_is(name) && str_is(module);
    if (named && !str_equals(str_of(module), "builtins")) {
        buf_printf(out, "%s.", str_of(module)->text);
    }
    if (named) {
        buf_puts(out, str_of(name)->text);
    }
    value_drop(vm, name);
    value_drop(vm, module);
    return !failed && (named || sequence_put_repr(vm, v, out));
}

bool type_text_put(struct vm *vm, struct value v, struct buf *out) {
    if (value_is(v, VALUE_ELLIPSIS)) {
        buf_puts(out, "...");
        return true;
    }
    if (value_is(v, value_object(builtin(vm, BUILTIN_none)))) {
        buf_puts(out, "None");
        return true;
    }
    if (list_is(v)) {
        return put_list(vm, v, out);
    }
    if (generic_alias_is(vm, v) || !type_is(v)) {
        return sequence_put_repr(vm, v, out);
    }
    return put_named(vm, v, out);
}

bool type_text_put_all(struct vm *vm, struct value tuple, const char *between, struct buf *out) {
    for (size_t i = 0; i < tuple_of(tuple)->count; i++) {
        buf_puts(out, i > 0 ? between : "");
        if (!type_text_put(vm, tuple_of(tuple)->items[i], out)) {
            return false;
        }
    }
    return true;
}
