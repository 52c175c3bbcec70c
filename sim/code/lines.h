// Puts LINE where a line of the program begins to run, so that the lines reported are those that
// CPython 3.13 reports to sys.monitoring.
//
// The rule there: a line is reported at a step on another line than the step that ran just before
// it; a function begins on the line of its def (or first decorator). A step on no line of its own
// goes on in the line before it. So LINE belongs to the ways between steps: it stands before a step
// if some way to it comes from another line; ways from the same line go past it. A jump back within
// one line gets a LINE that is not reported (sub=1), so that every loop has a place to pause.
#ifndef CODE_LINES_H
#define CODE_LINES_H

#include "code/unit.h"

// Inserts LINE and removes NOP, which has done its work by then. STEP_GUARDs must be gone.
void lines_insert(struct unit *unit);

#endif
