#include "cli/menu.h"

#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "view/canvas.h"
#include "view/term.h"

static const char *const texts[][2] = {
    {" loopscope: what asyncio's event loop does, tick by tick",
     " loopscope：一轮一轮地看 asyncio 的事件循环"},
    {"↑↓ choose  Enter open  q quit", "↑↓ 选择  Enter 打开  q 退出"},
    {"(the introduction is missing)", "（没有简介）"},
};

static const char *say(const struct options *options, size_t which) {
    return texts[which][options->chinese ? 1 : 0];
}

// The introduction: what stands before the first moment.
static void draw_introduction(const struct options *options, const struct lesson *lesson,
                              struct area area) {
    const struct notes_piece *piece = &lesson->notes.pieces.items[0];
    const char *at = piece->text, *end = at + piece->length;
    if (at == end) {
        area_puts(area, 0, 0, STYLE_DIM, say(options, 2));
    }
    for (int row = 0; at < end && row < area.height;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline == NULL ? end : newline;
        struct area rest = area_part(area, 0, row, area.width, area.height - row);
        row += stop == at ? 1 : area_put_wrapped(rest, STYLE_PLAIN, at, (size_t)(stop - at));
        at = newline == NULL ? end : newline + 1;
    }
}

static void draw(const struct options *options, const struct lessons *lessons, size_t chosen,
                 struct canvas *canvas) {
    struct area all = canvas_area(canvas);
    area_puts(all, 0, 0, STYLE_BAR, say(options, 0));
    area_paint(all, 0, 0, all.width, STYLE_BAR);
    int rows = (int)lessons->count < all.height - 4 ? (int)lessons->count : all.height - 4;
    rows = rows < 1 ? 1 : rows;
    size_t first = chosen >= (size_t)rows ? chosen - (size_t)rows + 1 : 0;
    for (int i = 0; i < rows && first + (size_t)i < lessons->count; i++) {
        const struct lesson *lesson = &lessons->items[first + (size_t)i];
        bool here = first + (size_t)i == chosen;
        struct area row = area_part(all, 0, 2 + i, all.width, 1);
        area_glyph(row, 1, 0, STYLE_BOLD, GLYPH_ARROW, here ? 1 : 0);
        area_put(row, 3, 0, here ? STYLE_BOLD : STYLE_DIM, lesson->name, 2);
        const char *title = lesson->notes.title == NULL ? lesson->name : lesson->notes.title;
        area_put_cut(row, 7, 0, row.width - 7, here ? STYLE_CURRENT : STYLE_PLAIN, title,
                     strlen(title));
    }
    struct area low = area_part(all, 3, rows + 3, all.width - 6, all.height - rows - 4);
    draw_introduction(options, &lessons->items[chosen], low);
    area_puts(all, 0, all.height - 1, STYLE_DIM, say(options, 1));
}

static struct term_event ask(const struct options *options, const struct lessons *lessons,
                             size_t chosen, struct term *term) {
    int width, height;
    term_size(term, &width, &height);
    struct canvas *canvas = canvas_new(width, height, options->ascii);
    draw(options, lessons, chosen, canvas);
    term_draw(term, canvas);
    canvas_free(canvas);
    return term_read(term, -1);
}

// Moves the choice; true once it is made.
static bool obey(const struct lessons *lessons, struct term_event event, size_t *chosen) {
    size_t last = lessons->count - 1;
    if (event.key == TERM_UP || event.key == 'k' || event.key == TERM_WHEEL_UP) {
        *chosen -= *chosen > 0;
    } else if (event.key == TERM_DOWN || event.key == 'j' || event.key == TERM_WHEEL_DOWN) {
        *chosen += *chosen < last;
    } else if (event.key == TERM_HOME) {
        *chosen = 0;
    } else if (event.key == TERM_END) {
        *chosen = last;
    } else if (event.key == TERM_CLICK && event.y >= 2 && (size_t)event.y - 2 <= last) {
        *chosen = (size_t)event.y - 2;
        return true;
    }
    return event.key == TERM_ENTER || event.key == TERM_RIGHT || event.key == ' ';
}

bool menu_choose(const struct options *options, const struct lessons *lessons, size_t *chosen,
                 int *status) {
    struct diag diag = {0};
    struct term *term = term_open(!options->no_color, &diag);
    if (term == NULL) {
        *status = command_fail(&diag);
        return false;
    }
    struct term_event event;
    do {
        event = ask(options, lessons, *chosen, term);
    } while (!obey(lessons, event, chosen) && event.key != 'q' && event.key != TERM_QUIT &&
             event.key != TERM_ESCAPE);
    term_close(term);
    return event.key != 'q' && event.key != TERM_QUIT && event.key != TERM_ESCAPE;
}
