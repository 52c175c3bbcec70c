// loopscope run PROGRAM.py: stdout, stderr and exit status as python3 would give them.
#include <stdio.h>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/recording.h"

// stdout is a buffered stream, as Python's is; stderr is written at once, behind what stdout has.
static void write_through(void *self, int stream, const char *text, size_t length) {
    bool *failed = self;
    FILE *file = stream == 1 ? stdout : stderr;
    if (stream != 1) {
        fflush(stdout);
    }
    if (fwrite(text, 1, length, file) != length && file == stdout) {
        *failed = true; // main says so
    }
}

static int run(struct recording *recording, const bool *failed) {
    interrupt_expect();
    while (!*failed && sim_run(recording->sim)) {
    }
    interrupt_forget();
    recording_tell(recording);
    return *failed ? 2 : recording_status(recording);
}

int command_run(const struct options *options) {
    if (options->argument_count == 0) {
        return command_usage("run");
    }
    struct options mine = *options;
    bool failed = false;
    // Nothing looks at the tape, so it is made only where --detail asks for it.
    mine.sim.recorded = options->detail_given;
    mine.sim.write = write_through;
    mine.sim.write_self = &failed;
    struct recording recording;
    struct diag diag = {0};
    int status;
    const char *path = options->arguments[0];
    if (!recording_open(&recording, &mine, path, options->arguments + 1,
                        options->argument_count - 1, &diag, &status)) {
        command_print_diag(&diag, path);
        return status;
    }
    status = recording.sim != NULL ? run(&recording, &failed) : command_fail_trace(path);
    recording_close(&recording);
    return status;
}
