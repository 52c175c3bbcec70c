// The timeline: a lane for each task, up to the position, which is the marked column. Letters say
// what a task was doing: R running, r ready, s sleeping, w waiting, . done. Below stand the times.
//
// A column stands for an equal number of events. Of a run that has ended all of it is shown; of one
// that goes on, a stretch that grows by doubling, so that the lanes do not shrink at every step.
// It can be halved around the position (view->closer).
#include "view/pane.h"

#define COLUMNS_MOST 512
#define NAME_WIDTH   12
#define LANES        (NAME_WIDTH + 1) // column where the lanes begin
#define ROWS_MOST    64

struct span {
    int columns; // stretches
    int each;    // cells on the screen for one stretch
    uint64_t edges[COLUMNS_MOST + 1];
};

// How many events the whole timeline stands for.
static uint64_t whole(const struct scene *scene, uint64_t columns) {
    if (log_is_ended(scene->log)) {
        return log_count(scene->log);
    }
    uint64_t all = columns;
    while (all < scene->state->position + columns / 4) {
        all *= 2;
    }
    return all;
}

static void make_span(const struct scene *scene, struct area area, struct span *span) {
    int cells = area.width - LANES;
    cells = cells > COLUMNS_MOST ? COLUMNS_MOST : cells < 1 ? 1 : cells;
    uint64_t all = whole(scene, (uint64_t)cells), part = all, first = 0;
    for (int i = 0; i < scene->view->closer && part / 2 >= (uint64_t)cells; i++) {
        part /= 2;
    }
    if (part < all) {
        // It moves by half of itself, so that it stands still from step to step.
        uint64_t half = part / 2, at = scene->state->position / half * half;
        first = at > half / 2 ? at - half / 2 : 0;
        first = first + part > all ? all - part : first;
    }
    span->each = part > 0 && part < (uint64_t)cells ? cells / (int)part : 1;
    span->columns = part > 0 && part < (uint64_t)cells ? (int)part : cells;
    uint64_t columns = (uint64_t)span->columns;
    for (uint64_t i = 0; i <= columns; i++) {
        // In two parts, so that nothing overflows.
        span->edges[i] = first + part / columns * i + part % columns * i / columns;
    }
}

// The column in which the last event applied lies.
static int cursor_column(const struct scene *scene, const struct span *span) {
    int column = 0;
    while (column + 1 < span->columns && span->edges[column + 1] < scene->state->position) {
        column++;
    }
    return column;
}

// Of all that a task was in a stretch, the most telling.
static enum state_life life_of(state_lane_cell cell) {
    static const enum state_life order[] = {LIFE_RUNNING, LIFE_READY, LIFE_WAITING, LIFE_SLEEPING,
                                            LIFE_DONE};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if ((cell & 1u << order[i]) != 0) {
            return order[i];
        }
    }
    return LIFE_PENDING;
}

static void draw_lane(const struct scene *scene, struct area row, const struct span *span,
                      uint32_t task) {
    struct buf name = {0};
    scene_put_task(scene, &name, task);
    enum style style = scene->state->task == task ? STYLE_RUNNING : STYLE_PLAIN;
    area_put_cut(row, 0, 0, NAME_WIDTH, style, buf_text(&name), name.length);
    buf_free(&name);
    state_lane_cell cells[COLUMNS_MOST];
    state_lane(scene->state, task, span->edges, (size_t)span->columns, cells);
    for (int i = 0; i < span->columns; i++) {
        enum state_life life = life_of(cells[i]);
        char letter = life == LIFE_DONE ? '.' : life_letter(life);
        for (int j = 0; j < span->each; j++) {
            area_put(row, LANES + i * span->each + j, 0, life_style(life), &letter, 1);
        }
    }
}

// Which lane comes first, so that the task that has control or had it last is among those shown.
static size_t first_lane(const struct scene *scene, int rows) {
    size_t all = scene->state->counts[STATE_TASKS], low = 0, high = all;
    while (low < high) { // ids ascend in the order of creation
        size_t middle = low + (high - low) / 2;
        uint32_t id;
        state_list(scene->state, STATE_TASKS, middle, &id, 1);
        if (id < scene->task) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    long most = (long)all - rows;
    long skip = (long)low >= rows ? (long)low - rows + 1 : 0;
    long moved = skip + scene->scroll[PANE_TIMELINE];
    moved = moved > most ? most : moved;
    moved = moved < 0 ? 0 : moved;
    scene->scroll[PANE_TIMELINE] = (int)(moved - skip);
    return (size_t)moved;
}

// Seconds without needless zeros: 0, 1.5
static void put_short_seconds(struct buf *out, int64_t time) {
    scene_put_seconds(out, time);
    while (out->data[out->length - 1] == '0') {
        out->data[--out->length] = '\0';
    }
    if (out->data[out->length - 1] == '.') {
        out->data[--out->length] = '\0';
    }
    buf_putc(out, 's');
}

// A time stands under the first column in which the clock shows it, where there is room.
static void draw_scale(const struct scene *scene, struct area row, const struct span *span,
                       int cursor) {
    int64_t before = -1;
    int free_from = 0;
    for (int i = 0; i <= cursor; i++) {
        uint64_t last = span->edges[i + 1];
        last = last < scene->state->position ? last : scene->state->position;
        int64_t time = state_time_at(scene->state, last);
        int x = LANES + i * span->each;
        if (time == before || x < free_from) {
            continue;
        }
        struct buf text = {0};
        put_short_seconds(&text, time);
        if (x + (int)text.length <= row.width) {
            free_from = x + 1 + area_puts(row, x, 0, STYLE_DIM, buf_text(&text));
        }
        buf_free(&text);
        before = time;
    }
}

// What the letters mean.
static void draw_legend(const struct scene *scene, struct area row) {
    static const enum state_life shown[] = {LIFE_RUNNING, LIFE_READY, LIFE_SLEEPING, LIFE_WAITING};
    int x = 0;
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        x += area_printf(row, x, 0, life_style(shown[i]), "%c", life_letter(shown[i]));
        x += area_printf(row, x, 0, STYLE_DIM, " %s   ", word(scene, life_word(shown[i])));
    }
    area_printf(row, x, 0, STYLE_DIM, ". %s", word(scene, WORD_DONE));
}

void pane_draw_timeline(const struct scene *scene, struct area area) {
    struct span span;
    uint32_t tasks[ROWS_MOST];
    if (area.height < 1) {
        return;
    }
    make_span(scene, area, &span);
    int cursor = cursor_column(scene, &span);
    int rows = area.height - 1 < ROWS_MOST ? area.height - 1 : ROWS_MOST;
    size_t first = first_lane(scene, rows);
    size_t count = state_list(scene->state, STATE_TASKS, first, tasks, (size_t)rows);
    if (count == 0) {
        area_puts(area, 0, 0, STYLE_DIM, word(scene, WORD_NO_TASKS));
        return;
    }
    for (size_t i = 0; i < count; i++) {
        struct area row = area_part(area, 0, (int)i, area.width, 1);
        draw_lane(scene, row, &span, tasks[i]);
        area_paint(row, LANES + cursor * span.each, 0, span.each, STYLE_CURSOR);
    }
    struct area title = {area.canvas, area.x, area.y - 1, area.width, 1};
    area_glyph(title, LANES + cursor * span.each, 0, STYLE_BOLD, GLYPH_CURSOR, 1);
    draw_scale(scene, area_part(area, 0, (int)count, area.width, 1), &span, cursor);
    size_t left = scene->state->counts[STATE_TASKS] - first - count;
    if (left > 0) {
        area_printf(area, 0, area.height - 1, STYLE_DIM, "+%zu %s", left, word(scene, WORD_MORE));
    } else if ((int)count + 1 < area.height) {
        draw_legend(scene, area_part(area, LANES, area.height - 1, area.width - LANES, 1));
    }
}

uint64_t pane_timeline_position(const struct scene *scene, struct area area, int x) {
    struct span span;
    make_span(scene, area, &span);
    int column = (x - LANES) / span.each;
    column = column < 0 ? 0 : column >= span.columns ? span.columns - 1 : column;
    return span.edges[column + 1];
}

bool pane_timeline_is_name(int x) {
    return x < LANES;
}

uint32_t pane_timeline_task(const struct scene *scene, struct area area, int y) {
    uint32_t task = 0;
    int rows = area.height - 1 < ROWS_MOST ? area.height - 1 : ROWS_MOST;
    if (y >= 0 && y < rows) {
        state_list(scene->state, STATE_TASKS, first_lane(scene, rows) + (size_t)y, &task, 1);
    }
    return task;
}
