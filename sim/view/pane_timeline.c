// The timeline: a lane for each task, over the whole run as far as it is known, with the position
// as an upright line. Letters say what a task was doing: R running, r ready, s sleeping, w waiting,
// d done.
#include "view/pane.h"

#define CELLS_MOST 512
#define NAME_WIDTH 12

struct span {
    int columns;
    uint64_t edges[CELLS_MOST + 1];
};

// One column stands for an equal number of events, at least one.
static void make_span(const struct scene *scene, struct area area, struct span *span) {
    uint64_t all = log_count(scene->log);
    span->columns = area.width - NAME_WIDTH - 1;
    span->columns = span->columns > CELLS_MOST ? CELLS_MOST : span->columns;
    span->columns = span->columns < 1 ? 1 : span->columns;
    uint64_t columns = (uint64_t)span->columns;
    for (uint64_t i = 0; i <= columns; i++) {
        // In two parts, so that nothing overflows.
        span->edges[i] = all / columns * i + all % columns * i / columns;
    }
}

static char letter_of(state_lane_cell cell) {
    static const enum state_life order[] = {LIFE_RUNNING,  LIFE_READY, LIFE_WAITING,
                                            LIFE_SLEEPING, LIFE_DONE,  LIFE_PENDING};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if ((cell & 1u << order[i]) != 0) {
            return life_letter(order[i]);
        }
    }
    return ' ';
}

static enum style style_of(char letter) {
    for (int life = 0; life < LIFE_COUNT; life++) {
        if (life_letter((enum state_life)life) == letter) {
            return life_style((enum state_life)life);
        }
    }
    return STYLE_DIM;
}

static void draw_lane(const struct scene *scene, struct area row, const struct span *span,
                      uint32_t task) {
    struct buf name = {0};
    scene_put_task(scene, &name, task);
    bool running = scene->state->task == task;
    area_put_cut(row, 0, 0, NAME_WIDTH, running ? STYLE_RUNNING : STYLE_PLAIN, buf_text(&name),
                 name.length);
    buf_free(&name);
    state_lane_cell cells[CELLS_MOST];
    state_lane(scene->state, task, span->edges, (size_t)span->columns, cells);
    for (int i = 0; i < span->columns; i++) {
        char letter = letter_of(cells[i]);
        area_put(row, NAME_WIDTH + 1 + i, 0, style_of(letter), letter == 'd' ? "." : &letter, 1);
    }
}

static int cursor_column(const struct scene *scene, const struct span *span) {
    int column = 0;
    while (column + 1 < span->columns && span->edges[column + 1] < scene->state->position) {
        column++;
    }
    return column;
}

static size_t first_lane(const struct scene *scene, int rows) {
    size_t all = scene->state->counts[STATE_TASKS];
    long most = (long)all - rows;
    long skip = scene->view->scroll[PANE_TIMELINE];
    // The task that has control is always among those shown.
    uint32_t task = scene->state->task;
    for (size_t i = 0; skip == 0 && task != 0 && i < all && i < 4096; i++) {
        uint32_t id;
        if (state_list(scene->state, STATE_TASKS, i, &id, 1) == 1 && id == task) {
            skip = (long)i >= rows ? (long)i - rows + 1 : 0;
            break;
        }
    }
    skip = skip > most ? most : skip;
    return skip < 0 ? 0 : (size_t)skip;
}

// The times at the left end, at the position and at the right end.
static void draw_scale(const struct scene *scene, struct area row, const struct span *span,
                       int cursor) {
    struct buf text = {0};
    scene_put_seconds(&text, scene->state->time);
    buf_putc(&text, 's');
    int width = (int)text.length;
    int at = NAME_WIDTH + 1 + cursor - width / 2;
    at = at + width > row.width ? row.width - width : at;
    at = at < NAME_WIDTH + 1 ? NAME_WIDTH + 1 : at;
    area_glyph(row, NAME_WIDTH + 1, 0, STYLE_DIM, GLYPH_HORIZONTAL, span->columns);
    area_puts(row, at, 0, STYLE_BOLD, buf_text(&text));
    buf_free(&text);
}

void pane_draw_timeline(const struct scene *scene, struct area area) {
    struct span span;
    if (area.height < 1) {
        return;
    }
    make_span(scene, area, &span);
    int cursor = cursor_column(scene, &span);
    int rows = area.height - 1;
    uint32_t tasks[64];
    size_t most = (size_t)(rows < 64 ? rows : 64);
    size_t count =
        state_list(scene->state, STATE_TASKS, first_lane(scene, rows), tasks, rows > 0 ? most : 0);
    if (count == 0) {
        area_puts(area, 0, 0, STYLE_DIM, word(scene, WORD_NO_TASKS));
    }
    for (size_t i = 0; i < count; i++) {
        struct area row = area_part(area, 0, (int)i, area.width, 1);
        draw_lane(scene, row, &span, tasks[i]);
        area_glyph(row, NAME_WIDTH + 1 + cursor, 0, STYLE_BOLD, GLYPH_CURSOR, 1);
    }
    draw_scale(scene, area_part(area, 0, area.height - 1, area.width, 1), &span, cursor);
}

uint64_t pane_timeline_position(const struct scene *scene, struct area area, int x) {
    struct span span;
    make_span(scene, area, &span);
    int column = x - NAME_WIDTH - 1;
    column = column < 0 ? 0 : column >= span.columns ? span.columns - 1 : column;
    return span.edges[column + 1];
}

uint32_t pane_timeline_task(const struct scene *scene, struct area area, int y) {
    uint32_t task = 0;
    int rows = area.height - 1;
    if (y < rows) {
        state_list(scene->state, STATE_TASKS, first_lane(scene, rows) + (size_t)y, &task, 1);
    }
    return task;
}
