// The first step of scopes.h, for type parameters, type aliases and patterns.
//
// `def f[T: int]()` runs in a function of its own that makes T; the bound is yet another function,
// called when it is asked for. Inside a class both see the class's names, through __classdict__.
#include "code/scopes_internal.h"

// An annotation scope right inside a class, or inside another such scope, looks into the class.
static void look_into_class(struct scopes *scopes, struct scope *scope, const struct node *node) {
    const struct scope *parent = scope->parent;
    scope->in_class = parent->kind == SCOPE_CLASS || parent->in_class;
    if (scope->in_class) {
        scopes_note(scopes, scopes->name_namespace, SYMBOL_USED, node);
    }
}

// Visits [value] in a scope of its own, whose number [node] gets.
static void visit_value(struct scopes *scopes, struct node *node, struct node *value,
                        const struct name *name, const char *forbidden) {
    if (value != NULL) {
        struct scope *scope = scopes_enter(scopes, SCOPE_TYPE_VALUE, node, name);
        scope->forbidden = forbidden;
        look_into_class(scopes, scope, node);
        scopes_visit(scopes, value);
        scopes_leave(scopes);
    }
}

void scopes_enter_types(struct scopes *scopes, const struct name *name, struct node_list params) {
    struct buf text = {0};
    buf_printf(&text, "<generic parameters of %s>", name->text);
    const struct node *at = params.items[0];
    struct scope *scope = scopes_enter(scopes, SCOPE_TYPE_PARAMETERS, NULL,
                                       names_get(scopes->names, buf_text(&text), text.length));
    buf_free(&text);
    scope->forbidden = "the definition of a generic";
    look_into_class(scopes, scope, at);
    scopes_note(scopes, names_get(scopes->names, ".type_params", 12), SYMBOL_ASSIGNED, at);
    scopes_note(scopes, names_get(scopes->names, ".generic_base", 13), SYMBOL_ASSIGNED, at);
    scopes_visit_all(scopes, params);
}

static void visit_type_var(struct scopes *scopes, struct node *node) {
    const struct ast_TypeVar *var = &node->TypeVar;
    scopes_note(scopes, var->name, SYMBOL_TYPE_PARAMETER, node);
    visit_value(scopes, node, var->default_value, var->name, "a TypeVar default");
    if (var->bound != NULL) {
        struct scope *second = var->default_value != NULL ? scopes_of(scopes, node) : NULL;
        bool tuple = var->bound->kind == AST_Tuple;
        visit_value(scopes, node, var->bound, var->name,
                    tuple ? "a TypeVar constraint" : "a TypeVar bound");
        scopes_of(scopes, node)->second = second;
    }
}

static void visit_param_spec(struct scopes *scopes, struct node *node) {
    const struct ast_ParamSpec *spec = &node->ParamSpec;
    scopes_note(scopes, spec->name, SYMBOL_TYPE_PARAMETER, node);
    visit_value(scopes, node, spec->default_value, spec->name, "a ParamSpec default");
}

static void visit_type_var_tuple(struct scopes *scopes, struct node *node) {
    const struct ast_TypeVarTuple *tuple = &node->TypeVarTuple;
    scopes_note(scopes, tuple->name, SYMBOL_TYPE_PARAMETER, node);
    visit_value(scopes, node, tuple->default_value, tuple->name, "a TypeVarTuple default");
}

static void visit_alias(struct scopes *scopes, struct node *node) {
    const struct ast_TypeAlias *alias = &node->TypeAlias;
    const struct name *name = alias->name->Name.id;
    bool generic = alias->type_params.count > 0;
    scopes_visit(scopes, alias->name);
    if (generic) {
        scopes_enter_types(scopes, name, alias->type_params);
    }
    visit_value(scopes, node, alias->value, name, "a type alias");
    if (generic) {
        scopes_leave(scopes);
    }
}

static void note_capture(struct scopes *scopes, const struct name *name, struct node *node) {
    if (name != NULL) {
        scopes_note(scopes, name, SYMBOL_ASSIGNED, node);
    }
}

static void visit_match_as(struct scopes *scopes, struct node *node) {
    scopes_visit(scopes, node->MatchAs.pattern);
    note_capture(scopes, node->MatchAs.name, node);
}

static void visit_match_star(struct scopes *scopes, struct node *node) {
    note_capture(scopes, node->MatchStar.name, node);
}

static void visit_match_mapping(struct scopes *scopes, struct node *node) {
    scopes_visit_all(scopes, node->MatchMapping.keys);
    scopes_visit_all(scopes, node->MatchMapping.patterns);
    note_capture(scopes, node->MatchMapping.rest, node);
}

scopes_visitor scopes_type_visitor(enum ast_kind kind) {
    static const scopes_visitor visitors[AST_KIND_COUNT] = {
        [AST_TypeVar] = visit_type_var,
        [AST_ParamSpec] = visit_param_spec,
        [AST_TypeVarTuple] = visit_type_var_tuple,
        [AST_TypeAlias] = visit_alias,
        [AST_MatchAs] = visit_match_as,
        [AST_MatchStar] = visit_match_star,
        [AST_MatchMapping] = visit_match_mapping,
    };
    return visitors[kind];
}
