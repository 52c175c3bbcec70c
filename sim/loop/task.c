#include "loop/task.h"

#include "loop/state.h"
#include "vm/exception.h"
#include "vm/generator.h"
#include "vm/native.h"
#include "vm/str.h"
#include "vm/type.h"

bool task_is(struct vm *vm, struct value v) {
    return type_is_subtype(value_type(vm, v), sim_of(vm)->types.task);
}

struct value task_name(struct vm *vm, struct task *task) {
    if (!value_is_absent(task->name)) {
        return value_keep(task->name);
    }
    return str_format(vm, "Task-%u", (unsigned)task->number);
}

uint32_t task_name_text(struct vm *vm, struct task *task) {
    if (value_is_absent(task->name)) {
        return TAPE_TEXT_NUMBERED | task->number;
    }
    const struct str *name = str_of(task->name);
    return tape_text(sim_of(vm)->tape, name->text, name->length);
}

// Steps -------------------------------------------------------------------------------------------

static bool schedule_step(struct vm *vm, struct task *task, struct value exception) {
    struct handle_spec spec = {
        .what = WHAT_STEP,
        .callback = value_object(task),
        .args = exception,
        .context = task->context,
        .hidden = task->future.hidden,
    };
    return loop_call_soon(vm, task->future.loop, &spec, false) != NULL;
}

// What the step throws into the coroutine: [exception], or the CancelledError that is due. New.
static struct value exception_for_step(struct vm *vm, struct task *task, struct value exception) {
    if (!task->must_cancel) {
        return value_keep(exception);
    }
    task->must_cancel = false;
    if (!value_is_absent(exception) && sim_is_cancelled_error(vm, exception)) {
        return value_keep(exception);
    }
    return future_make_cancelled_error(vm, &task->future);
}

// A coroutine that is no generator of the machine (aclose() of an asynchronous generator, a class
// with send and throw) is resumed by its methods.
static void begin_by_method(struct vm *vm, struct task *task, struct activity *activity,
                            const char *name, struct value argument) {
    struct value method = vm_get_attribute(vm, task->coroutine, name);
    if (value_is_error(method)) {
        value_drop(vm, raised_take(vm)); // the call below says the same
        method = value_keep(task->coroutine);
    }
    activity_call(vm, activity, method, &argument, 1);
    value_drop(vm, method);
}

// What such a method's outcome means: it returned what the coroutine yielded, or it raised
// StopIteration with its result.
static enum outcome outcome_of_method(struct vm *vm, enum outcome outcome, struct value *value) {
    if (outcome == OUTCOME_RETURNED) {
        return OUTCOME_YIELDED;
    }
    if (outcome == OUTCOME_RAISED && exception_is_kind(vm, *value, EXCEPTION_StopIteration)) {
        struct value stop = *value;
        *value = value_keep(exception_stop_value(stop));
        value_drop(vm, stop);
        return OUTCOME_RETURNED;
    }
    return outcome;
}

bool task_begin(struct vm *vm, struct task *task, struct value exception,
                struct activity *activity) {
    if (task->future.state != FUTURE_PENDING) {
        sim_raise_invalid_state(vm, "__step(): already done");
        return false;
    }
    struct value thrown = exception_for_step(vm, task, exception);
    if (value_is_error(thrown)) {
        return false;
    }
    value_replace(vm, &task->waiter, VALUE_ABSENT);
    sim_of(vm)->current = task;
    vm_set_task(vm, task->future.hidden ? 0 : task->future.id);
    bool throws = !value_is_absent(thrown);
    if (sim_is_generator(vm, task->coroutine)) {
        activity_send(vm, activity, task->coroutine, throws ? thrown : VALUE_NONE, throws);
    } else {
        begin_by_method(vm, task, activity, throws ? "throw" : "send",
                        throws ? thrown : VALUE_NONE);
    }
    value_drop(vm, thrown);
    return true;
}

void task_leave(struct sim *sim, struct task *task) {
    if (!task->is_listed) {
        return;
    }
    *(task->previous != NULL ? &task->previous->next : &sim->first_task) = task->next;
    *(task->next != NULL ? &task->next->previous : &sim->last_task) = task->previous;
    task->is_listed = false;
}

static enum event_back end_returned(struct vm *vm, struct task *task, struct value result) {
    enum event_back why = BACK_RETURN;
    if (task->must_cancel) { // cancelled in its last step
        task->must_cancel = false;
        future_cancel(vm, &task->future, task->future.cancel_message);
        why = BACK_CANCELLED;
    } else {
        future_set_result(vm, &task->future, result);
    }
    task_leave(sim_of(vm), task);
    return why;
}

static bool ends_the_loop(struct vm *vm, struct value exception) {
    return exception_is_kind(vm, exception, EXCEPTION_SystemExit) ||
           exception_is_kind(vm, exception, EXCEPTION_KeyboardInterrupt);
}

static enum event_back end_raised(struct vm *vm, struct task *task, struct value exception) {
    if (sim_is_cancelled_error(vm, exception)) {
        value_replace(vm, &task->future.cancelled_error, value_keep(exception));
        future_cancel(vm, &task->future, VALUE_NONE);
        task_leave(sim_of(vm), task);
        return BACK_CANCELLED;
    }
    future_set_exception(vm, &task->future, exception);
    task_leave(sim_of(vm), task);
    if (ends_the_loop(vm, exception)) {
        raise_value(vm, value_keep(exception));
    }
    return BACK_RAISE;
}

// The task yielded something that it may not: it gets a RuntimeError at its next step.
static void fail_soon(struct vm *vm, struct task *task, const char *format, struct value other) {
    struct value own = vm_repr(vm, value_object(task));
    struct value repr = value_is_error(own) ? VALUE_ERROR : vm_repr(vm, other);
    if (!value_is_error(repr)) {
        raise_error(vm, EXCEPTION_RuntimeError, format, str_of(own)->text, str_of(repr)->text);
    }
    struct value error = raised_take(vm);
    schedule_step(vm, task, error);
    value_drop(vm, error);
    value_drop(vm, own);
    value_drop(vm, repr);
}

static void report_wait(struct sim *sim, struct task *task, uint32_t on) {
    if (!task->future.hidden) {
        sink_wait(&sim->sink, task->future.id, on);
    }
}

// The task waits until [future] is done.
static void wait_for(struct vm *vm, struct task *task, struct future *future) {
    struct value self = value_object(task);
    future->blocking = false;
    future_add_callback(vm, future, self, task->context, true);
    value_replace(vm, &task->waiter, value_keep(value_object(future)));
    report_wait(sim_of(vm), task, future->id);
    if (task->must_cancel && sim_cancel_future(vm, future, task->future.cancel_message)) {
        task->must_cancel = false;
    }
}

static void end_yielded_future(struct vm *vm, struct task *task, struct value yielded) {
    struct future *future = future_of(yielded);
    if (future->loop != task->future.loop) {
        fail_soon(vm, task, "Task %s got Future %s attached to a different loop", yielded);
    } else if (!future->blocking) {
        fail_soon(vm, task, "yield was used instead of yield from in task %s with %s", yielded);
    } else if (&task->future == future) {
        fail_soon(vm, task, "Task cannot await on itself: %s", yielded);
    } else {
        wait_for(vm, task, future);
    }
}

static void end_yielded(struct vm *vm, struct task *task, struct value yielded) {
    if (value_is_none(yielded)) {
        report_wait(sim_of(vm), task, 0);
        schedule_step(vm, task, VALUE_ABSENT);
    } else if (future_is(vm, yielded)) {
        end_yielded_future(vm, task, yielded);
    } else if (sim_is_generator(vm, yielded)) {
        fail_soon(vm, task, "yield was used instead of yield from for generator in task %s with %s",
                  yielded);
    } else {
        struct value repr = vm_repr(vm, yielded);
        if (!value_is_error(repr)) {
            raise_error(vm, EXCEPTION_RuntimeError, "Task got bad yield: %s", str_of(repr)->text);
        }
        value_drop(vm, repr);
        struct value error = raised_take(vm);
        schedule_step(vm, task, error);
        value_drop(vm, error);
    }
}

enum event_back task_end(struct vm *vm, struct task *task, enum outcome outcome,
                         struct value value) {
    enum event_back why = BACK_AWAIT;
    if (!sim_is_generator(vm, task->coroutine)) {
        outcome = outcome_of_method(vm, outcome, &value);
    }
    if (outcome == OUTCOME_RETURNED) {
        why = end_returned(vm, task, value);
    } else if (outcome == OUTCOME_RAISED) {
        why = end_raised(vm, task, value);
    } else {
        end_yielded(vm, task, value);
    }
    sim_of(vm)->current = NULL;
    vm_set_task(vm, 0);
    value_drop(vm, value);
    return why;
}

// Takes the first step of a task here and now, inside the step of the task that creates it.
static bool start_eagerly(struct vm *vm, struct task *task) {
    struct sim *sim = sim_of(vm);
    struct task *creator = sim->current;
    struct value outer = sim->context;
    struct value result;
    sim->context = value_keep(task->context);
    sim->current = task;
    vm_set_task(vm, task->future.id);
    enum send_result how = generator_send(vm, task->coroutine, VALUE_NONE, &result);
    if (how == SEND_RAISED) {
        result = raised_take(vm);
    }
    static const enum outcome outcomes[] = {[SEND_RETURNED] = OUTCOME_RETURNED,
                                            [SEND_YIELDED] = OUTCOME_YIELDED,
                                            [SEND_RAISED] = OUTCOME_RAISED};
    task_end(vm, task, outcomes[how], result);
    value_replace(vm, &task->context, sim->context);
    sim->context = outer;
    sim->current = creator;
    vm_set_task(vm, creator != NULL ? creator->future.id : 0);
    return value_is_absent(raised(vm));
}

bool task_start(struct vm *vm, struct task *task, bool eagerly) {
    bool runs = eagerly && sim_of(vm)->running == task->future.loop;
    if (runs && sim_is_generator(vm, task->coroutine)) {
        return start_eagerly(vm, task);
    }
    return schedule_step(vm, task, VALUE_ABSENT);
}

bool task_cancel(struct vm *vm, struct task *task, struct value message) {
    struct sim *sim = sim_of(vm);
    task->future.log_traceback = false;
    if (task->future.state != FUTURE_PENDING) {
        return false;
    }
    sink_cancel(&sim->sink, task->future.id, sim->current != NULL ? sim->current->future.id : 0);
    task->cancel_requests++;
    if (!value_is_absent(task->waiter)) {
        struct value waiter = value_keep(task->waiter);
        bool cancelled = sim_cancel_future(vm, future_of(waiter), message);
        value_drop(vm, waiter);
        if (cancelled) {
            return true;
        }
    }
    task->must_cancel = true;
    value_replace(vm, &task->future.cancel_message, value_keep(message));
    return true;
}

struct value task_wakeup_exception(struct vm *vm, struct future *done) {
    struct value result = future_result(vm, done);
    if (!value_is_error(result)) {
        value_drop(vm, result);
        return VALUE_ABSENT;
    }
    return raised_take(vm);
}
