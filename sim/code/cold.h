// Moves what runs only after an exception to the end, out of the way of what runs always.
#ifndef CODE_COLD_H
#define CODE_COLD_H

#include "code/unit.h"

// Reorders the steps, all of which must be reachable. A handler that went on in the step behind it
// gets a jump there.
void cold_move(struct unit *unit);

#endif
