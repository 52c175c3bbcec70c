#include "code/fold_operators.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "code/fold.h"

#define LONGEST_TEXT 4096 // bytes of a folded text, as in CPython

static bool give_int(struct constant *value, int64_t integer) {
    *value = (struct constant){.kind = CONST_INT, .integer = integer};
    return true;
}

static bool give_float(struct constant *value, double number) {
    *value = (struct constant){.kind = CONST_FLOAT, .number = number};
    return true;
}

bool fold_unary(enum ast_unary op, const struct constant *operand, struct constant *value) {
    if (op == AST_NOT) {
        *value = (struct constant){.kind = fold_truth(operand) ? CONST_FALSE : CONST_TRUE};
        return true;
    }
    if (operand->kind == CONST_FLOAT && op != AST_INVERT) {
        return give_float(value, op == AST_USUB ? -operand->number : operand->number);
    }
    // CPython folds ~True too, so that its deprecation is never told.
    bool is_bool = operand->kind == CONST_TRUE || operand->kind == CONST_FALSE;
    if (!is_bool && (operand->kind != CONST_INT || operand->integer == INT64_MIN)) {
        return false;
    }
    int64_t integer = is_bool ? operand->kind == CONST_TRUE : operand->integer;
    return give_int(value, op == AST_USUB ? -integer : op == AST_INVERT ? ~integer : integer);
}

static bool int_power(int64_t base, int64_t exponent, struct constant *value) {
    int64_t result = 1;
    if (exponent < 0 || exponent > 64) {
        return false;
    }
    for (int64_t i = 0; i < exponent; i++) {
        if (__builtin_mul_overflow(result, base, &result)) {
            return false;
        }
    }
    return give_int(value, result);
}

// Python's // rounds down and % has the sign of the divisor.
static bool int_divide(enum ast_binary op, int64_t a, int64_t b, struct constant *value) {
    if (b == 0 || (a == INT64_MIN && b == -1)) {
        return false;
    }
    int64_t quotient = a / b;
    int64_t rest = a % b;
    if (rest != 0 && (rest < 0) != (b < 0)) {
        quotient--;
        rest += b;
    }
    return give_int(value, op == AST_MOD ? rest : quotient);
}

static bool int_shift(enum ast_binary op, int64_t a, int64_t b, struct constant *value) {
    if (b < 0 || b > 62) {
        return false;
    }
    if (op == AST_RSHIFT) {
        return give_int(value, a >> b);
    }
    int64_t result;
    return !__builtin_mul_overflow(a, (int64_t)1 << b, &result) && give_int(value, result);
}

static bool int_binary(enum ast_binary op, int64_t a, int64_t b, struct constant *value) {
    int64_t result = 0;
    switch (op) {
    case AST_ADD:
        return !__builtin_add_overflow(a, b, &result) && give_int(value, result);
    case AST_SUB:
        return !__builtin_sub_overflow(a, b, &result) && give_int(value, result);
    case AST_MULT:
        return !__builtin_mul_overflow(a, b, &result) && give_int(value, result);
    case AST_DIV:
        // Exact only while both fit a double.
        return b != 0 && a >> 53 == 0 && b >> 53 == 0 && give_float(value, (double)a / (double)b);
    case AST_FLOORDIV:
    case AST_MOD:
        return int_divide(op, a, b, value);
    case AST_POW:
        return int_power(a, b, value);
    case AST_LSHIFT:
    case AST_RSHIFT:
        return int_shift(op, a, b, value);
    case AST_BITAND:
        return give_int(value, a & b);
    case AST_BITOR:
        return give_int(value, a | b);
    case AST_BITXOR:
        return give_int(value, a ^ b);
    case AST_MATMULT:
        break;
    }
    return false;
}

// An int that a double holds exactly, or a float.
static bool as_double(const struct constant *constant, double *number) {
    if (constant->kind == CONST_FLOAT) {
        *number = constant->number;
        return true;
    }
    *number = (double)constant->integer;
    return constant->kind == CONST_INT && constant->integer < INT64_C(1) << 53 &&
           constant->integer > -(INT64_C(1) << 53);
}

static bool float_binary(enum ast_binary op, double a, double b, struct constant *value) {
    switch ((int)op) {
    case AST_ADD:
        return give_float(value, a + b);
    case AST_SUB:
        return give_float(value, a - b);
    case AST_MULT:
        return give_float(value, a * b);
    case AST_DIV:
        return b != 0 && give_float(value, a / b);
    default:
        return false;
    }
}

static bool join_texts(struct arena *arena, const struct constant *left,
                       const struct constant *right, struct constant *value) {
    size_t length = left->text.length + right->text.length;
    char *bytes = arena_alloc(arena, length + 1);
    memcpy(bytes, left->text.bytes, left->text.length);
    memcpy(bytes + left->text.length, right->text.bytes, right->text.length);
    *value = (struct constant){.kind = left->kind};
    value->text.bytes = bytes;
    value->text.length = length;
    return true;
}

static bool repeat_text(struct arena *arena, const struct constant *text, int64_t times,
                        struct constant *value) {
    size_t length = text->text.length;
    if (times < 0 || (length > 0 && (uint64_t)times > LONGEST_TEXT / length)) {
        return false;
    }
    char *bytes = arena_alloc(arena, length * (size_t)times + 1);
    for (int64_t i = 0; i < times && length > 0; i++) {
        memcpy(bytes + length * (size_t)i, text->text.bytes, length);
    }
    *value = (struct constant){.kind = text->kind};
    value->text.bytes = bytes;
    value->text.length = length * (size_t)times;
    return true;
}

static bool is_text(const struct constant *constant) {
    return constant->kind == CONST_STR || constant->kind == CONST_BYTES;
}

bool fold_binary(struct arena *arena, enum ast_binary op, const struct constant *left,
                 const struct constant *right, struct constant *value) {
    double a, b;
    if (left->kind == CONST_INT && right->kind == CONST_INT) {
        return int_binary(op, left->integer, right->integer, value);
    }
    if (is_text(left)) {
        if (op == AST_ADD && right->kind == left->kind) {
            return join_texts(arena, left, right, value);
        }
        return op == AST_MULT && right->kind == CONST_INT &&
               repeat_text(arena, left, right->integer, value);
    }
    if (is_text(right)) {
        return op == AST_MULT && left->kind == CONST_INT &&
               repeat_text(arena, right, left->integer, value);
    }
    return as_double(left, &a) && as_double(right, &b) && float_binary(op, a, b, value);
}

static bool text_item(struct arena *arena, const struct constant *text, int64_t index,
                      struct constant *value) {
    int64_t count = (int64_t)utf8_count(text->text.bytes, text->text.length);
    index += index < 0 ? count : 0;
    if (index < 0 || index >= count) {
        return false;
    }
    size_t start = utf8_offset(text->text.bytes, text->text.length, (size_t)index);
    size_t end = utf8_offset(text->text.bytes, text->text.length, (size_t)index + 1);
    *value = (struct constant){.kind = CONST_STR};
    value->text.bytes = arena_text(arena, text->text.bytes + start, end - start);
    value->text.length = end - start;
    return true;
}

bool fold_item(struct arena *arena, const struct constant *container, const struct constant *key,
               struct constant *value) {
    if (key->kind != CONST_INT) {
        return false;
    }
    int64_t index = key->integer;
    if (container->kind == CONST_STR) {
        return text_item(arena, container, index, value);
    }
    if (container->kind != CONST_TUPLE) {
        return false;
    }
    int64_t count = (int64_t)container->items.count;
    index += index < 0 ? count : 0;
    if (index < 0 || index >= count) {
        return false;
    }
    *value = container->items.items[index];
    return true;
}
