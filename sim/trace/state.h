// The state at position k: all that a screen shows, a pure function of the first k events.
//
// replay.h gives one for any position. Read it through the fields below and the functions here;
// only state_apply changes it. Ids count from 1, so 0 means "none"; texts are ids that log_text
// knows. Everything costs a bounded time however many tasks and events there are: lists are asked
// for by the piece that fits the screen.
//
// A state is small and holds only counts and links. The records behind it (past.h) are shared by
// all positions of one replay: facts that never change, and histories that know what changed when.
#ifndef TRACE_STATE_H
#define TRACE_STATE_H

#include "trace/event.h"

// The lists of a state.
enum state_list {
    STATE_READY,   // handles in the ready queue, first to run first
    STATE_TIMERS,  // handles on the timer heap, earliest first, equal ones as they were started
    STATE_WAITING, // tasks that wait for something other than their own sleep, longest first
    STATE_DONE,    // tasks that are done, in that order
    STATE_TASKS,   // all tasks, in the order of creation
    STATE_LIST_COUNT
};

// What a task or future is doing.
enum state_life {
    LIFE_PENDING,  // a future that is not done; a task not yet scheduled
    LIFE_READY,    // its step or wakeup is in the ready queue
    LIFE_RUNNING,  // it has control
    LIFE_SLEEPING, // it awaits its own sleep, until the timer [timer]
    LIFE_WAITING,  // it awaits [on]
    LIFE_DONE,
    LIFE_COUNT
};

enum state_handle_life {
    HANDLE_NONE,    // not there yet
    HANDLE_TIMER,   // on the timer heap
    HANDLE_READY,   // in the ready queue
    HANDLE_RUNNING, // it has control
    HANDLE_DONE,    // it ran
    HANDLE_DROPPED, // it was cancelled
};

struct past;

struct state {
    uint64_t position; // events applied
    uint64_t tick;     // number of the iteration; 0 before the first
    int64_t time;      // loop time in nanoseconds
    uint32_t handle;   // the handle that has control; 0: the loop or code outside it has
    uint32_t task;     // the task that has control; 0: none
    uint32_t frame;    // the innermost frame of what has control, or had it last; 0: unknown
    uint32_t out;      // outputs so far (state_out)
    uint32_t warn;     // warnings so far (state_warn)
    bool ended;        // the run is over …
    uint8_t end;       // … enum event_end: why
    uint32_t counts[STATE_LIST_COUNT]; // how long each list is

    // Links into the histories, for state_apply and the functions below.
    uint32_t ready_first, ready_last;     // of the ready queue
    uint32_t waiting_first, waiting_last; // of the waiting tasks
    uint32_t timers, timer_levels;        // root of the tree of timers, levels below it
    uint32_t timer_nodes;                 // nodes of that tree so far
    uint32_t outside;                     // innermost frame of the code outside tasks
    struct past *past;
};

// A task or future as it stands.
struct state_task {
    uint32_t id;
    bool is_task;  // otherwise a future
    uint32_t name; // text; tasks only
    uint32_t coro; // text; tasks only: the coroutine's qualified name
    uint32_t kind; // text; futures only: "sleep", "gather", …
    uint32_t by;   // the task that created it, 0: none
    uint64_t born; // number of the event that created it
    enum state_life life;
    uint32_t on;                 // what it waits for, or was woken by until it runs; 0: nothing
    uint32_t awaited;            // what it waited for last, also while it runs; 0: nothing yet
    uint32_t handle;             // its handle in the ready queue; 0: none
    uint32_t timer;              // the timer of its latest sleep; 0: none
    uint32_t frame;              // its innermost frame; 0: none known
    uint32_t cancels;            // how often cancellation was asked for
    enum event_state state;      // done: how
    enum event_value value_kind; // done: with what
    uint64_t value;
};

// A handle as it stands.
struct state_handle {
    uint32_t id;
    enum event_what what;
    enum state_handle_life life;
    uint32_t task; // whose; 0: not known
    uint32_t name; // text: a callback of the program; otherwise 0
    uint32_t lib;  // text: a callback of the library; otherwise 0
    bool timed;    // it is or was a timer …
    int64_t when;  // … for this moment
    uint64_t born; // number of the event that created it
};

// A frame as it stands.
struct state_frame {
    uint32_t id;
    uint32_t func;   // text: qualified name
    uint32_t file;   // number in the header's files
    uint32_t first;  // line of its definition
    uint32_t line;   // line about to run, or last begun; [first] until then
    uint32_t task;   // whose; 0: none
    uint32_t caller; // the frame that called or awaits it; 0: none
    uint32_t under;  // the next frame outwards on the stack that it is on; 0: none
    bool ended;      // it has returned or raised
    uint64_t born;   // number of the event that began it
};

// A variable as it stands.
struct state_variable {
    uint32_t name; // text
    enum event_value value_kind;
    uint64_t value;
    uint64_t changed; // number of the event that set it last
};

// An output or a warning.
struct state_text {
    uint64_t position; // number of its event
    uint32_t text;
    uint32_t stream; // enum event_stream; a warning's category (text)
};

// These fill in one record; false (and a zeroed record) if there is no such thing yet.
bool state_task(const struct state *state, uint32_t id, struct state_task *task);
bool state_handle(const struct state *state, uint32_t id, struct state_handle *handle);
bool state_frame(const struct state *state, uint32_t id, struct state_frame *frame);

// Fills in output or warning number [index], from 0, which must be below state->out or ->warn.
void state_out(const struct state *state, uint32_t index, struct state_text *out);
void state_warn(const struct state *state, uint32_t index, struct state_text *warn);

// Puts the ids number [skip], [skip] + 1, … of a list into [ids], [most] at most; returns how many.
size_t state_list(const struct state *state, enum state_list list, size_t skip, uint32_t *ids,
                  size_t most);

// Puts the tasks that wait for the task or future [id] into [ids], in the same way.
size_t state_waiters(const struct state *state, uint32_t id, uint32_t *ids, size_t most);

// Puts the frames of the task [task]'s await stack into [ids], innermost first, in the same way.
// Task 0 is the code outside all tasks: the module, what it called, and the loop's callbacks.
size_t state_stack(const struct state *state, uint32_t task, uint32_t *ids, size_t most);

// Fills in the variables number [skip], … of a frame, in the order of their first value.
size_t state_variables(const struct state *state, uint32_t frame, size_t skip,
                       struct state_variable *variables, size_t most);

// A stretch of a task's life on a timeline, as a set of bits 1 << LIFE_…: all that it was in it.
// 0: it did not exist.
typedef uint8_t state_lane_cell;

// Fills in [count] cells of the lane of [task]. Cell i covers the positions from [edges][i] up to,
// but not including, [edges][i + 1] (there are [count] + 1 edges, ascending); what lies at or
// after the state's own position counts as not there yet.
void state_lane(const struct state *state, uint32_t task, const uint64_t *edges, size_t count,
                state_lane_cell *cells);

// Returns the loop time at which the first [position] events were over ([position] may be any up
// to the state's own), and the other way round: the most events that had happened by [time].
int64_t state_time_at(const struct state *state, uint64_t position);
uint64_t state_position_at(const struct state *state, int64_t time);

// Applies the event that comes next. It is the only function that changes a state.
void state_apply(struct state *state, const struct event *event);

#endif
