// Leaving blocks early: return, break and continue.
//
// Each block on the way out is undone from the inside out: finally bodies are compiled once more in
// place, exit methods called, iterators dropped. Meanwhile the blocks undone count as left, so that
// an error there goes to the handlers around them.
#include "code/compile_parts.h"
#include "code/fold.h"

#define MOST_BLOCKS 21 // in one function, as in CPython; generators and coroutines have one less

void compile_push_block(struct compiler *compiler, struct place place, struct block block) {
    const struct scope *scope = compiler->unit->scope;
    bool wrapped = scope->is_generator || scope->is_async;
    size_t most = wrapped ? MOST_BLOCKS - 1 : MOST_BLOCKS;
    if (compiler->unit->blocks.count >= most) {
        compile_error(compiler, place, "too many statically nested blocks");
    }
    block.place = place;
    *vec_push(&compiler->unit->blocks) = block;
}

void compile_pop_block(struct compiler *compiler) {
    (void)vec_pop(&compiler->unit->blocks);
}

void compile_exit(struct compiler *compiler, struct place place, bool is_async) {
    for (int i = 0; i < 3; i++) {
        emit_none(compiler, place);
    }
    emit_a(compiler, place, OP_CALL, 3);
    if (is_async) {
        compile_await_value(compiler, place, 2);
    }
    emit(compiler, place, OP_POP);
}

// Undoes a handler: the handled one and the exception leave the stack.
static void leave_handler(struct compiler *compiler, struct place place, const struct block *block,
                          bool keep) {
    if (keep) {
        emit_a(compiler, place, OP_ROTATE, 3);
    }
    emit(compiler, place, OP_END_HANDLER);
    if (block->name != NULL) {
        compile_unbind(compiler, place, block->name);
    }
}

static void leave_finally(struct compiler *compiler, const struct block *block, bool keep) {
    if (keep) {
        compile_push_block(compiler, block->place,
                           (struct block){.kind = BLOCK_VALUE, .region = block->region});
    }
    compile_body(compiler, block->body);
    if (keep) {
        compile_pop_block(compiler);
    }
}

static void leave_with(struct compiler *compiler, const struct block *block, bool keep) {
    if (keep) {
        emit_a(compiler, block->place, OP_ROTATE, 3);
    }
    compile_exit(compiler, block->place, block->kind == BLOCK_ASYNC_WITH);
}

static void drop_below(struct compiler *compiler, struct place place, bool keep) {
    if (keep) {
        emit_a(compiler, place, OP_SWAP, 2);
    }
    emit(compiler, place, OP_POP);
}

// Undoes one block at [*place]; what follows a finally or a with appears to be on its lines.
// [keep]: the top of the stack is a value to be kept.
static void leave(struct compiler *compiler, struct place *place, const struct block *block,
                  bool keep) {
    switch (block->kind) {
    case BLOCK_WHILE:
    case BLOCK_TRY:
    case BLOCK_GROUP_HANDLER:
        break;
    case BLOCK_FOR:
    case BLOCK_ASYNC_FOR:
    case BLOCK_VALUE:
        drop_below(compiler, *place, keep);
        break;
    case BLOCK_FINALLY_HANDLER:
    case BLOCK_HANDLER:
        leave_handler(compiler, *place, block, keep);
        break;
    case BLOCK_FINALLY:
        leave_finally(compiler, block, keep);
        *place = place_nowhere();
        break;
    case BLOCK_WITH:
    case BLOCK_ASYNC_WITH:
        leave_with(compiler, block, keep);
        *place = place_nowhere();
        break;
    }
}

static bool is_loop(const struct block *block) {
    return block->kind == BLOCK_WHILE || block->kind == BLOCK_FOR || block->kind == BLOCK_ASYNC_FOR;
}

// Undoes the blocks from the inside out: all of them or, with [loop], up to the innermost loop,
// whose number it is set to (-1 if there is none).
static void leave_all(struct compiler *compiler, struct place *place, bool keep, int *loop) {
    struct unit *unit = compiler->unit;
    if (loop != NULL) {
        *loop = (int)unit->blocks.count - 1;
    }
    if (unit->blocks.count == 0) {
        return;
    }
    struct block block = vec_last(&unit->blocks);
    if (block.kind == BLOCK_GROUP_HANDLER) {
        compile_error(compiler, *place,
                      "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (loop != NULL && is_loop(&block)) {
        return;
    }
    unit->blocks.count--;
    unit->region = block.region;
    leave(compiler, place, &block, keep);
    leave_all(compiler, place, keep, loop);
    *vec_push(&unit->blocks) = block;
}

static void return_constant(struct compiler *compiler, struct place place, struct node *value) {
    struct constant constant = {.kind = CONST_NONE};
    if (value == NULL || fold_constant(compiler->arena, value, &constant)) {
        emit_const(compiler, place, &constant);
    } else {
        compile_expression(compiler, value);
    }
}

void compile_return(struct compiler *compiler, struct node *node) {
    struct node *value = node->Return.value;
    const struct scope *scope = compiler->unit->scope;
    struct place place = place_of(node);
    bool constant = value == NULL || value->kind == AST_Constant;
    int region = compiler->unit->region;
    if (!scope_is_function_like(scope)) {
        compile_error(compiler, place, "'return' outside function");
    } else if (value != NULL && scope->is_async && scope->is_generator) {
        compile_error(compiler, place, "'return' with value in async generator");
    }
    if (!constant) {
        compile_expression(compiler, value);
    } else if (value != NULL) {
        place = place_of(value);
        emit(compiler, place, OP_NOP);
    }
    if (value == NULL || value->line != node->line) {
        place = place_of(node);
        emit(compiler, place, OP_NOP);
    }
    leave_all(compiler, &place, !constant, NULL);
    if (constant) {
        return_constant(compiler, place, value);
    }
    emit(compiler, place, OP_RETURN);
    compiler->unit->region = region;
}

// Leaves everything inside the innermost loop; returns its number, or -1 if there is none.
static int leave_to_loop(struct compiler *compiler, struct place *place) {
    int loop;
    emit(compiler, *place, OP_NOP);
    leave_all(compiler, place, false, &loop);
    return loop;
}

void compile_break(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    int region = compiler->unit->region;
    int loop = leave_to_loop(compiler, &place);
    if (loop < 0) {
        compile_error(compiler, place_of(node), "'break' outside loop");
        return;
    }
    struct block block = compiler->unit->blocks.items[loop];
    compiler->unit->region = block.region;
    leave(compiler, &place, &block, false);
    emit_jump(compiler, place, OP_JUMP, block.end);
    compiler->unit->region = region;
}

void compile_continue(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    int region = compiler->unit->region;
    int loop = leave_to_loop(compiler, &place);
    if (loop < 0) {
        compile_error(compiler, place_of(node), "'continue' not properly in loop");
        return;
    }
    emit_jump(compiler, place, OP_JUMP, compiler->unit->blocks.items[loop].start);
    compiler->unit->region = region;
}
