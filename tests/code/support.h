// What the tests of code/ share: a program compiled in memory of its own.
//
//     struct compiled compiled;
//     compile_text(&compiled, "x = 1\n");
//     … compiled.code …
//     compiled_free(&compiled);
#ifndef TESTS_CODE_SUPPORT_H
#define TESTS_CODE_SUPPORT_H

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "code/compile.h"
#include "lang/parser.h"
#include "support/test.h"

struct compiled {
    struct arena arena;
    struct names *names;
    struct diag diag;
    const struct code *code; // NULL: see [diag]
    char *text;              // of a file that was read; owned
};

// Compiles [text], of [length] bytes; [unfused]: without the peephole pass.
static inline void compile_length(struct compiled *compiled, const char *text, size_t length,
                                  bool unfused) {
    *compiled = (struct compiled){.names = names_new()};
    struct parse_source source = {"program", text, length};
    struct compile_options options = {
        .file = "program.py", .source = text, .length = length, .unfused = unfused};
    struct node *module;
    if (parse_program(&compiled->arena, compiled->names, &source, &module, NULL, &compiled->diag)) {
        compiled->code =
            compile_program(&compiled->arena, compiled->names, module, &options, &compiled->diag);
    }
}

static inline void compile_text(struct compiled *compiled, const char *text) {
    compile_length(compiled, text, strlen(text), false);
}

// Compiles the file at [path], which must be there.
static inline void compile_file(struct compiled *compiled, const char *path) {
    struct buf text = {0};
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    for (int byte; (byte = fgetc(file)) != EOF;) {
        buf_putc(&text, (char)byte);
    }
    fclose(file);
    compile_length(compiled, buf_text(&text), text.length, false);
    compiled->text = buf_take(&text);
}

static inline void compiled_free(struct compiled *compiled) {
    arena_free(&compiled->arena);
    names_free(compiled->names);
    mem_free(compiled->text);
}

#endif
