// What is true of every screen, whatever it shows.
#ifndef TESTS_VIEW_FLAWLESS_H
#define TESTS_VIEW_FLAWLESS_H

#include <string.h>

#include "base/utf8.h"
#include "support/test.h"
#include "view/canvas.h"

// A cell holds one printable character as wide as it says, with nothing that only adds to it first.
static inline bool flawless_cell(const struct canvas *canvas, const struct cell *cell) {
    size_t length = strlen(cell->text);
    uint32_t rune;
    if (length == 0 || length >= sizeof cell->text || cell->style >= STYLE_COUNT) {
        return false;
    }
    size_t first = utf8_decode(cell->text, length, &rune);
    if (utf8_width(rune) != cell->width || (rune == 0xFFFD && first == 1)) {
        return false;
    }
    for (size_t i = 0; i < length;) {
        i += utf8_decode(cell->text + i, length - i, &rune);
        bool blank = rune == 0x3000 || rune == 0xA0 || (rune >= 0x2000 && rune <= 0x200A);
        if ((!utf8_is_printable(rune) && !blank) || rune < ' ' || (canvas->ascii && rune > '~')) {
            return false;
        }
    }
    return true;
}

// Each row is full: single cells, or wide ones with their right halves.
static inline bool flawless_row(const struct canvas *canvas, int y) {
    const struct cell *row = canvas->cells + (size_t)y * (size_t)canvas->width;
    for (int x = 0; x < canvas->width; x++) {
        if (!flawless_cell(canvas, &row[x])) {
            return false;
        }
        if (row[x].width == 2) {
            if (x + 1 == canvas->width || row[x + 1].width != 0 || row[x + 1].text[0] != '\0') {
                return false;
            }
            x++;
        }
    }
    return true;
}

static inline bool flawless_is_blank(const struct canvas *canvas, int y) {
    for (int x = 0; x < canvas->width; x++) {
        if (strcmp(canvas->cells[(size_t)y * (size_t)canvas->width + (size_t)x].text, " ") != 0) {
            return false;
        }
    }
    return true;
}

static inline void assert_flawless(const struct canvas *canvas) {
    for (int y = 0; y < canvas->height; y++) {
        if (!flawless_row(canvas, y)) {
            struct buf text = {0};
            canvas_text(canvas, &text);
            fail_msg("row %d of %dx%d is flawed:\n%s", y, canvas->width, canvas->height,
                     buf_text(&text));
        }
    }
}

// Of a screen that is large enough: the bars are there.
static inline void assert_whole(const struct canvas *canvas) {
    assert_flawless(canvas);
    assert_false(flawless_is_blank(canvas, 0));
    assert_false(flawless_is_blank(canvas, canvas->height - 1));
}

static inline bool flawless_same(const struct canvas *a, const struct canvas *b) {
    return a->width == b->width && a->height == b->height &&
           memcmp(a->cells, b->cells, (size_t)a->width * (size_t)a->height * sizeof *a->cells) == 0;
}

#endif
