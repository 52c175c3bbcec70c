// What a traceback marks with ^^^ inside an expression, as CPython 3.13 finds it: the operator, the
// call from its '(' or the subscript from its '['.
#ifndef CODE_ANCHORS_H
#define CODE_ANCHORS_H

#include "code/code.h"
#include "code/place.h"

// Fills in the anchors of [position], which is that of [node] (maybe from a later start); leaves
// them 0 if [node] is NULL or of another kind.
void anchors_find(struct place_text *source, const struct node *node, struct position *position);

#endif
