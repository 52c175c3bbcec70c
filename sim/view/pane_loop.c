// The loop: who runs, who is ready in order, who sleeps until when, who waits for what, who is
// done.
#include <string.h>

#include "view/pane.h"

#define LIST_MOST 32 // entries of one list that are asked for

// The rows of the pane are made first and drawn then, so that a click finds its task.
struct row {
    enum style style;
    uint32_t task; // whose; 0: none
    struct buf text;
    int64_t when; // a sleep's end, for its bar; 0: none
};

struct rows {
    struct row items[5 * (LIST_MOST + 2)];
    size_t count;
};

static struct row *add(struct rows *rows, enum style style, uint32_t task) {
    struct row *row = &rows->items[rows->count++];
    *row = (struct row){.style = style, .task = task};
    return row;
}

static void add_heading(const struct scene *scene, struct rows *rows, enum word name, char letter,
                        size_t count) {
    struct row *row = add(rows, STYLE_BOLD, 0);
    buf_printf(&row->text, "%c %s", letter, word(scene, name));
    if (count > 0) {
        buf_printf(&row->text, " %zu", count);
    }
}

static void add_more(const struct scene *scene, struct rows *rows, size_t shown, size_t all) {
    if (shown < all) {
        buf_printf(&add(rows, STYLE_DIM, 0)->text, "    … %zu %s", all - shown,
                   word(scene, WORD_MORE));
    }
}

static void add_running(const struct scene *scene, struct rows *rows) {
    const struct state *state = scene->state;
    add_heading(scene, rows, WORD_RUNNING, 'R', 0);
    struct row *row = add(rows, STYLE_RUNNING, state->task);
    buf_puts(&row->text, "    ");
    if (state->handle != 0) {
        scene_put_handle(scene, &row->text, state->handle);
    } else if (state->tick == 0 || state->ended) {
        buf_puts(&row->text, word(scene, WORD_OUTSIDE));
    } else {
        buf_puts(&row->text, word(scene, WORD_NOBODY));
    }
}

static void add_ready(const struct scene *scene, struct rows *rows, size_t most) {
    uint32_t ids[LIST_MOST];
    size_t all = scene->state->counts[STATE_READY];
    size_t count = state_list(scene->state, STATE_READY, 0, ids, most);
    add_heading(scene, rows, WORD_READY, 'r', all);
    for (size_t i = 0; i < count; i++) {
        struct state_handle handle;
        state_handle(scene->state, ids[i], &handle);
        struct row *row = add(rows, STYLE_READY, handle.task);
        buf_printf(&row->text, "  %zu ", i + 1);
        scene_put_handle(scene, &row->text, ids[i]);
    }
    add_more(scene, rows, count, all);
}

static void add_timers(const struct scene *scene, struct rows *rows, size_t most) {
    uint32_t ids[LIST_MOST];
    size_t all = scene->state->counts[STATE_TIMERS];
    size_t count = state_list(scene->state, STATE_TIMERS, 0, ids, most);
    add_heading(scene, rows, WORD_SLEEPING, 's', all);
    for (size_t i = 0; i < count; i++) {
        struct state_handle handle;
        state_handle(scene->state, ids[i], &handle);
        struct row *row = add(rows, STYLE_SLEEPING, handle.task);
        row->when = handle.when;
        buf_printf(&row->text, "    %s ", word(scene, WORD_UNTIL));
        scene_put_seconds(&row->text, handle.when);
        buf_putc(&row->text, ' ');
        scene_put_handle(scene, &row->text, ids[i]);
    }
    add_more(scene, rows, count, all);
}

static void add_waiting(const struct scene *scene, struct rows *rows, size_t most) {
    uint32_t ids[LIST_MOST];
    size_t all = scene->state->counts[STATE_WAITING];
    size_t count = state_list(scene->state, STATE_WAITING, 0, ids, most);
    add_heading(scene, rows, WORD_WAITING, 'w', all);
    for (size_t i = 0; i < count; i++) {
        struct state_task task;
        state_task(scene->state, ids[i], &task);
        struct row *row = add(rows, STYLE_WAITING, ids[i]);
        buf_puts(&row->text, "    ");
        scene_put_task(scene, &row->text, ids[i]);
        buf_printf(&row->text, " %s ", word(scene, WORD_FOR));
        scene_put_task(scene, &row->text, task.on);
    }
    add_more(scene, rows, count, all);
}

static void put_result(const struct scene *scene, struct buf *out, const struct state_task *task) {
    switch (task->state) {
    case STATE_RESULT:
        buf_puts(out, " = ");
        scene_put_value(scene, out, task->value_kind, task->value);
        return;
    case STATE_EXCEPTION:
        buf_printf(out, " %s ", word(scene, WORD_RAISED));
        scene_put_value(scene, out, task->value_kind, task->value);
        return;
    case STATE_CANCELLED:
    case STATE_COUNT:
        buf_printf(out, " %s", word(scene, WORD_CANCELLED));
    }
}

// The latest first, since they are what has just happened.
static void add_done(const struct scene *scene, struct rows *rows, size_t most) {
    uint32_t ids[LIST_MOST];
    size_t all = scene->state->counts[STATE_DONE];
    size_t skip = all > most ? all - most : 0;
    size_t count = state_list(scene->state, STATE_DONE, skip, ids, most);
    add_heading(scene, rows, WORD_DONE, 'd', all);
    for (size_t i = count; i-- > 0;) {
        struct state_task task;
        state_task(scene->state, ids[i], &task);
        struct row *row = add(rows, STYLE_DONE, ids[i]);
        buf_puts(&row->text, "    ");
        scene_put_task(scene, &row->text, ids[i]);
        put_result(scene, &row->text, &task);
    }
    add_more(scene, rows, count, all);
}

static size_t wanted(const struct scene *scene, enum state_list list) {
    return scene->state->counts[list];
}

// Shares the rows that are left among the lists, so that each shows something.
static size_t share(const struct scene *scene, int height) {
    static const enum state_list lists[] = {STATE_READY, STATE_TIMERS, STATE_WAITING, STATE_DONE};
    for (size_t most = LIST_MOST; most > 1; most--) {
        size_t need = 6;
        for (size_t i = 0; i < 4; i++) {
            size_t count = wanted(scene, lists[i]);
            need += count <= most ? count : most + 1;
        }
        if (need <= (size_t)(height < 0 ? 0 : height)) {
            return most;
        }
    }
    return 1;
}

static void make_rows(const struct scene *scene, struct rows *rows, int height) {
    size_t most = share(scene, height);
    rows->count = 0;
    add_running(scene, rows);
    add_ready(scene, rows, most);
    add_timers(scene, rows, most);
    add_waiting(scene, rows, most);
    add_done(scene, rows, most);
}

static void free_rows(struct rows *rows) {
    for (size_t i = 0; i < rows->count; i++) {
        buf_free(&rows->items[i].text);
    }
}

// How far the deadline still is: a bar that shrinks to nothing, ten cells for a second, at most.
static void draw_bar(const struct scene *scene, struct area row, int taken, int64_t when) {
    int64_t left = when - scene->state->time;
    int room = row.width - taken - 2;
    int64_t cells = (left + 99999999) / 100000000;
    if (left <= 0 || room <= 0) {
        return;
    }
    area_glyph(row, taken + 1, 0, STYLE_SLEEPING, GLYPH_LIGHT, cells < room ? (int)cells : room);
}

static size_t skipped(const struct scene *scene, const struct rows *rows, int height) {
    long most = (long)rows->count - height;
    long skip = scene->view->scroll[PANE_LOOP];
    skip = skip > most ? most : skip;
    return skip < 0 ? 0 : (size_t)skip;
}

void pane_draw_loop(const struct scene *scene, struct area area) {
    struct rows rows;
    make_rows(scene, &rows, area.height);
    size_t skip = skipped(scene, &rows, area.height);
    for (size_t i = skip; i < rows.count; i++) {
        const struct row *row = &rows.items[i];
        struct area line = area_part(area, 0, (int)(i - skip), area.width, 1);
        if (line.height == 0) {
            break;
        }
        int taken = area_put_cut(line, 0, 0, line.width, row->style, buf_text(&row->text),
                                 row->text.length);
        if (row->when != 0) {
            draw_bar(scene, line, taken, row->when);
        }
    }
    free_rows(&rows);
}

uint32_t pane_loop_task(const struct scene *scene, struct area area, int y) {
    struct rows rows;
    make_rows(scene, &rows, area.height);
    size_t index = skipped(scene, &rows, area.height) + (size_t)y;
    uint32_t task = index < rows.count ? rows.items[index].task : 0;
    free_rows(&rows);
    return task;
}
