// Appending steps to the unit being made. All take the place that the step is from.
#ifndef CODE_EMIT_H
#define CODE_EMIT_H

#include <stdbool.h>

#include "base/names.h"
#include "code/code.h"
#include "code/place.h"

struct compiler;

// Appends an instruction: without operands, with a, with sub, with sub and a, with a and b.
void emit(struct compiler *compiler, struct place place, enum opcode op);
void emit_a(struct compiler *compiler, struct place place, enum opcode op, size_t a);
void emit_sub(struct compiler *compiler, struct place place, enum opcode op, unsigned sub);
void emit_sub_a(struct compiler *compiler, struct place place, enum opcode op, unsigned sub,
                size_t a);
void emit_a_b(struct compiler *compiler, struct place place, enum opcode op, size_t a, size_t b);

// Appends a jump to [label].
void emit_jump(struct compiler *compiler, struct place place, enum opcode op, int label);

// Appends an instruction whose a is the number of [name], which is mangled first.
void emit_name(struct compiler *compiler, struct place place, enum opcode op,
               const struct name *name);
void emit_sub_name(struct compiler *compiler, struct place place, enum opcode op, unsigned sub,
                   const struct name *name);

// Appends LOAD_CONST of a constant, None, an int, a text or a name's text.
void emit_const(struct compiler *compiler, struct place place, const struct constant *constant);
void emit_none(struct compiler *compiler, struct place place);
void emit_int(struct compiler *compiler, struct place place, int64_t integer);
void emit_text(struct compiler *compiler, struct place place, const struct name *name);

// Returns the number of [constant] among the unit's.
size_t emit_const_number(struct compiler *compiler, const struct constant *constant);

// Makes the last step go on in the line before it; tracebacks still say where it is from.
void emit_silence(struct compiler *compiler);

// Labels: makes one; places it before the next step.
int emit_label(struct compiler *compiler);
void emit_place(struct compiler *compiler, int label);

// Places the label of an except or finally: the line of what raised counts for nothing there.
void emit_place_handler(struct compiler *compiler, int label);

// Begins a region whose exceptions go to [handler], a label, with the values that are on the stack
// now but for the [dropped] top ones. Returns the region that was in force, for emit_unguard.
int emit_guard(struct compiler *compiler, int handler, unsigned dropped);
void emit_unguard(struct compiler *compiler, int region);

#endif
