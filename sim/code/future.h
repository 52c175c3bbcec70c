// `from __future__ import …` at the beginning of a program.
#ifndef CODE_FUTURE_H
#define CODE_FUTURE_H

#include <stdbool.h>

#include "base/diag.h"
#include "code/place.h"
#include "lang/ast.h"

// What future_read found.
struct future {
    bool annotations; // annotations are kept as strings
    int last_line;    // of the last import that is in its right place; 0 if none
};

// Reads the imports at the top of [module]. Returns false with [diag] filled in when a feature
// does not exist. Imports further down are the compiler's to refuse.
bool future_read(struct future *future, const struct node *module, struct place_text *source,
                 struct diag *diag);

// Is this statement `from __future__ import …`?
bool future_is_import(const struct node *statement);

#endif
