// The reader: a trace file, checked line by line, put on a tape like that of a live run.
//
//     struct reader_result result;
//     if (reader_load("run.trace.jsonl", &header, tape, &result, &diag)) …
//
// What it lets through is safe to replay: every id was given out before it is used and only once,
// choices and files exist, time and ticks do not go back. Keys and kinds that it does not know are
// skipped. The texts are a stranger's data and are kept as they are: see base/printable.h.
#ifndef TRACE_READER_H
#define TRACE_READER_H

#include <stdio.h>

#include "base/diag.h"
#include "base/tape.h"
#include "trace/header.h"

struct reader_result {
    uint64_t lines;   // lines read, with the header
    bool is_cut;      // the last line was truncated and is taken as the end of the recording
    uint64_t skipped; // lines of kinds that are not known
};

// Reads the trace at [path] into an empty [header] and [tape]. False if it cannot be read or is
// not valid: [diag] then has the whole sentence, with the file's name and the line's number.
bool reader_load(const char *path, struct trace_header *header, struct tape *tape,
                 struct reader_result *result, struct diag *diag);

// The same from an open file, which messages call [name].
bool reader_load_file(FILE *file, const char *name, struct trace_header *header, struct tape *tape,
                      struct reader_result *result, struct diag *diag);

#endif
