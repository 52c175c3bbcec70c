// Mistakes in the replacement fields of f-strings.
#include "lang/grammar.h"
#include "lang/mistake.h"

static bool is_one_of(struct parser *parser, const char *signs) {
    const struct token *token = &parser->tokens[parser->at];
    enum token_kind kind = parser_peek(parser);
    bool is_sign = kind == TOKEN_EQUAL || kind == TOKEN_EXCLAMATION || kind == TOKEN_COLON ||
                   kind == TOKEN_RIGHT_BRACE;
    char c = parser->lexed->text[token->start];
    for (; is_sign && *signs != '\0'; signs++) {
        if (*signs == c) {
            return true;
        }
    }
    return false;
}

// What stands directly after the '{' where an expression should be.
static bool no_expression(struct parser *parser) {
    size_t start = parser->at;
    if (is_one_of(parser, "=!:}")) {
        const struct token *token = &parser->tokens[start];
        return mistake_token(parser, token, "f-string: valid expression required before '%c'",
                             parser->lexed->text[token->start]);
    }
    if (expression_value(parser) != NULL || parser->stopped) {
        return parser->stopped;
    }
    parser->at = start;
    return mistake_next(parser, "f-string: expecting a valid expression after '{'");
}

// '!' and then no name.
static bool wrong_conversion(struct parser *parser) {
    if (parser_peek(parser) != TOKEN_EXCLAMATION || parser_peek_ahead(parser, 1) == TOKEN_NAME) {
        return parser->stopped;
    }
    parser->at++;
    const char *what = is_one_of(parser, ":}") ? "missing" : "invalid";
    return mistake_next(parser, "f-string: %s conversion character", what);
}

void mistake_field(struct parser *parser) {
    parser->at++;
    if (no_expression(parser)) {
        return;
    }
    if (!is_one_of(parser, "=!:}")) {
        mistake_next(parser, "f-string: expecting '=', or '!', or ':', or '}'");
        return;
    }
    if (parser_take(parser, TOKEN_EQUAL) && !is_one_of(parser, "!:}")) {
        mistake_next(parser, "f-string: expecting '!', or ':', or '}'");
        return;
    }
    if (wrong_conversion(parser)) {
        return;
    }
    if (parser_take(parser, TOKEN_EXCLAMATION)) {
        parser->at++;
    }
    if (!is_one_of(parser, ":}")) {
        mistake_next(parser, "f-string: expecting ':' or '}'");
        return;
    }
    if (parser_take(parser, TOKEN_COLON)) {
        size_t begin = parser_list_begin(parser);
        fstring_spec_parts(parser);
        parser_list_drop(parser, begin);
        if (!parser->stopped && !is_one_of(parser, "}")) {
            mistake_next(parser, "f-string: expecting '}', or format specs");
        }
        return;
    }
    if (!is_one_of(parser, "}")) {
        mistake_next(parser, "f-string: expecting '}'");
    }
}
