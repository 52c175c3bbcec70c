// Activities: stacks of frames that a driver starts, runs, and lays aside (vm.h).
#include "vm/call.h"
#include "vm/exception.h"
#include "vm/machine.h"
#include "vm/resume.h"
#include "vm/return.h"
#include "vm/state.h"

// What belongs to the activity that runs, while another one is being run inside a native's call.
struct context {
    struct activity *activity;
    struct frame *frame;
    struct generator *root;
    int depth, nesting;
};

static struct context context_enter(struct vm *vm, struct activity *activity) {
    struct context outer = {vm->activity, vm->frame, vm->root, vm->depth, vm->nesting};
    vm->activity = activity;
    vm->frame = activity->top;
    vm->root = activity->root;
    vm->depth = activity->depth;
    vm->nesting = 0;
    return outer;
}

static void context_leave(struct vm *vm, struct activity *activity, const struct context *outer) {
    activity->top = vm->frame;
    activity->root = vm->root;
    activity->depth = vm->depth;
    vm->activity = outer->activity;
    vm->frame = outer->frame;
    vm->root = outer->root;
    vm->depth = outer->depth;
    vm->nesting = outer->nesting;
}

static void activity_done(struct activity *activity, struct value pending, bool throws) {
    activity->state = ACTIVITY_DONE;
    activity->pending = pending;
    activity->throws = throws;
}

void activity_call(struct vm *vm, struct activity *activity, struct value callable,
                   const struct value *args, size_t count) {
    *activity = (struct activity){.state = ACTIVITY_READY};
    struct context outer = context_enter(vm, activity);
    struct call call = {.args = args, .count = count};
    struct value result = call_begin(vm, callable, VALUE_ABSENT, &call);
    if (value_is(result, VALUE_PUSHED)) {
        if (vm->root != NULL) {
            vm->root->resumer = RESUMER_C;
        } else {
            vm->frame->ending |= FRAME_LEAVES;
        }
        activity->ip = vm->ip;
        activity->pending = vm->ip == NULL ? raised_take(vm) : VALUE_ABSENT;
    } else if (value_is(result, VALUE_BLOCKED)) {
        activity->state = ACTIVITY_BLOCKED;
    } else {
        bool throws = value_is_error(result);
        activity_done(activity, throws ? raised_take(vm) : result, throws);
    }
    context_leave(vm, activity, &outer);
}

static void refuse_reuse(struct vm *vm, struct activity *activity) {
    raise_error(vm, EXCEPTION_RuntimeError, "cannot reuse already awaited coroutine");
    activity_done(activity, raised_take(vm), true);
}

void activity_send(struct vm *vm, struct activity *activity, struct value coroutine,
                   struct value value, bool throws) {
    struct generator *generator = generator_of(coroutine);
    *activity = (struct activity){.state = ACTIVITY_READY};
    if (generator->state == GENERATOR_ENDED) {
        refuse_reuse(vm, activity);
        return;
    }
    struct context outer = context_enter(vm, activity);
    value_keep(value);
    bool resumed = throws ? generator_throw_begin(vm, generator, value, RESUMER_C)
                          : resume_root(vm, generator, value, RESUMER_C);
    if (resumed) {
        activity->ip = vm->ip;
        activity->pending = vm->ip == NULL ? raised_take(vm) : VALUE_ABSENT;
    } else {
        activity_done(activity, raised_take(vm), true);
    }
    context_leave(vm, activity, &outer);
}

void activity_answer(struct vm *vm, struct activity *activity, struct value value, bool throws) {
    if (activity->top == NULL) {
        activity_done(activity, value, throws);
        return;
    }
    activity->state = ACTIVITY_READY;
    if (throws) {
        activity->ip = NULL;
        activity->pending = value;
        return;
    }
    struct context outer = context_enter(vm, activity);
    return_give(vm, value);
    activity->ip = vm->ip;
    activity->pending = VALUE_ABSENT;
    context_leave(vm, activity, &outer);
}

// What the machine left with becomes the outcome's value.
static struct value outcome_value(struct vm *vm, struct activity *activity, int outcome) {
    activity->state = ACTIVITY_OVER;
    switch ((enum outcome)outcome) {
    case OUTCOME_RETURNED:
    case OUTCOME_YIELDED:
        return vm->result;
    case OUTCOME_RAISED:
        return raised_take(vm);
    case OUTCOME_BLOCKED: {
        struct value payload = vm->payload;
        vm->payload = VALUE_ABSENT;
        activity->state = ACTIVITY_BLOCKED;
        return payload;
    }
    case OUTCOME_PAUSED:
        activity->state = ACTIVITY_READY;
        activity->ip = vm->frame->ip;
        activity->pending = VALUE_ABSENT;
        return VALUE_NONE;
    case OUTCOME_ENDED:
        value_replace(vm, &vm->raised, VALUE_ABSENT);
        break;
    }
    return VALUE_NONE;
}

static enum outcome take_done(struct activity *activity, struct value *value) {
    *value = activity->pending;
    activity->pending = VALUE_ABSENT;
    activity->state = ACTIVITY_OVER;
    return activity->throws ? OUTCOME_RAISED : OUTCOME_RETURNED;
}

enum outcome activity_run(struct vm *vm, struct activity *activity, struct value *value) {
    if (activity->state == ACTIVITY_DONE) {
        return take_done(activity, value);
    }
    if (activity->state == ACTIVITY_BLOCKED) {
        *value = vm->payload; // a native that blocked before there was a frame
        vm->payload = VALUE_ABSENT;
        return OUTCOME_BLOCKED;
    }
    struct context outer = context_enter(vm, activity);
    vm->ip = activity->ip;
    if (vm->ip == NULL) {
        vm->raised = activity->pending;
        activity->pending = VALUE_ABSENT;
    }
    int outcome = machine_enter(vm);
    *value = outcome_value(vm, activity, outcome);
    context_leave(vm, activity, &outer);
    if (vm->ending && activity->state == ACTIVITY_OVER) {
        value_replace(vm, value, VALUE_NONE); // it got here without another line
        return OUTCOME_ENDED;
    }
    return (enum outcome)outcome;
}

// Unwinds what is left as if the run had ended: no finally block is run.
void activity_free(struct vm *vm, struct activity *activity) {
    value_drop(vm, activity->pending);
    activity->pending = VALUE_ABSENT;
    if (activity->state != ACTIVITY_OVER && activity->top != NULL) {
        struct context outer = context_enter(vm, activity);
        bool ending = vm->ending;
        vm->ending = true;
        while (vm->frame != NULL) {
            machine_unwind(vm, vm->frame, vm->frame->ip, vm->frame->sp);
        }
        vm->ending = ending;
        context_leave(vm, activity, &outer);
    }
    *activity = (struct activity){.state = ACTIVITY_OVER};
}

int64_t vm_refill(struct vm *vm, int64_t lines) {
    int64_t left = vm->budget;
    vm->budget = lines;
    return left;
}

void vm_set_task(struct vm *vm, uint32_t task) {
    vm->task = task;
}

bool machine_may_go_on(struct vm *vm) {
    const struct vm_host *host = &vm->options.host;
    if (host->exhausted == NULL) {
        vm->budget = INT64_MAX;
        return true;
    }
    if (!host->exhausted(host->self, vm)) {
        vm_end(vm);
    }
    return !vm->ending;
}

bool vm_tick(struct vm *vm) {
    return MOSTLY(--vm->budget > 0) || machine_may_go_on(vm);
}
