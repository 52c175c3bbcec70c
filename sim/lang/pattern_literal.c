// The patterns that are values: numbers, strings, None, True, False, and dotted names; also as the
// keys of mappings.
#include "lang/grammar.h"
#include "lang/mistake.h"

struct node *pattern_value(struct parser *parser, size_t start, struct node *value) {
    if (value == NULL) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_MatchValue, start);
    node->MatchValue.value = value;
    return node;
}

// ['-'] NUMBER
static struct node *signed_number(struct parser *parser) {
    size_t start = parser->at;
    bool minus = parser_take(parser, TOKEN_MINUS);
    if (parser_peek(parser) != TOKEN_NUMBER) {
        return NULL;
    }
    struct node *number = literal_number(parser);
    if (number == NULL || !minus) {
        return number;
    }
    struct node *node = parser_node(parser, AST_UnaryOp, start);
    node->UnaryOp = (struct ast_UnaryOp){AST_USUB, number};
    return node;
}

static bool is_imaginary(const struct node *number) {
    return number->kind == AST_Constant && number->Constant.value.kind == AST_COMPLEX;
}

// A number, or real ('+' | '-') imaginary.
static struct node *number(struct parser *parser) {
    size_t start = parser->at;
    struct node *real = signed_number(parser);
    enum token_kind sign = parser_peek(parser);
    if (real == NULL || (sign != TOKEN_PLUS && sign != TOKEN_MINUS)) {
        return real;
    }
    const struct node *value = real->kind == AST_UnaryOp ? real->UnaryOp.operand : real;
    if (is_imaginary(value)) {
        mistake_node(parser, value, "real number required in complex literal");
        return NULL;
    }
    parser->at++;
    struct node *imaginary = parser_peek(parser) == TOKEN_NUMBER ? literal_number(parser) : NULL;
    if (imaginary == NULL) {
        return NULL;
    }
    if (!is_imaginary(imaginary)) {
        mistake_node(parser, imaginary, "imaginary number required in complex literal");
        return NULL;
    }
    struct node *node = parser_node(parser, AST_BinOp, start);
    node->BinOp = (struct ast_BinOp){real, sign == TOKEN_PLUS ? AST_ADD : AST_SUB, imaginary};
    return node;
}

static struct node *strings(struct parser *parser) {
    struct node *node = string_parse(parser);
    if (node != NULL && node->kind == AST_JoinedStr) {
        mistake_node(parser, node, "patterns may only match literals and attribute lookups");
        return NULL;
    }
    return node;
}

// None, True or False as an expression; NULL for other tokens.
static struct node *singleton(struct parser *parser) {
    enum token_kind kind = parser_peek(parser);
    bool is_one = kind == TOKEN_NONE || kind == TOKEN_TRUE || kind == TOKEN_FALSE;
    return is_one ? atom_parse(parser) : NULL;
}

struct node *pattern_singleton(struct parser *parser) {
    size_t start = parser->at;
    struct node *value = singleton(parser);
    struct node *node = parser_node(parser, AST_MatchSingleton, start);
    node->MatchSingleton.value = value->Constant.value;
    return node;
}

// NAME ('.' NAME)*
struct node *pattern_name_or_attr(struct parser *parser) {
    size_t start = parser->at;
    if (parser_peek(parser) != TOKEN_NAME) {
        return NULL;
    }
    struct node *node = atom_parse(parser);
    for (size_t before = parser->at; parser_take(parser, TOKEN_DOT); before = parser->at) {
        const struct name *name = parser_take_name(parser);
        if (name == NULL) {
            parser->at = before;
            break;
        }
        struct node *longer = parser_node(parser, AST_Attribute, start);
        longer->Attribute = (struct ast_Attribute){node, name, AST_LOAD};
        node = longer;
    }
    return node;
}

struct node *pattern_number(struct parser *parser) {
    size_t start = parser->at;
    return pattern_value(parser, start, number(parser));
}

struct node *pattern_string(struct parser *parser) {
    size_t start = parser->at;
    return pattern_value(parser, start, strings(parser));
}

// A literal or dotted name, as an expression.
struct node *pattern_key(struct parser *parser) {
    enum token_kind kind = parser_peek(parser);
    if (kind == TOKEN_NUMBER || kind == TOKEN_MINUS) {
        return number(parser);
    }
    if (kind == TOKEN_STRING || kind == TOKEN_FSTRING_START) {
        return strings(parser);
    }
    if (kind == TOKEN_NAME) {
        struct node *node = pattern_name_or_attr(parser);
        return node != NULL && node->kind == AST_Attribute ? node : NULL;
    }
    return singleton(parser);
}
