// The past: what all states of one replay share. Only state*.c, deadlines.c and replay*.c use it.
//
// Three sorts of things stand here, each bounded by the number of events:
// - facts, which an event states once and for ever (by id);
// - histories, which know how a record stood at any epoch (by id);
// - rows, to which events append and of which a state knows how many it has seen.
//
// A state is "at the frontier" when no state of this past has been further. Only there rows grow;
// facts are simply written again with the same content when events are applied again.
#ifndef TRACE_PAST_H
#define TRACE_PAST_H

#include "base/pile.h"
#include "trace/history.h"
#include "trace/lanes.h"
#include "trace/log.h"
#include "trace/state.h"

struct handle_fact {
    uint32_t task;     // whose
    uint32_t text;     // name or lib
    uint32_t born;     // number of its event
    uint8_t what;      // enum event_what
    bool is_lib;       // [text] is lib
    bool timed, known; // it has [when]; it exists
    int64_t when;
};

struct handle_now {
    uint32_t before, after; // in the ready queue
    uint8_t life;           // enum state_handle_life
};

struct task_fact {
    uint32_t text; // a task's coro, a future's kind
    uint32_t by;
    uint32_t born;
    bool known, is_task, is_sleep; // is_sleep: a future of the kind "sleep"
};

struct task_now {
    uint32_t name, on, awaited, handle, timer, frame, cancels; // see struct state_task
    uint32_t before, after;                                    // in the list of waiting tasks
    uint32_t waiters_first, waiters_last;                      // tasks that wait for it
    uint32_t mate_before, mate_after;                          // others that wait for the same [on]
    uint64_t value;
    uint8_t life, state, value_kind;
    bool linked; // it is among the waiters of [on]
};

struct frame_fact {
    uint32_t func, first, task, caller, born;
    uint16_t file;
    bool known;
};

struct frame_now {
    uint32_t line, under;
    uint32_t stack;       // the task on whose stack it is, if [on]
    uint32_t first, last; // variables
    bool on, ended;
};

struct variable_now {
    uint64_t value;
    uint32_t name, changed;
    uint32_t next; // variable of the same frame
    uint8_t value_kind;
};

// A moment: from event number [position] on, time and tick are these.
struct moment {
    uint32_t position;
    uint64_t tick;
    int64_t time;
};

struct past {
    const struct log *log;
    uint64_t frontier;       // the furthest position of any state
    uint32_t sleep_texts[2]; // ids of EVENT_LIB_SLEEP and EVENT_KIND_SLEEP once they were met

    struct pile handle_facts, task_facts, frame_facts;
    struct history *handles, *tasks, *frames, *variables, *timers;
    struct lanes *lanes;

    struct {
        struct moment *items;
        size_t count, capacity;
    } moments;
    struct {
        struct state_text *items;
        size_t count, capacity;
    } outs, warns;
    struct {
        uint32_t *items;
        size_t count, capacity;
    } tasks_made, tasks_done;

    // (frame, name) -> number of the variable; open addressing, a power of two, at most half full.
    struct past_variable {
        uint32_t frame, name, number;
    } * variable_slots;
    size_t variable_slot_count;
    uint32_t variable_count;
};

// Returns the past of [log] before its first event, owned by the caller.
struct past *past_new(const struct log *log);
void past_free(struct past *past);

// Ends an epoch, or goes to one, in all histories (see history.h).
void past_keep(struct past *past);
void past_go(struct past *past, uint32_t epoch);

// Returns the bytes that the past holds.
size_t past_bytes(const struct past *past);

// Returns the number of the variable [name] of [frame], given out at its first use; from 1.
uint32_t past_variable(struct past *past, uint32_t frame, uint32_t name);

// Returns the fact of [id] if an event before number [end] has stated it, otherwise zeros: what is
// known only because a state was once further on must not be seen earlier.
const struct handle_fact *past_handle(const struct past *past, uint32_t id, uint64_t end);
const struct task_fact *past_task(const struct past *past, uint32_t id, uint64_t end);
const struct frame_fact *past_frame(const struct past *past, uint32_t id, uint64_t end);

// Is the text [id] [text]? Remembers in [*known] which id it has, so that it is compared once.
bool past_text_is(const struct past *past, uint32_t id, const char *text, uint32_t *known);

#endif
