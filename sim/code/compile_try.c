// try … except … else … finally.
//
// A handler begins with two values on the stack: the exception that was being handled before, and
// the new one. It ends with END_HANDLER, or with RERAISE if no clause wants it. What is raised
// inside the handler goes through compile_reraise, which puts things in order first.
#include "code/compile_parts.h"

void compile_reraise(struct compiler *compiler) {
    // handled old old' new: only what was handled at first and the new one are left.
    emit_a(compiler, place_nowhere(), OP_ROTATE, 3);
    emit(compiler, place_nowhere(), OP_POP);
    emit(compiler, place_nowhere(), OP_POP);
    emit(compiler, place_nowhere(), OP_RERAISE);
}

void compile_unbind(struct compiler *compiler, struct place place, const struct name *name) {
    emit_none(compiler, place);
    compile_name(compiler, place, name, AST_STORE);
    compile_name(compiler, place, name, AST_DEL);
}

// The body of a clause whose exception is bound to a name: the name goes, whatever happens.
static void named_body(struct compiler *compiler, struct node *handler, int end) {
    const struct name *name = handler->ExceptHandler.name;
    int failed = emit_label(compiler);
    int around = emit_guard(compiler, failed, 0);
    compile_push_block(compiler, place_of(handler),
                       (struct block){.kind = BLOCK_HANDLER, .name = name, .region = around});
    compile_body(compiler, handler->ExceptHandler.body);
    compile_pop_block(compiler);
    emit_unguard(compiler, around);
    emit(compiler, place_nowhere(), OP_END_HANDLER);
    compile_unbind(compiler, place_nowhere(), name);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    emit_place_handler(compiler, failed);
    compile_unbind(compiler, place_nowhere(), name);
    compile_reraise(compiler);
}

static void plain_body(struct compiler *compiler, struct node *handler, int region, int end) {
    compile_push_block(compiler, place_of(handler),
                       (struct block){.kind = BLOCK_HANDLER, .region = region});
    compile_body(compiler, handler->ExceptHandler.body);
    compile_pop_block(compiler);
    int inner = compiler->unit->region;
    emit_unguard(compiler, region);
    emit(compiler, place_nowhere(), OP_END_HANDLER);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    emit_unguard(compiler, inner);
}

// One clause: goes on after it if the exception is not its.
static void clause(struct compiler *compiler, struct node *handler, int region, int end) {
    struct place place = place_of(handler);
    int next = emit_label(compiler);
    if (handler->ExceptHandler.type != NULL) {
        compile_expression(compiler, handler->ExceptHandler.type);
        emit(compiler, place, OP_MATCH_EXCEPTION);
        emit_jump(compiler, place, OP_JUMP_IF_FALSE, next);
    }
    if (handler->ExceptHandler.name != NULL) {
        emit_a(compiler, place, OP_COPY, 1);
        compile_name(compiler, place, handler->ExceptHandler.name, AST_STORE);
        int inner = compiler->unit->region;
        emit_unguard(compiler, region);
        named_body(compiler, handler, end);
        emit_unguard(compiler, inner);
    } else {
        emit(compiler, place, OP_NOP);
        plain_body(compiler, handler, region, end);
    }
    emit_place(compiler, next);
}

static void clauses(struct compiler *compiler, struct node *node, int end) {
    struct node_list handlers = node->Try.handlers;
    int failed = emit_label(compiler);
    int around = emit_guard(compiler, failed, 0);
    compile_push_block(compiler, place_of(node),
                       (struct block){.kind = BLOCK_TRY, .region = around});
    for (size_t i = 0; i < handlers.count; i++) {
        if (handlers.items[i]->ExceptHandler.type == NULL && i + 1 < handlers.count) {
            compile_error(compiler, place_of(handlers.items[i]), "default 'except:' must be last");
        }
        clause(compiler, handlers.items[i], around, end);
    }
    compile_pop_block(compiler);
    emit_unguard(compiler, around);
    emit(compiler, place_nowhere(), OP_RERAISE);
    emit_place_handler(compiler, failed);
    compile_reraise(compiler);
}

void compile_try_except(struct compiler *compiler, struct node *node) {
    int handlers = emit_label(compiler);
    int end = emit_label(compiler);
    emit(compiler, place_of(node), OP_NOP);
    int around = emit_guard(compiler, handlers, 0);
    compile_push_block(compiler, place_of(node),
                       (struct block){.kind = BLOCK_TRY, .region = around});
    compile_body(compiler, node->Try.body);
    compile_pop_block(compiler);
    emit_unguard(compiler, around);
    compile_body(compiler, node->Try.orelse);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    emit_place_handler(compiler, handlers);
    clauses(compiler, node, end);
    emit_place(compiler, end);
}

// The finally of an exception: the body, then the exception goes on.
static void finally_handler(struct compiler *compiler, struct node *node) {
    int failed = emit_label(compiler);
    int around = emit_guard(compiler, failed, 0);
    compile_push_block(compiler, place_of(node),
                       (struct block){.kind = BLOCK_FINALLY_HANDLER, .region = around});
    compile_body(compiler, node->Try.finalbody);
    compile_pop_block(compiler);
    emit_unguard(compiler, around);
    emit(compiler, place_nowhere(), OP_RERAISE);
    emit_place_handler(compiler, failed);
    compile_reraise(compiler);
}

void compile_finally(struct compiler *compiler, struct node *node,
                     void (*guarded)(struct compiler *compiler, struct node *node)) {
    int handler = emit_label(compiler);
    int end = emit_label(compiler);
    emit(compiler, place_of(node), OP_NOP);
    int around = emit_guard(compiler, handler, 0);
    compile_push_block(
        compiler, place_of(node),
        (struct block){.kind = BLOCK_FINALLY, .body = node->Try.finalbody, .region = around});
    guarded(compiler, node);
    compile_pop_block(compiler);
    emit_unguard(compiler, around);
    compile_body(compiler, node->Try.finalbody);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    emit_place_handler(compiler, handler);
    finally_handler(compiler, node);
    emit_place(compiler, end);
}

static void body_only(struct compiler *compiler, struct node *node) {
    compile_body(compiler, node->Try.body);
}

void compile_try(struct compiler *compiler, struct node *node) {
    if (node->Try.finalbody.count == 0) {
        compile_try_except(compiler, node);
    } else if (node->Try.handlers.count == 0) {
        compile_finally(compiler, node, body_only);
    } else {
        compile_finally(compiler, node, compile_try_except);
    }
}
