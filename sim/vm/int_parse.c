// Reading integers as int() does.
#include <string.h>

#include "base/utf8.h"
#include "vm/int.h"
#include "vm/number_text.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/vm.h"

#define REPR_MOST 200 // characters of a wrong text that the message shows

// A text that is being read.
struct reader {
    const char *at, *end;
    int base;
};

static int digit_of(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
}

static int prefix_base(const struct reader *text) {
    if (text->end - text->at < 2 || text->at[0] != '0') {
        return 0;
    }
    switch (text->at[1] | 0x20) {
    case 'x':
        return 16;
    case 'o':
        return 8;
    case 'b':
        return 2;
    default:
        return 0;
    }
}

// Takes "0x" and kin, where they agree with the base; base 0 is settled by them. Without a prefix
// base 0 is 10, where only zero itself may begin with a zero: [*only_zero].
static void take_prefix(struct reader *text, bool *only_zero) {
    int prefix = prefix_base(text);
    *only_zero = false;
    if (prefix != 0 && (text->base == 0 || text->base == prefix)) {
        text->base = prefix;
        text->at += 2;
        if (text->at < text->end && *text->at == '_') {
            text->at++;
        }
    } else if (text->base == 0) {
        text->base = 10;
        *only_zero = text->at < text->end && *text->at == '0';
    }
}

// Appends the digits, without the single underscores between them; false if anything else is there.
static bool take_digits(struct reader *text, struct buf *digits) {
    bool after_digit = false;
    for (; text->at < text->end; text->at++) {
        if (*text->at == '_' && after_digit) {
            after_digit = false;
        } else if (digit_of(*text->at) < text->base) {
            buf_putc(digits, *text->at);
            after_digit = true;
        } else {
            return false;
        }
    }
    return after_digit;
}

static bool is_zero(const struct buf *digits) {
    return strspn(buf_text(digits), "0") == digits->length;
}

static bool too_long(struct vm *vm, const struct buf *digits, int base) {
    uint64_t most = (uint64_t)vm->int_digits_most;
    if (most == 0 || digits->length <= most || (base & (base - 1)) == 0) {
        return false;
    }
    raise_error(vm, EXCEPTION_ValueError,
                "Exceeds the limit (%lld digits) for integer string conversion: value has %zu "
                "digits; use sys.set_int_max_str_digits() to increase the limit",
                (long long)most, digits->length);
    return true;
}

static struct value refuse(struct vm *vm, int base, struct value original) {
    struct value repr = vm_repr(vm, original);
    if (value_is_error(repr)) {
        return repr;
    }
    const struct str *s = str_of(repr);
    size_t shown = utf8_offset(s->text, s->length, REPR_MOST);
    raise_error(vm, EXCEPTION_ValueError, "invalid literal for int() with base %d: %.*s", base,
                (int)shown, s->text);
    value_drop(vm, repr);
    return VALUE_ERROR;
}

static struct value make(struct vm *vm, const struct buf *digits, int base, bool negative) {
    if (too_long(vm, digits, base)) {
        return VALUE_ERROR;
    }
    struct value magnitude = int_from_digits(vm, buf_text(digits), digits->length, base);
    if (!negative || value_is_error(magnitude)) {
        return magnitude;
    }
    struct value result = int_binary(vm, BINARY_SUBTRACT, value_small(0), magnitude);
    value_drop(vm, magnitude);
    return result;
}

struct value int_parse(struct vm *vm, const char *text, size_t length, int base,
                       struct value original) {
    struct reader reader = {text, text + length, base};
    struct buf digits = {0};
    bool only_zero;
    number_text_trim(&reader.at, &reader.end);
    bool negative = reader.at < reader.end && *reader.at == '-';
    if (reader.at < reader.end && (*reader.at == '-' || *reader.at == '+')) {
        reader.at++;
    }
    take_prefix(&reader, &only_zero);
    bool fine = take_digits(&reader, &digits) && !(only_zero && !is_zero(&digits));
    struct value result =
        fine ? make(vm, &digits, reader.base, negative) : refuse(vm, base, original);
    buf_free(&digits);
    return result;
}
