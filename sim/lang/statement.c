// Statements one after the other, blocks, and what a statement's first word says it is.
#include "lang/grammar.h"
#include "lang/mistake.h"

// simple_stmt (';' simple_stmt)* [';'] NEWLINE
static bool line(struct parser *parser) {
    do {
        size_t before = parser->at;
        struct node *node = simple_statement(parser);
        if (node == NULL) {
            parser->at = before;
            break;
        }
        parser_list_add(parser, node);
    } while (parser_take(parser, TOKEN_SEMICOLON));
    return !parser->stopped && parser_take(parser, TOKEN_NEWLINE);
}

// A line that fails leaves nothing behind.
static bool try_line(struct parser *parser) {
    size_t begin = parser_list_begin(parser);
    if (parser_peek(parser) != TOKEN_NEWLINE && line(parser)) {
        return true;
    }
    parser_list_drop(parser, begin);
    return false;
}

// One statement, or several on one line, into the pending list.
static bool statement(struct parser *parser) {
    size_t start = parser->at;
    struct node *node = compound_statement(parser);
    if (node != NULL) {
        parser_list_add(parser, node);
        return true;
    }
    parser->at = start;
    return !parser->stopped && try_line(parser);
}

bool statement_list(struct parser *parser) {
    for (;;) {
        enum token_kind kind = parser_peek(parser);
        if (kind == TOKEN_END || kind == TOKEN_DEDENT) {
            return true;
        }
        if (!statement(parser)) {
            return false;
        }
    }
}

// NEWLINE INDENT statements DEDENT, or statements on the same line.
static bool block(struct parser *parser, struct node_list *body) {
    size_t begin = parser_list_begin(parser);
    bool right;
    if (!parser_take(parser, TOKEN_NEWLINE)) {
        right = try_line(parser);
    } else if (parser_take(parser, TOKEN_INDENT)) {
        right = statement_list(parser) && parser_take(parser, TOKEN_DEDENT);
    } else {
        right = false;
        if (parser_seeks(parser)) {
            mistake_block(parser, "expected an indented block");
        }
    }
    if (!right) {
        parser_list_drop(parser, begin);
        return false;
    }
    *body = parser_list_take(parser, begin);
    return true;
}

bool statement_colon_block(struct parser *parser, size_t start, const char *what,
                           struct node_list *body) {
    if (!parser_take(parser, TOKEN_COLON)) {
        if (parser_seeks(parser) && parser_take(parser, TOKEN_NEWLINE)) {
            mistake_last(parser, "expected ':'");
        }
        return false;
    }
    return statement_after_colon(parser, start, what, body);
}

bool statement_after_colon(struct parser *parser, size_t start, const char *what,
                           struct node_list *body) {
    if (parser_seeks(parser) && parser_peek(parser) == TOKEN_NEWLINE &&
        parser_peek_ahead(parser, 1) != TOKEN_INDENT) {
        return !mistake_block(parser, "expected an indented block after %s on line %d", what,
                              parser->tokens[start].line);
    }
    return block(parser, body);
}

bool statement_force(struct parser *parser, enum token_kind kind, const char *text) {
    if (parser_take(parser, kind)) {
        return true;
    }
    if (!parser->stopped) {
        mistake_token(parser, &parser->tokens[parser->at], "expected '%s'", text);
    }
    return false;
}
