#include "cli/recording.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "cli/command.h"
#include "cli/compile.h"
#include "cli/files.h"
#include "cli/interrupt.h"
#include "pylib/sources.h"
#include "trace/reader.h"

#define PIECE_MOST 65536 // bytes of a long line of stdin

static bool is_trace(FILE *file, const char *path) {
    if (files_ends_in(path, ".jsonl") || files_ends_in(path, ".py")) {
        return !files_ends_in(path, ".py");
    }
    int first = getc(file);
    ungetc(first, file);
    return first == '{';
}

// Wall-clock time at loop time 0, as the header has it.
static void put_epoch(int64_t start, char *text, size_t size) {
    time_t seconds = (time_t)(start / 1000000000);
    struct tm tm;
    gmtime_r(&seconds, &tm);
    strftime(text, size, "%Y-%m-%dT%H:%M:%S", &tm);
}

// The name of a file as the header has it: seen from the program's directory, so that one program
// gives one trace wherever it lies.
static const char *shown_path(const struct recording *recording, const char *path) {
    const char *slash = strrchr(recording->path, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash + 1 - recording->path);
    return strncmp(path, recording->path, length) == 0 ? path + length : path;
}

// Adds the files that the program has imported since.
static void list_files(struct recording *recording) {
    while (recording->listed < sim_file_count(recording->sim)) {
        size_t length;
        size_t index = recording->listed++;
        const char *text = sim_file_text(recording->sim, index, &length);
        const char *path = shown_path(recording, sim_file_path(recording->sim, index));
        header_add_file(&recording->header, path, text, length);
    }
}

// The program did not compile, or needs what is missing: as python3 tells it, or in one sentence.
static int status_of(const struct diag *diag) {
    return diag->kind == DIAG_REFUSED || diag->kind == DIAG_FILE ? 2 : 1;
}

// sys.argv: the program's name as it was given, and what stands behind it.
static void list_arguments(struct recording *recording, struct sim_options *sim, const char *path,
                           const char *const *argv, int argc) {
    recording->argv = mem_zalloc((size_t)argc + 1, sizeof *recording->argv);
    recording->argv[0] = path;
    for (int i = 0; i < argc; i++) {
        recording->argv[i + 1] = argv[i];
    }
    sim->argv = recording->argv;
    sim->argc = argc + 1;
}

static void begin_header(struct recording *recording, const struct sim_options *sim) {
    char epoch[32];
    put_epoch(sim->start, epoch, sizeof epoch);
    header_init(&recording->header, sim->model == SIM_MODEL_NOTES ? "notes" : "cpython", epoch,
                sim->detail);
    list_files(recording);
}

// What is read from stdin: a line at a time, and long ones in pieces. The prompt is shown first.
static bool read_line(void *self, struct buf *line) {
    (void)self;
    fflush(stdout);
    int byte = 0;
    for (int i = 0; i < PIECE_MOST && byte != '\n' && (byte = getc(stdin)) != EOF; i++) {
        buf_putc(line, (char)byte);
    }
    return byte != EOF;
}

// Makes the sim for a program whose text is recording->text.
static bool make_sim(struct recording *recording, struct sim_options *sim, bool reads_stdin,
                     struct diag *diag, int *status) {
    sim->path = recording->path;
    sim->text = recording->text;
    sim->compile = compile_text;
    sim->library = pylib_sources;
    sim->interrupted = interrupt_came;
    sim->read = reads_stdin ? read_line : NULL;
    recording->sim = sim_new(sim, diag);
    if (recording->sim == NULL) {
        *status = status_of(diag);
        return false;
    }
    begin_header(recording, sim);
    if (sim->recorded) {
        recording->log = log_new(sim_tape(recording->sim));
    }
    return true;
}

static bool load_trace(struct recording *recording, FILE *file, const char *path,
                       struct diag *diag) {
    struct reader_result result;
    recording->tape = tape_new();
    if (!reader_load_file(file, path, &recording->header, recording->tape, &result, diag)) {
        return false;
    }
    recording->is_cut = result.is_cut;
    recording->log = log_new(recording->tape);
    return true;
}

static bool open_opened(struct recording *recording, FILE *file, const struct options *options,
                        const char *path, const char *const *argv, int argc, struct diag *diag,
                        int *status) {
    if (is_trace(file, path)) {
        return load_trace(recording, file, path, diag);
    }
    struct sim_options sim = options->sim;
    recording->text = files_read_rest(file, path, &sim.length, diag);
    if (recording->text == NULL) {
        return false;
    }
    recording->path = files_absolute(path);
    list_arguments(recording, &sim, path, argv, argc);
    return make_sim(recording, &sim, options->reads_stdin, diag, status);
}

bool recording_open(struct recording *recording, const struct options *options, const char *path,
                    const char *const *argv, int argc, struct diag *diag, int *status) {
    *recording = (struct recording){0};
    *status = 2;
    FILE *file = files_open(path, diag);
    if (file == NULL) {
        return false;
    }
    bool opened = open_opened(recording, file, options, path, argv, argc, diag, status);
    fclose(file);
    if (!opened) {
        recording_close(recording);
    }
    return opened;
}

bool recording_advance(struct recording *recording, uint64_t events) {
    if (recording->sim == NULL) {
        return false;
    }
    bool more = sim_advance(recording->sim, events);
    list_files(recording);
    return more;
}

void recording_finish(struct recording *recording) {
    interrupt_expect();
    recording_advance(recording, UINT64_MAX);
    interrupt_forget();
}

static void say(const char *sentence) {
    fflush(stdout);
    fprintf(stderr, "loopscope: %s\n", sentence);
}

static void tell_end(const struct sim *sim) {
    if (sim_refusal(sim) != NULL) {
        fflush(stdout);
        command_fail(sim_refusal(sim));
    } else if (sim_has_ended(sim) && sim_end(sim) == END_LIMIT) {
        say("the limit of events is reached: give a larger --limit, or 0 for none");
    } else if (sim_has_ended(sim) && sim_end(sim) == END_INTERRUPTED) {
        say("interrupted");
    }
}

void recording_tell(const struct recording *recording) {
    if (recording->sim != NULL) {
        tell_end(recording->sim);
    }
    if (recording->is_cut) {
        say("the trace's last line was cut off; this is what was recorded");
    }
}

int recording_status(const struct recording *recording) {
    return recording->sim == NULL ? 0 : sim_exit_status(recording->sim);
}

void recording_close(struct recording *recording) {
    log_free(recording->log);
    header_free(&recording->header);
    tape_free(recording->tape);
    sim_free(recording->sim);
    mem_free(recording->text);
    mem_free(recording->path);
    mem_free(recording->argv);
    *recording = (struct recording){0};
}
