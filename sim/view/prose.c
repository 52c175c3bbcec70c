#include "view/prose.h"

#include <string.h>

#include "base/utf8.h"

// A paragraph on its way to the area.
struct setter {
    struct area area;
    const struct prose *prose;
    int row;   // of the next line, counted without what is scrolled away
    bool code; // between backticks
};

// Marks that no row begins with, and those that no row ends with.
static bool is_one_of(uint32_t rune, const char *marks) {
    char text[5] = {0};
    return rune > ' ' && utf8_encode(rune, text) > 0 && strstr(marks, text) != NULL;
}

static bool is_closing(uint32_t rune) {
    return is_one_of(rune, "，。、：；？！）】》」”’…,.:;?!)]}");
}

static bool is_opening(uint32_t rune) {
    return is_one_of(rune, "（【《「“‘([{");
}

static int width_of(const struct prose *prose, uint32_t rune) {
    return prose->own && rune == '`' ? 0 : utf8_width(rune);
}

// The length in bytes of what fits [width] columns, broken at the last place where a row may end.
static size_t fitting(const struct prose *prose, const char *text, size_t length, int width) {
    size_t fits = 0, at = 0;
    int taken = 0;
    uint32_t before = ' ';
    bool wide_before = false;
    while (at < length) {
        uint32_t rune;
        size_t bytes = utf8_decode(text + at, length - at, &rune);
        int columns = width_of(prose, rune);
        bool between = columns == 2 || (wide_before && columns > 0);
        if (rune == ' ' || (between && !is_closing(rune) && !is_opening(before))) {
            fits = at;
        }
        if (taken + columns > width && rune != ' ') {
            return fits > 0 ? fits : at > 0 ? at : bytes;
        }
        taken += columns;
        wide_before = columns == 2 || (columns == 0 && wide_before);
        before = rune;
        at += bytes;
    }
    return length;
}

// Draws one row, changing its style at backticks.
static void set_row(struct setter *setter, const char *text, size_t length) {
    const struct prose *prose = setter->prose;
    int y = setter->row++ - prose->skip;
    int x = 0;
    while (length > 0) {
        const char *tick = prose->own ? memchr(text, '`', length) : NULL;
        size_t piece = tick == NULL ? length : (size_t)(tick - text);
        enum style style = setter->code ? STYLE_BOLD : prose->style;
        x += area_put_clean(setter->area, x, y, style, text, piece);
        if (tick != NULL) {
            setter->code = !setter->code;
            piece++;
        }
        text += piece;
        length -= piece;
    }
}

static void set_paragraph(struct setter *setter, const char *text, size_t length) {
    struct buf own = {0}, clean = {0};
    if (setter->prose->own) {
        canvas_own(setter->area.canvas, &own, text, length);
    } else {
        buf_put(&own, text, length);
    }
    canvas_clean(setter->area.canvas, &clean, buf_text(&own), own.length);
    const char *at = buf_text(&clean);
    size_t left = clean.length;
    setter->row += left == 0;
    while (left > 0) {
        size_t take = fitting(setter->prose, at, left, setter->area.width);
        set_row(setter, at, take);
        while (take < left && at[take] == ' ') {
            take++;
        }
        at += take;
        left -= take;
    }
    buf_free(&own);
    buf_free(&clean);
}

int prose_draw(struct area area, const struct prose *prose, const char *text, size_t length) {
    struct setter setter = {.area = area, .prose = prose};
    const char *end = text + length;
    while (text < end && area.width > 0) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        const char *stop = newline == NULL ? end : newline;
        set_paragraph(&setter, text, (size_t)(stop - text));
        text = newline == NULL ? end : newline + 1;
    }
    if (setter.row - prose->skip > area.height && area.height > 0) {
        area_glyph(area, area.width - 1, area.height - 1, STYLE_BOLD, GLYPH_ELLIPSIS, 1);
    }
    return setter.row;
}

int prose_rows(struct canvas *canvas, int width, const struct prose *prose, const char *text,
               size_t length) {
    struct area nowhere = {canvas, 0, 0, width, 0};
    return prose_draw(nowhere, prose, text, length);
}
