// One instruction in, one out; what is recorded is decided here and never asked again.
#include "vm/translate.h"

#include <stdbool.h>

#include "vm/machine.h"

// The forms of an arithmetic instruction, in the order of machine.def.
enum form { FORM_STACK, FORM_LL, FORM_LC, FORM_S, FORM_LLS, FORM_LCS, FORM_RECORDED };

// The first of an operator's own instructions; 0: it has none.
static const uint8_t own_instructions[BINARY_OP_COUNT] = {
    [BINARY_ADD] = OP_ADD,       [BINARY_SUBTRACT] = OP_SUBTRACT, [BINARY_MULTIPLY] = OP_MULTIPLY,
    [BINARY_MODULO] = OP_MODULO, [BINARY_AND] = OP_AND,
};

// For which outcomes a comparison holds: bit 0 less, 1 equal, 2 greater, 3 unordered.
static const uint8_t compare_outcomes[] = {
    [COMPARE_LT] = 1,         [COMPARE_LE] = 1 | 2, [COMPARE_EQ] = 2,
    [COMPARE_NE] = 1 | 4 | 8, [COMPARE_GT] = 4,     [COMPARE_GE] = 4 | 2,
};

static int binary_form(enum opcode op) {
    switch ((int)op) {
    case OP_BINARY:
    case OP_INPLACE:
        return FORM_STACK;
    case OP_BINARY_LOCALS:
        return FORM_LL;
    case OP_BINARY_CONST:
        return FORM_LC;
    case OP_BINARY_STORE:
        return FORM_S;
    case OP_BINARY_LOCALS_STORE:
    case OP_INPLACE_LOCALS_STORE:
        return FORM_LLS;
    case OP_BINARY_CONST_STORE:
    case OP_INPLACE_CONST_STORE:
        return FORM_LCS;
    default:
        return -1;
    }
}

static bool is_inplace(enum opcode op) {
    return op == OP_INPLACE || op == OP_INPLACE_LOCALS_STORE || op == OP_INPLACE_CONST_STORE;
}

// The slot that a binary instruction of this form stores into; -1: none.
static int stored_slot(const struct instr *instr, int form) {
    return form == FORM_S ? instr->a : form == FORM_LLS || form == FORM_LCS ? instr->c : -1;
}

static void translate_binary(const struct instr *from, int form, bool recorded, struct instr *to) {
    static const uint8_t general[][2] = {
        {OP_BINARY, OP_BINARY},
        {OP_BINARY_LOCALS, OP_BINARY_LOCALS},
        {OP_BINARY_CONST, OP_BINARY_CONST},
        {OP_BINARY_STORE, OP_BINARY_STORE_RECORDED},
        {OP_BINARY_LOCALS_STORE, OP_BINARY_LOCALS_STORE_RECORDED},
        {OP_BINARY_CONST_STORE, OP_BINARY_CONST_STORE_RECORDED},
    };
    uint8_t own = own_instructions[from->sub];
    if (own == 0) {
        to->op = general[form][recorded];
    } else {
        to->op = (uint8_t)(own + form + (recorded ? FORM_RECORDED - FORM_S : 0));
    }
    if (is_inplace(from->op)) {
        to->sub |= TRANSLATE_INPLACE;
    }
}

static void translate_compare_jump(const struct instr *from, struct instr *to) {
    bool if_false = from->op == OP_COMPARE_JUMP_IF_FALSE;
    to->op = OP_COMPARE_JUMP;
    to->a = compare_outcomes[from->sub] ^ (if_false ? 15 : 0);
    to->sub |= if_false ? TRANSLATE_IF_FALSE : 0;
}

// The instruction that stores as [op] and reports it; [*slot] is the slot it stores into, -1 for
// none. 0: it stores nothing that is reported.
static int recorded_store(const struct instr *instr, int *slot) {
    *slot = -1;
    switch ((int)instr->op) {
    case OP_STORE_LOCAL:
        *slot = instr->a;
        return OP_STORE_LOCAL_RECORDED;
    case OP_STORE_CELL:
        *slot = instr->a;
        return OP_STORE_CELL_RECORDED;
    case OP_MOVE_LOCAL:
        *slot = instr->b;
        return OP_MOVE_LOCAL_RECORDED;
    case OP_STORE_CONST:
        *slot = instr->b;
        return OP_STORE_CONST_RECORDED;
    case OP_FOR_ITER_STORE:
        *slot = instr->a;
        return OP_FOR_ITER_STORE_RECORDED;
    case OP_LOAD_ITEM_STORE:
        *slot = instr->a;
        return OP_LOAD_ITEM_STORE_RECORDED;
    case OP_STORE_GLOBAL:
        return OP_STORE_GLOBAL_RECORDED;
    case OP_STORE_NAME:
        return OP_STORE_NAME_RECORDED;
    default:
        return 0;
    }
}

// Slots of comprehensions and of the compiler's own are not shown.
static bool is_shown(const struct code *code, int slot) {
    return slot < 0 || code->slots[slot].kind != SLOT_HIDDEN;
}

static void translate_instr(const struct code *code, const struct instr *from, bool lines,
                            bool stores, struct instr *to) {
    *to = *from;
    int form = binary_form(from->op);
    int slot;
    int recorded;
    if (form >= 0) {
        slot = stored_slot(from, form);
        translate_binary(from, form, stores && slot >= 0 && is_shown(code, slot), to);
    } else if (from->op == OP_COMPARE_JUMP_IF_FALSE || from->op == OP_COMPARE_JUMP_IF_TRUE) {
        translate_compare_jump(from, to);
    } else if (from->op == OP_LINE) {
        to->op = lines && from->sub == 0 ? OP_LINE_RECORDED : OP_LINE;
    } else if (stores && (recorded = recorded_store(from, &slot)) != 0 && is_shown(code, slot)) {
        to->op = (uint8_t)recorded;
    }
}

void translate_code(const struct code *code, bool lines, bool stores, struct instr *out) {
    for (uint32_t i = 0; i < code->instr_count; i++) {
        translate_instr(code, &code->instrs[i], lines, stores, &out[i]);
    }
}
