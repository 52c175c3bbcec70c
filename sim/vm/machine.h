// The machine's insides: what its handlers (ops_*.c) share. Only the machine's own files use it.
//
// One handler per instruction:
//
//     HANDLER(POP) {
//         struct value x = *--sp;
//         NEXT_DROP(x);
//     }
//
// A handler knows the frame, its own instruction [ip] and the stack [sp] (one past the top). It
// ends with one of the macros below, each of which goes on in another handler. In optimised builds
// that is a jump: the stack of C never grows. For that no local variable's address may be taken in
// a handler; work that needs one, and whatever is long or seldom, stands in a function of its own.
// Other builds return to the loop in machine.c between any two handlers.
//
// What a handler must see to:
//   - before anything that may run other Python code, look at the frame or fail: SAVE(), which
//     writes ip and sp back to the frame (values above sp then belong to the handler);
//   - values are dropped last, by NEXT_DROP and kin, since dropping may run Python code;
//   - an error: FAIL() with the exception in vm->raised and sp saved below what was consumed.
#ifndef VM_MACHINE_H
#define VM_MACHINE_H

#include "vm/frame.h"
#include "vm/state.h"

#if defined(__OPTIMIZE__) && !defined(LOOPSCOPE_SANITIZE)
#define MACHINE_JUMPS 1
#else
#define MACHINE_JUMPS 0
#endif

#if MACHINE_JUMPS && defined(__clang__)
#define TAIL __attribute__((musttail)) return
#else
#define TAIL return
#endif

#define SELDOM(condition) __builtin_expect((condition), 0)
#define MOSTLY(condition) __builtin_expect((condition), 1)
#define NOINLINE          __attribute__((noinline))

// The machine's own instructions stand behind those of the compiler: translate.c puts them in.
enum machine_opcode {
    MACHINE_OP_FIRST = OP_COUNT - 1,
#define OP(name, meaning) OP_##name,
#include "vm/machine.def"
#undef OP
    MACHINE_OP_COUNT
};
_Static_assert(MACHINE_OP_COUNT <= 256, "an opcode is a byte");

// What a handler gives: an outcome (vm.h) when the machine is to leave; or, only in builds without
// jumps, MACHINE_GOES_ON with vm->frame, ip and sp saying where.
typedef int machine_step;
#define MACHINE_GOES_ON (-1)

typedef machine_step machine_handler(struct vm *vm, struct frame *frame, const struct instr *ip,
                                     struct value *sp);
extern machine_handler *const machine_table[256];

#define HANDLER(name)                                                                              \
    machine_step op_##name(struct vm *vm, struct frame *frame, const struct instr *ip,             \
                           struct value *sp)
#define SLOWLY(name)                                                                               \
    static NOINLINE machine_step name(struct vm *vm, struct frame *frame, const struct instr *ip,  \
                                      struct value *sp)

#define OP(name, ...) machine_handler op_##name;
#include "code/opcodes.def"
#undef OP
#define OP(name, meaning) machine_handler op_##name;
#include "vm/machine.def"
#undef OP

// Goes on in handler-like function [function].
#define GO_ON_IN(function) TAIL function(vm, frame, ip, sp)

// Goes on at instruction [target] of this frame.
#if MACHINE_JUMPS
#define GO(target_)                                                                                \
    do {                                                                                           \
        const struct instr *const target = (target_);                                              \
        TAIL machine_table[target->op](vm, frame, target, sp);                                     \
    } while (0)
#else
#define GO(target_)                                                                                \
    do {                                                                                           \
        vm->ip = (target_);                                                                        \
        vm->sp = sp;                                                                               \
        vm->frame = frame;                                                                         \
        return MACHINE_GOES_ON;                                                                    \
    } while (0)
#endif

#define NEXT()       GO(ip + 1)
#define GO_TARGET()  GO(frame->loaded->instrs + ip->target)
#define SAVE()       (frame->ip = ip, frame->sp = sp)
#define CONST(index) (frame->loaded->consts[index])
#define NAME(index)  (frame->loaded->names[index])

// Ends one keeping of [v]: true if nothing keeps it any more, and it has yet to be freed.
static inline bool machine_let_go(struct value v) {
    return value_is_object(v) && --value_to_object(v)->refs == 0;
}

// NEXT after dropping what the handler consumed: one value, or [x] and then [y].
#define NEXT_DROP(x)                                                                               \
    do {                                                                                           \
        if (SELDOM(machine_let_go(x))) {                                                           \
            vm->victims[0] = (x);                                                                  \
            GO_ON_IN(machine_free_next);                                                           \
        }                                                                                          \
        NEXT();                                                                                    \
    } while (0)
#define NEXT_DROP_TWO(x, y)                                                                        \
    do {                                                                                           \
        if (SELDOM(machine_let_go(x))) {                                                           \
            value_to_object(x)->refs = 1; /* for machine_drop_two_next to drop */                  \
            vm->victims[0] = (x);                                                                  \
            vm->victims[1] = (y);                                                                  \
            GO_ON_IN(machine_drop_two_next);                                                       \
        }                                                                                          \
        NEXT_DROP(y);                                                                              \
    } while (0)

// An exception was raised at this instruction: finds who handles it.
#define FAIL() GO_ON_IN(machine_raise)

// Slow ends of handlers, to be used with GO_ON_IN:
machine_handler machine_free_next;     // frees victims[0], whose references are gone, then NEXT
machine_handler machine_drop_two_next; // drops victims[0] and [1], then NEXT
machine_handler machine_drop_three_next;
machine_handler machine_record_a_next; // reports local slot ip->a, drops victims[0], then NEXT
machine_handler
    machine_raise; // vm->raised is on its way out of this instruction; adds a traceback entry
machine_handler machine_reraise; // likewise, without one: the exception has been here before
machine_handler machine_call;    // CALL and kin: see ops_call.c
machine_handler machine_push;    // calls a Python function from any instruction: see below
machine_handler machine_return;  // sp[-1] is the frame's result: see return.c
machine_handler machine_yield;   // sp[-1] is what the running chain yields: see return.c
machine_handler machine_go_on;   // in vm->frame, as machine_enter: its parameters do not matter
machine_handler machine_unwind;  // vm->raised leaves the frame or finds its handler

// Can machine_push call [callable] with [count] arguments? Then vm->pushed is it. machine_push
// takes the arguments from the top of the stack; the result will be pushed in their place, as if it
// were the instruction's own.
bool machine_can_push(struct vm *vm, struct value callable, size_t count);

// The budget ran out where the machine cannot pause: asks the host. False: vm->ending is set.
bool machine_may_go_on(struct vm *vm);

// Runs vm->frame on from vm->ip, or raises vm->raised there if ip is NULL, until the machine
// leaves: with an enum outcome; vm->result (or vm->raised) is its value.
int machine_enter(struct vm *vm);

#endif
