// The plain account of a run: one sentence a line, tick by tick, no drawing. For reading, pasting
// and screen readers.
//
//     struct plain_options options = {.tongue = TONGUE_EN};
//     plain_put(&out, &header, replay, &options);
#ifndef EXPORT_PLAIN_H
#define EXPORT_PLAIN_H

#include <stdio.h>

#include "base/buf.h"
#include "base/tongue.h"
#include "trace/header.h"
#include "trace/replay.h"

struct plain_options {
    enum tongue tongue;
    enum trace_detail detail; // how much is told: LINES adds calls and lines, VALUES variables
    bool ascii;               // what is not ASCII in names and texts of the program is spelled out
};

// Appends the account of the whole run, from the beginning to what the log holds by now.
void plain_put(struct buf *out, const struct trace_header *header, struct replay *replay,
               const struct plain_options *options);

// The same into a file, as it goes: for runs of any length. False if writing failed (errno).
bool plain_write(FILE *file, const struct trace_header *header, struct replay *replay,
                 const struct plain_options *options);

#endif
