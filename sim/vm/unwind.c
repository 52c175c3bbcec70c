// Unwinding: what an exception does to the running frame, and then to those behind it.
//
//     1. the place is noted in the exception's traceback        machine_raise
//     2. the frame's innermost handler around it takes over     machine_unwind: caught
//     3. if there is none, the frame ends, and the exception is raised in the frame behind it
//
// While vm->ending is set nothing is caught and nothing noted: all frames end without having run
// their finally blocks.
#include "vm/async_generator.h"
#include "vm/exception.h"
#include "vm/machine.h"
#include "vm/record.h"
#include "vm/resume.h"
#include "vm/traceback.h"

static const struct handler *find_handler(const struct frame *frame) {
    const struct code *code = frame->loaded->code;
    uint32_t instr = frame_instr(frame);
    for (uint32_t i = 0; i < code->handler_count; i++) {
        if (instr >= code->handlers[i].start && instr < code->handlers[i].end) {
            return &code->handlers[i];
        }
    }
    return NULL;
}

// Cuts the stack and pushes what a handler expects (opcodes.def); vm->ip is then its target. The
// exception is kept out of vm->raised meanwhile, since dropping values may run Python code.
static void enter_handler(struct vm *vm, struct frame *frame, const struct handler *handler) {
    struct value exception = raised_take(vm);
    struct value *depth = frame_stack(frame) + handler->depth;
    while (frame->sp > depth) {
        value_drop(vm, *--frame->sp);
    }
    *frame->sp++ = frame->handled;
    *frame->sp++ = value_keep(exception);
    frame->handled = exception;
    vm->ip = frame->loaded->instrs + handler->target;
}

// An exception must not look like the end of an iteration to whoever resumed the generator.
static void forbid_stop(struct vm *vm, const struct generator *generator) {
    bool is_async = (generator->loaded->code->flags & CODE_ASYNC_GENERATOR) != 0;
    const char *name = raised_is(vm, EXCEPTION_StopIteration) ? "StopIteration"
                       : is_async && raised_is(vm, EXCEPTION_StopAsyncIteration)
                           ? "StopAsyncIteration"
                           : NULL;
    if (name == NULL) {
        return;
    }
    struct value stop = raised_take(vm);
    raise_error(vm, EXCEPTION_RuntimeError, "%s raised %s", resume_kind(vm, generator), name);
    struct exception *error = exception_of(vm->raised);
    value_replace(vm, &error->cause, value_keep(stop));
    value_replace(vm, &error->context, stop);
    error->suppress_context = true;
}

// Ends a generator's frame. True: the machine leaves.
static bool leave_generator(struct vm *vm, struct frame *frame) {
    struct generator *generator = frame->generator;
    if (!vm->ending) {
        forbid_stop(vm, generator);
    }
    if (frame->number != 0 && !vm->ending) {
        record_raise(vm, frame, vm->raised);
    }
    value_keep(value_object(generator));
    struct value exception = raised_take(vm);
    enum driven driven = resume_ended(vm, generator);
    vm->raised = exception;
    if (generator->stepping) {
        async_generator_raised(vm, generator, driven);
    }
    exception = raised_take(vm);
    const struct instr *target = vm->ip;
    value_drop(vm, value_object(generator));
    vm->ip = target;
    if (driven == DRIVEN_BY_AWAIT && vm->root->throwing && !value_is_absent(exception)) {
        resume_raise(vm, exception); // it is thrown into the one that awaits as well
    } else {
        vm->raised = exception;
    }
    return driven == DRIVEN_BY_C;
}

// What the frame was computing with dies while it still stands, as in CPython: a warning of its
// death tells the line.
static void drop_stack(struct vm *vm, struct frame *frame) {
    while (frame->sp > frame_stack(frame)) {
        value_drop(vm, *--frame->sp);
    }
}

static bool leave_frame(struct vm *vm, struct frame *frame) {
    if ((frame->ending & FRAME_GENERATES) != 0) {
        return leave_generator(vm, frame);
    }
    if (frame->number != 0 && !vm->ending) {
        record_raise(vm, frame, vm->raised);
    }
    bool leaves = (frame->ending & FRAME_LEAVES) != 0;
    struct value exception = raised_take(vm);
    drop_stack(vm, frame);
    vm->frame = frame->back;
    vm->depth--;
    frame_end(vm, frame);
    vm->raised = exception;
    return leaves;
}

machine_step machine_unwind(struct vm *vm, struct frame *frame, const struct instr *ip,
                            struct value *sp) {
    (void)ip, (void)sp;
    for (;;) {
        const struct handler *handler = vm->ending ? NULL : find_handler(frame);
        if (handler != NULL) {
            enter_handler(vm, frame, handler);
            GO_ON_IN(machine_go_on);
        }
        if (leave_frame(vm, frame)) {
            return vm->ending ? OUTCOME_ENDED : OUTCOME_RAISED;
        }
        if (value_is_absent(vm->raised) && !vm->ending) {
            GO_ON_IN(machine_go_on); // an aclose() has swallowed it
        }
        frame = vm->frame;
        if (!vm->ending) {
            traceback_add(vm, vm->raised, frame);
        }
    }
}

machine_step machine_raise(struct vm *vm, struct frame *frame, const struct instr *ip,
                           struct value *sp) {
    SAVE();
    if (!vm->ending) {
        traceback_add(vm, vm->raised, frame);
    }
    GO_ON_IN(machine_unwind);
}

machine_step machine_reraise(struct vm *vm, struct frame *frame, const struct instr *ip,
                             struct value *sp) {
    SAVE();
    GO_ON_IN(machine_unwind);
}
