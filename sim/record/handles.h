// The handles of all loops, found by their addresses. An address that was given up may be taken by
// a later handle, which then takes the place of the former.
#ifndef RECORD_HANDLES_H
#define RECORD_HANDLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct handle {
    int64_t address; // 0: an empty place
    uint32_t number; // in the trace; 0: it is not shown
    uint32_t task;   // whose step or wakeup it is, or 0
    bool is_timer;
    bool has_run;
};

struct handles {
    struct handle *items;   // a hash table
    size_t count, capacity; // capacity is a power of two, or 0
};

// The handle at [address]; NULL if none was ever put there. Valid until the next handles_put.
struct handle *handles_find(const struct handles *handles, int64_t address);

// A new handle at [address], zeroed but for the address.
struct handle *handles_put(struct handles *handles, int64_t address);

void handles_free(struct handles *handles);

#endif
