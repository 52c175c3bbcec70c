#include "code/scopes.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "base/vec.h"
#include "code/scopes_internal.h"

// Where [name] is in the table, or the empty place where it would be.
static uint32_t table_place(const struct scope *scope, const struct name *name) {
    uint32_t i = name->id & (scope->capacity - 1);
    while (scope->table[i] != NULL && scope->table[i]->name != name) {
        i = (i + 1) & (scope->capacity - 1);
    }
    return i;
}

static void table_grow(struct scopes *scopes, struct scope *scope) {
    scope->capacity = scope->capacity == 0 ? 8 : scope->capacity * 2;
    scope->table = arena_alloc(scopes->arena, scope->capacity * sizeof *scope->table);
    for (struct symbol *symbol = scope->first; symbol != NULL; symbol = symbol->next) {
        scope->table[table_place(scope, symbol->name)] = symbol;
    }
}

struct symbol *scope_find(const struct scope *scope, const struct name *name) {
    return scope->capacity == 0 ? NULL : scope->table[table_place(scope, name)];
}

struct symbol *scopes_symbol(struct scopes *scopes, struct scope *scope, const struct name *name) {
    struct symbol *symbol = scope_find(scope, name);
    if (symbol != NULL) {
        return symbol;
    }
    if (scope->count * 2 >= scope->capacity) {
        table_grow(scopes, scope);
    }
    symbol = arena_alloc(scopes->arena, sizeof *symbol);
    symbol->name = name;
    symbol->slot = -1;
    if (scope->last == NULL) {
        scope->first = symbol;
    } else {
        scope->last->next = symbol;
    }
    scope->last = symbol;
    scope->count++;
    scope->table[table_place(scope, name)] = symbol;
    return symbol;
}

bool scope_is_function_like(const struct scope *scope) {
    return scope->kind != SCOPE_MODULE && scope->kind != SCOPE_CLASS;
}

bool scope_has_frame(const struct scope *scope) {
    return scope->kind != SCOPE_COMPREHENSION;
}

struct scope *scope_frame(struct scope *scope) {
    while (!scope_has_frame(scope)) {
        scope = scope->parent;
    }
    return scope;
}

const struct symbol *scope_lookup(const struct scope *scope, const struct name *name) {
    const struct symbol *symbol = scope_find(scope, name);
    assert(symbol != NULL && "every name that is compiled was noted");
    return symbol->same != NULL ? symbol->same : symbol;
}

const struct symbol *scope_cell(const struct scope *scope, const struct name *name) {
    for (;; scope = scope->parent) {
        const struct symbol *symbol = scope_find(scope, name);
        if (scope_has_frame(scope) || (symbol != NULL && symbol->home == HOME_CELL)) {
            assert(symbol != NULL && symbol->slot >= 0 && "a captured name has a cell");
            return symbol;
        }
    }
}

// Names that only __begin__ with underscores are mangled, dotted and dunder ones are not.
static bool is_private(const struct name *name) {
    return name->length > 2 && memcmp(name->text, "__", 2) == 0 &&
           memcmp(name->text + name->length - 2, "__", 2) != 0 &&
           memchr(name->text, '.', name->length) == NULL;
}

const struct name *scope_mangle(struct names *names, const struct name *private,
                                const struct name *name) {
    if (private == NULL || !is_private(name)) {
        return name;
    }
    const char *class_name = private->text + strspn(private->text, "_");
    size_t length = strlen(class_name);
    if (length == 0) {
        return name;
    }
    struct buf mangled = {0};
    buf_printf(&mangled, "_%s%s", class_name, name->text);
    const struct name *result = names_get(names, buf_text(&mangled), mangled.length);
    buf_free(&mangled);
    return result;
}

struct scope *scopes_of(const struct scopes *scopes, const struct node *node) {
    assert(node->mark < scopes->list.count);
    return scopes->list.items[node->mark];
}

struct scope *scopes_enter(struct scopes *scopes, enum scope_kind kind, struct node *node,
                           const struct name *name) {
    struct scope *scope = arena_alloc(scopes->arena, sizeof *scope);
    struct scope *parent = scopes->current;
    *scope = (struct scope){.kind = kind, .parent = parent, .name = name, .node = node};
    scope->id = (uint32_t)scopes->list.count;
    if (parent != NULL) {
        scope->private = parent->private;
        scope->in_iterable = parent->in_iterable;
    }
    *vec_push(&scopes->list) = scope;
    if (node != NULL) {
        node->mark = scope->id;
    }
    scopes->current = scope;
    return scope;
}

void scopes_leave(struct scopes *scopes) {
    scopes->current = scopes->current->parent;
}

void scopes_error(struct scopes *scopes, const struct node *node, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    place_report(scopes->source, scopes->diag, DIAG_SYNTAX, place_of(node), format, arguments);
    va_end(arguments);
}

bool scopes_failed(const struct scopes *scopes) {
    return scopes->diag->kind != DIAG_NONE;
}

void scopes_note(struct scopes *scopes, const struct name *name, unsigned use,
                 const struct node *node) {
    struct scope *scope = scopes->current;
    name = scope_mangle(scopes->names, scope->private, name);
    struct symbol *symbol = scopes_symbol(scopes, scope, name);
    if ((use & SYMBOL_PARAMETER) && (symbol->use & SYMBOL_PARAMETER)) {
        scopes_error(scopes, node, "duplicate argument '%s' in function definition", name->text);
    }
    if ((use & SYMBOL_TYPE_PARAMETER) && (symbol->use & SYMBOL_TYPE_PARAMETER)) {
        scopes_error(scopes, node, "duplicate type parameter '%s'", name->text);
    }
    if (scope->in_target && (use & SYMBOL_ASSIGNED)) {
        if (symbol->use & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) {
            scopes_error(scopes, node,
                         "comprehension inner loop cannot rebind assignment expression target '%s'",
                         name->text);
        }
        use |= SYMBOL_ITERATION;
    }
    symbol->use |= use;
}

static void find_known_names(struct scopes *scopes) {
    scopes->name_class = names_get(scopes->names, "__class__", 9);
    scopes->name_namespace = names_get(scopes->names, "__classdict__", 13);
    scopes->name_super = names_get(scopes->names, "super", 5);
}

bool scopes_build(struct scopes *scopes, struct arena *arena, struct names *names,
                  struct place_text *source, struct node *module, bool string_annotations,
                  struct diag *diag) {
    *scopes = (struct scopes){.arena = arena, .names = names, .source = source, .diag = diag};
    scopes->string_annotations = string_annotations;
    find_known_names(scopes);
    scopes_enter(scopes, SCOPE_MODULE, module, names_get(names, "<module>", 8));
    scopes_visit(scopes, module);
    if (!scopes_failed(scopes)) {
        scopes_resolve(scopes);
    }
    if (!scopes_failed(scopes)) {
        scopes_number_slots(scopes);
    }
    return !scopes_failed(scopes);
}

void scopes_free(struct scopes *scopes) {
    for (size_t i = 0; i < scopes->list.count; i++) {
        vec_free(&scopes->list.items[i]->slots);
    }
    vec_free(&scopes->list);
}
