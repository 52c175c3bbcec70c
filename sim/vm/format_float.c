// Formatting floats. The C library makes the digits, exactly rounded; here they are given Python's
// shape.
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "vm/float.h"
#include "vm/format.h"
#include "vm/heap.h"
#include "vm/raise.h"
#include "vm/vm.h"

static bool has_any(const struct buf *text, const char *set) {
    return strpbrk(buf_text(text), set) != NULL;
}

// A point before the exponent, or at the end, of a text without one.
static void insert_point(struct buf *text) {
    struct buf whole = {0};
    size_t digits = strcspn(buf_text(text), "e");
    buf_put(&whole, text->data, digits);
    buf_putc(&whole, '.');
    buf_puts(&whole, text->data + digits);
    buf_free(text);
    *text = whole;
}

// No type was given, but a precision: as 'g', but always seen to be a float. [all] keeps zeros at
// the end.
static void put_general(double magnitude, int precision, bool all, struct buf *out) {
    struct buf text = {0};
    int most = precision > 0 ? precision : 1;
    buf_printf(&text, "%.*e", most - 1, magnitude);
    size_t mark = strcspn(text.data, "e");
    int exponent = atoi(text.data + mark + 1);
    int kept = (int)mark;
    while (!all && kept > 1 && (text.data[kept - 1] == '0' || text.data[kept - 1] == '.')) {
        kept--;
    }
    if (exponent < -4 || exponent + 1 > most - 1) {
        buf_put(out, text.data, (size_t)kept);
        buf_puts(out, text.data + mark);
    } else {
        int decimals = kept > 1 ? kept - 2 - exponent : -exponent;
        buf_printf(out, "%.*f", decimals > 1 ? decimals : 1, magnitude);
    }
    buf_free(&text);
}

// 'g' in the alternate form: [digits] of them, zeros at the end included. The C library's own %#g
// drops one where rounding up made one more digit.
static void put_all_digits(double magnitude, int digits, struct buf *out) {
    struct buf text = {0};
    buf_printf(&text, "%#.*e", digits - 1, magnitude);
    int exponent = atoi(strchr(text.data, 'e') + 1);
    if (exponent < -4 || exponent >= digits) {
        buf_put(out, text.data, text.length);
    } else {
        buf_printf(out, "%#.*f", digits - 1 - exponent, magnitude);
    }
    buf_free(&text);
}

// The text of a finite magnitude, without sign and '%'.
static void put_magnitude(const struct format_spec *spec, double magnitude, struct buf *out) {
    int precision = spec->precision < 0 ? 6 : (int)spec->precision;
    const char *point = spec->alternate ? "#" : "";
    char form[16];
    switch (spec->type) {
    case 0:
        if (spec->precision < 0) {
            float_repr_to(magnitude, out);
        } else {
            put_general(magnitude, precision, spec->alternate, out);
        }
        if (spec->alternate && !has_any(out, ".")) {
            insert_point(out);
        }
        return;
    case 'e':
    case 'E':
        snprintf(form, sizeof form, "%%%s.*e", point);
        break;
    case 'f':
    case 'F':
    case '%':
        snprintf(form, sizeof form, "%%%s.*f", point);
        break;
    default:
        if (spec->alternate) {
            put_all_digits(magnitude, precision > 0 ? precision : 1, out);
            return;
        }
        snprintf(form, sizeof form, "%%.*g");
    }
    buf_printf(out, form, precision, magnitude);
}

static void to_upper(struct buf *text) {
    for (size_t i = 0; i < text->length; i++) {
        if (text->data[i] >= 'a' && text->data[i] <= 'z') {
            text->data[i] = (char)(text->data[i] - 'a' + 'A');
        }
    }
}

// Moves what follows the digits before the point from [text] to [rest].
static void split(struct buf *text, struct buf *rest) {
    size_t digits = strspn(buf_text(text), "0123456789");
    buf_puts(rest, buf_text(text) + digits);
    text->length = digits;
}

static bool is_zero(const struct buf *text) {
    return strcspn(buf_text(text), "123456789e") == strcspn(buf_text(text), "e");
}

static bool check_precision(struct vm *vm, const struct format_spec *spec) {
    if (spec->precision > INT_MAX) {
        raise_error(vm, EXCEPTION_ValueError, "precision too big");
        return false;
    }
    if (spec->precision > 4096 && !heap_has_room(vm, (size_t)spec->precision * 4)) {
        raise_memory(vm);
        return false;
    }
    return true;
}

bool format_put_float(struct vm *vm, const struct format_spec *spec, double number,
                      struct buf *out) {
    if (!check_precision(vm, spec)) {
        return false;
    }
    struct format_number pieces = {.prefix = ""};
    double magnitude = fabs(spec->type == '%' ? number * 100 : number);
    if (isfinite(magnitude)) {
        put_magnitude(spec, magnitude, &pieces.digits);
    } else {
        float_repr_to(magnitude, &pieces.digits);
    }
    bool negative = signbit(number) && !isnan(number);
    negative = negative && !(spec->zero_negative && isfinite(number) && is_zero(&pieces.digits));
    pieces.sign = format_sign(spec, negative);
    if (spec->type == 'E' || spec->type == 'F' || spec->type == 'G') {
        to_upper(&pieces.digits);
    }
    split(&pieces.digits, &pieces.rest);
    if (spec->type == '%') {
        buf_putc(&pieces.rest, '%');
    }
    return format_put_number(vm, spec, &pieces, out);
}

// The most frequent of all, as in f"{x:.2f}": ABSENT for anything else.
static struct value format_quickly(struct vm *vm, const struct format_spec *spec, double number) {
    char text[NUMBER_FLOAT_SIZE + 1];
    bool plain = spec->type == 'f' && spec->precision >= 0 && spec->precision < 20 &&
                 spec->width < 0 && spec->sign == 0 && spec->grouping == 0 && !spec->alternate &&
                 !spec->zero_negative && isfinite(number);
    size_t length = plain ? number_fixed(fabs(number), (int)spec->precision, text + 1) : 0;
    if (length == 0) {
        return VALUE_ABSENT;
    }
    text[0] = '-';
    bool negative = signbit(number);
    return str_new(vm, text + !negative, length + negative);
}

struct value format_float(struct vm *vm, struct value self, struct str *text) {
    struct format_spec spec;
    if (text->length == 0) {
        return vm_str(vm, self);
    }
    if (!format_read(vm, text, value_type(vm, self)->name, true, &spec)) {
        return VALUE_ERROR;
    }
    struct value quick = format_quickly(vm, &spec, float_of(self));
    if (!value_is_absent(quick)) {
        return quick;
    }
    struct buf out = {0};
    bool known = spec.type == 0 || (spec.type < 0x80 && strchr("eEfFgGn%", (char)spec.type));
    if (known ? !format_put_float(vm, &spec, float_of(self), &out)
              : !format_unknown(vm, &spec, value_type(vm, self)->name)) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}
