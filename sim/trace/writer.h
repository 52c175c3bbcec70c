// The writer: a log as JSON Lines, the same bytes for the same events.
//
//     struct writer *writer = writer_new(file, &header, log);
//     while (…the run goes on…) writer_more(writer);   // what has come since
//     bool ok = writer_close(writer);
//
// It can follow a run that is still going on; the file stays the caller's.
#ifndef TRACE_WRITER_H
#define TRACE_WRITER_H

#include <stdio.h>

#include "base/buf.h"
#include "trace/header.h"
#include "trace/log.h"

struct writer;

// Begins a trace in [file] with its header line. Header and log must live longer.
struct writer *writer_new(FILE *file, const struct trace_header *header, const struct log *log);

// Writes the events that the log has got since; false once writing has failed.
bool writer_more(struct writer *writer);

// Writes what is left, flushes and gives back the writer; false if anything could not be written
// (errno says why).
bool writer_close(struct writer *writer);

// Appends the header line, or one event's line, with its line feed.
void writer_put_header(struct buf *out, const struct trace_header *header);
void writer_put_event(struct buf *out, const struct log *log, const struct event *event);

#endif
