// What a click means: it goes to what is clicked.
#ifndef VIEW_MOUSE_H
#define VIEW_MOUSE_H

#include "view/view.h"

// A click at column [x] of row [y] of the screen last drawn: it gives the pane there the focus and
// goes to the line, the task, or the moment of the timeline under it.
void mouse_click(struct view *view, int x, int y);

// The pane at (x, y), PANE_COUNT: none. A pane's title row is part of it.
enum view_pane mouse_pane(const struct view *view, int x, int y);

#endif
