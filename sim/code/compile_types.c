// Type parameters and aliases. Bounds, defaults and values become functions without parameters.
#include "code/compile_parts.h"

// Puts a function that gives [value] on the stack.
static void value_function(struct compiler *compiler, struct scope *scope, struct node *value) {
    compile_enter(compiler, scope, 0, value->line);
    compile_expression(compiler, value);
    emit(compiler, place_of(value), OP_RETURN);
    const struct code *code = compile_leave(compiler);
    compile_closure(compiler, place_of(value), code, scope, 0);
}

// What one type parameter is made of.
struct parameter {
    const struct name *name;
    struct node *default_value;
    unsigned kind; // of MAKE_TYPE_PARAMETER
};

static struct parameter describe(const struct node *node) {
    if (node->kind == AST_ParamSpec) {
        return (struct parameter){node->ParamSpec.name, node->ParamSpec.default_value, 3};
    }
    if (node->kind == AST_TypeVarTuple) {
        return (struct parameter){node->TypeVarTuple.name, node->TypeVarTuple.default_value, 2};
    }
    const struct node *bound = node->TypeVar.bound;
    unsigned kind = bound == NULL ? 0 : bound->kind == AST_Tuple ? 4 : 1;
    return (struct parameter){node->TypeVar.name, node->TypeVar.default_value, kind};
}

static void parameter(struct compiler *compiler, struct node *node,
                      const struct parameter *parameter) {
    struct place place = place_of(node);
    bool bound = node->kind == AST_TypeVar && node->TypeVar.bound != NULL;
    if (bound) {
        value_function(compiler, scopes_of(&compiler->scopes, node), node->TypeVar.bound);
    }
    emit_text(compiler, place, parameter->name);
    emit_sub(compiler, place, OP_MAKE_TYPE_PARAMETER, parameter->kind);
    if (parameter->default_value != NULL) {
        struct scope *scope = scopes_of(&compiler->scopes, node);
        value_function(compiler, bound ? scope->second : scope, parameter->default_value);
        emit(compiler, place, OP_SET_TYPE_DEFAULT);
    }
    emit_a(compiler, place, OP_COPY, 1);
    compile_name(compiler, place, parameter->name, AST_STORE);
}

void compile_type_parameters(struct compiler *compiler, struct node_list params) {
    bool seen_default = false;
    for (size_t i = 0; i < params.count; i++) {
        struct parameter description = describe(params.items[i]);
        parameter(compiler, params.items[i], &description);
        if (description.default_value != NULL) {
            seen_default = true;
        } else if (seen_default) {
            compile_error(compiler, place_of(params.items[i]),
                          "non-default type parameter '%s' follows default type parameter",
                          description.name->text);
        }
    }
    emit_a(compiler, place_of(params.items[0]), OP_BUILD_TUPLE, params.count);
}

// The alias itself; the tuple of its parameters or None lies on the stack, above its name.
static void make_alias(struct compiler *compiler, struct node *node) {
    value_function(compiler, scopes_of(&compiler->scopes, node), node->TypeAlias.value);
    emit(compiler, place_of(node), OP_MAKE_TYPE_ALIAS);
}

static void generic_alias(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    struct scope *scope = scopes_of(&compiler->scopes, node)->parent;
    compile_enter(compiler, scope, 0, node->line);
    emit_text(compiler, place, node->TypeAlias.name->Name.id);
    compile_type_parameters(compiler, node->TypeAlias.type_params);
    make_alias(compiler, node);
    emit(compiler, place, OP_RETURN);
    const struct code *code = compile_leave(compiler);
    compile_closure(compiler, place, code, scope, 0);
    emit(compiler, place, OP_LOAD_ABSENT);
    emit_a(compiler, place, OP_CALL, 0);
}

void compile_alias(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    const struct name *name = node->TypeAlias.name->Name.id;
    if (node->TypeAlias.type_params.count > 0) {
        generic_alias(compiler, node);
    } else {
        emit_text(compiler, place, name);
        emit_none(compiler, place);
        make_alias(compiler, node);
    }
    compile_name(compiler, place, name, AST_STORE);
}
