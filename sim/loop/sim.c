// The driver: it starts the program, answers what blocks it, runs its loop and ends the run.
#include "loop/sim.h"

#include "base/mem.h"
#include "base/vec.h"
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
    return tape_text(sim->tape, text, strlen(text));
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
    if (length > 0) {
        sink_time(&sim->sink, sim->clock.now);
        sink_out(&sim->sink, stream == 1 ? STREAM_STDOUT : STREAM_STDERR,
                 tape_text(sim->tape, text, length));
    }
}

static void host_warned(void *self, const char *category, const char *text) {
    struct sim *sim = self;
    sink_warn(&sim->sink, sim_text(sim, text), sim_text(sim, category));
}

static uint16_t host_opened(void *self, const char *path, const char *text, size_t length) {
    struct sim *sim = self;
    struct sim_file *file = vec_push(&sim->files);
    file->path = mem_copy_text(path, strlen(path));
    file->text = mem_copy_text(text, length);
    file->length = length;
    return (uint16_t)(sim->files.count - 1);
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

static bool is_over_limit(const struct sim *sim) {
    return sim->options.limit != 0 && sim->tape->events >= sim->options.limit;
}

// Lines have run out inside a native's call, where the machine cannot pause.
static bool host_exhausted(void *self, struct vm *vm) {
    vm_refill(vm, STEP_LINES);
    return !is_over_limit(self);
}

static void host_asyncgen_gone(void *self, struct object *generator) {
    asyncgens_discard(self, generator);
}

// Runs a loop to the end of its run, inside a native that calls run_forever.
static struct value run_nested(struct sim *sim, struct loop *loop) {
    struct loop_run run;
    loop_begin_run(sim, &run, loop);
    enum loop_status status;
    do {
        vm_refill(sim->vm, STEP_LINES);
        status = is_over_limit(sim) ? LOOP_STOPPED : loop_step(sim, &run);
    } while (status == LOOP_GOES_ON || status == LOOP_PAUSED);
    loop_end_run(sim, &run);
    if (status == LOOP_ENDED) {
        return VALUE_NONE;
    }
    sim->stuck = status == LOOP_STUCK;
    if (status != LOOP_RAISED) {
        vm_end(sim->vm);
    }
    return VALUE_ERROR;
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

void sim_answer_block(struct sim *sim, struct activity *activity, struct value payload) {
    struct value answer = host_block(sim, sim->vm, vm_request(sim->vm), payload);
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
    sink_time(&sim->sink, sim->clock.now);
    sink_end(&sim->sink, why);
}

// The module's code has ended: what it leaves behind dies, and then the run is over.
static void end_program(struct sim *sim, enum outcome outcome, struct value value) {
    int status = 0;
    enum event_end why = END_FINISHED;
    if (outcome == OUTCOME_RAISED) {
        // sys.exit() ends a program as well as its last line does, whatever the status.
        bool exits = exception_is_kind(sim->vm, value, EXCEPTION_SystemExit);
        why = exits ? END_FINISHED : END_ERROR;
        status = vm_is_refusal(sim->vm, value) ? report_refusal(sim, value)
                                               : report_uncaught(sim, value);
    }
    value_drop(sim->vm, value);
    activity_free(sim->vm, &sim->program);
    sim->phase = PHASE_FINISH;
    vm_shut_down(sim->vm);
    report_pending_tasks(sim);
    finish(sim, why, status);
}

// The program blocked: run_forever makes the loop run, anything else is answered at once.
static void begin_request(struct sim *sim, struct value payload) {
    if (vm_request(sim->vm) != REQUEST_RUN_FOREVER) {
        sim_answer_block(sim, &sim->program, payload);
        return;
    }
    loop_begin_run(sim, &sim->run, loop_of(payload));
    sim->phase = PHASE_LOOP;
    value_drop(sim->vm, payload);
}

// The run ends where it stands: a limit was reached, or a loop inside a native's call was stuck.
static void stop(struct sim *sim) {
    if (sim->stuck) {
        report_deadlock(sim);
    }
    finish(sim, sim->stuck ? END_DEADLOCK : END_LIMIT, sim->stuck ? 3 : 4);
}

static void step_program(struct sim *sim) {
    struct value value;
    enum outcome outcome = activity_run(sim->vm, &sim->program, &value);
    switch (outcome) {
    case OUTCOME_PAUSED:
        return;
    case OUTCOME_BLOCKED:
        begin_request(sim, value);
        return;
    case OUTCOME_ENDED:
        stop(sim);
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
        sim->stuck = true;
        stop(sim);
        return;
    case LOOP_STOPPED:
        stop(sim);
    }
}

bool sim_step(struct sim *sim) {
    if (sim->phase == PHASE_ENDED) {
        return false;
    }
    if (is_over_limit(sim)) {
        stop(sim);
        return false;
    }
    vm_refill(sim->vm, STEP_LINES);
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

// Making and freeing ------------------------------------------------------------------------------

static const struct native_module *const modules[] = {&asyncio_module, &time_module,
                                                      &context_module, NULL};

static struct vm *make_vm(struct sim *sim) {
    const struct sim_options *options = &sim->options;
    static const enum vm_detail details[] = {
        [DETAIL_SCHEDULE] = VM_DETAIL_SCHEDULE,
        [DETAIL_LINES] = VM_DETAIL_LINES,
        [DETAIL_VALUES] = VM_DETAIL_VALUES,
    };
    struct vm_options wanted = {
        .compile = options->compile,
        .host = {.self = sim,
                 .write = host_write,
                 .block = host_block,
                 .wrap_await = options->model == SIM_MODEL_NOTES ? host_wrap_await : NULL,
                 .asyncgen_first = host_asyncgen_first,
                 .asyncgen_dies = host_asyncgen_dies,
                 .asyncgen_gone = host_asyncgen_gone,
                 .exhausted = host_exhausted,
                 .opened = host_opened,
                 .warned = host_warned},
        .memory_limit = options->memory,
        .recursion_limit = 1000,
        .modules = modules,
        .sources = options->library,
        .tape = sim->tape,
        .detail = details[options->detail],
        .argv = options->argv,
        .argc = options->argc,
        .seed = options->seed,
    };
    return vm_new(&wanted);
}

// Loads the program: false if it does not compile or there is no memory for it.
static bool load(struct sim *sim, struct diag *diag) {
    const struct sim_options *options = &sim->options;
    sim->vm = make_vm(sim);
    if (sim->vm == NULL) {
        diag_set(diag, DIAG_FILE, "--memory is too small for Python itself: give 16M or more");
        return false;
    }
    vm_refill(sim->vm, STEP_LINES);
    struct value code =
        vm_load_program(sim->vm, options->path, options->text, options->length, diag);
    if (value_is_error(code)) {
        return false;
    }
    activity_call(sim->vm, &sim->program, code, NULL, 0);
    value_drop(sim->vm, code);
    return true;
}

struct sim *sim_new(const struct sim_options *options, struct diag *diag) {
    struct sim *sim = mem_zalloc(1, sizeof *sim);
    sim->options = *options;
    sim->clock.epoch = options->start;
    sim->tape = options->recorded ? tape_new() : tape_new_counting();
    sim->sink = (struct sink){.tape = sim->tape, .detail = options->detail};
    sim->next_future_id = sim->next_task_number = sim->next_handle_id = 1;
    sim->empty_tuple = sim->context = sim->missing_token = VALUE_ABSENT;
    if (!load(sim, diag)) {
        sim_free(sim);
        return NULL;
    }
    return sim;
}

void sim_free(struct sim *sim) {
    if (sim == NULL) {
        return;
    }
    vm_free(sim->vm);
    mem_free(sim->asyncgens.items);
    for (size_t i = 0; i < sim->files.count; i++) {
        mem_free(sim->files.items[i].path);
        mem_free(sim->files.items[i].text);
    }
    vec_free(&sim->files);
    tape_free(sim->tape);
    mem_free(sim);
}

bool sim_has_ended(const struct sim *sim) {
    return sim->phase == PHASE_ENDED;
}

enum event_end sim_end(const struct sim *sim) {
    return sim->end;
}

int sim_exit_status(const struct sim *sim) {
    return sim->exit_status;
}

struct tape *sim_tape(struct sim *sim) {
    return sim->tape;
}

size_t sim_file_count(const struct sim *sim) {
    return sim->files.count;
}

const char *sim_file_path(const struct sim *sim, size_t index) {
    return sim->files.items[index].path;
}

const char *sim_file_text(const struct sim *sim, size_t index, size_t *length) {
    *length = sim->files.items[index].length;
    return sim->files.items[index].text;
}

const struct diag *sim_refusal(const struct sim *sim) {
    return sim->refusal.kind == DIAG_NONE ? NULL : &sim->refusal;
}
