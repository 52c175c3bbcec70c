#include "cli/menu.h"

#include <stdio.h>
#include <string.h>

#include "view/prose.h"

#define FIRST_ROW  2 // of the list
#define LEAST_TEXT 4 // rows that the introduction gets at the least, where there are so many

static const char *const texts[][2] = {
    {"loopscope: what asyncio's event loop does, tick by tick",
     "loopscope：一轮一轮地看 asyncio 的事件循环"},
    {"↑ ↓ choose  Enter opens  L Chinese  q quit",
     "↑ ↓ 选择  Enter 打开  L 英文 (English)  q 退出"},
    {"This needs at least 40 columns and 10 rows.", "窗口至少需要 40 列 10 行。"},
};
enum { TITLE, HINTS, TOO_SMALL };

// How many lessons are listed at a time, and which comes first.
static size_t listed(const struct lessons *lessons, int height) {
    int rows = height - FIRST_ROW - 2 - LEAST_TEXT;
    size_t most = rows < 3 ? 3 : (size_t)rows;
    return lessons->count < most ? lessons->count : most;
}

static size_t first_listed(const struct lessons *lessons, int height, size_t chosen) {
    size_t rows = listed(lessons, height);
    size_t first = chosen >= rows / 2 ? chosen - rows / 2 : 0;
    return first + rows > lessons->count ? lessons->count - rows : first;
}

static void draw_lesson(struct area row, const struct lesson *lesson, bool chinese, bool here) {
    const struct notes *notes = &lesson->notes[chinese ? 1 : 0];
    struct buf title = {0};
    const char *text = notes->title == NULL ? lesson->name : notes->title;
    canvas_own(row.canvas, &title, text, strlen(text));
    area_glyph(row, 1, 0, STYLE_RUNNING, GLYPH_ARROW, here ? 1 : 0);
    area_put(row, 3, 0, here ? STYLE_BOLD : STYLE_DIM, lesson->name, 2);
    area_put_cut(row, 7, 0, row.width - 8, here ? STYLE_CURRENT : STYLE_PLAIN, buf_text(&title),
                 title.length);
    buf_free(&title);
}

void menu_draw(struct canvas *canvas, bool chinese, const struct lessons *lessons, size_t chosen) {
    struct area all = canvas_area(canvas);
    int tongue = chinese ? 1 : 0;
    canvas_clear(canvas);
    if (all.width < 40 || all.height < 10) {
        const char *text = texts[TOO_SMALL][tongue];
        prose_draw(all, &(struct prose){.own = true}, text, strlen(text));
        return;
    }
    area_say(all, 1, 0, STYLE_BAR, texts[TITLE][tongue]);
    area_paint(all, 0, 0, all.width, STYLE_BAR);
    size_t rows = listed(lessons, all.height);
    size_t first = first_listed(lessons, all.height, chosen);
    for (size_t i = 0; i < rows; i++) {
        struct area row = area_part(all, 0, FIRST_ROW + (int)i, all.width, 1);
        draw_lesson(row, &lessons->items[first + i], chinese, first + i == chosen);
    }
    // The introduction: what stands before the first moment.
    const struct notes_piece *piece = &lessons->items[chosen].notes[tongue].pieces.items[0];
    int top = FIRST_ROW + (int)rows + 1;
    int width = all.width < 86 ? all.width - 6 : 80;
    struct area low = area_part(all, 3, top, width, all.height - top - 1);
    prose_draw(low, &(struct prose){.own = true}, piece->text, piece->length);
    area_say(all, 1, all.height - 1, STYLE_DIM, texts[HINTS][tongue]);
}

static struct term_event ask(struct term *term, const struct options *options,
                             const struct lessons *lessons, size_t chosen, int *height) {
    int width;
    term_size(term, &width, height);
    struct canvas *canvas = canvas_new(width, *height, options->ascii);
    menu_draw(canvas, options->chinese && !options->ascii, lessons, chosen);
    term_draw(term, canvas);
    canvas_free(canvas);
    return term_read(term, -1);
}

// Moves the choice; true once it is made.
static bool obey(const struct lessons *lessons, struct term_event event, int height,
                 size_t *chosen) {
    size_t last = lessons->count - 1;
    size_t first = first_listed(lessons, height, *chosen);
    if (event.key == TERM_UP || event.key == 'k' || event.key == TERM_WHEEL_UP) {
        *chosen -= *chosen > 0;
    } else if (event.key == TERM_DOWN || event.key == 'j' || event.key == TERM_WHEEL_DOWN) {
        *chosen += *chosen < last;
    } else if (event.key == TERM_HOME || event.key == TERM_PAGE_UP) {
        *chosen = 0;
    } else if (event.key == TERM_END || event.key == TERM_PAGE_DOWN) {
        *chosen = last;
    } else if (event.key >= '1' && event.key <= '9' && (size_t)(event.key - '1') <= last) {
        *chosen = (size_t)(event.key - '1');
    } else if (event.key == TERM_CLICK && event.y >= FIRST_ROW &&
               (size_t)(event.y - FIRST_ROW) < listed(lessons, height)) {
        *chosen = first + (size_t)(event.y - FIRST_ROW);
        return true;
    }
    return event.key == TERM_ENTER || event.key == TERM_RIGHT || event.key == ' ';
}

bool menu_choose(struct term *term, struct options *options, const struct lessons *lessons,
                 size_t *chosen) {
    for (;;) {
        int height;
        struct term_event event = ask(term, options, lessons, *chosen, &height);
        if (event.key == 'q' || event.key == TERM_QUIT || event.key == TERM_ESCAPE) {
            return false;
        }
        if (event.key == 'L' && !options->ascii) {
            options->chinese = !options->chinese;
        }
        if (obey(lessons, event, height, chosen)) {
            return true;
        }
    }
}
