// Binary operators, in all forms of machine.def.
//
// Each form has a quick handler for small integers and floats and one slow one, shared by all
// operators, which asks vm_binary.
#include "vm/arithmetic.h"
#include "vm/int.h"
#include "vm/machine.h"
#include "vm/record.h"
#include "vm/str.h"
#include "vm/translate.h"
#include "vm/vm.h"

// The operator of [ip] on any two values; VALUE_ERROR if raised.
static struct value compute(struct vm *vm, const struct instr *ip, struct value x, struct value y) {
    enum binary_op op = (enum binary_op)(ip->sub & ~TRANSLATE_INPLACE);
    return (ip->sub & TRANSLATE_INPLACE) != 0 ? vm_inplace(vm, op, x, y) : vm_binary(vm, op, x, y);
}

// The slow handlers ------------------------------------------------------------------------------

SLOWLY(slow) {
    SAVE();
    struct value y = sp[-1], x = sp[-2];
    struct value result = compute(vm, ip, x, y);
    if (value_is_error(result)) {
        FAIL();
    }
    sp[-2] = result;
    sp--;
    vm->victims[0] = x;
    vm->victims[1] = y;
    GO_ON_IN(machine_drop_two_next);
}

SLOWLY(slow_LL) {
    SAVE();
    struct value result = compute(vm, ip, frame->slots[ip->a], frame->slots[ip->b]);
    if (value_is_error(result)) {
        FAIL();
    }
    *sp++ = result;
    NEXT();
}

SLOWLY(slow_LC) {
    SAVE();
    struct value result = compute(vm, ip, frame->slots[ip->a], CONST(ip->b));
    if (value_is_error(result)) {
        FAIL();
    }
    *sp++ = result;
    NEXT();
}

// Puts a result into a slot; gives what was there, to be dropped last.
static struct value put(struct vm *vm, struct frame *frame, unsigned slot, struct value result,
                        bool recorded) {
    struct value old = frame->slots[slot];
    frame->slots[slot] = result;
    if (recorded) {
        record_local(vm, frame, slot, result);
    }
    return old;
}

static bool is_add(const struct instr *ip) {
    return (ip->sub & ~TRANSLATE_INPLACE) == BINARY_ADD;
}

// A text that only the variable (and the stack, for a while) keeps, and another one is added to it.
static bool appends(struct vm *vm, const struct instr *ip, struct value slot, struct value x,
                    struct value y, uint32_t keepers) {
    return is_add(ip) && value_is(slot, x) && str_can_append(vm, x, y, keepers);
}

// Adds [y] to the text in [slot]. False if raised.
static bool append(struct vm *vm, struct frame *frame, unsigned slot, struct value y,
                   bool recorded) {
    if (!str_append(vm, &frame->slots[slot], y)) {
        return false;
    }
    if (recorded) {
        record_local(vm, frame, slot, frame->slots[slot]);
    }
    return true;
}

#define SLOW_STACK_STORE(name, recorded)                                                           \
    SLOWLY(name) {                                                                                 \
        SAVE();                                                                                    \
        struct value y = sp[-1], x = sp[-2];                                                       \
        if (appends(vm, ip, frame->slots[ip->a], x, y, 2)) {                                       \
            value_to_object(x)->refs = 1;                                                          \
            sp[-2] = VALUE_NONE;                                                                   \
            if (!append(vm, frame, ip->a, y, recorded)) {                                          \
                FAIL();                                                                            \
            }                                                                                      \
            sp -= 2;                                                                               \
            NEXT_DROP(y);                                                                          \
        }                                                                                          \
        struct value result = compute(vm, ip, x, y);                                               \
        if (value_is_error(result)) {                                                              \
            FAIL();                                                                                \
        }                                                                                          \
        sp -= 2;                                                                                   \
        vm->victims[0] = x;                                                                        \
        vm->victims[1] = y;                                                                        \
        vm->victims[2] = put(vm, frame, ip->a, result, recorded);                                  \
        GO_ON_IN(machine_drop_three_next);                                                         \
    }

#define SLOW_SLOT_STORE(name, y_, recorded)                                                        \
    SLOWLY(name) {                                                                                 \
        SAVE();                                                                                    \
        if (appends(vm, ip, frame->slots[ip->c], frame->slots[ip->a], y_, 1)) {                    \
            if (!append(vm, frame, ip->c, y_, recorded)) {                                         \
                FAIL();                                                                            \
            }                                                                                      \
            NEXT();                                                                                \
        }                                                                                          \
        struct value result = compute(vm, ip, frame->slots[ip->a], y_);                            \
        if (value_is_error(result)) {                                                              \
            FAIL();                                                                                \
        }                                                                                          \
        struct value old = put(vm, frame, ip->c, result, recorded);                                \
        NEXT_DROP(old);                                                                            \
    }

SLOW_STACK_STORE(slow_S, false)
SLOW_STACK_STORE(slow_SR, true)
SLOW_SLOT_STORE(slow_LLS, frame->slots[ip->b], false)
SLOW_SLOT_STORE(slow_LLSR, frame->slots[ip->b], true)
SLOW_SLOT_STORE(slow_LCS, CONST(ip->b), false)
SLOW_SLOT_STORE(slow_LCSR, CONST(ip->b), true)

// The quick handlers -----------------------------------------------------------------------------

#define QUICK_STACK(name, compute_)                                                                \
    HANDLER(name) {                                                                                \
        struct value result = compute_(sp[-2], sp[-1]);                                            \
        if (SELDOM(value_is_absent(result))) {                                                     \
            GO_ON_IN(slow);                                                                        \
        }                                                                                          \
        sp[-2] = result;                                                                           \
        sp--;                                                                                      \
        NEXT();                                                                                    \
    }

#define QUICK_PUSH(name, compute_, y_, slow_)                                                      \
    HANDLER(name) {                                                                                \
        struct value result = compute_(frame->slots[ip->a], y_);                                   \
        if (SELDOM(value_is_absent(result))) {                                                     \
            GO_ON_IN(slow_);                                                                       \
        }                                                                                          \
        *sp++ = result;                                                                            \
        NEXT();                                                                                    \
    }

#define QUICK_STACK_STORE(name, compute_)                                                          \
    HANDLER(name##_S) {                                                                            \
        struct value result = compute_(sp[-2], sp[-1]);                                            \
        if (SELDOM(value_is_absent(result))) {                                                     \
            GO_ON_IN(slow_S);                                                                      \
        }                                                                                          \
        sp -= 2;                                                                                   \
        struct value old = frame->slots[ip->a];                                                    \
        frame->slots[ip->a] = result;                                                              \
        NEXT_DROP(old);                                                                            \
    }                                                                                              \
    HANDLER(name##_SR) {                                                                           \
        struct value result = compute_(sp[-2], sp[-1]);                                            \
        if (SELDOM(value_is_absent(result) || !record_has_room(vm, frame, ip->a))) {               \
            GO_ON_IN(slow_SR);                                                                     \
        }                                                                                          \
        sp -= 2;                                                                                   \
        struct value old = frame->slots[ip->a];                                                    \
        frame->slots[ip->a] = result;                                                              \
        record_number(vm, frame, ip->a, result);                                                   \
        NEXT_DROP(old);                                                                            \
    }

#define QUICK_SLOT_STORE(name, compute_, y_, slow_)                                                \
    HANDLER(name) {                                                                                \
        struct value result = compute_(frame->slots[ip->a], y_);                                   \
        if (SELDOM(value_is_absent(result))) {                                                     \
            GO_ON_IN(slow_);                                                                       \
        }                                                                                          \
        struct value old = frame->slots[ip->c];                                                    \
        frame->slots[ip->c] = result;                                                              \
        NEXT_DROP(old);                                                                            \
    }

#define QUICK_SLOT_STORE_RECORDED(name, compute_, y_, slow_)                                       \
    HANDLER(name) {                                                                                \
        struct value result = compute_(frame->slots[ip->a], y_);                                   \
        if (SELDOM(value_is_absent(result) || !record_has_room(vm, frame, ip->c))) {               \
            GO_ON_IN(slow_);                                                                       \
        }                                                                                          \
        struct value old = frame->slots[ip->c];                                                    \
        frame->slots[ip->c] = result;                                                              \
        record_number(vm, frame, ip->c, result);                                                   \
        NEXT_DROP(old);                                                                            \
    }

#define QUICK(name, compute_)                                                                      \
    QUICK_STACK(name, compute_)                                                                    \
    QUICK_PUSH(name##_LL, compute_, frame->slots[ip->b], slow_LL)                                  \
    QUICK_PUSH(name##_LC, compute_, CONST(ip->b), slow_LC)                                         \
    QUICK_STACK_STORE(name, compute_)                                                              \
    QUICK_SLOT_STORE(name##_LLS, compute_, frame->slots[ip->b], slow_LLS)                          \
    QUICK_SLOT_STORE(name##_LCS, compute_, CONST(ip->b), slow_LCS)                                 \
    QUICK_SLOT_STORE_RECORDED(name##_LLSR, compute_, frame->slots[ip->b], slow_LLSR)               \
    QUICK_SLOT_STORE_RECORDED(name##_LCSR, compute_, CONST(ip->b), slow_LCSR)

QUICK(ADD, arithmetic_add)
QUICK(SUBTRACT, arithmetic_subtract)
QUICK(MULTIPLY, arithmetic_multiply)
QUICK(MODULO, arithmetic_modulo)
QUICK(AND, arithmetic_and)

// All other operators, and the compiler's instructions that translate.c leaves no trace of -------

#define GENERAL(name, slow_)                                                                       \
    HANDLER(name) {                                                                                \
        GO_ON_IN(slow_);                                                                           \
    }

GENERAL(BINARY, slow)
GENERAL(INPLACE, slow)
GENERAL(BINARY_LOCALS, slow_LL)
GENERAL(BINARY_CONST, slow_LC)
GENERAL(BINARY_STORE, slow_S)
GENERAL(BINARY_STORE_RECORDED, slow_SR)
GENERAL(BINARY_LOCALS_STORE, slow_LLS)
GENERAL(BINARY_LOCALS_STORE_RECORDED, slow_LLSR)
GENERAL(BINARY_CONST_STORE, slow_LCS)
GENERAL(BINARY_CONST_STORE_RECORDED, slow_LCSR)
GENERAL(INPLACE_LOCALS_STORE, slow_LLS)
GENERAL(INPLACE_CONST_STORE, slow_LCS)
