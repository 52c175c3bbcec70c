// Replay: the state at any position of a log, forwards and back.
//
//     struct replay *replay = replay_new(log);
//     const struct state *state = replay_seek(replay, 120);
//     uint64_t next = replay_find(replay, 120, +1, (struct replay_goal){REPLAY_LINE});
//     replay_free(replay);
//
// "Position k" means: k events are applied; event number k (from 0) is the next. The log may grow
// while it is replayed. Every REPLAY_EPOCH events what has changed is kept, so any position that
// was reached once is reached again by applying less than one epoch of events.
#ifndef TRACE_REPLAY_H
#define TRACE_REPLAY_H

#include "base/diag.h"
#include "trace/log.h"
#include "trace/state.h"

#define REPLAY_NONE  UINT64_MAX
#define REPLAY_EPOCH 4096       // applying so many takes a few milliseconds at worst
#define REPLAY_MOST  UINT32_MAX // events that are replayed at most; later ones are not shown

struct replay;

// What a step goes to. A position is "at" an event when that event is the last applied, except for
// lines: there it is the next to be applied, since the line is about to run.
enum replay_goal_kind {
    REPLAY_EVENT,   // any event
    REPLAY_LINE,    // a line that is about to run
    REPLAY_HANDOFF, // control goes to a handle, or comes back
    REPLAY_TICK,    // an iteration begins
    REPLAY_OUT,     // the program wrote
    REPLAY_BREAK,   // the line [line] of the file [file] is about to run
};

struct replay_goal {
    enum replay_goal_kind kind;
    uint32_t task;       // LINE, HANDOFF: only of this task; 0: of any
    uint32_t file, line; // BREAK
};

// Returns a replay at position 0, owned by the caller; the log must live longer.
struct replay *replay_new(struct log *log);

// The same with epochs of another length than REPLAY_EPOCH, at least 1: shorter ones take more
// memory and make seeking faster.
struct replay *replay_new_epochs(struct log *log, uint32_t epoch);

// Gives back the replay; NULL is fine.
void replay_free(struct replay *replay);

struct log *replay_log(const struct replay *replay);

// Returns how many events the log holds by now.
uint64_t replay_count(const struct replay *replay);

// Returns the state at [position], or at the log's end if that comes first. It belongs to the
// replay and changes with the next replay_seek or replay_find.
const struct state *replay_seek(struct replay *replay, uint64_t position);

// Returns the nearest position after [from] ([direction] > 0) or before it (< 0) that is at the
// goal; REPLAY_NONE if there is none in what the log holds by now. It may move the state.
uint64_t replay_find(struct replay *replay, uint64_t from, int direction, struct replay_goal goal);

// Understands `end`, `event:N`, `tick:N`, `time:1.5` and `out:N` and puts the position into
// [*position]: after N events; after tick N began; after all that happened up to that time; after
// the N-th output. False with a diagnosis if it is none of these or not in the log.
bool replay_parse(struct replay *replay, const char *text, uint64_t *position, struct diag *diag);

// Returns the bytes that the replay holds, without the log.
size_t replay_bytes(const struct replay *replay);

#endif
