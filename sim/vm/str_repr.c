// The quoted form of a text, as repr gives it and as Python source would write it.
#include <string.h>

#include "base/utf8.h"
#include "vm/str.h"

// Single quotes, unless that would need escapes and double quotes would not.
static char pick_quote(const struct str *s) {
    bool has_single = memchr(s->text, '\'', s->length) != NULL;
    bool has_double = memchr(s->text, '"', s->length) != NULL;
    return has_single && !has_double ? '"' : '\'';
}

static void put_code(uint32_t rune, struct buf *out) {
    if (rune < 0x100) {
        buf_printf(out, "\\x%02x", (unsigned)rune);
    } else if (rune < 0x10000) {
        buf_printf(out, "\\u%04x", (unsigned)rune);
    } else {
        buf_printf(out, "\\U%08x", (unsigned)rune);
    }
}

// An ASCII character.
static void put_ascii(char c, char quote, struct buf *out) {
    static const char named[] = "\n\r\t", letters[] = "nrt";
    const char *found = c == '\0' ? NULL : strchr(named, c);
    if (found != NULL) {
        buf_putc(out, '\\');
        buf_putc(out, letters[found - named]);
    } else if (c == quote || c == '\\') {
        buf_putc(out, '\\');
        buf_putc(out, c);
    } else if (c < ' ' || c == 0x7F) {
        put_code((uint32_t)c, out);
    } else {
        buf_putc(out, c);
    }
}

void str_repr_to(const struct str *s, struct buf *out) {
    char quote = pick_quote(s);
    buf_putc(out, quote);
    for (size_t at = 0, bytes; at < s->length; at += bytes) {
        uint32_t rune;
        bytes = utf8_decode(s->text + at, s->length - at, &rune);
        if (rune < 0x80) {
            put_ascii(s->text[at], quote, out);
        } else if (!utf8_is_printable(rune)) {
            put_code(rune, out);
        } else {
            buf_put(out, s->text + at, bytes);
        }
    }
    buf_putc(out, quote);
}

void str_escape_to(const char *text, size_t length, struct buf *out) {
    for (size_t at = 0, bytes; at < length; at += bytes) {
        uint32_t rune;
        bytes = utf8_decode(text + at, length - at, &rune);
        if (rune < 0x80) {
            buf_putc(out, text[at]);
        } else {
            put_code(rune, out);
        }
    }
}
