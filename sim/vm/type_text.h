// How types, aliases and what may stand in their brackets are shown: "int", "__main__.Point",
// "list[int]", "...".
#ifndef VM_TYPE_TEXT_H
#define VM_TYPE_TEXT_H

#include "base/buf.h"
#include "vm/object.h"

// Appends the text of [v] as it stands in list[v] or v | None. False if raised.
bool type_text_put(struct vm *vm, struct value v, struct buf *out);

// Appends the texts of all [items], separated by [between].
bool type_text_put_all(struct vm *vm, struct value tuple, const char *between, struct buf *out);

#endif
