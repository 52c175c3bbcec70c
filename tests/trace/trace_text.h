// A trace as text and back, for tests: without files on disk.
#ifndef TESTS_TRACE_TRACE_TEXT_H
#define TESTS_TRACE_TRACE_TEXT_H

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "trace/reader.h"
#include "trace/writer.h"

// Returns the file that the writer makes of [tape], freed by the caller; its bytes in [*length].
static inline char *trace_text(const struct tape *tape, size_t *length) {
    char *text = NULL;
    FILE *file = open_memstream(&text, length);
    struct trace_header header;
    header_init(&header, "cpython", "2026-01-01T18:27:03", DETAIL_VALUES);
    header_add_file(&header, "say_after.py", "import asyncio\n\"\t\x1b[2J\"\n", 21);
    struct log *log = log_new(tape);
    struct writer *writer = writer_new(file, &header, log);
    writer_close(writer);
    log_free(log);
    header_free(&header);
    fclose(file);
    return text;
}

// Reads [length] bytes as a trace file called "x.trace.jsonl" into a new tape, freed by the caller;
// NULL with [diag] if they are refused.
static inline struct tape *trace_read(const char *text, size_t length, struct trace_header *header,
                                      struct reader_result *result, struct diag *diag) {
    FILE *file =
        fmemopen((void *)(uintptr_t)(length == 0 ? "" : text), length == 0 ? 1 : length, "rb");
    struct tape *tape = tape_new();
    if (length == 0) {
        fgetc(file);
    }
    *diag = (struct diag){0};
    if (!reader_load_file(file, "x.trace.jsonl", header, tape, result, diag)) {
        tape_free(tape);
        tape = NULL;
    }
    fclose(file);
    return tape;
}

#endif
