// Where the steps of a unit lead: removes what is never reached and shortens jumps to jumps.
#ifndef CODE_FLOW_H
#define CODE_FLOW_H

#include "code/unit.h"

// Removes unreachable steps; lets jumps to a jump that is on no line of its own go on directly, and
// jumps to a return that is on none become the return.
void flow_simplify(struct unit *unit);

// Returns the step that [label] stands before; the count of steps if it is at the end.
size_t flow_target(const struct unit *unit, int label);

// Removes the steps marked in [drop]; [drop] has one byte for each.
void flow_remove(struct unit *unit, const unsigned char *drop);

#endif
