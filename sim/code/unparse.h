// The text of an expression in a uniform way, as annotations that are kept as strings have it.
#ifndef CODE_UNPARSE_H
#define CODE_UNPARSE_H

#include "base/buf.h"
#include "code/place.h"
#include "lang/ast.h"

// Appends [node] as Python would write it: one space around operators, no parentheses but those
// that are needed, strings by their repr. Lambdas, comprehensions, f-strings and the like are
// copied from the source as they are.
void unparse_expression(struct place_text *source, const struct node *node, struct buf *out);

#endif
