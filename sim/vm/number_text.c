#include "vm/number_text.h"

#include "base/utf8.h"

void number_text_put(const struct str *s, struct buf *out) {
    if (str_is_ascii(s)) {
        buf_put(out, s->text, s->length);
        return;
    }
    for (size_t at = 0; at < s->length;) {
        uint32_t rune;
        at += utf8_decode(s->text + at, s->length - at, &rune);
        int digit = utf8_digit_value(rune);
        buf_putc(out, rune < 0x80           ? (char)rune
                      : digit >= 0          ? (char)('0' + digit)
                      : utf8_is_space(rune) ? ' '
                                            : '?');
    }
}

static bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
}

void number_text_trim(const char **start, const char **end) {
    while (*start < *end && is_blank(**start)) {
        ++*start;
    }
    while (*start < *end && is_blank((*end)[-1])) {
        --*end;
    }
}
