// The lesson's text for this moment.
#include "view/pane.h"
#include "view/prose.h"

void pane_draw_notes(const struct scene *scene, struct area area) {
    if (scene->piece != NULL) {
        int skip = scene->view->scroll[PANE_NOTES];
        struct prose prose = {.own = true, .skip = skip < 0 ? 0 : skip};
        prose_draw(area, &prose, scene->piece->text, scene->piece->length);
    }
}
