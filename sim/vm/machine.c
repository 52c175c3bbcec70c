// The table of handlers, the ends that they share, and how the machine is entered.
#include "vm/machine.h"

#include "vm/async_generator.h"
#include "vm/record.h"
#include "vm/resume.h"
#include "vm/return.h"

machine_handler *const machine_table[256] = {
#define OP(name, ...) [OP_##name] = op_##name,
#include "code/opcodes.def"
#include "vm/machine.def"
#undef OP
};

// Dropping at the end of a handler ---------------------------------------------------------------

machine_step machine_free_next(struct vm *vm, struct frame *frame, const struct instr *ip,
                               struct value *sp) {
    struct object *victim = value_to_object(vm->victims[0]);
    SAVE();
    object_free(vm, victim);
    NEXT();
}

machine_step machine_drop_two_next(struct vm *vm, struct frame *frame, const struct instr *ip,
                                   struct value *sp) {
    struct value x = vm->victims[0], y = vm->victims[1];
    SAVE();
    value_drop(vm, x);
    value_drop(vm, y);
    NEXT();
}

machine_step machine_drop_three_next(struct vm *vm, struct frame *frame, const struct instr *ip,
                                     struct value *sp) {
    struct value x = vm->victims[0], y = vm->victims[1], z = vm->victims[2];
    SAVE();
    value_drop(vm, x);
    value_drop(vm, y);
    value_drop(vm, z);
    NEXT();
}

machine_step machine_record_a_next(struct vm *vm, struct frame *frame, const struct instr *ip,
                                   struct value *sp) {
    struct value old = vm->victims[0];
    SAVE();
    record_local(vm, frame, ip->a, frame->slots[ip->a]);
    value_drop(vm, old);
    NEXT();
}

// Going on in another frame ----------------------------------------------------------------------

machine_step machine_raise_or_go_on(struct vm *vm, struct frame *frame, const struct instr *ip,
                                    struct value *sp) {
    frame = vm->frame;
    sp = frame->sp;
    if (vm->ip == NULL) {
        ip = frame->ip;
        GO_ON_IN(machine_raise);
    }
    GO(vm->ip);
}

// Throws vm->raised into the iterator that an AWAIT at [frame] waits for. SEND_RAISED: raise it, or
// what came of it, at the AWAIT; SEND_YIELDED, SEND_RETURNED: vm->result is what the iterator gave.
static enum send_result throw_into(struct vm *vm, struct value iterator) {
    struct type *type = value_type(vm, iterator);
    if (type->throw == NULL) {
        return generator_throw_plain(vm, iterator);
    }
    struct value exception = raised_take(vm);
    struct value result = VALUE_NONE;
    enum send_result how = type->throw(vm, iterator, exception, &result);
    value_drop(vm, exception);
    vm->result = result;
    return how;
}

// An exception is thrown into vm->frame, which is suspended.
static NOINLINE machine_step throw_here(struct vm *vm, struct frame *frame, const struct instr *ip,
                                        struct value *sp) {
    struct value iterator = sp[-1];
    struct generator *generator = resume_delegate(vm, iterator);
    if (generator != NULL && generator->state != GENERATOR_ENDED) {
        bool entered = resume_linked_throwing(vm, generator, frame);
        if (entered) {
            GO_ON_IN(machine_go_on);
        }
        GO_ON_IN(machine_raise);
    }
    if (generator != NULL || !value_is_object(iterator)) {
        GO_ON_IN(machine_raise);
    }
    switch (throw_into(vm, iterator)) {
    case SEND_RAISED:
        GO_ON_IN(machine_raise);
    case SEND_YIELDED:
        *sp++ = vm->result;
        GO_ON_IN(machine_yield);
    case SEND_RETURNED:
        break;
    }
    return_await(vm, vm->result);
    GO_ON_IN(machine_raise_or_go_on);
}

machine_step machine_go_on(struct vm *vm, struct frame *frame, const struct instr *ip,
                           struct value *sp) {
    frame = vm->frame;
    sp = frame->sp;
    if (SELDOM(vm->ip == NULL)) {
        ip = frame->ip;
        if (ip->op == OP_AWAIT && (frame->ending & FRAME_GENERATES) != 0) {
            GO_ON_IN(throw_here);
        }
        GO_ON_IN(machine_raise);
    }
    ip = vm->ip;
    GO(ip);
}

int machine_enter(struct vm *vm) {
    machine_step step = machine_go_on(vm, vm->frame, vm->ip, vm->frame->sp);
#if !MACHINE_JUMPS
    while (step == MACHINE_GOES_ON) {
        step = machine_table[vm->ip->op](vm, vm->frame, vm->ip, vm->sp);
    }
#endif
    return step;
}
