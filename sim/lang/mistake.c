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
// no further than one past the line's end.
static int character_column(const struct parser *parser, int line, int column) {
    if (column < 0) {
        return 0;
    }
    const char *text = line_text(parser, line);
    size_t length = strcspn(text, "\n") + 1;
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
    diag->column = character_column(parser, place.line, place.column);
    diag->end_column = character_column(parser, place.end_line, place.end_column);
    return true;
}

// Where a token stands. Those without width have no end.
static struct mistake_place place_of(const struct token *from, const struct token *to) {
    if (from->kind == TOKEN_INDENT || from->kind == TOKEN_DEDENT || from->kind == TOKEN_END) {
        return (struct mistake_place){from->line, from->column - 1, from->line, -1};
    }
    return (struct mistake_place){from->line, from->column, to->end_line, to->end_column};
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
    TELL(DIAG_SYNTAX, place_of(last, last));
}

bool mistake_next(struct parser *parser, const char *format, ...) {
    parser_peek(parser);
    const struct token *next = &parser->tokens[parser->at];
    TELL(DIAG_SYNTAX, place_of(next, next));
}

bool mistake_from(struct parser *parser, const struct token *from, const char *format, ...) {
    const struct token *last = &parser->tokens[parser->fill - 1];
    struct mistake_place place = {from->line, from->column, last->end_line, last->end_column - 1};
    TELL(DIAG_SYNTAX, place);
}

bool mistake_block(struct parser *parser, const char *format, ...) {
    const struct token *last = &parser->tokens[parser->fill - 1];
    TELL(DIAG_INDENTATION, place_of(last, last));
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
    if (last->kind != TOKEN_WRONG || parser->tokens[parser->fill - 1].kind == TOKEN_WRONG) {
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
