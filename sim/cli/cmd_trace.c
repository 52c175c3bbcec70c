// loopscope trace PROGRAM.py [-o FILE]: writes the trace of a run.
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/command.h"
#include "cli/recording.h"
#include "trace/writer.h"

static int fail_output(const char *path, const char *why) {
    struct diag diag;
    diag_set(&diag, DIAG_FILE, "%s cannot be written: %s", path, why);
    return command_fail(&diag);
}

// Runs to the end; the header comes first in the file but names files that are imported late, so
// nothing is written before.
static bool write_trace(struct recording *recording, FILE *file) {
    recording_finish(recording);
    recording_tell(recording);
    struct writer *writer = writer_new(file, &recording->header, recording->log);
    return writer_close(writer);
}

static bool is_same_file(const char *one, const char *other) {
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

// Nothing half-written is left behind where a file was to be.
static void remove_file(const char *path) {
    struct stat status;
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode)) {
        remove(path);
    }
}

static int trace_to_file(struct recording *recording, const char *path) {
    if (is_same_file(path, recording->path)) {
        return fail_output(path, "it is the program itself");
    }
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        return fail_output(path, strerror(errno));
    }
    bool written = write_trace(recording, file);
    int why = errno;
    if (fclose(file) != 0 && written) {
        written = false;
        why = errno;
    }
    if (!written) {
        remove_file(path);
        return fail_output(path, strerror(why));
    }
    return recording_status(recording);
}

static int trace_program(struct recording *recording, const struct options *options) {
    if (recording->sim == NULL) {
        return command_fail_trace(options->arguments[0]);
    }
    if (options->output != NULL) {
        return trace_to_file(recording, options->output);
    }
    return write_trace(recording, stdout) ? recording_status(recording) : 2; // main says so
}

int command_trace(const struct options *options) {
    if (options->argument_count == 0) {
        return command_usage("trace");
    }
    struct recording recording;
    struct diag diag = {0};
    int status;
    const char *path = options->arguments[0];
    if (!recording_open(&recording, options, path, options->arguments + 1,
                        options->argument_count - 1, &diag, &status)) {
        command_print_diag(&diag, path);
        return status;
    }
    status = trace_program(&recording, options);
    recording_close(&recording);
    return status;
}
