// Arithmetic, bitwise and comparison operators, by precedence: comparison, bitwise_or and what is
// below it, down to the operands of primary.c.
#include "base/vec.h"
#include "lang/grammar.h"
#include "lang/mistake.h"

// A binary operator: how tightly it binds (0: it is none) and what it does.
struct binary_operator {
    uint8_t level;
    uint8_t op;
};

static const struct binary_operator binary_operators[TOKEN_KIND_COUNT] = {
    [TOKEN_BAR] = {1, AST_BITOR},          [TOKEN_CARET] = {2, AST_BITXOR},
    [TOKEN_AMPERSAND] = {3, AST_BITAND},   [TOKEN_LEFT_SHIFT] = {4, AST_LSHIFT},
    [TOKEN_RIGHT_SHIFT] = {4, AST_RSHIFT}, [TOKEN_PLUS] = {5, AST_ADD},
    [TOKEN_MINUS] = {5, AST_SUB},          [TOKEN_STAR] = {6, AST_MULT},
    [TOKEN_SLASH] = {6, AST_DIV},          [TOKEN_DOUBLE_SLASH] = {6, AST_FLOORDIV},
    [TOKEN_PERCENT] = {6, AST_MOD},        [TOKEN_AT] = {6, AST_MATMULT},
};

// The comparison that a token begins, plus 1; 0: none.
static const uint8_t comparisons[TOKEN_KIND_COUNT] = {
    [TOKEN_IS_EQUAL] = AST_EQ + 1, [TOKEN_NOT_EQUAL] = AST_NOTEQ + 1,
    [TOKEN_LESS] = AST_LT + 1,     [TOKEN_LESS_EQUAL] = AST_LTE + 1,
    [TOKEN_GREATER] = AST_GT + 1,  [TOKEN_GREATER_EQUAL] = AST_GTE + 1,
    [TOKEN_IN] = AST_IN + 1,       [TOKEN_NOT] = AST_NOTIN + 1,
    [TOKEN_IS] = AST_IS + 1,
};

static struct node *factor(struct parser *parser);

// await_primary ['**' factor]
static struct node *power(struct parser *parser) {
    size_t start = parser->at;
    struct node *left = primary_await(parser);
    if (left == NULL || parser_peek(parser) != TOKEN_DOUBLE_STAR || !parser_descend(parser)) {
        return left;
    }
    size_t before = parser->at++;
    struct node *right = factor(parser);
    parser->depth--;
    if (right == NULL) {
        return parser_back(parser, before, left);
    }
    struct node *node = parser_node(parser, AST_BinOp, start);
    node->BinOp = (struct ast_BinOp){left, AST_POW, right};
    return node;
}

// ('+' | '-' | '~') factor
static struct node *signed_factor(struct parser *parser, enum ast_unary op) {
    if (!parser_descend(parser)) {
        return NULL;
    }
    size_t start = parser->at++;
    struct node *operand = factor(parser);
    parser->depth--;
    if (operand == NULL) {
        if (parser_seeks(parser)) {
            parser->at = start + 1;
            mistake_not_operand(parser, factor);
        }
        return NULL;
    }
    struct node *node = parser_node(parser, AST_UnaryOp, start);
    node->UnaryOp = (struct ast_UnaryOp){op, operand};
    return node;
}

static struct node *factor(struct parser *parser) {
    enum token_kind kind = parser_peek(parser);
    if (kind == TOKEN_PLUS) {
        return signed_factor(parser, AST_UADD);
    }
    if (kind == TOKEN_MINUS) {
        return signed_factor(parser, AST_USUB);
    }
    if (kind == TOKEN_TILDE) {
        return signed_factor(parser, AST_INVERT);
    }
    return power(parser);
}

// Operators of level [least] and up. An operator without a right operand ends the chain; the
// loops further out shall not try it again, each with all its operands.
static struct node *binary(struct parser *parser, unsigned least) {
    size_t start = parser->at;
    struct node *left = factor(parser);
    while (left != NULL) {
        struct binary_operator sign = binary_operators[parser_peek(parser)];
        if (sign.level == 0 || sign.level < least || parser->at == parser->dead_end) {
            return left;
        }
        size_t before = parser->at++;
        struct node *right = binary(parser, sign.level + 1u);
        if (right == NULL) {
            parser->at = before + 1;
            if (parser_seeks(parser) && sign.level >= 5) {
                mistake_not_operand(parser, expression_not);
            }
            parser->dead_end = parser->mistakes ? 0 : before;
            return parser_back(parser, before, left);
        }
        struct node *node = parser_node(parser, AST_BinOp, start);
        node->BinOp = (struct ast_BinOp){left, (enum ast_binary)sign.op, right};
        left = node;
    }
    return NULL;
}

static struct node *binary_lowest(struct parser *parser) {
    return binary(parser, 1);
}

struct node *expression_binary(struct parser *parser) {
    if (parser->mistakes) {
        return parser_memo(parser, MEMO_BINARY, binary_lowest);
    }
    return binary_lowest(parser);
}

// Takes a comparison operator of one or two words.
static bool take_comparison(struct parser *parser, enum ast_compare *op) {
    enum token_kind kind = parser_peek(parser);
    if (comparisons[kind] == 0) {
        return false;
    }
    *op = (enum ast_compare)(comparisons[kind] - 1);
    parser->at++;
    if (kind == TOKEN_NOT) {
        return parser_take(parser, TOKEN_IN);
    }
    if (kind == TOKEN_IS && parser_take(parser, TOKEN_NOT)) {
        *op = AST_ISNOT;
    }
    return true;
}

// Reads (operator bitwise_or)* into the pending lists.
static void read_comparisons(struct parser *parser) {
    for (;;) {
        size_t before = parser->at;
        enum ast_compare op;
        struct node *operand = take_comparison(parser, &op) ? expression_binary(parser) : NULL;
        if (operand == NULL) {
            parser->at = before;
            return;
        }
        parser_list_add(parser, operand);
        *vec_push(&parser->pending_ops) = op;
    }
}

// The pending operators from [begin] on, as a list.
static struct compare_list take_ops(struct parser *parser, size_t begin) {
    struct compare_list ops = {NULL, parser->pending_ops.count - begin};
    ops.items = arena_alloc(parser->arena, ops.count * sizeof *ops.items);
    for (size_t i = 0; i < ops.count; i++) {
        ops.items[i] = parser->pending_ops.items[begin + i];
    }
    parser->pending_ops.count = begin;
    return ops;
}

struct node *expression_comparison(struct parser *parser) {
    size_t start = parser->at;
    struct node *left = expression_binary(parser);
    if (left == NULL || comparisons[parser_peek(parser)] == 0) {
        return left;
    }
    size_t begin = parser_list_begin(parser);
    size_t begin_ops = parser->pending_ops.count;
    read_comparisons(parser);
    if (parser->stopped || parser->pending_ops.count == begin_ops) {
        return parser_back(parser, parser->at, left);
    }
    struct node *node = parser_node(parser, AST_Compare, start);
    node->Compare.left = left;
    node->Compare.comparators = parser_list_take(parser, begin);
    node->Compare.ops = take_ops(parser, begin_ops);
    warning_compare(parser, node);
    return node;
}
