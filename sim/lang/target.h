// Targets: which expressions can be assigned to, and what the others are called in complaints.
#ifndef LANG_TARGET_H
#define LANG_TARGET_H

#include <stdbool.h>

#include "lang/ast.h"

enum target_use { TARGET_STORE, TARGET_DELETE, TARGET_FOR };

// Can it be assigned to (or deleted)? If so, marks it and its parts with [context].
bool target_set(struct node *node, enum ast_context context);

// Is it a name, attribute or subscript, which alone can be annotated and augmented?
bool target_is_single(const struct node *node);

// Returns the first part that cannot be used so, or NULL.
const struct node *target_wrong(const struct node *node, enum target_use use);

// Returns what kind of thing an expression is, such as "function call".
const char *target_name(const struct node *node);

#endif
