// Translation: the compiler's instructions in the form that the machine runs.
//
// The numbers of instructions stay the same, so that jumps, positions and handlers still fit. What
// changes: augmented assignments become bit 7 of [sub]; frequent operators get instructions of
// their own; lines and stores that are recorded become the _RECORDED forms, so that what is not
// recorded costs nothing.
#ifndef VM_TRANSLATE_H
#define VM_TRANSLATE_H

#include "code/code.h"
#include "vm/vm.h"

#define TRANSLATE_INPLACE  0x80 // in [sub] of binary operators
#define TRANSLATE_IF_FALSE 0x80 // in [sub] of COMPARE_JUMP

// Writes code->instr_count instructions to [out].
void translate_code(const struct code *code, bool lines, bool stores, struct instr *out);

#endif
