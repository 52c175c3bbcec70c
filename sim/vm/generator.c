#include "vm/generator.h"

#include "vm/async_generator.h"
#include "vm/exception.h"
#include "vm/finalize.h"
#include "vm/generator_types.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/never_awaited.h"
#include "vm/record.h"
#include "vm/resume.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

// Making and asking ------------------------------------------------------------------------------

static enum builtin_type type_for(const struct code *code) {
    return (code->flags & CODE_COROUTINE) != 0         ? BUILTIN_coroutine
           : (code->flags & CODE_ASYNC_GENERATOR) != 0 ? BUILTIN_async_generator
                                                       : BUILTIN_generator;
}

// The names of a function that was renamed, as a tuple; ABSENT: those of its code.
static struct value names_of(struct vm *vm, const struct function *function) {
    struct value names[] = {function->name, function->qualname};
    return function->renamed ? tuple_new(vm, names, 2) : VALUE_ABSENT;
}

struct value generator_new(struct vm *vm, struct frame *frame) {
    struct type *type = builtin(vm, type_for(frame->loaded->code));
    struct generator *generator = object_new(vm, type, type->size);
    if (generator == NULL) {
        frame_free(vm, frame);
        return VALUE_ERROR;
    }
    generator->frame = frame;
    generator->loaded = frame->loaded;
    value_keep(value_object(frame->loaded));
    generator->depth = 1;
    generator->state = GENERATOR_CREATED;
    generator->is_iterable_coroutine = frame->function->iterable_coroutine;
    frame->ending = FRAME_GENERATES;
    frame->generator = generator;
    generator->names = names_of(vm, frame->function);
    if (value_is_error(generator->names)) {
        generator->state = GENERATOR_ENDED; // it shall not warn
        value_drop(vm, value_object(generator));
        return VALUE_ERROR;
    }
    return value_object(generator);
}

bool generator_is(struct vm *vm, struct value v) {
    if (!value_is_object(v)) {
        return false;
    }
    const struct type *type = value_to_object(v)->type;
    return type == builtin(vm, BUILTIN_coroutine) || type == builtin(vm, BUILTIN_generator) ||
           type == builtin(vm, BUILTIN_async_generator);
}

bool generator_is_awaitable(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_coroutine)) ||
           (value_is_exactly(v, builtin(vm, BUILTIN_generator)) &&
            generator_of(v)->is_iterable_coroutine);
}

static struct str *name_at(struct vm *vm, const struct generator *generator, size_t index,
                           const struct name *name) {
    if (!value_is_absent(generator->names)) {
        return str_of(tuple_of(generator->names)->items[index]);
    }
    struct value text = str_intern_name(vm, name);
    if (value_is_error(text)) {
        value_drop(vm, raised_take(vm));
        return vm->empty;
    }
    value_drop(vm, text); // the vm keeps it
    return str_of(text);
}

struct str *generator_name(struct vm *vm, const struct generator *generator) {
    return name_at(vm, generator, 0, generator->loaded->code->name);
}

struct str *generator_qualname(struct vm *vm, const struct generator *generator) {
    return name_at(vm, generator, 1, generator->loaded->code->qualname);
}

struct value generator_awaits(const struct generator *generator) {
    const struct frame *frame = generator->frame;
    bool stands = generator->state == GENERATOR_SUSPENDED || generator->state == GENERATOR_LINKED;
    return stands && frame->ip->op == OP_AWAIT ? frame->sp[-1] : VALUE_ABSENT;
}

struct frame *generator_innermost(struct vm *vm, struct value v) {
    struct generator *generator = generator_of(v);
    if (generator->state == GENERATOR_CREATED || generator->state == GENERATOR_ENDED) {
        return NULL;
    }
    for (;;) {
        struct generator *next = resume_delegate(vm, generator_awaits(generator));
        if (next == NULL || next->state != GENERATOR_LINKED) {
            return generator->frame;
        }
        generator = next;
    }
}

// Resuming from C --------------------------------------------------------------------------------

struct value generator_raise_stop(struct vm *vm, struct value value) {
    struct value args[] = {value};
    struct value stop =
        exception_new(vm, EXCEPTION_StopIteration, args, value_is_none(value) ? 0 : 1);
    value_drop(vm, value);
    return value_is_error(stop) ? VALUE_ERROR : raise_value(vm, stop);
}

bool generator_has_ended(struct vm *vm, const struct generator *generator) {
    if (generator->state != GENERATOR_ENDED) {
        return false;
    }
    if (value_is_absent(vm->raised) && generator->head.type == builtin(vm, BUILTIN_coroutine)) {
        raise_error(vm, EXCEPTION_RuntimeError, "cannot reuse already awaited coroutine");
    }
    return true;
}

// Runs the root that was just entered until it leaves.
static enum send_result run_root(struct vm *vm, struct value *result) {
    vm->nesting++;
    vm->native_depth++;
    int outcome = machine_enter(vm);
    vm->native_depth--;
    vm->nesting--;
    if (outcome == OUTCOME_YIELDED || outcome == OUTCOME_RETURNED) {
        *result = vm->result;
        return outcome == OUTCOME_YIELDED ? SEND_YIELDED : SEND_RETURNED;
    }
    *result = VALUE_ERROR;
    return SEND_RAISED;
}

// Is there room on the C stack, and has the run not come to its end?
static bool may_run(struct vm *vm) {
    if (vm->ending || !vm_enter(vm, "")) {
        return false;
    }
    vm_leave(vm);
    return true;
}

enum send_result generator_send(struct vm *vm, struct value self, struct value sent,
                                struct value *result) {
    struct generator *generator = generator_of(self);
    if (!may_run(vm)) {
        return SEND_RAISED;
    }
    if (generator_has_ended(vm, generator)) {
        *result = VALUE_NONE;
        return value_is_absent(vm->raised) ? SEND_RETURNED : SEND_RAISED;
    }
    if (!resume_root(vm, generator, value_keep(sent), RESUMER_C)) {
        return SEND_RAISED;
    }
    return run_root(vm, result);
}

enum send_result generator_throw(struct vm *vm, struct value self, struct value exception,
                                 struct value *result) {
    struct generator *generator = generator_of(self);
    if (!may_run(vm)) {
        return SEND_RAISED;
    }
    if (generator_has_ended(vm, generator)) {
        if (value_is_absent(vm->raised)) {
            raise_value(vm, value_keep(exception));
        }
        return SEND_RAISED;
    }
    if (!generator_throw_begin(vm, generator, value_keep(exception), RESUMER_C)) {
        return SEND_RAISED;
    }
    return run_root(vm, result);
}

// Throwing and closing ---------------------------------------------------------------------------

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

// Dying ------------------------------------------------------------------------------------------

static void close_dying(struct vm *vm, struct generator *generator) {
    struct value raised_before = raised_take(vm);
    struct value result = generator_close(vm, value_object(generator));
    if (value_is_error(result) && !vm->ending) {
        finalize_unraisable(vm, value_object(generator));
    }
    value_drop(vm, result);
    vm->raised = raised_before;
}

static void tell_dying(struct vm *vm, struct generator *generator) {
    const struct vm_host *host = &vm->options.host;
    bool told = generator->hooked && !generator->closed && host->asyncgen_dies != NULL;
    if (told) {
        host->asyncgen_dies(host->self, vm, value_object(generator));
    } else if (generator->state == GENERATOR_SUSPENDED) {
        close_dying(vm, generator);
    }
}

bool generator_finalize(struct vm *vm, struct object *object) {
    struct generator *generator = (struct generator *)object;
    bool started = generator->state != GENERATOR_CREATED;
    bool is_coroutine = object->type == builtin(vm, BUILTIN_coroutine);
    // An asynchronous generator that was to be iterated is told even if it did not get to begin.
    bool silent = !started && !is_coroutine && !generator->hooked;
    if (generator->state == GENERATOR_ENDED || vm->ending || silent) {
        return true;
    }
    if (generator->state == GENERATOR_LINKED) { // what awaited it ends, so its chain is no more
        generator->state = GENERATOR_SUSPENDED;
        generator->innermost = NULL;
        generator->depth = 1;
    }
    object->refs = 1;
    if (!started && is_coroutine) {
        never_awaited_warn(vm, generator);
    } else if (object->type == builtin(vm, BUILTIN_async_generator)) {
        tell_dying(vm, generator);
    } else {
        close_dying(vm, generator);
    }
    return --object->refs == 0;
}

void generator_free(struct vm *vm, struct object *object) {
    struct generator *generator = (struct generator *)object;
    if (generator->hooked && vm->options.host.asyncgen_gone != NULL) {
        vm->options.host.asyncgen_gone(vm->options.host.self, object);
    }
    if (generator->frame != NULL) {
        struct frame *frame = generator->frame;
        generator->frame = NULL;
        frame_end(vm, frame);
    }
    value_drop(vm, generator->names);
    value_drop(vm, value_object(generator->loaded));
}
