// The canvas: a grid of character cells that panes draw into. It knows no terminal; term.h shows it
// and canvas_text gives it as plain text, so what tests see is what the screen shows.
//
// Everything drawn is clipped to the canvas. Text is made printable on the way (base/printable.h):
// nothing of a program's output can reach the terminal raw. A wide character takes two cells and is
// never cut in half: where only half of it fits, a space stands instead.
#ifndef VIEW_CANVAS_H
#define VIEW_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

// How a cell looks. Meaning is never in the colour alone: it can be lost without harm.
enum style {
    STYLE_PLAIN,
    STYLE_DIM,
    STYLE_BOLD,
    STYLE_TITLE,   // titles of panes
    STYLE_FOCUS,   // the title of the pane that has the focus
    STYLE_BAR,     // the bars at the top and the bottom
    STYLE_CURRENT, // the line about to run
    STYLE_MARK,    // where other tasks stand
    STYLE_RUNNING,
    STYLE_READY,
    STYLE_SLEEPING,
    STYLE_WAITING,
    STYLE_DONE,
    STYLE_CURSOR, // the column of the timeline at which the screen stands
    STYLE_ERROR,
    STYLE_CHANGED, // a variable that has just changed
    STYLE_KEYWORD, // Python source
    STYLE_STRING,
    STYLE_COMMENT,
    STYLE_NUMBER,
    STYLE_COUNT
};

struct cell {
    char text[12]; // one character with its combining marks, UTF-8; "" in a wide one's right half
    uint8_t width; // 1 or 2; 0: the right half of a wide character
    uint8_t style; // enum style
};

struct canvas {
    int width, height;
    bool ascii;         // only ASCII characters are drawn
    struct cell *cells; // width * height, row by row
};

// A piece of the canvas: panes draw with coordinates relative to theirs.
struct area {
    struct canvas *canvas;
    int x, y, width, height;
};

struct canvas *canvas_new(int width, int height, bool ascii);
void canvas_free(struct canvas *canvas); // NULL is fine
void canvas_clear(struct canvas *canvas);

// The whole canvas as an area, and a part of an area (clipped to it).
struct area canvas_area(struct canvas *canvas);
struct area area_part(struct area area, int x, int y, int width, int height);

// Draws [length] bytes of text on row [y] from column [x] on; returns the columns taken, or some
// number beyond the area's width if not all of it fits. A tab goes to the next multiple of 4
// columns counted from [x].
int area_put(struct area area, int x, int y, enum style style, const char *text, size_t length);

// The same for null-terminated text, and in the manner of printf.
int area_puts(struct area area, int x, int y, enum style style, const char *text);
int area_printf(struct area area, int x, int y, enum style style, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

// As area_put, but where the text is longer than [width] columns its end is an ellipsis.
int area_put_cut(struct area area, int x, int y, int width, enum style style, const char *text,
                 size_t length);

// Gives all cells of [count] columns from (x, y) on a style, keeping their text.
void area_paint(struct area area, int x, int y, int count, enum style style);

// Draws [count] times one of the special characters, each with an ASCII stand-in.
enum glyph {
#define GLYPH(name, unicode, ascii) GLYPH_##name,
#include "view/glyphs.def"
#undef GLYPH
    GLYPH_COUNT
};
void area_glyph(struct area area, int x, int y, enum style style, enum glyph glyph, int count);

// Appends text of our own (never a program's) as this canvas can show it: where only ASCII is
// drawn, arrows and quotation marks become words and plain marks.
void canvas_own(const struct canvas *canvas, struct buf *out, const char *text, size_t length);

// Appends text as the canvas draws it, printable. Nothing else is ever put into a cell.
void canvas_clean(const struct canvas *canvas, struct buf *out, const char *text, size_t length);

// As area_puts, of text of our own.
int area_say(struct area area, int x, int y, enum style style, const char *text);

// Returns the columns that text of our own takes.
int canvas_own_width(const struct canvas *canvas, const char *text);

// Draws text that canvas_clean has given, without tabs; returns the columns taken.
int area_put_clean(struct area area, int x, int y, enum style style, const char *text,
                   size_t length);

// Appends the canvas as lines of text, without trailing spaces.
void canvas_text(const struct canvas *canvas, struct buf *out);

#endif
