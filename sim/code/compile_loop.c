// Loops and if.
#include "code/compile_parts.h"
#include "code/fold.h"

void compile_for(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node->For.iter);
    int start = emit_label(compiler);
    int ended = emit_label(compiler);
    int end = emit_label(compiler);
    compile_push_block(
        compiler, place_of(node),
        (struct block){
            .kind = BLOCK_FOR, .start = start, .end = end, .region = compiler->unit->region});
    compile_iterable(compiler, node->For.iter);
    emit(compiler, place, OP_GET_ITER);
    emit_place(compiler, start);
    emit_jump(compiler, place, OP_FOR_ITER, ended);
    emit(compiler, place_of(node->For.target), OP_NOP);
    compile_store(compiler, node->For.target);
    compile_body(compiler, node->For.body);
    emit_jump(compiler, place_nowhere(), OP_JUMP, start);
    emit_place(compiler, ended);
    compile_pop_block(compiler);
    compile_body(compiler, node->For.orelse);
    emit_place(compiler, end);
}

void compile_async_for(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    int start = emit_label(compiler);
    int ended = emit_label(compiler);
    int end = emit_label(compiler);
    const struct scope *scope = compiler->unit->scope;
    if (scope->kind != SCOPE_FUNCTION || !scope->is_async) {
        compile_error(compiler, place, "'async for' outside async function");
    }
    compile_expression(compiler, node->AsyncFor.iter);
    emit(compiler, place_of(node->AsyncFor.iter), OP_GET_AITER);
    emit_place(compiler, start);
    int around = compiler->unit->region;
    compile_push_block(
        compiler, place,
        (struct block){.kind = BLOCK_ASYNC_FOR, .start = start, .end = end, .region = around});
    emit_guard(compiler, ended, 0);
    emit(compiler, place, OP_GET_ANEXT);
    emit_none(compiler, place);
    emit(compiler, place, OP_AWAIT);
    emit_unguard(compiler, around);
    compile_store(compiler, node->AsyncFor.target);
    compile_body(compiler, node->AsyncFor.body);
    emit_jump(compiler, place_nowhere(), OP_JUMP, start);
    compile_pop_block(compiler);
    emit_place(compiler, ended);
    emit(compiler, place_of(node->AsyncFor.iter), OP_END_ASYNC_FOR);
    compile_body(compiler, node->AsyncFor.orelse);
    emit_place(compiler, end);
}

// Counts the nodes of a test down from [*left]; false when they are too many to be compiled twice,
// or of a kind that opens a scope.
static bool is_small(const struct node *node, int *left);

static bool all_small(struct node_list list, int *left) {
    for (size_t i = 0; i < list.count; i++) {
        if (!is_small(list.items[i], left)) {
            return false;
        }
    }
    return true;
}

static bool is_small(const struct node *node, int *left) {
    if (--*left < 0) {
        return false;
    }
    switch ((int)node->kind) {
    case AST_Name:
    case AST_Constant:
        return true;
    case AST_Attribute:
        return is_small(node->Attribute.value, left);
    case AST_UnaryOp:
        return is_small(node->UnaryOp.operand, left);
    case AST_BinOp:
        return is_small(node->BinOp.left, left) && is_small(node->BinOp.right, left);
    case AST_Subscript:
        return is_small(node->Subscript.value, left) && is_small(node->Subscript.slice, left);
    case AST_BoolOp:
        return all_small(node->BoolOp.values, left);
    case AST_Compare:
        return is_small(node->Compare.left, left) && all_small(node->Compare.comparators, left);
    case AST_Call:
        return node->Call.keywords.count == 0 && is_small(node->Call.func, left) &&
               all_small(node->Call.args, left);
    default:
        return false;
    }
}

static struct block while_block(const struct compiler *compiler, int start, int end) {
    return (struct block){
        .kind = BLOCK_WHILE, .start = start, .end = end, .region = compiler->unit->region};
}

// The test comes once more at the end of the body, which saves a jump a turn.
static void while_inverted(struct compiler *compiler, struct node *node, int end) {
    int test = emit_label(compiler);
    int body = emit_label(compiler);
    int otherwise = emit_label(compiler);
    compile_jump_if(compiler, node->While.test, otherwise, false);
    emit_place(compiler, body);
    compile_push_block(compiler, place_of(node), while_block(compiler, test, end));
    compile_body(compiler, node->While.body);
    compile_pop_block(compiler);
    emit_place(compiler, test);
    compile_jump_if(compiler, node->While.test, body, true);
    emit_place(compiler, otherwise);
}

static void while_plain(struct compiler *compiler, struct node *node, int end) {
    int start = emit_label(compiler);
    int otherwise = emit_label(compiler);
    emit_place(compiler, start);
    compile_push_block(compiler, place_of(node), while_block(compiler, start, end));
    compile_jump_if(compiler, node->While.test, otherwise, false);
    compile_body(compiler, node->While.body);
    compile_pop_block(compiler);
    emit_jump(compiler, place_nowhere(), OP_JUMP, start);
    emit_place(compiler, otherwise);
}

void compile_while(struct compiler *compiler, struct node *node) {
    int end = emit_label(compiler);
    int nodes = 16;
    struct constant value;
    if (!fold_constant(compiler->arena, node->While.test, &value) &&
        is_small(node->While.test, &nodes)) {
        while_inverted(compiler, node, end);
    } else {
        while_plain(compiler, node, end);
    }
    compile_body(compiler, node->While.orelse);
    emit_place(compiler, end);
}

// elif chains can be thousands long, so they are followed in a loop.
void compile_if(struct compiler *compiler, struct node *node) {
    int end = emit_label(compiler);
    for (;; node = node->If.orelse.items[0]) {
        struct node_list orelse = node->If.orelse;
        int otherwise = emit_label(compiler);
        compile_jump_if(compiler, node->If.test, otherwise, false);
        compile_body(compiler, node->If.body);
        if (orelse.count > 0) {
            emit_jump(compiler, place_nowhere(), OP_JUMP, end);
        }
        emit_place(compiler, otherwise);
        if (orelse.count != 1 || orelse.items[0]->kind != AST_If) {
            compile_body(compiler, orelse);
            break;
        }
    }
    emit_place(compiler, end);
}
