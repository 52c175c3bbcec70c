// The first line of a trace: who recorded what, how, and the sources of the program.
#ifndef TRACE_HEADER_H
#define TRACE_HEADER_H

#include "trace/event.h"

#define TRACE_FORMAT  "loopscope-trace"
#define TRACE_VERSION 1

struct trace_file {
    char *path;    // as it is shown
    char *text;    // the whole source, null-terminated
    size_t length; // bytes of [text]
};

struct trace_header {
    char *producer;           // "loopscope 0.1.0"
    char *runtime;            // "sim", "cpython 3.13.0"
    char *model;              // "cpython", "notes"
    char *clock;              // "virtual", "real"
    char *epoch;              // wall-clock time at t = 0, ISO 8601
    enum trace_detail detail; // how much the trace holds
    struct {
        struct trace_file *items; // 0 is the program
        size_t count, capacity;
    } files;
};

// Fills in a header of the simulator, without files; the texts are copied.
void header_init(struct trace_header *header, const char *model, const char *epoch,
                 enum trace_detail detail);

// Adds a file with [length] bytes of text; both texts are copied. Returns its number.
uint32_t header_add_file(struct trace_header *header, const char *path, const char *text,
                         size_t length);

// Gives back all that the header owns; it is then empty. A zeroed header is fine.
void header_free(struct trace_header *header);

#endif
