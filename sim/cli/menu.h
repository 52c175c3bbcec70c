// The menu of lessons.
#ifndef CLI_MENU_H
#define CLI_MENU_H

#include "cli/lessons.h"
#include "cli/options.h"
#include "view/term.h"

// Lets the reader choose a lesson on an open terminal, beginning at [*chosen]: true with its index
// there, false when the reader quits. [options]->chinese can be changed there.
bool menu_choose(struct term *term, struct options *options, const struct lessons *lessons,
                 size_t *chosen);

// Draws the menu; the lesson number [chosen] is chosen. For menu_choose and the tests.
void menu_draw(struct canvas *canvas, bool chinese, const struct lessons *lessons, size_t chosen);

#endif
