// The lesson's text for this moment.
#include <string.h>

#include "view/pane.h"

void pane_draw_notes(const struct scene *scene, struct area area) {
    const struct notes *notes = scene->view->options.notes;
    const struct notes_piece *piece = notes_at(notes, scene->view->replay, scene->view->position);
    if (piece == NULL) {
        return;
    }
    const char *at = piece->text, *end = at + piece->length;
    int row = -scene->view->scroll[PANE_NOTES];
    while (at < end && row < area.height) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline == NULL ? end : newline;
        if (stop > at && row >= 0) {
            struct area rest = area_part(area, 0, row, area.width, area.height - row);
            row += area_put_wrapped(rest, STYLE_PLAIN, at, (size_t)(stop - at));
        } else {
            row++;
        }
        at = newline == NULL ? end : newline + 1;
    }
}
