// The lexer's main road: one step after the other, the ends of lines and of the text, and what
// happens when something is wrong. See lexing.h for its other files.
#include "lang/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "lang/lexing.h"

int lexer_column(const char *line, size_t bytes) {
    return (int)utf8_count(line, bytes) + 1;
}

struct lex_place lex_here(const struct lexer *lexer) {
    return (struct lex_place){lexer->at, lexer->line_start, lexer->line};
}

struct token *lex_emit(struct lexer *lexer, enum token_kind kind, struct lex_place place) {
    struct token *token = vec_push(&lexer->out->tokens);
    *token = (struct token){
        .kind = (uint8_t)kind,
        .level = (uint8_t)lexer->level,
        .start = (uint32_t)(place.at - lexer->out->text),
        .end = (uint32_t)(lexer->at - lexer->out->text),
        .line = place.line,
        .column = (int)(place.at - place.line_start),
        .end_line = lexer->line,
        .end_column = (int)(lexer->at - lexer->line_start),
    };
    return token;
}

void lex_new_line(struct lexer *lexer) {
    lexer->at++;
    lexer->line++;
    lexer->line_start = lexer->at;
}

// Ends the lexing. The innermost open bracket is remembered, which may be the real reason.
static void emit_wrong(struct lexer *lexer) {
    lex_emit(lexer, TOKEN_WRONG, lex_here(lexer));
    lexer->finished = true;
    struct diag *unclosed = &lexer->out->unclosed;
    lexer->out->wrong_inside = lexer->fstring_count > 0;
    if (lexer->level > 0) {
        struct lex_bracket bracket = lexer->brackets[lexer->level - 1];
        diag_set(unclosed, DIAG_SYNTAX, "'%c' was never closed", bracket.open);
        unclosed->line = unclosed->end_line = bracket.line;
        unclosed->column =
            lexer_column(bracket.line_start, (size_t)(bracket.at - bracket.line_start));
    }
}

void lex_wrong(struct lexer *lexer, const char *format, ...) {
    struct diag *wrong = &lexer->out->wrong;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(wrong->message, sizeof wrong->message, format, arguments);
    va_end(arguments);
    wrong->kind = DIAG_SYNTAX;
    wrong->line = wrong->end_line = lexer->line;
    size_t bytes = (size_t)(lexer->at - lexer->line_start);
    wrong->column = wrong->end_column = lexer_column(lexer->line_start, bytes) - 1;
    lexer->out->wrong_overrides = true;
    emit_wrong(lexer);
}

void lex_wrong_quiet(struct lexer *lexer, enum diag_kind kind, int column, const char *message) {
    struct diag *wrong = &lexer->out->wrong;
    diag_set(wrong, kind, "%s", message);
    wrong->line = wrong->end_line = lexer->line;
    wrong->column = column;
    emit_wrong(lexer);
}

void lex_warn(struct lexer *lexer, const char *format, ...) {
    struct lexer_warning *warning = vec_push(&lexer->out->warnings);
    warning->line = lexer->line;
    warning->column = (int)(lexer->at - lexer->line_start);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(warning->message, sizeof warning->message, format, arguments);
    va_end(arguments);
}

// Reads a line feed: the end of a logical line, unless nothing was on it or a bracket is open.
static void lex_line_feed(struct lexer *lexer) {
    if (!lexer->at_line_start && lexer->level == 0) {
        struct lex_place place = lex_here(lexer);
        place.at = lexer->line_end;
        lexer->at++;
        lex_emit(lexer, TOKEN_NEWLINE, place);
        lexer->at--;
        lexer->at_line_start = true;
    }
    lex_new_line(lexer);
    lexer->fresh_line = lexer->at;
}

void lex_backslash(struct lexer *lexer) {
    lexer->at++;
    if (*lexer->at != '\n') {
        // CPython counts from there.
        int far = lexer_column(lexer->fresh_line, (size_t)(lexer->at - lexer->fresh_line));
        lex_wrong_quiet(lexer, DIAG_SYNTAX, far,
                        "unexpected character after line continuation character");
        return;
    }
    if (lexer->at[1] == '\0') {
        int column = lexer_column(lexer->line_start, (size_t)(lexer->at - lexer->line_start));
        lex_wrong_quiet(lexer, DIAG_SYNTAX, column, "unexpected EOF while parsing");
        if (lexer->level > 0) {
            lexer->out->wrong = lexer->out->unclosed;
        }
        return;
    }
    lex_new_line(lexer);
}

// Ends open blocks, then the program; or complains about a bracket that is open still.
static void lex_end(struct lexer *lexer) {
    if (lexer->level > 0) {
        emit_wrong(lexer);
        lexer->out->wrong = lexer->out->unclosed;
        return;
    }
    if (lexer->line > 1) {
        // As in CPython, the end belongs to the last line, not to one after it.
        lexer->line--;
        do {
            lexer->line_start--;
        } while (lexer->line_start > lexer->out->text && lexer->line_start[-1] != '\n');
    }
    for (; lexer->indent_count > 1; lexer->indent_count--) {
        lex_emit(lexer, TOKEN_DEDENT, lex_here(lexer));
    }
    lex_emit(lexer, TOKEN_END, lex_here(lexer));
    lexer->finished = true;
}

// Reads what begins at [at], which is no white space.
static void lex_token(struct lexer *lexer) {
    char c = *lexer->at;
    if (lex_is_digit(c) || (c == '.' && lex_is_digit(lexer->at[1]))) {
        lex_number(lexer);
    } else if (lex_is_word(c) || c == '\'' || c == '"') {
        lex_letter(lexer);
    } else if (c == '\n') {
        lex_line_feed(lexer);
    } else if (c != '\0' && strchr("()[]{}:", c) != NULL) {
        lex_bracket(lexer, c);
    } else if (c == '\\') {
        lex_backslash(lexer);
    } else if (c == '\0') {
        lex_end(lexer);
    } else {
        lex_operator(lexer, c);
    }
}

static void skip_space(struct lexer *lexer) {
    while (*lexer->at == ' ' || *lexer->at == '\t' || *lexer->at == '\f') {
        lexer->at++;
    }
    lexer->line_end = lexer->at;
    if (*lexer->at == '#') {
        lexer->at += strcspn(lexer->at, "\n");
    }
}

// One step: the text of an f-string, or a line's indentation, or white space and a token.
static void lex_step(struct lexer *lexer) {
    struct lex_fstring *fstring = lex_fstring_now(lexer);
    if (fstring != NULL && fstring->in_text) {
        lex_fstring_text(lexer);
        return;
    }
    if (lexer->at_line_start) {
        lex_indentation(lexer);
    }
    if (!lexer->finished) {
        skip_space(lexer);
        lex_token(lexer);
    }
}

void lexer_run(struct lexed *lexed, const char *text, struct names *names) {
    *lexed = (struct lexed){.text = text};
    struct lexer *lexer = mem_zalloc(1, sizeof *lexer);
    lexer->out = lexed;
    lexer->names = names;
    lexer->at = lexer->line_start = lexer->fresh_line = text;
    lexer->line = 1;
    lexer->at_line_start = true;
    lexer->indent_count = 1;
    lex_prepare_keywords(lexer);
    while (!lexer->finished) {
        lex_step(lexer);
    }
    mem_free(lexer);
}

void lexer_free(struct lexed *lexed) {
    vec_free(&lexed->tokens);
    vec_free(&lexed->warnings);
}
