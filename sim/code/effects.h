// How many values each instruction takes from the stack and puts there.
#ifndef CODE_EFFECTS_H
#define CODE_EFFECTS_H

#include <stdbool.h>
#include <stdint.h>

#include "code/code.h"

struct effect {
    int pops;   // values that must be there and go
    int pushes; // values that come
    int needs;  // values that must be there in all, at least [pops]
};

// Returns the effect of an instruction with these operands; [jumps]: when it goes to its target.
struct effect effect_of(enum opcode op, unsigned sub, unsigned a, unsigned b, bool jumps);

// Questions about an instruction: has it a target; does what follows it never run after it.
bool opcode_is_jump(enum opcode op);
bool opcode_ends_block(enum opcode op);

#endif
