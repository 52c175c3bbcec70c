// Formatting strs.
#include "vm/format.h"
#include "vm/raise.h"
#include "vm/vm.h"

// What specifications of strs must not contain: the message, or NULL.
static const char *find_fault(const struct format_spec *spec) {
    if (spec->sign != 0) {
        return spec->sign == ' ' ? "Space not allowed in string format specifier"
                                 : "Sign not allowed in string format specifier";
    }
    if (spec->zero_negative) {
        return "Negative zero coercion (z) not allowed in string format specifier";
    }
    if (spec->alternate) {
        return "Alternate form (#) not allowed in string format specifier";
    }
    return spec->align == '=' ? "'=' alignment not allowed in string format specifier" : NULL;
}

struct value format_str(struct vm *vm, struct value self, struct str *text) {
    struct format_spec spec;
    struct buf out = {0};
    if (text->length == 0) {
        return vm_str(vm, self);
    }
    if (!format_read(vm, text, value_type(vm, self)->name, false, &spec)) {
        return VALUE_ERROR;
    }
    if (spec.type != 0 && spec.type != 's') {
        format_unknown(vm, &spec, value_type(vm, self)->name);
        return VALUE_ERROR;
    }
    const char *fault = find_fault(&spec);
    if (fault != NULL) {
        return raise_error(vm, EXCEPTION_ValueError, "%s", fault);
    }
    const struct str *s = str_of(self);
    bool cut = spec.precision >= 0 && (uint64_t)spec.precision < s->count;
    size_t length = cut ? str_offset(s, (size_t)spec.precision) : s->length;
    if (!format_put_text(vm, &spec, s->text, length, '<', &out)) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}
