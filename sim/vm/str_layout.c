// Methods of str that add or take away at its ends: strip, center, zfill and kin, expandtabs.
#include <string.h>

#include "base/utf8.h"
#include "vm/heap.h"
#include "vm/raise.h"
#include "vm/str_type.h"
#include "vm/vm.h"

// strip -------------------------------------------------------------------------------------------

// Is the character at the beginning of [at] to be stripped? A [set] without data means blanks.
static bool is_in(struct span at, struct span set, size_t *bytes) {
    uint32_t rune;
    *bytes = utf8_decode(at.data, at.length, &rune);
    if (set.data == NULL) {
        return utf8_is_space(rune);
    }
    return span_find(set, span_cut(at, 0, *bytes)) != SPAN_NONE;
}

static struct span strip_left(struct span span, struct span set) {
    size_t bytes;
    while (span.length > 0 && is_in(span, set, &bytes)) {
        span = span_from(span, bytes);
    }
    return span;
}

static struct span strip_right(struct span span, struct span set) {
    while (span.length > 0) {
        size_t at = span.length - 1, bytes;
        while (at > 0 && ((unsigned char)span.data[at] & 0xC0) == 0x80) {
            at--;
        }
        if (!is_in(span_from(span, at), set, &bytes)) {
            break;
        }
        span.length = at;
    }
    return span;
}

static struct value strip(struct vm *vm, struct value self, const struct call *call,
                          const char *function, bool left, bool right) {
    struct value characters = VALUE_NONE;
    struct span set = {0}, span = str_span(str_of(self));
    if (!native_args(vm, call, function, "|o", &characters)) {
        return VALUE_ERROR;
    }
    if (str_is(characters)) {
        set = str_span(str_of(characters));
    } else if (!value_is_none(characters)) {
        return raise_error(vm, EXCEPTION_TypeError, "%s arg must be None or str", function);
    }
    span = left ? strip_left(span, set) : span;
    span = right ? strip_right(span, set) : span;
    return span.length == str_of(self)->length ? str_exact(vm, self)
                                               : str_new(vm, span.data, span.length);
}

struct value str_method_strip(struct vm *vm, struct value self, const struct call *call) {
    return strip(vm, self, call, "strip", true, true);
}

struct value str_method_lstrip(struct vm *vm, struct value self, const struct call *call) {
    return strip(vm, self, call, "lstrip", true, false);
}

struct value str_method_rstrip(struct vm *vm, struct value self, const struct call *call) {
    return strip(vm, self, call, "rstrip", false, true);
}

// center ------------------------------------------------------------------------------------------

static void put_fill(struct span fill, size_t count, struct buf *out) {
    if (fill.length == 1) {
        buf_fill(out, fill.data[0], count);
        return;
    }
    for (; count > 0; count--) {
        buf_put(out, fill.data, fill.length);
    }
}

static struct value pad(struct vm *vm, struct value self, struct span fill, size_t before,
                        size_t after) {
    const struct str *s = str_of(self);
    if (before + after == 0) {
        return str_exact(vm, self);
    }
    if (before + after > UINT32_MAX || !heap_has_room(vm, (before + after) * fill.length)) {
        return raise_memory(vm);
    }
    struct buf out = {0};
    put_fill(fill, before, &out);
    buf_put(&out, s->text, s->length);
    put_fill(fill, after, &out);
    return str_take(vm, &out);
}

// The width and the fill; [*padding] is what lacks to the width. False if raised.
static bool read_pad(struct vm *vm, struct value self, const struct call *call,
                     const char *function, int64_t *width, size_t *padding, struct span *fill) {
    struct value wide, character = VALUE_ABSENT;
    *fill = (struct span){" ", 1};
    if (!native_args(vm, call, function, "o|o", &wide, &character) ||
        !vm_to_index(vm, wide, width)) {
        return false;
    }
    if (!value_is_absent(character)) {
        if (!str_is(character)) {
            raise_error(vm, EXCEPTION_TypeError,
                        "The fill character must be a unicode character, not %s",
                        value_type(vm, character)->name);
            return false;
        }
        if (str_of(character)->count != 1) {
            raise_error(vm, EXCEPTION_TypeError,
                        "The fill character must be exactly one character long");
            return false;
        }
        *fill = str_span(str_of(character));
    }
    int64_t lack = *width - (int64_t)str_of(self)->count;
    *padding = *width < 0 || lack < 0 ? 0 : (size_t)lack;
    return true;
}

struct value str_method_center(struct vm *vm, struct value self, const struct call *call) {
    int64_t width;
    size_t padding;
    struct span fill;
    if (!read_pad(vm, self, call, "center", &width, &padding, &fill)) {
        return VALUE_ERROR;
    }
    // An odd rest goes to the left where the width is odd.
    size_t before = padding / 2 + (padding & (size_t)width & 1);
    return pad(vm, self, fill, before, padding - before);
}

struct value str_method_ljust(struct vm *vm, struct value self, const struct call *call) {
    int64_t width;
    size_t padding;
    struct span fill;
    return read_pad(vm, self, call, "ljust", &width, &padding, &fill)
               ? pad(vm, self, fill, 0, padding)
               : VALUE_ERROR;
}

struct value str_method_rjust(struct vm *vm, struct value self, const struct call *call) {
    int64_t width;
    size_t padding;
    struct span fill;
    return read_pad(vm, self, call, "rjust", &width, &padding, &fill)
               ? pad(vm, self, fill, padding, 0)
               : VALUE_ERROR;
}

struct value str_method_zfill(struct vm *vm, struct value self, const struct call *call) {
    const struct str *s = str_of(self);
    int64_t width;
    if (!native_count(vm, call, "zfill", 1, 1) || !vm_to_index(vm, call->args[0], &width)) {
        return VALUE_ERROR;
    }
    size_t padding = width <= (int64_t)s->count ? 0 : (size_t)width - s->count;
    struct value padded = pad(vm, self, (struct span){"0", 1}, padding, 0);
    bool has_sign = s->length > 0 && (s->text[0] == '+' || s->text[0] == '-');
    if (has_sign && padding > 0 && !value_is_error(padded)) {
        str_of(padded)->text[0] = s->text[0]; // nobody else has seen it yet
        str_of(padded)->text[padding] = '0';
    }
    return padded;
}

// expandtabs --------------------------------------------------------------------------------------

static void expand(const struct str *s, size_t size, struct buf *out) {
    size_t column = 0;
    for (size_t at = 0; at < s->length; at++) {
        char c = s->text[at];
        if (c == '\t') {
            size_t spaces = size == 0 ? 0 : size - column % size;
            buf_fill(out, ' ', spaces);
            column += spaces;
            continue;
        }
        buf_putc(out, c);
        column += ((unsigned char)c & 0xC0) != 0x80;
        column = c == '\n' || c == '\r' ? 0 : column;
    }
}

struct value str_method_expandtabs(struct vm *vm, struct value self, const struct call *call) {
    struct value size = value_small(8);
    int64_t columns;
    if (!native_args(vm, call, "expandtabs", "|o:tabsize", &size) ||
        !vm_to_index(vm, size, &columns)) {
        return VALUE_ERROR;
    }
    const struct str *s = str_of(self);
    size_t tabs = span_count(str_span(s), (struct span){"\t", 1});
    if (columns > 0 && tabs > 0 &&
        ((uint64_t)columns > UINT32_MAX || !heap_has_room(vm, tabs * (size_t)columns))) {
        return raise_memory(vm);
    }
    struct buf out = {0};
    expand(s, columns < 0 ? 0 : (size_t)columns, &out);
    return str_take(vm, &out);
}
