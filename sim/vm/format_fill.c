// Padding and grouping: how the pieces of a formatted number or text are laid out.
#include <string.h>

#include "base/utf8.h"
#include "vm/format.h"
#include "vm/heap.h"
#include "vm/raise.h"

const char *format_sign(const struct format_spec *spec, bool negative) {
    return negative ? "-" : spec->sign == '+' ? "+" : spec->sign == ' ' ? " " : "";
}

static void put_fill(const struct format_spec *spec, size_t count, struct buf *out) {
    size_t bytes = strlen(spec->fill);
    if (bytes == 1) {
        buf_fill(out, spec->fill[0], count);
        return;
    }
    for (; count > 0; count--) {
        buf_put(out, spec->fill, bytes);
    }
}

// How many characters of padding a content of so many needs. False, with MemoryError raised, for a
// width that would not fit.
static bool count_padding(struct vm *vm, const struct format_spec *spec, size_t content,
                          size_t *padding) {
    *padding = 0;
    if (spec->width <= 0 || (size_t)spec->width <= content) {
        return true;
    }
    if ((uint64_t)spec->width > UINT32_MAX || !heap_has_room(vm, (size_t)spec->width * 2)) {
        raise_memory(vm);
        return false;
    }
    *padding = (size_t)spec->width - content;
    return true;
}

bool format_put_text(struct vm *vm, const struct format_spec *spec, const char *text, size_t length,
                     char align, struct buf *out) {
    size_t padding;
    if (!count_padding(vm, spec, utf8_count(text, length), &padding)) {
        return false;
    }
    char where = spec->align != 0 ? spec->align : align;
    size_t before = where == '>' ? padding : where == '^' ? padding / 2 : 0;
    put_fill(spec, before, out);
    buf_put(out, text, length);
    put_fill(spec, padding - before, out);
    return true;
}

// How many digits stand between two separators; 0: no separators.
static size_t group_size(const struct format_spec *spec) {
    bool binary = spec->type != 0 && spec->type < 0x80 && strchr("boxX", (char)spec->type) != NULL;
    return spec->grouping == ',' || spec->grouping == '_' ? (binary ? 4 : 3) : 0;
}

// The digits with separators, and with zeros before them until they are [width] characters. Since a
// separator never comes first, the result may be one character longer.
static void put_grouped(const struct format_spec *spec, const struct buf *digits, size_t width,
                        struct buf *out) {
    size_t group = group_size(spec), count = digits->length;
    size_t most = width == 0 || group == 0 ? width : width - (width - 1) / (group + 1);
    count = most > count ? most : count;
    size_t zeros = count - digits->length;
    for (size_t i = 0; i < count; i++) {
        if (group != 0 && i > 0 && (count - i) % group == 0) {
            buf_putc(out, spec->grouping);
        }
        buf_putc(out, i < zeros ? '0' : digits->data[i - zeros]);
    }
}

bool format_put_number(struct vm *vm, const struct format_spec *spec, struct format_number *number,
                       struct buf *out) {
    size_t around = strlen(number->sign) + strlen(number->prefix) + number->rest.length;
    bool zeros = spec->align == '=' && strcmp(spec->fill, "0") == 0 && number->digits.length > 0;
    size_t width = zeros && spec->width > (int64_t)around ? (size_t)spec->width - around : 0;
    struct buf digits = {0};
    size_t padding = 0;
    bool fine = count_padding(vm, spec, around, &padding);
    if (fine) {
        put_grouped(spec, &number->digits, width, &digits);
        fine = count_padding(vm, spec, around + digits.length, &padding);
    }
    if (fine) {
        size_t before = spec->align == '^' ? padding / 2 : spec->align == '<' ? 0 : padding;
        put_fill(spec, spec->align == '=' ? 0 : before, out);
        buf_puts(out, number->sign);
        buf_puts(out, number->prefix);
        put_fill(spec, spec->align == '=' ? before : 0, out);
        buf_put(out, digits.data, digits.length);
        buf_put(out, number->rest.data, number->rest.length);
        put_fill(spec, padding - before, out);
    }
    buf_free(&digits);
    buf_free(&number->digits);
    buf_free(&number->rest);
    return fine;
}
