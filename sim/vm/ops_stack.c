// The stack, constants, and the beginning of lines.
#include "vm/machine.h"
#include "vm/record.h"

// The budget is used up before a line.
static NOINLINE machine_step out_of_budget(struct vm *vm, struct frame *frame,
                                           const struct instr *ip, struct value *sp) {
    SAVE();
    if (vm->ending) {
        GO_ON_IN(machine_unwind);
    }
    if (vm->nesting == 0) {
        return OUTCOME_PAUSED;
    }
    if (!machine_may_go_on(vm)) {
        GO_ON_IN(machine_unwind);
    }
    GO(ip);
}

HANDLER(LINE) {
    if (SELDOM(vm->budget <= 0)) {
        GO_ON_IN(out_of_budget);
    }
    vm->budget--;
    NEXT();
}

// The tape is full to the end of its chunk, or the line needs more room.
SLOWLY(line_slow) {
    vm->budget--;
    tape_line(vm->tape, frame->number, ip->a);
    NEXT();
}

HANDLER(LINE_RECORDED) {
    if (SELDOM(vm->budget <= 0)) {
        GO_ON_IN(out_of_budget);
    }
    struct tape *tape = vm->tape;
    uint64_t *word = tape->next;
    if (SELDOM(word == tape->end)) {
        GO_ON_IN(line_slow);
    }
    vm->budget--;
    tape->next = word + 1;
    tape->events++;
    *word = TAPE_LINE | (uint64_t)ip->a << 16 | (uint64_t)frame->number << 32;
    NEXT();
}

HANDLER(NOP) {
    NEXT();
}

HANDLER(POP) {
    struct value x = *--sp;
    NEXT_DROP(x);
}

HANDLER(COPY) {
    *sp = value_keep(sp[-(int)ip->a]);
    sp++;
    NEXT();
}

HANDLER(SWAP) {
    struct value top = sp[-1];
    sp[-1] = sp[-(int)ip->a];
    sp[-(int)ip->a] = top;
    NEXT();
}

HANDLER(ROTATE) {
    struct value top = sp[-1];
    for (int i = 1; i < ip->a; i++) {
        sp[-i] = sp[-i - 1];
    }
    sp[-(int)ip->a] = top;
    NEXT();
}

HANDLER(LOAD_CONST) {
    *sp++ = value_keep(CONST(ip->a));
    NEXT();
}

HANDLER(LOAD_ABSENT) {
    *sp++ = VALUE_ABSENT;
    NEXT();
}
