// What a command looks at: a program that is run here, or a trace that was recorded before. Either
// way it is a header and a growing log; nothing else shows which it is.
//
//     struct recording recording;
//     if (!recording_open(&recording, &options, path, argv, argc, &diag, &status)) …
//     recording_finish(&recording);
//     recording_tell(&recording);
//     recording_close(&recording);
#ifndef CLI_RECORDING_H
#define CLI_RECORDING_H

#include "cli/options.h"
#include "trace/header.h"
#include "trace/log.h"

struct recording {
    struct trace_header header;
    struct log *log;
    struct tape *tape; // of a trace that was read: owned
    struct sim *sim;   // of a program that runs here: owned
    char *text;        // the program's source: owned
    char *path;        // absolute, as tracebacks show it: owned
    const char **argv; // sys.argv: owned
    size_t listed;     // files of the sim that the header has already
    bool is_cut;       // a trace whose last line was truncated
};

// Opens PROGRAM.py or a trace: what is called *.jsonl, or not *.py and begins with a brace. [argv]
// is the program's sys.argv[1:]. False with a sentence in [diag]; *[status] is then the exit
// status.
bool recording_open(struct recording *recording, const struct options *options, const char *path,
                    const char *const *argv, int argc, struct diag *diag, int *status);

// Makes the log hold [events] events, if the run gets so far; false once it has ended.
bool recording_advance(struct recording *recording, uint64_t events);

// Runs it to its end, or until Ctrl-C, which is taken down as the run's end.
void recording_finish(struct recording *recording);

// Says on stderr, in one sentence, if this is not the whole of what the program would have done: it
// was refused, reached the limit or was interrupted, or the trace's last line is cut off.
void recording_tell(const struct recording *recording);

// The exit status of the program; 0 for a trace.
int recording_status(const struct recording *recording);

void recording_close(struct recording *recording);

#endif
