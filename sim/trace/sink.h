// The sink: how the loop writes down what happens. Each function appends one event to the tape.
//
//     struct sink sink = {.tape = tape, .detail = DETAIL_VALUES};
//     sink_tick(&sink, 1, 0);
//     sink_run(&sink, handle);
//
// A sink without a tape records nothing, at the cost of one test. Texts are ids of tape_text on
// the same tape; 0 is "none". Times are nanoseconds of loop time. The machine writes lines,
// stores, calls and returns by itself (base/tape.h). The order that readers rely on: `task` and
// `future` come before any event that names their id, and `ready` or `timer` before the rest of
// a handle; `wait`, or `done` with the `ready` events of its callbacks, comes before `back`.
//
// How the words of these kinds are laid out is known here and in log.c alone.
#ifndef TRACE_SINK_H
#define TRACE_SINK_H

#include <stdint.h>

#include "base/tape.h"
#include "trace/event.h"

// The kinds of tape words that the sink writes. TIME is no event: it dates the one after it.
enum sink_word {
    SINK_TIME = TAPE_FIRST_FREE, // extra: time
    SINK_TICK,                   // small, big: n; extra: time
    SINK_READY,                  // small: what | SINK_LIB, big: h; extra: task | name << 32
    SINK_TIMER,                  // as SINK_READY; extra before: when
    SINK_DUE,                    // big: h, as in the next four
    SINK_DROP,
    SINK_RUN,
    SINK_BACK,   // small: why
    SINK_END,    // small: why
    SINK_TASK,   // big: id; extra: name | coro << 32, by (only where there is one)
    SINK_FUTURE, // big: id; small or extra: kind
    SINK_WAIT,   // big: task; extra: on (none for a bare yield)
    SINK_DONE,   // big: id; small: state | value kind << 8; extra: value
    SINK_CANCEL, // big: id; extra: by (only where there is one)
    SINK_RENAME, // big: id; extra: name
    SINK_OUT,    // small: stream, big: text
    SINK_WARN,   // big: text; extra: category (only where there is one)
    SINK_COUNT
};

#define SINK_LIB 0x100u // in small of READY and TIMER: the text is `lib`, not `name`

struct sink {
    struct tape *tape;        // where to; NULL: nothing is recorded
    enum trace_detail detail; // what the machine is asked to report; the sink's events do not ask
    int64_t time;             // the time that the tape knows of
};

// A handle's callback: what it does and whose it is.
struct sink_handle {
    uint32_t id;          // h
    enum event_what what; // step, wakeup or call
    uint32_t task;        // whose, 0: not known
    uint32_t name;        // call: qualified name, where the program defines it; otherwise 0
    uint32_t lib;         // call: the library's own, in a few words ("sleep over"); otherwise 0
};

// Dates the next event: time has moved inside a tick to [time].
static inline void sink_time(struct sink *sink, int64_t time) {
    if (sink->tape == NULL || time == sink->time) {
        return;
    }
    sink->time = time;
    if (sink->tape->end - sink->tape->next < 16) {
        tape_grow(sink->tape, 16); // it must stand in the same chunk as the event that it dates
    }
    *tape_append(sink->tape, SINK_TIME, 1, 0, 0) = (uint64_t)time;
    sink->tape->events--;
}

// Iteration [n] of the loop begins at [time].
static inline void sink_tick(struct sink *sink, uint64_t n, int64_t time) {
    if (sink->tape == NULL) {
        return;
    }
    sink->time = time;
    *tape_append(sink->tape, SINK_TICK, 1, (uint16_t)(n >> 32), (uint32_t)n) = (uint64_t)time;
}

static inline uint16_t sink_what(const struct sink_handle *handle) {
    return (uint16_t)(handle->what | (handle->lib != 0 ? SINK_LIB : 0));
}

static inline uint64_t sink_whose(const struct sink_handle *handle) {
    return handle->task | (uint64_t)(handle->lib | handle->name) << 32;
}

// The handle joins the end of the ready queue.
static inline void sink_ready(struct sink *sink, struct sink_handle handle) {
    if (sink->tape != NULL) {
        *tape_append(sink->tape, SINK_READY, 1, sink_what(&handle), handle.id) =
            sink_whose(&handle);
    }
}

// The handle is pushed on the timer heap with the deadline [when].
static inline void sink_timer(struct sink *sink, struct sink_handle handle, int64_t when) {
    if (sink->tape != NULL) {
        uint64_t *extra = tape_append(sink->tape, SINK_TIMER, 2, sink_what(&handle), handle.id);
        extra[0] = (uint64_t)when;
        extra[1] = sink_whose(&handle);
    }
}

// The timer [handle] leaves the heap for the end of the ready queue.
static inline void sink_due(struct sink *sink, uint32_t handle) {
    if (sink->tape != NULL) {
        tape_append(sink->tape, SINK_DUE, 0, 0, handle);
    }
}

// The [handle] is cancelled.
static inline void sink_drop(struct sink *sink, uint32_t handle) {
    if (sink->tape != NULL) {
        tape_append(sink->tape, SINK_DROP, 0, 0, handle);
    }
}

// Control goes from the loop to [handle].
static inline void sink_run(struct sink *sink, uint32_t handle) {
    if (sink->tape != NULL) {
        tape_append(sink->tape, SINK_RUN, 0, 0, handle);
    }
}

// Control comes back from [handle] to the loop.
static inline void sink_back(struct sink *sink, uint32_t handle, enum event_back why) {
    if (sink->tape != NULL) {
        tape_append(sink->tape, SINK_BACK, 0, (uint16_t)why, handle);
    }
}

// The run is over; nothing comes after it.
static inline void sink_end(struct sink *sink, enum event_end why) {
    if (sink->tape != NULL) {
        tape_append(sink->tape, SINK_END, 0, (uint16_t)why, 0);
    }
}

// The task [id] is created from the coroutine [coro] by the task [by] (0: by none). For the name
// "Task-n" give TAPE_TEXT_NUMBERED | n, which interns nothing.
static inline void sink_task(struct sink *sink, uint32_t id, uint32_t name, uint32_t coro,
                             uint32_t by) {
    if (sink->tape != NULL) {
        uint64_t *extra = tape_append(sink->tape, SINK_TASK, by != 0 ? 2 : 1, 0, id);
        extra[0] = name | (uint64_t)coro << 32;
        if (by != 0) {
            extra[1] = by;
        }
    }
}

// The future [id] is created; [kind] is the text "sleep", "gather", "future", …
static inline void sink_future(struct sink *sink, uint32_t id, uint32_t kind) {
    if (sink->tape == NULL) {
        return;
    }
    if (kind <= UINT16_MAX) {
        tape_append(sink->tape, SINK_FUTURE, 0, (uint16_t)kind, id);
    } else {
        *tape_append(sink->tape, SINK_FUTURE, 1, 0, id) = kind;
    }
}

// The [task] suspends until the task or future [on] is done; 0 is a bare yield.
static inline void sink_wait(struct sink *sink, uint32_t task, uint32_t on) {
    if (sink->tape == NULL) {
        return;
    }
    uint64_t *extra = tape_append(sink->tape, SINK_WAIT, on != 0 ? 1 : 0, 0, task);
    if (on != 0) {
        *extra = on;
    }
}

// The task or future [id] is done. Its value is [value], held as [kind] says: a text is the repr
// (tape_repr cuts it at 200 characters); a cancelled one has none (EVENT_VALUE_ABSENT).
static inline void sink_done(struct sink *sink, uint32_t id, enum event_state state,
                             enum event_value kind, uint64_t value) {
    if (sink->tape == NULL) {
        return;
    }
    bool none = kind == EVENT_VALUE_ABSENT || (kind == EVENT_VALUE_TEXT && value == TAPE_TEXT_NONE);
    uint16_t small = (uint16_t)(state | (unsigned)kind << 8);
    uint64_t *extra = tape_append(sink->tape, SINK_DONE, none ? 0 : 1, small, id);
    if (!none) {
        *extra = value;
    }
}

// The task [by] (0: none) asks for the cancellation of [id].
static inline void sink_cancel(struct sink *sink, uint32_t id, uint32_t by) {
    if (sink->tape == NULL) {
        return;
    }
    uint64_t *extra = tape_append(sink->tape, SINK_CANCEL, by != 0 ? 1 : 0, 0, id);
    if (by != 0) {
        *extra = by;
    }
}

// The task [id] is called [name] from now on.
static inline void sink_rename(struct sink *sink, uint32_t id, uint32_t name) {
    if (sink->tape != NULL) {
        *tape_append(sink->tape, SINK_RENAME, 1, 0, id) = name;
    }
}

// The program wrote [text].
static inline void sink_out(struct sink *sink, enum event_stream stream, uint32_t text) {
    if (sink->tape != NULL) {
        tape_append(sink->tape, SINK_OUT, 0, (uint16_t)stream, text);
    }
}

// The runtime warned; [category] is "RuntimeWarning", … or 0.
static inline void sink_warn(struct sink *sink, uint32_t text, uint32_t category) {
    if (sink->tape == NULL) {
        return;
    }
    uint64_t *extra = tape_append(sink->tape, SINK_WARN, category != 0 ? 1 : 0, 0, text);
    if (category != 0) {
        *extra = category;
    }
}

// Appends any decoded event, of the machine's kinds too: for readers that fill a tape. A value that
// is not of the kind `done` must be there.
void sink_event(struct sink *sink, const struct event *event);

#endif
