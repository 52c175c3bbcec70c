// await, yield and comprehensions.
//
// A list, set or dict comprehension runs in the frame around it: its variables are hidden slots,
// emptied when it ends. A generator expression is a function that gets the outermost iterator.
#include "code/compile_parts.h"

static bool is_async_function(const struct scope *scope) {
    return scope->kind == SCOPE_FUNCTION && scope->is_async;
}

static bool is_async_generator(const struct scope *scope) {
    return scope->is_async && scope->is_generator;
}

void compile_await_value(struct compiler *compiler, struct place place, unsigned origin) {
    emit_sub(compiler, place, OP_GET_AWAITABLE, origin);
    emit_none(compiler, place);
    emit(compiler, place, OP_AWAIT);
}

void compile_await(struct compiler *compiler, struct node *node) {
    const struct scope *scope = compiler->unit->scope;
    struct place place = place_of(node);
    if (!scope_is_function_like(scope)) {
        compile_error(compiler, place, "'await' outside function");
    } else if (!is_async_function(scope) && scope->kind != SCOPE_GENERATOR) {
        compile_error(compiler, place, "'await' outside async function");
    }
    compile_expression(compiler, node->Await.value);
    compile_await_value(compiler, place, 0);
}

static void yield_value(struct compiler *compiler, struct place place) {
    emit_sub(compiler, place, OP_YIELD, is_async_generator(compiler->unit->scope));
}

void compile_yield(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    if (!scope_is_function_like(compiler->unit->scope)) {
        compile_error(compiler, place, "'yield' outside function");
    }
    if (node->Yield.value != NULL) {
        compile_expression(compiler, node->Yield.value);
    } else {
        emit_none(compiler, place);
    }
    yield_value(compiler, place);
}

void compile_yield_from(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    if (!scope_is_function_like(compiler->unit->scope)) {
        compile_error(compiler, place, "'yield from' outside function");
    } else if (is_async_function(compiler->unit->scope)) {
        compile_error(compiler, place, "'yield from' inside async function");
    }
    compile_expression(compiler, node->YieldFrom.value);
    emit(compiler, place, OP_GET_YIELD_FROM_ITER);
    emit_none(compiler, place);
    emit_sub(compiler, place, OP_AWAIT, 1);
}

// One comprehension while it is being compiled.
struct comprehension {
    struct node *node;
    struct node_list generators;
    struct node *element, *value; // value: of a dict
    struct place place;           // of the whole
    struct place element_place;
};

static void generator_loop(struct compiler *compiler, const struct comprehension *comprehension,
                           size_t index, size_t depth);

static struct comprehension describe(struct node *node) {
    struct comprehension result = {.node = node, .place = place_of(node)};
    if (node->kind == AST_DictComp) {
        result.generators = node->DictComp.generators;
        result.element = node->DictComp.key;
        result.value = node->DictComp.value;
    } else {
        // The other three have the same fields.
        result.generators = node->ListComp.generators;
        result.element = node->ListComp.elt;
    }
    result.element_place = place_of(result.element);
    if (result.value != NULL) {
        result.element_place.end_line = result.value->end_line;
        result.element_place.end_column = result.value->end_column;
        result.element_place.node = NULL;
    }
    return result;
}

// What is done with each element; [depth] iterators lie above the list or its kin.
static void element(struct compiler *compiler, const struct comprehension *comprehension,
                    size_t depth) {
    struct place place = comprehension->element_place;
    compile_expression(compiler, comprehension->element);
    if (comprehension->value != NULL) {
        compile_expression(compiler, comprehension->value);
        emit_a(compiler, place, OP_DICT_ADD, depth + 1);
    } else if (comprehension->node->kind == AST_ListComp) {
        emit_a(compiler, place, OP_LIST_APPEND, depth + 1);
    } else if (comprehension->node->kind == AST_SetComp) {
        emit_a(compiler, place, OP_SET_ADD, depth + 1);
    } else {
        yield_value(compiler, place);
        emit(compiler, place, OP_POP);
    }
}

// The conditions, then the next for or the element. What is filtered out goes to [next].
static void generator_body(struct compiler *compiler, const struct comprehension *comprehension,
                           size_t index, size_t depth, int next) {
    struct node_list ifs = comprehension->generators.items[index]->comprehension.ifs;
    for (size_t i = 0; i < ifs.count; i++) {
        compile_jump_if(compiler, ifs.items[i], next, false);
    }
    if (index + 1 < comprehension->generators.count) {
        generator_loop(compiler, comprehension, index + 1, depth);
    } else {
        element(compiler, comprehension, depth);
    }
    emit_place(compiler, next);
}

static void sync_loop(struct compiler *compiler, const struct comprehension *comprehension,
                      size_t index, size_t depth) {
    struct node *generator = comprehension->generators.items[index];
    int start = emit_label(compiler);
    int next = emit_label(compiler);
    int end = emit_label(compiler);
    emit_place(compiler, start);
    emit_jump(compiler, place_of(generator->comprehension.iter), OP_FOR_ITER, end);
    compile_store(compiler, generator->comprehension.target);
    generator_body(compiler, comprehension, index, depth + 1, next);
    emit_jump(compiler, comprehension->element_place, OP_JUMP, start);
    emit_place(compiler, end);
}

static void async_loop(struct compiler *compiler, const struct comprehension *comprehension,
                       size_t index, size_t depth) {
    struct node *generator = comprehension->generators.items[index];
    struct place place = comprehension->place;
    int start = emit_label(compiler);
    int next = emit_label(compiler);
    int ended = emit_label(compiler);
    compile_push_block(compiler, place, (struct block){.kind = BLOCK_TRY});
    emit_place(compiler, start);
    int around = emit_guard(compiler, ended, 0);
    emit(compiler, place, OP_GET_ANEXT);
    emit_none(compiler, place);
    emit(compiler, place, OP_AWAIT);
    emit_unguard(compiler, around);
    compile_store(compiler, generator->comprehension.target);
    generator_body(compiler, comprehension, index, depth + 1, next);
    emit_jump(compiler, comprehension->element_place, OP_JUMP, start);
    compile_pop_block(compiler);
    emit_place(compiler, ended);
    emit(compiler, place, OP_END_ASYNC_FOR);
}

static bool is_single(const struct node *iterable) {
    struct node_list items;
    if (iterable->kind == AST_List) {
        items = iterable->List.elts;
    } else if (iterable->kind == AST_Tuple) {
        items = iterable->Tuple.elts;
    } else {
        return false;
    }
    return items.count == 1 && items.items[0]->kind != AST_Starred;
}

// `for y in [f(x)]` is an assignment.
static void assign_single(struct compiler *compiler, const struct comprehension *comprehension,
                          size_t index, size_t depth) {
    const struct node *generator = comprehension->generators.items[index];
    const struct node *iterable = generator->comprehension.iter;
    struct node_list items =
        iterable->kind == AST_List ? iterable->List.elts : iterable->Tuple.elts;
    int next = emit_label(compiler);
    compile_expression(compiler, items.items[0]);
    compile_store(compiler, generator->comprehension.target);
    generator_body(compiler, comprehension, index, depth, next);
}

static void get_iterator(struct compiler *compiler, const struct node *generator) {
    struct node *iterable = generator->comprehension.iter;
    if (generator->comprehension.is_async) {
        compile_expression(compiler, iterable);
        emit(compiler, place_of(iterable), OP_GET_AITER);
    } else {
        compile_iterable(compiler, iterable);
        emit(compiler, place_of(iterable), OP_GET_ITER);
    }
}

// The for number [index]; the iterator of the outermost is on the stack already.
static void generator_loop(struct compiler *compiler, const struct comprehension *comprehension,
                           size_t index, size_t depth) {
    const struct node *generator = comprehension->generators.items[index];
    bool is_async = generator->comprehension.is_async;
    if (index > 0 && !is_async && is_single(generator->comprehension.iter)) {
        assign_single(compiler, comprehension, index, depth);
        return;
    }
    if (index > 0) {
        get_iterator(compiler, generator);
    }
    if (is_async) {
        async_loop(compiler, comprehension, index, depth);
    } else {
        sync_loop(compiler, comprehension, index, depth);
    }
}

static void generator_expression(struct compiler *compiler,
                                 const struct comprehension *comprehension) {
    struct scope *scope = scopes_of(&compiler->scopes, comprehension->node);
    struct place place = comprehension->place;
    compile_enter(compiler, scope, scope->is_async ? CODE_ASYNC_GENERATOR : CODE_GENERATOR,
                  comprehension->node->line);
    compiler->unit->code->positional = 1;
    emit_a(compiler, place, OP_LOAD_LOCAL, 0);
    generator_loop(compiler, comprehension, 0, 0);
    compile_return_none(compiler);
    const struct code *code = compile_leave(compiler);
    compile_closure(compiler, place, code, scope, 0);
    emit(compiler, place, OP_LOAD_ABSENT);
    get_iterator(compiler, comprehension->generators.items[0]);
    emit_a(compiler, place, OP_CALL, 1);
}

static bool is_hidden(const struct symbol *symbol) {
    return symbol->slot >= 0 && symbol->same == NULL &&
           (symbol->home == HOME_LOCAL || symbol->home == HOME_CELL);
}

// Empties the comprehension's variables, so that what they hold can die; or makes fresh cells.
static void empty_slots(struct compiler *compiler, const struct comprehension *comprehension,
                        const struct scope *scope, bool make_cells) {
    struct place place = comprehension->place;
    for (const struct symbol *symbol = scope->first; symbol != NULL; symbol = symbol->next) {
        if (!is_hidden(symbol) || (make_cells && symbol->home != HOME_CELL)) {
            continue;
        }
        emit(compiler, place, OP_LOAD_ABSENT);
        emit_a(compiler, place, OP_STORE_LOCAL_RAW, (size_t)symbol->slot);
        if (make_cells) {
            emit_a(compiler, place, OP_MAKE_CELL, (size_t)symbol->slot);
        }
    }
}

static bool has_slots(const struct scope *scope) {
    for (const struct symbol *symbol = scope->first; symbol != NULL; symbol = symbol->next) {
        if (is_hidden(symbol)) {
            return true;
        }
    }
    return false;
}

// After an exception the variables are emptied, too.
static void failed_loop(struct compiler *compiler, const struct comprehension *comprehension,
                        const struct scope *scope) {
    emit(compiler, (struct place){.line = PLACE_UNKNOWN}, OP_NOP);
    empty_slots(compiler, comprehension, scope, false);
    emit(compiler, comprehension->place, OP_RERAISE);
}

// The loop, with the list or its kin and the outermost iterator on the stack.
static void guarded_loop(struct compiler *compiler, const struct comprehension *comprehension,
                         const struct scope *scope) {
    int failed = emit_label(compiler);
    int end = emit_label(compiler);
    int around = emit_guard(compiler, failed, 2);
    generator_loop(compiler, comprehension, 0, 0);
    emit_unguard(compiler, around);
    empty_slots(compiler, comprehension, scope, false);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    emit_place(compiler, failed);
    failed_loop(compiler, comprehension, scope);
    emit_place(compiler, end);
}

static enum opcode build_op(enum ast_kind kind) {
    return kind == AST_ListComp  ? OP_BUILD_LIST
           : kind == AST_SetComp ? OP_BUILD_SET
                                 : OP_BUILD_DICT;
}

static void inlined(struct compiler *compiler, const struct comprehension *comprehension) {
    struct scope *around = compiler->unit->scope_now;
    struct scope *scope = scopes_of(&compiler->scopes, comprehension->node);
    struct place place = comprehension->place;
    get_iterator(compiler, comprehension->generators.items[0]);
    compiler->unit->scope_now = scope;
    empty_slots(compiler, comprehension, scope, true);
    emit_a(compiler, place, build_op(comprehension->node->kind), 0);
    emit_a(compiler, place, OP_SWAP, 2);
    if (has_slots(scope)) {
        guarded_loop(compiler, comprehension, scope);
    } else {
        generator_loop(compiler, comprehension, 0, 0);
    }
    compiler->unit->scope_now = around;
}

void compile_comprehension(struct compiler *compiler, struct node *node) {
    struct comprehension comprehension = describe(node);
    const struct scope *frame = compiler->unit->scope;
    if (node->kind == AST_GeneratorExp) {
        generator_expression(compiler, &comprehension);
        return;
    }
    if (scopes_of(&compiler->scopes, node)->is_async && !is_async_function(frame) &&
        frame->kind != SCOPE_GENERATOR) {
        compile_error(compiler, comprehension.place,
                      "asynchronous comprehension outside of an asynchronous function");
    }
    inlined(compiler, &comprehension);
}
