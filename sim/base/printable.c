#include "base/printable.h"

#include "base/utf8.h"

static void put_escape(struct buf *out, uint32_t rune) {
    if (rune == '\n' || rune == '\r' || rune == '\t') {
        buf_puts(out, rune == '\n' ? "\\n" : rune == '\r' ? "\\r" : "\\t");
    } else if (rune <= 0xFF) {
        buf_printf(out, "\\x%02x", (unsigned)rune);
    } else if (rune <= 0xFFFF) {
        buf_printf(out, "\\u%04x", (unsigned)rune);
    } else {
        buf_printf(out, "\\U%08x", (unsigned)rune);
    }
}

// repr spells out wide and narrow blanks; a terminal just draws them.
static bool is_blank(uint32_t rune) {
    return rune == 0x3000 || rune == 0xA0 || (rune >= 0x2000 && rune <= 0x200A);
}

static void put(struct buf *out, const char *text, size_t length, bool only_ascii) {
    for (size_t i = 0; i < length;) {
        uint32_t rune = (unsigned char)text[i];
        size_t bytes = rune < 0x80 ? 1 : utf8_decode(text + i, length - i, &rune);
        bool is_broken = rune == 0xFFFD && bytes == 1;
        if (is_broken) {
            put_escape(out, (unsigned char)text[i]);
        } else if ((rune >= 0x80 && only_ascii) || rune < 0x20 ||
                   (!utf8_is_printable(rune) && !is_blank(rune))) {
            put_escape(out, rune);
        } else {
            buf_put(out, text + i, bytes);
        }
        i += bytes;
    }
}

void printable_put(struct buf *out, const char *text, size_t length) {
    put(out, text, length, false);
}

void printable_put_ascii(struct buf *out, const char *text, size_t length) {
    put(out, text, length, true);
}
