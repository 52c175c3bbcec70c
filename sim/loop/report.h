// What is told when a run ends badly: uncaught exceptions, deadlocks, tasks left over.
#ifndef LOOP_REPORT_H
#define LOOP_REPORT_H

#include "loop/state.h"

// Prints what left the program, as python3 does at its end, and gives the exit status: that of
// SystemExit, or 1.
int report_uncaught(struct sim *sim, struct value exception);

// Takes down why the program was refused while it ran (sim_refusal); gives the exit status 2.
int report_refusal(struct sim *sim, struct value exception);

// Says on stderr that nothing can go on, and who waits for whom.
void report_deadlock(struct sim *sim);

// Tasks that are pending when the program ends and nothing keeps the loop from dying.
void report_pending_tasks(struct sim *sim);

#endif
