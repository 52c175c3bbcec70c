// The loop: who runs, who is ready in order, who sleeps until when, who waits for what, who is
// done. Each state has a letter and a word in a column of its own; each task or callback a row.
#include "base/utf8.h"
#include "view/pane.h"

#define LIST_MOST 32 // entries of one list that are asked for
#define BAR_MOST  24 // cells of the bar to a deadline

enum section {
    SECTION_RUNNING,
    SECTION_READY,
    SECTION_TIMERS,
    SECTION_WAITING,
    SECTION_DONE,
    SECTION_COUNT
};

// The rows of the pane are made first and drawn then, so that a click finds its task.
struct row {
    enum section section;
    bool begins; // it is the first of its section, and bears its name
    enum style style;
    uint32_t task; // whose; 0: none
    struct buf text;
    uint32_t timer; // the handle whose deadline has a bar; 0: none
    size_t more;    // entries that come after it and are not shown
};

struct rows {
    const struct scene *scene;
    size_t most[SECTION_COUNT]; // entries of each list that there is room for
    int64_t longest;            // of the timers shown: nanoseconds from being set to being due
    struct row items[SECTION_COUNT * LIST_MOST];
    size_t count;
};

static const struct {
    enum word name;
    enum state_life life;
    enum state_list list;
} sections[SECTION_COUNT] = {
    [SECTION_RUNNING] = {WORD_RUNNING, LIFE_RUNNING, STATE_LIST_COUNT},
    [SECTION_READY] = {WORD_READY, LIFE_READY, STATE_READY},
    [SECTION_TIMERS] = {WORD_SLEEPING, LIFE_SLEEPING, STATE_TIMERS},
    [SECTION_WAITING] = {WORD_WAITING, LIFE_WAITING, STATE_WAITING},
    [SECTION_DONE] = {WORD_DONE, LIFE_DONE, STATE_DONE},
};

static struct row *add(struct rows *rows, enum section section, uint32_t task) {
    struct row *row = &rows->items[rows->count];
    *row = (struct row){
        .section = section,
        .begins = rows->count == 0 || row[-1].section != section,
        .style = life_style(sections[section].life),
        .task = task,
    };
    rows->count++;
    return row;
}

// The rows of each section -----------------------------------------------------------------------

static void add_running(struct rows *rows) {
    static const enum word overs[END_COUNT] = {
        [END_FINISHED] = WORD_OVER_FINISHED,       [END_ERROR] = WORD_OVER_ERROR,
        [END_DEADLOCK] = WORD_OVER_DEADLOCK,       [END_LIMIT] = WORD_OVER_LIMIT,
        [END_INTERRUPTED] = WORD_OVER_INTERRUPTED,
    };
    const struct scene *scene = rows->scene;
    struct row *row = add(rows, SECTION_RUNNING, scene->state->task);
    switch (scene->control) {
    case CONTROL_HANDLE:
        scene_put_handle(scene, &row->text, scene->state->handle);
        return;
    case CONTROL_NOT_YET:
        buf_puts(&row->text, word(scene, WORD_NOT_YET));
        break;
    case CONTROL_OUTSIDE:
        buf_puts(&row->text, word(scene, WORD_OUTSIDE));
        return;
    case CONTROL_LOOP:
        buf_puts(&row->text, word(scene, WORD_LOOP_HAS_CONTROL));
        break;
    case CONTROL_OVER:
        buf_puts(&row->text, word(scene, overs[scene->state->end]));
        break;
    }
    row->style = STYLE_PLAIN;
}

static void add_ready(struct rows *rows, uint32_t id, size_t number) {
    struct state_handle handle;
    state_handle(rows->scene->state, id, &handle);
    struct row *row = add(rows, SECTION_READY, handle.task);
    buf_printf(&row->text, "%zu ", number);
    scene_put_handle(rows->scene, &row->text, id);
}

static void add_timer(struct rows *rows, uint32_t id, size_t number) {
    const struct state *state = rows->scene->state;
    struct state_handle handle;
    struct state_task task;
    (void)number;
    state_handle(state, id, &handle);
    int64_t whole = handle.when - state_time_at(state, handle.born);
    rows->longest = whole > rows->longest ? whole : rows->longest;
    struct row *row = add(rows, SECTION_TIMERS, handle.task);
    row->timer = id;
    scene_put_seconds(&row->text, handle.when);
    buf_putc(&row->text, ' ');
    // The timer of a task's own sleep needs no more than the task's name.
    if (state_task(state, handle.task, &task) && task.timer == id) {
        scene_put_task(rows->scene, &row->text, handle.task);
    } else {
        scene_put_handle(rows->scene, &row->text, id);
    }
}

static void add_waiting(struct rows *rows, uint32_t id, size_t number) {
    const struct scene *scene = rows->scene;
    struct state_task task;
    (void)number;
    state_task(scene->state, id, &task);
    struct row *row = add(rows, SECTION_WAITING, id);
    scene_put_task(scene, &row->text, id);
    buf_printf(&row->text, " %s ", word(scene, WORD_FOR));
    scene_put_task(scene, &row->text, task.on);
}

static void add_done(struct rows *rows, uint32_t id, size_t number) {
    const struct scene *scene = rows->scene;
    struct state_task task;
    (void)number;
    state_task(scene->state, id, &task);
    struct row *row = add(rows, SECTION_DONE, id);
    scene_put_task(scene, &row->text, id);
    if (task.state == STATE_CANCELLED) {
        buf_printf(&row->text, ": %s", word(scene, WORD_CANCELLED));
        return;
    }
    if (task.state == STATE_EXCEPTION) {
        buf_printf(&row->text, ": %s ", word(scene, WORD_RAISED));
        row->style = STYLE_ERROR;
    } else {
        buf_puts(&row->text, " = ");
    }
    scene_put_value(scene, &row->text, task.value_kind, task.value);
}

// All of a list that fits; of those that are done, the latest first, since they have just ended.
static void add_list(struct rows *rows, enum section section,
                     void (*add_entry)(struct rows *rows, uint32_t id, size_t number)) {
    const struct state *state = rows->scene->state;
    enum state_list list = sections[section].list;
    uint32_t ids[LIST_MOST];
    bool backwards = section == SECTION_DONE;
    size_t all = state->counts[list], most = rows->most[section];
    size_t skip = backwards && all > most ? all - most : 0;
    size_t count = state_list(state, list, skip, ids, most);
    for (size_t i = 0; i < count; i++) {
        add_entry(rows, ids[backwards ? count - 1 - i : i], i + 1);
    }
    if (count == 0) {
        struct row *row = add(rows, section, 0);
        row->style = STYLE_DIM;
        buf_putc(&row->text, '-');
    }
    rows->items[rows->count - 1].more = all - count;
}

// Each list gets a row, and the rows that are left go round among those that have more entries.
static void share(struct rows *rows, int height) {
    int left = height - SECTION_COUNT;
    for (int i = 0; i < SECTION_COUNT; i++) {
        rows->most[i] = 1;
    }
    for (bool given = true; given && left > 0;) {
        given = false;
        for (int i = SECTION_READY; i < SECTION_COUNT && left > 0; i++) {
            size_t wanted = rows->scene->state->counts[sections[i].list];
            if (rows->most[i] < wanted && rows->most[i] < LIST_MOST) {
                rows->most[i]++;
                left--;
                given = true;
            }
        }
    }
}

static void make_rows(const struct scene *scene, struct rows *rows, int height) {
    rows->scene = scene;
    rows->longest = 0;
    rows->count = 0;
    share(rows, height);
    add_running(rows);
    add_list(rows, SECTION_READY, add_ready);
    add_list(rows, SECTION_TIMERS, add_timer);
    add_list(rows, SECTION_WAITING, add_waiting);
    add_list(rows, SECTION_DONE, add_done);
}

static void free_rows(struct rows *rows) {
    for (size_t i = 0; i < rows->count; i++) {
        buf_free(&rows->items[i].text);
    }
}

// Drawing ----------------------------------------------------------------------------------------

// The bar to the deadline: dark what has passed of the wait, light what is left of it. The longest
// wait shown fills the room. One that is over says by how much it is late.
static void draw_bar(const struct rows *rows, struct area line, int taken, uint32_t timer) {
    const struct state *state = rows->scene->state;
    struct state_handle handle;
    state_handle(state, timer, &handle);
    int64_t begin = state_time_at(state, handle.born);
    int64_t whole = handle.when - begin, passed = state->time - begin;
    if (state->time > handle.when) {
        struct buf late = {0};
        buf_printf(&late, "%s ", word(rows->scene, WORD_LATE));
        scene_put_seconds(&late, state->time - handle.when);
        area_puts(line, taken + 2, 0, STYLE_ERROR, buf_text(&late));
        buf_free(&late);
        return;
    }
    int room = line.width - taken - 2;
    room = room > BAR_MOST ? BAR_MOST : room;
    if (room < 2 || whole <= 0) {
        return;
    }
    double scale = (double)room / (double)rows->longest;
    int cells = (int)((double)whole * scale + 0.5), dark = (int)((double)passed * scale + 0.5);
    cells = cells < 1 ? 1 : cells;
    dark = dark > cells ? cells : dark;
    area_glyph(line, taken + 2, 0, STYLE_SLEEPING, GLYPH_FULL, dark);
    area_glyph(line, taken + 2 + dark, 0, STYLE_SLEEPING, GLYPH_LIGHT, cells - dark);
}

static size_t skipped(const struct scene *scene, const struct rows *rows, int height) {
    long most = (long)rows->count - height;
    long skip = scene->scroll[PANE_LOOP];
    skip = skip > most ? most : skip;
    skip = skip < 0 ? 0 : skip;
    scene->scroll[PANE_LOOP] = (int)skip;
    return (size_t)skip;
}

static int name_width(const struct scene *scene) {
    return scene->chinese ? 10 : 14;
}

// The letter and the word of a section, and how long its list is.
static void draw_name(const struct rows *rows, const struct row *row, struct area area) {
    const struct scene *scene = rows->scene;
    struct buf name = {0}, count = {0};
    enum state_list list = sections[row->section].list;
    if (row->section != SECTION_RUNNING && scene->state->counts[list] > 0) {
        buf_printf(&count, " %u", (unsigned)scene->state->counts[list]);
    }
    buf_printf(&name, "%c %s", life_letter(sections[row->section].life),
               word(scene, sections[row->section].name));
    struct area left = area_part(area, 0, 0, area.width - (int)count.length, 1);
    int x = area_put(left, 0, 0, STYLE_BOLD, buf_text(&name), name.length);
    x = x < left.width ? x : left.width;
    area_put(area, x, 0, STYLE_BOLD, buf_text(&count), count.length);
    buf_free(&name);
    buf_free(&count);
}

// How many more there are stands at the end of the last row.
static int draw_more(const struct rows *rows, const struct row *row, struct area line) {
    struct buf text = {0};
    if (row->more == 0) {
        return 0;
    }
    buf_printf(&text, " +%zu %s", row->more, word(rows->scene, WORD_MORE));
    int width = (int)utf8_text_width(buf_text(&text), text.length);
    area_put(line, line.width - width, 0, STYLE_DIM, buf_text(&text), text.length);
    buf_free(&text);
    return width;
}

static void draw_row(const struct rows *rows, const struct row *row, struct area line) {
    const struct scene *scene = rows->scene;
    int indent = name_width(scene);
    if (row->begins) {
        draw_name(rows, row, area_part(line, 1, 0, indent - 2, 1));
    }
    bool has_control = row->section == SECTION_RUNNING &&
                       (scene->control == CONTROL_HANDLE || scene->control == CONTROL_OUTSIDE);
    area_glyph(line, 0, 0, STYLE_RUNNING, GLYPH_ARROW, has_control ? 1 : 0);
    struct buf own = {0};
    if (row->section == SECTION_RUNNING && scene->state->handle == 0) {
        canvas_own(line.canvas, &own, buf_text(&row->text), row->text.length);
    } else {
        buf_put(&own, buf_text(&row->text), row->text.length);
    }
    line.width -= draw_more(rows, row, line);
    int taken =
        area_put_cut(line, indent, 0, line.width - indent, row->style, buf_text(&own), own.length);
    buf_free(&own);
    if (row->timer != 0) {
        draw_bar(rows, line, indent + taken, row->timer);
    }
}

void pane_draw_loop(const struct scene *scene, struct area area) {
    struct rows rows;
    make_rows(scene, &rows, area.height);
    size_t skip = skipped(scene, &rows, area.height);
    for (size_t i = skip; i < rows.count && (int)(i - skip) < area.height; i++) {
        draw_row(&rows, &rows.items[i], area_part(area, 0, (int)(i - skip), area.width, 1));
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
