// try with its except, except*, else and finally.
#include "lang/grammar.h"
#include "lang/mistake.h"

// 'finally' ':' block
static bool finally(struct parser *parser, struct node_list *body) {
    size_t start = parser->at;
    *body = (struct node_list){NULL, 0};
    if (!parser_take(parser, TOKEN_FINALLY)) {
        return true;
    }
    return statement_force(parser, TOKEN_COLON, ":") &&
           statement_after_colon(parser, start, "'finally' statement", body);
}

// ['as' NAME]
static const struct name *as_name(struct parser *parser) {
    size_t before = parser->at;
    const struct name *name = NULL;
    if (parser_take(parser, TOKEN_AS)) {
        name = parser_take_name(parser);
        parser->at = name == NULL ? before : parser->at;
    }
    return name;
}

// 'except' ['*'] [type ['as' NAME]] ':' block
static struct node *handler(struct parser *parser) {
    size_t start = parser->at++;
    bool star = parser_take(parser, TOKEN_STAR);
    const struct name *name = NULL;
    struct node *type = NULL;
    bool right = true;
    if (star || parser_peek(parser) != TOKEN_COLON) {
        type = expression_parse(parser);
        name = type == NULL ? NULL : as_name(parser);
        right = type != NULL;
    }
    struct node_list body;
    right = right && !parser->stopped && parser_take(parser, TOKEN_COLON);
    if (!right && parser_seeks(parser)) {
        parser->at = start;
        mistake_except(parser);
    }
    const char *what = star ? "'except*' statement" : "'except' statement";
    if (!right || !statement_after_colon(parser, start, what, &body)) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_ExceptHandler, start);
    node->ExceptHandler = (struct ast_ExceptHandler){type, name, body};
    return node;
}

// The handlers; all have stars or none has. [*star]: they have.
static bool handlers(struct parser *parser, struct node_list *list, bool *star) {
    size_t begin = parser_list_begin(parser);
    *star = false;
    while (parser_peek(parser) == TOKEN_EXCEPT) {
        bool first = parser->pending.count == begin;
        bool has_star = parser_peek_ahead(parser, 1) == TOKEN_STAR;
        bool mixed = !first && has_star != *star;
        if (mixed && parser_seeks(parser)) {
            mistake_mixed_except(parser);
        }
        struct node *node = mixed ? NULL : handler(parser);
        if (node == NULL) {
            parser_list_drop(parser, begin);
            return false;
        }
        *star = has_star;
        parser_list_add(parser, node);
    }
    *list = parser_list_take(parser, begin);
    return true;
}

struct node *try_parse(struct parser *parser) {
    size_t start = parser->at++;
    struct ast_Try parts = {0};
    bool star;
    if (!statement_force(parser, TOKEN_COLON, ":")) {
        return NULL;
    }
    size_t after = parser->at;
    if (!statement_after_colon(parser, start, "'try' statement", &parts.body)) {
        parser->at = after;
        if (parser_seeks(parser)) {
            // Mistakes of an `except` right here count, although there is no block.
            handlers(parser, &parts.handlers, &star);
        }
        return NULL;
    }
    enum token_kind next = parser_peek(parser);
    if (next != TOKEN_EXCEPT && next != TOKEN_FINALLY) {
        if (parser_seeks(parser)) {
            mistake_last(parser, "expected 'except' or 'finally' block");
        }
        return NULL;
    }
    if (!handlers(parser, &parts.handlers, &star) ||
        (parts.handlers.count > 0 && !compound_else(parser, &parts.orelse)) ||
        !finally(parser, &parts.finalbody)) {
        return NULL;
    }
    struct node *node = parser_node(parser, star ? AST_TryStar : AST_Try, start);
    if (star) {
        node->TryStar =
            (struct ast_TryStar){parts.body, parts.handlers, parts.orelse, parts.finalbody};
    } else {
        node->Try = parts;
    }
    return node;
}
