// How frames end and generators are left: who gets the value, and where they go on.
//
// The frame behind stands at the instruction that waits for the value (frame->ip): a call, a loop's
// FOR_ITER, an AWAIT. machine_give puts it where that instruction wants it.
#include "vm/return.h"
#include "vm/async_generator.h"
#include "vm/exception.h"
#include "vm/machine.h"
#include "vm/record.h"
#include "vm/resume.h"
#include "vm/type.h"

// FOR_ITER and FOR_ITER_STORE take the next value: true if [frame] stands at one of the latter.
static bool stores_item(const struct frame *frame) {
    return frame->ip->op == OP_FOR_ITER_STORE || frame->ip->op == OP_FOR_ITER_STORE_RECORDED;
}

void return_give(struct vm *vm, struct value value) {
    struct frame *frame = vm->frame;
    if (frame->ip->op == OP_CALL_POP) {
        value_drop(vm, value);
    } else if (stores_item(frame)) {
        value_replace(vm, &frame->slots[frame->ip->a], value);
        if (frame->ip->op == OP_FOR_ITER_STORE_RECORDED) {
            record_local(vm, frame, frame->ip->a, value);
        }
    } else {
        *frame->sp++ = value;
    }
    vm->ip = frame->ip + 1; // last: dropping may have run Python code
}

void return_await(struct vm *vm, struct value value) {
    struct frame *frame = vm->frame;
    struct value iterator = frame->sp[-1];
    frame->sp[-1] = value;
    value_drop(vm, iterator);
    vm->ip = frame->ip + 1;
}

// A `for` whose generator has returned is over.
static void end_loop(struct vm *vm) {
    struct frame *frame = vm->frame;
    struct value iterator = *--frame->sp;
    value_drop(vm, iterator);
    vm->ip = frame->loaded->instrs + frame->ip->target;
}

// Generators -------------------------------------------------------------------------------------

// The chain that [frame] is the innermost frame of yields [value].
static machine_step chain_yields(struct vm *vm, struct frame *frame, struct value value) {
    if (resume_suspended(vm, frame) == DRIVEN_BY_C) {
        vm->result = value;
        return OUTCOME_YIELDED;
    }
    return_give(vm, value);
    return MACHINE_GOES_ON;
}

machine_step machine_yield(struct vm *vm, struct frame *frame, const struct instr *ip,
                           struct value *sp) {
    struct value value = *--sp;
    SAVE();
    machine_step step = chain_yields(vm, frame, value);
    if (step != MACHINE_GOES_ON) {
        return step;
    }
    GO_ON_IN(machine_go_on);
}

// A value of a generator's return goes to whoever drove it. VALUE_ERROR: something was raised.
static machine_step give_result(struct vm *vm, enum driven driven, struct value value) {
    if (driven == DRIVEN_BY_C) {
        vm->result = value;
        return value_is_error(value) ? OUTCOME_RAISED : OUTCOME_RETURNED;
    }
    if (value_is_error(value)) {
        vm->ip = NULL;
    } else if (driven == DRIVEN_BY_AWAIT) {
        return_await(vm, value);
    } else if (driven == DRIVEN_BY_LOOP) {
        value_drop(vm, value);
        end_loop(vm);
    } else {
        generator_raise_stop(vm, value);
        vm->ip = NULL;
    }
    return MACHINE_GOES_ON;
}

machine_step machine_give_async(struct vm *vm, struct frame *frame, const struct instr *ip,
                                struct value *sp) {
    struct value value = *--sp;
    SAVE();
    struct generator *generator = frame->generator;
    value_keep(value_object(generator));
    enum driven driven = resume_given(vm, generator);
    value = async_generator_gave(vm, generator, value);
    value_drop(vm, value_object(generator));
    machine_step step = give_result(vm, driven, value);
    if (step != MACHINE_GOES_ON) {
        return step;
    }
    GO_ON_IN(machine_raise_or_go_on);
}

static machine_step generator_returns(struct vm *vm, struct frame *frame, struct value value) {
    struct generator *generator = frame->generator;
    value_keep(value_object(generator));
    enum driven driven = resume_ended(vm, generator);
    if (generator->stepping) {
        value_drop(vm, value);
        value = async_generator_returned(vm, generator);
    }
    value_drop(vm, value_object(generator));
    return give_result(vm, driven, value);
}

// Plain frames -----------------------------------------------------------------------------------

// The result of calling a class, after its __init__ gave [result].
static struct value init_returns(struct vm *vm, struct value instance, struct value result) {
    if (value_is_none(result)) {
        return instance;
    }
    type_init_returned(vm, result);
    value_drop(vm, result);
    value_drop(vm, instance);
    return VALUE_ERROR;
}

static machine_step frame_returns(struct vm *vm, struct frame *frame, struct value value) {
    unsigned ending = frame->ending;
    struct value instance = frame->held;
    if ((ending & FRAME_INITS) != 0) {
        frame->held = VALUE_ABSENT;
    }
    vm->frame = frame->back;
    vm->depth--;
    frame_end(vm, frame);
    if ((ending & FRAME_INITS) != 0) {
        value = init_returns(vm, instance, value);
    }
    if ((ending & FRAME_LEAVES) != 0) {
        vm->result = value;
        return value_is_error(value) ? OUTCOME_RAISED : OUTCOME_RETURNED;
    }
    if (value_is_error(value)) {
        vm->ip = NULL;
    } else {
        return_give(vm, value);
    }
    return MACHINE_GOES_ON;
}

machine_step machine_return(struct vm *vm, struct frame *frame, const struct instr *ip,
                            struct value *sp) {
    struct value value = *--sp;
    SAVE();
    if (frame->number != 0) {
        record_return(vm, frame, value);
    }
    machine_step step = (frame->ending & FRAME_GENERATES) != 0 ? generator_returns(vm, frame, value)
                                                               : frame_returns(vm, frame, value);
    if (step != MACHINE_GOES_ON) {
        return step;
    }
    GO_ON_IN(machine_raise_or_go_on);
}
