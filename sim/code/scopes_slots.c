// The third step of scopes.h: numbers the slots of every frame.
//
// Parameters come first in the order in which they were noted, then the other locals, then the
// hidden ones of inlined comprehensions, then the free variables.
#include "base/vec.h"
#include "code/scopes_internal.h"

static void add_slot(struct scope *scope, struct symbol *symbol, enum slot_kind kind) {
    symbol->slot = (int)scope->slots.count;
    *vec_push(&scope->slots) = (struct slot){symbol->name, kind};
}

static void add_own(struct scope *scope, struct symbol *symbol) {
    if (scope_is_function_like(scope) && symbol->home == HOME_LOCAL) {
        add_slot(scope, symbol, SLOT_LOCAL);
    } else if (symbol->home == HOME_CELL) {
        add_slot(scope, symbol, SLOT_CELL);
    }
}

static void number_own(struct scope *scope) {
    for (struct symbol *symbol = scope->first; symbol != NULL; symbol = symbol->next) {
        if (symbol->use & SYMBOL_PARAMETER) {
            add_own(scope, symbol);
        }
    }
    for (struct symbol *symbol = scope->first; symbol != NULL; symbol = symbol->next) {
        if (!(symbol->use & SYMBOL_PARAMETER)) {
            add_own(scope, symbol);
        }
    }
}

// What an inlined comprehension binds.
static void number_hidden(struct scope *scope) {
    struct scope *frame = scope_frame(scope);
    for (struct symbol *symbol = scope->first; symbol != NULL; symbol = symbol->next) {
        if (symbol->same == NULL && (symbol->home == HOME_LOCAL || symbol->home == HOME_CELL)) {
            add_slot(frame, symbol, SLOT_HIDDEN);
        }
    }
}

// A class makes the cells of __class__ and __classdict__ itself; others it only passes on.
static void number_free(struct scopes *scopes, struct scope *scope) {
    bool is_class = scope->kind == SCOPE_CLASS;
    for (struct symbol *symbol = scope->first; symbol != NULL; symbol = symbol->next) {
        bool own = is_class &&
                   (symbol->name == scopes->name_class || symbol->name == scopes->name_namespace);
        if (own && symbol->passes) {
            add_slot(scope, symbol, SLOT_CELL);
        }
    }
    for (struct symbol *symbol = scope->first; symbol != NULL; symbol = symbol->next) {
        if (symbol->slot < 0 && (symbol->home == HOME_FREE || symbol->passes)) {
            add_slot(scope, symbol, SLOT_FREE);
            scope->free_count++;
        }
    }
}

void scopes_number_slots(struct scopes *scopes) {
    for (size_t i = 0; i < scopes->list.count; i++) {
        if (scope_has_frame(scopes->list.items[i])) {
            number_own(scopes->list.items[i]);
        }
    }
    for (size_t i = 0; i < scopes->list.count; i++) {
        if (!scope_has_frame(scopes->list.items[i])) {
            number_hidden(scopes->list.items[i]);
        }
    }
    for (size_t i = 0; i < scopes->list.count; i++) {
        if (scope_has_frame(scopes->list.items[i])) {
            number_free(scopes, scopes->list.items[i]);
        }
    }
}
