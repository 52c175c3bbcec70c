// From text to tokens, all at once.
//
//     struct lexed lexed = {0};
//     lexer_run(&lexed, source.text, names);
//     … lexed.tokens.items[i] …
//     lexer_free(&lexed);
//
// The last token is always END or WRONG. The lexer never fails: what it cannot read becomes a
// WRONG token, because an earlier mistake of another kind may have to be reported instead.
#ifndef LANG_LEXER_H
#define LANG_LEXER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/names.h"
#include "lang/token.h"

// Something worth a warning, found in passing.
struct lexer_warning {
    int line, column;
    char message[64];
};

struct lexed {
    const char *text; // what was read
    struct {
        struct token *items;
        size_t count, capacity;
    } tokens; // owned
    struct {
        struct lexer_warning *items;
        size_t count, capacity;
    } warnings; // owned

    // If the last token is WRONG: the complaint, and whether it outranks a mistake that the
    // parser found before it. If not, an open bracket may still do so. Nothing does so if the
    // text became wrong inside an f-string, which a mistake in a replacement field explains.
    struct diag wrong;
    bool wrong_overrides;
    bool wrong_inside;
    struct diag unclosed; // about the innermost bracket then open; no line if there is none
};

// Reads [text], which struct source has made ready and which must outlive the tokens.
void lexer_run(struct lexed *lexed, const char *text, struct names *names);

void lexer_free(struct lexed *lexed);

// Returns the 1-based character column of a byte offset in the line that begins at [line].
int lexer_column(const char *line, size_t bytes);

#endif
