// The Python files of this folder, embedded in the binary.
#ifndef RECORD_SOURCES_H
#define RECORD_SOURCES_H

#include <stddef.h>

struct record_source {
    const char *name; // of the module: "stream", "virtualclock.clock"; "boot" begins
    const char *text;
    size_t length;
};

// Ended by an entry without name.
extern const struct record_source record_sources[];

#endif
