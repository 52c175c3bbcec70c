// One event of a trace file, from JSON, checked against what came before it. Used by reader.c.
#ifndef TRACE_READER_EVENT_H
#define TRACE_READER_EVENT_H

#include "base/pile.h"
#include "trace/event.h"
#include "trace/json.h"

struct tape;

// What the events so far have given out; a zeroed one with its piles set up is ready.
struct reader_known {
    struct tape *tape;                  // where texts are interned
    size_t files;                       // in the header
    uint64_t lines;                     // read so far; ids may not run far ahead of it
    int64_t time;                       // of the latest event that had one
    uint64_t tick;                      // the latest n
    struct pile handles, tasks, frames; // of bool: was this id given out?
};

enum reader_event_result {
    READER_EVENT,   // it is valid
    READER_SKIPPED, // its kind is not known
    READER_REFUSED, // it is not valid: see [why]
};

// Turns [object] into [event] and remembers the ids that it gives out.
enum reader_event_result reader_event(struct reader_known *known, const struct json_t *object,
                                      struct event *event, char why[JSON_WHY_SIZE]);

#endif
