// Texts of floats: decimal as float() reads them, hexadecimal as float.hex writes them.
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "vm/float.h"
#include "vm/number_text.h"
#include "vm/raise.h"

// A text that is being read.
struct reader {
    const char *at, *end;
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool take(struct reader *text, char c) {
    if (text->at < text->end && (*text->at == c || (c >= 'a' && (*text->at | 0x20) == c))) {
        text->at++;
        return true;
    }
    return false;
}

static bool take_word(struct reader *text, const char *word) {
    size_t length = strlen(word);
    if ((size_t)(text->end - text->at) < length || strncasecmp(text->at, word, length) != 0) {
        return false;
    }
    text->at += length;
    return true;
}

// Appends a run of digits, single underscores between them left out; how many.
static size_t take_digits(struct reader *text, struct buf *out) {
    size_t count = 0;
    for (; text->at < text->end; text->at++) {
        if (is_digit(*text->at)) {
            buf_putc(out, *text->at);
            count++;
        } else if (*text->at != '_' || count == 0 || text->at + 1 == text->end ||
                   !is_digit(text->at[1]) || text->at[-1] == '_') {
            break;
        }
    }
    return count;
}

// "inf", "infinity", "nan"
static bool take_named(struct reader *text, double *out) {
    if (take_word(text, "infinity") || take_word(text, "inf")) {
        *out = INFINITY;
        return true;
    }
    *out = NAN;
    return take_word(text, "nan");
}

static bool take_sign(struct reader *text) {
    bool negative = take(text, '-');
    return negative || (take(text, '+') && false);
}

// The number without its sign, put to [out] as strtod reads it; false if it is none.
static bool take_decimal(struct reader *text, struct buf *out) {
    size_t digits = take_digits(text, out);
    if (text->at < text->end && *text->at == '.') {
        text->at++;
        buf_putc(out, '.');
        digits += take_digits(text, out);
    }
    if (digits == 0) {
        return false;
    }
    if (take(text, 'e')) {
        buf_puts(out, take_sign(text) ? "e-" : "e");
        return take_digits(text, out) > 0;
    }
    return true;
}

bool float_parse(const char *text, size_t length, double *out) {
    struct reader reader = {text, text + length};
    number_text_trim(&reader.at, &reader.end);
    bool negative = take_sign(&reader);
    bool fine = take_named(&reader, out);
    if (!fine) {
        struct buf digits = {0};
        fine = take_decimal(&reader, &digits);
        *out = strtod(buf_text(&digits), NULL);
        buf_free(&digits);
    }
    *out = negative ? -*out : *out;
    return fine && reader.at == reader.end;
}

void float_to_hex(double number, struct buf *out) {
    if (!isfinite(number)) {
        float_repr_to(number, out);
        return;
    }
    int exponent = 0;
    double fraction = frexp(fabs(number), &exponent);
    if (fraction != 0) { // 1.xxx, or 0.xxx below the smallest exponent
        int shift = exponent < -1021 ? 1022 + exponent : 1;
        fraction = ldexp(fraction, shift);
        exponent -= shift;
    }
    uint64_t bits = (uint64_t)ldexp(fraction, 52);
    buf_printf(out, "%s0x%d.", signbit(number) ? "-" : "", (int)(bits >> 52));
    if (fraction == 0) {
        buf_puts(out, "0p+0");
        return;
    }
    buf_printf(out, "%013llxp%+d", (unsigned long long)(bits & ((UINT64_C(1) << 52) - 1)),
               exponent);
}

static bool is_hex(char c) {
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

static size_t take_hex(struct reader *text, struct buf *out) {
    size_t count = 0;
    for (; text->at < text->end && is_hex(*text->at); text->at++, count++) {
        buf_putc(out, *text->at);
    }
    return count;
}

// As strtod reads it, with the 0x and the exponent that may be left out.
static bool take_hexadecimal(struct reader *text, struct buf *out) {
    if (text->end - text->at >= 2 && text->at[0] == '0' && (text->at[1] | 0x20) == 'x') {
        text->at += 2;
    }
    buf_puts(out, "0x");
    size_t digits = take_hex(text, out);
    if (take(text, '.')) {
        buf_putc(out, '.');
        digits += take_hex(text, out);
    }
    if (take(text, 'p')) {
        buf_puts(out, take_sign(text) ? "p-" : "p");
        size_t before = out->length;
        while (text->at < text->end && is_digit(*text->at)) {
            buf_putc(out, *text->at++);
        }
        return digits > 0 && out->length > before;
    }
    return digits > 0;
}

struct value float_from_hex(struct vm *vm, const char *text, size_t length) {
    struct reader reader = {text, text + length};
    number_text_trim(&reader.at, &reader.end);
    double number;
    bool negative = take_sign(&reader);
    bool named = take_named(&reader, &number), fine = named;
    if (!named) {
        struct buf digits = {0};
        fine = take_hexadecimal(&reader, &digits);
        number = strtod(buf_text(&digits), NULL);
        buf_free(&digits);
    }
    if (!fine || reader.at != reader.end) {
        return raise_error(vm, EXCEPTION_ValueError, "invalid hexadecimal floating-point string");
    }
    if (isinf(number) && !named) {
        return raise_error(vm, EXCEPTION_OverflowError,
                           "hexadecimal value too large to represent as a float");
    }
    return value_float(negative ? -number : number);
}
