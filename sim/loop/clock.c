#include "loop/clock.h"

#include <math.h>

void clock_wait_until(struct clock *clock, int64_t when) {
    clock->spun = 0;
    if (when > clock->now) {
        clock->now = when;
    }
}

void clock_spin(struct clock *clock) {
    if (clock->spun < CLOCK_SPIN_MOST) {
        clock->spun++;
    } else {
        clock->now += CLOCK_SPIN_STEP;
    }
}

int64_t clock_read(struct clock *clock) {
    clock_spin(clock);
    return clock->now;
}

int64_t clock_from_seconds(double seconds) {
    double exact = seconds * (double)CLOCK_SECOND;
    if (exact >= 9.2e18) {
        return CLOCK_FOREVER;
    }
    if (exact <= -9.2e18) {
        return -CLOCK_FOREVER;
    }
    return (int64_t)llround(exact);
}

double clock_to_seconds(int64_t time) {
    return (double)time / (double)CLOCK_SECOND;
}
