#include "view/actions.h"

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "view/pane.h"

// Milliseconds between the steps of playing, slowest first.
static const int pauses[] = {4000, 2000, 1000, 500, 250, 100, 30};
#define PAUSE_COUNT ((int)(sizeof pauses / sizeof *pauses))

static struct scene scene_of(struct view *view) {
    return (struct scene){view, view->options.header, view->options.log,
                          replay_seek(view->replay, view->position), view->options.chinese};
}

static void say(struct view *view, enum word text) {
    struct scene scene = scene_of(view);
    snprintf(view->message, sizeof view->message, "%s", word(&scene, text));
}

// Stepping ----------------------------------------------------------------------------------------

// The next position in [direction] at the goal, with more events produced until there is one.
static uint64_t find(struct view *view, int direction, struct replay_goal goal) {
    for (uint64_t ahead = VIEW_AHEAD;; ahead *= 2) {
        uint64_t found = replay_find(view->replay, view->position, direction, goal);
        if (found != REPLAY_NONE || direction < 0 || view->options.advance == NULL) {
            return found;
        }
        if (!view->options.advance(view->options.self, log_count(view->options.log) + ahead)) {
            return replay_find(view->replay, view->position, direction, goal);
        }
    }
}

static bool step(struct view *view, int direction, enum replay_goal_kind kind) {
    bool by_task = kind == REPLAY_LINE || kind == REPLAY_HANDOFF;
    struct replay_goal goal = {.kind = kind, .task = by_task ? view->follow : 0};
    uint64_t found = find(view, direction, goal);
    if (found == REPLAY_NONE) {
        uint64_t end = direction > 0 ? log_count(view->options.log) : 0;
        if (view->position == end) {
            say(view, WORD_NO_MORE);
            return false;
        }
        found = end; // what is left holds no such event: go where it ends
    }
    view_go(view, found);
    return true;
}

// The nearest of all stops in [direction].
static void step_to_break(struct view *view, int direction) {
    uint64_t best = REPLAY_NONE;
    for (size_t i = 0; i < view->breaks.count; i++) {
        const struct breakpoint *stop = &view->breaks.items[i];
        struct replay_goal goal = {.kind = REPLAY_BREAK, .file = stop->file, .line = stop->line};
        uint64_t found = find(view, direction, goal);
        bool nearer = best == REPLAY_NONE || (direction > 0 ? found < best : found > best);
        if (found != REPLAY_NONE && nearer) {
            best = found;
        }
    }
    if (best == REPLAY_NONE) {
        say(view, WORD_NO_MORE);
    } else {
        view_go(view, best);
    }
}

// Actions -----------------------------------------------------------------------------------------

#define STEP(NAME, direction, kind)                                                                \
    static enum view_result act_##NAME(struct view *view) {                                        \
        step(view, direction, kind);                                                               \
        return VIEW_STAYS;                                                                         \
    }
STEP(NEXT_LINE, +1, REPLAY_LINE)
STEP(PREVIOUS_LINE, -1, REPLAY_LINE)
STEP(NEXT_HANDOFF, +1, REPLAY_HANDOFF)
STEP(PREVIOUS_HANDOFF, -1, REPLAY_HANDOFF)
STEP(NEXT_TICK, +1, REPLAY_TICK)
STEP(PREVIOUS_TICK, -1, REPLAY_TICK)
STEP(NEXT_OUTPUT, +1, REPLAY_OUT)
STEP(PREVIOUS_OUTPUT, -1, REPLAY_OUT)
STEP(NEXT_EVENT, +1, REPLAY_EVENT)
STEP(PREVIOUS_EVENT, -1, REPLAY_EVENT)
#undef STEP

static enum view_result act_NEXT_BREAK(struct view *view) {
    step_to_break(view, +1);
    return VIEW_STAYS;
}

static enum view_result act_PREVIOUS_BREAK(struct view *view) {
    step_to_break(view, -1);
    return VIEW_STAYS;
}

static enum view_result act_FIRST(struct view *view) {
    view_go(view, 0);
    return VIEW_STAYS;
}

// The end of a program that never ends is as far as this has produced.
static enum view_result act_LAST(struct view *view) {
    if (view->options.advance != NULL) {
        view->options.advance(view->options.self, log_count(view->options.log) + 1000000);
    }
    view_go(view, log_count(view->options.log));
    return VIEW_STAYS;
}

static enum view_result act_GO_TO(struct view *view) {
    view->overlay = OVERLAY_GO;
    buf_clear(&view->typed);
    return VIEW_STAYS;
}

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
    view->follow = view->follow != 0 ? 0 : scene_of(view).state->task;
    return VIEW_STAYS;
}

static void toggle_break(struct view *view, uint32_t file, uint32_t line) {
    for (size_t i = 0; i < view->breaks.count; i++) {
        if (view->breaks.items[i].file == file && view->breaks.items[i].line == line) {
            view->breaks.items[i] = vec_pop(&view->breaks);
            return;
        }
    }
    *vec_push(&view->breaks) = (struct breakpoint){file, line};
}

static enum view_result act_BREAK(struct view *view) {
    const struct state *state = scene_of(view).state;
    struct state_frame frame;
    if (state->frame != 0 && state_frame(state, state->frame, &frame)) {
        toggle_break(view, frame.file, frame.line);
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

static enum view_result act_FOCUS(struct view *view) {
    do {
        view->focus = (enum view_pane)((view->focus + 1) % PANE_COUNT);
    } while (view->focus == PANE_NOTES && view->options.notes == NULL);
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

static enum view_result act_LANGUAGE(struct view *view) {
    view->options.chinese = !view->options.chinese;
    return VIEW_STAYS;
}

static enum view_result act_HELP(struct view *view) {
    view->overlay = OVERLAY_HELP;
    return VIEW_STAYS;
}

static enum view_result act_QUIT(struct view *view) {
    (void)view;
    return VIEW_QUITS;
}

static const struct {
    int key;
    enum view_result (*act)(struct view *view);
} keys[] = {
#define KEY(action, key, shown, english, chinese) {key, act_##action},
#include "view/keys.def"
#undef KEY
};

// The line of text in which a position is typed --------------------------------------------------

static void go_to_typed(struct view *view) {
    struct diag diag = {0};
    struct buf text = {0};
    // A number alone is a tick.
    if (view->typed.length > 0 && strchr(buf_text(&view->typed), ':') == NULL &&
        buf_text(&view->typed)[0] >= '0' && buf_text(&view->typed)[0] <= '9') {
        buf_puts(&text, "tick:");
    }
    buf_puts(&text, buf_text(&view->typed));
    if (!view_go_to(view, buf_text(&text), &diag)) {
        snprintf(view->message, sizeof view->message, "%.*s", (int)sizeof view->message - 1,
                 diag.message);
    }
    buf_free(&text);
}

static enum view_result type(struct view *view, int key) {
    if (key == TERM_ENTER) {
        view->overlay = OVERLAY_NONE;
        if (view->typed.length > 0) {
            go_to_typed(view);
        }
    } else if (key == TERM_ESCAPE || key == TERM_QUIT) {
        view->overlay = OVERLAY_NONE;
    } else if (key == TERM_BACKSPACE && view->typed.length > 0) {
        view->typed.data[--view->typed.length] = '\0';
    } else if (key > ' ' && key < 127 && view->typed.length < 40) {
        buf_putc(&view->typed, (char)key);
    }
    return VIEW_STAYS;
}

// The mouse ---------------------------------------------------------------------------------------

static bool is_inside(struct area area, int x, int y) {
    return area.canvas != NULL && x >= area.x && x < area.x + area.width && y >= area.y &&
           y < area.y + area.height;
}

static void click_line(struct view *view, const struct scene *scene, int y) {
    uint32_t line = pane_source_line(scene, view->layout.panes[PANE_SOURCE], y);
    struct state_frame frame = {0};
    if (scene->state->frame != 0) {
        state_frame(scene->state, scene->state->frame, &frame);
    }
    struct replay_goal goal = {.kind = REPLAY_BREAK, .file = frame.file, .line = line};
    uint64_t found = line == 0 ? REPLAY_NONE : find(view, +1, goal);
    if (found == REPLAY_NONE && line != 0) {
        found = find(view, -1, goal);
    }
    if (found != REPLAY_NONE) {
        view_go(view, found);
    }
}

static void follow_clicked(struct view *view, uint32_t task) {
    if (task != 0) {
        view->follow = view->follow == task ? 0 : task;
    }
}

static void click(struct view *view, int x, int y) {
    struct scene scene = scene_of(view);
    for (int i = 0; i < PANE_COUNT; i++) {
        struct area area = view->layout.panes[i];
        if (!is_inside(area, x, y)) {
            continue;
        }
        view->focus = (enum view_pane)i;
        if (i == PANE_SOURCE) {
            click_line(view, &scene, y - area.y);
        } else if (i == PANE_TIMELINE && x - area.x < 12) {
            follow_clicked(view, pane_timeline_task(&scene, area, y - area.y));
        } else if (i == PANE_TIMELINE) {
            view_go(view, pane_timeline_position(&scene, area, x - area.x));
        } else if (i == PANE_LOOP) {
            follow_clicked(view, pane_loop_task(&scene, area, y - area.y));
        }
        return;
    }
}

// Keys --------------------------------------------------------------------------------------------

static void play_on(struct view *view) {
    if (view->playing && !step(view, +1, REPLAY_LINE)) {
        view->playing = false;
    }
}

enum view_result view_key(struct view *view, struct term_event event) {
    if (event.key == TERM_NONE) {
        play_on(view);
        return VIEW_STAYS;
    }
    view->message[0] = '\0';
    if (view->overlay == OVERLAY_GO) {
        return type(view, event.key);
    }
    if (view->overlay == OVERLAY_HELP && event.key != TERM_RESIZE && event.key != TERM_QUIT) {
        view->overlay = OVERLAY_NONE;
        return VIEW_STAYS;
    }
    if (event.key == TERM_CLICK) {
        click(view, event.x, event.y);
        return VIEW_STAYS;
    }
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].key == event.key) {
            return keys[i].act(view);
        }
    }
    return VIEW_STAYS;
}

int view_wait(const struct view *view) {
    return view->playing ? pauses[view->speed] : -1;
}
