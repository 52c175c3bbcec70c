// Generators as objects: how they are made, asked, resumed by C code, and how they die. Closing and
// throwing are in generator_throw.c, the links between frames in resume.c.
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
