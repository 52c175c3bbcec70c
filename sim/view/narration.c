// The sentence of the screen: what just happened, why, and what is next.
//
// trace/sentence.h tells one event. A step passes over several, so this chooses whose sentences
// are told together: why a task gave control back stands in the event before, and why a function
// began is that its task got control. It depends on the position alone.
#include <string.h>

#include "trace/sentence.h"
#include "view/pane.h"

#define LOOK_BACK 64 // events before `back` in which its reason is looked for

static enum tongue tongue_of(const struct view *view) {
    return view->options.chinese ? TONGUE_ZH : TONGUE_EN;
}

static void say(struct view *view, struct buf *out, enum word which) {
    struct scene scene = {.chinese = view->options.chinese};
    const char *text = word(&scene, which);
    buf_puts(out, text);
}

// Between two sentences; Chinese needs no space there.
static void put_gap(const struct view *view, struct buf *out) {
    if (out->length > 0 && !view->options.chinese) {
        buf_putc(out, ' ');
    }
}

// Appends the sentences of the event before [position], without the first [skip] of them.
static void tell(struct view *view, struct buf *out, uint64_t position, int skip) {
    struct buf lines = {0};
    sentence_put_lines(&lines, tongue_of(view), view->options.recording.log,
                       replay_seek(view->replay, position));
    const char *line = buf_text(&lines);
    for (const char *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        if (skip-- <= 0) {
            put_gap(view, out);
            buf_put(out, line, (size_t)(end - line));
        }
    }
    buf_free(&lines);
}

// The position after the event that says why the task of the handle gave control back just before
// [position]: it waits, or it is done. 0: not known.
static uint64_t find_reason(const struct view *view, uint64_t position) {
    struct event event;
    for (uint64_t k = position - 1; k > 0 && position - k < LOOK_BACK; k--) {
        log_read(view->options.recording.log, k - 1, &event);
        if (event.kind == EVENT_WAIT || event.kind == EVENT_DONE) {
            return k;
        }
        if (event.kind == EVENT_RUN || event.kind == EVENT_BACK) {
            break;
        }
    }
    return 0;
}

static void tell_back(struct view *view, struct buf *out, const struct event *back) {
    uint64_t position = view->position;
    uint64_t reason = back->choice == BACK_CALL ? 0 : find_reason(view, position);
    if (reason == 0 || back->has_time) {
        tell(view, out, position, 0);
        return;
    }
    tell(view, out, reason, 0);
    tell(view, out, position, 1); // its first sentence says less than the reason
}

// What has happened, as far as it can be seen.
static void tell_last(struct view *view, struct buf *out, const struct event *next) {
    uint64_t position = view->position;
    struct event last, before = {.kind = EVENT_KIND_COUNT};
    log_read(view->options.recording.log, position - 1, &last);
    if (position > 1) {
        log_read(view->options.recording.log, position - 2, &before);
    }
    if (last.kind == EVENT_CALL && position == 1) {
        say(view, out, WORD_PROGRAM_BEGINS);
    } else if (last.kind == EVENT_CALL && before.kind == EVENT_RUN) {
        tell(view, out, position - 1, 0);
    } else if (last.kind == EVENT_LINE && next->kind == EVENT_LINE) {
        struct scene scene = {.chinese = view->options.chinese};
        buf_printf(out, word(&scene, WORD_LINE_RAN), (unsigned)last.line);
    } else if (last.kind == EVENT_BACK) {
        tell_back(view, out, &last);
    } else {
        tell(view, out, position, 0);
    }
}

// The line about to run, and of what.
static void tell_next(struct view *view, struct buf *out, const struct event *next) {
    struct scene scene = scene_make(view);
    struct state_frame frame;
    struct buf name = {0};
    put_gap(view, out);
    if (state_frame(scene.state, next->id, &frame)) {
        scene_put_text(&scene, &name, frame.func);
    }
    if (strcmp(buf_text(&name), "<module>") == 0) {
        buf_printf(out, word(&scene, WORD_NEXT_LINE_MAIN), (unsigned)next->line);
    } else {
        buf_printf(out, word(&scene, WORD_NEXT_LINE), (unsigned)next->line, buf_text(&name));
    }
    buf_free(&name);
}

void narration_put(struct view *view, struct buf *out) {
    if (view->position == 0) {
        say(view, out, WORD_START);
        return;
    }
    struct event next = {.kind = EVENT_KIND_COUNT};
    log_read(view->options.recording.log, view->position, &next);
    tell_last(view, out, &next);
    if (next.kind == EVENT_LINE) {
        tell_next(view, out, &next);
    }
}
