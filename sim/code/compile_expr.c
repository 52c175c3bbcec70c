// Expressions: operators, comparisons, conditions, attributes; the table of all kinds.
#include <assert.h>

#include "code/compile_parts.h"
#include "code/fold.h"

static const uint8_t binary_ops[] = {
    [AST_ADD] = BINARY_ADD,
    [AST_SUB] = BINARY_SUBTRACT,
    [AST_MULT] = BINARY_MULTIPLY,
    [AST_MATMULT] = BINARY_MATMUL,
    [AST_DIV] = BINARY_TRUE_DIVIDE,
    [AST_MOD] = BINARY_MODULO,
    [AST_POW] = BINARY_POWER,
    [AST_LSHIFT] = BINARY_LSHIFT,
    [AST_RSHIFT] = BINARY_RSHIFT,
    [AST_BITOR] = BINARY_OR,
    [AST_BITXOR] = BINARY_XOR,
    [AST_BITAND] = BINARY_AND,
    [AST_FLOORDIV] = BINARY_FLOOR_DIVIDE,
};

unsigned compile_binary_op(enum ast_binary op) {
    return binary_ops[op];
}

static void constant(struct compiler *compiler, struct node *node) {
    assert(node->Constant.value.kind == AST_COMPLEX && "all others are folded");
    compile_refuse(compiler, place_of(node),
                   "complex numbers are not supported by loopscope: use two floats instead");
}

static void name(struct compiler *compiler, struct node *node) {
    compile_name(compiler, place_of(node), node->Name.id, AST_LOAD);
}

// Walks down the left side of a + b + c + … in a loop: it may be thousands long.
static void binary(struct compiler *compiler, struct node *node) {
    struct {
        struct node **items;
        size_t count, capacity;
    } spine = {0};
    struct constant value;
    for (; node->kind == AST_BinOp && !compile_is_percent(node) &&
           !fold_constant(compiler->arena, node, &value);
         node = node->BinOp.left) {
        *vec_push(&spine) = node;
    }
    if (node->kind == AST_BinOp && compile_is_percent(node)) {
        compile_percent(compiler, node);
    } else {
        compile_expression(compiler, node);
    }
    while (spine.count > 0) {
        struct node *operation = vec_pop(&spine);
        compile_expression(compiler, operation->BinOp.right);
        emit_sub(compiler, place_of(operation), OP_BINARY, binary_ops[operation->BinOp.op]);
    }
    vec_free(&spine);
}

static void unary(struct compiler *compiler, struct node *node) {
    static const uint8_t ops[] = {[AST_INVERT] = UNARY_INVERT,
                                  [AST_NOT] = UNARY_NOT,
                                  [AST_UADD] = UNARY_POSITIVE,
                                  [AST_USUB] = UNARY_NEGATIVE};
    compile_expression(compiler, node->UnaryOp.operand);
    emit_sub(compiler, place_of(node), OP_UNARY, ops[node->UnaryOp.op]);
}

static void boolean(struct compiler *compiler, struct node *node) {
    struct node_list values = node->BoolOp.values;
    bool and = node->BoolOp.op == AST_AND;
    int end = emit_label(compiler);
    for (size_t i = 0; i + 1 < values.count; i++) {
        compile_expression(compiler, values.items[i]);
        emit_jump(compiler, place_of(node), and? OP_JUMP_IF_FALSE_OR_POP : OP_JUMP_IF_TRUE_OR_POP,
                  end);
    }
    compile_expression(compiler, values.items[values.count - 1]);
    emit_place(compiler, end);
}

static void conditional(struct compiler *compiler, struct node *node) {
    int otherwise = emit_label(compiler);
    int end = emit_label(compiler);
    compile_jump_if(compiler, node->IfExp.test, otherwise, false);
    compile_expression(compiler, node->IfExp.body);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    emit_place(compiler, otherwise);
    compile_expression(compiler, node->IfExp.orelse);
    emit_place(compiler, end);
}

static void compare_op(struct compiler *compiler, struct place place, enum ast_compare op) {
    static const uint8_t ops[] = {
        [AST_EQ] = COMPARE_EQ,  [AST_NOTEQ] = COMPARE_NE, [AST_LT] = COMPARE_LT,
        [AST_LTE] = COMPARE_LE, [AST_GT] = COMPARE_GT,    [AST_GTE] = COMPARE_GE};
    if (op == AST_IS || op == AST_ISNOT) {
        emit_sub(compiler, place, OP_IS, op == AST_ISNOT);
    } else if (op == AST_IN || op == AST_NOTIN) {
        emit_sub(compiler, place, OP_CONTAINS, op == AST_NOTIN);
    } else {
        emit_sub(compiler, place, OP_COMPARE, ops[op]);
    }
}

// x in [1, 2] looks into a constant tuple, x in {1, 2} into a frozenset.
static void comparator(struct compiler *compiler, struct node *node, enum ast_compare op) {
    if (op == AST_IN || op == AST_NOTIN) {
        compile_iterable(compiler, node);
    } else {
        compile_expression(compiler, node);
    }
}

// The links of a < b < c but for the last; false jumps to [cleanup] with two values on the stack.
static void compare_links(struct compiler *compiler, struct node *node, int cleanup,
                          enum opcode jump) {
    struct place place = place_of(node);
    compile_expression(compiler, node->Compare.left);
    for (size_t i = 0; i + 1 < node->Compare.comparators.count; i++) {
        enum ast_compare op = node->Compare.ops.items[i];
        comparator(compiler, node->Compare.comparators.items[i], op);
        emit_a(compiler, place, OP_SWAP, 2);
        emit_a(compiler, place, OP_COPY, 2);
        compare_op(compiler, place, op);
        emit_jump(compiler, place, jump, cleanup);
    }
}

static void last_link(struct compiler *compiler, struct node *node) {
    size_t last = node->Compare.comparators.count - 1;
    enum ast_compare op = node->Compare.ops.items[last];
    comparator(compiler, node->Compare.comparators.items[last], op);
    compare_op(compiler, place_of(node), op);
}

static void compare(struct compiler *compiler, struct node *node) {
    if (node->Compare.comparators.count == 1) {
        compile_expression(compiler, node->Compare.left);
        last_link(compiler, node);
        return;
    }
    int cleanup = emit_label(compiler);
    int end = emit_label(compiler);
    compare_links(compiler, node, cleanup, OP_JUMP_IF_FALSE_OR_POP);
    last_link(compiler, node);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    emit_place(compiler, cleanup);
    emit_a(compiler, place_of(node), OP_SWAP, 2);
    emit(compiler, place_of(node), OP_POP);
    emit_place(compiler, end);
}

static void jump_if_compare(struct compiler *compiler, struct node *node, int label,
                            bool condition) {
    struct place place = place_of(node);
    int cleanup = emit_label(compiler);
    int end = emit_label(compiler);
    compare_links(compiler, node, cleanup, OP_JUMP_IF_FALSE);
    last_link(compiler, node);
    emit_jump(compiler, place, condition ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, label);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    emit_place(compiler, cleanup);
    emit(compiler, place, OP_POP);
    if (!condition) {
        emit_jump(compiler, place_nowhere(), OP_JUMP, label);
    }
    emit_place(compiler, end);
}

static void jump_if_boolean(struct compiler *compiler, struct node *node, int label,
                            bool condition) {
    struct node_list values = node->BoolOp.values;
    bool deciding = node->BoolOp.op == AST_OR; // the value that settles it
    int end = emit_label(compiler);
    for (size_t i = 0; i + 1 < values.count; i++) {
        compile_jump_if(compiler, values.items[i], deciding == condition ? label : end, deciding);
    }
    compile_jump_if(compiler, values.items[values.count - 1], label, condition);
    emit_place(compiler, end);
}

static void jump_if_conditional(struct compiler *compiler, struct node *node, int label,
                                bool condition) {
    int otherwise = emit_label(compiler);
    int end = emit_label(compiler);
    compile_jump_if(compiler, node->IfExp.test, otherwise, false);
    compile_jump_if(compiler, node->IfExp.body, label, condition);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    emit_place(compiler, otherwise);
    compile_jump_if(compiler, node->IfExp.orelse, label, condition);
    emit_place(compiler, end);
}

// `x is None` needs no bool.
static bool jump_if_none(struct compiler *compiler, struct node *node, int label, bool condition) {
    enum ast_compare op = node->Compare.ops.items[0];
    const struct node *right = node->Compare.comparators.items[0];
    if ((op != AST_IS && op != AST_ISNOT) || right->kind != AST_Constant ||
        right->Constant.value.kind != AST_NONE) {
        return false;
    }
    compile_expression(compiler, node->Compare.left);
    bool none = (op == AST_IS) == condition;
    emit_jump(compiler, place_of(node), none ? OP_JUMP_IF_NONE : OP_JUMP_IF_NOT_NONE, label);
    return true;
}

static void jump_if_value(struct compiler *compiler, struct node *node, int label, bool condition) {
    struct constant value;
    if (fold_constant(compiler->arena, node, &value)) {
        emit(compiler, place_of(node), OP_NOP);
        if (fold_truth(&value) == condition) {
            emit_jump(compiler, place_of(node), OP_JUMP, label);
        }
        return;
    }
    compile_expression(compiler, node);
    emit_jump(compiler, place_of(node), condition ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, label);
}

static void jump_if(struct compiler *compiler, struct node *node, int label, bool condition) {
    if (node->kind == AST_UnaryOp && node->UnaryOp.op == AST_NOT) {
        compile_jump_if(compiler, node->UnaryOp.operand, label, !condition);
    } else if (node->kind == AST_BoolOp) {
        jump_if_boolean(compiler, node, label, condition);
    } else if (node->kind == AST_IfExp) {
        jump_if_conditional(compiler, node, label, condition);
    } else if (node->kind != AST_Compare) {
        jump_if_value(compiler, node, label, condition);
    } else if (node->Compare.comparators.count > 1) {
        jump_if_compare(compiler, node, label, condition);
    } else if (!jump_if_none(compiler, node, label, condition)) {
        jump_if_value(compiler, node, label, condition);
    }
}

static bool enter(struct compiler *compiler, const struct node *node) {
    if (compile_failed(compiler)) {
        return false;
    }
    if (compiler->depth >= SCOPES_DEPTH) {
        place_report_depth(&compiler->source, compiler->diag, node);
        return false;
    }
    compiler->depth++;
    return true;
}

void compile_jump_if(struct compiler *compiler, struct node *node, int label, bool condition) {
    if (enter(compiler, node)) {
        jump_if(compiler, node, label, condition);
        compiler->depth--;
    }
}

static void walrus(struct compiler *compiler, struct node *node) {
    compile_expression(compiler, node->NamedExpr.value);
    emit_a(compiler, place_of(node), OP_COPY, 1);
    compile_store(compiler, node->NamedExpr.target);
}

static void starred(struct compiler *compiler, struct node *node) {
    compile_error(compiler, place_of(node), "can't use starred expression here");
}

static void attribute(struct compiler *compiler, struct node *node) {
    if (compile_super_attribute(compiler, node, false)) {
        return;
    }
    compile_expression(compiler, node->Attribute.value);
    emit_name(compiler, compile_attribute_place(node, place_of(node)), OP_LOAD_ATTR,
              node->Attribute.attr);
}

static void subscript(struct compiler *compiler, struct node *node) {
    compile_expression(compiler, node->Subscript.value);
    compile_expression(compiler, node->Subscript.slice);
    emit(compiler, place_of(node), OP_LOAD_ITEM);
}

struct place compile_attribute_place(const struct node *attribute, struct place place) {
    if (place.line != attribute->end_line) {
        int length = (int)attribute->Attribute.attr->length;
        place.line = attribute->end_line;
        place.column = attribute->end_column - length;
    }
    return place;
}

typedef void (*expression_compiler)(struct compiler *compiler, struct node *node);

static const expression_compiler table[AST_KIND_COUNT] = {
    [AST_BoolOp] = boolean,
    [AST_NamedExpr] = walrus,
    [AST_BinOp] = binary,
    [AST_UnaryOp] = unary,
    [AST_Lambda] = compile_lambda,
    [AST_IfExp] = conditional,
    [AST_Dict] = compile_dict,
    [AST_Set] = compile_set,
    [AST_ListComp] = compile_comprehension,
    [AST_SetComp] = compile_comprehension,
    [AST_DictComp] = compile_comprehension,
    [AST_GeneratorExp] = compile_comprehension,
    [AST_Await] = compile_await,
    [AST_Yield] = compile_yield,
    [AST_YieldFrom] = compile_yield_from,
    [AST_Compare] = compare,
    [AST_Call] = compile_call,
    [AST_FormattedValue] = compile_formatted,
    [AST_JoinedStr] = compile_joined,
    [AST_Constant] = constant,
    [AST_Attribute] = attribute,
    [AST_Subscript] = subscript,
    [AST_Starred] = starred,
    [AST_Name] = name,
    [AST_List] = compile_list,
    [AST_Tuple] = compile_tuple,
    [AST_Slice] = compile_slice,
};

void compile_expression(struct compiler *compiler, struct node *node) {
    if (!enter(compiler, node)) {
        return;
    }
    struct constant value;
    if (fold_constant(compiler->arena, node, &value)) {
        emit_const(compiler, place_of(node), &value);
    } else {
        table[node->kind](compiler, node);
    }
    compiler->depth--;
}
