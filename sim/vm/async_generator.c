// The rules are those of CPython's genobject.c: a step can be awaited once; while one is under way
// no other can begin; a generator that has ended ends its steps at once.
#include "vm/async_generator.h"

#include "vm/exception.h"
#include "vm/generator_types.h"
#include "vm/return.h"
#include "vm/state.h"

bool async_step_is(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_async_generator_asend)) ||
           value_is_exactly(v, builtin(vm, BUILTIN_async_generator_athrow));
}

static struct value raise_stop_async(struct vm *vm) {
    return raise_with(vm, EXCEPTION_StopAsyncIteration, VALUE_ABSENT);
}

// Entering ---------------------------------------------------------------------------------------

static enum async_entry refuse_reuse(struct vm *vm, const struct async_step *step) {
    raise_error(vm, EXCEPTION_RuntimeError, "cannot reuse already awaited %s",
                step->kind == ASYNC_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
    return ASYNC_REFUSED;
}

static enum async_entry refuse_running(struct vm *vm, struct async_step *step) {
    static const char *const names[] = {
        [ASYNC_SEND] = "anext", [ASYNC_THROW] = "athrow", [ASYNC_CLOSE] = "aclose"};
    step->state = ASYNC_STEP_OVER;
    raise_error(vm, EXCEPTION_RuntimeError, "%s(): asynchronous generator is already running",
                names[step->kind]);
    return ASYNC_REFUSED;
}

// A step whose generator has ended, or has been closed.
static enum async_entry enter_ended(struct vm *vm, struct async_step *step) {
    step->state = ASYNC_STEP_OVER;
    if (step->kind != ASYNC_SEND && step->generator->state == GENERATOR_ENDED) {
        return ASYNC_OVER;
    }
    step->generator->closed = true;
    raise_stop_async(vm);
    return ASYNC_REFUSED;
}

static bool enter_sending(struct vm *vm, struct async_step *step, struct frame *frame,
                          struct value sent) {
    return frame == NULL ? resume_root(vm, step->generator, sent, RESUMER_C)
                         : resume_linked(vm, step->generator, frame, sent);
}

static bool enter_throwing(struct vm *vm, struct async_step *step, struct frame *frame) {
    struct value exception = step->kind == ASYNC_THROW
                                 ? value_keep(step->value)
                                 : exception_new(vm, EXCEPTION_GeneratorExit, NULL, 0);
    if (value_is_error(exception)) {
        return false;
    }
    if (frame == NULL) {
        return resume_root_throwing(vm, step->generator, exception, RESUMER_C);
    }
    vm->raised = exception;
    return resume_linked_throwing(vm, step->generator, frame);
}

// The first time that a step is awaited.
static enum async_entry enter_first(struct vm *vm, struct async_step *step, struct frame *frame,
                                    struct value sent) {
    struct generator *generator = step->generator;
    bool ended = generator->state == GENERATOR_ENDED;
    if (generator->stepping && !(ended && step->kind != ASYNC_SEND)) {
        return refuse_running(vm, step);
    }
    if (ended || (step->kind != ASYNC_SEND && generator->closed)) {
        return enter_ended(vm, step);
    }
    if (step->kind != ASYNC_SEND && !value_is_none(sent)) {
        raise_error(vm, EXCEPTION_RuntimeError,
                    "can't send non-None value to a just-started coroutine");
        return ASYNC_REFUSED;
    }
    step->state = ASYNC_STEP_STARTED;
    async_step_set(generator, step);
    generator->closed |= step->kind == ASYNC_CLOSE;
    struct value first = value_is_none(sent) ? step->value : sent;
    bool entered = step->kind == ASYNC_SEND ? enter_sending(vm, step, frame, value_keep(first))
                                            : enter_throwing(vm, step, frame);
    if (!entered) {
        async_step_set(generator, NULL);
        step->state = ASYNC_STEP_OVER;
    }
    return entered ? ASYNC_ENTERED : ASYNC_REFUSED;
}

enum async_entry async_step_enter(struct vm *vm, struct async_step *step, struct frame *frame,
                                  struct value sent) {
    enum async_entry entry;
    if (step->state == ASYNC_STEP_OVER) {
        entry = refuse_reuse(vm, step);
    } else if (step->state == ASYNC_STEP_NEW) {
        entry = enter_first(vm, step, frame, sent);
    } else {
        return enter_sending(vm, step, frame, sent) ? ASYNC_ENTERED : ASYNC_REFUSED;
    }
    value_drop(vm, sent);
    return entry;
}

// Leaving ----------------------------------------------------------------------------------------

static enum async_step_kind end_step(struct generator *generator) {
    struct async_step *step = ((struct async_generator *)generator)->step;
    async_step_set(generator, NULL);
    step->state = ASYNC_STEP_OVER;
    return step->kind;
}

struct value async_generator_gave(struct vm *vm, struct generator *generator, struct value value) {
    if (!generator->stepping || end_step(generator) != ASYNC_CLOSE) {
        return value;
    }
    value_drop(vm, value);
    return raise_error(vm, EXCEPTION_RuntimeError, "async generator ignored GeneratorExit");
}

struct value async_generator_returned(struct vm *vm, struct generator *generator) {
    generator->closed = true;
    return end_step(generator) == ASYNC_CLOSE ? VALUE_NONE : raise_stop_async(vm);
}

void async_generator_raised(struct vm *vm, struct generator *generator, enum driven driven) {
    bool is_exit = raised_is(vm, EXCEPTION_GeneratorExit);
    generator->closed |= is_exit;
    if (end_step(generator) != ASYNC_CLOSE || !is_exit) {
        return;
    }
    value_drop(vm, raised_take(vm));
    if (driven == DRIVEN_BY_AWAIT) {
        return_await(vm, VALUE_NONE);
    } else {
        generator_raise_stop(vm, VALUE_NONE);
    }
}
