// How many values are on the stack before each step: the stack's size, and what handlers keep.
#ifndef CODE_DEPTH_H
#define CODE_DEPTH_H

#include "code/unit.h"

// Fills in unit->stack_size and the depth of every region, and removes the STEP_GUARDs.
void depth_measure(struct unit *unit);

#endif
