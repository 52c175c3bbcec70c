// The program's text by lines, and places in it: for messages and for the marks of tracebacks.
//
//     struct place_text source = {.text = text, .length = length};
//     place_report(&source, &diag, DIAG_SYNTAX, place_of(node), "'break' outside loop");
//     place_free(&source);
//
// The table of lines is made when it is first needed.
#ifndef CODE_PLACE_H
#define CODE_PLACE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "lang/ast.h"

struct place_text {
    const char *text;
    size_t length;
    struct {
        uint32_t *items; // where each line begins
        size_t count, capacity;
    } lines; // owned; empty until asked for
};

// The line of a place whose line counts for nothing: the next step begins a line in any case.
#define PLACE_UNKNOWN (-1)

// A stretch of text, as nodes have it. Line 0: nowhere.
struct place {
    int line, column, end_line, end_column;
    const struct node *node; // the expression whose operator tracebacks mark, or NULL
};

// Returns the place of [node].
struct place place_of(const struct node *node);

// Returns the place that is nowhere: its instructions belong to the line before them.
struct place place_nowhere(void);

// Returns the byte offset of [line] (1-based) and [column] (bytes) in the text, at most its length.
size_t place_offset(struct place_text *source, int line, int column);

// Fills in [diag] with the message and the place, columns as characters. Only the first error
// counts: a diag that holds one is left as it is.
void place_report(struct place_text *source, struct diag *diag, enum diag_kind kind,
                  struct place place, const char *format, va_list arguments);

// Reports that [node] lies too deep in the tree for the compiler's recursion.
void place_report_depth(struct place_text *source, struct diag *diag, const struct node *node);

// Gives back the table of lines.
void place_free(struct place_text *source);

#endif
