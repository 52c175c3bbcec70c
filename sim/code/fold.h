// Expressions whose value is known now: 2 * 3, 'a' + 'b', -1, (1, 2).
//
// What CPython folds is folded here as far as it needs no big integers; the rest is left to the
// machine, which gives the same value.
#ifndef CODE_FOLD_H
#define CODE_FOLD_H

#include <stdbool.h>

#include "base/arena.h"
#include "code/code.h"
#include "lang/ast.h"

// Gives the value of [node] if it is a constant; texts and items live in [arena]. Remembers in
// node->mark of operators that they are not, so that asking again is cheap.
bool fold_constant(struct arena *arena, struct node *node, struct constant *value);

// Turns a literal into a constant. False for complex numbers, which loopscope does not have.
bool fold_literal(struct arena *arena, const struct ast_constant *literal,
                  struct constant *constant);

// Is the constant true, as bool() would say?
bool fold_truth(const struct constant *constant);

#endif
