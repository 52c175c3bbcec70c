// The await stack of the task that has control or had it last, outermost frame first: each frame
// awaits, or called, the one below it. Beside each stand its variables; where there are rows to
// spare, they go on below it.
#include <string.h>

#include "view/pane.h"

#define FRAMES_MOST    64
#define VARIABLES_MOST 64
#define INDENT         4

// Whose stack: the followed task's, else that of whoever has or last had control.
static uint32_t shown_task(const struct scene *scene) {
    return scene->view->follow != 0 ? scene->view->follow : scene->task;
}

static bool begins(const struct buf *text, const char *with) {
    return strncmp(buf_text(text), with, strlen(with)) == 0;
}

// Appends a variable's value. It was recorded when it was stored: that a task or future was pending
// then may be true no longer, so it is left out; the loop's pane says how they stand.
static void put_value(const struct scene *scene, const struct state_variable *variable,
                      struct buf *out) {
    static const char pending[] = " pending>";
    struct buf value = {0};
    scene_put_value(scene, &value, variable->value_kind, variable->value);
    size_t length = value.length, tail = sizeof pending - 1;
    bool is_future = begins(&value, "<Task ") || begins(&value, "<Future ");
    if (is_future && length > tail && strcmp(buf_text(&value) + length - tail, pending) == 0) {
        buf_put(out, buf_text(&value), length - tail);
        buf_putc(out, '>');
    } else {
        buf_put(out, buf_text(&value), length);
    }
    buf_free(&value);
}

// Modules, functions and classes are what a program consists of, not what it works on.
static bool is_of_interest(const struct scene *scene, const struct state_variable *variable) {
    struct buf value = {0};
    scene_put_value(scene, &value, variable->value_kind, variable->value);
    bool is_dull =
        begins(&value, "<module ") || begins(&value, "<function ") || begins(&value, "<class '");
    buf_free(&value);
    return !is_dull;
}

// Draws "name=value" of each variable, over [most] rows; returns the rows taken.
static int draw_variables(const struct scene *scene, struct area area, int x, uint32_t frame,
                          int most) {
    struct state_variable variables[VARIABLES_MOST];
    size_t count = state_variables(scene->state, frame, 0, variables, VARIABLES_MOST);
    int y = 0, from = x;
    for (size_t i = 0; i < count; i++) {
        struct buf text = {0};
        if (!is_of_interest(scene, &variables[i])) {
            continue;
        }
        scene_put_text(scene, &text, variables[i].name);
        buf_puts(&text, " = ");
        put_value(scene, &variables[i], &text);
        bool changed = variables[i].changed + 1 == scene->state->position;
        struct area measure = area_part(area, 0, 0, area.width, 0);
        int width = area_put(measure, 0, 0, STYLE_PLAIN, buf_text(&text), text.length);
        if (x > from && x + width > area.width && y + 1 < most) {
            y++;
            x = from = INDENT;
        }
        x += area_put_cut(area, x, y, area.width - x, changed ? STYLE_CHANGED : STYLE_PLAIN,
                          buf_text(&text), text.length);
        x += 3;
        buf_free(&text);
    }
    return y + 1;
}

// Draws one frame into the rows of [area], [most] at most; returns how many it takes.
static int draw_frame(const struct scene *scene, struct area area, uint32_t id, int most) {
    struct state_frame frame;
    if (!state_frame(scene->state, id, &frame)) {
        return 1;
    }
    struct buf text = {0};
    scene_put_text(scene, &text, frame.func);
    buf_printf(&text, ":%u", (unsigned)(id == scene->frame ? scene->line : frame.line));
    int x = area_put_cut(area, 0, 0, area.width, STYLE_BOLD, buf_text(&text), text.length);
    buf_free(&text);
    return draw_variables(scene, area, x + 2, id, most);
}

// The rows that a frame would take if it got all it needs: measured by drawing nowhere.
static int wanted(const struct scene *scene, struct area area, uint32_t id) {
    return draw_frame(scene, area_part(area, 0, 0, area.width, 0), id, area.height);
}

// Why there is no frame to show.
static enum word why_empty(const struct scene *scene) {
    struct state_task task;
    if (!state_task(scene->state, shown_task(scene), &task)) {
        return WORD_NO_FRAMES;
    }
    if (task.life == LIFE_DONE) {
        return WORD_HAS_ENDED;
    }
    return scene_has_run(scene, task.id) ? WORD_NOT_RECORDED : WORD_NOT_BEGUN;
}

void pane_draw_stack(const struct scene *scene, struct area area) {
    uint32_t frames[FRAMES_MOST];
    size_t count = state_stack(scene->state, shown_task(scene), frames, FRAMES_MOST);
    if (count == 0) {
        area_puts(area, 0, 0, STYLE_DIM, word(scene, why_empty(scene)));
        return;
    }
    // Where not all fit, the innermost ones are what matters.
    int rows = area.height;
    long skip = (long)count > rows ? (long)count - rows : 0;
    long moved = skip + scene->scroll[PANE_STACK];
    moved = moved < 0 ? 0 : moved >= (long)count ? (long)count - 1 : moved;
    scene->scroll[PANE_STACK] = (int)(moved - skip);
    skip = moved;
    int most[FRAMES_MOST];
    int spare = rows - (int)(count - (size_t)skip);
    for (size_t i = 0; i < count; i++) { // innermost first
        int more = spare > 0 ? wanted(scene, area, frames[i]) - 1 : 0;
        more = more < spare ? more : spare > 0 ? spare : 0;
        most[i] = 1 + more;
        spare -= more;
    }
    int y = 0;
    for (size_t i = count - (size_t)skip; i-- > 0 && y < rows;) {
        y += draw_frame(scene, area_part(area, 0, y, area.width, most[i]), frames[i], most[i]);
    }
}

void pane_title_stack(const struct scene *scene, struct buf *out) {
    uint32_t id = shown_task(scene);
    struct state_task task;
    if (state_task(scene->state, id, &task)) {
        scene_put_task(scene, out, id);
        buf_printf(out, " (%s)", word(scene, life_word(task.life)));
    }
}
