// Every change of who is linked to whom is made here; the fast roads of AWAIT and RETURN
// (ops_generator.c) do the same for the commonest case.
#include "vm/resume.h"

#include "vm/async_generator.h"

#include "vm/machine.h"
#include "vm/record.h"
#include "vm/state.h"

const char *resume_kind(struct vm *vm, const struct generator *generator) {
    (void)vm;
    unsigned flags = generator->loaded->code->flags;
    return (flags & CODE_COROUTINE) != 0         ? "coroutine"
           : (flags & CODE_ASYNC_GENERATOR) != 0 ? "async generator"
                                                 : "generator";
}

static bool refuse_executing(struct vm *vm, const struct generator *generator) {
    raise_error(vm, EXCEPTION_ValueError, "%s already executing", resume_kind(vm, generator));
    return false;
}

static struct generator *chain_root(struct generator *generator) {
    while (generator->state == GENERATOR_LINKED) {
        generator = generator->frame->back->generator;
    }
    return generator;
}

// Somebody resumes a generator that another one awaits: takes it, and what it awaits itself, out of
// that chain. The chain's root then no longer knows its innermost frame.
static bool unlink_suspended(struct vm *vm, struct generator *generator) {
    struct generator *root = chain_root(generator);
    if (root->state == GENERATOR_RUNNING) {
        return refuse_executing(vm, generator);
    }
    root->innermost = NULL;
    root->depth = 1;
    generator->state = GENERATOR_SUSPENDED;
    generator->innermost = NULL;
    generator->depth = 1;
    return true;
}

bool resume_make_available(struct vm *vm, struct generator *generator) {
    if (generator->state == GENERATOR_RUNNING) {
        return refuse_executing(vm, generator);
    }
    return generator->state != GENERATOR_LINKED || unlink_suspended(vm, generator);
}

struct generator *resume_delegate(struct vm *vm, struct value iterator) {
    struct value inner = generator_unwrap(vm, iterator);
    if (generator_is(vm, inner)) {
        return generator_of(inner);
    }
    return async_step_is(vm, inner) ? async_step_of(inner)->generator : NULL;
}

// Is there room for [more] frames? One that has not begun counts as having tried: it is over.
static bool check_depth(struct vm *vm, struct generator *generator, int more) {
    if (MOSTLY(vm->depth + more <= vm->options.recursion_limit)) {
        return true;
    }
    if (generator->state == GENERATOR_CREATED) {
        struct frame *frame = generator->frame;
        generator->state = GENERATOR_ENDED;
        generator->frame = NULL;
        frame_end(vm, frame);
    }
    raise_error(vm, EXCEPTION_RecursionError, "maximum recursion depth exceeded");
    return false;
}

static bool check_first_sent(struct vm *vm, const struct generator *generator, struct value sent) {
    if (generator->state == GENERATOR_CREATED && !value_is_none(sent)) {
        raise_error(vm, EXCEPTION_TypeError, "can't send non-None value to a just-started %s",
                    resume_kind(vm, generator));
        return false;
    }
    return true;
}

// Says where a suspended frame goes on with what was sent: behind its yield, or at its await again.
static void go_into(struct vm *vm, struct frame *frame, struct value sent) {
    *frame->sp++ = sent;
    vm->frame = frame;
    vm->ip = frame->ip->op == OP_AWAIT ? frame->ip : frame->ip + 1;
}

static void go_to_start(struct vm *vm, struct frame *frame) {
    vm->frame = frame;
    vm->ip = frame->loaded->instrs;
    if (frame->loaded->recorded) {
        record_call(vm, frame);
    }
}

static struct frame *innermost(struct generator *generator) {
    bool known = generator->state == GENERATOR_SUSPENDED && generator->innermost != NULL;
    return known ? generator->innermost : generator->frame;
}

void resume_raise(struct vm *vm, struct value exception) {
    if (value_is_absent(vm->frame->handled)) {
        vm->raised = exception;
    } else {
        raise_value(vm, exception);
    }
}

static void become_root(struct vm *vm, struct generator *generator,
                        enum generator_resumer resumer) {
    generator->head.refs++;
    generator->frame->back = vm->frame;
    generator->root_before = vm->root;
    generator->depth_before = vm->depth;
    generator->resumer = (uint8_t)resumer;
    generator->throwing = false;
    generator->state = GENERATOR_RUNNING;
    vm->root = generator;
    vm->depth += generator->depth;
}

bool resume_root(struct vm *vm, struct generator *generator, struct value sent,
                 enum generator_resumer resumer) {
    if (!resume_make_available(vm, generator) || !check_first_sent(vm, generator, sent) ||
        !check_depth(vm, generator, generator->depth)) {
        value_drop(vm, sent);
        return false;
    }
    bool starts = generator->state == GENERATOR_CREATED;
    struct frame *frame = innermost(generator);
    become_root(vm, generator, resumer);
    if (starts) {
        go_to_start(vm, frame);
    } else {
        go_into(vm, frame, sent);
    }
    return true;
}

bool resume_root_throwing(struct vm *vm, struct generator *generator, struct value exception,
                          enum generator_resumer resumer) {
    if (!resume_make_available(vm, generator) || !check_depth(vm, generator, generator->depth)) {
        value_drop(vm, exception);
        return false;
    }
    struct frame *frame = innermost(generator);
    become_root(vm, generator, resumer);
    generator->throwing = true;
    vm->frame = frame;
    vm->ip = NULL;
    resume_raise(vm, exception);
    return true;
}

static bool is_linked_to(const struct generator *generator, const struct frame *frame) {
    return generator->state == GENERATOR_LINKED && generator->frame->back == frame;
}

static void become_linked(struct vm *vm, struct generator *generator, struct frame *frame) {
    vm->depth += generator->depth;
    generator->frame->back = frame;
    generator->state = GENERATOR_LINKED;
}

bool resume_linked(struct vm *vm, struct generator *generator, struct frame *frame,
                   struct value sent) {
    bool here = is_linked_to(generator, frame);
    if ((!here && !resume_make_available(vm, generator)) ||
        !check_first_sent(vm, generator, sent) ||
        !check_depth(vm, generator, here ? 1 : generator->depth)) {
        value_drop(vm, sent);
        return false;
    }
    bool starts = generator->state == GENERATOR_CREATED;
    struct frame *inner = innermost(generator);
    if (here) {
        vm->depth++;
    } else {
        become_linked(vm, generator, frame);
    }
    if (starts) {
        go_to_start(vm, inner);
    } else {
        go_into(vm, inner, sent);
    }
    return true;
}

bool resume_linked_throwing(struct vm *vm, struct generator *generator, struct frame *frame) {
    struct value exception = raised_take(vm);
    bool here = is_linked_to(generator, frame);
    if (!here && !resume_make_available(vm, generator)) {
        value_drop(vm, exception);
        return false;
    }
    struct frame *inner = innermost(generator);
    if (here) {
        vm->depth++;
    } else {
        become_linked(vm, generator, frame);
    }
    vm->frame = inner;
    vm->ip = NULL;
    vm->raised = exception;
    return true;
}

static enum driven leave_root(struct vm *vm, struct generator *root, struct frame *back) {
    static const uint8_t ways[] = {[RESUMER_LOOP] = DRIVEN_BY_LOOP,
                                   [RESUMER_CALL] = DRIVEN_BY_CALL,
                                   [RESUMER_C] = DRIVEN_BY_C};
    vm->root = root->root_before;
    vm->depth = root->depth_before;
    vm->frame = back;
    return ways[root->resumer];
}

// What become_root kept. Last, since it may be the last reference.
static void let_go(struct vm *vm, struct generator *root) {
    value_drop(vm, value_object(root));
}

enum driven resume_suspended(struct vm *vm, struct frame *frame) {
    struct generator *root = vm->root;
    int depth = vm->depth - root->depth_before;
    enum driven driven = leave_root(vm, root, root->frame->back);
    root->frame->back = NULL;
    root->depth = depth;
    root->innermost = frame;
    root->state = GENERATOR_SUSPENDED;
    let_go(vm, root);
    return driven;
}

enum driven resume_given(struct vm *vm, struct generator *generator) {
    if (generator->state == GENERATOR_RUNNING) {
        return resume_suspended(vm, generator->frame);
    }
    vm->depth--;
    vm->frame = generator->frame->back;
    generator->frame->back = NULL;
    generator->innermost = generator->frame;
    generator->depth = 1;
    generator->state = GENERATOR_SUSPENDED;
    return DRIVEN_BY_AWAIT;
}

enum driven resume_ended(struct vm *vm, struct generator *generator) {
    struct frame *frame = generator->frame;
    bool is_root = generator->state == GENERATOR_RUNNING;
    enum driven driven = DRIVEN_BY_AWAIT;
    if (is_root) {
        driven = leave_root(vm, generator, frame->back);
    } else {
        vm->depth--;
        vm->frame = frame->back;
    }
    generator->state = GENERATOR_ENDED;
    generator->frame = NULL;
    generator->innermost = NULL;
    frame_end(vm, frame);
    if (is_root) {
        let_go(vm, generator);
    }
    return driven;
}
