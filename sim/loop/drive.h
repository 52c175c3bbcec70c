// Driving the threads of a simulation: what they wait for, whose turn it is, how they end.
#ifndef LOOP_DRIVE_H
#define LOOP_DRIVE_H

#include "loop/sim.h"

// Must the run end where it stands: at the limit, or interrupted?
bool drive_must_stop(struct sim *sim);

// Lets the machine go on for some lines, not much beyond the limit: a line is an event at least
// where lines are recorded.
void drive_refill(struct sim *sim);

// Makes the thread whose turn it is the running one; false if nobody can ever go on.
bool drive_choose(struct sim *sim);

// Does one transition of the running thread.
void drive_thread(struct sim *sim);

// Does some transitions of the loop that the running thread is in, if it is in one.
void drive_loop(struct sim *sim);

// Ends the run where it stands, for the reason that the sim's fields say.
void drive_stop(struct sim *sim);

// Ends the run; nothing happens after the first time.
void drive_finish(struct sim *sim, enum event_end why, int status);

// vm_host.block: a native blocked inside another native's call.
struct value drive_block(void *self, struct vm *vm, int request, struct value payload);

#endif
