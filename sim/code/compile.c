#include "code/compile.h"

#include <stdarg.h>

#include "code/compile_parts.h"

void compile_error(struct compiler *compiler, struct place place, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    place_report(&compiler->source, compiler->diag, DIAG_SYNTAX, place, format, arguments);
    va_end(arguments);
}

void compile_refuse(struct compiler *compiler, struct place place, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    place_report(&compiler->source, compiler->diag, DIAG_REFUSED, place, format, arguments);
    va_end(arguments);
}

bool compile_failed(const struct compiler *compiler) {
    return compiler->diag->kind != DIAG_NONE;
}

// The value of the one expression.
static void expression_module(struct compiler *compiler, struct node *module) {
    bool bare = module->kind == AST_Expression;
    struct node *value = bare ? module->Expression.body : module->Module.body.items[0]->Expr.value;
    compile_expression(compiler, value);
    emit(compiler, place_of(value), OP_RETURN);
}

static void module_body(struct compiler *compiler, struct node *module) {
    struct node_list body = module->Module.body;
    const struct node *doc = compile_docstring(body);
    if (compiler->unit->scope->has_annotations) {
        emit(compiler, place_nowhere(), OP_SETUP_ANNOTATIONS);
    }
    if (doc != NULL) {
        struct constant text = compile_clean_docstring(compiler, doc);
        emit_const(compiler, place_of(doc), &text);
        emit_name(compiler, place_of(doc), OP_STORE_GLOBAL,
                  names_get(compiler->names, "__doc__", 7));
        body.items++;
        body.count--;
    }
    compile_body(compiler, body);
    compile_return_none(compiler);
}

static const struct code *compile_module(struct compiler *compiler, struct node *module) {
    struct scope *scope = scopes_of(&compiler->scopes, module);
    compile_enter(compiler, scope, CODE_MODULE, 1);
    if (module->kind == AST_Expression || compiler->options->mode == COMPILE_EXPRESSION) {
        expression_module(compiler, module);
    } else {
        module_body(compiler, module);
    }
    return compile_leave(compiler);
}

const struct code *compile_program(struct arena *arena, struct names *names, struct node *module,
                                   const struct compile_options *options, struct diag *diag) {
    struct compiler compiler = {.arena = arena, .names = names, .options = options, .diag = diag};
    compiler.source = (struct place_text){.text = options->source, .length = options->length};
    const struct code *code = NULL;
    diag->kind = DIAG_NONE;
    if (future_read(&compiler.future, module, &compiler.source, diag) &&
        scopes_build(&compiler.scopes, arena, names, &compiler.source, module,
                     compiler.future.annotations, diag)) {
        code = compile_module(&compiler, module);
    }
    scopes_free(&compiler.scopes);
    place_free(&compiler.source);
    return compile_failed(&compiler) ? NULL : code;
}
