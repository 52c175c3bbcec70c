// Beginning and ending code objects.
#include "code/assemble.h"
#include "code/compile_parts.h"

static bool has_locals(const struct scope *scope) {
    return scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_LAMBDA;
}

// Is the name of this function or class declared global where it is defined? Then its qualified
// name begins anew.
static bool is_declared_global(struct compiler *compiler, const struct unit *parent,
                               const struct scope *scope) {
    if (scope->kind != SCOPE_FUNCTION && scope->kind != SCOPE_CLASS) {
        return false;
    }
    const struct name *name = scope_mangle(compiler->names, parent->scope->private, scope->name);
    const struct symbol *symbol = scope_find(parent->scope, name);
    return symbol != NULL && (symbol->use & SYMBOL_GLOBAL) != 0;
}

static const struct name *qualified_name(struct compiler *compiler, const struct unit *parent,
                                         const struct scope *scope) {
    if (parent != NULL && parent->scope->kind == SCOPE_TYPE_PARAMETERS) {
        parent = parent->around;
    }
    if (parent == NULL || parent->scope->kind == SCOPE_MODULE ||
        is_declared_global(compiler, parent, scope)) {
        return scope->name;
    }
    struct buf text = {0};
    buf_printf(&text, "%s%s.%s", parent->code->qualname->text,
               has_locals(parent->scope) ? ".<locals>" : "", scope->name->text);
    const struct name *result = names_get(compiler->names, buf_text(&text), text.length);
    buf_free(&text);
    return result;
}

static const struct slot *copy_slots(struct compiler *compiler, const struct scope *scope) {
    size_t size = scope->slots.count * sizeof(struct slot);
    struct slot *slots = arena_alloc(compiler->arena, size + 1);
    for (size_t i = 0; i < scope->slots.count; i++) {
        slots[i] = scope->slots.items[i];
    }
    return slots;
}

void compile_enter(struct compiler *compiler, struct scope *scope, unsigned flags, int first_line) {
    const struct compile_options *options = compiler->options;
    struct code *code = arena_alloc(compiler->arena, sizeof *code);
    code->name = scope->name;
    code->qualname = qualified_name(compiler, compiler->unit, scope);
    code->file = options->file;
    code->file_index = options->file_index;
    code->first_line = (uint32_t)first_line;
    code->flags = flags | (options->library ? CODE_LIBRARY : 0) |
                  (scope_is_function_like(scope) ? CODE_OPTIMIZED : 0);
    code->slots = copy_slots(compiler, scope);
    code->slot_count = (uint16_t)scope->slots.count;
    code->free_count = scope->free_count;
    compiler->unit = unit_new(compiler->unit, scope);
    compiler->unit->code = code;
    for (size_t i = 0; i < scope->slots.count; i++) {
        if (scope->slots.items[i].kind == SLOT_CELL) {
            emit_a(compiler, place_nowhere(), OP_MAKE_CELL, i);
        }
    }
}

const struct code *compile_leave(struct compiler *compiler) {
    struct unit *unit = compiler->unit;
    struct code *code = unit->code;
    if (!compile_failed(compiler)) {
        assemble_unit(unit, compiler->arena, &compiler->source, !compiler->options->unfused);
    }
    compiler->unit = unit->around;
    unit_free(unit);
    return code;
}

void compile_return_none(struct compiler *compiler) {
    emit_none(compiler, place_nowhere());
    emit(compiler, place_nowhere(), OP_RETURN);
}

void compile_closure(struct compiler *compiler, struct place place, const struct code *code,
                     struct scope *scope, unsigned parts) {
    if (compile_failed(compiler)) {
        return;
    }
    size_t first_free = scope->slots.count - scope->free_count;
    for (size_t i = first_free; i < scope->slots.count; i++) {
        const struct symbol *cell =
            scope_cell(compiler->unit->scope_now, scope->slots.items[i].name);
        emit_a(compiler, place, OP_LOAD_CLOSURE, (size_t)cell->slot);
    }
    if (scope->free_count > 0) {
        emit_a(compiler, place, OP_BUILD_TUPLE, scope->free_count);
        parts |= FUNCTION_CLOSURE;
    }
    struct constant constant = {.kind = CONST_CODE};
    constant.code = code;
    emit_sub_a(compiler, place, OP_MAKE_FUNCTION, parts, emit_const_number(compiler, &constant));
}
