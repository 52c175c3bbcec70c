// A readable listing of code objects, for tests and for developers.
#ifndef CODE_DISASM_H
#define CODE_DISASM_H

#include "base/buf.h"
#include "code/code.h"

// Appends [code] and, after it, all code objects among its constants: a heading with name, flags
// and slots, one line an instruction (">>" marks where jumps and handlers go), and the handlers.
void disasm_code(const struct code *code, struct buf *out);

// Appends one instruction, such as "LOAD_LOCAL x", without its number.
void disasm_instr(const struct code *code, struct instr instr, struct buf *out);

#endif
