// The await stack of the task that has control, outermost first, each frame with its variables.
#include "view/pane.h"

#define FRAMES_MOST    64
#define VARIABLES_MOST 64

// Whose stack: the followed task's, else that of whoever has or last had control.
static uint32_t shown_task(const struct scene *scene) {
    if (scene->view->follow != 0) {
        return scene->view->follow;
    }
    struct state_frame frame;
    if (scene->state->task != 0) {
        return scene->state->task;
    }
    return state_frame(scene->state, scene->state->frame, &frame) ? frame.task : 0;
}

static int draw_variables(const struct scene *scene, struct area row, int x, uint32_t frame) {
    struct state_variable variables[VARIABLES_MOST];
    size_t count = state_variables(scene->state, frame, 0, variables, VARIABLES_MOST);
    for (size_t i = 0; i < count && x < row.width; i++) {
        struct buf text = {0};
        scene_put_text(scene, &text, variables[i].name);
        buf_putc(&text, '=');
        scene_put_value(scene, &text, variables[i].value_kind, variables[i].value);
        bool changed = variables[i].changed + 1 == scene->state->position;
        x += area_put_cut(row, x, 0, row.width - x, changed ? STYLE_CHANGED : STYLE_PLAIN,
                          buf_text(&text), text.length);
        x += area_puts(row, x, 0, STYLE_PLAIN, "  ");
        buf_free(&text);
    }
    return x;
}

static void draw_frame(const struct scene *scene, struct area row, uint32_t id, int depth) {
    struct state_frame frame;
    if (!state_frame(scene->state, id, &frame)) {
        return;
    }
    struct buf text = {0};
    scene_put_text(scene, &text, frame.func);
    buf_printf(&text, ":%u", (unsigned)frame.line);
    int x = depth < 8 ? depth : 8;
    x += area_put_cut(row, x, 0, row.width - x, STYLE_BOLD, buf_text(&text), text.length);
    draw_variables(scene, row, x + 1, id);
    buf_free(&text);
}

void pane_draw_stack(const struct scene *scene, struct area area) {
    uint32_t frames[FRAMES_MOST];
    uint32_t task = shown_task(scene);
    size_t count = state_stack(scene->state, task, frames, FRAMES_MOST);
    if (count == 0) {
        area_puts(area, 0, 0, STYLE_DIM, word(scene, WORD_NOTHING_YET));
        return;
    }
    // Where not all fit, the innermost ones are what matters.
    size_t fits = (size_t)(area.height > 0 ? area.height : 0);
    long skip = count > fits ? (long)(count - fits) : 0;
    skip += scene->view->scroll[PANE_STACK];
    skip = skip < 0 ? 0 : skip;
    for (size_t i = (size_t)skip; i < count && i - (size_t)skip < fits; i++) {
        struct area row = area_part(area, 0, (int)(i - (size_t)skip), area.width, 1);
        draw_frame(scene, row, frames[count - 1 - i], (int)i);
    }
}
