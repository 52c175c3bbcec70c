// loopscope explain PROGRAM.py|TRACE: the run in plain sentences, tick by tick.
#include <stdio.h>

#include "cli/command.h"
#include "cli/recording.h"
#include "export/plain.h"

static int explain_recording(struct recording *recording, const struct options *options) {
    recording_finish(recording);
    struct plain_options plain = {.tongue = options->chinese ? TONGUE_ZH : TONGUE_EN,
                                  .detail =
                                      options->detail_given ? options->sim.detail : DETAIL_SCHEDULE,
                                  .ascii = options->ascii};
    struct replay *replay = replay_new(recording->log);
    bool written = plain_write(stdout, &recording->header, replay, &plain);
    replay_free(replay);
    recording_tell(recording);
    return written ? recording_status(recording) : 2;
}

int command_explain(const struct options *options) {
    if (options->argument_count == 0) {
        return command_usage("explain");
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
    status = explain_recording(&recording, options);
    recording_close(&recording);
    return status;
}
