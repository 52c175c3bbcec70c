// What the machine asks of the world around it: output, files, awaits of the notes' account,
// asynchronous generators.
#include "loop/host.h"

#include "base/mem.h"
#include "base/vec.h"
#include "loop/drive.h"
#include "loop/state.h"
#include "vm/raise.h"

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

// Only a loop that runs has hooks.
static bool host_asyncgen_first(void *self, struct vm *vm, struct value generator) {
    (void)vm;
    const struct sim *sim = self;
    tell_loop(self, "_asyncgen_firstiter_hook", generator);
    return sim->running != NULL;
}

// Its closing is the hook's from now on, and no more the loop's shutdown_asyncgens().
static void host_asyncgen_dies(void *self, struct vm *vm, struct value generator) {
    (void)vm;
    asyncgens_discard(self, value_to_object(generator));
    tell_loop(self, "_asyncgen_finalizer_hook", generator);
}

static void host_asyncgen_gone(void *self, struct object *generator) {
    asyncgens_discard(self, generator);
}

// Lines have run out inside a native's call, where the machine cannot pause.
static bool host_exhausted(void *self, struct vm *vm) {
    (void)vm;
    drive_refill(self);
    return !drive_must_stop(self);
}

void host_fill(struct vm_host *host, struct sim *sim) {
    *host = (struct vm_host){
        .self = sim,
        .write = host_write,
        .read = host_read,
        .block = drive_block,
        .wrap_await = sim->options.model == SIM_MODEL_NOTES ? host_wrap_await : NULL,
        .asyncgen_first = host_asyncgen_first,
        .asyncgen_dies = host_asyncgen_dies,
        .asyncgen_gone = host_asyncgen_gone,
        .exhausted = host_exhausted,
        .opened = host_opened,
        .warned = host_warned,
    };
}

void host_open(struct sim *sim, const char *path, const char *text, size_t length) {
    host_opened(sim, path, text, length);
}
