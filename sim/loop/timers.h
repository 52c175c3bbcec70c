// The timer heap: handles with a deadline, earliest first, equal ones in the order of starting.
//
// A binary heap as CPython's heapq, but with the start number as the second key: on a real clock a
// later start is always a little later. It keeps (references) what is on it.
#ifndef LOOP_TIMERS_H
#define LOOP_TIMERS_H

#include <stdbool.h>
#include <stddef.h>

#include "loop/handle.h"

struct timers_entry {
    int64_t when;
    uint64_t started;
    struct handle *handle;
};

struct timers {
    struct timers_entry *entries; // heap order; from base/mem.h
    size_t count, capacity;
    size_t cancelled; // how many of them are cancelled
    uint64_t started; // timers started so far
};

// Puts [handle] on the heap by its [when]; steals the reference.
void timers_add(struct timers *timers, struct handle *handle);

// The earliest handle, borrowed; NULL if there is none.
struct handle *timers_first(const struct timers *timers);

// Takes the earliest one away, with its reference; there must be one.
struct handle *timers_pop(struct timers *timers);

// Takes [handle], which is on the heap, away with its reference.
void timers_remove(struct timers *timers, struct handle *handle);

// Gives back the heap's memory; it must be empty or its handles already dropped.
void timers_free(struct timers *timers);

#endif
