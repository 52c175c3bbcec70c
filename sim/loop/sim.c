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

// Steps between two questions whether the run is interrupted: one costs a system call.
#define STEPS_UNASKED 64

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

static void step_thread(struct sim *sim);
static void resume(struct sim *sim);

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

static bool host_read(void *self, struct buf *line) {
    struct sim *sim = self;
    return sim->options.read != NULL && sim->options.read(sim->options.read_self, line);
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

// Must the run end where it stands?
static bool must_stop(struct sim *sim) {
    if (sim->options.interrupted != NULL && ++sim->asked % STEPS_UNASKED == 0) {
        sim->interrupted = sim->options.interrupted();
    }
    return sim->interrupted || (sim->options.limit != 0 && sim->tape->events >= sim->options.limit);
}

// Lines have run out inside a native's call, where the machine cannot pause.
static bool host_exhausted(void *self, struct vm *vm) {
    vm_refill(vm, STEP_LINES);
    return !must_stop(self);
}

static void host_asyncgen_gone(void *self, struct object *generator) {
    asyncgens_discard(self, generator);
}

void sim_begin_request(struct sim *sim, int request, struct value payload) {
    struct thread *thread = sim->thread;
    int64_t nanoseconds = 0;
    switch ((enum sim_request)request) {
    case REQUEST_RUN_FOREVER:
        loop_begin_run(sim, &thread->run, loop_of(payload));
        thread->loops = true;
        return;
    case REQUEST_SLEEP:
        int_to_int64(payload, &nanoseconds);
        thread_wait_until(sim, WAIT_TIME, NULL, sim->clock.now + nanoseconds);
        return;
    case REQUEST_WAIT:
        return; // it waits already
    }
}

// What the thread that goes on again gets for its wait.
static struct value end_wait(struct sim *sim) {
    struct thread *thread = sim->thread;
    struct value answer = VALUE_NONE;
    if (thread->wait == WAIT_LOCK) {
        answer = value_bool(!thread->lock->locked);
        if (!thread->lock->locked) {
            lock_take(sim, thread->lock);
        }
        value_drop(sim->vm, value_object(thread->lock));
    }
    thread->wait = WAIT_NOTHING;
    thread->lock = NULL;
    thread->deadline = CLOCK_FOREVER;
    sink_time(&sim->sink, sim->clock.now);
    return answer;
}

// The thread whose turn it is runs until it waits or has ended.
static void run_turn(struct sim *sim) {
    do {
        vm_refill(sim->vm, STEP_LINES);
        step_thread(sim);
    } while (!sim->stopped && !must_stop(sim) && sim->thread != NULL &&
             sim->thread->wait == WAIT_NOTHING);
}

// Runs the other threads until [thread] can go on, inside a native's call of that thread.
static bool let_others_run(struct sim *sim, struct thread *thread) {
    do {
        vm_refill(sim->vm, STEP_LINES);
        thread->nested = false;
        bool passed = !must_stop(sim) && thread_pass_on(sim);
        thread->nested = true;
        if (!passed) {
            sim->stuck = !must_stop(sim);
            return false;
        }
        if (sim->thread != thread) {
            run_turn(sim);
        }
    } while (sim->thread != thread && !sim->stopped);
    thread->nested = false;
    return !sim->stopped;
}

// Runs a loop to the end of its run, inside a native that calls run_forever.
static struct value run_nested(struct sim *sim) {
    struct thread *thread = sim->thread;
    enum loop_status status;
    do {
        vm_refill(sim->vm, STEP_LINES);
        status = must_stop(sim) ? LOOP_STOPPED : loop_step(sim, &thread->run);
        if (status == LOOP_BLOCKED && let_others_run(sim, thread)) {
            resume(sim);
            status = LOOP_GOES_ON;
        } else if (status == LOOP_BLOCKED) {
            status = LOOP_STOPPED;
        }
    } while (status == LOOP_GOES_ON || status == LOOP_PAUSED);
    loop_end_run(sim, &thread->run);
    thread->loops = false;
    if (status == LOOP_ENDED) {
        return VALUE_NONE;
    }
    sim->stuck |= status == LOOP_STUCK;
    if (status != LOOP_RAISED) {
        vm_end(sim->vm);
    }
    return VALUE_ERROR;
}

// A native blocked inside another native's call: what it waits for happens now.
static struct value host_block(void *self, struct vm *vm, int request, struct value payload) {
    struct sim *sim = self;
    sim_begin_request(sim, request, payload);
    if (request == REQUEST_RUN_FOREVER) {
        return run_nested(sim);
    }
    if (!let_others_run(sim, sim->thread)) {
        vm_end(vm);
        return VALUE_ERROR;
    }
    return end_wait(sim);
}

// The program -------------------------------------------------------------------------------------

static void finish(struct sim *sim, enum event_end why, int status) {
    if (sim->stopped) {
        return;
    }
    sim->stopped = true;
    sim->end = why;
    sim->exit_status = status;
    sink_time(&sim->sink, sim->clock.now);
    sink_end(&sim->sink, why);
}

// Nothing of the program runs any more: what it leaves behind dies.
static void end_program(struct sim *sim) {
    vm_shut_down(sim->vm);
    report_pending_tasks(sim);
    finish(sim, sim->end, sim->exit_status);
}

// As python3 does at its end, the main thread joins the others.
static bool join_others(struct sim *sim) {
    if (sim->thread_count == 1 || sim->shutting_down) {
        return false;
    }
    sim->shutting_down = true;
    struct value threading = import_module(sim->vm, "threading");
    struct value join =
        value_is_error(threading) ? VALUE_ERROR : vm_get_attribute(sim->vm, threading, "_shutdown");
    value_drop(sim->vm, threading);
    if (value_is_error(join)) {
        value_drop(sim->vm, raised_take(sim->vm));
        return false;
    }
    activity_call(sim->vm, &sim->thread->activity, join, NULL, 0);
    value_drop(sim->vm, join);
    return true;
}

// The main thread's code has ended: its exit status is known.
static void end_main(struct sim *sim, enum outcome outcome, struct value value) {
    if (!sim->shutting_down) {
        sim->end = END_FINISHED;
    }
    if (outcome == OUTCOME_RAISED && !sim->shutting_down) {
        // sys.exit() ends a program as well as its last line does, whatever the status.
        bool exits = exception_is_kind(sim->vm, value, EXCEPTION_SystemExit);
        sim->end = exits ? END_FINISHED : END_ERROR;
        sim->exit_status = vm_is_refusal(sim->vm, value) ? report_refusal(sim, value)
                                                         : report_uncaught(sim, value);
    }
    value_drop(sim->vm, value);
    activity_free(sim->vm, &sim->thread->activity);
    if (!join_others(sim)) {
        end_program(sim);
    }
}

static void end_thread(struct sim *sim, enum outcome outcome, struct value value) {
    struct thread *thread = sim->thread;
    if (thread == sim->threads) {
        end_main(sim, outcome, value);
        return;
    }
    value_drop(sim->vm, value);
    activity_free(sim->vm, &thread->activity);
    value_replace(sim->vm, &sim->context, VALUE_ABSENT);
    sim->thread = NULL;
    thread_remove(sim, thread);
}

// The run ends where it stands: a limit was reached, somebody interrupted it, or a loop inside a
// native's call was stuck.
static void stop(struct sim *sim) {
    if (sim->stuck) {
        report_deadlock(sim);
        finish(sim, END_DEADLOCK, 3);
    } else if (sim->interrupted) {
        sim_interrupt(sim);
    } else {
        finish(sim, END_LIMIT, 4);
    }
}

static void step_code(struct sim *sim) {
    struct value value;
    struct thread *thread = sim->thread;
    enum outcome outcome = activity_run(sim->vm, &thread->activity, &value);
    switch (outcome) {
    case OUTCOME_PAUSED:
        return;
    case OUTCOME_BLOCKED:
        sim_begin_request(sim, vm_request(sim->vm), value);
        value_drop(sim->vm, value);
        return;
    case OUTCOME_ENDED:
        stop(sim);
        return;
    case OUTCOME_RETURNED:
    case OUTCOME_RAISED:
    case OUTCOME_YIELDED:
        end_thread(sim, outcome, value);
    }
}

static void leave_loop(struct sim *sim, enum loop_status status) {
    struct thread *thread = sim->thread;
    loop_end_run(sim, &thread->run);
    thread->loops = false;
    bool throws = status == LOOP_RAISED;
    activity_answer(sim->vm, &thread->activity, throws ? raised_take(sim->vm) : VALUE_NONE, throws);
}

static void step_loop(struct sim *sim) {
    enum loop_status status = loop_step(sim, &sim->thread->run);
    switch (status) {
    case LOOP_GOES_ON:
    case LOOP_PAUSED:
    case LOOP_BLOCKED:
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

// Ends the wait of the thread that goes on now: its code, or the handle that its loop runs, gets
// the answer; a loop that waited itself needs none.
static void resume(struct sim *sim) {
    struct thread *thread = sim->thread;
    enum thread_wait wait = thread->wait;
    struct value answer = end_wait(sim);
    if (wait != WAIT_LOOP) {
        struct activity *activity = thread->loops ? &thread->run.activity : &thread->activity;
        activity_answer(sim->vm, activity, answer, false);
    }
}

static void step_thread(struct sim *sim) {
    if (sim->thread->wait != WAIT_NOTHING) {
        resume(sim);
    } else if (sim->thread->loops) {
        step_loop(sim);
    } else {
        step_code(sim);
    }
}

// One thread runs until it waits or has ended; then the next one's turn comes.
static bool choose_thread(struct sim *sim) {
    bool goes_on = sim->thread != NULL && sim->thread->wait == WAIT_NOTHING;
    return goes_on || thread_pass_on(sim);
}

bool sim_step(struct sim *sim) {
    if (sim->stopped) {
        return false;
    }
    if (must_stop(sim)) {
        stop(sim);
        return false;
    }
    vm_refill(sim->vm, STEP_LINES);
    if (choose_thread(sim)) {
        step_thread(sim);
    } else {
        sim->stuck = true;
        stop(sim);
    }
    return !sim->stopped;
}

bool sim_advance(struct sim *sim, uint64_t events) {
    while (!sim->stopped && sim->tape->events < events) {
        sim_step(sim);
    }
    return !sim->stopped;
}

void sim_interrupt(struct sim *sim) {
    finish(sim, END_INTERRUPTED, 130);
}

// Making and freeing ------------------------------------------------------------------------------

static const struct native_module *const modules[] = {&asyncio_module, &time_module,
                                                      &context_module, &thread_module, NULL};

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
                 .read = host_read,
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
    activity_call(sim->vm, &sim->thread->activity, code, NULL, 0);
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
    sim->thread = thread_new(sim);
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
    while (sim->loops != NULL) {
        struct loop *loop = sim->loops;
        sim->loops = loop->older;
        timers_free(&loop->timers);
    }
    vm_free(sim->vm);
    thread_free_all(sim);
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
    return sim->stopped;
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
