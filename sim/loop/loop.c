#include "loop/loop.h"

#include <assert.h>

#include "loop/callback.h"
#include "loop/state.h"
#include "loop/wrapper.h"
#include "vm/exception.h"
#include "vm/native.h"
#include "vm/str.h"

// Where CPython's loop stands while a handle runs: warnings tell it, when nothing else is running.
#define CALLER_PATH "/usr/lib/python3.13/asyncio/events.py"
#define CALLER_LINE 89
#define CALLER_TEXT "self._context.run(self._callback, *self._args)"

// As CPython's selectors: no single wait is longer than a day.
#define WAIT_MOST (24 * 3600 * CLOCK_SECOND)

static void announce_tick(struct sim *sim) {
    if (sim->tick_untold) {
        sim->tick_untold = false;
        sink_tick(&sim->sink, sim->ticks, sim->clock.now);
    }
}

// Handles -----------------------------------------------------------------------------------------

static struct sink_handle describe(struct sim *sim, const struct handle *handle) {
    struct sink_handle shown = {.id = handle->id, .what = handle->what};
    if (sim->sink.tape != NULL) {
        callback_describe(sim, handle, &shown);
    }
    return shown;
}

static struct handle *handle_new(struct sim *sim, struct loop *loop, struct type *type,
                                 const struct handle_spec *spec) {
    struct handle *handle = object_new(sim->vm, type, sizeof *handle);
    if (handle == NULL) {
        return NULL;
    }
    handle->loop = loop;
    value_keep(value_object(loop));
    handle->heap_index = HANDLE_NOT_TIMED;
    handle->id = sim->next_handle_id++;
    handle->what = (uint8_t)spec->what;
    handle->callback = value_keep(spec->callback);
    handle->args = value_keep(spec->args);
    handle->args_are_tuple = spec->args_are_tuple;
    handle->hidden = spec->hidden;
    handle->given = VALUE_ABSENT;
    handle->context = value_keep(spec->context);
    return handle;
}

static void drop(struct vm *vm, struct handle *handle) {
    value_drop(vm, value_object(handle));
}

struct handle *loop_put_soon(struct vm *vm, struct loop *loop, const struct handle_spec *spec,
                             bool keep) {
    struct sim *sim = sim_of(vm);
    struct handle *handle = handle_new(sim, loop, sim->types.handle, spec);
    if (handle == NULL) {
        return NULL;
    }
    if (keep) {
        value_keep(value_object(handle));
    }
    if (!handle->hidden) {
        announce_tick(sim);
        sink_ready(&sim->sink, describe(sim, handle));
    }
    ready_push(&loop->ready, handle);
    return handle;
}

// Calls the call_soon that the program's own loop class has in the builtin one's place.
static struct handle *call_override(struct vm *vm, struct loop *loop,
                                    const struct handle_spec *spec) {
    bool is_call = spec->what == WHAT_CALL;
    struct value callback = is_call ? value_keep(spec->callback) : wrapper_new(vm, spec);
    struct value args[3] = {callback, spec->args, VALUE_NONE};
    struct value context = value_is_absent(spec->context) ? VALUE_NONE : spec->context;
    struct value keyword = str_from(vm, "context");
    size_t count = is_call ? 2 : 1;
    args[count] = context;
    struct call call = {.args = args, .count = count, .keyword_count = 1, .keywords = &keyword};
    struct value method = vm_get_attribute(vm, value_object(loop), "call_soon");
    struct value result = VALUE_ERROR;
    if (!value_is_error(method) && !value_is_error(callback) && !value_is_error(keyword)) {
        result = vm_call_with(vm, method, &call);
    }
    value_drop(vm, method);
    value_drop(vm, callback);
    value_drop(vm, keyword);
    // Its place keeps the handle; the caller only asks whether there is one.
    struct handle *handle = value_is_object(result) ? handle_of(result) : NULL;
    value_drop(vm, result);
    return handle;
}

struct handle *loop_call_soon(struct vm *vm, struct loop *loop, const struct handle_spec *spec,
                              bool keep) {
    return loop->overrides ? call_override(vm, loop, spec) : loop_put_soon(vm, loop, spec, keep);
}

struct handle *loop_call_at(struct vm *vm, struct loop *loop, const struct handle_spec *spec,
                            bool keep) {
    struct sim *sim = sim_of(vm);
    struct handle *handle = handle_new(sim, loop, sim->types.timer_handle, spec);
    if (handle == NULL) {
        return NULL;
    }
    if (keep) {
        value_keep(value_object(handle));
    }
    handle->is_timer = true;
    handle->when = spec->when;
    handle->given = value_keep(spec->given);
    sink_timer(&sim->sink, describe(sim, handle), spec->when);
    timers_add(&loop->timers, handle);
    return handle;
}

void loop_cancel_handle(struct vm *vm, struct handle *handle) {
    if (handle->cancelled) {
        return;
    }
    struct sim *sim = sim_of(vm);
    handle->cancelled = true;
    if (!handle->hidden) {
        sink_drop(&sim->sink, handle->id);
    }
    value_replace(vm, &handle->callback, VALUE_ABSENT);
    value_replace(vm, &handle->args, VALUE_ABSENT);
    if (handle->heap_index != HANDLE_NOT_TIMED) {
        // CPython leaves it on the heap until it comes up; that cannot be seen from outside.
        timers_remove(&handle->loop->timers, handle);
        drop(vm, handle);
    }
}

// One iteration -----------------------------------------------------------------------------------

// The moment at which a wait for the first timer is over; CLOCK_FOREVER if there is none.
static int64_t wait_end(const struct sim *sim, const struct handle *first) {
    int64_t latest = sim->clock.now + WAIT_MOST;
    return first == NULL ? CLOCK_FOREVER : first->when < latest ? first->when : latest;
}

// A loop that spins on the clock lets other threads go on, too.
static bool gives_way(struct sim *sim) {
    return thread_has_others(sim) && sim->clock.spun >= CLOCK_SPIN_MOST;
}

// Its thread waits: others go on, and the loop again when something is ready or at [until].
static enum loop_status block(struct sim *sim, struct loop *loop, int64_t until) {
    loop->waited = true;
    thread_wait_until(sim, WAIT_LOOP, NULL, until);
    return LOOP_BLOCKED;
}

// Moves the clock to the first deadline, unless something is ready.
static enum loop_status wait(struct sim *sim, struct loop *loop) {
    struct handle *first = timers_first(&loop->timers);
    bool waited = loop->waited;
    loop->waited = false;
    bool is_due = first != NULL && first->when <= sim->clock.now;
    if (loop->ready.count > 0 || loop->stopping || is_due) {
        if (first != NULL) {
            clock_spin(&sim->clock);
        }
        return !waited && gives_way(sim) ? block(sim, loop, sim->clock.now) : LOOP_GOES_ON;
    }
    if (waited) {
        return LOOP_GOES_ON;
    }
    if (thread_has_others(sim)) {
        return block(sim, loop, wait_end(sim, first));
    }
    if (first == NULL) {
        return LOOP_STUCK;
    }
    clock_wait_until(&sim->clock, wait_end(sim, first));
    return LOOP_GOES_ON;
}

static bool all_hidden(const struct sim *sim, const struct loop *loop) {
    const struct handle *handle = sim->has_hidden ? loop->ready.first : NULL;
    while (handle != NULL && handle->hidden) {
        handle = handle->next;
    }
    return sim->has_hidden && handle == NULL && loop->ready.count > 0;
}

// An iteration that serves housekeeping alone is told only if something visible happens in it.
static void begin_tick(struct sim *sim, const struct loop *loop) {
    sim->ticks++;
    sim->tick_untold = true;
    if (!all_hidden(sim, loop)) {
        announce_tick(sim);
    }
}

// Timers whose deadline has come join the ready queue.
static void due(struct sim *sim, struct loop *loop) {
    // CPython adds its clock's resolution, a nanosecond, to the present: `when < now + 1 ns`.
    while (loop->timers.count > 0 && timers_first(&loop->timers)->when <= sim->clock.now) {
        struct handle *handle = timers_pop(&loop->timers);
        sink_due(&sim->sink, handle->id);
        ready_push(&loop->ready, handle);
    }
}

static enum loop_status begin_iteration(struct sim *sim, struct loop *loop) {
    enum loop_status status = wait(sim, loop);
    if (status != LOOP_GOES_ON) {
        return status;
    }
    loop->began = true;
    begin_tick(sim, loop);
    due(sim, loop);
    loop->todo = loop->ready.count;
    return LOOP_GOES_ON;
}

// Running a handle --------------------------------------------------------------------------------

// Makes [run]'s activity ready for its handle; false if that raised.
static bool begin_handle(struct sim *sim, struct loop_run *run) {
    struct vm *vm = sim->vm;
    struct handle *handle = run->handle;
    run->outer = callback_enter_context(sim, handle);
    switch ((enum event_what)handle->what) {
    case WHAT_STEP:
        return task_begin(vm, task_of(handle->callback), handle->args, &run->activity);
    case WHAT_WAKEUP: {
        struct value exception = task_wakeup_exception(vm, future_of(handle->args));
        bool begun = task_begin(vm, task_of(handle->callback), exception, &run->activity);
        value_drop(vm, exception);
        return begun;
    }
    case WHAT_CALL:
    case WHAT_COUNT:
        break;
    }
    size_t count;
    const struct value *args = callback_args(handle, &count);
    activity_call(vm, &run->activity, handle->callback, args, count);
    return true;
}

// The exception that a callback raised: those that end the loop's run stay raised, all others go
// to the loop's exception handler.
static void end_raised_call(struct sim *sim, struct loop_run *run, struct value exception) {
    struct vm *vm = sim->vm;
    if (exception_is_kind(vm, exception, EXCEPTION_SystemExit) ||
        exception_is_kind(vm, exception, EXCEPTION_KeyboardInterrupt)) {
        raise_value(vm, exception);
        return;
    }
    struct buf message = {0};
    buf_puts(&message, "Exception in callback ");
    callback_source(sim, run->handle, &message);
    sim_call_exception_handler(sim, run->loop, buf_text(&message), exception, "handle",
                               value_object(run->handle));
    buf_free(&message);
    value_drop(vm, exception);
}

static enum event_back end_outcome(struct sim *sim, struct loop_run *run, enum outcome outcome,
                                   struct value value) {
    if (run->handle->what != WHAT_CALL) {
        return task_end(sim->vm, task_of(run->handle->callback), outcome, value);
    }
    if (outcome == OUTCOME_RAISED) {
        end_raised_call(sim, run, value);
    } else {
        value_drop(sim->vm, value);
    }
    return BACK_CALL;
}

// Control comes back from the handle: it is done with.
static enum loop_status leave_handle(struct sim *sim, struct loop_run *run, enum event_back why) {
    struct handle *handle = run->handle;
    if (!handle->hidden) {
        sink_time(&sim->sink, sim->clock.now);
        sink_back(&sim->sink, handle->id, why);
    }
    callback_leave_context(sim, handle, run->outer);
    run->handle = NULL;
    drop(sim->vm, handle);
    return value_is_absent(raised(sim->vm)) ? LOOP_GOES_ON : LOOP_RAISED;
}

// Runs the activity of the handle until it ends or pauses.
static enum loop_status continue_handle(struct sim *sim, struct loop_run *run) {
    struct value value;
    enum outcome outcome = activity_run(sim->vm, &run->activity, &value);
    if (outcome == OUTCOME_PAUSED) {
        return LOOP_PAUSED;
    }
    if (outcome == OUTCOME_BLOCKED) {
        sim_begin_request(sim, vm_request(sim->vm), value);
        value_drop(sim->vm, value);
        return LOOP_BLOCKED;
    }
    if (outcome == OUTCOME_ENDED) {
        return LOOP_STOPPED;
    }
    enum event_back why = end_outcome(sim, run, outcome, value);
    activity_free(sim->vm, &run->activity);
    return leave_handle(sim, run, why);
}

static enum loop_status run_next(struct sim *sim, struct loop_run *run) {
    struct loop *loop = run->loop;
    struct handle *handle = ready_pop(&loop->ready);
    loop->todo--;
    if (handle->cancelled) {
        drop(sim->vm, handle);
        return LOOP_GOES_ON;
    }
    run->handle = handle;
    if (!handle->hidden) {
        announce_tick(sim);
        sink_run(&sim->sink, handle->id);
    }
    if (begin_handle(sim, run)) {
        return continue_handle(sim, run);
    }
    struct value exception = raised_take(sim->vm);
    end_raised_call(sim, run, exception);
    return leave_handle(sim, run, BACK_CALL);
}

enum loop_status loop_step(struct sim *sim, struct loop_run *run) {
    struct loop *loop = run->loop;
    if (run->handle != NULL) {
        return continue_handle(sim, run);
    }
    if (loop->todo > 0) {
        return run_next(sim, run);
    }
    if (loop->began && loop->stopping) {
        return LOOP_ENDED;
    }
    return begin_iteration(sim, loop);
}

void loop_begin_run(struct sim *sim, struct loop_run *run, struct loop *loop) {
    vm_set_place(sim->vm, CALLER_PATH, CALLER_LINE, CALLER_TEXT);
    assert(sim->running == NULL && "one loop runs at a time");
    *run = (struct loop_run){.loop = loop};
    value_keep(value_object(loop));
    loop->is_running = true;
    loop->began = false;
    sim->running = loop;
}

void loop_end_run(struct sim *sim, struct loop_run *run) {
    vm_set_place(sim->vm, NULL, 0, NULL);
    struct loop *loop = run->loop;
    if (loop == NULL) {
        return;
    }
    if (run->handle != NULL) {
        activity_free(sim->vm, &run->activity);
        callback_leave_context(sim, run->handle, run->outer);
        drop(sim->vm, run->handle);
        sim->current = NULL;
    }
    loop->is_running = false;
    loop->stopping = false;
    loop->todo = 0;
    sim->running = NULL;
    *run = (struct loop_run){0};
    value_drop(sim->vm, value_object(loop));
}

void loop_clear(struct vm *vm, struct loop *loop) {
    while (loop->ready.count > 0) {
        drop(vm, ready_pop(&loop->ready));
    }
    while (loop->timers.count > 0) {
        struct handle *handle = loop->timers.entries[--loop->timers.count].handle;
        handle->heap_index = HANDLE_NOT_TIMED;
        drop(vm, handle);
    }
    timers_free(&loop->timers);
}
