// repr, str, ascii and format of any value.
#include "base/utf8.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/state.h"
#include "vm/str.h"

// A result of __repr__ or __str__ must be a str: drops anything else and raises.
static struct value check_text(struct vm *vm, struct value text, const char *method) {
    if (value_is_error(text) || str_is(text)) {
        return text;
    }
    raise_error(vm, EXCEPTION_TypeError, "%s returned non-string (type %s)", method,
                value_type(vm, text)->name);
    value_drop(vm, text);
    return VALUE_ERROR;
}

struct value vm_repr(struct vm *vm, struct value v) {
    if (!vm_enter(vm, " while getting the repr of an object")) {
        return VALUE_ERROR;
    }
    struct value text = value_type(vm, v)->repr(vm, v);
    vm_leave(vm);
    return check_text(vm, text, "__repr__");
}

struct value vm_str(struct vm *vm, struct value v) {
    if (value_is_exactly(v, builtin(vm, BUILTIN_str))) {
        return value_keep(v);
    }
    const struct type *type = value_type(vm, v);
    if (type->str == NULL) {
        return vm_repr(vm, v);
    }
    if (!vm_enter(vm, " while getting the str of an object")) {
        return VALUE_ERROR;
    }
    struct value text = type->str(vm, v);
    vm_leave(vm);
    return check_text(vm, text, "__str__");
}

static void put_escaped(uint32_t rune, struct buf *out) {
    if (rune < 0x80) {
        buf_putc(out, (char)rune);
    } else if (rune < 0x100) {
        buf_printf(out, "\\x%02x", rune);
    } else if (rune < 0x10000) {
        buf_printf(out, "\\u%04x", rune);
    } else {
        buf_printf(out, "\\U%08x", rune);
    }
}

struct value vm_ascii(struct vm *vm, struct value v) {
    struct value text = vm_repr(vm, v);
    if (value_is_error(text) || str_of(text)->count == str_of(text)->length) {
        return text;
    }
    const struct str *s = str_of(text);
    struct buf out = {0};
    for (size_t at = 0; at < s->length;) {
        uint32_t rune;
        at += utf8_decode(s->text + at, s->length - at, &rune);
        put_escaped(rune, &out);
    }
    value_drop(vm, text);
    return str_take(vm, &out);
}

struct value vm_format(struct vm *vm, struct value v, struct str *spec) {
    if (spec->length == 0 && value_is_exactly(v, builtin(vm, BUILTIN_str))) {
        return value_keep(v);
    }
    const struct type *type = value_type(vm, v);
    return type->format(vm, v, spec);
}
