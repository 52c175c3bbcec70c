// The source files of a run: the program, its own modules, and the library's texts. Tracebacks and
// warnings show lines of them.
#ifndef VM_FILES_H
#define VM_FILES_H

#include <stdbool.h>
#include <stddef.h>

struct vm;

// Remembers the text of [path]; both are copied.
void files_add(struct vm *vm, const char *path, const char *text, size_t length);

// Line [line] (from 1) of [path], without its end: false if there is none. Borrowed.
bool files_line(const struct vm *vm, const char *path, int line, const char **text, size_t *length);

void files_free(struct vm *vm);

#endif
