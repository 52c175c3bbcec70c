// loopscope trace PROGRAM.py [-o FILE]: writes the trace of a run.
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/recording.h"
#include "trace/writer.h"

static int fail_output(const char *path) {
    struct diag diag;
    diag_set(&diag, DIAG_FILE, "%s cannot be written: %s", path, strerror(errno));
    return command_fail(&diag);
}

// Runs to the end; the header comes first in the file but names files that are imported late, so
// nothing is written before.
static int write_trace(struct recording *recording, FILE *file, const char *name) {
    recording_advance(recording, UINT64_MAX);
    struct writer *writer = writer_new(file, &recording->header, recording->log);
    if (!writer_close(writer)) {
        return fail_output(name);
    }
    return recording_status(recording);
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
    const char *name = options->output == NULL ? "stdout" : options->output;
    FILE *file = options->output == NULL ? stdout : fopen(options->output, "wb");
    if (file == NULL) {
        recording_close(&recording);
        return fail_output(name);
    }
    status = write_trace(&recording, file, name);
    if (file != stdout && fclose(file) != 0) {
        status = fail_output(name);
    }
    recording_close(&recording);
    return status;
}
