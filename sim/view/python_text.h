// A line of Python, with its keywords, texts, numbers and comments told apart.
#ifndef VIEW_PYTHON_TEXT_H
#define VIEW_PYTHON_TEXT_H

#include "view/canvas.h"

// Draws one line at the area's beginning and returns the columns it takes. A string that goes over
// several lines is told apart on its first line only. [plain]: all in one style.
int python_text_draw(struct area area, const char *text, size_t length, bool plain);

#endif
