// The text that the lexer reads: UTF-8, line feeds only, a line feed and a null byte at its end.
//
//     struct source source;
//     if (source_read(&source, input, diag)) … source_free(&source);
#ifndef LANG_SOURCE_H
#define LANG_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "lang/parser.h"

struct source {
    char *text;    // owned
    size_t length; // bytes before the null byte
};

// Decodes [input] into [source], which the caller frees even after failure. Fails for null bytes,
// for wrong UTF-8 and for encodings that are unknown or that loopscope lacks.
bool source_read(struct source *source, const struct parse_source *input, struct diag *diag);

void source_free(struct source *source);

#endif
