// The help: every key, from keys.def, over as many columns as the screen holds and as many pages as
// it then takes.
#include <string.h>

#include "view/pane.h"

#define KEY_WIDTH 7

static const struct {
    const char *shown, *english, *chinese;
} rows[] = {
#define KEY(action, key, shown, english, chinese) {shown, english, chinese},
#include "view/keys.def"
#undef KEY
};

#define ROW_COUNT (sizeof rows / sizeof *rows)

// Row [index] of those that are explained; the last is the mouse's. NULL: there are no more.
static const char *explained(const struct scene *scene, int index, const char **shown) {
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (rows[i].english[0] != '\0' && index-- == 0) {
            *shown = rows[i].shown;
            return scene->chinese ? rows[i].chinese : rows[i].english;
        }
    }
    *shown = word(scene, WORD_HELP_CLICK_KEY);
    return index == 0 ? word(scene, WORD_HELP_CLICK) : NULL;
}

static int widest(const struct scene *scene, const struct canvas *canvas, int *count) {
    const char *shown, *text;
    int width = 0;
    for (*count = 0; (text = explained(scene, *count, &shown)) != NULL; ++*count) {
        int taken = canvas_own_width(canvas, text);
        width = taken > width ? taken : width;
    }
    return KEY_WIDTH + width + 3;
}

bool overlay_draw(const struct scene *scene, struct canvas *canvas) {
    canvas_clear(canvas);
    struct area all = canvas_area(canvas);
    int count;
    int width = widest(scene, canvas, &count);
    int height = all.height - 3 > 0 ? all.height - 3 : 1;
    int columns = all.width / width > 0 ? all.width / width : 1;
    columns = columns > 2 ? 2 : columns;
    int each = (count + columns - 1) / columns; // rows of a column, evenly shared
    each = each < height ? each : height;
    int first = scene->view->page * each * columns;
    area_say(all, 1, 0, STYLE_BAR, word(scene, WORD_HELP_TITLE));
    area_paint(all, 0, 0, all.width, STYLE_BAR);
    for (int i = first; i < count && i < first + each * columns; i++) {
        const char *shown;
        const char *text = explained(scene, i, &shown);
        int column = (i - first) / each;
        struct area row = area_part(all, column * (all.width / columns), 1 + (i - first) % each,
                                    all.width / columns, 1);
        area_say(row, 1, 0, STYLE_BOLD, shown);
        struct buf own = {0};
        canvas_own(canvas, &own, text, strlen(text));
        area_put_cut(row, 1 + KEY_WIDTH, 0, row.width - 1 - KEY_WIDTH, STYLE_PLAIN, buf_text(&own),
                     own.length);
        buf_free(&own);
    }
    bool more = first + each * columns < count;
    area_say(all, 1, all.height - 1, STYLE_DIM,
             word(scene, more ? WORD_HELP_NEXT : WORD_HELP_CLOSE));
    return more;
}
