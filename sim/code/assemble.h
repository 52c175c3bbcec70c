// The last step of the compiler: from a unit's steps to a code object's instructions.
#ifndef CODE_ASSEMBLE_H
#define CODE_ASSEMBLE_H

#include <stdbool.h>

#include "base/arena.h"
#include "code/place.h"
#include "code/unit.h"

// Does an instruction with this opcode have a cache of its own?
bool assemble_has_cache(unsigned op);

// Finishes unit->code: the passes that unit.h lists ([fuse]: with peephole.h), then names,
// constants, instructions, positions and handlers, all in [arena].
void assemble_unit(struct unit *unit, struct arena *arena, struct place_text *source, bool fuse);

#endif
