// Iteration: iter(), the next item, and its asynchronous kin.
#include "vm/async_generator.h"
#include "vm/awaiting.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/range.h"
#include "vm/record.h"
#include "vm/resume.h"
#include "vm/sequence_iterators.h"

HANDLER(GET_ITER) {
    SAVE();
    struct value iterable = sp[-1];
    struct value iterator = vm_iter(vm, iterable);
    if (value_is_error(iterator)) {
        FAIL();
    }
    sp[-1] = iterator;
    NEXT_DROP(iterable);
}

// The loop is over: its iterator goes.
static NOINLINE machine_step end_loop(struct vm *vm, struct frame *frame, const struct instr *ip,
                                      struct value *sp) {
    struct value iterator = *--sp;
    SAVE();
    value_drop(vm, iterator);
    GO_TARGET();
}

// A `for` over a generator: goes on in its frame, whose yield comes back here.
static NOINLINE machine_step resume_for(struct vm *vm, struct frame *frame, const struct instr *ip,
                                        struct value *sp) {
    SAVE();
    struct generator *generator = generator_of(sp[-1]);
    if (generator->state == GENERATOR_ENDED) {
        GO_ON_IN(end_loop);
    }
    if (!resume_root(vm, generator, VALUE_NONE, RESUMER_LOOP)) {
        FAIL();
    }
    GO_ON_IN(machine_go_on);
}

// Of FOR_ITER, for any iterator.
static NOINLINE machine_step for_iter_slow(struct vm *vm, struct frame *frame,
                                           const struct instr *ip, struct value *sp) {
    SAVE();
    struct value iterator = sp[-1];
    if (value_is_exactly(iterator, builtin(vm, BUILTIN_generator))) {
        GO_ON_IN(resume_for);
    }
    struct value item = vm_next(vm, iterator);
    if (value_is_absent(item)) {
        GO_ON_IN(end_loop);
    }
    if (value_is_error(item)) {
        FAIL();
    }
    *sp++ = item;
    NEXT();
}

// Of FOR_ITER_STORE and its recorded form.
static NOINLINE machine_step for_iter_store_slow(struct vm *vm, struct frame *frame,
                                                 const struct instr *ip, struct value *sp) {
    SAVE();
    struct value iterator = sp[-1];
    if (value_is_exactly(iterator, builtin(vm, BUILTIN_generator))) {
        GO_ON_IN(resume_for);
    }
    struct value item = vm_next(vm, iterator);
    if (value_is_absent(item)) {
        GO_ON_IN(end_loop);
    }
    if (value_is_error(item)) {
        FAIL();
    }
    struct value old = frame->slots[ip->a];
    frame->slots[ip->a] = item;
    if (ip->op == OP_FOR_ITER_STORE_RECORDED) {
        record_local(vm, frame, ip->a, item);
    }
    NEXT_DROP(old);
}

// The next item of a range, list or tuple iterator that has one; ABSENT for all else.
static inline struct value quick_next(const struct vm *vm, struct value iterator) {
    const struct type *type = value_to_object(iterator)->type;
    if (type == builtin(vm, BUILTIN_range_iterator)) {
        struct range_iterator *range = (struct range_iterator *)value_to_object(iterator);
        return range->left > 0 ? range_iterator_advance(range) : VALUE_ABSENT;
    }
    if (type == builtin(vm, BUILTIN_list_iterator)) {
        return list_iterator_next(iterator);
    }
    if (type == builtin(vm, BUILTIN_tuple_iterator)) {
        return tuple_iterator_next(iterator);
    }
    return VALUE_ABSENT;
}

HANDLER(FOR_ITER) {
    struct value item = quick_next(vm, sp[-1]);
    if (value_is_absent(item)) {
        GO_ON_IN(for_iter_slow);
    }
    *sp++ = item;
    NEXT();
}

HANDLER(FOR_ITER_STORE) {
    struct value item = quick_next(vm, sp[-1]);
    if (value_is_absent(item)) {
        GO_ON_IN(for_iter_store_slow);
    }
    struct value old = frame->slots[ip->a];
    frame->slots[ip->a] = item;
    NEXT_DROP(old);
}

HANDLER(FOR_ITER_STORE_RECORDED) {
    if (SELDOM(!record_has_room(vm, frame, ip->a))) {
        GO_ON_IN(for_iter_store_slow);
    }
    struct value item = quick_next(vm, sp[-1]);
    if (value_is_absent(item)) {
        GO_ON_IN(for_iter_store_slow);
    }
    struct value old = frame->slots[ip->a];
    frame->slots[ip->a] = item;
    if (SELDOM(!(value_is_small(item) || value_is_float(item)))) {
        vm->victims[0] = old;
        GO_ON_IN(machine_record_a_next);
    }
    record_number(vm, frame, ip->a, item);
    NEXT_DROP(old);
}

// Asynchronous -----------------------------------------------------------------------------------

HANDLER(GET_AITER) {
    SAVE();
    struct value iterable = sp[-1];
    struct value iterator = awaiting_aiter(vm, iterable);
    if (value_is_error(iterator)) {
        FAIL();
    }
    sp[-1] = iterator;
    NEXT_DROP(iterable);
}

HANDLER(GET_ANEXT) {
    SAVE();
    struct value awaitable = awaiting_anext(vm, sp[-1]);
    if (value_is_error(awaitable)) {
        FAIL();
    }
    *sp++ = awaitable;
    NEXT();
}

HANDLER(END_ASYNC_FOR) {
    struct value exception = sp[-1], handled = sp[-2], iterator = sp[-3];
    bool over = awaiting_is_stop(vm, exception);
    struct value current = frame->handled;
    frame->handled = handled;
    if (!over) {
        sp -= 2;
        SAVE();
        value_drop(vm, current);
        vm->raised = exception;
        GO_ON_IN(machine_reraise);
    }
    sp -= 3;
    vm->victims[0] = current;
    vm->victims[1] = exception;
    vm->victims[2] = iterator;
    GO_ON_IN(machine_drop_three_next);
}
