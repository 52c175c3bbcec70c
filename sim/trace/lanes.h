// Lanes: what each task was doing at any position, for the timeline.
//
// Every change of a task's life is a segment: it begins at a position and lasts to the next. The
// segments of a task are chained backwards, with a second link that skips as in history.c, so any
// stretch of a run of any length is drawn in a time that depends on its cells alone.
#ifndef TRACE_LANES_H
#define TRACE_LANES_H

#include <stddef.h>
#include <stdint.h>

struct lanes;

// Returns lanes without segments, owned by the caller; lanes_free(NULL) is fine.
struct lanes *lanes_new(void);
void lanes_free(struct lanes *lanes);

// From [position] on the [task] leads the [life]; positions come in ascending order.
void lanes_note(struct lanes *lanes, uint32_t task, uint32_t position, uint8_t life);

// Returns all lives of [task] in the positions from [from] up to, but not including, [to], as bits
// 1 << life; 0 if it did not exist. A stretch with very many changes is looked at from its end,
// where they repeat.
uint8_t lanes_read(const struct lanes *lanes, uint32_t task, uint64_t from, uint64_t to);

// Returns the bytes that the lanes hold.
size_t lanes_bytes(const struct lanes *lanes);

#endif
