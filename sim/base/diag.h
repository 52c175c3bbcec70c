// A diagnosis: what is wrong in the learner's program or file, where, and what to do.
//
// Functions that can fail fill one in and return false; only cli prints it.
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stddef.h>

enum diag_kind {
    DIAG_NONE,        // nothing is wrong
    DIAG_SYNTAX,      // SyntaxError: exit status 1, as python3
    DIAG_INDENTATION, // IndentationError
    DIAG_TAB,         // TabError
    DIAG_REFUSED,     // Python that loopscope does not have: exit status 2
    DIAG_FILE,        // a file that cannot be read, written or understood: exit status 2
};

struct diag {
    enum diag_kind kind;
    int line, column;         // 1-based, 0 if unknown; column counts characters, as CPython shows
    int end_line, end_column; // one past the last character; 0 if unknown
    char message[512];        // one sentence, UTF-8
};

// Fills in [diag] with [kind] and a printf-style message; the place stays unknown.
void diag_set(struct diag *diag, enum diag_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
