// Prose: text broken into rows, between words, or between characters in Chinese.
//
//     int rows = prose_rows(canvas, width, &prose, text, length);   // how many it takes
//     prose_draw(area, &prose, text, length);
//
// Line feeds begin new rows. No row begins with a closing mark or ends with an opening one. Where
// not all rows fit, the last that does ends with an ellipsis.
#ifndef VIEW_PROSE_H
#define VIEW_PROSE_H

#include "view/canvas.h"

struct prose {
    enum style style;
    bool own; // text of our own: `code` stands in bold, without its backticks; see canvas_own
    int skip; // rows that were scrolled away at the top
};

// Returns how many rows of [width] columns the text takes, those of [skip] included.
int prose_rows(struct canvas *canvas, int width, const struct prose *prose, const char *text,
               size_t length);

// Draws it into the area; returns what prose_rows gives.
int prose_draw(struct area area, const struct prose *prose, const char *text, size_t length);

#endif
