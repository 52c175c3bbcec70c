// A spot that two runs of one program have in common: so that a switch to the other account of
// await goes on where the reader was.
#ifndef VIEW_SPOT_H
#define VIEW_SPOT_H

#include <stdbool.h>

#include "trace/log.h"

// The line that was about to run, or ran last, and the how-manieth time that was.
struct spot {
    uint32_t line;    // 0: none had run yet
    uint32_t times;   // from 1
    uint64_t at_line; // number of its event …
    uint64_t after;   // … and how many events have happened since, itself included
    bool at_end;      // the run was over
};

// Returns the spot of [position].
struct spot spot_of(struct log *log, uint64_t position);

// Returns the position of [spot], of the log [from], in another run's log; LOG_NONE if that holds
// no such spot, yet or ever: then ask again with a longer log, or take its end.
uint64_t spot_find(struct log *log, struct spot spot, const struct log *from);

#endif
