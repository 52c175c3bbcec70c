// The driver: it starts the program, answers what blocks it, runs its loop and ends the run.
#include "loop/sim.h"

#include "base/mem.h"
#include "loop/natives.h"
#include "loop/report.h"
#include "loop/state.h"
#include "vm/exception.h"
#include "vm/import.h"
#include "vm/int.h"
#include "vm/list.h"

// Lines that one sim_step runs at the most before it gives control back to its caller.
#define STEP_LINES 4096

struct sim *sim_of(struct vm *vm) {
    return vm_host_self(vm);
}

uint32_t sim_text(struct sim *sim, const char *text) {
    return sim->tape == NULL ? 0 : tape_text(sim->tape, text, strlen(text));
}

void sim_options_init(struct sim_options *options) {
    *options = (struct sim_options){
        .recorded = true,
        .detail = DETAIL_VALUES,
        .limit = SIM_DEFAULT_LIMIT,
        .memory = SIM_DEFAULT_MEMORY,
        .start = SIM_DEFAULT_START,
    };
}

// What the machine asks of its host ---------------------------------------------------------------

static void host_write(void *self, int stream, const char *text, size_t length) {
    struct sim *sim = self;
    if (sim->options.write != NULL) {
        sim->options.write(sim->options.write_self, stream, text, length);
    }
    if (sim->tape != NULL && length > 0) {
        sink_time(&sim->output, sim->clock.now);
        sink_out(&sim->output, stream == 1 ? STREAM_STDOUT : STREAM_STDERR,
                 tape_text(sim->tape, text, length));
    }
}

static void host_warned(void *self, const char *category, const char *text) {
    struct sim *sim = self;
    if (sim->tape != NULL) {
        sink_warn(&sim->output, sim_text(sim, text), sim_text(sim, category));
    }
}

// --model notes: each awaited coroutine of the program becomes a task.
static struct value host_wrap_await(void *self, struct vm *vm, struct value awaited) {
    struct sim *sim = self;
    if (sim->running == NULL || sim->current == NULL) {
        return VALUE_ABSENT;
    }
    return sim_call_library(vm, "asyncio.tasks", "create_task", &awaited, 1);
}

static void tell_loop(struct sim *sim, const char *method, struct value generator) {
    if (sim->running == NULL) {
        return;
    }
    struct value loop = value_object(sim->running);
    struct value result = vm_call_method(sim->vm, loop, method, &generator, 1);
    if (value_is_error(result)) {
        value_drop(sim->vm, raised_take(sim->vm));
    }
    value_drop(sim->vm, result);
}

static void host_asyncgen_first(void *self, struct vm *vm, struct value generator) {
    (void)vm;
    tell_loop(self, "_asyncgen_firstiter_hook", generator);
}

static void host_asyncgen_dies(void *self, struct vm *vm, struct value generator) {
    (void)vm;
    tell_loop(self, "_asyncgen_finalizer_hook", generator);
}

// Runs a loop to the end of its run, inside a native that calls run_forever.
static struct value run_nested(struct sim *sim, struct loop *loop) {
    struct loop_run run;
    bool may_pause = sim->may_pause;
    sim->may_pause = false;
    loop_begin_run(sim, &run, loop);
    enum loop_status status;
    do {
        status = loop_step(sim, &run);
    } while (status == LOOP_GOES_ON || status == LOOP_PAUSED);
    loop_end_run(sim, &run);
    sim->may_pause = may_pause;
    if (status == LOOP_STUCK) {
        report_deadlock(sim);
        vm_stop(sim->vm);
        return VALUE_ERROR;
    }
    return status == LOOP_RAISED ? VALUE_ERROR : VALUE_NONE;
}

static struct value host_block(void *self, struct vm *vm, int request, struct value payload) {
    struct sim *sim = self;
    if (request == REQUEST_RUN_FOREVER) {
        return run_nested(sim, loop_of(payload));
    }
    int64_t nanoseconds = 0;
    int_to_int64(payload, &nanoseconds);
    sim_block_for(sim, nanoseconds);
    (void)vm;
    return VALUE_NONE;
}

void sim_block_for(struct sim *sim, int64_t nanoseconds) {
    clock_wait_until(&sim->clock, sim->clock.now + nanoseconds);
    sink_time(&sim->sink, sim->clock.now);
}

void sim_answer_block(struct sim *sim, struct activity *activity) {
    struct value payload;
    int request = vm_request(sim->vm, &payload);
    struct value answer = host_block(sim, sim->vm, request, payload);
    value_drop(sim->vm, payload);
    bool throws = value_is_error(answer);
    activity_answer(sim->vm, activity, throws ? raised_take(sim->vm) : answer, throws);
}

// The program -------------------------------------------------------------------------------------

static void finish(struct sim *sim, enum event_end why, int status) {
    if (sim->phase == PHASE_ENDED) {
        return;
    }
    sim->phase = PHASE_ENDED;
    sim->end = why;
    sim->exit_status = status;
    sink_time(&sim->output, sim->clock.now);
    sink_end(&sim->output, why);
}

// The module's code has ended: what it leaves behind dies, and then the run is over.
static void end_program(struct sim *sim, enum outcome outcome, struct value value) {
    int status = 0;
    if (outcome == OUTCOME_RAISED) {
        status = report_uncaught(sim, value);
    }
    value_drop(sim->vm, value);
    activity_free(sim->vm, &sim->program);
    sim->phase = PHASE_FINISH;
    vm_shut_down(sim->vm);
    report_pending_tasks(sim);
    finish(sim, outcome == OUTCOME_RAISED && status != 0 ? END_ERROR : END_FINISHED, status);
}

// The program blocked: run_forever makes the loop run, anything else is answered at once.
static void begin_request(struct sim *sim) {
    struct value payload;
    if (vm_request(sim->vm, &payload) == REQUEST_RUN_FOREVER) {
        loop_begin_run(sim, &sim->run, loop_of(payload));
        sim->phase = PHASE_LOOP;
        value_drop(sim->vm, payload);
        return;
    }
    value_drop(sim->vm, payload);
    sim_answer_block(sim, &sim->program);
}

static void step_program(struct sim *sim) {
    struct value value;
    enum outcome outcome = activity_run(sim->vm, &sim->program, &value);
    switch (outcome) {
    case OUTCOME_PAUSED:
        return;
    case OUTCOME_BLOCKED:
        begin_request(sim);
        return;
    case OUTCOME_RETURNED:
    case OUTCOME_RAISED:
    case OUTCOME_YIELDED:
        end_program(sim, outcome, value);
    }
}

static void leave_loop(struct sim *sim, enum loop_status status) {
    loop_end_run(sim, &sim->run);
    sim->phase = PHASE_PROGRAM;
    bool throws = status == LOOP_RAISED;
    activity_answer(sim->vm, &sim->program, throws ? raised_take(sim->vm) : VALUE_NONE, throws);
}

static void step_loop(struct sim *sim) {
    enum loop_status status = loop_step(sim, &sim->run);
    switch (status) {
    case LOOP_GOES_ON:
    case LOOP_PAUSED:
        return;
    case LOOP_ENDED:
    case LOOP_RAISED:
        leave_loop(sim, status);
        return;
    case LOOP_STUCK:
        report_deadlock(sim);
        finish(sim, END_DEADLOCK, 3);
    }
}

static bool is_over_limit(const struct sim *sim) {
    return sim->options.limit != 0 && sim->tape != NULL && sim->tape->events >= sim->options.limit;
}

bool sim_step(struct sim *sim) {
    if (sim->phase == PHASE_ENDED) {
        return false;
    }
    if (is_over_limit(sim) || vm_was_stopped(sim->vm)) {
        finish(sim, END_LIMIT, 4);
        return false;
    }
    vm_set_budget(sim->vm, STEP_LINES);
    if (sim->phase == PHASE_LOOP) {
        step_loop(sim);
    } else {
        step_program(sim);
    }
    return sim->phase != PHASE_ENDED;
}

bool sim_advance(struct sim *sim, uint64_t events) {
    while (sim->phase != PHASE_ENDED && sim->tape->events < events) {
        sim_step(sim);
    }
    return sim->phase != PHASE_ENDED;
}

void sim_interrupt(struct sim *sim) {
    finish(sim, END_INTERRUPTED, 130);
}
