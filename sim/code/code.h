// Code objects: what the compiler makes of a function, class body or module, as plain constants.
//
// A code object and all it points to lives in the arena that compile_program was given; it holds
// no run-time values and never changes. vm/loaded.h turns it into what the machine runs.
#ifndef CODE_CODE_H
#define CODE_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/names.h"

enum opcode {
#define OP(name, operands, stack) OP_##name,
#include "code/opcodes.def"
#undef OP
    OP_COUNT
};

// Operands of BINARY and INPLACE.
enum binary_op {
    BINARY_ADD,
    BINARY_SUBTRACT,
    BINARY_MULTIPLY,
    BINARY_TRUE_DIVIDE,
    BINARY_FLOOR_DIVIDE,
    BINARY_MODULO,
    BINARY_POWER,
    BINARY_LSHIFT,
    BINARY_RSHIFT,
    BINARY_AND,
    BINARY_OR,
    BINARY_XOR,
    BINARY_MATMUL,
    BINARY_OP_COUNT
};

enum unary_op { UNARY_NEGATIVE, UNARY_POSITIVE, UNARY_INVERT, UNARY_NOT };

enum compare_op { COMPARE_LT, COMPARE_LE, COMPARE_EQ, COMPARE_NE, COMPARE_GT, COMPARE_GE };

// What MAKE_FUNCTION finds on the stack, in this order.
enum function_parts {
    FUNCTION_DEFAULTS = 1,
    FUNCTION_KWDEFAULTS = 2,
    FUNCTION_ANNOTATIONS = 4,
    FUNCTION_CLOSURE = 8,
};

// One instruction: 8 bytes. Jumps use [target], everything else [b] and [c].
struct instr {
    uint8_t op;  // enum opcode
    uint8_t sub; // a small operand
    uint16_t a;
    union {
        struct {
            uint16_t b, c;
        };
        uint32_t target; // index into code->instrs
    };
};

// Where an instruction comes from, for tracebacks. Columns are 0-based byte offsets in the line.
struct position {
    uint32_t line, end_line;     // 1-based; line 0: from nowhere (no caret marks)
    uint16_t column, end_column; // UINT16_MAX: unknown or too far to say
    // What ^^^ marks inside it, while ~~~ marks the rest: a binary operator, a call from its '('
    // or a subscript from its '['. All four 0: there is no such part.
    uint16_t anchor, anchor_end;           // byte columns
    uint16_t anchor_down, anchor_end_down; // how many lines below [line] they are
};

// A stretch of instructions [start, end) whose exceptions go to [target] with [depth] values kept.
// The table is sorted so that the first match is the innermost one.
struct handler {
    uint32_t start, end, target;
    uint16_t depth;
};

enum const_kind {
    CONST_NONE,
    CONST_TRUE,
    CONST_FALSE,
    CONST_ELLIPSIS,
    CONST_INT,       // [integer]
    CONST_BIG_INT,   // [text]: decimal digits of a non-negative integer beyond int64
    CONST_FLOAT,     // [number]
    CONST_STR,       // [text], UTF-8
    CONST_BYTES,     // [text]
    CONST_TUPLE,     // [items]
    CONST_FROZENSET, // [items]
    CONST_CODE,      // [code]
};

struct code;

struct constant {
    enum const_kind kind;
    union {
        int64_t integer;
        double number;
        struct {
            const char *bytes;
            size_t length;
        } text;
        struct {
            const struct constant *items;
            size_t count;
        } items;
        const struct code *code;
    };
};

enum code_flags {
    CODE_VARARGS = 1,          // has *args
    CODE_VARKEYWORDS = 2,      // has **kwargs
    CODE_GENERATOR = 4,        // contains yield
    CODE_COROUTINE = 8,        // async def without yield
    CODE_ASYNC_GENERATOR = 16, // async def with yield
    CODE_MODULE = 32,
    CODE_CLASS = 64,      // a class body: LOAD_NAME and STORE_NAME use its namespace
    CODE_OPTIMIZED = 128, // a function: its locals are slots
    CODE_LIBRARY = 256,   // of sim/pylib: not reported on the tape, left out of tracebacks
    CODE_HAS_DOC = 512,   // consts[0] is the docstring
};

enum slot_kind {
    SLOT_LOCAL,
    SLOT_CELL,   // a local that inner functions use: the slot holds a cell
    SLOT_FREE,   // a cell from the enclosing function's closure
    SLOT_HIDDEN, // of an inlined comprehension or the compiler's own; not shown as a local
};

struct slot {
    const struct name *name;
    enum slot_kind kind;
};

struct code {
    const struct name *name;     // "say_after", "<module>", "<lambda>"
    const struct name *qualname; // "Class.method.<locals>.inner"
    const char *file;            // path as given by the caller
    uint16_t file_index;         // as given by the caller: the trace's number of the file
    uint32_t first_line;         // of the def, or of its first decorator
    unsigned flags;              // enum code_flags
    uint16_t positional;         // parameters that can be given by position (with positional-only)
    uint16_t positional_only;    // how many of them only so
    uint16_t keyword_only;       // parameters after * ; then *args' slot, then **kwargs' slot
    const struct slot *slots;    // parameters first, in that order; free variables last
    uint16_t slot_count;
    uint16_t free_count; // how many of them are SLOT_FREE
    const struct name *const *names;
    uint16_t name_count;
    const struct constant *consts;
    uint16_t const_count;
    const struct instr *instrs;
    const struct position *positions; // one an instruction
    uint32_t instr_count;
    const struct handler *handlers;
    uint32_t handler_count;
    uint16_t stack_size;  // the most values the stack holds
    uint16_t cache_count; // numbers given out as c=cache
};

#endif
