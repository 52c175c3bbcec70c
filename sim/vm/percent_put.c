// Putting the arguments of % formatting.
#include <string.h>

#include "base/utf8.h"
#include "vm/builtin.h"
#include "vm/bytes.h"
#include "vm/float.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/percent.h"
#include "vm/slots.h"
#include "vm/vm.h"

bool percent_refuse(struct percent *p, enum exception_kind kind, const char *what) {
    raise_error(p->vm, kind, "%s", what);
    return false;
}

static bool put_padded(struct percent *p, const struct format_spec *spec, const char *text,
                       size_t length) {
    struct format_spec padded = *spec;
    strcpy(padded.fill, " ");
    padded.align = spec->align == '<' ? '<' : '>';
    return format_put_text(p->vm, &padded, text, length, '>', p->out);
}

static bool put_cut(struct percent *p, const struct format_spec *spec, const struct str *s) {
    bool cut = spec->precision >= 0 && spec->precision < (int64_t)s->count;
    size_t length = cut ? str_offset(s, (size_t)spec->precision) : s->length;
    return put_padded(p, spec, s->text, length);
}

// %s and %b of a format that is bytes.
static bool put_bytes(struct percent *p, const struct format_spec *spec, struct value v) {
    struct value bytes = VALUE_ABSENT;
    struct bytes_span span;
    if (!bytes_like(p->vm, v, &span)) {
        bytes = slot_call(p->vm, v, DUNDER_bytes, NULL, 0);
        if (value_is_error(bytes)) {
            return false;
        }
        if (!bytes_like(p->vm, bytes, &span)) {
            value_drop(p->vm, bytes);
            raise_error(p->vm, EXCEPTION_TypeError,
                        "%%b requires a bytes-like object, or an object that implements "
                        "__bytes__, not '%s'",
                        value_type(p->vm, v)->name);
            return false;
        }
    }
    bool cut = spec->precision >= 0 && (size_t)spec->precision < span.length;
    bool fine = put_padded(p, spec, span.data, cut ? (size_t)spec->precision : span.length);
    value_drop(p->vm, bytes);
    return fine;
}

static bool put_text(struct percent *p, const struct format_spec *spec, struct value v) {
    if (spec->type == 's' && value_is_exactly(v, builtin(p->vm, BUILTIN_str))) {
        return put_cut(p, spec, str_of(v));
    }
    struct value text = spec->type == 's'                ? vm_str(p->vm, v)
                        : spec->type == 'r' && !p->bytes ? vm_repr(p->vm, v)
                                                         : vm_ascii(p->vm, v);
    if (value_is_error(text)) {
        return false;
    }
    bool fine = put_cut(p, spec, str_of(text));
    value_drop(p->vm, text);
    return fine;
}

static bool put_character(struct percent *p, const struct format_spec *spec, struct value v) {
    struct bytes_span span;
    if (str_is(v) && str_of(v)->count == 1 && !p->bytes) {
        return put_padded(p, spec, str_of(v)->text, str_of(v)->length);
    }
    if (p->bytes && bytes_like(p->vm, v, &span) && span.length == 1) {
        return put_padded(p, spec, span.data, span.length);
    }
    int64_t code, most = p->bytes ? 0xFF : 0x10FFFF;
    if (!index_is(p->vm, v)) {
        return percent_refuse(p, EXCEPTION_TypeError,
                              p->bytes ? "%c requires an integer in range(256) or a single byte"
                                       : "%c requires int or char");
    }
    if (!index_clamped(p->vm, v, &code)) {
        return false;
    }
    if (code < 0 || code > most) {
        return percent_refuse(p, EXCEPTION_OverflowError,
                              p->bytes ? "%c arg not in range(256)"
                                       : "%c arg not in range(0x110000)");
    }
    char text[4] = {(char)code};
    return put_padded(p, spec, text, p->bytes ? 1 : utf8_encode((uint32_t)code, text));
}

// The int that %d or %x puts, the caller's own: of a float %d takes the whole part.
static struct value whole_number(struct percent *p, uint32_t type, struct value v) {
    bool exact = type == 'x' || type == 'X' || type == 'o';
    if (int_is(v)) {
        return int_exact(p->vm, v);
    }
    struct value number = VALUE_ABSENT;
    if (!exact) {
        number = float_is(v) ? int_from_double(p->vm, float_of(v))
                             : slot_call(p->vm, v, DUNDER_int, NULL, 0);
    }
    if (value_is_absent(number) && index_is(p->vm, v)) {
        return index_value(p->vm, v);
    }
    if (value_is_error(number) || int_is(number)) {
        return number;
    }
    value_drop(p->vm, number);
    return raise_error(p->vm, EXCEPTION_TypeError, "%%%c format: %s is required, not %s",
                       (char)type, exact ? "an integer" : "a real number",
                       value_type(p->vm, v)->name);
}

static bool put_whole(struct percent *p, const struct format_spec *spec, struct value number) {
    bool decimal = spec->type == 'd' || spec->type == 'i' || spec->type == 'u';
    if (decimal && spec->width == 0 && spec->precision < 0 && spec->sign == 0) {
        return int_to_text(p->vm, number, p->out);
    }
    struct format_number pieces = {
        .sign = format_sign(spec, int_sign(number) < 0),
        .prefix = spec->alternate ? format_int_prefix(spec->type) : "",
    };
    struct buf digits = {0};
    bool fine = format_int_digits(p->vm, number, spec->type, &digits);
    if (fine) {
        int64_t zeros = spec->precision - (int64_t)digits.length;
        buf_fill(&pieces.digits, '0', zeros > 0 ? (size_t)zeros : 0);
        buf_put(&pieces.digits, digits.data, digits.length);
        fine = format_put_number(p->vm, spec, &pieces, p->out);
    }
    buf_free(&digits);
    return fine;
}

static bool put_int(struct percent *p, const struct format_spec *spec, struct value v) {
    struct value number = whole_number(p, spec->type, v);
    if (value_is_error(number)) {
        return false;
    }
    bool fine = put_whole(p, spec, number);
    value_drop(p->vm, number);
    return fine;
}

static bool put_float(struct percent *p, const struct format_spec *spec, struct value v) {
    double number;
    return float_from_real(p->vm, v, &number) && format_put_float(p->vm, spec, number, p->out);
}

percent_put *percent_putter(const struct percent *p, uint32_t type) {
    static const struct {
        const char *types;
        percent_put *put;
    } putters[] = {
        {"sra", put_text},
        {"diuxXo", put_int},
        {"eEfFgG", put_float},
        {"c", put_character},
    };
    if (p->bytes && (type == 's' || type == 'b')) {
        return put_bytes;
    }
    for (size_t i = 0; i < sizeof putters / sizeof *putters && type < 0x80; i++) {
        if (type != 0 && strchr(putters[i].types, (char)type) != NULL) {
            return putters[i].put;
        }
    }
    return NULL;
}
