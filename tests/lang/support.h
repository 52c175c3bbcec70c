// For the tests of lang: parsing in one call, and tables of programs.
//
// A table is a text file; each line is a program, in which \n, \t, \f and \\ are escaped, a tab,
// and what is expected of it. Lines that begin with "# " are titles.
#ifndef TESTS_LANG_SUPPORT_H
#define TESTS_LANG_SUPPORT_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "lang/parser.h"
#include "support/test.h"

struct parsed {
    struct arena arena;
    struct names *names;
    struct node *module; // NULL: see [diag]
    struct parse_warnings warnings;
    struct diag diag;
};

static inline void parse_bytes(struct parsed *parsed, const char *text, size_t length) {
    *parsed = (struct parsed){.names = names_new()};
    struct parse_source source = {"program.py", text, length};
    bool right = parse_program(&parsed->arena, parsed->names, &source, &parsed->module,
                               &parsed->warnings, &parsed->diag);
    assert_true(right == (parsed->module != NULL));
    assert_true(right == (parsed->diag.kind == DIAG_NONE));
}

static inline void parsed_free(struct parsed *parsed) {
    arena_free(&parsed->arena);
    names_free(parsed->names);
}

// Writes the diagnosis as mistakes.txt has it, or OK.
static inline void put_verdict(const struct parsed *parsed, struct buf *out) {
    static const char *const kinds[] = {[DIAG_SYNTAX] = "SyntaxError",
                                        [DIAG_INDENTATION] = "IndentationError",
                                        [DIAG_TAB] = "TabError",
                                        [DIAG_REFUSED] = "Refused"};
    const struct diag *diag = &parsed->diag;
    if (parsed->module != NULL) {
        buf_puts(out, "OK");
    } else {
        buf_printf(out, "%d:%d-%d:%d %s: %s", diag->line, diag->column, diag->end_line,
                   diag->end_column, kinds[diag->kind], diag->message);
    }
}

// Undoes the escapes of a table, in place.
static inline void unescape(char *text) {
    static const char pairs[] = "n\nt\tf\f\\\\";
    char *out = text;
    for (const char *in = text; *in != '\0'; in++) {
        const char *pair = in[0] == '\\' ? strchr(pairs, in[1]) : NULL;
        if (pair != NULL && in[1] != '\0') {
            *out++ = pair[1];
            in++;
        } else {
            *out++ = *in;
        }
    }
    *out = '\0';
}

// Compares [put]'s words about each program with the expected ones; returns how many lines there
// are, after having told of those that differ.
static inline int check_table(const char *path,
                              void (*put)(const struct parsed *parsed, struct buf *out)) {
    static char line[1 << 16];
    int lines = 0, wrong = 0;
    FILE *table = fopen(path, "r");
    assert_non_null(table);
    while (fgets(line, sizeof line, table) != NULL) {
        char *expected = strchr(line, '\t');
        if (strncmp(line, "# ", 2) == 0 || expected == NULL) {
            continue;
        }
        *expected++ = '\0';
        expected[strcspn(expected, "\n")] = '\0';
        unescape(line);
        struct parsed parsed;
        struct buf words = {0};
        parse_bytes(&parsed, line, strlen(line));
        put(&parsed, &words);
        if (strcmp(buf_text(&words), expected) != 0) {
            print_error("%s\nexpected: %s\n     got: %s\n\n", line, expected, buf_text(&words));
            wrong++;
        }
        buf_free(&words);
        parsed_free(&parsed);
        lines++;
    }
    fclose(table);
    assert_int_equal(wrong, 0);
    return lines;
}

#endif
