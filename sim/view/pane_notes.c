// The lesson's text for this moment.
#include "view/pane.h"
#include "view/prose.h"

void pane_draw_notes(const struct scene *scene, struct area area) {
    if (scene->piece != NULL) {
        struct prose prose = {.own = true};
        int rows =
            prose_rows(area.canvas, area.width, &prose, scene->piece->text, scene->piece->length);
        int most = rows > area.height ? rows - area.height : 0;
        int skip = scene->scroll[PANE_NOTES];
        prose.skip = skip < 0 ? 0 : skip > most ? most : skip;
        scene->scroll[PANE_NOTES] = prose.skip;
        prose_draw(area, &prose, scene->piece->text, scene->piece->length);
    }
}
