// Sentences: what just happened, and why, for every kind of event, in English and Chinese.
//
//     sentence_put(&out, TONGUE_EN, log, replay_seek(replay, k));
//
// gives the sentence of event number k - 1, the last that the state has seen: "Task-2 awaits sleep
// and will be woken at 1.000. …". What comes next may be looked up in the log. Names and values of
// the program in it are made printable (base/printable.h). All words stand in sentence.def.
#ifndef TRACE_SENTENCE_H
#define TRACE_SENTENCE_H

#include "base/buf.h"
#include "base/tongue.h"
#include "trace/log.h"
#include "trace/state.h"

// Appends the sentence of the last event of [state], which is a state of [log]; at position 0, that
// nothing has happened yet. One or two sentences, without a line feed.
void sentence_put(struct buf *out, enum tongue tongue, const struct log *log,
                  const struct state *state);

// The same with each sentence on a line of its own, and a line feed after the last.
void sentence_put_lines(struct buf *out, enum tongue tongue, const struct log *log,
                        const struct state *state);

// Appends only that time has passed inside the tick before that event ("2.000 s have passed in
// which nothing but Task-1 could run."); false, and nothing, if none worth telling has.
bool sentence_put_passed(struct buf *out, enum tongue tongue, const struct log *log,
                         const struct state *state);

// Appends how the task or future [id] is called: its name, or what it is ("sleep", "the gather").
void sentence_put_task(struct buf *out, enum tongue tongue, const struct log *log,
                       const struct state *state, uint32_t id);

// Appends how the handle [id] is called: "Task-2", "the callback tick", "the library's …".
void sentence_put_handle(struct buf *out, enum tongue tongue, const struct log *log,
                         const struct state *state, uint32_t id);

// Appends what the library's own callback with the text [lib] is for.
void sentence_put_library(struct buf *out, enum tongue tongue, const struct log *log, uint32_t lib);

// Appends a time in seconds with three decimals, or with as many as it needs: 1.000, 0.0000015.
void sentence_put_time(struct buf *out, int64_t nanoseconds);

#endif
