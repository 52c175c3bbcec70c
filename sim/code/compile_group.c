// try … except*.
//
// Its handler keeps four values on the stack: the exception handled before, the group as it came,
// a list of what the clauses raised, and the rest of the group that no clause has taken yet. In the
// end MERGE_GROUP makes of them what is left to raise.
#include "code/compile_parts.h"

// What a clause raises joins the list; then the next clause has its turn.
static void clause_failed(struct compiler *compiler, const struct name *name, int next) {
    struct place place = place_nowhere();
    if (name != NULL) {
        compile_unbind(compiler, place, name);
    }
    // handled group list rest old new
    emit_a(compiler, place, OP_COPY, 1);
    emit_a(compiler, place, OP_ROTATE, 3);
    emit(compiler, place, OP_END_HANDLER);
    emit_a(compiler, place, OP_LIST_APPEND, 2);
    emit_jump(compiler, place, OP_JUMP, next);
}

static void clause_body(struct compiler *compiler, struct node *handler, int next) {
    const struct name *name = handler->ExceptHandler.name;
    int failed = emit_label(compiler);
    int around = emit_guard(compiler, failed, 0);
    compile_push_block(compiler, place_of(handler),
                       (struct block){.kind = BLOCK_GROUP_HANDLER, .region = around});
    compile_body(compiler, handler->ExceptHandler.body);
    compile_pop_block(compiler);
    emit_unguard(compiler, around);
    if (name != NULL) {
        compile_unbind(compiler, place_nowhere(), name);
    }
    emit_jump(compiler, place_nowhere(), OP_JUMP, next);
    emit_place_handler(compiler, failed);
    clause_failed(compiler, name, next);
}

static void clause(struct compiler *compiler, struct node *handler) {
    struct place place = place_of(handler);
    int unmatched = emit_label(compiler);
    int next = emit_label(compiler);
    compile_expression(compiler, handler->ExceptHandler.type);
    emit(compiler, place, OP_MATCH_GROUP);
    emit_a(compiler, place, OP_COPY, 1);
    emit_jump(compiler, place, OP_JUMP_IF_NONE, unmatched);
    if (handler->ExceptHandler.name != NULL) {
        compile_name(compiler, place, handler->ExceptHandler.name, AST_STORE);
    } else {
        emit(compiler, place, OP_POP);
    }
    clause_body(compiler, handler, next);
    emit_place(compiler, unmatched);
    emit(compiler, place_nowhere(), OP_POP);
    emit_place(compiler, next);
}

static void clauses(struct compiler *compiler, struct node *node) {
    struct node_list handlers = node->TryStar.handlers;
    struct place place = place_of(handlers.items[0]);
    int failed = emit_label(compiler);
    int around = emit_guard(compiler, failed, 0);
    compile_push_block(compiler, place_of(node),
                       (struct block){.kind = BLOCK_GROUP_HANDLER, .region = around});
    emit_a(compiler, place, OP_BUILD_LIST, 0);
    emit_a(compiler, place, OP_COPY, 2);
    for (size_t i = 0; i < handlers.count; i++) {
        clause(compiler, handlers.items[i]);
    }
    emit_a(compiler, place_nowhere(), OP_LIST_APPEND, 1);
    emit(compiler, place_nowhere(), OP_MERGE_GROUP);
    compile_pop_block(compiler);
    emit_unguard(compiler, around);
    int raise = emit_label(compiler);
    int end = emit_label(compiler);
    emit_a(compiler, place_nowhere(), OP_COPY, 1);
    emit_jump(compiler, place_nowhere(), OP_JUMP_IF_NOT_NONE, raise);
    emit(compiler, place_nowhere(), OP_END_HANDLER);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    emit_place(compiler, raise);
    emit(compiler, place_nowhere(), OP_RERAISE);
    emit_place_handler(compiler, failed);
    compile_reraise(compiler);
    emit_place(compiler, end);
}

static void try_group(struct compiler *compiler, struct node *node) {
    int handlers = emit_label(compiler);
    int end = emit_label(compiler);
    emit(compiler, place_of(node), OP_NOP);
    int around = emit_guard(compiler, handlers, 0);
    compile_push_block(compiler, place_of(node),
                       (struct block){.kind = BLOCK_TRY, .region = around});
    compile_body(compiler, node->TryStar.body);
    compile_pop_block(compiler);
    emit_unguard(compiler, around);
    compile_body(compiler, node->TryStar.orelse);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    emit_place_handler(compiler, handlers);
    clauses(compiler, node);
    emit_place(compiler, end);
}

void compile_try_star(struct compiler *compiler, struct node *node) {
    if (node->TryStar.finalbody.count == 0) {
        try_group(compiler, node);
    } else {
        compile_finally(compiler, node, try_group);
    }
}
