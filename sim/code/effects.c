#include "code/effects.h"

// Operands that change the numbers of the table below.
enum variation {
    FIXED,
    POPS_A,          // takes a more
    POPS_TWO_A,      // takes 2a more
    POPS_SUB,        // takes one more if sub is not 0
    POPS_A_FLAG,     // takes one more if a is not 0
    POPS_PARTS,      // takes one for each bit of sub
    PUSHES_A,        // puts a more
    PUSHES_A_B,      // puts a + b more
    PUSHES_SUB,      // puts one more if sub is not 0
    NEEDS_A,         // a values must be there
    NEEDS_A_AFTER,   // a values must be there after the pops
    POPS_BOUND,      // MAKE_TYPE_PARAMETER: takes one more with bound or constraints
    JUMPS_AND_POPS,  // FOR_ITER: when it jumps, takes one and puts none
    JUMPS_AND_KEEPS, // …_OR_POP: when it jumps, takes none
};

struct row {
    int8_t pops, pushes;
    uint8_t variation;
};

static const struct row rows[OP_COUNT] = {
    [OP_LINE] = {0, 0, FIXED},
    [OP_NOP] = {0, 0, FIXED},
    [OP_POP] = {1, 0, FIXED},
    [OP_COPY] = {0, 1, NEEDS_A},
    [OP_SWAP] = {0, 0, NEEDS_A},
    [OP_ROTATE] = {0, 0, NEEDS_A},
    [OP_LOAD_CONST] = {0, 1, FIXED},
    [OP_LOAD_ABSENT] = {0, 1, FIXED},
    [OP_LOAD_LOCAL] = {0, 1, FIXED},
    [OP_LOAD_LOCAL_RAW] = {0, 1, FIXED},
    [OP_STORE_LOCAL] = {1, 0, FIXED},
    [OP_STORE_LOCAL_RAW] = {1, 0, FIXED},
    [OP_DELETE_LOCAL] = {0, 0, FIXED},
    [OP_MAKE_CELL] = {0, 0, FIXED},
    [OP_LOAD_CLOSURE] = {0, 1, FIXED},
    [OP_LOAD_CELL] = {0, 1, FIXED},
    [OP_LOAD_CELL_RAW] = {0, 1, FIXED},
    [OP_STORE_CELL] = {1, 0, FIXED},
    [OP_DELETE_CELL] = {0, 0, FIXED},
    [OP_LOAD_CLASS_CELL] = {0, 1, FIXED},
    [OP_LOAD_GLOBAL] = {0, 1, FIXED},
    [OP_STORE_GLOBAL] = {1, 0, FIXED},
    [OP_DELETE_GLOBAL] = {0, 0, FIXED},
    [OP_LOAD_NAME] = {0, 1, FIXED},
    [OP_STORE_NAME] = {1, 0, FIXED},
    [OP_DELETE_NAME] = {0, 0, FIXED},
    [OP_LOAD_NAMESPACE] = {0, 1, FIXED},
    [OP_LOAD_ATTR] = {1, 1, FIXED},
    [OP_STORE_ATTR] = {2, 0, FIXED},
    [OP_DELETE_ATTR] = {1, 0, FIXED},
    [OP_LOAD_METHOD] = {1, 2, FIXED},
    [OP_LOAD_SUPER_METHOD] = {3, 1, PUSHES_SUB},
    [OP_LOAD_CONTEXT] = {1, 4, FIXED},
    [OP_BINARY] = {2, 1, FIXED},
    [OP_INPLACE] = {2, 1, FIXED},
    [OP_UNARY] = {1, 1, FIXED},
    [OP_COMPARE] = {2, 1, FIXED},
    [OP_IS] = {2, 1, FIXED},
    [OP_CONTAINS] = {2, 1, FIXED},
    [OP_LOAD_ITEM] = {2, 1, FIXED},
    [OP_STORE_ITEM] = {3, 0, FIXED},
    [OP_DELETE_ITEM] = {2, 0, FIXED},
    [OP_BUILD_TUPLE] = {0, 1, POPS_A},
    [OP_BUILD_LIST] = {0, 1, POPS_A},
    [OP_BUILD_SET] = {0, 1, POPS_A},
    [OP_BUILD_DICT] = {0, 1, POPS_TWO_A},
    [OP_BUILD_STRING] = {0, 1, POPS_A},
    [OP_BUILD_SLICE] = {0, 1, POPS_A},
    [OP_LIST_APPEND] = {1, 0, NEEDS_A_AFTER},
    [OP_SET_ADD] = {1, 0, NEEDS_A_AFTER},
    [OP_DICT_ADD] = {2, 0, NEEDS_A_AFTER},
    [OP_LIST_EXTEND] = {1, 0, NEEDS_A_AFTER},
    [OP_SET_UPDATE] = {1, 0, NEEDS_A_AFTER},
    [OP_DICT_UPDATE] = {1, 0, NEEDS_A_AFTER},
    [OP_DICT_MERGE] = {1, 0, NEEDS_A_AFTER},
    [OP_LIST_TO_TUPLE] = {1, 1, FIXED},
    [OP_FORMAT] = {1, 1, POPS_A_FLAG},
    [OP_UNPACK] = {1, 0, PUSHES_A},
    [OP_UNPACK_STAR] = {1, 1, PUSHES_A_B},
    [OP_JUMP] = {0, 0, FIXED},
    [OP_JUMP_IF_FALSE] = {1, 0, FIXED},
    [OP_JUMP_IF_TRUE] = {1, 0, FIXED},
    [OP_JUMP_IF_FALSE_OR_POP] = {1, 0, JUMPS_AND_KEEPS},
    [OP_JUMP_IF_TRUE_OR_POP] = {1, 0, JUMPS_AND_KEEPS},
    [OP_JUMP_IF_NONE] = {1, 0, FIXED},
    [OP_JUMP_IF_NOT_NONE] = {1, 0, FIXED},
    [OP_GET_ITER] = {1, 1, FIXED},
    [OP_FOR_ITER] = {1, 2, JUMPS_AND_POPS},
    [OP_GET_AITER] = {1, 1, FIXED},
    [OP_GET_ANEXT] = {1, 2, FIXED},
    [OP_END_ASYNC_FOR] = {3, 0, FIXED},
    [OP_GET_AWAITABLE] = {1, 1, FIXED},
    [OP_GET_YIELD_FROM_ITER] = {1, 1, FIXED},
    [OP_AWAIT] = {2, 1, FIXED},
    [OP_YIELD] = {1, 1, FIXED},
    [OP_RETURN] = {1, 0, FIXED},
    [OP_MAKE_FUNCTION] = {0, 1, POPS_PARTS},
    [OP_LOAD_BUILD_CLASS] = {0, 1, FIXED},
    [OP_CALL] = {2, 1, POPS_A},
    [OP_CALL_KEYWORDS] = {2, 1, POPS_A},
    [OP_CALL_SPREAD] = {3, 1, POPS_SUB},
    [OP_RAISE] = {0, 0, POPS_A},
    [OP_MATCH_EXCEPTION] = {2, 2, FIXED},
    [OP_MATCH_GROUP] = {2, 2, FIXED},
    [OP_MERGE_GROUP] = {2, 1, FIXED},
    [OP_END_HANDLER] = {2, 0, FIXED},
    [OP_RERAISE] = {2, 0, FIXED},
    [OP_EXIT_ARGUMENTS] = {4, 9, FIXED},
    [OP_LOAD_ASSERTION_ERROR] = {0, 1, FIXED},
    [OP_IMPORT] = {1, 1, FIXED},
    [OP_IMPORT_FROM] = {1, 2, FIXED},
    [OP_IMPORT_STAR] = {1, 0, FIXED},
    [OP_MATCH_SEQUENCE] = {1, 2, FIXED},
    [OP_MATCH_MAPPING] = {1, 2, FIXED},
    [OP_MATCH_KEYS] = {2, 3, FIXED},
    [OP_MATCH_CLASS] = {3, 1, FIXED},
    [OP_GET_LENGTH] = {1, 2, FIXED},
    [OP_SETUP_ANNOTATIONS] = {0, 0, FIXED},
    [OP_MAKE_TYPE_PARAMETER] = {1, 1, POPS_BOUND},
    [OP_SET_TYPE_DEFAULT] = {2, 1, FIXED},
    [OP_SET_TYPE_PARAMETERS] = {2, 1, FIXED},
    [OP_LOAD_GENERIC] = {1, 1, FIXED},
    [OP_MAKE_TYPE_ALIAS] = {3, 1, FIXED},
    [OP_LOAD_FROM_DICT] = {1, 1, FIXED},
    [OP_LOAD_FROM_DICT_OR_CELL] = {1, 1, FIXED},
    [OP_LOAD_GLOBAL_ABSENT] = {0, 2, FIXED},
    [OP_LOAD_LOCAL_ABSENT] = {0, 2, FIXED},
    [OP_LOAD_TWO] = {0, 2, FIXED},
    [OP_LOAD_LOCAL_CONST] = {0, 2, FIXED},
    [OP_BINARY_LOCALS] = {0, 1, FIXED},
    [OP_BINARY_CONST] = {0, 1, FIXED},
    [OP_BINARY_LOCALS_STORE] = {0, 0, FIXED},
    [OP_BINARY_CONST_STORE] = {0, 0, FIXED},
    [OP_INPLACE_LOCALS_STORE] = {0, 0, FIXED},
    [OP_INPLACE_CONST_STORE] = {0, 0, FIXED},
    [OP_BINARY_STORE] = {2, 0, FIXED},
    [OP_LOAD_ITEM_LOCALS] = {0, 1, FIXED},
    [OP_LOAD_ITEM_STORE] = {2, 0, FIXED},
    [OP_COMPARE_JUMP_IF_FALSE] = {2, 0, FIXED},
    [OP_COMPARE_JUMP_IF_TRUE] = {2, 0, FIXED},
    [OP_MOVE_LOCAL] = {0, 0, FIXED},
    [OP_STORE_CONST] = {0, 0, FIXED},
    [OP_FOR_ITER_STORE] = {1, 1, JUMPS_AND_POPS},
    [OP_LOAD_METHOD_LOCAL] = {0, 2, FIXED},
    [OP_LOAD_ATTR_LOCAL] = {0, 1, FIXED},
    [OP_CALL_POP] = {2, 0, POPS_A},
    [OP_RETURN_CONST] = {0, 0, FIXED},
};

static int count_bits(unsigned bits) {
    int count = 0;
    for (; bits != 0; bits >>= 1) {
        count += (int)(bits & 1);
    }
    return count;
}

static int more_pops(enum variation variation, unsigned sub, unsigned a) {
    switch (variation) {
    case POPS_A:
        return (int)a;
    case POPS_TWO_A:
        return 2 * (int)a;
    case POPS_SUB:
        return sub != 0;
    case POPS_A_FLAG:
        return a != 0;
    case POPS_PARTS:
        return count_bits(sub);
    case POPS_BOUND:
        return sub == 1 || sub == 4;
    case FIXED:
    case PUSHES_A:
    case PUSHES_A_B:
    case PUSHES_SUB:
    case NEEDS_A:
    case NEEDS_A_AFTER:
    case JUMPS_AND_POPS:
    case JUMPS_AND_KEEPS:
        break;
    }
    return 0;
}

struct effect effect_of(enum opcode op, unsigned sub, unsigned a, unsigned b, bool jumps) {
    struct row row = rows[op];
    enum variation variation = row.variation;
    struct effect effect = {row.pops + more_pops(variation, sub, a), row.pushes, 0};
    effect.needs = effect.pops;
    if (variation == PUSHES_A) {
        effect.pushes += (int)a;
    } else if (variation == PUSHES_A_B) {
        effect.pushes += (int)(a + b);
    } else if (variation == PUSHES_SUB) {
        effect.pushes += sub != 0;
    } else if (variation == NEEDS_A) {
        effect.needs = (int)a;
    } else if (variation == NEEDS_A_AFTER) {
        effect.needs += (int)a;
    } else if (jumps && variation == JUMPS_AND_POPS) {
        effect.pushes = 0;
    } else if (jumps && variation == JUMPS_AND_KEEPS) {
        effect.pushes = 1;
    }
    return effect;
}

bool opcode_is_jump(enum opcode op) {
    return (op >= OP_JUMP && op <= OP_JUMP_IF_NOT_NONE) || op == OP_FOR_ITER ||
           op == OP_FOR_ITER_STORE || op == OP_COMPARE_JUMP_IF_FALSE ||
           op == OP_COMPARE_JUMP_IF_TRUE;
}

bool opcode_ends_block(enum opcode op) {
    return op == OP_JUMP || op == OP_RETURN || op == OP_RETURN_CONST || op == OP_RAISE ||
           op == OP_RERAISE;
}
