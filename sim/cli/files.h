// Files that the user names: opened, read whole, and what their paths are.
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"

// Opens a file for reading; NULL with a sentence in [diag] if it cannot be, or is a directory.
FILE *files_open(const char *path, struct diag *diag);

// Reads a whole file, or what is left of an open one that messages call [path]; mem_free the text,
// which ends in a null byte. NULL with a sentence in [diag].
char *files_read(const char *path, size_t *length, struct diag *diag);
char *files_read_rest(FILE *file, const char *path, size_t *length, struct diag *diag);

// Does [path] end in [end], with something before it?
bool files_ends_in(const char *path, const char *end);

// The path with the working directory before it, as CPython shows it in tracebacks: mem_free it.
char *files_absolute(const char *path);

#endif
