// Functions: def, async def and lambda.
#include "code/compile_parts.h"
#include "code/fold.h"

void compile_decorators(struct compiler *compiler, struct node_list decorators) {
    for (size_t i = 0; i < decorators.count; i++) {
        compile_expression(compiler, decorators.items[i]);
        emit(compiler, place_of(decorators.items[i]), OP_LOAD_ABSENT);
    }
}

void compile_decorate(struct compiler *compiler, struct node_list decorators) {
    for (size_t i = decorators.count; i-- > 0;) {
        emit_a(compiler, place_of(decorators.items[i]), OP_CALL, 1);
    }
}

int compile_first_line(const struct node *node, struct node_list decorators) {
    return decorators.count > 0 ? decorators.items[0]->line : node->line;
}

static void forbid_debug(struct compiler *compiler, const struct node *arg) {
    if (arg != NULL) {
        compile_forbids(compiler, place_of(arg), arg->arg.arg, AST_STORE);
    }
}

static void forbid_all(struct compiler *compiler, struct node_list args) {
    for (size_t i = 0; i < args.count; i++) {
        forbid_debug(compiler, args.items[i]);
    }
}

static void check_parameters(struct compiler *compiler, const struct ast_arguments *arguments) {
    forbid_all(compiler, arguments->posonlyargs);
    forbid_all(compiler, arguments->args);
    forbid_debug(compiler, arguments->vararg);
    forbid_all(compiler, arguments->kwonlyargs);
    forbid_debug(compiler, arguments->kwarg);
}

static const struct name *parameter_name(struct compiler *compiler, const struct node *arg) {
    return scope_mangle(compiler->names, compiler->unit->scope_now->private, arg->arg.arg);
}

static bool keyword_defaults(struct compiler *compiler, struct place place,
                             const struct ast_arguments *arguments) {
    size_t count = 0;
    for (size_t i = 0; i < arguments->kw_defaults.count; i++) {
        if (arguments->kw_defaults.items[i] != NULL) {
            emit_text(compiler, place_nowhere(),
                      parameter_name(compiler, arguments->kwonlyargs.items[i]));
            compile_expression(compiler, arguments->kw_defaults.items[i]);
            count++;
        }
    }
    if (count > 0) {
        emit_a(compiler, place, OP_BUILD_DICT, count);
    }
    return count > 0;
}

// Constant defaults become one tuple, but each still counts as a step on its line.
static void visit_lines(struct compiler *compiler, struct node_list list) {
    struct constant value;
    for (size_t i = 0; i < list.count; i++) {
        if (!fold_constant(compiler->arena, list.items[i], &value)) {
            return;
        }
    }
    for (size_t i = 0; i < list.count; i++) {
        emit(compiler, place_of(list.items[i]), OP_NOP);
    }
}

// Puts the defaults on the stack; returns which parts of a function they are.
static unsigned defaults(struct compiler *compiler, struct place place,
                         const struct ast_arguments *arguments) {
    unsigned parts = 0;
    if (arguments->defaults.count > 0) {
        visit_lines(compiler, arguments->defaults);
        compile_tuple_of(compiler, place, arguments->defaults);
        parts |= FUNCTION_DEFAULTS;
    }
    if (keyword_defaults(compiler, place, arguments)) {
        parts |= FUNCTION_KWDEFAULTS;
    }
    return parts;
}

static size_t annotation(struct compiler *compiler, struct place place, const struct name *name,
                         struct node *value) {
    if (value == NULL) {
        return 0;
    }
    emit_text(compiler, place, name);
    if (value->kind == AST_Starred && !compiler->future.annotations) {
        // *args: *Ts
        compile_expression(compiler, value->Starred.value);
        emit_a(compiler, place, OP_UNPACK, 1);
    } else {
        compile_annotation(compiler, place, value);
    }
    return 1;
}

static size_t parameter_annotation(struct compiler *compiler, struct place place,
                                   const struct node *arg) {
    return arg == NULL
               ? 0
               : annotation(compiler, place, parameter_name(compiler, arg), arg->arg.annotation);
}

static size_t list_annotations(struct compiler *compiler, struct place place,
                               struct node_list args) {
    size_t count = 0;
    for (size_t i = 0; i < args.count; i++) {
        count += parameter_annotation(compiler, place, args.items[i]);
    }
    return count;
}

// Puts the dict of annotations on the stack, if there are any.
static unsigned annotations(struct compiler *compiler, struct place place,
                            const struct ast_arguments *arguments, struct node *returns) {
    size_t count = list_annotations(compiler, place, arguments->posonlyargs);
    count += list_annotations(compiler, place, arguments->args);
    count += parameter_annotation(compiler, place, arguments->vararg);
    count += list_annotations(compiler, place, arguments->kwonlyargs);
    count += parameter_annotation(compiler, place, arguments->kwarg);
    count += annotation(compiler, place, names_get(compiler->names, "return", 6), returns);
    if (count == 0) {
        return 0;
    }
    emit_a(compiler, place, OP_BUILD_DICT, count);
    return FUNCTION_ANNOTATIONS;
}

static unsigned function_flags(const struct scope *scope, const struct ast_arguments *arguments) {
    unsigned flags = 0;
    if (scope->is_generator) {
        flags = scope->is_async ? CODE_ASYNC_GENERATOR : CODE_GENERATOR;
    } else if (scope->is_async) {
        flags = CODE_COROUTINE;
    }
    return flags | (arguments->vararg != NULL ? CODE_VARARGS : 0) |
           (arguments->kwarg != NULL ? CODE_VARKEYWORDS : 0);
}

static void enter_function(struct compiler *compiler, struct node *node,
                           const struct ast_arguments *arguments, int first_line) {
    struct scope *scope = scopes_of(&compiler->scopes, node);
    compile_enter(compiler, scope, function_flags(scope, arguments), first_line);
    struct code *code = compiler->unit->code;
    code->positional_only = (uint16_t)arguments->posonlyargs.count;
    code->positional = (uint16_t)(arguments->posonlyargs.count + arguments->args.count);
    code->keyword_only = (uint16_t)arguments->kwonlyargs.count;
}

static const struct code *function_body(struct compiler *compiler, struct node *node,
                                        int first_line) {
    struct node_list body = node->FunctionDef.body;
    const struct node *doc = compile_docstring(body);
    enter_function(compiler, node, &node->FunctionDef.args->arguments, first_line);
    if (doc != NULL) {
        struct constant text = compile_clean_docstring(compiler, doc);
        emit_const_number(compiler, &text);
        compiler->unit->code->flags |= CODE_HAS_DOC;
        body.items++;
        body.count--;
    }
    compile_body(compiler, body);
    compile_return_none(compiler);
    return compile_leave(compiler);
}

// Leaves the function on the stack; its defaults are there already, as [parts] says.
static void function(struct compiler *compiler, struct node *node, unsigned parts) {
    struct place place = place_of(node);
    int first_line = compile_first_line(node, node->FunctionDef.decorator_list);
    parts |=
        annotations(compiler, place, &node->FunctionDef.args->arguments, node->FunctionDef.returns);
    const struct code *code = function_body(compiler, node, first_line);
    compile_closure(compiler, place, code, scopes_of(&compiler->scopes, node), parts);
}

// A generic function is made by a function of its own, which is called with the defaults.
static void generic_function(struct compiler *compiler, struct node *node, unsigned parts) {
    struct place place = place_of(node);
    struct scope *scope = scopes_of(&compiler->scopes, node)->parent;
    size_t passed = (parts & FUNCTION_DEFAULTS) != 0;
    passed += (parts & FUNCTION_KWDEFAULTS) != 0;
    compile_enter(compiler, scope, 0, compile_first_line(node, node->FunctionDef.decorator_list));
    compiler->unit->code->positional = (uint16_t)passed;
    compile_type_parameters(compiler, node->FunctionDef.type_params);
    for (size_t i = 0; i < passed; i++) {
        emit_a(compiler, place, OP_LOAD_LOCAL, i);
    }
    function(compiler, node, parts);
    emit_a(compiler, place, OP_SWAP, 2);
    emit(compiler, place, OP_SET_TYPE_PARAMETERS);
    emit(compiler, place, OP_RETURN);
    const struct code *code = compile_leave(compiler);
    compile_closure(compiler, place, code, scope, 0);
    emit(compiler, place, OP_LOAD_ABSENT);
    // defaults… function ABSENT: the defaults go to the top again.
    for (size_t i = 0; i < passed; i++) {
        emit_a(compiler, place, OP_COPY, passed + 2);
    }
    emit_a(compiler, place, OP_CALL, passed);
    for (size_t i = 0; i < passed; i++) {
        emit_a(compiler, place, OP_SWAP, 2);
        emit(compiler, place, OP_POP);
    }
}

void compile_def(struct compiler *compiler, struct node *node) {
    const struct ast_FunctionDef *def = &node->FunctionDef;
    struct place place = place_of(node);
    check_parameters(compiler, &def->args->arguments);
    compile_decorators(compiler, def->decorator_list);
    unsigned parts = defaults(compiler, place, &def->args->arguments);
    if (def->type_params.count > 0) {
        generic_function(compiler, node, parts);
    } else {
        function(compiler, node, parts);
    }
    compile_decorate(compiler, def->decorator_list);
    compile_name(compiler, place, def->name, AST_STORE);
}

void compile_lambda(struct compiler *compiler, struct node *node) {
    const struct ast_arguments *arguments = &node->Lambda.args->arguments;
    struct place place = place_of(node);
    check_parameters(compiler, arguments);
    unsigned parts = defaults(compiler, place, arguments);
    enter_function(compiler, node, arguments, node->line);
    compile_expression(compiler, node->Lambda.body);
    emit(compiler, place_of(node->Lambda.body), OP_RETURN);
    const struct code *code = compile_leave(compiler);
    compile_closure(compiler, place, code, scopes_of(&compiler->scopes, node), parts);
}
