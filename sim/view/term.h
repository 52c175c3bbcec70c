// The terminal: shows a canvas and gives keys. term_curses.c alone knows curses.
//
// The terminal is given back as it was by term_close, and also when the process ends in any other
// way that can be caught: exit, SIGINT (Ctrl-C), SIGTERM, SIGHUP, a crash; and while it is stopped
// (Ctrl-Z) until it goes on.
#ifndef VIEW_TERM_H
#define VIEW_TERM_H

#include <stdbool.h>

#include "base/diag.h"
#include "view/canvas.h"

struct term;

enum term_key {
    // Characters are themselves: 'q', ' ', '+'; what is not ASCII comes as TERM_OTHER.
    TERM_NONE = 0x100, // nothing came in time
    TERM_LEFT,
    TERM_RIGHT,
    TERM_UP,
    TERM_DOWN,
    TERM_PAGE_UP,
    TERM_PAGE_DOWN,
    TERM_HOME,
    TERM_END,
    TERM_TAB,
    TERM_ENTER,
    TERM_ESCAPE,
    TERM_BACKSPACE,
    TERM_RESIZE, // the size has changed: ask term_size again
    TERM_CLICK,  // of the mouse: [x], [y]
    TERM_WHEEL_UP,
    TERM_WHEEL_DOWN,
    TERM_QUIT, // the terminal is gone
    TERM_OTHER,
};

struct term_event {
    int key;  // a character or enum term_key
    int x, y; // of the mouse, from 0
};

// Takes the terminal over; NULL with a sentence in [diag] where there is none that can do it.
struct term *term_open(bool color, struct diag *diag);

// Gives it back; NULL is fine.
void term_close(struct term *term);

void term_size(struct term *term, int *width, int *height);

// Shows the canvas, which must have the terminal's size.
void term_draw(struct term *term, const struct canvas *canvas);

// Waits for a key, [milliseconds] at the most; negative: for ever.
struct term_event term_read(struct term *term, int milliseconds);

#endif
