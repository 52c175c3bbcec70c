// An event: one thing that happened in a run, decoded from the tape or from a trace file.
//
// All kinds share one struct; event.def says which kind uses which fields and how the file names
// them. Ids count from 1, so 0 means "none". Texts are ids on the tape (log_text gives them).
#ifndef TRACE_EVENT_H
#define TRACE_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum event_kind {
#define EVENT(kind, name, ...) EVENT_##kind,
#include "trace/event.def"
    EVENT_KIND_COUNT
};

// What a handle will do when it runs.
enum event_what {
    WHAT_STEP,   // a task's first step, or its next after a bare yield
    WHAT_WAKEUP, // a task goes on, since what it awaited is done
    WHAT_CALL,   // any other callback
    WHAT_COUNT
};

// Why control came back to the loop.
enum event_back {
    BACK_AWAIT,     // the task suspended
    BACK_RETURN,    // the task ended with a result
    BACK_RAISE,     // the task ended with an exception
    BACK_CANCELLED, // the task ended cancelled
    BACK_CALL,      // a callback returned
    BACK_COUNT
};

// How a task or future ended.
enum event_state { STATE_RESULT, STATE_EXCEPTION, STATE_CANCELLED, STATE_COUNT };

// Why the run ended.
enum event_end {
    END_FINISHED,
    END_ERROR,
    END_DEADLOCK, // nothing is ready, nothing is scheduled, someone still waits
    END_LIMIT,
    END_INTERRUPTED,
    END_COUNT
};

enum event_stream { STREAM_STDOUT, STREAM_STDERR, STREAM_COUNT };

// How much a trace holds.
enum trace_detail {
    DETAIL_SCHEDULE, // no Code events but out and warn
    DETAIL_LINES,    // all but set
    DETAIL_VALUES,   // all
    DETAIL_COUNT
};

// How [value] of an event is held; in the file it is always a text.
enum event_value {
    EVENT_VALUE_ABSENT, // a cancelled task has no value
    EVENT_VALUE_INT,    // the bits of an int64
    EVENT_VALUE_FLOAT,  // the bits of a double
    EVENT_VALUE_TEXT,   // a text id
};

struct event {
    uint8_t kind;       // enum event_kind
    uint8_t choice;     // the kind's own enum: what, why, state, stream
    uint8_t value_kind; // enum event_value
    bool has_time;      // [time] is given: on tick, and where time has moved inside a tick
    uint32_t id;        // whom it is about: a handle, a frame, a task or future
    uint32_t task;      // whose: ready, timer, call
    uint32_t other;     // wait: on; task, cancel: by; call: in
    uint32_t name;      // text: ready, timer, task, rename, set; warn: its category
    uint32_t lib;       // text: the library's own callback, in a few words
    uint32_t text;      // text: coro, kind, func; the text of out and warn
    uint32_t file;      // call: number in the header's files
    uint32_t line;      // call, line: from 1
    int64_t time;       // nanoseconds of loop time, from 0; see has_time
    int64_t when;       // timer: its deadline
    uint64_t number;    // tick: n
    uint64_t value;     // done, set, return, raise; see value_kind
};

// The words by which readers know a sleep: the `lib` of its timer and the kind of its future.
#define EVENT_LIB_SLEEP  "sleep over"
#define EVENT_KIND_SLEEP "sleep"

// How the file spells each choice; the names end with NULL.
extern const char *const event_what_names[];
extern const char *const event_back_names[];
extern const char *const event_state_names[];
extern const char *const event_end_names[];
extern const char *const event_stream_names[];
extern const char *const trace_detail_names[];

// What a key of an event holds in the file; ids, choices, FILE and LINE are 0 if not given.
enum event_type {
    EVENT_TYPE_COUNT,      // a whole number
    EVENT_TYPE_TIME,       // seconds
    EVENT_TYPE_HANDLE,     // an id that was given out before
    EVENT_TYPE_HANDLE_NEW, // an id that this event gives out
    EVENT_TYPE_TASK,
    EVENT_TYPE_TASK_NEW,
    EVENT_TYPE_TASK_OR_NULL,
    EVENT_TYPE_FRAME,
    EVENT_TYPE_FRAME_NEW,
    EVENT_TYPE_FILE,
    EVENT_TYPE_LINE,
    EVENT_TYPE_TEXT,
    EVENT_TYPE_VALUE,
    EVENT_TYPE_WHAT,
    EVENT_TYPE_BACK,
    EVENT_TYPE_STATE,
    EVENT_TYPE_END,
    EVENT_TYPE_STREAM,
};

// One key of a kind of event.
struct event_key {
    const char *name;     // in the file
    enum event_type type; // what it holds
    bool optional;        // left out when its field is 0
    size_t offset;        // of its field in struct event
};

// Returns how the file spells the values of [type] (ended by NULL); NULL if it is no choice.
const char *const *event_choices(enum event_type type);

// Read and write the field of a key that holds an id, a text, FILE or LINE.
static inline uint32_t event_field(const struct event *event, const struct event_key *key) {
    uint32_t field;
    memcpy(&field, (const char *)event + key->offset, sizeof field);
    return field;
}
static inline void event_set_field(struct event *event, const struct event_key *key,
                                   uint32_t field) {
    memcpy((char *)event + key->offset, &field, sizeof field);
}

#define EVENT_KEYS_MOST 7 // and the NULL name after them

// One kind of event.
struct event_shape {
    const char *name;                       // in the file
    struct event_key keys[EVENT_KEYS_MOST]; // in the file's order; ended by a NULL name
};

// The table that event.def makes, by enum event_kind.
extern const struct event_shape event_shapes[EVENT_KIND_COUNT];

#endif
