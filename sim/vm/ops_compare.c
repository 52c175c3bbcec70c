// Comparisons, tests and jumps.
#include "vm/arithmetic.h"
#include "vm/machine.h"
#include "vm/str.h"
#include "vm/translate.h"
#include "vm/vm.h"

SLOWLY(compare_slow) {
    SAVE();
    struct value y = sp[-1], x = sp[-2];
    struct value result = vm_compare(vm, x, y, (enum compare_op)ip->sub);
    if (value_is_error(result)) {
        FAIL();
    }
    sp[-2] = result;
    sp--;
    vm->victims[0] = x;
    vm->victims[1] = y;
    GO_ON_IN(machine_drop_two_next);
}

// For which outcomes of arithmetic_compare each comparison holds.
static const uint8_t outcomes[] = {
    [COMPARE_LT] = 1,         [COMPARE_LE] = 1 | 2, [COMPARE_EQ] = 2,
    [COMPARE_NE] = 1 | 4 | 8, [COMPARE_GT] = 4,     [COMPARE_GE] = 4 | 2,
};

HANDLER(COMPARE) {
    int outcome = arithmetic_compare(sp[-2], sp[-1]);
    if (SELDOM(outcome < 0)) {
        GO_ON_IN(compare_slow);
    }
    sp[-2] = value_bool((outcomes[ip->sub] >> outcome & 1) != 0);
    sp--;
    NEXT();
}

SLOWLY(compare_jump_slow) {
    SAVE();
    struct value y = sp[-1], x = sp[-2];
    enum compare_op op = (enum compare_op)(ip->sub & ~TRANSLATE_IF_FALSE);
    struct value result = vm_compare(vm, x, y, op);
    int truth = value_is_error(result) ? -1 : vm_truth(vm, result);
    value_drop(vm, result);
    if (truth < 0) {
        FAIL();
    }
    sp -= 2;
    frame->sp = sp;
    value_drop(vm, x);
    value_drop(vm, y);
    if (truth == ((ip->sub & TRANSLATE_IF_FALSE) == 0)) {
        GO_TARGET();
    }
    NEXT();
}

HANDLER(COMPARE_JUMP) {
    int outcome = arithmetic_compare(sp[-2], sp[-1]);
    if (SELDOM(outcome < 0)) {
        GO_ON_IN(compare_jump_slow);
    }
    sp -= 2;
    if ((ip->a >> outcome & 1) != 0) {
        GO_TARGET();
    }
    NEXT();
}

HANDLER(COMPARE_JUMP_IF_FALSE) {
    GO_ON_IN(compare_jump_slow);
}

HANDLER(COMPARE_JUMP_IF_TRUE) {
    GO_ON_IN(compare_jump_slow);
}

HANDLER(IS) {
    struct value y = sp[-1], x = sp[-2];
    bool same = value_is(x, y);
    sp[-2] = value_bool(same != (ip->sub != 0));
    sp--;
    NEXT_DROP_TWO(x, y);
}

HANDLER(CONTAINS) {
    SAVE();
    struct value container = sp[-1], x = sp[-2];
    int found = vm_contains(vm, container, x);
    if (found < 0) {
        FAIL();
    }
    sp[-2] = value_bool((found != 0) != (ip->sub != 0));
    sp--;
    NEXT_DROP_TWO(x, container);
}

SLOWLY(unary_slow) {
    SAVE();
    struct value x = sp[-1];
    struct value result = VALUE_ERROR;
    if (ip->sub == UNARY_NOT) {
        int truth = vm_truth(vm, x);
        result = truth < 0 ? VALUE_ERROR : value_bool(truth == 0);
    } else {
        result = vm_unary(vm, (enum unary_op)ip->sub, x);
    }
    if (value_is_error(result)) {
        FAIL();
    }
    sp[-1] = result;
    NEXT_DROP(x);
}

HANDLER(UNARY) {
    struct value x = sp[-1];
    if (ip->sub == UNARY_NOT && value_is_bool(x)) {
        sp[-1] = value_bool(value_is(x, VALUE_FALSE));
        NEXT();
    }
    GO_ON_IN(unary_slow);
}

// Jumps ------------------------------------------------------------------------------------------

HANDLER(JUMP) {
    GO_TARGET();
}

// The truth of values that need no call: 0, 1; -1: ask.
static inline int quick_truth(struct value x) {
    return value_is_bool(x)    ? value_is(x, VALUE_TRUE)
           : value_is_small(x) ? value_to_small(x) != 0
           : value_is_none(x)  ? 0
                               : -1;
}

// Of JUMP_IF_FALSE and JUMP_IF_TRUE, for other values.
SLOWLY(jump_slow) {
    SAVE();
    struct value x = sp[-1];
    int truth = vm_truth(vm, x);
    if (truth < 0) {
        FAIL();
    }
    sp--;
    frame->sp = sp;
    value_drop(vm, x);
    if (truth == (ip->op == OP_JUMP_IF_TRUE)) {
        GO_TARGET();
    }
    NEXT();
}

HANDLER(JUMP_IF_FALSE) {
    int truth = quick_truth(sp[-1]);
    if (SELDOM(truth < 0)) {
        GO_ON_IN(jump_slow);
    }
    sp--;
    if (truth == 0) {
        GO_TARGET();
    }
    NEXT();
}

HANDLER(JUMP_IF_TRUE) {
    int truth = quick_truth(sp[-1]);
    if (SELDOM(truth < 0)) {
        GO_ON_IN(jump_slow);
    }
    sp--;
    if (truth != 0) {
        GO_TARGET();
    }
    NEXT();
}

// JUMP_IF_FALSE_OR_POP and JUMP_IF_TRUE_OR_POP: the value stays where the jump is taken.
static NOINLINE machine_step jump_or_pop(struct vm *vm, struct frame *frame, const struct instr *ip,
                                         struct value *sp) {
    SAVE();
    struct value x = sp[-1];
    int truth = vm_truth(vm, x);
    if (truth < 0) {
        FAIL();
    }
    if (truth == (ip->op == OP_JUMP_IF_TRUE_OR_POP)) {
        GO_TARGET();
    }
    sp--;
    NEXT_DROP(x);
}

HANDLER(JUMP_IF_FALSE_OR_POP) {
    GO_ON_IN(jump_or_pop);
}

HANDLER(JUMP_IF_TRUE_OR_POP) {
    GO_ON_IN(jump_or_pop);
}

HANDLER(JUMP_IF_NONE) {
    struct value x = *--sp;
    if (value_is_none(x)) {
        GO_TARGET();
    }
    NEXT_DROP(x);
}

HANDLER(JUMP_IF_NOT_NONE) {
    struct value x = sp[-1];
    if (value_is_none(x)) {
        sp--;
        NEXT();
    }
    sp--;
    if (SELDOM(machine_let_go(x))) {
        frame->ip = ip;
        object_free(vm, value_to_object(x));
    }
    GO_TARGET();
}
