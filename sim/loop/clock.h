// The virtual clock: whole nanoseconds from 0. It moves when the loop waits or the program blocks,
// and at no other time: code takes no time.
//
// One exception, for programs that spin until a moment comes: after CLOCK_SPIN_MOST readings of the
// clock, or iterations of the loop while a timer is pending, in a row without a wait, each further
// one moves the clock by a millisecond.
#ifndef LOOP_CLOCK_H
#define LOOP_CLOCK_H

#include <stdint.h>

#define CLOCK_SECOND    INT64_C(1000000000)
#define CLOCK_SPIN_MOST 1000
#define CLOCK_SPIN_STEP INT64_C(1000000)
#define CLOCK_FOREVER   INT64_MAX // a deadline that never comes

struct clock {
    int64_t now;   // loop time
    int64_t epoch; // what time.time() is at [now] 0: nanoseconds since 1970
    unsigned spun; // readings and iterations since the last wait
};

// Moves the clock to [when], if that is later, and ends the spinning.
void clock_wait_until(struct clock *clock, int64_t when);

// Counts one turn of a possible spin: an iteration while a timer is pending.
void clock_spin(struct clock *clock);

// Gives the time to the program, which counts as one turn.
int64_t clock_read(struct clock *clock);

// A number of seconds as nanoseconds, rounded to the nearest; CLOCK_FOREVER for what is too far.
int64_t clock_from_seconds(double seconds);

// The same instant as the float that the program sees.
double clock_to_seconds(int64_t time);

#endif
