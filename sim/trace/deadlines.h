// Deadlines: the timers of a state in the order in which they come due.
//
// They stand in a B-tree sorted by deadline and, where these are equal, by the order of starting.
// Its nodes are records of a history, so that every earlier state still has its own tree; they are
// wide, because what costs is to find a node in memory, and not wider, because what a change costs
// later is a copy of the node.
#ifndef TRACE_DEADLINES_H
#define TRACE_DEADLINES_H

#include "trace/state.h"

#define DEADLINES_WIDTH 15

// One timer, or one node below with the least timer in it. Keys compare by [when], then [born].
struct deadline {
    int64_t when;
    uint32_t born; // number of the event that started it
    uint32_t id;   // of the handle, or of the node
};

struct deadlines_node {
    struct deadline items[DEADLINES_WIDTH]; // ascending
    uint32_t count;
};

// Puts a timer in; it must not be there.
void deadlines_add(struct state *state, const struct deadline *timer);

// Takes a timer out; nothing happens if it is not there.
void deadlines_remove(struct state *state, const struct deadline *timer);

// Returns the first timer after [timer] (NULL: the first of all); false if there is none.
bool deadlines_next(const struct state *state, const struct deadline *timer, struct deadline *next);

#endif
