// Steps: how the position moves. Each finds the next or the previous place of a kind and goes
// there, with as many events produced as that takes.
#ifndef VIEW_STEPS_H
#define VIEW_STEPS_H

#include "trace/replay.h"
#include "view/pane.h"

#define STEPS_AHEAD 2048 // events that are produced beyond the position

// Makes the log hold what is needed around [position], as far as that takes no more than a moment.
void steps_produce(struct view *view, uint64_t position);

// Makes the log longer by [ahead] events: false if the run has ended before, or if the program has
// computed for too long without any (view->is_slow).
bool steps_produce_more(struct view *view, uint64_t ahead);

// Returns the nearest position in [direction] at the goal; REPLAY_NONE if there is none. A position
// is at a line once the event is applied that says so: then the time and the frame are the line's.
uint64_t steps_find(struct view *view, int direction, struct replay_goal goal);

// Goes to the next ([direction] > 0) or previous place of that kind, of the followed task alone for
// handoffs; where there is none, to the run's end. False if that is where it was.
bool steps_go(struct view *view, int direction, enum replay_goal_kind kind);

// Goes to the next or previous line, or to where control goes back to the loop, if that comes
// first: the moment at which a task stops is a step of its own. Otherwise as steps_go.
bool steps_go_line(struct view *view, int direction);

// Goes to the nearest stop in [direction]; false if there is none.
bool steps_go_break(struct view *view, int direction);

// Goes to where [task] next gets control, or else to where it had it last; false if it never does.
bool steps_go_task(struct view *view, uint32_t task);

// Goes to the end; of a program that never ends, as far as it takes a moment to run.
void steps_go_end(struct view *view);

#endif
