// What keys do: one small function an action, found by its row of keys.def.
#include "view/actions.h"

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "view/mouse.h"
#include "view/pane.h"
#include "view/steps.h"

// Milliseconds between the steps of playing, slowest first.
static const int pauses[] = {4000, 2000, 1000, 500, 250, 100, 30};
#define PAUSE_COUNT ((int)(sizeof pauses / sizeof *pauses))

int actions_pause(const struct view *view) {
    return pauses[view->speed];
}

int actions_speeds(void) {
    return PAUSE_COUNT;
}

static void say(struct view *view, enum word text) {
    struct scene scene = {.chinese = view->options.chinese};
    snprintf(view->message, sizeof view->message, "%s", word(&scene, text));
}

// Says so where a step found nothing.
static enum view_result after(struct view *view, bool moved) {
    if (!moved) {
        say(view, view->is_slow ? WORD_COMPUTING : WORD_NO_MORE);
    }
    return VIEW_STAYS;
}

// Steps ----------------------------------------------------------------------------------------

static enum view_result act_NEXT_LINE(struct view *view) {
    return after(view, steps_go_line(view, +1));
}

static enum view_result act_PREVIOUS_LINE(struct view *view) {
    return after(view, steps_go_line(view, -1));
}

#define STEP(NAME, direction, kind)                                                                \
    static enum view_result act_##NAME(struct view *view) {                                        \
        return after(view, steps_go(view, direction, kind));                                       \
    }
STEP(NEXT_HANDOFF, +1, REPLAY_HANDOFF)
STEP(PREVIOUS_HANDOFF, -1, REPLAY_HANDOFF)
STEP(NEXT_TICK, +1, REPLAY_TICK)
STEP(PREVIOUS_TICK, -1, REPLAY_TICK)
STEP(NEXT_OUTPUT, +1, REPLAY_OUT)
STEP(PREVIOUS_OUTPUT, -1, REPLAY_OUT)
STEP(NEXT_EVENT, +1, REPLAY_EVENT)
STEP(PREVIOUS_EVENT, -1, REPLAY_EVENT)
#undef STEP

static enum view_result go_break(struct view *view, int direction) {
    if (view->breaks.count == 0) {
        say(view, WORD_NO_BREAKS);
        return VIEW_STAYS;
    }
    return after(view, steps_go_break(view, direction));
}

static enum view_result act_NEXT_BREAK(struct view *view) {
    return go_break(view, +1);
}

static enum view_result act_PREVIOUS_BREAK(struct view *view) {
    return go_break(view, -1);
}

static enum view_result act_FIRST(struct view *view) {
    view_go(view, 0);
    return VIEW_STAYS;
}

static enum view_result act_LAST(struct view *view) {
    steps_go_end(view);
    return VIEW_STAYS;
}

static enum view_result act_GO_TO(struct view *view) {
    view->overlay = OVERLAY_GO;
    buf_clear(&view->typed);
    return VIEW_STAYS;
}

// What steps are about ---------------------------------------------------------------------------

static enum view_result act_PLAY(struct view *view) {
    view->playing = !view->playing;
    return VIEW_STAYS;
}

static enum view_result act_FASTER(struct view *view) {
    view->speed += view->speed + 1 < PAUSE_COUNT;
    return VIEW_STAYS;
}

static enum view_result act_SLOWER(struct view *view) {
    view->speed -= view->speed > 0;
    return VIEW_STAYS;
}

static enum view_result act_FOLLOW(struct view *view) {
    uint32_t task = scene_make(view).task;
    if (view->follow == 0 && task == 0) {
        say(view, WORD_NO_TASK);
    }
    view->follow = view->follow != 0 ? 0 : task;
    return VIEW_STAYS;
}

static void toggle_break(struct view *view, uint32_t file, uint32_t line) {
    for (size_t i = 0; i < view->breaks.count; i++) {
        if (view->breaks.items[i].file == file && view->breaks.items[i].line == line) {
            view->breaks.items[i] = vec_last(&view->breaks);
            view->breaks.count--;
            return;
        }
    }
    *vec_push(&view->breaks) = (struct breakpoint){file, line};
}

static enum view_result act_BREAK(struct view *view) {
    struct scene scene = scene_make(view);
    if (scene.line != 0) {
        toggle_break(view, scene.file, scene.line);
    } else {
        say(view, WORD_NO_LINE);
    }
    return VIEW_STAYS;
}

static enum view_result act_MODEL(struct view *view) {
    if (view->options.may_switch) {
        return VIEW_SWITCHES;
    }
    say(view, WORD_NO_SWITCH);
    return VIEW_STAYS;
}

// Panes ----------------------------------------------------------------------------------------

static enum view_result act_FOCUS(struct view *view) {
    do {
        view->focus = (enum view_pane)((view->focus + 1) % PANE_COUNT);
    } while (view->focus == PANE_NOTES && view->moments == NULL);
    return VIEW_STAYS;
}

static enum view_result act_ZOOM(struct view *view) {
    view->zoomed = !view->zoomed;
    return VIEW_STAYS;
}

static enum view_result act_SCROLL_DOWN(struct view *view) {
    view->scroll[view->focus] += 3;
    return VIEW_STAYS;
}

static enum view_result act_SCROLL_UP(struct view *view) {
    view->scroll[view->focus] -= 3;
    return VIEW_STAYS;
}

static enum view_result act_CLOSER(struct view *view) {
    view->closer += view->closer < 32;
    return VIEW_STAYS;
}

static enum view_result act_WIDER(struct view *view) {
    view->closer -= view->closer > 0;
    return VIEW_STAYS;
}

static enum view_result act_LANGUAGE(struct view *view) {
    if (view->options.ascii) {
        say(view, WORD_NO_CHINESE);
        return VIEW_STAYS;
    }
    view_set_chinese(view, !view->options.chinese);
    return VIEW_STAYS;
}

static enum view_result act_HELP(struct view *view) {
    view->overlay = OVERLAY_HELP;
    view->page = 0;
    return VIEW_STAYS;
}

static enum view_result act_QUIT(struct view *view) {
    (void)view;
    return VIEW_QUITS;
}

enum view_result actions_do(struct view *view, int key) {
    static const struct {
        int key;
        enum view_result (*act)(struct view *view);
    } keys[] = {
#define KEY(action, key, shown, english, chinese) {key, act_##action},
#include "view/keys.def"
#undef KEY
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].key == key) {
            return keys[i].act(view);
        }
    }
    return VIEW_STAYS;
}

// The line of text in which a position is typed --------------------------------------------------

static void go_to_typed(struct view *view) {
    struct diag diag = {0};
    struct buf text = {0};
    const char *typed = buf_text(&view->typed);
    // A number alone is a tick.
    if (typed[strspn(typed, "0123456789")] == '\0') {
        buf_puts(&text, "tick:");
    }
    buf_puts(&text, typed);
    if (!view_go_to(view, buf_text(&text), &diag)) {
        snprintf(view->message, sizeof view->message, "%.255s", diag.message);
    }
    buf_free(&text);
}

void actions_type(struct view *view, int key) {
    if (key == TERM_ENTER) {
        view->overlay = OVERLAY_NONE;
        if (view->typed.length > 0) {
            go_to_typed(view);
        }
    } else if (key == TERM_ESCAPE || key == TERM_QUIT) {
        view->overlay = OVERLAY_NONE;
    } else if (key == TERM_BACKSPACE && view->typed.length > 0) {
        view->typed.data[--view->typed.length] = '\0';
    } else if (key > ' ' && key < 127 && view->typed.length < 24) {
        buf_putc(&view->typed, (char)key);
    }
}
