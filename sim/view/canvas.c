#include "view/canvas.h"

#include <stdarg.h>
#include <string.h>

#include "base/mem.h"
#include "base/printable.h"
#include "base/utf8.h"

#define TAB_WIDTH  4
#define PIECE_MOST 256 // bytes that are made printable at a time

static const char *const glyph_texts[GLYPH_COUNT][2] = {
#define GLYPH(name, unicode, ascii) {unicode, ascii},
#include "view/glyphs.def"
#undef GLYPH
};

struct canvas *canvas_new(int width, int height, bool ascii) {
    struct canvas *canvas = mem_zalloc(1, sizeof *canvas);
    canvas->width = width;
    canvas->height = height;
    canvas->ascii = ascii;
    canvas->cells = mem_zalloc((size_t)width * (size_t)height, sizeof *canvas->cells);
    canvas_clear(canvas);
    return canvas;
}

void canvas_free(struct canvas *canvas) {
    if (canvas != NULL) {
        mem_free(canvas->cells);
        mem_free(canvas);
    }
}

void canvas_clear(struct canvas *canvas) {
    size_t count = (size_t)canvas->width * (size_t)canvas->height;
    for (size_t i = 0; i < count; i++) {
        canvas->cells[i] = (struct cell){.text = " ", .width = 1};
    }
}

struct area canvas_area(struct canvas *canvas) {
    return (struct area){canvas, 0, 0, canvas->width, canvas->height};
}

static int least(int a, int b) {
    return a < b ? a : b;
}

struct area area_part(struct area area, int x, int y, int width, int height) {
    x = least(x < 0 ? 0 : x, area.width);
    y = least(y < 0 ? 0 : y, area.height);
    return (struct area){area.canvas, area.x + x, area.y + y,
                         least(width < 0 ? 0 : width, area.width - x),
                         least(height < 0 ? 0 : height, area.height - y)};
}

static struct cell *cell_at(struct area area, int x, int y) {
    if (x < 0 || y < 0 || x >= area.width || y >= area.height) {
        return NULL;
    }
    return &area.canvas
                ->cells[(size_t)(area.y + y) * (size_t)area.canvas->width + (size_t)(area.x + x)];
}

// What is drawn over half of a wide character leaves a space in its other half.
static void clear_halves(struct area area, int x, int y) {
    struct area whole = canvas_area(area.canvas);
    struct cell *cell = cell_at(area, x, y);
    int column = area.x + x, row = area.y + y;
    if (cell->width == 0) {
        *cell_at(whole, column - 1, row) = (struct cell){.text = " ", .width = 1};
    } else if (cell->width == 2) {
        *cell_at(whole, column + 1, row) = (struct cell){.text = " ", .width = 1};
    }
}

static void set_cell(struct area area, int x, int y, enum style style, const char *text,
                     size_t length, int width) {
    struct cell *cell = cell_at(area, x, y);
    if (cell == NULL) {
        return;
    }
    clear_halves(area, x, y);
    *cell = (struct cell){.width = 1, .style = (uint8_t)style};
    struct cell *right = width == 2 ? cell_at(area, x + 1, y) : NULL;
    if (width == 2 && right == NULL) {
        cell->text[0] = ' '; // only half of it fits
        return;
    }
    if (right != NULL) {
        clear_halves(area, x + 1, y);
        *right = (struct cell){.width = 0, .style = (uint8_t)style};
        cell->width = 2;
    }
    memcpy(cell->text, text, length < sizeof cell->text ? length : 0);
}

// Adds a combining mark to the character before (x, y), if there is room.
static void add_mark(struct area area, int x, int y, const char *text, size_t length) {
    struct cell *cell = cell_at(area, x - 1, y);
    if (cell != NULL && cell->width == 0) {
        cell = cell_at(area, x - 2, y);
    }
    if (cell == NULL) {
        return;
    }
    size_t used = strlen(cell->text);
    if (used + length < sizeof cell->text) {
        memcpy(cell->text + used, text, length);
    }
}

int area_put_clean(struct area area, int x, int y, enum style style, const char *text,
                   size_t length) {
    int at = x;
    for (size_t i = 0; i < length;) {
        uint32_t rune;
        size_t bytes = utf8_decode(text + i, length - i, &rune);
        int width = utf8_width(rune);
        if (width == 0) {
            add_mark(area, at, y, text + i, bytes);
        } else {
            set_cell(area, at, y, style, text + i, bytes, width);
        }
        at += width;
        i += bytes;
    }
    return at - x;
}

void canvas_clean(const struct canvas *canvas, struct buf *out, const char *text, size_t length) {
    (canvas->ascii ? printable_put_ascii : printable_put)(out, text, length);
}

// The length of a piece without tabs that is no longer than PIECE_MOST and cuts no character. A
// program may print a line of any length; only what fits is looked at.
static size_t piece_length(const char *text, size_t length) {
    size_t most = length < PIECE_MOST ? length : PIECE_MOST;
    const char *tab = memchr(text, '\t', most);
    size_t piece = tab == NULL ? most : (size_t)(tab - text);
    size_t whole = piece;
    if (piece == length) {
        return piece;
    }
    while (whole > 0 && whole + 4 > piece && (text[whole] & 0xC0) == 0x80) {
        whole--;
    }
    return whole > 0 && (text[whole] & 0xC0) != 0x80 ? whole : piece;
}

static int put_tab(struct area area, int x, int y, int from, enum style style) {
    int at = x;
    do {
        set_cell(area, at++, y, style, " ", 1, 1);
    } while ((at - from) % TAB_WIDTH != 0);
    return at;
}

int area_put(struct area area, int x, int y, enum style style, const char *text, size_t length) {
    int at = x;
    while (length > 0 && at <= area.width) {
        size_t piece = piece_length(text, length);
        if (piece == 0) {
            at = put_tab(area, at, y, x, style);
            piece = 1;
        } else {
            struct buf clean = {0};
            canvas_clean(area.canvas, &clean, text, piece);
            at += area_put_clean(area, at, y, style, buf_text(&clean), clean.length);
            buf_free(&clean);
        }
        text += piece;
        length -= piece;
    }
    return at - x;
}

int area_puts(struct area area, int x, int y, enum style style, const char *text) {
    return area_put(area, x, y, style, text, strlen(text));
}

int area_printf(struct area area, int x, int y, enum style style, const char *format, ...) {
    struct buf text = {0};
    va_list arguments;
    va_start(arguments, format);
    buf_vprintf(&text, format, arguments);
    va_end(arguments);
    int width = area_put(area, x, y, style, buf_text(&text), text.length);
    buf_free(&text);
    return width;
}

int area_put_cut(struct area area, int x, int y, int width, enum style style, const char *text,
                 size_t length) {
    struct area part = area_part(area, x, y, width, 1);
    int taken = area_put(part, 0, 0, style, text, length);
    if (taken <= part.width) {
        return taken;
    }
    if (part.width > 0) {
        area_glyph(part, part.width - 1, 0, style, GLYPH_ELLIPSIS, 1);
    }
    return part.width;
}

void area_paint(struct area area, int x, int y, int count, enum style style) {
    for (int i = 0; i < count; i++) {
        struct cell *cell = cell_at(area, x + i, y);
        if (cell != NULL) {
            cell->style = (uint8_t)style;
        }
    }
}

void area_glyph(struct area area, int x, int y, enum style style, enum glyph glyph, int count) {
    const char *text = glyph_texts[glyph][area.canvas->ascii ? 1 : 0];
    for (int i = 0; i < count; i++) {
        set_cell(area, x + i, y, style, text, strlen(text), 1);
    }
}

void canvas_own(const struct canvas *canvas, struct buf *out, const char *text, size_t length) {
    static const struct {
        const char *unicode, *ascii;
    } marks[] = {
#define MARK(unicode, ascii) {unicode, ascii},
#include "view/marks.def"
#undef MARK
    };
    for (size_t i = 0; i < length;) {
        size_t bytes = 1;
        const char *piece = text + i;
        size_t put = 1;
        for (size_t m = 0; canvas->ascii && m < sizeof marks / sizeof *marks; m++) {
            size_t size = strlen(marks[m].unicode);
            if (length - i >= size && memcmp(text + i, marks[m].unicode, size) == 0) {
                bytes = size;
                piece = marks[m].ascii;
                put = strlen(piece);
            }
        }
        buf_put(out, piece, put);
        i += bytes;
    }
}

int area_say(struct area area, int x, int y, enum style style, const char *text) {
    struct buf own = {0};
    canvas_own(area.canvas, &own, text, strlen(text));
    int taken = area_put(area, x, y, style, buf_text(&own), own.length);
    buf_free(&own);
    return taken;
}

int canvas_own_width(const struct canvas *canvas, const char *text) {
    struct buf own = {0};
    canvas_own(canvas, &own, text, strlen(text));
    int width = (int)utf8_text_width(buf_text(&own), own.length);
    buf_free(&own);
    return width;
}

void canvas_text(const struct canvas *canvas, struct buf *out) {
    for (int y = 0; y < canvas->height; y++) {
        size_t start = out->length;
        for (int x = 0; x < canvas->width; x++) {
            buf_puts(out, canvas->cells[(size_t)y * (size_t)canvas->width + (size_t)x].text);
        }
        while (out->length > start && out->data[out->length - 1] == ' ') {
            out->data[--out->length] = '\0';
        }
        buf_putc(out, '\n');
    }
}
