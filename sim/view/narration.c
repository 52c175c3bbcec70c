// The sentence of the screen: what just happened, why, and what is next.
//
// trace/sentence.h tells one event. A step passes over several, so this chooses those that are
// told: of what a line did, the most telling and what it stored; and with a task's going back to
// the loop, the event before that says why. It depends on the position alone.
#include <string.h>

#include "trace/sentence.h"
#include "view/pane.h"

#define LOOK_BACK      64  // events before `back` in which its reason is looked for
#define DEED_MOST      256 // events that one line may have made and that are looked at
#define SENTENCES_MOST 8   // of one event
#define OUTCOME_MOST   2   // sentences about what came of them

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

// Appends the sentences of the event before [position], from number [from] on, [most] at the most;
// returns how many it has in all.
static int tell_some(struct view *view, struct buf *out, uint64_t position, int from, int most) {
    struct buf lines = {0};
    sentence_put_lines(&lines, tongue_of(view), view->options.recording.log,
                       replay_seek(view->replay, position));
    const char *line = buf_text(&lines);
    int number = 0;
    for (const char *end; (end = strchr(line, '\n')) != NULL; line = end + 1, number++) {
        if (number >= from && number < from + most) {
            put_gap(view, out);
            buf_put(out, line, (size_t)(end - line));
        }
    }
    buf_free(&lines);
    return number;
}

static void tell(struct view *view, struct buf *out, uint64_t position) {
    tell_some(view, out, position, 0, SENTENCES_MOST);
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
        tell(view, out, position);
        return;
    }
    tell(view, out, reason);
    tell_some(view, out, position, 1, SENTENCES_MOST); // its first says less than the reason
}

// How much an event between two lines says about what the first of them did.
static int weight(enum event_kind kind) {
    static const int weights[EVENT_KIND_COUNT] = {
        [EVENT_RUN] = 9,   [EVENT_TASK] = 8,  [EVENT_CANCEL] = 8, [EVENT_OUT] = 7,
        [EVENT_WARN] = 7,  [EVENT_RAISE] = 6, [EVENT_RETURN] = 5, [EVENT_CALL] = 5,
        [EVENT_DONE] = 5,  [EVENT_TIMER] = 4, [EVENT_RENAME] = 4, [EVENT_FUTURE] = 3,
        [EVENT_READY] = 2, [EVENT_SET] = 1,   [EVENT_DROP] = 1,
    };
    return weights[kind];
}

// The position after the most telling of what happened between the line before and the one about to
// run, or since its task got control; 0: nothing that can be seen.
static uint64_t find_deed(const struct view *view) {
    uint64_t best = 0, line = view->position - 1;
    struct event event;
    int most = 0;
    for (uint64_t k = line; k > 0 && line - k < DEED_MOST; k--) {
        log_read(view->options.recording.log, k - 1, &event);
        if (event.kind == EVENT_LINE || event.kind == EVENT_BACK || event.kind == EVENT_TICK) {
            break;
        }
        if (weight((enum event_kind)event.kind) > most) {
            most = weight((enum event_kind)event.kind);
            best = k;
        }
    }
    return best;
}

// Tells a line that imported or defined something, which its long repr would only hide.
static bool tell_definition(struct view *view, struct buf *out, uint64_t position) {
    static const struct {
        const char *begins;
        enum word word;
    } sorts[] = {{"<module ", WORD_IMPORTED},
                 {"<function ", WORD_DEFINED},
                 {"<class '", WORD_DEFINED_CLASS}};
    const struct log *log = view->options.recording.log;
    struct event set, line;
    char space[LOG_VALUE_SPACE], name[LOG_VALUE_SPACE];
    struct scene scene = {.chinese = view->options.chinese};
    if (position < 2 || !log_read(log, position - 1, &set) || set.kind != EVENT_SET ||
        !log_read(log, position - 2, &line) || line.kind != EVENT_LINE) {
        return false;
    }
    const char *value = log_value(log, (enum event_value)set.value_kind, set.value, space, NULL);
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        if (strncmp(value, sorts[i].begins, strlen(sorts[i].begins)) == 0) {
            buf_printf(out, word(&scene, sorts[i].word), (unsigned)line.line,
                       log_text(log, set.name, name, NULL));
            return true;
        }
    }
    return false;
}

// Tells what came of it: what was returned and what was stored, but not the arguments of a call.
static void tell_outcome(struct view *view, struct buf *out, uint64_t after) {
    uint64_t told[OUTCOME_MOST];
    size_t count = 0;
    struct event event;
    for (uint64_t k = view->position - 1; k > after; k--) {
        log_read(view->options.recording.log, k - 1, &event);
        if (event.kind == EVENT_CALL) {
            count = 0;
        } else if (count < OUTCOME_MOST && (event.kind == EVENT_SET || event.kind == EVENT_RETURN ||
                                            event.kind == EVENT_RAISE)) {
            told[count++] = k;
        }
    }
    while (count > 0) {
        tell(view, out, told[--count]);
    }
}

// What happened since the line before: the most telling of it, and what came of that. The clock
// may have moved without any event: then the line about to run, [next], says so.
static void tell_deed(struct view *view, struct buf *out, const struct event *next) {
    uint64_t best = find_deed(view);
    struct event event = {.kind = EVENT_KIND_COUNT};
    bool time_passed = next->has_time && tell_some(view, out, view->position, 0, 0) > 1;
    if (time_passed) {
        tell_some(view, out, view->position, 0, 1);
    }
    if (best == 0 && !time_passed) {
        say(view, out, WORD_NO_CHANGE);
    }
    if (best == 0) {
        return;
    }
    log_read(view->options.recording.log, best - 1, &event);
    if (event.kind == EVENT_CALL && best == 1) {
        say(view, out, WORD_PROGRAM_BEGINS);
    } else if (!tell_definition(view, out, best)) {
        tell(view, out, best);
        if (event.kind != EVENT_CALL) {
            tell_outcome(view, out, best);
        }
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
    struct event last;
    if (view->position == 0) {
        say(view, out, WORD_START);
        return;
    }
    log_read(view->options.recording.log, view->position - 1, &last);
    if (last.kind == EVENT_LINE) {
        tell_deed(view, out, &last);
        tell_next(view, out, &last);
    } else if (last.kind == EVENT_BACK) {
        tell_back(view, out, &last);
    } else if (last.kind == EVENT_CALL && view->position == 1) {
        say(view, out, WORD_PROGRAM_BEGINS);
    } else {
        tell(view, out, view->position);
    }
}
