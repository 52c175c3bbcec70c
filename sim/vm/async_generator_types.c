// The types async_generator, async_generator_asend and async_generator_athrow.
#include "vm/async_generator.h"
#include "vm/exception.h"
#include "vm/generator_types.h"
#include "vm/machine.h"
#include "vm/never_awaited.h"
#include "vm/state.h"
#include "vm/str.h"

// Steps ------------------------------------------------------------------------------------------

static struct value step_new(struct vm *vm, struct value generator, enum async_step_kind kind,
                             struct value value) {
    bool sends = kind == ASYNC_SEND;
    struct type *type =
        builtin(vm, sends ? BUILTIN_async_generator_asend : BUILTIN_async_generator_athrow);
    struct async_step *step = object_new(vm, type, sizeof *step);
    if (step == NULL) {
        value_drop(vm, value);
        return VALUE_ERROR;
    }
    step->generator = generator_of(value_keep(generator));
    step->value = value;
    step->kind = (uint8_t)kind;
    return value_object(step);
}

static void step_free(struct vm *vm, struct object *object) {
    struct async_step *step = (struct async_step *)object;
    if (step->state == ASYNC_STEP_NEW && !vm->ending) {
        never_awaited_warn_step(vm, step);
    }
    if (((struct async_generator *)step->generator)->step == step) {
        async_step_set(step->generator, NULL);
    }
    value_drop(vm, step->value);
    value_drop(vm, value_object(step->generator));
}

static enum send_result run_step(struct vm *vm, struct value *result) {
    vm->nesting++;
    vm->native_depth++;
    int outcome = machine_enter(vm);
    vm->native_depth--;
    vm->nesting--;
    if (outcome == OUTCOME_YIELDED || outcome == OUTCOME_RETURNED) {
        *result = vm->result;
        return outcome == OUTCOME_YIELDED ? SEND_YIELDED : SEND_RETURNED;
    }
    if (raised_clear(vm, EXCEPTION_StopIteration)) { // of an aclose()
        *result = VALUE_NONE;
        return SEND_RETURNED;
    }
    return SEND_RAISED;
}

static enum send_result step_send(struct vm *vm, struct value self, struct value sent,
                                  struct value *result) {
    switch (async_step_enter(vm, async_step_of(self), NULL, value_keep(sent))) {
    case ASYNC_ENTERED:
        return run_step(vm, result);
    case ASYNC_OVER:
        *result = VALUE_NONE;
        return SEND_RETURNED;
    case ASYNC_REFUSED:
        break;
    }
    return SEND_RAISED;
}

static enum send_result step_throw(struct vm *vm, struct value self, struct value exception,
                                   struct value *result) {
    struct async_step *step = async_step_of(self);
    if (step->state == ASYNC_STEP_OVER) {
        raise_error(vm, EXCEPTION_RuntimeError, "cannot reuse already awaited %s",
                    step->kind == ASYNC_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
        return SEND_RAISED;
    }
    if (step->generator->state == GENERATOR_ENDED) {
        step->state = ASYNC_STEP_OVER;
        raise_value(vm, value_keep(exception));
        return SEND_RAISED;
    }
    step->state = ASYNC_STEP_STARTED;
    async_step_set(step->generator, step);
    bool entered = resume_root_throwing(vm, step->generator, value_keep(exception), RESUMER_C);
    return entered ? run_step(vm, result) : SEND_RAISED;
}

static struct value outcome(struct vm *vm, enum send_result how, struct value result) {
    return how == SEND_YIELDED    ? result
           : how == SEND_RETURNED ? generator_raise_stop(vm, result)
                                  : VALUE_ERROR;
}

static struct value step_next(struct vm *vm, struct value self) {
    struct value result = VALUE_NONE;
    return outcome(vm, step_send(vm, self, VALUE_NONE, &result), result);
}

static struct value method_send(struct vm *vm, struct value self, const struct call *call) {
    struct value sent = VALUE_NONE, result = VALUE_NONE;
    if (!native_args(vm, call, "send", "o", &sent)) {
        return VALUE_ERROR;
    }
    return outcome(vm, step_send(vm, self, sent, &result), result);
}

static struct value method_throw(struct vm *vm, struct value self, const struct call *call) {
    struct value result = VALUE_NONE;
    struct value exception = generator_thrown(vm, call, "throw");
    if (value_is_error(exception)) {
        return exception;
    }
    enum send_result how = step_throw(vm, self, exception, &result);
    value_drop(vm, exception);
    return outcome(vm, how, result);
}

static struct value method_close(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    if (async_step_of(self)->state == ASYNC_STEP_OVER) {
        return VALUE_NONE;
    }
    struct value exit = exception_new(vm, EXCEPTION_GeneratorExit, NULL, 0);
    struct value result = VALUE_NONE;
    if (value_is_error(exit)) {
        return VALUE_ERROR;
    }
    enum send_result how = step_throw(vm, self, exit, &result);
    value_drop(vm, exit);
    value_drop(vm, result);
    if (how == SEND_YIELDED) {
        return raise_error(vm, EXCEPTION_RuntimeError, "coroutine ignored GeneratorExit");
    }
    bool over = how == SEND_RETURNED || raised_clear(vm, EXCEPTION_StopAsyncIteration) ||
                raised_clear(vm, EXCEPTION_GeneratorExit);
    return over ? VALUE_NONE : VALUE_ERROR;
}

static struct value itself(struct vm *vm, struct value self) {
    (void)vm;
    return value_keep(self);
}

static const struct native step_methods[] = {
    {"send", method_send, NATIVE_PLAIN, NULL},
    {"throw", method_throw, NATIVE_PLAIN, NULL},
    {"close", method_close, NATIVE_PLAIN, NULL},
    {0},
};

static bool step_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct async_step);
    type->free = step_free;
    type->iter = itself;
    type->next = step_next;
    type->await = itself;
    type->send = step_send;
    type->throw = step_throw;
    return type_ready(vm, type, step_methods);
}

bool async_generator_asend_type_ready(struct vm *vm, struct type *type) {
    return step_type_ready(vm, type);
}

bool async_generator_athrow_type_ready(struct vm *vm, struct type *type) {
    return step_type_ready(vm, type);
}

// The generator ----------------------------------------------------------------------------------

// The host learns of a generator when it is first used.
static void tell_first(struct vm *vm, struct value self) {
    struct generator *generator = generator_of(self);
    const struct vm_host *host = &vm->options.host;
    if (!generator->used) {
        generator->used = true;
        generator->hooked =
            host->asyncgen_first != NULL && host->asyncgen_first(host->self, vm, self);
    }
}

struct value async_generator_anext(struct vm *vm, struct value self) {
    tell_first(vm, self);
    return step_new(vm, self, ASYNC_SEND, VALUE_NONE);
}

static struct value asend(struct vm *vm, struct value self, const struct call *call) {
    struct value sent = VALUE_NONE;
    if (!native_args(vm, call, "asend", "o", &sent)) {
        return VALUE_ERROR;
    }
    tell_first(vm, self);
    return step_new(vm, self, ASYNC_SEND, value_keep(sent));
}

static struct value athrow(struct vm *vm, struct value self, const struct call *call) {
    struct value exception = generator_thrown(vm, call, "athrow");
    if (value_is_error(exception)) {
        return exception;
    }
    tell_first(vm, self);
    return step_new(vm, self, ASYNC_THROW, exception);
}

static struct value aclose(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "aclose", "")) {
        return VALUE_ERROR;
    }
    tell_first(vm, self);
    return step_new(vm, self, ASYNC_CLOSE, VALUE_NONE);
}

static struct value get_running(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(generator_of(self)->stepping);
}

static const struct native async_generator_methods[] = {
    {"asend", asend, NATIVE_PLAIN, NULL},
    {"athrow", athrow, NATIVE_PLAIN, NULL},
    {"aclose", aclose, NATIVE_PLAIN, NULL},
    {"__name__", generator_get_name, NATIVE_GETTER, generator_set_name},
    {"__qualname__", generator_get_qualname, NATIVE_GETTER, generator_set_qualname},
    {"ag_frame", generator_get_frame, NATIVE_GETTER, NULL},
    {"ag_running", get_running, NATIVE_GETTER, NULL},
    {"ag_suspended", generator_get_suspended, NATIVE_GETTER, NULL},
    {"ag_code", generator_get_code, NATIVE_GETTER, NULL},
    {"ag_await", generator_get_awaits, NATIVE_GETTER, NULL},
    {0},
};

bool async_generator_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct async_generator);
    type->flags |= TYPE_FINALIZE;
    type->free = generator_free;
    type->repr = generator_repr;
    type->aiter = itself;
    type->anext = async_generator_anext;
    return type_ready(vm, type, async_generator_methods);
}
