// What the scopes_*.c files share; nobody else includes it. See scopes.h.
#ifndef CODE_SCOPES_INTERNAL_H
#define CODE_SCOPES_INTERNAL_H

#include "code/scopes.h"

// Opens a scope for [node] inside the current one and makes it current; [node]->mark becomes its
// number if [node] is given. [name] is that of its code.
struct scope *scopes_enter(struct scopes *scopes, enum scope_kind kind, struct node *node,
                           const struct name *name);
void scopes_leave(struct scopes *scopes);

// Returns the symbol of [name] in [scope], made if it is not there.
struct symbol *scopes_symbol(struct scopes *scopes, struct scope *scope, const struct name *name);

// Notes that the current scope uses [name] (not yet mangled) so; [node] is where. Duplicate
// parameters and clashes of comprehension variables are reported here.
void scopes_note(struct scopes *scopes, const struct name *name, unsigned use,
                 const struct node *node);

// Reports a SyntaxError at [node]; the first one counts.
void scopes_error(struct scopes *scopes, const struct node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool scopes_failed(const struct scopes *scopes);

// Visits one kind of node (the walk).
typedef void (*scopes_visitor)(struct scopes *scopes, struct node *node);

// Who visits this kind: expressions (scopes_expr.c), type parameters (scopes_types.c). NULL: just
// its children in order.
scopes_visitor scopes_expression_visitor(enum ast_kind kind);
scopes_visitor scopes_type_visitor(enum ast_kind kind);

// The walk (scopes_collect.c). A NULL node is fine.
void scopes_visit(struct scopes *scopes, struct node *node);
void scopes_visit_all(struct scopes *scopes, struct node_list list);

// The parameters as names of the current scope; their defaults as expressions of it.
void scopes_arguments(struct scopes *scopes, const struct node *arguments);
void scopes_defaults(struct scopes *scopes, const struct node *arguments);

// Opens the scope of type parameters around a definition; leave it with scopes_leave.
void scopes_enter_types(struct scopes *scopes, const struct name *name, struct node_list params);

// The second and third step.
void scopes_resolve(struct scopes *scopes);
void scopes_number_slots(struct scopes *scopes);

#endif
