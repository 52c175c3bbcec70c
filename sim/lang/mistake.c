// Telling of a mistake: turning tokens and nodes into the places that CPython would name, and
// deciding in the end which of several complaints comes first.
#include "lang/mistake.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

static const char *line_text(const struct parser *parser, int line) {
    const char *text = parser->lexed->text;
    for (; line > 1; line--) {
        text = strchr(text, '\n') + 1;
    }
    return text;
}

// The character column of byte [column] in [line], 1-based; 0 for no column. Like CPython, counts
// no further than to the line's end, or one past it if [end_counts].
static int character_column(const struct parser *parser, int line, int column, bool end_counts) {
    if (column < 0) {
        return 0;
    }
    const char *text = line_text(parser, line);
    size_t length = strcspn(text, "\n") + end_counts;
    size_t bytes = (size_t)column < length ? (size_t)column : length;
    return lexer_column(text, bytes);
}

static bool tell(struct parser *parser, enum diag_kind kind, struct mistake_place place,
                 const char *format, va_list arguments) {
    struct diag *diag = parser->diag;
    if (parser->stopped) {
        return true;
    }
    parser->stopped = true;
    diag->kind = kind;
    vsnprintf(diag->message, sizeof diag->message, format, arguments);
    diag->line = place.line;
    diag->end_line = place.end_line;
    // The end is counted in the first line even if it is on another: so CPython does.
    bool one_line = place.line == place.end_line;
    diag->column = character_column(parser, place.line, place.column, one_line);
    diag->end_column = character_column(parser, place.line, place.end_column, one_line);
    return true;
}

static bool has_width(const struct token *token) {
    return token->kind != TOKEN_INDENT && token->kind != TOKEN_DEDENT && token->kind != TOKEN_END;
}

// From one token to another. Those without width have no columns.
static struct mistake_place place_of(const struct token *from, const struct token *to) {
    if (!has_width(from)) {
        return (struct mistake_place){from->line, -1, from->line, -1};
    }
    return (struct mistake_place){from->line, from->column, to->end_line, to->end_column};
}

// A token that was looked at just now. If it has no width, what counts is what stands before it.
static struct mistake_place place_now(const struct token *token) {
    if (!has_width(token)) {
        return (struct mistake_place){token->line, token->column - 1, token->line, -1};
    }
    return place_of(token, token);
}

// The functions of mistake.h take printf-style arguments and pass them on with their place.
#define TELL(kind, place)                                                                          \
    va_list arguments;                                                                             \
    va_start(arguments, format);                                                                   \
    tell(parser, kind, place, format, arguments);                                                  \
    va_end(arguments);                                                                             \
    return true

bool mistake_set(struct parser *parser, enum diag_kind kind, struct mistake_place place,
                 const char *format, ...) {
    TELL(kind, place);
}

bool mistake_token(struct parser *parser, const struct token *token, const char *format, ...) {
    TELL(DIAG_SYNTAX, place_of(token, token));
}

bool mistake_tokens(struct parser *parser, const struct token *from, const struct token *to,
                    const char *format, ...) {
    TELL(DIAG_SYNTAX, place_of(from, to));
}

bool mistake_node(struct parser *parser, const struct node *node, const char *format, ...) {
    struct mistake_place place = {node->line, node->column, node->end_line, node->end_column};
    TELL(DIAG_SYNTAX, place);
}

bool mistake_nodes(struct parser *parser, const struct node *from, const struct node *to,
                   const char *format, ...) {
    struct mistake_place place = {from->line, from->column, to->end_line, to->end_column};
    TELL(DIAG_SYNTAX, place);
}

bool mistake_last(struct parser *parser, const char *format, ...) {
    const struct token *last = &parser->tokens[parser->fill - 1];
    TELL(DIAG_SYNTAX, place_now(last));
}

bool mistake_next(struct parser *parser, const char *format, ...) {
    parser_peek(parser);
    const struct token *next = &parser->tokens[parser->at];
    TELL(DIAG_SYNTAX, place_now(next));
}

bool mistake_from(struct parser *parser, const struct token *from, const char *format, ...) {
    const struct token *last = &parser->tokens[parser->fill - 1];
    struct mistake_place place = {from->line, from->column, last->end_line, last->end_column - 1};
    TELL(DIAG_SYNTAX, place);
}

bool mistake_block(struct parser *parser, const char *format, ...) {
    const struct token *last = &parser->tokens[parser->fill - 1];
    TELL(DIAG_INDENTATION, place_now(last));
}

// Nothing better is known than how far the first go came.
static void tell_generic(struct parser *parser, size_t failed_at) {
    const struct token *token = &parser->tokens[failed_at];
    if (token->kind == TOKEN_INDENT) {
        mistake_block(parser, "unexpected indent");
    } else if (token->kind == TOKEN_DEDENT) {
        mistake_block(parser, "unexpected unindent");
    } else {
        mistake_token(parser, token, "invalid syntax");
    }
}

// Does the lexer's complaint, further down, come first all the same? An unclosed bracket does if
// it was opened on a line above the mistake, which it then most likely caused.
void mistake_outrank(struct parser *parser) {
    const struct lexed *lexed = parser->lexed;
    const struct token *last = &lexed->tokens.items[lexed->tokens.count - 1];
    if (last->kind != TOKEN_WRONG || lexed->wrong_inside ||
        parser->tokens[parser->fill - 1].kind == TOKEN_WRONG) {
        return;
    }
    if (lexed->wrong_overrides) {
        *parser->diag = lexed->wrong;
    } else if (lexed->unclosed.line > 0 &&
               parser->tokens[parser->fill - 1].line > lexed->unclosed.line) {
        *parser->diag = lexed->unclosed;
    }
}

void mistake_finish(struct parser *parser, size_t failed_at) {
    enum token_kind failed = (enum token_kind)parser->tokens[failed_at].kind;
    bool generic = !parser->stopped;
    if (generic) {
        tell_generic(parser, failed_at);
    }
    if (!generic || (failed != TOKEN_INDENT && failed != TOKEN_DEDENT)) {
        mistake_outrank(parser);
    }
}
