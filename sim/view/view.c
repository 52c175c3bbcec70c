// The view's life: positions, drawing, the production of events a little ahead of the cursor.
#include "view/view.h"

#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "trace/sentence.h"
#include "view/actions.h"
#include "view/pane.h"

struct view *view_new(const struct view_options *options) {
    struct view *view = mem_zalloc(1, sizeof *view);
    view->options = *options;
    view->replay = replay_new(options->log);
    view->speed = VIEW_SPEED_START;
    view_produce(view, 0);
    return view;
}

void view_free(struct view *view) {
    if (view == NULL) {
        return;
    }
    replay_free(view->replay);
    vec_free(&view->breaks);
    buf_free(&view->typed);
    mem_free(view);
}

// The log holds VIEW_AHEAD events behind [position], or all that there will be.
void view_produce(struct view *view, uint64_t position) {
    if (view->options.advance != NULL) {
        view->options.advance(view->options.self, position + VIEW_AHEAD);
    }
}

uint64_t view_position(const struct view *view) {
    return view->position;
}

void view_go(struct view *view, uint64_t position) {
    view_produce(view, position);
    uint64_t count = log_count(view->options.log);
    view->position = position < count ? position : count;
    memset(view->scroll, 0, sizeof view->scroll);
}

// Produces until the position that [text] names is in the log, or the run has ended.
bool view_go_to(struct view *view, const char *text, struct diag *diag) {
    for (uint64_t ahead = VIEW_AHEAD;; ahead *= 2) {
        uint64_t position;
        bool more = view->options.advance != NULL &&
                    view->options.advance(view->options.self, log_count(view->options.log) + ahead);
        bool is_end = strcmp(text, "end") == 0;
        if ((!more || !is_end) && replay_parse(view->replay, text, &position, diag)) {
            view_go(view, position);
            return true;
        }
        if (!more) {
            return false;
        }
    }
}

// Drawing -----------------------------------------------------------------------------------------

static const struct {
    enum word title;
    void (*draw)(const struct scene *scene, struct area area);
} panes[PANE_COUNT] = {
    [PANE_SOURCE] = {WORD_SOURCE, pane_draw_source},
    [PANE_LOOP] = {WORD_LOOP, pane_draw_loop},
    [PANE_STACK] = {WORD_STACK, pane_draw_stack},
    [PANE_OUTPUT] = {WORD_OUTPUT, pane_draw_output},
    [PANE_TIMELINE] = {WORD_TIMELINE, pane_draw_timeline},
    [PANE_NOTES] = {WORD_NOTES, pane_draw_notes},
};

static const char *file_name(const struct trace_header *header) {
    if (header->files.count == 0) {
        return "";
    }
    const char *path = header->files.items[0].path;
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static void draw_title(const struct scene *scene, struct area bar) {
    const struct view *view = scene->view;
    struct buf left = {0}, right = {0};
    const char *name = file_name(scene->header);
    if (view->options.notes != NULL && view->options.notes->title != NULL) {
        name = view->options.notes->title;
    }
    buf_printf(&left, " %s  %s %s", name, word(scene, WORD_MODEL), scene->header->model);
    if (view->follow != 0) {
        buf_printf(&left, "  %s ", word(scene, WORD_FOLLOWING));
        scene_put_task(scene, &left, view->follow);
    }
    if (view->playing) {
        buf_printf(&right, "%s  ", word(scene, WORD_PLAYING));
    }
    buf_printf(&right, "%s %llu  t=", word(scene, WORD_TICK),
               (unsigned long long)scene->state->tick);
    scene_put_seconds(&right, scene->state->time);
    buf_printf(&right, "  %s %llu/%llu%s ", word(scene, WORD_EVENT),
               (unsigned long long)view->position, (unsigned long long)log_count(scene->log),
               log_is_ended(scene->log) ? "" : "+");
    area_put_cut(bar, 0, 0, bar.width, STYLE_BAR, buf_text(&left), left.length);
    struct area measure = area_part(bar, 0, 0, 0, 1);
    int width = area_put(measure, 0, 0, STYLE_BAR, buf_text(&right), right.length);
    area_put(area_part(bar, bar.width - width, 0, width, 1), 0, 0, STYLE_BAR, buf_text(&right),
             right.length);
    area_paint(bar, 0, 0, bar.width, STYLE_BAR);
    buf_free(&left);
    buf_free(&right);
}

static void draw_pane_title(const struct scene *scene, enum view_pane pane, struct area area) {
    struct area row = {area.canvas, area.x, area.y - 1, area.width, 1};
    bool focused = scene->view->focus == pane;
    int x = focused ? 2 : 0;
    area_glyph(row, 0, 0, STYLE_FOCUS, GLYPH_ARROW, focused ? 1 : 0);
    x += area_puts(row, x, 0, focused ? STYLE_FOCUS : STYLE_TITLE, word(scene, panes[pane].title));
    area_glyph(row, x + 1, 0, STYLE_DIM, GLYPH_HORIZONTAL, row.width - x - 1);
}

static void draw_sentence(const struct scene *scene, struct area area) {
    struct buf text = {0};
    sentence_put(&text, scene->chinese ? TONGUE_ZH : TONGUE_EN, scene->log, scene->state);
    area_put_wrapped(area, STYLE_PLAIN, buf_text(&text), text.length);
    buf_free(&text);
}

static void draw_hints(const struct scene *scene, struct area area) {
    const struct view *view = scene->view;
    if (view->overlay == OVERLAY_GO) {
        int x = area_puts(area, 0, 0, STYLE_BOLD, word(scene, WORD_GO_PROMPT));
        x += area_puts(area, x + 1, 0, STYLE_PLAIN, buf_text(&view->typed)) + 1;
        area_puts(area, x, 0, STYLE_BAR, " ");
    } else if (view->message[0] != '\0') {
        area_puts(area, 0, 0, STYLE_BOLD, view->message);
    } else {
        area_puts(area, 0, 0, STYLE_DIM,
                  word(scene, area.width >= 80 ? WORD_HINTS : WORD_HINTS_SHORT));
    }
}

void view_draw(struct view *view, struct canvas *canvas) {
    canvas_clear(canvas);
    view_produce(view, view->position);
    layout_make(&view->layout, view, canvas);
    struct scene scene = {view, view->options.header, view->options.log,
                          replay_seek(view->replay, view->position), view->options.chinese};
    if (view->layout.too_small) {
        area_put_wrapped(canvas_area(canvas), STYLE_BOLD, word(&scene, WORD_TOO_SMALL),
                         strlen(word(&scene, WORD_TOO_SMALL)));
        return;
    }
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        struct area area = view->layout.panes[pane];
        if (area.canvas != NULL && area.height > 0) {
            draw_pane_title(&scene, (enum view_pane)pane, area);
            panes[pane].draw(&scene, area);
        }
    }
    draw_title(&scene, view->layout.title);
    draw_sentence(&scene, view->layout.sentence);
    draw_hints(&scene, view->layout.hints);
    if (view->overlay == OVERLAY_HELP) {
        overlay_draw(&scene, canvas);
    }
}
