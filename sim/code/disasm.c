#include "code/disasm.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

#include "base/mem.h"
#include "code/effects.h"

// The name of each opcode and of its operands, as opcodes.def has them.
static const struct {
    const char *name, *operands;
} opcodes[OP_COUNT] = {
#define OP(name, operands, stack) {#name, operands},
#include "code/opcodes.def"
#undef OP
};

static void put_constant(const struct constant *constant, struct buf *out);

static void put_text(const struct constant *constant, struct buf *out) {
    buf_puts(out, constant->kind == CONST_BYTES ? "b'" : "'");
    for (size_t i = 0; i < constant->text.length; i++) {
        char byte = constant->text.bytes[i];
        if (byte == '\n') {
            buf_puts(out, "\\n");
        } else {
            buf_putc(out, byte);
        }
    }
    buf_putc(out, '\'');
}

static void put_items(const struct constant *constant, struct buf *out) {
    bool tuple = constant->kind == CONST_TUPLE;
    buf_putc(out, tuple ? '(' : '{');
    for (size_t i = 0; i < constant->items.count; i++) {
        buf_puts(out, i > 0 ? ", " : "");
        put_constant(&constant->items.items[i], out);
    }
    buf_puts(out, tuple && constant->items.count == 1 ? "," : "");
    buf_putc(out, tuple ? ')' : '}');
}

static void put_constant(const struct constant *constant, struct buf *out) {
    switch (constant->kind) {
    case CONST_NONE:
        buf_puts(out, "None");
        break;
    case CONST_TRUE:
        buf_puts(out, "True");
        break;
    case CONST_FALSE:
        buf_puts(out, "False");
        break;
    case CONST_ELLIPSIS:
        buf_puts(out, "...");
        break;
    case CONST_INT:
        buf_printf(out, "%" PRId64, constant->integer);
        break;
    case CONST_FLOAT:
        buf_printf(out, "%.17g", constant->number);
        break;
    case CONST_BIG_INT:
        buf_put(out, constant->text.bytes, constant->text.length);
        break;
    case CONST_STR:
    case CONST_BYTES:
        put_text(constant, out);
        break;
    case CONST_TUPLE:
    case CONST_FROZENSET:
        put_items(constant, out);
        break;
    case CONST_CODE:
        buf_printf(out, "<code %s>", constant->code->qualname->text);
        break;
    }
}

// Returns what the operand [letter] means, as in "a=slot, b=name", or NULL if it is not used.
static const char *meaning(const char *operands, char letter) {
    for (const char *at = operands; (at = strchr(at, letter)) != NULL; at++) {
        bool whole = at == operands || at[-1] == ' ';
        if (whole && at[1] == '=') {
            return at + 2;
        }
    }
    return NULL;
}

static bool means(const char *operands, char letter, const char *word) {
    const char *text = meaning(operands, letter);
    return text != NULL && strncmp(text, word, strlen(word)) == 0;
}

static void put_operand(const struct code *code, const char *operands, char letter, unsigned value,
                        struct buf *out) {
    if (meaning(operands, letter) == NULL) {
        return;
    }
    buf_putc(out, ' ');
    if (means(operands, letter, "slot") && value < code->slot_count) {
        buf_puts(out, code->slots[value].name->text);
    } else if (means(operands, letter, "name") && value < code->name_count) {
        buf_puts(out, code->names[value]->text);
    } else if (means(operands, letter, "const") && value < code->const_count) {
        put_constant(&code->consts[value], out);
    } else {
        buf_printf(out, "%u", value);
    }
}

static const char *binary_name(unsigned op) {
    static const char *const names[] = {
        [BINARY_ADD] = "+",
        [BINARY_SUBTRACT] = "-",
        [BINARY_MULTIPLY] = "*",
        [BINARY_TRUE_DIVIDE] = "/",
        [BINARY_FLOOR_DIVIDE] = "//",
        [BINARY_MODULO] = "%",
        [BINARY_POWER] = "**",
        [BINARY_LSHIFT] = "<<",
        [BINARY_RSHIFT] = ">>",
        [BINARY_AND] = "&",
        [BINARY_OR] = "|",
        [BINARY_XOR] = "^",
        [BINARY_MATMUL] = "@",
    };
    return names[op];
}

static void put_sub(struct instr instr, struct buf *out) {
    static const char *const compares[] = {"<", "<=", "==", "!=", ">", ">="};
    static const char *const unaries[] = {"-", "+", "~", "not"};
    const char *name = opcodes[instr.op].name;
    if (strncmp(name, "BINARY", 6) == 0 || strncmp(name, "INPLACE", 7) == 0) {
        buf_printf(out, " %s", binary_name(instr.sub));
    } else if (strncmp(name, "COMPARE", 7) == 0) {
        buf_printf(out, " %s", compares[instr.sub]);
    } else if (instr.op == OP_UNARY) {
        buf_printf(out, " %s", unaries[instr.sub]);
    } else if (instr.sub != 0) {
        buf_printf(out, " sub=%u", instr.sub);
    }
}

void disasm_instr(const struct code *code, struct instr instr, struct buf *out) {
    const char *operands = opcodes[instr.op].operands;
    buf_puts(out, opcodes[instr.op].name);
    put_sub(instr, out);
    put_operand(code, operands, 'a', instr.a, out);
    if (opcode_is_jump(instr.op)) {
        buf_printf(out, " to %" PRIu32, instr.target);
        return;
    }
    put_operand(code, operands, 'b', instr.b, out);
    if (!means(operands, 'c', "cache")) {
        put_operand(code, operands, 'c', instr.c, out);
    }
}

static void put_flags(const struct code *code, struct buf *out) {
    static const char *const names[] = {
        "varargs", "varkeywords", "generator", "coroutine", "async generator",
        "module",  "class",       "optimized", "library",   "doc",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (code->flags >> i & 1) {
            buf_printf(out, ", %s", names[i]);
        }
    }
}

static void put_heading(const struct code *code, struct buf *out) {
    static const char *const kinds[] = {"", " (cell)", " (free)", " (hidden)"};
    buf_printf(out, "%s: line %" PRIu32, code->qualname->text, code->first_line);
    put_flags(code, out);
    buf_printf(out, ", stack %u\n", code->stack_size);
    for (size_t i = 0; i < code->slot_count; i++) {
        buf_printf(out, "%s%s%s", i == 0 ? "  slots: " : ", ", code->slots[i].name->text,
                   kinds[code->slots[i].kind]);
    }
    buf_puts(out, code->slot_count > 0 ? "\n" : "");
}

static bool *find_targets(const struct code *code) {
    bool *targets = mem_zalloc(code->instr_count + 1, sizeof *targets);
    for (uint32_t i = 0; i < code->instr_count; i++) {
        if (opcode_is_jump(code->instrs[i].op)) {
            targets[code->instrs[i].target] = true;
        }
    }
    for (uint32_t i = 0; i < code->handler_count; i++) {
        targets[code->handlers[i].target] = true;
    }
    return targets;
}

void disasm_code(const struct code *code, struct buf *out) {
    bool *targets = find_targets(code);
    put_heading(code, out);
    for (uint32_t i = 0; i < code->instr_count; i++) {
        buf_printf(out, "%s %4" PRIu32 " ", targets[i] ? ">>" : "  ", i);
        disasm_instr(code, code->instrs[i], out);
        buf_putc(out, '\n');
    }
    for (uint32_t i = 0; i < code->handler_count; i++) {
        const struct handler *handler = &code->handlers[i];
        buf_printf(out, "  %" PRIu32 " to %" PRIu32 " handled at %" PRIu32 ", keeping %u\n",
                   handler->start, handler->end, handler->target, handler->depth);
    }
    mem_free(targets);
    for (size_t i = 0; i < code->const_count; i++) {
        if (code->consts[i].kind == CONST_CODE) {
            buf_putc(out, '\n');
            disasm_code(code->consts[i].code, out);
        }
    }
}
