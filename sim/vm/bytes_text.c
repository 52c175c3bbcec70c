// Methods of bytes and bytearray that take them for ASCII text: upper, isalpha, strip, center and
// kin.
#include <string.h>

#include "vm/bytes_type.h"
#include "vm/heap.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
static bool is_alpha(char c) {
    return is_upper(c) || is_lower(c);
}
static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
static bool is_alnum(char c) {
    return is_alpha(c) || is_digit(c);
}
static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static bool is_ascii(char c) {
    return (unsigned char)c < 0x80;
}

// Questions ---------------------------------------------------------------------------------------

static struct value all(struct vm *vm, struct value self, const struct call *call,
                        const char *function, bool (*ask)(char c), bool of_empty) {
    struct span span = bytes_span_of(vm, self);
    if (!native_count(vm, call, function, 0, 0)) {
        return VALUE_ERROR;
    }
    for (size_t i = 0; i < span.length; i++) {
        if (!ask(span.data[i])) {
            return VALUE_FALSE;
        }
    }
    return value_bool(span.length > 0 || of_empty);
}

#define ALL(name, question, of_empty)                                                              \
    struct value bytes_method_##name(struct vm *vm, struct value self, const struct call *call) {  \
        return all(vm, self, call, #name, question, of_empty);                                     \
    }
ALL(isalnum, is_alnum, false)
ALL(isalpha, is_alpha, false)
ALL(isascii, is_ascii, true)
ALL(isdigit, is_digit, false)
ALL(isspace, is_space, false)
#undef ALL

static bool has_case(struct span span, bool (*right)(char c), bool (*wrong)(char c)) {
    bool found = false;
    for (size_t i = 0; i < span.length; i++) {
        if (wrong(span.data[i])) {
            return false;
        }
        found = found || right(span.data[i]);
    }
    return found;
}

struct value bytes_method_isupper(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "isupper", 0, 0)
               ? value_bool(has_case(bytes_span_of(vm, self), is_upper, is_lower))
               : VALUE_ERROR;
}

struct value bytes_method_islower(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "islower", 0, 0)
               ? value_bool(has_case(bytes_span_of(vm, self), is_lower, is_upper))
               : VALUE_ERROR;
}

struct value bytes_method_istitle(struct vm *vm, struct value self, const struct call *call) {
    struct span span = bytes_span_of(vm, self);
    bool found = false, in_word = false;
    if (!native_count(vm, call, "istitle", 0, 0)) {
        return VALUE_ERROR;
    }
    for (size_t i = 0; i < span.length; i++) {
        char c = span.data[i];
        if ((is_upper(c) && in_word) || (is_lower(c) && !in_word)) {
            return VALUE_FALSE;
        }
        in_word = is_alpha(c);
        found = found || in_word;
    }
    return value_bool(found);
}

// Case --------------------------------------------------------------------------------------------

static char upper(char c, bool in_word) {
    (void)in_word;
    return (char)(is_lower(c) ? c ^ 0x20 : c);
}
static char lower(char c, bool in_word) {
    (void)in_word;
    return (char)(is_upper(c) ? c ^ 0x20 : c);
}
static char swap(char c, bool in_word) {
    (void)in_word;
    return (char)(is_alpha(c) ? c ^ 0x20 : c);
}
static char title(char c, bool in_word) {
    return in_word ? lower(c, true) : upper(c, false);
}

static struct value convert(struct vm *vm, struct value self, const struct call *call,
                            const char *function, char (*change)(char c, bool in_word)) {
    struct span span = bytes_span_of(vm, self);
    struct buf out = {0};
    bool in_word = false;
    if (!native_count(vm, call, function, 0, 0)) {
        return VALUE_ERROR;
    }
    for (size_t i = 0; i < span.length; i++) {
        buf_putc(&out, change(span.data[i], in_word));
        in_word = is_alpha(span.data[i]);
    }
    return bytes_alike_take(vm, self, &out);
}

#define CONVERT(name, change)                                                                      \
    struct value bytes_method_##name(struct vm *vm, struct value self, const struct call *call) {  \
        return convert(vm, self, call, #name, change);                                             \
    }
CONVERT(upper, upper)
CONVERT(lower, lower)
CONVERT(swapcase, swap)
CONVERT(title, title)
#undef CONVERT

struct value bytes_method_capitalize(struct vm *vm, struct value self, const struct call *call) {
    struct span span = bytes_span_of(vm, self);
    struct buf out = {0};
    if (!native_count(vm, call, "capitalize", 0, 0)) {
        return VALUE_ERROR;
    }
    for (size_t i = 0; i < span.length; i++) {
        buf_putc(&out, title(span.data[i], i > 0));
    }
    return bytes_alike_take(vm, self, &out);
}

// strip -------------------------------------------------------------------------------------------

static struct value strip(struct vm *vm, struct value self, const struct call *call,
                          const char *function, bool left, bool right) {
    struct value characters = VALUE_NONE;
    struct span set = {" \t\n\r\v\f", 6}, span = bytes_span_of(vm, self);
    if (!native_args(vm, call, function, "|o", &characters) ||
        (!value_is_none(characters) && !bytes_need_span(vm, characters, &set))) {
        return VALUE_ERROR;
    }
    while (left && span.length > 0 && memchr(set.data, span.data[0], set.length) != NULL) {
        span = span_from(span, 1);
    }
    while (right && span.length > 0 &&
           memchr(set.data, span.data[span.length - 1], set.length) != NULL) {
        span.length--;
    }
    return bytes_alike(vm, self, span.data, span.length);
}

struct value bytes_method_strip(struct vm *vm, struct value self, const struct call *call) {
    return strip(vm, self, call, "strip", true, true);
}

struct value bytes_method_lstrip(struct vm *vm, struct value self, const struct call *call) {
    return strip(vm, self, call, "lstrip", true, false);
}

struct value bytes_method_rstrip(struct vm *vm, struct value self, const struct call *call) {
    return strip(vm, self, call, "rstrip", false, true);
}

// Layout ------------------------------------------------------------------------------------------

static struct value pad(struct vm *vm, struct value self, char fill, size_t before, size_t after) {
    struct span span = bytes_span_of(vm, self);
    if (!heap_has_room(vm, (before + after + span.length) * 2)) {
        return raise_memory(vm);
    }
    struct buf out = {0};
    buf_fill(&out, fill, before);
    buf_put(&out, span.data, span.length);
    buf_fill(&out, fill, after);
    return bytes_alike_take(vm, self, &out);
}

static bool read_pad(struct vm *vm, struct value self, const struct call *call,
                     const char *function, int64_t *width, size_t *padding, char *fill) {
    struct value wide, character = VALUE_ABSENT;
    struct bytes_span span;
    *fill = ' ';
    if (!native_args(vm, call, function, "o|o", &wide, &character) ||
        !vm_to_index(vm, wide, width)) {
        return false;
    }
    if (!value_is_absent(character)) {
        if (!bytes_like(vm, character, &span) || span.length != 1) {
            raise_error(vm, EXCEPTION_TypeError,
                        "%s() argument 2 must be a byte string of length 1, not %s", function,
                        value_type(vm, character)->name);
            return false;
        }
        *fill = span.data[0];
    }
    int64_t lack = *width - (int64_t)bytes_span_of(vm, self).length;
    *padding = *width < 0 || lack < 0 ? 0 : (size_t)lack;
    return true;
}

struct value bytes_method_center(struct vm *vm, struct value self, const struct call *call) {
    int64_t width;
    size_t padding;
    char fill;
    if (!read_pad(vm, self, call, "center", &width, &padding, &fill)) {
        return VALUE_ERROR;
    }
    size_t before = padding / 2 + (padding & (size_t)width & 1);
    return pad(vm, self, fill, before, padding - before);
}

struct value bytes_method_ljust(struct vm *vm, struct value self, const struct call *call) {
    int64_t width;
    size_t padding;
    char fill;
    return read_pad(vm, self, call, "ljust", &width, &padding, &fill)
               ? pad(vm, self, fill, 0, padding)
               : VALUE_ERROR;
}

struct value bytes_method_rjust(struct vm *vm, struct value self, const struct call *call) {
    int64_t width;
    size_t padding;
    char fill;
    return read_pad(vm, self, call, "rjust", &width, &padding, &fill)
               ? pad(vm, self, fill, padding, 0)
               : VALUE_ERROR;
}

struct value bytes_method_zfill(struct vm *vm, struct value self, const struct call *call) {
    struct span span = bytes_span_of(vm, self);
    struct buf out = {0};
    int64_t width;
    if (!native_count(vm, call, "zfill", 1, 1) || !vm_to_index(vm, call->args[0], &width)) {
        return VALUE_ERROR;
    }
    size_t padding = width <= (int64_t)span.length ? 0 : (size_t)width - span.length;
    if (!heap_has_room(vm, (padding + span.length) * 2)) {
        return raise_memory(vm);
    }
    bool has_sign = span.length > 0 && (span.data[0] == '+' || span.data[0] == '-');
    buf_put(&out, span.data, has_sign);
    buf_fill(&out, '0', padding);
    buf_put(&out, span.data + has_sign, span.length - has_sign);
    return bytes_alike_take(vm, self, &out);
}

struct value bytes_method_expandtabs(struct vm *vm, struct value self, const struct call *call) {
    struct span span = bytes_span_of(vm, self);
    struct value size = value_small(8);
    struct buf out = {0};
    int64_t columns;
    if (!native_args(vm, call, "expandtabs", "|o:tabsize", &size) ||
        !vm_to_index(vm, size, &columns)) {
        return VALUE_ERROR;
    }
    size_t column = 0, step = columns < 0 ? 0 : (size_t)columns;
    if (step > UINT32_MAX || !heap_has_room(vm, span.length + step)) {
        return raise_memory(vm);
    }
    for (size_t i = 0; i < span.length; i++) {
        bool tab = span.data[i] == '\t', line = span.data[i] == '\n' || span.data[i] == '\r';
        size_t spaces = tab && step > 0 ? step - column % step : 0;
        buf_fill(&out, ' ', spaces);
        buf_put(&out, span.data + i, !tab);
        column = line ? 0 : column + (tab ? spaces : 1);
    }
    return bytes_alike_take(vm, self, &out);
}
