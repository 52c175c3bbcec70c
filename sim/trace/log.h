// The log: a tape read back as events, in order or at random, also while it still grows.
//
//     struct log *log = log_new(tape);
//     struct event event;
//     for (struct log_cursor at = log_from(log, 0); log_next(&at, &event);) …
//     log_free(log);
//
// Event number k is the k-th from 0. The tape stays the caller's and must live longer.
#ifndef TRACE_LOG_H
#define TRACE_LOG_H

#include "base/buf.h"
#include "base/tape.h"
#include "trace/event.h"

#define LOG_VALUE_SPACE 32 // bytes that log_text and log_value may need

struct log;

// A place in the log; log_next moves it on.
struct log_cursor {
    const struct tape *tape;
    size_t chunk;  // number of the chunk
    uint32_t word; // offset of the next event in it
    uint64_t next; // number of the next event
};

// Returns a reader of [tape], owned by the caller; log_free(NULL) is fine.
struct log *log_new(const struct tape *tape);
void log_free(struct log *log);

// Returns how many events there are by now.
uint64_t log_count(const struct log *log);

// Is the last event `end`, so that none will follow?
bool log_is_ended(const struct log *log);

// Reads event number [k] into [event]; false if there is none (yet).
bool log_read(const struct log *log, uint64_t k, struct event *event);

// Returns the place before event number [k]; the log's end if there is none.
struct log_cursor log_from(const struct log *log, uint64_t k);

// Reads the event at the cursor and moves on; false at the end, where more may still come.
bool log_next(struct log_cursor *cursor, struct event *event);

// What is looked for in a log.
struct log_search {
    uint32_t kinds; // a set of bits 1 << enum event_kind
    // Asked about each event number [k] of these kinds, in ascending order within a piece of the
    // log; NULL: any will do.
    bool (*fits)(void *context, const struct event *event, uint64_t k);
    void *context;
};

// Returns the number of the first event at or after [from] (or, going back, of the last before
// [from]) that is looked for; LOG_NONE if there is none. Stretches of the log without such kinds
// are passed over at once.
uint64_t log_find(struct log *log, uint64_t from, const struct log_search *search);
uint64_t log_find_back(struct log *log, uint64_t from, const struct log_search *search);
#define LOG_NONE UINT64_MAX

// Returns the text with this [id], null-terminated (it may hold null bytes too: [*length], unless
// NULL, is its true length). Valid as long as the tape, or as [space].
const char *log_text(const struct log *log, uint32_t id, char space[LOG_VALUE_SPACE],
                     size_t *length);

// Returns a value of an event as its repr, in the same way; "" for EVENT_VALUE_ABSENT.
const char *log_value(const struct log *log, enum event_value kind, uint64_t value,
                      char space[LOG_VALUE_SPACE], size_t *length);

#endif
