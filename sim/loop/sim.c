// One simulation: its life, and what its caller asks of it. See drive.c for how it runs.
#include "loop/sim.h"

#include "base/mem.h"
#include "base/vec.h"
#include "loop/drive.h"
#include "loop/host.h"
#include "loop/natives.h"
#include "loop/state.h"

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

bool sim_step(struct sim *sim) {
    if (sim->stopped) {
        return false;
    }
    if (drive_must_stop(sim)) {
        drive_stop(sim);
        return false;
    }
    drive_refill(sim);
    if (drive_choose(sim)) {
        drive_thread(sim);
    } else {
        sim->stuck = true;
        drive_stop(sim);
    }
    return !sim->stopped;
}

bool sim_run(struct sim *sim) {
    if (sim_step(sim) && sim->options.limit == 0) {
        drive_loop(sim);
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
    drive_finish(sim, END_INTERRUPTED, 130);
}

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
    host_fill(&wanted.host, sim);
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
    drive_refill(sim);
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
