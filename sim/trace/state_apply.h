// The functions that state_apply calls, one for each kind of event; see event.def. Handles are in
// state.c, tasks and futures in state_tasks.c, frames and variables in state_frames.c.
#ifndef TRACE_STATE_APPLY_H
#define TRACE_STATE_APPLY_H

#include "trace/past.h"

// Is the state the furthest so far, so that rows grow?
static inline bool state_is_at_frontier(const struct state *state) {
    return state->position >= state->past->frontier;
}

void state_apply_task(struct state *state, const struct event *event);
void state_apply_future(struct state *state, const struct event *event);
void state_apply_wait(struct state *state, const struct event *event);
void state_apply_done(struct state *state, const struct event *event);
void state_apply_cancel(struct state *state, const struct event *event);
void state_apply_rename(struct state *state, const struct event *event);

void state_apply_call(struct state *state, const struct event *event);
void state_apply_line(struct state *state, const struct event *event);
void state_apply_set(struct state *state, const struct event *event);
void state_apply_leave(struct state *state, const struct event *event); // return and raise

// The handle [id] of [task] joins the ready queue, takes control, gives it back, is dropped.
void state_task_is_ready(struct state *state, uint32_t task, uint32_t id);
void state_task_runs(struct state *state, uint32_t task);
void state_task_stops(struct state *state, uint32_t task);
void state_task_is_dropped(struct state *state, uint32_t task, uint32_t id);

#endif
