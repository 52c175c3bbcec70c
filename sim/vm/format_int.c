// Formatting ints.
#include <string.h>

#include "base/utf8.h"
#include "vm/big.h"
#include "vm/format.h"
#include "vm/int.h"
#include "vm/raise.h"
#include "vm/vm.h"

static bool refuse(struct vm *vm, const char *what) {
    raise_error(vm, EXCEPTION_ValueError, "%s", what);
    return false;
}

// As a character: type 'c'.
static bool put_character(struct vm *vm, const struct format_spec *spec, struct value number,
                          struct buf *out) {
    int64_t code;
    char text[4];
    if (spec->sign != 0) {
        return refuse(vm, "Sign not allowed with integer format specifier 'c'");
    }
    if (spec->alternate) {
        return refuse(vm, "Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if (!int_to_int64(number, &code)) {
        raise_error(vm, EXCEPTION_OverflowError, "Python int too large to convert to C long");
        return false;
    }
    if (code < 0 || code > 0x10FFFF) {
        raise_error(vm, EXCEPTION_OverflowError, "%%c arg not in range(0x110000)");
        return false;
    }
    struct format_spec place = *spec;
    place.align = spec->align == '=' ? '>' : spec->align;
    return format_put_text(vm, &place, text, utf8_encode((uint32_t)code, text), '>', out);
}

static int base_of(uint32_t type) {
    return type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
}

const char *format_int_prefix(uint32_t type) {
    return type == 'b' ? "0b" : type == 'o' ? "0o" : type == 'x' ? "0x" : type == 'X' ? "0X" : "";
}

bool format_int_digits(struct vm *vm, struct value number, uint32_t type, struct buf *digits) {
    int base = base_of(type);
    if (base == 10) {
        if (!int_to_text(vm, number, digits)) {
            return false;
        }
    } else {
        big_to_digits(number, base, digits);
    }
    if (digits->data[0] == '-') {
        memmove(digits->data, digits->data + 1, digits->length);
        digits->length--;
    }
    for (size_t i = 0; type == 'X' && i < digits->length; i++) {
        if (digits->data[i] >= 'a') {
            digits->data[i] = (char)(digits->data[i] - 'a' + 'A');
        }
    }
    return true;
}

bool format_put_int(struct vm *vm, const struct format_spec *spec, struct value number,
                    struct buf *out) {
    if (spec->precision >= 0) {
        return refuse(vm, "Precision not allowed in integer format specifier");
    }
    if (spec->zero_negative) {
        return refuse(vm, "Negative zero coercion (z) not allowed in integer format specifier");
    }
    if (spec->type == 'c') {
        return put_character(vm, spec, number, out);
    }
    struct format_number pieces = {
        .sign = format_sign(spec, int_sign(number) < 0),
        .prefix = spec->alternate ? format_int_prefix(spec->type) : "",
    };
    if (!format_int_digits(vm, number, spec->type, &pieces.digits)) {
        buf_free(&pieces.digits);
        return false;
    }
    return format_put_number(vm, spec, &pieces, out);
}

// As the type in the specification says, be it one of floats.
static bool put_any(struct vm *vm, const struct format_spec *spec, struct value number,
                    struct buf *out) {
    double real;
    if (spec->type == 0 || (spec->type < 0x80 && strchr("bcdnoxX", (char)spec->type) != NULL)) {
        return format_put_int(vm, spec, number, out);
    }
    if (spec->type < 0x80 && strchr("eEfFgG%", (char)spec->type) != NULL) {
        return int_to_double(vm, number, &real) && format_put_float(vm, spec, real, out);
    }
    return format_unknown(vm, spec, value_type(vm, number)->name);
}

struct value format_int(struct vm *vm, struct value self, struct str *text) {
    struct format_spec spec;
    if (text->length == 0) {
        return vm_str(vm, self);
    }
    if (!format_read(vm, text, value_type(vm, self)->name, true, &spec)) {
        return VALUE_ERROR;
    }
    struct buf out = {0};
    if (!put_any(vm, &spec, self, &out)) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}
