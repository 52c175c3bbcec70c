// A small run by hand: main creates two tasks that sleep, awaits both, and one is cancelled; then
// the rest of the kinds of events.
#ifndef TESTS_TRACE_SAMPLE_RUN_H
#define TESTS_TRACE_SAMPLE_RUN_H

#include "trace/sink.h"

#define SAMPLE_SECOND INT64_C(1000000000)

static inline uint32_t sample_text(struct sink *sink, const char *text) {
    return tape_text(sink->tape, text, strlen(text));
}

static inline void sample_ready(struct sink *sink, uint32_t id, enum event_what what, uint32_t task,
                                const char *name, const char *lib) {
    sink_ready(sink, (struct sink_handle){id, what, task, sample_text(sink, name),
                                          sample_text(sink, lib)});
}

// Task [task] calls say_after in [frame] and sleeps so many seconds by timer [timer] and [future].
static inline void sample_sleep(struct sink *sink, uint32_t task, uint32_t frame, uint32_t timer,
                                uint32_t future, int64_t seconds) {
    tape_call(sink->tape, frame, 0, sample_text(sink, "say_after"), 3, 0, task);
    tape_line(sink->tape, frame, 4);
    sink_future(sink, future, sample_text(sink, "sleep"));
    sink_timer(sink,
               (struct sink_handle){timer, WHAT_CALL, task, 0, sample_text(sink, "sleep over")},
               seconds * SAMPLE_SECOND);
    sink_wait(sink, task, future);
}

static inline void sample_start(struct sink *sink) {
    struct tape *tape = sink->tape;
    tape_call(tape, 1, 0, sample_text(sink, "<module>"), 1, 0, 0);
    sink_task(sink, 1, TAPE_TEXT_NUMBERED | 1, sample_text(sink, "main"), 0);
    sample_ready(sink, 1, WHAT_STEP, 1, "", "");
    sink_tick(sink, 1, 0);
    sink_run(sink, 1);
    tape_call(tape, 2, 0, sample_text(sink, "main"), 7, 0, 1);
    tape_line(tape, 2, 8);
    sink_task(sink, 2, TAPE_TEXT_NUMBERED | 2, sample_text(sink, "say_after"), 1);
    sample_ready(sink, 2, WHAT_STEP, 2, "", "");
    sink_task(sink, 3, sample_text(sink, "late"), sample_text(sink, "say_after"), 1);
    sample_ready(sink, 3, WHAT_STEP, 3, "", "");
    sink_wait(sink, 1, 2);
    sink_back(sink, 1, BACK_AWAIT);
    sink_tick(sink, 2, 0);
    sink_run(sink, 2);
    sample_sleep(sink, 2, 3, 4, 4, 1);
    sink_back(sink, 2, BACK_AWAIT);
    sink_run(sink, 3);
    sample_sleep(sink, 3, 4, 5, 5, 2);
    sink_back(sink, 3, BACK_AWAIT);
}

static inline void sample_wake(struct sink *sink) {
    struct tape *tape = sink->tape;
    sink_tick(sink, 3, SAMPLE_SECOND);
    sink_due(sink, 4);
    sink_run(sink, 4);
    sink_done(sink, 4, STATE_RESULT, EVENT_VALUE_TEXT, TAPE_TEXT_NONE);
    sample_ready(sink, 6, WHAT_WAKEUP, 2, "", "");
    sink_back(sink, 4, BACK_CALL);
    sink_tick(sink, 4, SAMPLE_SECOND);
    sink_run(sink, 6);
    sink_out(sink, STREAM_STDOUT, sample_text(sink, "hello\n"));
    tape_set(tape, TAPE_SET_INT, 3, sample_text(sink, "x"), 7);
    tape_call(tape, 5, 0, sample_text(sink, "helper"), 20, 3, 2);
    tape_raise(tape, 5, sample_text(sink, "KeyError('x')"));
    tape_return(tape, TAPE_RETURN_INT, 3, 42);
    sink_done(sink, 2, STATE_RESULT, EVENT_VALUE_INT, 42);
    sample_ready(sink, 7, WHAT_WAKEUP, 1, "", "");
    sink_back(sink, 6, BACK_RETURN);
}

static inline void sample_cancel(struct sink *sink) {
    sink_tick(sink, 5, SAMPLE_SECOND);
    sink_run(sink, 7);
    sink_cancel(sink, 3, 1);
    sink_drop(sink, 5);
    sink_done(sink, 5, STATE_CANCELLED, EVENT_VALUE_ABSENT, 0);
    sample_ready(sink, 8, WHAT_WAKEUP, 3, "", "");
    sink_wait(sink, 1, 0);
    sample_ready(sink, 9, WHAT_STEP, 1, "", "");
    sink_back(sink, 7, BACK_AWAIT);
    sink_tick(sink, 6, SAMPLE_SECOND);
    sink_run(sink, 8);
    sink_done(sink, 3, STATE_CANCELLED, EVENT_VALUE_ABSENT, 0);
    sink_back(sink, 8, BACK_CANCELLED);
    sink_run(sink, 9);
    sink_rename(sink, 1, sample_text(sink, "boss"));
    sample_ready(sink, 10, WHAT_CALL, 0, "beep", "");
    sample_ready(sink, 11, WHAT_CALL, 1, "", "gather: a child is done");
    sink_timer(sink, (struct sink_handle){12, WHAT_CALL, 0, sample_text(sink, "beep"), 0},
               2 * SAMPLE_SECOND);
    sink_future(sink, 6, sample_text(sink, "gather"));
    sink_future(sink, 7, sample_text(sink, "future"));
    sink_time(sink, 3 * SAMPLE_SECOND);
    sink_wait(sink, 1, 6);
    sink_back(sink, 9, BACK_AWAIT);
}

static inline void sample_finish(struct sink *sink) {
    sink_tick(sink, 7, 3 * SAMPLE_SECOND);
    sink_due(sink, 12);
    sink_run(sink, 10);
    sink_out(sink, STREAM_STDERR, sample_text(sink, "\x1b[31mred\n"));
    sink_warn(sink, sample_text(sink, "coroutine 'f' was never awaited"),
              sample_text(sink, "RuntimeWarning"));
    sink_back(sink, 10, BACK_CALL);
    sink_run(sink, 11);
    sink_done(sink, 6, STATE_EXCEPTION, EVENT_VALUE_TEXT, sample_text(sink, "ValueError('no')"));
    sink_back(sink, 11, BACK_CALL);
    sink_run(sink, 12);
    sink_back(sink, 12, BACK_CALL);
    sink_end(sink, END_DEADLOCK);
}

// Returns the tape of the whole run, freed by the caller.
static inline struct tape *sample_run(void) {
    struct sink sink = {.tape = tape_new()};
    sample_start(&sink);
    sample_wake(&sink);
    sample_cancel(&sink);
    sample_finish(&sink);
    return sink.tape;
}

#endif
