#include "view/canvas.h"

#include <stdarg.h>
#include <string.h>

#include "base/mem.h"
#include "base/printable.h"
#include "base/utf8.h"

#define TAB_WIDTH 4

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

// Draws text that is printable already, without tabs.
static int put_clean(struct area area, int x, int y, enum style style, const char *text,
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

static void make_printable(struct area area, struct buf *out, const char *text, size_t length) {
    (area.canvas->ascii ? printable_put_ascii : printable_put)(out, text, length);
}

int area_put(struct area area, int x, int y, enum style style, const char *text, size_t length) {
    int at = x;
    const char *end = text + length;
    while (text < end) {
        const char *tab = memchr(text, '\t', (size_t)(end - text));
        const char *stop = tab == NULL ? end : tab;
        struct buf clean = {0};
        make_printable(area, &clean, text, (size_t)(stop - text));
        at += put_clean(area, at, y, style, buf_text(&clean), clean.length);
        buf_free(&clean);
        text = stop;
        if (tab != NULL) {
            do {
                set_cell(area, at++, y, style, " ", 1, 1);
            } while ((at - x) % TAB_WIDTH != 0);
            text++;
        }
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

// The length in bytes of what fits [width] columns, broken at the last place where a line may end.
static size_t fitting(const char *text, size_t length, int width) {
    size_t fits = 0, at = 0;
    int taken = 0;
    bool wide_before = false;
    while (at < length) {
        uint32_t rune;
        size_t bytes = utf8_decode(text + at, length - at, &rune);
        int columns = utf8_width(rune);
        bool may_break = rune == ' ' || (columns == 2 && at > 0) || wide_before;
        if (may_break) {
            fits = at;
        }
        if (taken + columns > width && rune != ' ') {
            return fits > 0 ? fits : at > 0 ? at : bytes;
        }
        taken += columns;
        wide_before = columns == 2;
        at += bytes;
    }
    return length;
}

int area_put_wrapped(struct area area, enum style style, const char *text, size_t length) {
    struct buf clean = {0};
    make_printable(area, &clean, text, length);
    const char *at = buf_text(&clean);
    size_t left = clean.length;
    int row = 0;
    while (left > 0 && area.width > 0) {
        size_t take = fitting(at, left, area.width);
        put_clean(area, 0, row++, style, at, take);
        while (take < left && at[take] == ' ') {
            take++;
        }
        at += take;
        left -= take;
    }
    buf_free(&clean);
    return row;
}

void area_paint(struct area area, int x, int y, int count, enum style style) {
    for (int i = 0; i < count; i++) {
        struct cell *cell = cell_at(area, x + i, y);
        if (cell != NULL) {
            cell->style = (uint8_t)style;
        }
    }
}

const char *canvas_glyph(const struct canvas *canvas, enum glyph glyph) {
    return glyph_texts[glyph][canvas->ascii ? 1 : 0];
}

void area_glyph(struct area area, int x, int y, enum style style, enum glyph glyph, int count) {
    const char *text = canvas_glyph(area.canvas, glyph);
    for (int i = 0; i < count; i++) {
        set_cell(area, x + i, y, style, text, strlen(text), 1);
    }
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
