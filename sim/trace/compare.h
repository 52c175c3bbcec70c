// Comparing two runs: do their schedules, their outputs and their ends agree, and if not, where do
// they part?
//
// The schedule of a run is one row for each `run` of a step or wakeup, and of a call that has a
// name: tick, time, and the task's name or the callback's. Housekeeping is no part of it.
#ifndef TRACE_COMPARE_H
#define TRACE_COMPARE_H

#include "base/buf.h"
#include "base/tongue.h"
#include "trace/log.h"
#include "trace/replay.h"

// What a run comes to.
struct compare_totals {
    uint64_t rows;         // of the schedule
    uint64_t ticks, tasks; // iterations of the loop; tasks created
    uint64_t out_bytes;    // written to stdout and stderr
    int64_t time;          // loop time at the end
    bool ended;            // it has an end …
    enum event_end end;    // … and why
    uint64_t events;
};

// One row of a schedule.
struct compare_row {
    uint64_t tick;
    int64_t time;
    uint32_t name;     // text in its log: the task's name, or the callback's
    uint64_t position; // of the state that the `run` leads to
};

// Where two runs part.
enum compare_part {
    COMPARE_AGREE,    // nowhere: schedules, outputs and ends are the same
    COMPARE_SCHEDULE, // at a row of the schedule
    COMPARE_SHORTER,  // one schedule ends where the other goes on
    COMPARE_OUT,      // the schedules agree, but not what was written
    COMPARE_END,      // all agrees but why the runs ended
};

struct compare_result {
    enum compare_part part;
    struct compare_totals totals[2];
    uint64_t row;               // SCHEDULE, SHORTER: its number, from 0
    bool has_row[2];            // whether each run has that row …
    struct compare_row rows[2]; // … and what it is
    int stream;                 // OUT: enum event_stream
    uint64_t line;              // OUT: number of the first line that differs, from 1
    uint64_t positions[2];      // where each run should be looked at
};

// Compares the whole runs of two replays (which it moves).
void compare_runs(struct replay *a, struct replay *b, struct compare_result *result);

// Appends the account of [result], for people: totals side by side, then where the runs part and
// what each does there. [a] and [b] are what the runs are called.
void compare_put(struct buf *out, enum tongue tongue, const char *const names[2],
                 struct replay *const runs[2], const struct compare_result *result);

// Appends the whole schedule of a run, a row a line: tick, nanoseconds, name.
void compare_put_schedule(struct buf *out, struct replay *run);

#endif
