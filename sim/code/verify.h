// Checks that a code object keeps its promises to the machine. For tests.
#ifndef CODE_VERIFY_H
#define CODE_VERIFY_H

#include <stdbool.h>

#include "base/buf.h"
#include "code/code.h"

// Checks [code] and all code objects among its constants: operands and targets exist, every way to
// an instruction has the same stack depth, no more is popped than is there, the stack size and the
// handlers' depths are right, the end is never run past. Returns false with a sentence in [why].
bool verify_code(const struct code *code, struct buf *why);

#endif
