// Names: which instruction loads, stores or deletes one, as scopes.h has decided.
#include <string.h>

#include "code/compiler.h"

// What a frame does with a name that is in a slot, in a cell, or neither.
struct name_ops {
    enum opcode local, cell, global, namespaced;
};

static const struct name_ops ops_by_context[] = {
    [AST_LOAD] = {OP_LOAD_LOCAL, OP_LOAD_CELL, OP_LOAD_GLOBAL, OP_LOAD_NAME},
    [AST_STORE] = {OP_STORE_LOCAL, OP_STORE_CELL, OP_STORE_GLOBAL, OP_STORE_NAME},
    [AST_DEL] = {OP_DELETE_LOCAL, OP_DELETE_CELL, OP_DELETE_GLOBAL, OP_DELETE_NAME},
};

bool compile_forbids(struct compiler *compiler, struct place place, const struct name *name,
                     enum ast_context context) {
    if (context == AST_LOAD || strcmp(name->text, "__debug__") != 0) {
        return false;
    }
    compile_error(compiler, place, "cannot %s __debug__",
                  context == AST_STORE ? "assign to" : "delete");
    return true;
}

// Annotation scopes in a class look into its namespace first.
static void load_class_namespace(struct compiler *compiler, struct place place) {
    const struct scope *scope = compiler->unit->scope_now;
    const struct symbol *namespace = scope_cell(scope, compiler->scopes.name_namespace);
    emit_a(compiler, place, OP_LOAD_CELL, (size_t) namespace->slot);
}

static void cell(struct compiler *compiler, struct place place, const struct name *name,
                 enum opcode op) {
    const struct scope *scope = compiler->unit->scope_now;
    size_t slot = (size_t)scope_cell(scope, name)->slot;
    bool load = op == OP_LOAD_CELL;
    if (load && scope->kind == SCOPE_CLASS) {
        emit_a_b(compiler, place, OP_LOAD_CLASS_CELL, slot,
                 pools_name(&compiler->unit->pools, name));
    } else if (load && scope->in_class && name != compiler->scopes.name_namespace) {
        load_class_namespace(compiler, place);
        emit_a_b(compiler, place, OP_LOAD_FROM_DICT_OR_CELL, slot,
                 pools_name(&compiler->unit->pools, name));
    } else {
        emit_a(compiler, place, op, slot);
    }
}

static void global_implicit(struct compiler *compiler, struct place place, const struct name *name,
                            const struct name_ops *ops) {
    const struct scope *scope = compiler->unit->scope_now;
    if (scope->in_class && ops->global == OP_LOAD_GLOBAL) {
        load_class_namespace(compiler, place);
        emit_name(compiler, place, OP_LOAD_FROM_DICT, name);
    } else {
        bool in_class = scope->kind == SCOPE_CLASS;
        emit_name(compiler, place, in_class ? ops->namespaced : ops->global, name);
    }
}

static void local(struct compiler *compiler, struct place place, const struct symbol *symbol,
                  const struct name_ops *ops) {
    const struct scope *scope = compiler->unit->scope_now;
    if (scope->kind == SCOPE_CLASS) {
        emit_name(compiler, place, ops->namespaced, symbol->name);
        return;
    }
    bool hidden = compiler->unit->scope->slots.items[symbol->slot].kind == SLOT_HIDDEN;
    enum opcode op = hidden && ops->local == OP_STORE_LOCAL ? OP_STORE_LOCAL_RAW : ops->local;
    emit_a(compiler, place, op, (size_t)symbol->slot);
}

void compile_name(struct compiler *compiler, struct place place, const struct name *name,
                  enum ast_context context) {
    if (compile_forbids(compiler, place, name, context)) {
        return;
    }
    const struct scope *scope = compiler->unit->scope_now;
    const struct name_ops *ops = &ops_by_context[context];
    const struct name *mangled = scope_mangle(compiler->names, scope->private, name);
    const struct symbol *symbol = scope_lookup(scope, mangled);
    switch (symbol->home) {
    case HOME_LOCAL:
        local(compiler, place, symbol, ops);
        break;
    case HOME_CELL:
    case HOME_FREE:
        cell(compiler, place, mangled, ops->cell);
        break;
    case HOME_GLOBAL:
        emit_name(compiler, place, ops->global, mangled);
        break;
    case HOME_UNKNOWN:
    case HOME_GLOBAL_IMPLICIT:
        global_implicit(compiler, place, mangled, ops);
        break;
    }
}
