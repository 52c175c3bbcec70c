// Yield, await, return.
#include "vm/async_generator.h"
#include "vm/awaiting.h"
#include "vm/machine.h"
#include "vm/record.h"
#include "vm/resume.h"
#include "vm/return.h"

// For --model notes: the host may give something else to be awaited in place of a coroutine of the
// program. True if sp[-1] was replaced; VALUE_ERROR there if that raised.
static bool wrap(struct vm *vm, struct value *top) {
    const struct vm_host *host = &vm->options.host;
    if (host->wrap_await == NULL || !value_is_exactly(*top, builtin(vm, BUILTIN_coroutine)) ||
        (generator_of(*top)->loaded->code->flags & CODE_LIBRARY) != 0) {
        return true;
    }
    struct value instead = host->wrap_await(host->self, vm, *top);
    if (value_is_error(instead)) {
        return false;
    }
    if (!value_is_absent(instead)) {
        value_replace(vm, top, instead);
    }
    return true;
}

HANDLER(GET_AWAITABLE) {
    SAVE();
    if (!wrap(vm, &sp[-1])) {
        FAIL();
    }
    struct value x = sp[-1];
    struct value iterator = awaiting_iterator(vm, x, (enum awaiting_why)ip->sub);
    if (value_is_error(iterator)) {
        FAIL();
    }
    sp[-1] = iterator;
    NEXT_DROP(x);
}

HANDLER(GET_YIELD_FROM_ITER) {
    SAVE();
    struct value x = sp[-1];
    bool in_coroutine = frame->generator->is_iterable_coroutine;
    struct value iterator = awaiting_yield_from(vm, x, in_coroutine);
    if (value_is_error(iterator)) {
        FAIL();
    }
    sp[-1] = iterator;
    NEXT_DROP(x);
}

// The awaited iterator is over, its result is vm->result.
static NOINLINE machine_step await_returned(struct vm *vm, struct frame *frame,
                                            const struct instr *ip, struct value *sp) {
    struct value iterator = sp[-1];
    sp[-1] = vm->result;
    NEXT_DROP(iterator);
}

// An iterator that is no generator: sp[0] was sent to sp[-1].
static NOINLINE machine_step await_other(struct vm *vm, struct frame *frame, const struct instr *ip,
                                         struct value *sp) {
    struct value sent = sp[0];
    enum send_result how = awaiting_send(vm, sp[-1], sent);
    struct value result = vm->result;
    value_drop(vm, sent);
    vm->result = result;
    if (how == SEND_RETURNED) {
        GO_ON_IN(await_returned);
    }
    if (how == SEND_RAISED) {
        FAIL();
    }
    *sp++ = vm->result;
    GO_ON_IN(machine_yield);
}

// asend() and kin of an asynchronous generator.
static NOINLINE machine_step await_step(struct vm *vm, struct frame *frame, const struct instr *ip,
                                        struct value *sp) {
    switch (async_step_enter(vm, async_step_of(sp[-1]), frame, sp[0])) {
    case ASYNC_ENTERED:
        GO_ON_IN(machine_go_on);
    case ASYNC_OVER:
        vm->result = VALUE_NONE;
        GO_ON_IN(await_returned);
    case ASYNC_REFUSED:
        break;
    }
    FAIL();
}

// A generator or coroutine that has ended before it was awaited.
static NOINLINE machine_step await_ended(struct vm *vm, struct frame *frame, const struct instr *ip,
                                         struct value *sp) {
    struct value iterator = sp[-1];
    value_drop(vm, sp[0]);
    if (!value_is_exactly(iterator, builtin(vm, BUILTIN_generator))) {
        raise_error(vm, EXCEPTION_RuntimeError, "cannot reuse already awaited coroutine");
        FAIL();
    }
    vm->result = VALUE_NONE;
    GO_ON_IN(await_returned);
}

HANDLER(AWAIT) {
    struct value iterator = generator_unwrap(vm, sp[-2]);
    sp--;
    SAVE();
    if (!generator_is(vm, iterator)) {
        if (async_step_is(vm, iterator)) {
            GO_ON_IN(await_step);
        }
        GO_ON_IN(await_other);
    }
    struct generator *generator = generator_of(iterator);
    if (SELDOM(generator->state == GENERATOR_ENDED)) {
        GO_ON_IN(await_ended);
    }
    if (SELDOM(!resume_linked(vm, generator, frame, sp[0]))) {
        FAIL();
    }
    GO_ON_IN(machine_go_on);
}

HANDLER(YIELD) {
    if (ip->sub != 0) {
        GO_ON_IN(machine_give_async);
    }
    GO_ON_IN(machine_yield);
}

// Returning --------------------------------------------------------------------------------------

// Of a frame that is like most: its result is pushed for the caller, and it keeps nothing but its
// slots. The slots are dropped in order; the first one that dies hands over to the slow way.
HANDLER(RETURN) {
    if (SELDOM((frame->ending | frame->number) != FRAME_PUSHES)) {
        GO_ON_IN(machine_return);
    }
    struct value *stack = frame_stack(frame);
    if (SELDOM(sp - 1 != stack || frame->back->ip->op == OP_CALL_POP)) {
        GO_ON_IN(machine_return);
    }
    for (struct value *slot = frame->slots; slot < stack; slot++) {
        struct value x = *slot;
        if (value_is_object(x)) {
            if (value_to_object(x)->refs == 1) {
                GO_ON_IN(machine_return);
            }
            value_to_object(x)->refs--;
            *slot = VALUE_ABSENT;
        }
    }
    struct value result = sp[-1];
    struct object *function = &frame->function->head;
    if (SELDOM(function->refs == 1 || !frame_recycle(vm, frame))) {
        GO_ON_IN(machine_return);
    }
    function->refs--;
    frame = frame->back;
    vm->frame = frame;
    vm->depth--;
    sp = frame->sp;
    *sp++ = result;
    GO(frame->ip + 1);
}

HANDLER(RETURN_CONST) {
    *sp++ = value_keep(CONST(ip->a));
    GO_ON_IN(op_RETURN);
}
