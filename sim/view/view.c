// The view's life: what it is made of, and how it takes keys.
#include "view/view.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "view/actions.h"
#include "view/mouse.h"
#include "view/pane.h"
#include "view/spot.h"
#include "view/steps.h"

#define SLOW_WAIT 10 // milliseconds for a key, while the program computes

// The moments of the notes in the language that is on.
static void make_moments(struct view *view) {
    const struct notes *notes = view->options.notes[view->options.chinese ? 1 : 0];
    notes_moments_free(view->moments);
    view->moments =
        notes == NULL ? NULL : notes_moments_new(notes, view->options.recording.header->model);
}

struct view *view_new(const struct view_options *options) {
    struct view *view = mem_zalloc(1, sizeof *view);
    view->options = *options;
    view->options.chinese = options->chinese && !options->ascii;
    view->replay = replay_new(options->recording.log);
    view->speed = ACTIONS_SPEED_START;
    make_moments(view);
    steps_produce(view, 0);
    return view;
}

void view_free(struct view *view) {
    if (view == NULL) {
        return;
    }
    replay_free(view->replay);
    notes_moments_free(view->moments);
    vec_free(&view->breaks);
    buf_free(&view->typed);
    mem_free(view);
}

void view_set_chinese(struct view *view, bool chinese) {
    view->options.chinese = chinese;
    make_moments(view);
}

// The position of [spot] in the recording now shown, with as much of it produced as that takes.
static uint64_t find_spot(struct view *view, struct spot spot, const struct log *from) {
    struct log *log = view->options.recording.log;
    uint64_t found = spot_find(log, spot, from);
    bool more = true;
    for (uint64_t ahead = STEPS_AHEAD; found == LOG_NONE && more; ahead *= 2) {
        more = steps_produce_more(view, ahead);
        found = spot_find(log, spot, from);
    }
    return found;
}

void view_switch(struct view *view, const struct view_recording *recording) {
    const struct log *from = view->options.recording.log;
    struct spot spot = spot_of(view->options.recording.log, view->position);
    replay_free(view->replay);
    view->options.recording = *recording;
    view->replay = replay_new(recording->log);
    view->follow = 0; // the other run numbers its tasks otherwise
    make_moments(view);
    bool is_notes = strcmp(recording->header->model, "notes") == 0;
    struct scene scene = {.chinese = view->options.chinese};
    snprintf(view->message, sizeof view->message, "%s",
             word(&scene, is_notes ? WORD_MODEL_NOTES : WORD_MODEL_CPYTHON));
    steps_produce(view, 0);
    view_go(view, spot.line == 0 ? view->position : find_spot(view, spot, from));
}

bool view_is_chinese(const struct view *view) {
    return view->options.chinese;
}

// Positions ------------------------------------------------------------------------------------

uint64_t view_position(const struct view *view) {
    return view->position;
}

void view_go(struct view *view, uint64_t position) {
    steps_produce(view, position);
    uint64_t count = replay_count(view->replay);
    view->position = position < count ? position : count;
    memset(view->scroll, 0, sizeof view->scroll);
}

// Produces until the position that [text] names is in the log, or the run has ended.
bool view_go_to(struct view *view, const char *text, struct diag *diag) {
    bool is_end = strcmp(text, "end") == 0, more = true, found = false;
    uint64_t position = 0;
    for (uint64_t ahead = STEPS_AHEAD; more && !found; ahead *= 2) {
        more = steps_produce_more(view, ahead);
        found = (!more || !is_end) && replay_parse(view->replay, text, &position, diag);
    }
    if (found) {
        view_go(view, position);
    }
    return found;
}

// Keys -----------------------------------------------------------------------------------------

static void play_on(struct view *view) {
    if (view->playing && !steps_go_line(view, +1) && !view->is_slow) {
        view->playing = false;
    }
}

// A key while the help is shown: the next page, or back to the screen.
static void turn_page(struct view *view) {
    view->page++;
    view->overlay = view->is_last_page ? OVERLAY_NONE : OVERLAY_HELP;
}

enum view_result view_key(struct view *view, struct term_event event) {
    if (event.key == TERM_NONE || event.key == TERM_RESIZE) {
        play_on(view);
        return VIEW_STAYS;
    }
    view->message[0] = '\0';
    if (view->overlay == OVERLAY_GO) {
        actions_type(view, event.key);
        return VIEW_STAYS;
    }
    if (view->overlay == OVERLAY_HELP && event.key != TERM_QUIT) {
        turn_page(view);
        return VIEW_STAYS;
    }
    if (event.key == TERM_CLICK) {
        mouse_click(view, event.x, event.y);
        return VIEW_STAYS;
    }
    bool is_wheel = event.key == TERM_WHEEL_UP || event.key == TERM_WHEEL_DOWN;
    enum view_pane under = mouse_pane(view, event.x, event.y);
    if (is_wheel && under != PANE_COUNT) {
        view->focus = under;
    }
    return actions_do(view, event.key);
}

int view_wait(const struct view *view) {
    if (view->is_slow) {
        return SLOW_WAIT;
    }
    return view->playing ? actions_pause(view) : -1;
}
