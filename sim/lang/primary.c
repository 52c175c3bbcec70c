// Primaries: an atom and what follows it, such as calls, subscripts and attributes.
#include "lang/grammar.h"
#include "lang/mistake.h"

// '.' NAME
static struct node *attribute(struct parser *parser, size_t start, struct node *value) {
    parser->at++;
    const struct name *name = parser_take_name(parser);
    if (name == NULL) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Attribute, start);
    node->Attribute = (struct ast_Attribute){value, name, AST_LOAD};
    return node;
}

// ':' [expression], or nothing; false if it failed.
static struct node *bound(struct parser *parser) {
    size_t before = parser->at;
    struct node *node = expression_parse(parser);
    if (node == NULL) {
        parser->at = before;
    }
    return node;
}

// [lower] ':' [upper] [':' [step]], of which [lower] is read.
static struct node *slice(struct parser *parser, size_t start, struct node *lower) {
    parser->at++;
    struct node *upper = bound(parser);
    struct node *step = NULL;
    if (!parser->stopped && parser_take(parser, TOKEN_COLON)) {
        step = bound(parser);
    }
    if (parser->stopped) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Slice, start);
    node->Slice = (struct ast_Slice){lower, upper, step};
    return node;
}

// One of the comma-separated things in brackets: a slice, a named expression, or with a star.
static struct node *slice_item(struct parser *parser) {
    size_t start = parser->at;
    enum token_kind kind = parser_peek(parser);
    if (kind == TOKEN_STAR) {
        return call_starred(parser);
    }
    if (kind == TOKEN_COLON) {
        return slice(parser, start, NULL);
    }
    if (parser->mistakes) {
        // A slice is tried before a named expression, which has its own mistakes.
        struct node *lower = expression_parse(parser);
        if (lower != NULL && parser_peek(parser) == TOKEN_COLON) {
            return slice(parser, start, lower);
        }
        parser->at = start;
    }
    struct node *node = parser->stopped ? NULL : expression_named(parser);
    if (node != NULL && parser_peek(parser) == TOKEN_COLON && node->kind != AST_NamedExpr) {
        return slice(parser, start, node);
    }
    return node;
}

// '[' slices ']'; a lone star makes a tuple too: x[*y].
static struct node *subscript(struct parser *parser, size_t start, struct node *value) {
    size_t inside = ++parser->at;
    struct node *index = expression_commas(parser, slice_item);
    if (index != NULL && index->kind == AST_Starred) {
        struct node *tuple = parser_node(parser, AST_Tuple, inside);
        size_t begin = parser_list_begin(parser);
        parser_list_add(parser, index);
        tuple->Tuple.elts = parser_list_take(parser, begin);
        index = tuple;
    }
    if (index == NULL || !parser_take(parser, TOKEN_RIGHT_BRACKET)) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Subscript, start);
    node->Subscript = (struct ast_Subscript){value, index, AST_LOAD};
    warning_subscript(parser, node);
    return node;
}

// One more part of a primary; NULL if the next token begins none or the part is not right.
static struct node *part(struct parser *parser, size_t start, struct node *value) {
    enum token_kind kind = parser_peek(parser);
    if (kind == TOKEN_DOT) {
        return attribute(parser, start, value);
    }
    if (kind == TOKEN_LEFT_PAREN) {
        return call_parse(parser, start, value);
    }
    if (parser_seeks(parser) && (kind == TOKEN_LEFT_BRACKET || kind == TOKEN_LEFT_BRACE)) {
        // Whatever the bracket, Python's grammar tries a call with a generator expression here,
        // whose mistakes are those of all comprehensions.
        size_t open = parser->at;
        mistake_comprehension(parser);
        parser->at = open;
    }
    if (kind == TOKEN_LEFT_BRACKET && !parser->stopped) {
        return subscript(parser, start, value);
    }
    return NULL;
}

struct node *primary_parse(struct parser *parser) {
    size_t start = parser->at;
    struct node *node = atom_parse(parser);
    while (node != NULL) {
        size_t before = parser->at;
        struct node *longer = part(parser, start, node);
        if (longer == NULL) {
            return parser_back(parser, before, node);
        }
        node = longer;
    }
    return NULL;
}

struct node *primary_await(struct parser *parser) {
    size_t start = parser->at;
    if (!parser_take(parser, TOKEN_AWAIT)) {
        return primary_parse(parser);
    }
    struct node *value = primary_parse(parser);
    if (value == NULL) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Await, start);
    node->Await.value = value;
    return node;
}
