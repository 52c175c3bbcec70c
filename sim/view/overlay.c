// The help: every key, from keys.def.
#include "view/pane.h"

static const struct {
    const char *shown, *english, *chinese;
} rows[] = {
#define KEY(action, key, shown, english, chinese) {shown, english, chinese},
#include "view/keys.def"
#undef KEY
};

void overlay_draw(const struct scene *scene, struct canvas *canvas) {
    canvas_clear(canvas);
    struct area all = canvas_area(canvas);
    int count = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        count += rows[i].english[0] != '\0';
    }
    // Two columns where one is too long.
    int height = all.height - 2;
    int columns = count > height && all.width >= 80 ? 2 : 1;
    int per_column = (count + columns - 1) / columns;
    int width = all.width / columns;
    int number = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].english[0] == '\0') {
            continue;
        }
        struct area row =
            area_part(all, number / per_column * width, number % per_column, width, 1);
        area_puts(row, 1, 0, STYLE_BOLD, rows[i].shown);
        area_puts(row, 8, 0, STYLE_PLAIN, scene->chinese ? rows[i].chinese : rows[i].english);
        number++;
    }
    area_puts(all, 1, all.height - 1, STYLE_DIM, word(scene, WORD_ANY_KEY));
}
