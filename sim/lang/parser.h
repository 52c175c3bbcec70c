// From text to syntax tree: all of Python 3.13's grammar, with CPython's SyntaxErrors.
//
//     struct arena arena = {0};
//     struct diag diag = {0};
//     struct parse_warnings warnings = {0};
//     struct parse_source source = {"lesson.py", text, length};
//     struct node *module;
//     if (!parse_program(&arena, names, &source, &module, &warnings, &diag)) …
//
// Knows only text: what needs scopes ('return' outside function, nonlocal, duplicate arguments …)
// is the compiler's to report. The tree lives in the arena and names; the text may go afterwards.
#ifndef LANG_PARSER_H
#define LANG_PARSER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/names.h"
#include "lang/ast.h"

// What to parse: the bytes of a file, as they are (any line ends, a BOM or a coding line).
struct parse_source {
    const char *name; // for the few messages that say it
    const char *text;
    size_t length;
};

// A SyntaxWarning: the program is Python, but hardly what was meant.
struct parse_warning {
    int line, column;    // 1-based line, 0-based byte offset
    const char *message; // as CPython prints it, such as "invalid escape sequence '\d'"
    struct parse_warning *next;
};

// In the order in which CPython prints them: those of the text in its order, then those that it
// finds when compiling. Owned by the arena.
struct parse_warnings {
    struct parse_warning *first, *last;
};

// Parses a whole program into a Module. On failure returns false with the SyntaxError,
// IndentationError or TabError in [diag]; the arena may then hold scraps. [warnings] may be NULL:
// then nobody is told.
bool parse_program(struct arena *arena, struct names *names, const struct parse_source *source,
                   struct node **module, struct parse_warnings *warnings, struct diag *diag);

// The same for a single expression, as eval() takes it; gives an Expression.
bool parse_expression(struct arena *arena, struct names *names, const struct parse_source *source,
                      struct node **expression, struct parse_warnings *warnings, struct diag *diag);

#endif
