#include "cli/recording.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/mem.h"
#include "cli/compile.h"
#include "pylib/sources.h"
#include "trace/reader.h"

#define FILE_MOST ((size_t)64 << 20) // bytes of a program

static char *fail_file(FILE *file, struct diag *diag, const char *path, const char *what) {
    if (file != NULL) {
        fclose(file);
    }
    diag_set(diag, DIAG_FILE, "%s: %s", path, what);
    return NULL;
}

char *read_file(const char *path, size_t *length, struct diag *diag) {
    FILE *file = fopen(path, "rb");
    struct stat status;
    if (file == NULL || fstat(fileno(file), &status) != 0) {
        return fail_file(file, diag, path, strerror(errno));
    }
    if (S_ISDIR(status.st_mode)) {
        return fail_file(file, diag, path, "is a directory: give the name of a Python program");
    }
    struct buf text = {0};
    char piece[65536];
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;) {
        buf_put(&text, piece, got);
        if (text.length > FILE_MOST) {
            buf_free(&text);
            return fail_file(file, diag, path, "is larger than 64 MiB: that is no program");
        }
    }
    if (ferror(file)) {
        buf_free(&text);
        return fail_file(file, diag, path, strerror(errno));
    }
    fclose(file);
    *length = text.length;
    return buf_take(&text);
}

static bool is_trace(const char *path) {
    size_t length = strlen(path);
    return length > 6 && strcmp(path + length - 6, ".jsonl") == 0;
}

// Wall-clock time at loop time 0, as the header has it.
static void put_epoch(int64_t start, char *text, size_t size) {
    time_t seconds = (time_t)(start / 1000000000);
    struct tm tm;
    gmtime_r(&seconds, &tm);
    strftime(text, size, "%Y-%m-%dT%H:%M:%S", &tm);
}

static char *absolute(const char *path) {
    char *resolved = realpath(path, NULL);
    char *copy = mem_copy_text(resolved == NULL ? path : resolved,
                               strlen(resolved == NULL ? path : resolved));
    free(resolved);
    return copy;
}

// Adds the files that the program has imported since.
static void list_files(struct recording *recording) {
    while (recording->listed < sim_file_count(recording->sim)) {
        size_t length;
        size_t index = recording->listed++;
        const char *text = sim_file_text(recording->sim, index, &length);
        header_add_file(&recording->header, sim_file_path(recording->sim, index), text, length);
    }
}

// The program did not compile, or needs what is missing: as python3 tells it, or in one sentence.
static int status_of(const struct diag *diag) {
    return diag->kind == DIAG_REFUSED || diag->kind == DIAG_FILE ? 2 : 1;
}

static bool open_program(struct recording *recording, const struct options *options,
                         const char *path, const char *const *argv, int argc, struct diag *diag,
                         int *status) {
    struct sim_options sim = options->sim;
    *status = 2;
    recording->text = read_file(path, &sim.length, diag);
    if (recording->text == NULL) {
        return false;
    }
    recording->path = absolute(path);
    sim.path = recording->path;
    sim.text = recording->text;
    const char **words = mem_zalloc((size_t)argc + 1, sizeof *words);
    recording->argv = words;
    words[0] = path;
    for (int i = 0; i < argc; i++) {
        words[i + 1] = argv[i];
    }
    sim.argv = words;
    sim.argc = argc + 1;
    sim.compile = compile_text;
    sim.library = pylib_sources;
    recording->sim = sim_new(&sim, diag);
    if (recording->sim == NULL) {
        *status = status_of(diag);
        return false;
    }
    char epoch[32];
    put_epoch(sim.start, epoch, sizeof epoch);
    header_init(&recording->header, sim.model == SIM_MODEL_NOTES ? "notes" : "cpython", epoch,
                sim.detail);
    list_files(recording);
    if (sim.recorded) {
        recording->log = log_new(sim_tape(recording->sim));
    }
    return true;
}

bool recording_open(struct recording *recording, const struct options *options, const char *path,
                    const char *const *argv, int argc, struct diag *diag, int *status) {
    *recording = (struct recording){0};
    if (!is_trace(path)) {
        if (open_program(recording, options, path, argv, argc, diag, status)) {
            return true;
        }
        recording_close(recording);
        return false;
    }
    struct reader_result result;
    recording->tape = tape_new();
    *status = 2;
    if (!reader_load(path, &recording->header, recording->tape, &result, diag)) {
        recording_close(recording);
        return false;
    }
    recording->is_cut = result.is_cut;
    recording->log = log_new(recording->tape);
    return true;
}

bool recording_advance(struct recording *recording, uint64_t events) {
    if (recording->sim == NULL) {
        return false;
    }
    bool more = sim_advance(recording->sim, events);
    list_files(recording);
    return more;
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
