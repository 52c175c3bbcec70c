// The second step of scopes.h: decides where each name lives.
//
// A name that a scope binds is its own. Otherwise the functions around are asked, from the inside
// out and past classes; the one that binds it keeps it in a cell, and every frame on the way gets
// the cell as a free variable. If none does, the name is global. An inlined comprehension has no
// frame: what it does not bind itself, it means as the frame around does.
#include <stddef.h>

#include "code/scopes_internal.h"

static void resolve_symbol(struct scopes *scopes, struct scope *scope, struct symbol *symbol);

static bool binds(const struct symbol *symbol) {
    return symbol != NULL && (symbol->use & SYMBOL_BOUND) &&
           !(symbol->use & (SYMBOL_NONLOCAL | SYMBOL_GLOBAL));
}

static bool is_of_class(const struct scopes *scopes, const struct scope *scope,
                        const struct name *name) {
    return scope->kind == SCOPE_CLASS &&
           (name == scopes->name_class || name == scopes->name_namespace);
}

// The innermost scope around [scope] that has [name] as a variable, or NULL: the name is global.
static struct scope *find_owner(const struct scopes *scopes, const struct scope *scope,
                                const struct name *name) {
    for (struct scope *around = scope->parent; around != NULL; around = around->parent) {
        const struct symbol *symbol = scope_find(around, name);
        if (is_of_class(scopes, around, name)) {
            return around;
        }
        if (!scope_is_function_like(around) || symbol == NULL) {
            continue;
        }
        if (symbol->use & SYMBOL_GLOBAL) {
            return NULL;
        }
        if (binds(symbol)) {
            return around;
        }
    }
    return NULL;
}

// Hands the cell of [name] from [owner] to [scope], through every frame between.
static void pass_cell(struct scopes *scopes, struct scope *owner, struct scope *scope,
                      const struct name *name) {
    for (; scope != owner; scope = scope->parent) {
        if (!scope_has_frame(scope)) {
            continue;
        }
        struct symbol *symbol = scopes_symbol(scopes, scope, name);
        if (scope->kind == SCOPE_CLASS) {
            symbol->passes = true;
        }
        // In a class the name itself may be something else, such as an attribute.
        if (scope->kind != SCOPE_CLASS || symbol->home == HOME_UNKNOWN) {
            symbol->home = HOME_FREE;
        }
    }
    struct symbol *symbol = scopes_symbol(scopes, owner, name);
    if (owner->kind == SCOPE_CLASS) {
        symbol->passes = true;
    } else {
        symbol->home = HOME_CELL;
    }
}

static void resolve_outwards(struct scopes *scopes, struct scope *scope, struct symbol *symbol) {
    struct scope *owner = find_owner(scopes, scope, symbol->name);
    if (owner == NULL) {
        symbol->home = HOME_GLOBAL_IMPLICIT;
        return;
    }
    symbol->home = HOME_FREE;
    pass_cell(scopes, owner, scope, symbol->name);
}

// A comprehension's name that it does not bind: whatever it is around.
static void resolve_inlined(struct scopes *scopes, struct scope *scope, struct symbol *symbol) {
    struct scope *around = scope->parent;
    while (!scope_has_frame(around) && !binds(scope_find(around, symbol->name))) {
        around = around->parent;
    }
    if (around->kind == SCOPE_CLASS) {
        resolve_outwards(scopes, around, symbol);
        if (symbol->home == HOME_FREE) {
            scopes_symbol(scopes, around, symbol->name)->passes = true;
        }
        return;
    }
    struct symbol *outer = scopes_symbol(scopes, around, symbol->name);
    if (outer->home == HOME_UNKNOWN) {
        outer->use |= SYMBOL_USED;
        resolve_symbol(scopes, around, outer);
    }
    symbol->same = outer;
}

// In a class, a global declaration or a binding hides the functions around from annotations.
static bool resolve_in_class(struct scopes *scopes, struct scope *scope, struct symbol *symbol) {
    if (!scope->in_class || symbol->name == scopes->name_namespace) {
        return false;
    }
    const struct scope *around = scope->parent;
    while (around->kind != SCOPE_CLASS) {
        if (binds(scope_find(around, symbol->name))) {
            return false;
        }
        around = around->parent;
    }
    const struct symbol *outer = scope_find(around, symbol->name);
    if (outer == NULL || !(outer->use & (SYMBOL_GLOBAL | SYMBOL_BOUND)) ||
        (outer->use & SYMBOL_NONLOCAL)) {
        return false;
    }
    symbol->home = outer->use & SYMBOL_GLOBAL ? HOME_GLOBAL : HOME_GLOBAL_IMPLICIT;
    return true;
}

static void resolve_nonlocal(struct scopes *scopes, struct scope *scope, struct symbol *symbol) {
    const char *name = symbol->name->text;
    if (scope->kind == SCOPE_MODULE) {
        scopes_error(scopes, symbol->declared, "nonlocal declaration not allowed at module level");
        return;
    }
    struct scope *owner = find_owner(scopes, scope, symbol->name);
    if (owner == NULL) {
        scopes_error(scopes, symbol->declared, "no binding for nonlocal '%s' found", name);
        return;
    }
    if (scope_find(owner, symbol->name) != NULL &&
        (scope_find(owner, symbol->name)->use & SYMBOL_TYPE_PARAMETER)) {
        scopes_error(scopes, symbol->declared,
                     "nonlocal binding not allowed for type parameter '%s'", name);
        return;
    }
    symbol->home = HOME_FREE;
    pass_cell(scopes, owner, scope, symbol->name);
}

static void resolve_symbol(struct scopes *scopes, struct scope *scope, struct symbol *symbol) {
    bool global = (symbol->use & SYMBOL_GLOBAL) != 0;
    if (global && (symbol->use & SYMBOL_NONLOCAL)) {
        scopes_error(scopes, symbol->declared, "name '%s' is nonlocal and global",
                     symbol->name->text);
    } else if (symbol->home != HOME_UNKNOWN) {
        return;
    } else if (global) {
        symbol->home = HOME_GLOBAL;
    } else if (scope->kind == SCOPE_COMPREHENSION && !binds(symbol)) {
        resolve_inlined(scopes, scope, symbol);
    } else if (symbol->use & SYMBOL_NONLOCAL) {
        resolve_nonlocal(scopes, scope, symbol);
    } else if (scope->kind == SCOPE_MODULE) {
        symbol->home = HOME_GLOBAL;
    } else if (symbol->use & SYMBOL_BOUND) {
        symbol->home = HOME_LOCAL;
    } else if (!resolve_in_class(scopes, scope, symbol)) {
        resolve_outwards(scopes, scope, symbol);
    }
}

void scopes_resolve(struct scopes *scopes) {
    for (size_t i = 0; i < scopes->list.count && !scopes_failed(scopes); i++) {
        struct scope *scope = scopes->list.items[i];
        for (struct symbol *symbol = scope->first; symbol != NULL; symbol = symbol->next) {
            resolve_symbol(scopes, scope, symbol);
        }
    }
}
