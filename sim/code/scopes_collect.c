// The first step of scopes.h, for statements: notes every name in its scope, in the order of the
// text, so that "used prior to global declaration" can be told.
#include <string.h>

#include "code/scopes_internal.h"

static void visit_annotation(struct scopes *scopes, struct node *annotation) {
    if (annotation == NULL || !scopes->string_annotations) {
        scopes_visit(scopes, annotation);
        return;
    }
    // Never evaluated: looked at for what is forbidden only.
    struct scope *scope = scopes_enter(scopes, SCOPE_TYPE_VALUE, NULL, scopes->name_namespace);
    scope->forbidden = "an annotation";
    scopes_visit(scopes, annotation);
    scopes_leave(scopes);
}

static void visit_argument_annotations(struct scopes *scopes, struct node_list list) {
    for (size_t i = 0; i < list.count; i++) {
        visit_annotation(scopes, list.items[i]->arg.annotation);
    }
}

static void visit_annotations(struct scopes *scopes, const struct node *node,
                              struct node *returns) {
    const struct ast_arguments *arguments = &node->arguments;
    visit_argument_annotations(scopes, arguments->posonlyargs);
    visit_argument_annotations(scopes, arguments->args);
    if (arguments->vararg != NULL) {
        visit_annotation(scopes, arguments->vararg->arg.annotation);
    }
    if (arguments->kwarg != NULL) {
        visit_annotation(scopes, arguments->kwarg->arg.annotation);
    }
    visit_argument_annotations(scopes, arguments->kwonlyargs);
    visit_annotation(scopes, returns);
}

void scopes_defaults(struct scopes *scopes, const struct node *arguments) {
    scopes_visit_all(scopes, arguments->arguments.defaults);
    scopes_visit_all(scopes, arguments->arguments.kw_defaults);
}

static void note_parameter(struct scopes *scopes, const struct node *node) {
    if (node != NULL) {
        scopes_note(scopes, node->arg.arg, SYMBOL_PARAMETER, node);
    }
}

static void note_parameters(struct scopes *scopes, struct node_list list) {
    for (size_t i = 0; i < list.count; i++) {
        note_parameter(scopes, list.items[i]);
    }
}

void scopes_arguments(struct scopes *scopes, const struct node *arguments) {
    note_parameters(scopes, arguments->arguments.posonlyargs);
    note_parameters(scopes, arguments->arguments.args);
    note_parameters(scopes, arguments->arguments.kwonlyargs);
    note_parameter(scopes, arguments->arguments.vararg);
    note_parameter(scopes, arguments->arguments.kwarg);
}

// The function around a generic def is called with the defaults, which belong outside.
static void note_passed_defaults(struct scopes *scopes, const struct ast_arguments *arguments,
                                 const struct node *node) {
    if (arguments->defaults.count > 0) {
        scopes_note(scopes, names_get(scopes->names, ".defaults", 9), SYMBOL_PARAMETER, node);
    }
    for (size_t i = 0; i < arguments->kw_defaults.count; i++) {
        if (arguments->kw_defaults.items[i] != NULL) {
            scopes_note(scopes, names_get(scopes->names, ".kwdefaults", 11), SYMBOL_PARAMETER,
                        node);
            break;
        }
    }
}

static void visit_def(struct scopes *scopes, struct node *node) {
    // FunctionDef and AsyncFunctionDef have the same fields.
    const struct ast_FunctionDef *def = &node->FunctionDef;
    scopes_note(scopes, def->name, SYMBOL_ASSIGNED, node);
    scopes_defaults(scopes, def->args);
    scopes_visit_all(scopes, def->decorator_list);
    if (def->type_params.count > 0) {
        scopes_enter_types(scopes, def->name, def->type_params);
        note_passed_defaults(scopes, &def->args->arguments, node);
    }
    visit_annotations(scopes, def->args, def->returns);
    struct scope *scope = scopes_enter(scopes, SCOPE_FUNCTION, node, def->name);
    scope->is_async = node->kind == AST_AsyncFunctionDef;
    scopes_arguments(scopes, def->args);
    scopes_visit_all(scopes, def->body);
    scopes_leave(scopes);
    if (def->type_params.count > 0) {
        scopes_leave(scopes);
    }
}

static void visit_class(struct scopes *scopes, struct node *node) {
    const struct ast_ClassDef *def = &node->ClassDef;
    bool generic = def->type_params.count > 0;
    scopes_note(scopes, def->name, SYMBOL_ASSIGNED, node);
    scopes_visit_all(scopes, def->decorator_list);
    if (generic) {
        scopes_enter_types(scopes, def->name, def->type_params);
        scopes->current->private = def->name;
    }
    scopes_visit_all(scopes, def->bases);
    scopes_visit_all(scopes, def->keywords);
    struct scope *scope = scopes_enter(scopes, SCOPE_CLASS, node, def->name);
    scope->private = def->name;
    if (generic) {
        scopes_note(scopes, names_get(scopes->names, "__type_params__", 15), SYMBOL_ASSIGNED, node);
        scopes_note(scopes, names_get(scopes->names, ".type_params", 12), SYMBOL_USED, node);
    }
    scopes_visit_all(scopes, def->body);
    scopes_leave(scopes);
    if (generic) {
        scopes_leave(scopes);
    }
}

static void visit_annotated(struct scopes *scopes, struct node *node) {
    const struct ast_AnnAssign *assign = &node->AnnAssign;
    struct scope *scope = scopes->current;
    scope->has_annotations = true;
    if (assign->target->kind == AST_Name) {
        const struct name *name = assign->target->Name.id;
        unsigned use =
            scopes_symbol(scopes, scope, scope_mangle(scopes->names, scope->private, name))->use;
        if ((use & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) && scope->kind != SCOPE_MODULE &&
            assign->simple) {
            scopes_error(scopes, node, "annotated name '%s' can't be %s", name->text,
                         use & SYMBOL_GLOBAL ? "global" : "nonlocal");
        }
        bool bound = assign->simple || assign->value != NULL;
        unsigned annotated = assign->simple ? SYMBOL_ANNOTATED | SYMBOL_ASSIGNED : 0;
        scopes_note(scopes, name, annotated | (bound ? SYMBOL_ASSIGNED : 0), assign->target);
    } else {
        scopes_visit(scopes, assign->target);
    }
    visit_annotation(scopes, assign->annotation);
    scopes_visit(scopes, assign->value);
}

// Reports a name that was used in some way before `global` or `nonlocal` named it.
static void check_declaration(struct scopes *scopes, const struct node *node, unsigned use,
                              const char *name, const char *word) {
    if (use & SYMBOL_PARAMETER) {
        scopes_error(scopes, node, "name '%s' is parameter and %s", name, word);
    } else if (use & SYMBOL_USED) {
        scopes_error(scopes, node, "name '%s' is used prior to %s declaration", name, word);
    } else if (use & SYMBOL_ANNOTATED) {
        scopes_error(scopes, node, "annotated name '%s' can't be %s", name, word);
    } else if (use & SYMBOL_ASSIGNED) {
        scopes_error(scopes, node, "name '%s' is assigned to before %s declaration", name, word);
    }
}

static void declare(struct scopes *scopes, struct node *node, struct name_list list, unsigned use,
                    const char *word) {
    struct scope *scope = scopes->current;
    for (size_t i = 0; i < list.count; i++) {
        const struct name *name = scope_mangle(scopes->names, scope->private, list.items[i]);
        struct symbol *symbol = scopes_symbol(scopes, scope, name);
        check_declaration(scopes, node, symbol->use, list.items[i]->text, word);
        symbol->use |= use;
        if (symbol->declared == NULL) {
            symbol->declared = node;
        }
    }
}

static void visit_global(struct scopes *scopes, struct node *node) {
    declare(scopes, node, node->Global.names, SYMBOL_GLOBAL, "global");
}

static void visit_nonlocal(struct scopes *scopes, struct node *node) {
    declare(scopes, node, node->Nonlocal.names, SYMBOL_NONLOCAL, "nonlocal");
}

static void visit_handler(struct scopes *scopes, struct node *node) {
    scopes_visit(scopes, node->ExceptHandler.type);
    if (node->ExceptHandler.name != NULL) {
        scopes_note(scopes, node->ExceptHandler.name, SYMBOL_ASSIGNED, node);
    }
    scopes_visit_all(scopes, node->ExceptHandler.body);
}

// `import a.b` binds a; `import a.b as c` binds c.
static void visit_import_name(struct scopes *scopes, struct node *node) {
    const struct name *name = node->alias.asname;
    if (name == NULL) {
        const char *text = node->alias.name->text;
        name = names_get(scopes->names, text, strcspn(text, "."));
    }
    if (strcmp(name->text, "*") != 0) {
        scopes_note(scopes, name, SYMBOL_IMPORTED, node);
    } else if (scopes->current->kind != SCOPE_MODULE) {
        scopes_error(scopes, node, "import * only allowed at module level");
    }
}

// elif chains can be thousands long, so they are followed in a loop.
static void visit_if(struct scopes *scopes, struct node *node) {
    for (;; node = node->If.orelse.items[0]) {
        scopes_visit(scopes, node->If.test);
        scopes_visit_all(scopes, node->If.body);
        if (node->If.orelse.count != 1 || node->If.orelse.items[0]->kind != AST_If) {
            break;
        }
    }
    scopes_visit_all(scopes, node->If.orelse);
}

static scopes_visitor statement_visitor(enum ast_kind kind) {
    static const scopes_visitor visitors[AST_KIND_COUNT] = {
        [AST_FunctionDef] = visit_def,
        [AST_AsyncFunctionDef] = visit_def,
        [AST_ClassDef] = visit_class,
        [AST_AnnAssign] = visit_annotated,
        [AST_Global] = visit_global,
        [AST_Nonlocal] = visit_nonlocal,
        [AST_ExceptHandler] = visit_handler,
        [AST_alias] = visit_import_name,
        [AST_If] = visit_if,
    };
    return visitors[kind];
}

// The children of a node without a visitor of its own, in the order of ast.def.
static void visit_children(struct scopes *scopes, struct node *node) {
#define VISIT_node(child)         scopes_visit(scopes, child)
#define VISIT_optional(child)     scopes_visit(scopes, child)
#define VISIT_list(list)          scopes_visit_all(scopes, list)
#define VISIT_name(name)          (void)0
#define VISIT_optional_name(name) (void)0
#define VISIT_names(names)        (void)0
#define VISIT_count(count)        (void)0
#define VISIT_flag(flag)          (void)0
#define VISIT_constant(value)     (void)0
#define VISIT_binary(op)          (void)0
#define VISIT_unary(op)           (void)0
#define VISIT_boolean(op)         (void)0
#define VISIT_context(ctx)        (void)0
#define VISIT_compares(ops)       (void)0
#define FIELD(type, field)        VISIT_##type(fields->field);
#define AST(kind, group, each)                                                                     \
    case AST_##kind: {                                                                             \
        struct ast_##kind *fields = &node->kind;                                                   \
        (void)fields;                                                                              \
        each break;                                                                                \
    }
#define AST_BARE(kind, group)                                                                      \
    case AST_##kind:                                                                               \
        break;
    switch (node->kind) {
#include "lang/ast.def"
    case AST_KIND_COUNT:
        break;
    }
#undef AST
#undef AST_BARE
#undef FIELD
}

static scopes_visitor visitor_of(enum ast_kind kind) {
    scopes_visitor visitor = scopes_expression_visitor(kind);
    if (visitor == NULL) {
        visitor = statement_visitor(kind);
    }
    if (visitor == NULL) {
        visitor = scopes_type_visitor(kind);
    }
    return visitor == NULL ? visit_children : visitor;
}

void scopes_visit(struct scopes *scopes, struct node *node) {
    if (node == NULL || scopes_failed(scopes)) {
        return;
    }
    if (scopes->depth >= SCOPES_DEPTH) {
        place_report_depth(scopes->source, scopes->diag, node);
        return;
    }
    scopes->depth++;
    visitor_of(node->kind)(scopes, node);
    scopes->depth--;
}

void scopes_visit_all(struct scopes *scopes, struct node_list list) {
    for (size_t i = 0; i < list.count; i++) {
        scopes_visit(scopes, list.items[i]);
    }
}
