// The compiler: a module's syntax tree in, its code object out.
//
//     struct compile_options options = {.file = "p.py", .source = text, .length = length};
//     const struct code *code = compile_program(&arena, names, module, &options, &diag);
//
// Nothing is run and no run-time value is made. The steps: scopes.h finds out where each name
// lives, the compile_*.c files emit instructions with labels (emit.h), assemble.c lays them out,
// peephole.c fuses neighbours. The code objects live in [arena] and never change.
#ifndef CODE_COMPILE_H
#define CODE_COMPILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/names.h"
#include "code/code.h"

struct node;

enum compile_mode {
    COMPILE_MODULE,     // a file: a sequence of statements
    COMPILE_EXPRESSION, // eval: the module is one expression statement whose value is returned
};

struct compile_options {
    const char *file;    // for messages and tracebacks; must outlive the code
    uint16_t file_index; // the trace's number of the file
    const char *source;  // the text that was parsed, UTF-8: columns of the anchors come from it
    size_t length;       // its bytes
    bool library;        // of sim/pylib: CODE_LIBRARY on every code object
    bool unfused;        // leaves out the peephole pass, for tests
    enum compile_mode mode;
};

// Compiles [module]. Returns its code, which lives in [arena], or NULL with [diag] filled in:
// SyntaxErrors of CPython's compiler, word for word, or a DIAG_REFUSED naming what is missing.
const struct code *compile_program(struct arena *arena, struct names *names, struct node *module,
                                   const struct compile_options *options, struct diag *diag);

#endif
