// with and async with.
//
// The exit method lies on the stack, with self or ABSENT, below all that the body does. It is
// called with three Nones after the body, or with the exception's parts by the handler.
#include "code/compile_parts.h"

// Which with this is, and where.
struct with {
    struct node_list items, body;
    struct node *node;
    bool is_async;
};

static void with_item(struct compiler *compiler, const struct with *with, size_t index);

// The exit method decides: a true result ends the exception.
static void handler(struct compiler *compiler, struct place place, bool is_async) {
    int failed = emit_label(compiler);
    int swallow = emit_label(compiler);
    int around = emit_guard(compiler, failed, 0);
    emit(compiler, place, OP_EXIT_ARGUMENTS);
    emit_a(compiler, place, OP_CALL, 3);
    if (is_async) {
        compile_await_value(compiler, place, 2);
    }
    emit_jump(compiler, place, OP_JUMP_IF_TRUE, swallow);
    emit_unguard(compiler, around);
    emit(compiler, place_nowhere(), OP_RERAISE);
    emit_place_handler(compiler, failed);
    compile_reraise(compiler);
    emit_place(compiler, swallow);
    emit(compiler, place_nowhere(), OP_END_HANDLER);
    emit(compiler, place_nowhere(), OP_POP);
    emit(compiler, place_nowhere(), OP_POP);
}

static void enter(struct compiler *compiler, struct place place, bool is_async) {
    emit_sub(compiler, place, OP_LOAD_CONTEXT, is_async);
    emit_a(compiler, place, OP_CALL, 0);
    if (is_async) {
        compile_await_value(compiler, place, 1);
    }
}

static void body(struct compiler *compiler, const struct with *with, size_t index) {
    struct node *target = with->items.items[index]->withitem.optional_vars;
    if (target != NULL) {
        compile_store(compiler, target);
    } else {
        emit(compiler, place_of(with->items.items[index]->withitem.context_expr), OP_POP);
    }
    if (index + 1 < with->items.count) {
        with_item(compiler, with, index + 1);
    } else {
        compile_body(compiler, with->body);
    }
}

static void with_item(struct compiler *compiler, const struct with *with, size_t index) {
    struct node *context = with->items.items[index]->withitem.context_expr;
    struct place place = place_of(context);
    int handled = emit_label(compiler);
    int end = emit_label(compiler);
    compile_expression(compiler, context);
    enter(compiler, place, with->is_async);
    int around = emit_guard(compiler, handled, 1);
    enum block_kind kind = with->is_async ? BLOCK_ASYNC_WITH : BLOCK_WITH;
    compile_push_block(compiler, place, (struct block){.kind = kind, .region = around});
    body(compiler, with, index);
    compile_pop_block(compiler);
    emit_unguard(compiler, around);
    compile_exit(compiler, place, with->is_async);
    emit_jump(compiler, place, OP_JUMP, end);
    emit_place(compiler, handled);
    handler(compiler, place, with->is_async);
    emit_place(compiler, end);
}

void compile_with(struct compiler *compiler, struct node *node) {
    struct with with = {.items = node->With.items, .body = node->With.body, .node = node};
    with_item(compiler, &with, 0);
}

void compile_async_with(struct compiler *compiler, struct node *node) {
    struct with with = {.items = node->AsyncWith.items, .body = node->AsyncWith.body, .node = node};
    const struct scope *scope = compiler->unit->scope;
    with.is_async = true;
    if (scope->kind != SCOPE_FUNCTION || !scope->is_async) {
        compile_error(compiler, place_of(node), "'async with' outside async function");
    }
    with_item(compiler, &with, 0);
}
