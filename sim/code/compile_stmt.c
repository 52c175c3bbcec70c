// Statements: the simple ones; the table of all kinds.
#include "code/compile_parts.h"
#include "code/fold.h"

static void expression_statement(struct compiler *compiler, struct node *node) {
    struct node *value = node->Expr.value;
    struct constant constant;
    if (value->kind == AST_Constant && fold_constant(compiler->arena, value, &constant)) {
        emit(compiler, place_of(node), OP_NOP);
        return;
    }
    compile_expression(compiler, value);
    emit(compiler, place_nowhere(), OP_POP);
}

static void delete (struct compiler *compiler, struct node *node) {
    for (size_t i = 0; i < node->Delete.targets.count; i++) {
        compile_delete(compiler, node->Delete.targets.items[i]);
    }
}

static void raise(struct compiler *compiler, struct node *node) {
    size_t count = 0;
    if (node->Raise.exc != NULL) {
        compile_expression(compiler, node->Raise.exc);
        count++;
        if (node->Raise.cause != NULL) {
            compile_expression(compiler, node->Raise.cause);
            count++;
        }
    }
    emit_a(compiler, place_of(node), OP_RAISE, count);
}

static void assert_(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    int end = emit_label(compiler);
    compile_jump_if(compiler, node->Assert.test, end, true);
    emit(compiler, place, OP_LOAD_ASSERTION_ERROR);
    if (node->Assert.msg != NULL) {
        emit(compiler, place, OP_LOAD_ABSENT);
        compile_expression(compiler, node->Assert.msg);
        emit_a(compiler, place, OP_CALL, 1);
    }
    emit_a(compiler, place_of(node->Assert.test), OP_RAISE, 1);
    emit_place(compiler, end);
}

static void pass(struct compiler *compiler, struct node *node) {
    emit(compiler, place_of(node), OP_NOP);
}

static void nothing(struct compiler *compiler, struct node *node) {
    (void)compiler;
    (void)node;
}

typedef void (*statement_compiler)(struct compiler *compiler, struct node *node);

static const statement_compiler table[AST_KIND_COUNT] = {
    [AST_FunctionDef] = compile_def,
    [AST_AsyncFunctionDef] = compile_def,
    [AST_ClassDef] = compile_class,
    [AST_Return] = compile_return,
    [AST_Delete] = delete,
    [AST_Assign] = compile_assign,
    [AST_AugAssign] = compile_augmented,
    [AST_AnnAssign] = compile_annotated,
    [AST_TypeAlias] = compile_alias,
    [AST_For] = compile_for,
    [AST_AsyncFor] = compile_async_for,
    [AST_While] = compile_while,
    [AST_If] = compile_if,
    [AST_With] = compile_with,
    [AST_AsyncWith] = compile_async_with,
    [AST_Match] = compile_match,
    [AST_Raise] = raise,
    [AST_Try] = compile_try,
    [AST_TryStar] = compile_try_star,
    [AST_Assert] = assert_,
    [AST_Import] = compile_import,
    [AST_ImportFrom] = compile_import_from,
    [AST_Global] = nothing,
    [AST_Nonlocal] = nothing,
    [AST_Expr] = expression_statement,
    [AST_Pass] = pass,
    [AST_Break] = compile_break,
    [AST_Continue] = compile_continue,
};

void compile_statement(struct compiler *compiler, struct node *node) {
    table[node->kind](compiler, node);
}

void compile_body(struct compiler *compiler, struct node_list body) {
    for (size_t i = 0; i < body.count && !compile_failed(compiler); i++) {
        compile_statement(compiler, body.items[i]);
    }
}
