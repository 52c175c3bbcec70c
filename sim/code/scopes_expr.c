// The first step of scopes.h, for expressions: notes every name in its scope.
#include <string.h>

#include "base/vec.h"
#include "code/scopes_internal.h"

static void note_name(struct scopes *scopes, struct node *node) {
    bool load = node->Name.ctx == AST_LOAD;
    scopes_note(scopes, node->Name.id, load ? SYMBOL_USED : SYMBOL_ASSIGNED, node);
    // super() without arguments needs the class around the method.
    if (load && node->Name.id == scopes->name_super && scope_is_function_like(scopes->current)) {
        scopes_note(scopes, scopes->name_class, SYMBOL_USED, node);
    }
}

// yield and await have no place in annotations and the like. Returns false if it is one.
static bool is_allowed(struct scopes *scopes, const struct node *node, const char *what) {
    const struct scope *scope = scopes->current;
    if (scope->forbidden == NULL) {
        return true;
    }
    scopes_error(scopes, node, "%s cannot be used within %s", what, scope->forbidden);
    return false;
}

static bool is_comprehension(const struct scope *scope) {
    return scope->kind == SCOPE_COMPREHENSION || scope->kind == SCOPE_GENERATOR;
}

static const char *comprehension_name(const struct scope *scope) {
    enum ast_kind kind = scope->node->kind;
    return kind == AST_ListComp   ? "list comprehension"
           : kind == AST_SetComp  ? "set comprehension"
           : kind == AST_DictComp ? "dict comprehension"
                                  : "generator expression";
}

static void visit_yield(struct scopes *scopes, struct node *node) {
    struct scope *scope = scopes->current;
    struct node *value = node->kind == AST_Yield ? node->Yield.value : node->YieldFrom.value;
    if (!is_allowed(scopes, node, "yield expression")) {
        return;
    }
    scopes_visit(scopes, value);
    scope->is_generator = true;
    if (is_comprehension(scope)) {
        scopes_error(scopes, node, "'yield' inside %s", comprehension_name(scope));
    }
}

// A comprehension that awaits is async; a function is what its def says.
static void note_async(struct scope *scope) {
    if (is_comprehension(scope)) {
        scope->is_async = true;
    }
}

static void visit_await(struct scopes *scopes, struct node *node) {
    if (is_allowed(scopes, node, "await expression")) {
        scopes_visit(scopes, node->Await.value);
        note_async(scopes->current);
    }
}

static void visit_lambda(struct scopes *scopes, struct node *node) {
    scopes_defaults(scopes, node->Lambda.args);
    scopes_enter(scopes, SCOPE_LAMBDA, node, names_get(scopes->names, "<lambda>", 8));
    scopes_arguments(scopes, node->Lambda.args);
    scopes_visit(scopes, node->Lambda.body);
    scopes_leave(scopes);
}

static void visit_iterable(struct scopes *scopes, struct node *iterable) {
    struct scope *scope = scopes->current;
    scope->in_iterable++;
    scopes_visit(scopes, iterable);
    scope->in_iterable--;
}

static void visit_target(struct scopes *scopes, struct node *target) {
    scopes->current->in_target = true;
    scopes_visit(scopes, target);
    scopes->current->in_target = false;
}

// The fors of a comprehension but for the outermost iterable, which belongs to the scope around.
static void visit_generators(struct scopes *scopes, struct node_list generators) {
    for (size_t i = 0; i < generators.count; i++) {
        struct node *generator = generators.items[i];
        visit_target(scopes, generator->comprehension.target);
        if (i > 0) {
            visit_iterable(scopes, generator->comprehension.iter);
        }
        scopes_visit_all(scopes, generator->comprehension.ifs);
        if (generator->comprehension.is_async) {
            scopes->current->is_async = true;
        }
    }
}

static void visit_comprehension(struct scopes *scopes, struct node *node, const char *name,
                                struct node_list generators, struct node *element,
                                struct node *value) {
    bool is_generator = node->kind == AST_GeneratorExp;
    visit_iterable(scopes, generators.items[0]->comprehension.iter);
    struct scope *around = scopes->current;
    struct scope *scope = scopes_enter(scopes, is_generator ? SCOPE_GENERATOR : SCOPE_COMPREHENSION,
                                       node, names_get(scopes->names, name, strlen(name)));
    scope->in_iterable = around->in_iterable;
    if (is_generator) {
        scopes_note(scopes, names_get(scopes->names, ".0", 2), SYMBOL_PARAMETER, node);
    }
    visit_generators(scopes, generators);
    scopes_visit(scopes, value);
    scopes_visit(scopes, element);
    scopes_leave(scopes);
    if (is_generator) {
        scope->is_generator = true;
    } else if (scope->is_async) {
        note_async(around);
    }
}

// Comprehensions on the way out must not have the target of := as their own variable.
static bool is_iterated(struct scopes *scopes, const struct scope *scope, const struct node *target,
                        const struct name *name) {
    const struct symbol *symbol = scope_find(scope, name);
    if (symbol == NULL || !(symbol->use & SYMBOL_ITERATION) ||
        !(symbol->use & (SYMBOL_ASSIGNED | SYMBOL_GLOBAL))) {
        return false;
    }
    scopes_error(scopes, target,
                 "assignment expression cannot rebind comprehension iteration variable '%s'",
                 name->text);
    return true;
}

// Classes and annotations cannot take the target of a comprehension's := in.
static bool takes_targets(struct scopes *scopes, const struct scope *scope,
                          const struct node *target) {
    const char *where = NULL;
    if (scope->kind == SCOPE_CLASS) {
        where = "in a class body";
    } else if (scope->kind == SCOPE_TYPE_PARAMETERS) {
        where = "within the definition of a generic";
    } else if (scope->kind == SCOPE_TYPE_VALUE) {
        scopes_error(scopes, target,
                     "assignment expression within a comprehension cannot be used in %s",
                     scope->forbidden);
        return false;
    }
    if (where != NULL) {
        scopes_error(scopes, target,
                     "assignment expression within a comprehension cannot be used %s", where);
    }
    return where == NULL;
}

// The target of := in a comprehension belongs to the function or module around.
static void extend_target(struct scopes *scopes, const struct node *target) {
    struct scope *scope = scopes->current;
    const struct name *name = scope_mangle(scopes->names, scope->private, target->Name.id);
    for (; is_comprehension(scope); scope = scope->parent) {
        if (is_iterated(scopes, scope, target, name)) {
            return;
        }
    }
    if (!takes_targets(scopes, scope, target)) {
        return;
    }
    struct symbol *outer = scopes_symbol(scopes, scope, name);
    bool global = scope->kind == SCOPE_MODULE || (outer->use & SYMBOL_GLOBAL);
    struct symbol *inner = scopes_symbol(scopes, scopes->current, name);
    inner->use |= global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL;
    inner->declared = target;
    outer->use |= scope->kind == SCOPE_MODULE ? SYMBOL_GLOBAL : SYMBOL_ASSIGNED;
}

static void visit_walrus(struct scopes *scopes, struct node *node) {
    const struct scope *scope = scopes->current;
    if (!is_allowed(scopes, node, "named expression")) {
        return;
    }
    if (scope->in_iterable > 0) {
        scopes_error(scopes, node,
                     "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    if (is_comprehension(scope)) {
        extend_target(scopes, node->NamedExpr.target);
    }
    scopes_visit(scopes, node->NamedExpr.value);
    scopes_visit(scopes, node->NamedExpr.target);
}

// a + b + c + …: walks down the left side in a loop, since it may be thousands long.
static void visit_operators(struct scopes *scopes, struct node *node) {
    struct {
        struct node **items;
        size_t count, capacity;
    } rights = {0};
    for (; node->kind == AST_BinOp; node = node->BinOp.left) {
        *vec_push(&rights) = node->BinOp.right;
    }
    scopes_visit(scopes, node);
    while (rights.count > 0) {
        scopes_visit(scopes, vec_pop(&rights));
    }
    vec_free(&rights);
}

static void visit_list(struct scopes *scopes, struct node *node) {
    visit_comprehension(scopes, node, "<listcomp>", node->ListComp.generators, node->ListComp.elt,
                        NULL);
}

static void visit_set(struct scopes *scopes, struct node *node) {
    visit_comprehension(scopes, node, "<setcomp>", node->SetComp.generators, node->SetComp.elt,
                        NULL);
}

static void visit_dict(struct scopes *scopes, struct node *node) {
    visit_comprehension(scopes, node, "<dictcomp>", node->DictComp.generators, node->DictComp.key,
                        node->DictComp.value);
}

static void visit_generator(struct scopes *scopes, struct node *node) {
    visit_comprehension(scopes, node, "<genexpr>", node->GeneratorExp.generators,
                        node->GeneratorExp.elt, NULL);
}

scopes_visitor scopes_expression_visitor(enum ast_kind kind) {
    static const scopes_visitor visitors[AST_KIND_COUNT] = {
        [AST_Name] = note_name,
        [AST_Yield] = visit_yield,
        [AST_YieldFrom] = visit_yield,
        [AST_Await] = visit_await,
        [AST_Lambda] = visit_lambda,
        [AST_NamedExpr] = visit_walrus,
        [AST_BinOp] = visit_operators,
        [AST_ListComp] = visit_list,
        [AST_SetComp] = visit_set,
        [AST_DictComp] = visit_dict,
        [AST_GeneratorExp] = visit_generator,
    };
    return visitors[kind];
}
