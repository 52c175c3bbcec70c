// Deadlines: the timers of a state in the order in which they come due, as a tree in the histories.
//
// The tree is a treap: sorted by deadline and, where these are equal, by the order of starting;
// each handle's rank is a hash of its number, and no handle stands under one of lower rank. Putting
// one in or taking it out changes only few links, which is what the histories want.
#ifndef TRACE_DEADLINES_H
#define TRACE_DEADLINES_H

#include "trace/state.h"

// Puts the timer [handle] in; it must not be there.
void deadlines_add(struct state *state, uint32_t handle);

// Takes the timer [handle] out; it must be there.
void deadlines_remove(struct state *state, uint32_t handle);

// Returns the timer after [handle] (0: the first of all); 0 if there is none.
uint32_t deadlines_next(const struct state *state, uint32_t handle);

#endif
