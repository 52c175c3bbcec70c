// Functions and classes, with decorators and type parameters.
#include "lang/grammar.h"
#include "lang/mistake.h"

// ['=' default]; false if there is an '=' and nothing right after it.
static bool type_default(struct parser *parser, bool starred, struct node **value) {
    *value = NULL;
    if (!parser_take(parser, TOKEN_EQUAL)) {
        return true;
    }
    *value = starred ? expression_star(parser) : expression_parse(parser);
    return *value != NULL;
}

// NAME [':' bound] ['=' default]
static struct node *type_variable(struct parser *parser, size_t start) {
    const struct name *name = parser_take_name(parser);
    struct node *bound = NULL, *value;
    if (name == NULL) {
        return NULL;
    }
    if (parser_take(parser, TOKEN_COLON)) {
        bound = expression_parse(parser);
        if (bound == NULL) {
            return NULL;
        }
    }
    if (!type_default(parser, false, &value)) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_TypeVar, start);
    node->TypeVar = (struct ast_TypeVar){name, bound, value};
    return node;
}

static struct node *type_parameter(struct parser *parser) {
    size_t start = parser->at;
    enum token_kind kind = parser_peek(parser);
    if (kind != TOKEN_STAR && kind != TOKEN_DOUBLE_STAR) {
        return type_variable(parser, start);
    }
    if (mistake_type_parameter(parser)) {
        return NULL;
    }
    parser->at = start + 1;
    const struct name *name = parser_take_name(parser);
    struct node *value;
    if (name == NULL || !type_default(parser, kind == TOKEN_STAR, &value)) {
        return NULL;
    }
    if (kind == TOKEN_STAR) {
        struct node *node = parser_node(parser, AST_TypeVarTuple, start);
        node->TypeVarTuple = (struct ast_TypeVarTuple){name, value};
        return node;
    }
    struct node *node = parser_node(parser, AST_ParamSpec, start);
    node->ParamSpec = (struct ast_ParamSpec){name, value};
    return node;
}

// '[' type_parameter (',' type_parameter)* [','] ']'
static bool type_parameters(struct parser *parser, struct node_list *parameters) {
    if (!parser_take(parser, TOKEN_LEFT_BRACKET)) {
        return false;
    }
    if (parser_seeks(parser) && parser_peek(parser) == TOKEN_RIGHT_BRACKET) {
        mistake_from(parser, &parser->tokens[parser->at], "Type parameter list cannot be empty");
        return false;
    }
    size_t begin = parser_list_begin(parser);
    size_t count = parser_items(parser, type_parameter);
    parser_take(parser, TOKEN_COMMA);
    *parameters = parser_list_take(parser, begin);
    return count > 0 && !parser->stopped && parser_take(parser, TOKEN_RIGHT_BRACKET);
}

bool definition_type_parameters(struct parser *parser, struct node_list *parameters) {
    size_t before = parser->at;
    *parameters = (struct node_list){NULL, 0};
    if (!type_parameters(parser, parameters)) {
        parser->at = before;
    }
    return !parser->stopped;
}

// Takes a token that must be there; the second time, its lack is told.
static bool demand(struct parser *parser, enum token_kind kind, const char *text) {
    return parser->mistakes ? statement_force(parser, kind, text) : parser_take(parser, kind);
}

// '(' [parameters] ')'
static struct node *parameter_list(struct parser *parser) {
    if (!demand(parser, TOKEN_LEFT_PAREN, "(")) {
        return NULL;
    }
    struct node *args = parameters_parse(parser, false);
    return args != NULL && parser_take(parser, TOKEN_RIGHT_PAREN) ? args : NULL;
}

// ['->' expression]
static struct node *returns(struct parser *parser) {
    size_t before = parser->at;
    struct node *annotation = NULL;
    if (parser_take(parser, TOKEN_ARROW)) {
        annotation = expression_parse(parser);
        parser->at = annotation == NULL ? before : parser->at;
    }
    return annotation;
}

// ['async'] 'def' NAME [type parameters] '(' [parameters] ')' ['->' expression] ':' block
static struct node *function(struct parser *parser, struct node_list decorators) {
    size_t start = parser->at;
    bool is_async = parser_take(parser, TOKEN_ASYNC);
    size_t word = parser->at;
    struct ast_FunctionDef parts = {.decorator_list = decorators};
    if (!parser_take(parser, TOKEN_DEF)) {
        return NULL;
    }
    parts.name = parser_take_name(parser);
    if (parts.name == NULL || !definition_type_parameters(parser, &parts.type_params)) {
        return NULL;
    }
    parts.args = parameter_list(parser);
    parts.returns = parts.args == NULL ? NULL : returns(parser);
    if (parts.args == NULL || parser->stopped || !demand(parser, TOKEN_COLON, ":") ||
        !statement_after_colon(parser, word, "function definition", &parts.body)) {
        return NULL;
    }
    struct node *node =
        parser_node(parser, is_async ? AST_AsyncFunctionDef : AST_FunctionDef, start);
    if (is_async) {
        node->AsyncFunctionDef =
            (struct ast_AsyncFunctionDef){parts.name,           parts.args,    parts.body,
                                          parts.decorator_list, parts.returns, parts.type_params};
    } else {
        node->FunctionDef = parts;
    }
    return node;
}

// 'class' NAME [type parameters] ['(' [arguments] ')'] ':' block
static struct node *class_(struct parser *parser, struct node_list decorators) {
    size_t start = parser->at++;
    struct ast_ClassDef parts = {.decorator_list = decorators};
    parts.name = parser_take_name(parser);
    if (parts.name == NULL || !definition_type_parameters(parser, &parts.type_params)) {
        return NULL;
    }
    if (parser_take(parser, TOKEN_LEFT_PAREN) &&
        !(call_arguments(parser, &parts.bases, &parts.keywords) &&
          parser_take(parser, TOKEN_RIGHT_PAREN))) {
        return NULL;
    }
    if (!statement_colon_block(parser, start, "class definition", &parts.body)) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_ClassDef, start);
    node->ClassDef = parts;
    return node;
}

// ('@' named_expression NEWLINE)*
static bool decorators(struct parser *parser, struct node_list *list) {
    size_t begin = parser_list_begin(parser);
    while (parser_take(parser, TOKEN_AT)) {
        struct node *node = expression_named(parser);
        if (node == NULL || !parser_take(parser, TOKEN_NEWLINE)) {
            parser_list_drop(parser, begin);
            return false;
        }
        parser_list_add(parser, node);
    }
    *list = parser_list_take(parser, begin);
    return true;
}

struct node *definition_parse(struct parser *parser) {
    struct node_list list;
    if (!decorators(parser, &list)) {
        return NULL;
    }
    if (parser_peek(parser) == TOKEN_CLASS) {
        return class_(parser, list);
    }
    return function(parser, list);
}
