// Lines of a file of any size, one after another.
#ifndef TRACE_LINES_H
#define TRACE_LINES_H

#include <stdio.h>

#include "base/buf.h"

#define LINES_LONGEST ((size_t)256 << 20) // bytes of one line

enum lines_result {
    LINES_MORE,     // a line was read
    LINES_CUT,      // the last line was read, which has no line feed
    LINES_END,      // there are no more
    LINES_TOO_LONG, // the line is longer than LINES_LONGEST
    LINES_FAILED,   // the file cannot be read: errno says why
};

struct lines {
    FILE *file;          // the caller's
    struct buf line;     // the line read last, without its line feed
    char block[1 << 16]; // read ahead
    size_t next, end;    // of what is left in [block]
};

// Reads the next line into [lines]->line. A struct with [file] set and zeros is ready to begin;
// buf_free(&lines->line) ends.
enum lines_result lines_next(struct lines *lines);

#endif
