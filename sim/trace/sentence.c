// Which sentence tells an event: one small function for each kind of event chooses it.
#include "trace/sentence.h"

#include <string.h>

#include "trace/sentence_words.h"

#define LONG_TIME 10000000 // nanoseconds that pass unnoticed on a real clock

// Has the task told about had control before?
static bool has_run(const struct speaker *speaker) {
    uint64_t edges[2] = {0, speaker->state->position - 1};
    state_lane_cell lives;
    state_lane(speaker->state, speaker->task.id, edges, 1, &lives);
    return (lives & 1u << LIFE_RUNNING) != 0;
}

static enum sentence_id tell_tick(const struct speaker *speaker) {
    bool waited = speaker_passed(speaker) > 0 && speaker->state->counts[STATE_READY] == 0;
    return waited ? SENTENCE_TICK_WAITED : SENTENCE_TICK;
}

static bool awaited_is_cancelled(const struct speaker *speaker) {
    struct state_task awaited;
    return state_task(speaker->state, speaker->task.awaited, &awaited) &&
           awaited.life == LIFE_DONE && awaited.state == STATE_CANCELLED;
}

static enum sentence_id tell_ready(const struct speaker *speaker) {
    if (speaker->handle.what == WHAT_CALL || speaker->handle.task == 0) {
        return SENTENCE_READY_CALL;
    }
    if (speaker->handle.what == WHAT_WAKEUP && speaker->task.awaited != 0) {
        return awaited_is_cancelled(speaker) ? SENTENCE_READY_STRUCK : SENTENCE_READY_WOKEN;
    }
    return has_run(speaker) ? SENTENCE_READY_AGAIN : SENTENCE_READY_FIRST;
}

static enum sentence_id tell_timer(const struct speaker *speaker) {
    bool is_sleep = speaker->task.timer == speaker->event.id && speaker->task.id != 0;
    return is_sleep ? SENTENCE_TIMER_SLEEP : SENTENCE_TIMER;
}

static enum sentence_id tell_due(const struct speaker *speaker) {
    bool is_late = speaker->state->time - speaker->handle.when >= LONG_TIME;
    return is_late ? SENTENCE_DUE_LATE : SENTENCE_DUE;
}

static enum sentence_id tell_drop(const struct speaker *speaker) {
    bool was_there = speaker->handle.life == HANDLE_DROPPED;
    return was_there ? SENTENCE_DROP : SENTENCE_DROP_DONE;
}

// Is the task that runs about to get CancelledError?
static bool is_struck(const struct speaker *speaker) {
    return speaker->task.cancels > 0 && (!has_run(speaker) || awaited_is_cancelled(speaker));
}

static enum sentence_id tell_run(const struct speaker *speaker) {
    if (speaker->handle.what == WHAT_CALL || speaker->handle.task == 0) {
        return SENTENCE_RUN_CALL;
    }
    if (is_struck(speaker)) {
        return SENTENCE_RUN_CANCELLED;
    }
    if (speaker->handle.what == WHAT_WAKEUP && speaker->task.awaited != 0) {
        return SENTENCE_RUN_WOKEN;
    }
    return has_run(speaker) ? SENTENCE_RUN_AGAIN : SENTENCE_RUN_FIRST;
}

static enum sentence_id tell_back(const struct speaker *speaker) {
    static const enum sentence_id ids[BACK_COUNT] = {
        [BACK_AWAIT] = SENTENCE_BACK_AWAIT, [BACK_RETURN] = SENTENCE_BACK_RETURN,
        [BACK_RAISE] = SENTENCE_BACK_RAISE, [BACK_CANCELLED] = SENTENCE_BACK_CANCELLED,
        [BACK_CALL] = SENTENCE_BACK_CALL,
    };
    bool is_callback = speaker->handle.task == 0 || speaker->handle.what == WHAT_CALL;
    return is_callback ? SENTENCE_BACK_CALL : ids[speaker->event.choice];
}

static enum sentence_id tell_end(const struct speaker *speaker) {
    static const enum sentence_id ids[END_COUNT] = {
        [END_FINISHED] = SENTENCE_END_FINISHED,       [END_ERROR] = SENTENCE_END_ERROR,
        [END_DEADLOCK] = SENTENCE_END_DEADLOCK,       [END_LIMIT] = SENTENCE_END_LIMIT,
        [END_INTERRUPTED] = SENTENCE_END_INTERRUPTED,
    };
    return ids[speaker->event.choice];
}

static enum sentence_id tell_task(const struct speaker *speaker) {
    return speaker->event.other != 0 ? SENTENCE_TASK_BY : SENTENCE_TASK;
}

static enum sentence_id tell_future(const struct speaker *speaker) {
    if (speaker_text_is(speaker, speaker->event.text, EVENT_KIND_SLEEP)) {
        return SENTENCE_FUTURE_SLEEP;
    }
    bool is_gather = speaker_text_is(speaker, speaker->event.text, "gather");
    return is_gather ? SENTENCE_FUTURE_GATHER : SENTENCE_FUTURE;
}

static enum sentence_id tell_wait(const struct speaker *speaker) {
    return speaker_wait(speaker);
}

static enum sentence_id tell_done(const struct speaker *speaker) {
    static const enum sentence_id ids[STATE_COUNT] = {
        [STATE_RESULT] = SENTENCE_DONE_RESULT,
        [STATE_EXCEPTION] = SENTENCE_DONE_EXCEPTION,
        [STATE_CANCELLED] = SENTENCE_DONE_CANCELLED,
    };
    bool is_sleep = !speaker->task.is_task && speaker->event.choice == STATE_RESULT &&
                    speaker_text_is(speaker, speaker->task.kind, EVENT_KIND_SLEEP);
    return is_sleep ? SENTENCE_DONE_SLEEP : ids[speaker->event.choice];
}

static enum sentence_id tell_cancel(const struct speaker *speaker) {
    return speaker->event.other != 0 ? SENTENCE_CANCEL_BY : SENTENCE_CANCEL;
}

static enum sentence_id tell_rename(const struct speaker *speaker) {
    (void)speaker;
    return SENTENCE_RENAME;
}

static bool has_caller(const struct speaker *speaker) {
    struct state_frame frame;
    return state_frame(speaker->state, speaker->event.id, &frame) && frame.caller != 0;
}

static enum sentence_id tell_call(const struct speaker *speaker) {
    if (speaker->state->task == 0 && speaker->state->handle == 0) {
        return SENTENCE_CALL_OUTSIDE;
    }
    bool is_inside = has_caller(speaker) && speaker->state->task != 0;
    return is_inside ? SENTENCE_CALL_IN : SENTENCE_CALL;
}

static enum sentence_id tell_line(const struct speaker *speaker) {
    (void)speaker;
    return SENTENCE_LINE;
}

static enum sentence_id tell_set(const struct speaker *speaker) {
    (void)speaker;
    return SENTENCE_SET;
}

static enum sentence_id tell_return(const struct speaker *speaker) {
    return has_caller(speaker) ? SENTENCE_RETURN_TO : SENTENCE_RETURN;
}

static enum sentence_id tell_raise(const struct speaker *speaker) {
    return has_caller(speaker) ? SENTENCE_RAISE_TO : SENTENCE_RAISE;
}

static enum sentence_id tell_out(const struct speaker *speaker) {
    return speaker->event.choice == STREAM_STDERR ? SENTENCE_OUT_ERROR : SENTENCE_OUT;
}

static enum sentence_id tell_warn(const struct speaker *speaker) {
    (void)speaker;
    return SENTENCE_WARN;
}

static enum sentence_id (*const tellers[EVENT_KIND_COUNT])(const struct speaker *) = {
    [EVENT_TICK] = tell_tick,     [EVENT_READY] = tell_ready,   [EVENT_TIMER] = tell_timer,
    [EVENT_DUE] = tell_due,       [EVENT_DROP] = tell_drop,     [EVENT_RUN] = tell_run,
    [EVENT_BACK] = tell_back,     [EVENT_END] = tell_end,       [EVENT_TASK] = tell_task,
    [EVENT_FUTURE] = tell_future, [EVENT_WAIT] = tell_wait,     [EVENT_DONE] = tell_done,
    [EVENT_CANCEL] = tell_cancel, [EVENT_RENAME] = tell_rename, [EVENT_CALL] = tell_call,
    [EVENT_LINE] = tell_line,     [EVENT_SET] = tell_set,       [EVENT_RETURN] = tell_return,
    [EVENT_RAISE] = tell_raise,   [EVENT_OUT] = tell_out,       [EVENT_WARN] = tell_warn,
};

// A sentence may begin with the name of a thing: "the sleep", "a callback".
static void capitalize(struct buf *out, size_t begin) {
    char *text = out->data + begin;
    if (strncmp(text, "the ", 4) == 0 || strncmp(text, "a ", 2) == 0 ||
        strncmp(text, "asyncio's ", 10) == 0) {
        *text = (char)(*text - 'a' + 'A');
    }
}

// Says how much time has passed inside the tick before the event, if that is worth a sentence.
static bool put_passed(struct speaker *speaker) {
    bool moved = speaker->event.has_time && speaker->event.kind != EVENT_TICK;
    if (!moved || speaker_passed(speaker) < LONG_TIME) {
        return false;
    }
    speaker_say(speaker, SENTENCE_PASSED);
    return true;
}

static void put(struct speaker *speaker) {
    if (speaker->state->position == 0) {
        speaker_say(speaker, SENTENCE_NOTHING);
        return;
    }
    speaker_look(speaker);
    if (put_passed(speaker)) {
        speaker_break(speaker);
    }
    size_t begin = speaker->out->length;
    speaker_say(speaker, tellers[speaker->event.kind](speaker));
    capitalize(speaker->out, begin);
}

void sentence_put(struct buf *out, enum tongue tongue, const struct log *log,
                  const struct state *state) {
    struct speaker speaker = {.out = out, .tongue = tongue, .log = log, .state = state};
    put(&speaker);
}

void sentence_put_lines(struct buf *out, enum tongue tongue, const struct log *log,
                        const struct state *state) {
    struct speaker speaker = {
        .out = out, .tongue = tongue, .lines = true, .log = log, .state = state};
    put(&speaker);
    buf_putc(out, '\n');
}

bool sentence_put_passed(struct buf *out, enum tongue tongue, const struct log *log,
                         const struct state *state) {
    struct speaker speaker = {.out = out, .tongue = tongue, .log = log, .state = state};
    if (state->position == 0) {
        return false;
    }
    speaker_look(&speaker);
    return put_passed(&speaker);
}
