// From words of the tape to an event: the other side of sink.h and of the machine's appending
// functions in base/tape.h. Used by log.c.
#ifndef TRACE_DECODE_H
#define TRACE_DECODE_H

#include "trace/event.h"

// Returns the kind of event that a word with this [head] begins; EVENT_KIND_COUNT if it begins
// none.
unsigned decode_kind(uint64_t head);

// Fills in [event], which must be zeroed, from the words at [word], which must begin one.
void decode_event(const uint64_t *word, struct event *event);

#endif
