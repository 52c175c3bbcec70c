// Reading a format specification: [[fill]align][sign][z][#][0][width][grouping][.precision][type]
#include <string.h>

#include "base/utf8.h"
#include "vm/format.h"
#include "vm/raise.h"

// A specification that is being read.
struct reader {
    const char *at, *end;
};

static bool is_align(char c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
}

static bool take(struct reader *text, char c) {
    if (text->at < text->end && *text->at == c) {
        text->at++;
        return true;
    }
    return false;
}

static char take_any(struct reader *text, const char *choice) {
    if (text->at < text->end && *text->at != '\0' && strchr(choice, *text->at) != NULL) {
        return *text->at++;
    }
    return 0;
}

static void set_fill(struct format_spec *spec, const char *text, size_t length) {
    memcpy(spec->fill, text, length);
    spec->fill[length] = '\0';
}

// The alignment, and before it perhaps a character to fill with. True if there was one to fill.
static bool take_align(struct reader *text, struct format_spec *spec) {
    if (text->at == text->end) {
        return false;
    }
    uint32_t rune;
    size_t bytes = utf8_decode(text->at, (size_t)(text->end - text->at), &rune);
    if (text->at + bytes < text->end && is_align(text->at[bytes])) {
        set_fill(spec, text->at, bytes);
        spec->align = text->at[bytes];
        text->at += bytes + 1;
        return true;
    }
    spec->align = take_any(text, "<>=^");
    return false;
}

// Digits of a width or precision; -1 if there are none. False if raised.
static bool take_number(struct vm *vm, struct reader *text, int64_t *number) {
    *number = -1;
    for (; text->at < text->end && *text->at >= '0' && *text->at <= '9'; text->at++) {
        *number = *number < 0 ? 0 : *number;
        if (__builtin_mul_overflow(*number, 10, number) ||
            __builtin_add_overflow(*number, *text->at - '0', number)) {
            raise_error(vm, EXCEPTION_ValueError, "Too many decimal digits in format string");
            return false;
        }
    }
    return true;
}

static bool take_grouping(struct vm *vm, struct reader *text, struct format_spec *spec) {
    spec->grouping = take_any(text, ",_");
    if (spec->grouping != 0 && take(text, spec->grouping == ',' ? '_' : ',')) {
        raise_error(vm, EXCEPTION_ValueError, "Cannot specify both ',' and '_'.");
        return false;
    }
    return true;
}

static bool take_precision(struct vm *vm, struct reader *text, struct format_spec *spec) {
    if (!take(text, '.')) {
        return true;
    }
    if (!take_number(vm, text, &spec->precision)) {
        return false;
    }
    if (spec->precision < 0) {
        raise_error(vm, EXCEPTION_ValueError, "Format specifier missing precision");
        return false;
    }
    return true;
}

// Which types may be grouped: decimal ones, and with '_' also the others of ints. [type] may be the
// one that stands for none.
static bool check_grouping(struct vm *vm, const struct format_spec *spec, uint32_t type) {
    const char *allowed = spec->grouping == '_' ? "defgEG%FboxX" : "defgEG%F";
    if (spec->grouping == 0 || type == 0 || (type < 0x80 && strchr(allowed, (char)type) != NULL)) {
        return true;
    }
    if (type > 32 && type < 128) {
        raise_error(vm, EXCEPTION_ValueError, "Cannot specify '%c' with '%c'.", spec->grouping,
                    (char)type);
    } else {
        raise_error(vm, EXCEPTION_ValueError, "Cannot specify '%c' with '\\x%x'.", spec->grouping,
                    (unsigned)type);
    }
    return false;
}

static bool take_type(struct vm *vm, struct reader *text, const struct str *whole,
                      const char *type_name, bool is_number, struct format_spec *spec) {
    if (text->at < text->end) {
        text->at += utf8_decode(text->at, (size_t)(text->end - text->at), &spec->type);
    }
    if (text->at < text->end) {
        raise_error(vm, EXCEPTION_ValueError,
                    "Invalid format specifier '%s' for object of type '%s'", whole->text,
                    type_name);
        return false;
    }
    return check_grouping(vm, spec, spec->type == 0 && !is_number ? 's' : spec->type);
}

bool format_read(struct vm *vm, const struct str *whole, const char *type_name, bool is_number,
                 struct format_spec *out) {
    struct reader text = {whole->text, whole->text + whole->length};
    *out = (struct format_spec){.fill = " ", .width = -1, .precision = -1};
    bool filled = take_align(&text, out);
    out->sign = take_any(&text, "+- ");
    out->zero_negative = take(&text, 'z');
    out->alternate = take(&text, '#');
    if (!filled && take(&text, '0')) {
        set_fill(out, "0", 1);
        out->align = out->align == 0 && is_number ? '=' : out->align;
    }
    return take_number(vm, &text, &out->width) && take_grouping(vm, &text, out) &&
           take_precision(vm, &text, out) && take_type(vm, &text, whole, type_name, is_number, out);
}

bool format_unknown(struct vm *vm, const struct format_spec *spec, const char *type_name) {
    if (spec->type > 32 && spec->type < 128) {
        raise_error(vm, EXCEPTION_ValueError, "Unknown format code '%c' for object of type '%s'",
                    (char)spec->type, type_name);
    } else {
        raise_error(vm, EXCEPTION_ValueError, "Unknown format code '\\x%x' for object of type '%s'",
                    (unsigned)spec->type, type_name);
    }
    return false;
}
