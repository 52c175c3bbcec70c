#include "code/fold.h"

#include <string.h>

#include "base/mem.h"
#include "code/fold_operators.h"

#define DEEPEST      100 // nested operators that are looked into
#define LONGEST_LIST 256 // items of a folded tuple, as in CPython

enum { NOT_CONSTANT = 1 }; // in node->mark of operators

static bool fold(struct arena *arena, struct node *node, struct constant *value, int depth);

// Adds [digit] to [limbs], numbers in base 10^9 with the lowest first, after multiplying by [base].
static size_t multiply_add(uint32_t *limbs, size_t count, uint64_t base, uint64_t digit) {
    uint64_t carry = digit;
    for (size_t i = 0; i < count; i++) {
        carry += limbs[i] * base;
        limbs[i] = (uint32_t)(carry % 1000000000u);
        carry /= 1000000000u;
    }
    while (carry > 0) {
        limbs[count++] = (uint32_t)(carry % 1000000000u);
        carry /= 1000000000u;
    }
    return count;
}

static uint64_t digit_value(char digit) {
    if (digit >= '0' && digit <= '9') {
        return (uint64_t)(digit - '0');
    }
    return (uint64_t)((digit | 32) - 'a') + 10;
}

// Writes a number of any base as decimal digits.
static void decimal_text(struct arena *arena, const struct ast_constant *literal,
                         struct constant *constant) {
    uint32_t *limbs = mem_zalloc(literal->length + 2, sizeof *limbs);
    size_t count = 0;
    for (size_t i = 0; i < literal->length; i++) {
        count = multiply_add(limbs, count, literal->base, digit_value(literal->text[i]));
    }
    struct buf digits = {0};
    buf_printf(&digits, "%u", (unsigned)(count > 0 ? limbs[count - 1] : 0));
    for (size_t i = count; i-- > 1;) {
        buf_printf(&digits, "%09u", (unsigned)limbs[i - 1]);
    }
    constant->text.bytes = arena_text(arena, buf_text(&digits), digits.length);
    constant->text.length = digits.length;
    buf_free(&digits);
    mem_free(limbs);
}

// The text is copied: the syntax tree may go before the code does.
static void set_text(struct arena *arena, struct constant *constant, enum const_kind kind,
                     const struct ast_constant *literal) {
    constant->kind = kind;
    constant->text.bytes = arena_text(arena, literal->text, literal->length);
    constant->text.length = literal->length;
}

bool fold_literal(struct arena *arena, const struct ast_constant *literal,
                  struct constant *constant) {
    static const enum const_kind kinds[] = {
        [AST_NONE] = CONST_NONE,         [AST_FALSE] = CONST_FALSE, [AST_TRUE] = CONST_TRUE,
        [AST_ELLIPSIS] = CONST_ELLIPSIS, [AST_INT] = CONST_INT,     [AST_BIGINT] = CONST_BIG_INT,
        [AST_FLOAT] = CONST_FLOAT,       [AST_STR] = CONST_STR,     [AST_BYTES] = CONST_BYTES,
    };
    if (literal->kind == AST_COMPLEX) {
        return false;
    }
    *constant = (struct constant){.kind = kinds[literal->kind]};
    if (literal->kind == AST_INT) {
        constant->integer = literal->integer;
    } else if (literal->kind == AST_FLOAT) {
        constant->number = literal->number;
    } else if (literal->kind == AST_STR || literal->kind == AST_BYTES) {
        set_text(arena, constant, constant->kind, literal);
    } else if (literal->kind == AST_BIGINT && literal->base == 10) {
        set_text(arena, constant, CONST_BIG_INT, literal);
    } else if (literal->kind == AST_BIGINT) {
        decimal_text(arena, literal, constant);
    }
    return true;
}

static bool fold_tuple(struct arena *arena, struct node_list list, struct constant *value,
                       int depth) {
    if (list.count > LONGEST_LIST) {
        return false;
    }
    struct constant *items = arena_alloc(arena, (list.count + 1) * sizeof *items);
    for (size_t i = 0; i < list.count; i++) {
        if (!fold(arena, list.items[i], &items[i], depth + 1)) {
            return false;
        }
    }
    *value = (struct constant){.kind = CONST_TUPLE};
    value->items.items = items;
    value->items.count = list.count;
    return true;
}

static bool fold_operator(struct arena *arena, struct node *node, struct constant *value,
                          int depth) {
    struct constant left, right;
    if (node->kind == AST_UnaryOp) {
        return fold(arena, node->UnaryOp.operand, &left, depth + 1) &&
               fold_unary(node->UnaryOp.op, &left, value);
    }
    if (node->kind == AST_BinOp) {
        return fold(arena, node->BinOp.left, &left, depth + 1) &&
               fold(arena, node->BinOp.right, &right, depth + 1) &&
               fold_binary(arena, node->BinOp.op, &left, &right, value);
    }
    return node->Subscript.ctx == AST_LOAD &&
           fold(arena, node->Subscript.value, &left, depth + 1) &&
           fold(arena, node->Subscript.slice, &right, depth + 1) &&
           fold_item(arena, &left, &right, value);
}

static bool fold(struct arena *arena, struct node *node, struct constant *value, int depth) {
    switch ((int)node->kind) {
    case AST_Constant:
        return fold_literal(arena, &node->Constant.value, value);
    case AST_Name:
        *value = (struct constant){.kind = CONST_TRUE};
        return node->Name.ctx == AST_LOAD && strcmp(node->Name.id->text, "__debug__") == 0;
    case AST_Tuple:
    case AST_UnaryOp:
    case AST_BinOp:
    case AST_Subscript:
        break;
    default:
        return false;
    }
    if (node->mark == NOT_CONSTANT || depth > DEEPEST) {
        return false;
    }
    bool known = node->kind == AST_Tuple ? node->Tuple.ctx == AST_LOAD &&
                                               fold_tuple(arena, node->Tuple.elts, value, depth)
                                         : fold_operator(arena, node, value, depth);
    if (!known) {
        node->mark = NOT_CONSTANT;
    }
    return known;
}

bool fold_constant(struct arena *arena, struct node *node, struct constant *value) {
    return fold(arena, node, value, 0);
}

bool fold_truth(const struct constant *constant) {
    switch (constant->kind) {
    case CONST_NONE:
    case CONST_FALSE:
        return false;
    case CONST_INT:
        return constant->integer != 0;
    case CONST_FLOAT:
        return constant->number != 0;
    case CONST_STR:
    case CONST_BYTES:
        return constant->text.length > 0;
    case CONST_TUPLE:
    case CONST_FROZENSET:
        return constant->items.count > 0;
    case CONST_TRUE:
    case CONST_ELLIPSIS:
    case CONST_BIG_INT:
    case CONST_CODE:
        break;
    }
    return true;
}
