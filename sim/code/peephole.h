// Fuses neighbouring steps into the fused instructions at the end of opcodes.def.
#ifndef CODE_PEEPHOLE_H
#define CODE_PEEPHOLE_H

#include "code/unit.h"

// Fuses what can be. Steps that a jump goes to, or with different handlers, stay apart; the fused
// step has the place of the one that can raise. bound_find must have been called.
void peephole_fuse(struct unit *unit);

#endif
