// Yield, await, return.
#include "vm/async_generator.h"
#include "vm/awaiting.h"
#include "vm/machine.h"
#include "vm/record.h"
#include "vm/resume.h"
#include "vm/return.h"

static bool is_library(const struct loaded *loaded) {
    return (loaded->code->flags & CODE_LIBRARY) != 0;
}

// For --model notes: where the program itself says await, the host may give something else to be
// awaited in place of a coroutine of the program. It then stands in [*top]. False if raised.
static bool wrap(struct vm *vm, const struct frame *frame, struct value *top) {
    const struct vm_host *host = &vm->options.host;
    if (host->wrap_await == NULL || !value_is_exactly(*top, builtin(vm, BUILTIN_coroutine)) ||
        is_library(frame->loaded) || is_library(generator_of(*top)->loaded)) {
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

static NOINLINE machine_step get_awaitable_slow(struct vm *vm, struct frame *frame,
                                                const struct instr *ip, struct value *sp) {
    if (value_is(sp[-1], VALUE_BARE_YIELD)) {
        NEXT();
    }
    SAVE();
    if (ip->sub == AWAITING_PLAINLY && !wrap(vm, frame, &sp[-1])) {
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

// A coroutine that has not begun is its own iterator.
HANDLER(GET_AWAITABLE) {
    struct value x = sp[-1];
    if (!value_is_exactly(x, builtin(vm, BUILTIN_coroutine)) ||
        generator_of(x)->state != GENERATOR_CREATED || vm->options.host.wrap_await != NULL) {
        GO_ON_IN(get_awaitable_slow);
    }
    NEXT();
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

static NOINLINE machine_step await_slow(struct vm *vm, struct frame *frame, const struct instr *ip,
                                        struct value *sp) {
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

// What is no coroutine: mostly the bare yield of sleep(0), or a future.
static NOINLINE machine_step await_no_coroutine(struct vm *vm, struct frame *frame,
                                                const struct instr *ip, struct value *sp) {
    if (value_is(sp[-2], VALUE_BARE_YIELD)) {
        sp[-2] = VALUE_BARE_YIELDED;
        GO_ON_IN(machine_yield);
    }
    if (value_is(sp[-2], VALUE_BARE_YIELDED)) {
        struct value sent = *--sp;
        sp[-1] = VALUE_NONE;
        NEXT_DROP(sent);
    }
    GO_ON_IN(await_slow);
}

// A coroutine that begins only now is linked to this frame and runs on; all else is await_slow's.
HANDLER(AWAIT) {
    struct value iterator = sp[-2];
    if (!value_is_exactly(iterator, builtin(vm, BUILTIN_coroutine))) {
        GO_ON_IN(await_no_coroutine);
    }
    struct generator *generator = generator_of(iterator);
    if (generator->state != GENERATOR_CREATED || !value_is_none(sp[-1]) ||
        generator->loaded->recorded || SELDOM(vm->depth >= vm->options.recursion_limit)) {
        GO_ON_IN(await_slow);
    }
    frame->ip = ip;
    frame->sp = sp - 1;
    generator->state = GENERATOR_LINKED;
    struct frame *inner = generator->frame;
    inner->back = frame;
    vm->depth++;
    vm->frame = inner;
    frame = inner;
    sp = frame->sp;
    GO(frame->loaded->instrs);
}

HANDLER(YIELD) {
    if (ip->sub != 0) {
        GO_ON_IN(machine_give_async);
    }
    GO_ON_IN(machine_yield);
}

// Returning --------------------------------------------------------------------------------------

// Drops the slots of a frame that ends, in order. False: one of them would die, which is for the
// slow way to do; those before it are ABSENT then.
static inline bool drop_slots(struct frame *frame, const struct value *stack) {
    for (struct value *slot = frame->slots; slot < stack; slot++) {
        struct value x = *slot;
        if (value_is_object(x)) {
            if (value_to_object(x)->refs == 1) {
                return false;
            }
            value_to_object(x)->refs--;
            *slot = VALUE_ABSENT;
        }
    }
    return true;
}

// Lays the frame aside that has nothing left but its function; false as above.
static inline bool leave(struct vm *vm, struct frame *frame) {
    struct object *function = &frame->function->head;
    if (function->refs == 1 || !frame_recycle(vm, frame)) {
        return false;
    }
    function->refs--;
    vm->frame = frame->back;
    vm->depth--;
    return true;
}

// A coroutine returns to the await that waits for it.
static NOINLINE machine_step return_linked(struct vm *vm, struct frame *frame,
                                           const struct instr *ip, struct value *sp) {
    struct value *stack = frame_stack(frame);
    struct generator *generator = frame->generator;
    if (generator->state != GENERATOR_LINKED || generator->stepping || sp - 1 != stack ||
        !drop_slots(frame, stack)) {
        GO_ON_IN(machine_return);
    }
    struct value result = sp[-1];
    struct frame *back = frame->back;
    if (SELDOM(!leave(vm, frame))) {
        GO_ON_IN(machine_return);
    }
    generator->state = GENERATOR_ENDED;
    generator->frame = NULL;
    frame = back;
    sp = frame->sp;
    ip = frame->ip;
    struct value iterator = sp[-1];
    sp[-1] = result;
    NEXT_DROP(iterator);
}

static NOINLINE machine_step return_otherwise(struct vm *vm, struct frame *frame,
                                              const struct instr *ip, struct value *sp) {
    if (frame->ending == FRAME_GENERATES && frame->number == 0) {
        GO_ON_IN(return_linked);
    }
    GO_ON_IN(machine_return);
}

// Of a frame that is like most: its result is pushed for the caller, and it keeps nothing but its
// slots.
HANDLER(RETURN) {
    if (SELDOM((frame->ending | frame->number) != FRAME_PUSHES)) {
        GO_ON_IN(return_otherwise);
    }
    struct value *stack = frame_stack(frame);
    if (SELDOM(sp - 1 != stack || frame->back->ip->op == OP_CALL_POP ||
               !drop_slots(frame, stack))) {
        GO_ON_IN(machine_return);
    }
    struct value result = sp[-1];
    struct frame *back = frame->back;
    if (SELDOM(!leave(vm, frame))) {
        GO_ON_IN(machine_return);
    }
    frame = back;
    sp = frame->sp;
    *sp++ = result;
    GO(frame->ip + 1);
}

HANDLER(RETURN_CONST) {
    *sp++ = value_keep(CONST(ip->a));
    GO_ON_IN(op_RETURN);
}
