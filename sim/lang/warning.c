// Warnings about what is Python but cannot be meant: comparing a literal by identity, calling or
// indexing something that cannot be, an assert that always holds.
//
// CPython warns of these when it compiles, so only if the whole program is right: they are kept
// apart until then.
#include "lang/grammar.h"

// A number behind a sign is a literal to CPython, which has computed it by then.
static const struct node *without_sign(const struct node *node) {
    bool is_signed = node->kind == AST_UnaryOp && node->UnaryOp.op != AST_NOT &&
                     node->UnaryOp.operand->kind == AST_Constant;
    return is_signed ? node->UnaryOp.operand : node;
}

static bool is_singleton(const struct ast_constant *constant) {
    return constant->kind == AST_NONE || constant->kind == AST_TRUE ||
           constant->kind == AST_FALSE || constant->kind == AST_ELLIPSIS;
}

// Is its identity not to be relied on? Tuples of literals are literals.
static bool is_literal(const struct node *node) {
    node = without_sign(node);
    if (node->kind == AST_Tuple) {
        for (size_t i = 0; i < node->Tuple.elts.count; i++) {
            const struct node *item = without_sign(node->Tuple.elts.items[i]);
            if (item->kind != AST_Constant && !is_literal(item)) {
                return false;
            }
        }
        return true;
    }
    return node->kind == AST_Constant && !is_singleton(&node->Constant.value);
}

// The type of what an expression gives, if its form says so; otherwise NULL.
static const char *type_name(const struct node *node) {
    static const char *const constants[] = {
        [AST_NONE] = "NoneType",     [AST_FALSE] = "bool",      [AST_TRUE] = "bool",
        [AST_ELLIPSIS] = "ellipsis", [AST_INT] = "int",         [AST_BIGINT] = "int",
        [AST_FLOAT] = "float",       [AST_COMPLEX] = "complex", [AST_STR] = "str",
        [AST_BYTES] = "bytes",
    };
    static const char *const kinds[AST_KIND_COUNT] = {
        [AST_Tuple] = "tuple",     [AST_List] = "list",
        [AST_ListComp] = "list",   [AST_Dict] = "dict",
        [AST_DictComp] = "dict",   [AST_Set] = "set",
        [AST_SetComp] = "set",     [AST_GeneratorExp] = "generator",
        [AST_Lambda] = "function", [AST_JoinedStr] = "str",
    };
    node = without_sign(node);
    return node->kind == AST_Constant ? constants[node->Constant.value.kind] : kinds[node->kind];
}

void warning_compare(struct parser *parser, const struct node *node) {
    const struct node *left = node->Compare.left;
    for (size_t i = 0; i < node->Compare.ops.count; i++) {
        enum ast_compare op = node->Compare.ops.items[i];
        const struct node *right = node->Compare.comparators.items[i];
        if ((op == AST_IS || op == AST_ISNOT) && (is_literal(left) || is_literal(right))) {
            const char *type = type_name(is_literal(left) ? left : right);
            parser_warn_late(parser, node, "\"is%s\" with '%s' literal. Did you mean \"%s\"?",
                             op == AST_IS ? "" : " not", type, op == AST_IS ? "==" : "!=");
            return;
        }
        left = right;
    }
}

void warning_call(struct parser *parser, const struct node *node) {
    const struct node *function = node->Call.func;
    const char *type = function->kind == AST_UnaryOp ? NULL : type_name(function);
    if (type != NULL && function->kind != AST_Lambda) {
        parser_warn_late(parser, function,
                         "'%s' object is not callable; perhaps you missed a comma?", type);
    }
}

// Does it have no items? Numbers, None, sets and functions have none.
static bool has_no_items(const struct node *node) {
    node = without_sign(node);
    if (node->kind == AST_Constant) {
        enum ast_constant_kind kind = node->Constant.value.kind;
        return kind != AST_STR && kind != AST_BYTES;
    }
    return node->kind == AST_Set || node->kind == AST_SetComp || node->kind == AST_GeneratorExp ||
           node->kind == AST_Lambda;
}

static bool is_sequence(const struct node *node) {
    return node->kind == AST_Constant || node->kind == AST_Tuple || node->kind == AST_List ||
           node->kind == AST_ListComp || node->kind == AST_JoinedStr;
}

static bool is_integer(const struct node *node) {
    const struct node *number = without_sign(node);
    if (number->kind != AST_Constant) {
        return false;
    }
    enum ast_constant_kind kind = number->Constant.value.kind;
    return kind == AST_INT || kind == AST_BIGINT || kind == AST_TRUE || kind == AST_FALSE;
}

void warning_subscript(struct parser *parser, const struct node *node) {
    const struct node *value = node->Subscript.value;
    const struct node *index = node->Subscript.slice;
    if (has_no_items(value)) {
        parser_warn_late(parser, node,
                         "'%s' object is not subscriptable; perhaps you missed a comma?",
                         type_name(value));
    } else if (is_sequence(value) && type_name(index) != NULL && !is_integer(index)) {
        parser_warn_late(parser, node,
                         "%s indices must be integers or slices, not %s; perhaps you missed a "
                         "comma?",
                         type_name(value), type_name(index));
    }
}

void warning_assert(struct parser *parser, const struct node *node) {
    const struct node *test = node->Assert.test;
    if (test->kind == AST_Tuple && test->Tuple.elts.count > 0) {
        parser_warn_late(parser, node, "assertion is always true, perhaps remove parentheses?");
    }
}
