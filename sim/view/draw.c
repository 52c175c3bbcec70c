// The whole screen: its bars, the panes and what lies over them.
#include <stdio.h>
#include <string.h>

#include "view/actions.h"
#include "view/pane.h"
#include "view/prose.h"
#include "view/steps.h"

#define WIDE   100 // columns from which the long hints fit
#define MIDDLE 66

static const struct {
    enum word title;
    void (*put_title)(const struct scene *scene, struct buf *out); // what stands behind; or NULL
    void (*draw)(const struct scene *scene, struct area area);
} panes[PANE_COUNT] = {
    [PANE_SOURCE] = {WORD_SOURCE, pane_title_source, pane_draw_source},
    [PANE_LOOP] = {WORD_LOOP, NULL, pane_draw_loop},
    [PANE_STACK] = {WORD_STACK, pane_title_stack, pane_draw_stack},
    [PANE_OUTPUT] = {WORD_OUTPUT, NULL, pane_draw_output},
    [PANE_TIMELINE] = {WORD_TIMELINE, NULL, pane_draw_timeline},
    [PANE_NOTES] = {WORD_NOTES, NULL, pane_draw_notes},
};

static const char *program_name(const struct scene *scene) {
    const struct view_options *options = &scene->view->options;
    const struct notes *notes = options->notes[scene->chinese ? 1 : 0];
    if (notes != NULL && notes->title != NULL) {
        return notes->title;
    }
    if (scene->header->files.count == 0) {
        return "";
    }
    const char *path = scene->header->files.items[0].path;
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

// The account of await, the tick, the time and the position: always there, whatever is cut.
static void put_where(const struct scene *scene, struct buf *out, bool brief) {
    const struct state *state = scene->state;
    const char *gap = brief ? " " : "   ";
    buf_printf(out, "%s%s%s%s", brief ? "" : word(scene, WORD_MODEL), brief ? "" : " ",
               scene->header->model, gap);
    buf_printf(out, "%s %llu%st=", word(scene, WORD_TICK), (unsigned long long)state->tick, gap);
    scene_put_seconds(out, state->time);
    buf_printf(out, "%s%s%s%llu/%llu%s ", gap, brief ? "" : word(scene, WORD_EVENT),
               brief ? "" : " ", (unsigned long long)state->position,
               (unsigned long long)log_count(scene->log), log_is_ended(scene->log) ? "" : "+");
}

static void draw_title(const struct scene *scene, struct area bar) {
    struct buf where = {0};
    put_where(scene, &where, bar.width < MIDDLE);
    int width = canvas_own_width(bar.canvas, buf_text(&where));
    const char *name = program_name(scene);
    int room = bar.width - width - 3;
    area_put_cut(bar, 1, 0, room, STYLE_BAR, name, strlen(name));
    area_put(bar, bar.width - width, 0, STYLE_BAR, buf_text(&where), where.length);
    area_paint(bar, 0, 0, bar.width, STYLE_BAR);
    buf_free(&where);
}

static void draw_rule(struct area row, int from) {
    area_glyph(row, from + 1, 0, STYLE_DIM, GLYPH_HORIZONTAL, row.width - from - 1);
}

static void draw_pane_title(const struct scene *scene, enum view_pane pane, struct area area) {
    struct area row = {area.canvas, area.x, area.y - 1, area.width, 1};
    bool focused = scene->view->focus == pane;
    struct buf more = {0};
    int x = 0;
    if (focused) {
        area_glyph(row, 0, 0, STYLE_FOCUS, GLYPH_FOCUS, 1);
        x = 2;
    }
    x += area_puts(row, x, 0, focused ? STYLE_FOCUS : STYLE_TITLE, word(scene, panes[pane].title));
    if (panes[pane].put_title != NULL) {
        panes[pane].put_title(scene, &more);
    }
    if (more.length > 0) {
        x += 2 + area_put_cut(row, x + 2, 0, row.width - x - 3, STYLE_DIM, buf_text(&more),
                              more.length);
    }
    draw_rule(row, x);
    buf_free(&more);
}

static void draw_sentence(const struct scene *scene, const struct layout *layout,
                          const struct layout_texts *texts) {
    struct area area = layout->sentence;
    struct prose prose = {.style = layout->headed ? STYLE_PLAIN : STYLE_BOLD};
    struct buf own = {0};
    if (layout->headed) {
        struct area row = {area.canvas, area.x, area.y - 1, area.width, 1};
        draw_rule(row, area_puts(row, 0, 0, STYLE_TITLE, word(scene, WORD_SENTENCE)));
    }
    canvas_own(area.canvas, &own, texts->sentence, texts->sentence_length);
    prose_draw(area, &prose, buf_text(&own), own.length);
    buf_free(&own);
}

static void draw_prompt(const struct scene *scene, struct area area) {
    enum word text = area.width >= WIDE - 20 ? WORD_GO_PROMPT : WORD_GO_PROMPT_SHORT;
    int x = area_say(area, 0, 0, STYLE_BOLD, word(scene, text)) + 1;
    x += area_puts(area, x, 0, STYLE_PLAIN, buf_text(&scene->view->typed));
    area_puts(area, x, 0, STYLE_BAR, " ");
}

// What is on that the reader should know of; otherwise which keys there are.
static void draw_hints(const struct scene *scene, struct area area) {
    const struct view *view = scene->view;
    struct buf text = {0};
    enum style style = STYLE_BOLD;
    if (view->overlay == OVERLAY_GO) {
        draw_prompt(scene, area);
        return;
    }
    if (view->message[0] != '\0') {
        buf_puts(&text, view->message);
    } else if (view->is_slow) {
        buf_puts(&text, word(scene, WORD_COMPUTING));
    } else if (view->playing) {
        buf_printf(&text, word(scene, WORD_PLAYING), view->speed + 1, actions_speeds());
    } else if (view->follow != 0) {
        struct buf name = {0};
        scene_put_task(scene, &name, view->follow);
        buf_printf(&text, word(scene, WORD_FOLLOWING), buf_text(&name));
        buf_free(&name);
    } else {
        enum word hints = area.width >= WIDE     ? WORD_HINTS
                          : area.width >= MIDDLE ? WORD_HINTS_MIDDLE
                          : area.width >= 50     ? WORD_HINTS_SINGLE
                                                 : WORD_HINTS_LEAST;
        buf_puts(&text, word(scene, hints));
        style = STYLE_DIM;
    }
    struct buf own = {0};
    canvas_own(area.canvas, &own, buf_text(&text), text.length);
    area_put_cut(area, 0, 0, area.width, style, buf_text(&own), own.length);
    buf_free(&own);
    buf_free(&text);
}

static void draw_all(const struct scene *scene, const struct layout *layout,
                     const struct layout_texts *texts) {
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        struct area area = layout->panes[pane];
        if (area.canvas != NULL && area.height > 0) {
            draw_pane_title(scene, (enum view_pane)pane, area);
            panes[pane].draw(scene, area);
        }
    }
    for (int y = 0; y < layout->wall.height; y++) {
        area_glyph(layout->wall, 0, y, STYLE_DIM, GLYPH_VERTICAL, 1);
    }
    draw_title(scene, layout->title);
    draw_sentence(scene, layout, texts);
    draw_hints(scene, layout->hints);
}

void view_draw(struct view *view, struct canvas *canvas) {
    struct buf sentence = {0};
    canvas_clear(canvas);
    steps_produce(view, view->position);
    narration_put(view, &sentence);
    struct scene scene = scene_make(view);
    struct layout_texts texts = {.sentence = buf_text(&sentence),
                                 .sentence_length = sentence.length};
    if (scene.piece != NULL) {
        texts.notes = scene.piece->text;
        texts.notes_length = scene.piece->length;
    }
    layout_make(&view->layout, view, canvas, &texts);
    if (view->layout.too_small) {
        const char *text = word(&scene, WORD_TOO_SMALL);
        prose_draw(canvas_area(canvas), &(struct prose){0}, text, strlen(text));
    } else if (view->overlay == OVERLAY_HELP) {
        view->is_last_page = !overlay_draw(&scene, canvas);
    } else {
        draw_all(&scene, &view->layout, &texts);
    }
    buf_free(&sentence);
}
