// Expressions above the operators: not, and, or, if-else, lambda, :=, yield, and lists with stars.
#include "lang/grammar.h"
#include "lang/mistake.h"

// 'not' inversion | comparison
struct node *expression_not(struct parser *parser) {
    if (parser_peek(parser) != TOKEN_NOT) {
        return expression_comparison(parser);
    }
    if (!parser_descend(parser)) {
        return NULL;
    }
    size_t start = parser->at++;
    struct node *operand = expression_not(parser);
    parser->depth--;
    if (operand == NULL) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_UnaryOp, start);
    node->UnaryOp = (struct ast_UnaryOp){AST_NOT, operand};
    return node;
}

// operand (word operand)*
static struct node *boolean(struct parser *parser, enum token_kind token, enum ast_boolean op,
                            parser_rule *operand) {
    size_t start = parser->at;
    struct node *first = operand(parser);
    if (first == NULL || parser_peek(parser) != token) {
        return first;
    }
    size_t begin = parser_list_begin(parser);
    parser_list_add(parser, first);
    for (;;) {
        size_t before = parser->at;
        struct node *next = parser_take(parser, token) ? operand(parser) : NULL;
        if (next == NULL) {
            parser->at = before;
            break;
        }
        parser_list_add(parser, next);
    }
    if (parser->stopped || parser->pending.count == begin + 1) {
        parser_list_drop(parser, begin);
        return parser_back(parser, parser->at, first);
    }
    struct node *node = parser_node(parser, AST_BoolOp, start);
    node->BoolOp.op = op;
    node->BoolOp.values = parser_list_take(parser, begin);
    return node;
}

static struct node *conjunction(struct parser *parser) {
    return boolean(parser, TOKEN_AND, AST_AND, expression_not);
}

static struct node *disjunction(struct parser *parser) {
    return boolean(parser, TOKEN_OR, AST_OR, conjunction);
}

struct node *expression_or(struct parser *parser) {
    if (parser->mistakes) {
        return parser_memo(parser, MEMO_DISJUNCTION, disjunction);
    }
    return disjunction(parser);
}

// 'lambda' [parameters] ':' expression
static struct node *lambda(struct parser *parser) {
    size_t start = parser->at++;
    struct node *args = parameters_parse(parser, true);
    struct node *body = NULL;
    if (args != NULL && parser_take(parser, TOKEN_COLON)) {
        body = expression_parse(parser);
    }
    if (body == NULL) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Lambda, start);
    node->Lambda = (struct ast_Lambda){args, body};
    return node;
}

// After `body`: ['if' disjunction 'else' expression]
static struct node *conditional(struct parser *parser, size_t start, struct node *body) {
    size_t before = parser->at;
    if (!parser_take(parser, TOKEN_IF)) {
        return body;
    }
    struct node *test = expression_or(parser);
    struct node *orelse = NULL;
    if (test != NULL && parser_take(parser, TOKEN_ELSE)) {
        orelse = expression_parse(parser);
    }
    if (orelse == NULL) {
        return parser_back(parser, before, body);
    }
    struct node *node = parser_node(parser, AST_IfExp, start);
    node->IfExp = (struct ast_IfExp){test, body, orelse};
    return node;
}

struct node *expression_forget(struct parser *parser) {
    if (!parser_descend(parser)) {
        return NULL;
    }
    size_t start = parser->at;
    struct node *node = expression_or(parser);
    if (parser_seeks(parser)) {
        mistake_expression(parser, start, node);
    }
    if (node != NULL && !parser->stopped) {
        node = conditional(parser, start, node);
    } else if (!parser->stopped && parser->at == start && parser_peek(parser) == TOKEN_LAMBDA) {
        node = lambda(parser);
    }
    parser->depth--;
    return parser->stopped ? NULL : node;
}

struct node *expression_parse(struct parser *parser) {
    if (parser->mistakes) {
        return parser_memo(parser, MEMO_EXPRESSION, expression_forget);
    }
    return expression_forget(parser);
}

struct node *expression_walrus(struct parser *parser) {
    if (parser_peek(parser) != TOKEN_NAME || parser_peek_ahead(parser, 1) != TOKEN_WALRUS) {
        return NULL;
    }
    size_t start = parser->at++;
    struct node *target = parser_node(parser, AST_Name, start);
    target->Name = (struct ast_Name){parser->tokens[start].name, AST_STORE};
    parser->at++;
    struct node *value = expression_parse(parser);
    if (value == NULL) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_NamedExpr, start);
    node->NamedExpr = (struct ast_NamedExpr){target, value};
    return node;
}

static struct node *named(struct parser *parser) {
    size_t start = parser->at;
    if (parser_peek(parser) == TOKEN_NAME && parser_peek_ahead(parser, 1) == TOKEN_WALRUS) {
        return expression_walrus(parser);
    }
    if (parser_seeks(parser)) {
        mistake_named_expression(parser);
        parser->at = start;
    }
    struct node *node = parser->stopped ? NULL : expression_parse(parser);
    if (node == NULL || parser_peek(parser) == TOKEN_WALRUS) {
        return NULL;
    }
    return node;
}

struct node *expression_named(struct parser *parser) {
    if (parser->mistakes && !parser->quiet) {
        return parser_memo(parser, MEMO_NAMED, named);
    }
    return named(parser);
}

// '*' bitwise_or
static struct node *starred(struct parser *parser) {
    size_t start = parser->at++;
    struct node *value = expression_binary(parser);
    if (value == NULL) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Starred, start);
    node->Starred = (struct ast_Starred){value, AST_LOAD};
    return node;
}

struct node *expression_star(struct parser *parser) {
    return parser_peek(parser) == TOKEN_STAR ? starred(parser) : expression_parse(parser);
}

struct node *expression_star_named(struct parser *parser) {
    return parser_peek(parser) == TOKEN_STAR ? starred(parser) : expression_named(parser);
}

struct node *expression_commas(struct parser *parser, parser_rule *item) {
    size_t start = parser->at;
    struct node *first = item(parser);
    if (first == NULL || parser_peek(parser) != TOKEN_COMMA) {
        return first;
    }
    size_t begin = parser_list_begin(parser);
    parser_list_add(parser, first);
    parser_more(parser, item);
    if (parser->stopped) {
        return parser_list_drop(parser, begin);
    }
    parser_take(parser, TOKEN_COMMA);
    struct node *node = parser_node(parser, AST_Tuple, start);
    node->Tuple.elts = parser_list_take(parser, begin);
    return node;
}

struct node *expression_stars(struct parser *parser) {
    return expression_commas(parser, expression_star);
}

struct node *expression_list(struct parser *parser) {
    return expression_commas(parser, expression_parse);
}

struct node *expression_yield(struct parser *parser) {
    size_t start = parser->at;
    if (!parser_take(parser, TOKEN_YIELD)) {
        return NULL;
    }
    if (parser_take(parser, TOKEN_FROM)) {
        struct node *value = expression_parse(parser);
        struct node *node = value == NULL ? NULL : parser_node(parser, AST_YieldFrom, start);
        if (node != NULL) {
            node->YieldFrom.value = value;
        }
        return node;
    }
    size_t before = parser->at;
    struct node *value = expression_stars(parser);
    if (value == NULL) {
        parser->at = before;
    }
    struct node *node = parser_node(parser, AST_Yield, start);
    node->Yield.value = value;
    return parser->stopped ? NULL : node;
}

struct node *expression_value(struct parser *parser) {
    if (parser_peek(parser) == TOKEN_YIELD) {
        return expression_yield(parser);
    }
    return expression_stars(parser);
}
