// throw() and close(), with CPython's rules: a GeneratorExit is not thrown into what a generator
// awaits; that is closed first, and the exception raised behind it.
#include "vm/exception.h"
#include "vm/generator_types.h"
#include "vm/machine.h"
#include "vm/record.h"
#include "vm/resume.h"
#include "vm/state.h"

enum send_result generator_throw_plain(struct vm *vm, struct value iterator) {
    struct value exception = raised_take(vm);
    struct value method = vm_find_attribute(vm, iterator, "throw");
    struct value given = VALUE_ERROR;
    if (value_is_absent(method)) {
        vm->raised = exception;
        return SEND_RAISED;
    }
    if (!value_is_error(method)) {
        given = vm_call(vm, method, &exception, 1);
    }
    value_drop(vm, method);
    value_drop(vm, exception);
    vm->result = given;
    if (!value_is_error(given)) {
        return SEND_YIELDED;
    }
    if (!raised_is(vm, EXCEPTION_StopIteration)) {
        return SEND_RAISED;
    }
    struct value stop = raised_take(vm);
    struct value result = value_keep(exception_stop_value(stop));
    value_drop(vm, stop);
    vm->result = result;
    return SEND_RETURNED;
}

// Closes what a generator awaits or yields from, as its own close(). False if raised.
static bool close_iterator(struct vm *vm, struct value iterator) {
    struct value result;
    if (generator_is(vm, iterator)) {
        result = generator_close(vm, iterator);
    } else {
        struct value method = vm_find_attribute(vm, iterator, "close");
        result = value_is_absent(method) || value_is_error(method) ? method
                                                                   : vm_call(vm, method, NULL, 0);
        value_drop(vm, method);
    }
    bool closed = !value_is_error(result);
    value_drop(vm, result);
    return closed;
}

// A GeneratorExit is not thrown into what the generator awaits: that is closed, and the exception,
// or what closing raised, is raised behind it. Gives the exception to raise.
static struct value close_awaited(struct vm *vm, struct generator *generator,
                                  struct value exception) {
    struct value iterator = value_keep(generator_awaits(generator));
    if (value_is_absent(iterator)) {
        return exception;
    }
    if (!close_iterator(vm, iterator)) {
        value_drop(vm, exception);
        exception = raised_take(vm);
    }
    value_drop(vm, iterator);
    if (generator->state == GENERATOR_SUSPENDED) {
        value_replace(vm, &generator->frame->sp[-1], VALUE_NONE);
        generator->innermost = generator->frame;
        generator->depth = 1;
    }
    return exception;
}

bool generator_throw_begin(struct vm *vm, struct generator *generator, struct value exception,
                           enum generator_resumer resumer) {
    if (exception_is_kind(vm, exception, EXCEPTION_GeneratorExit) &&
        resume_make_available(vm, generator)) {
        exception = close_awaited(vm, generator, exception);
    }
    return resume_root_throwing(vm, generator, exception, resumer);
}

// Is the place where it stands outside of all try and with statements?
static bool is_unguarded(const struct frame *frame) {
    const struct code *code = frame->loaded->code;
    uint32_t instr = frame_instr(frame);
    for (uint32_t i = 0; i < code->handler_count; i++) {
        if (instr >= code->handlers[i].start && instr < code->handlers[i].end) {
            return false;
        }
    }
    return true;
}

static void end_quietly(struct vm *vm, struct generator *generator) {
    struct frame *frame = generator->frame;
    if (frame->number != 0) {
        record_return(vm, frame, VALUE_NONE);
    }
    generator->state = GENERATOR_ENDED;
    generator->frame = NULL;
    frame_end(vm, frame);
}

// Raises GeneratorExit inside and sees what comes out.
static struct value close_by_throwing(struct vm *vm, struct generator *generator) {
    struct value exit = exception_new(vm, EXCEPTION_GeneratorExit, NULL, 0);
    struct value result;
    if (value_is_error(exit)) {
        return VALUE_ERROR;
    }
    enum send_result how = generator_throw(vm, value_object(generator), exit, &result);
    value_drop(vm, exit);
    switch (how) {
    case SEND_YIELDED:
        value_drop(vm, result);
        return raise_error(vm, EXCEPTION_RuntimeError, "%s ignored GeneratorExit",
                           resume_kind(vm, generator));
    case SEND_RETURNED:
        return result;
    case SEND_RAISED:
        break;
    }
    bool over =
        raised_clear(vm, EXCEPTION_StopIteration) || raised_clear(vm, EXCEPTION_GeneratorExit);
    return over ? VALUE_NONE : VALUE_ERROR;
}

struct value generator_close(struct vm *vm, struct value self) {
    struct generator *generator = generator_of(self);
    if (generator->state == GENERATOR_ENDED) {
        return VALUE_NONE;
    }
    if (generator->state != GENERATOR_CREATED && !resume_make_available(vm, generator)) {
        return VALUE_ERROR;
    }
    bool started = generator->state != GENERATOR_CREATED;
    if (!started || (generator->frame->ip->op != OP_AWAIT && is_unguarded(generator->frame))) {
        end_quietly(vm, generator);
        return VALUE_NONE;
    }
    return close_by_throwing(vm, generator);
}
