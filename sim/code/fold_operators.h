// Operators on constants, for fold.h. All return false if the value cannot be known now: an error,
// an integer beyond 64 bits, a text too long to be worth it.
#ifndef CODE_FOLD_OPERATORS_H
#define CODE_FOLD_OPERATORS_H

#include <stdbool.h>

#include "base/arena.h"
#include "code/code.h"
#include "lang/ast.h"

bool fold_unary(enum ast_unary op, const struct constant *operand, struct constant *value);
bool fold_binary(struct arena *arena, enum ast_binary op, const struct constant *left,
                 const struct constant *right, struct constant *value);
bool fold_item(struct arena *arena, const struct constant *container, const struct constant *key,
               struct constant *value);

#endif
