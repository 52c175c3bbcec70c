// Where the steps of a unit lead: removes what is never reached and shortens jumps to jumps.
#ifndef CODE_FLOW_H
#define CODE_FLOW_H

#include "code/unit.h"

// Removes unreachable steps and moves the handlers of exceptions to the end (cold.h); lets jumps to
// a jump that is on no line of its own go on directly, and jumps to a return that is on none become
// the return.
void flow_simplify(struct unit *unit);

// Returns the step that [label] stands before; the count of steps if it is at the end.
size_t flow_target(const struct unit *unit, int label);

// Marks the steps that can be reached from the first one; [handlers]: also by exceptions. [reached]
// has one byte for each step and begins all 0.
void flow_reach(const struct unit *unit, unsigned char *reached, bool handlers);

// Removes the steps marked in [drop]; [drop] has one byte for each.
void flow_remove(struct unit *unit, const unsigned char *drop);

#endif
