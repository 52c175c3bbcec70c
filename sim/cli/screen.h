// The screen on a recording: what the commands that show one have in common.
#ifndef CLI_SCREEN_H
#define CLI_SCREEN_H

#include "cli/options.h"
#include "view/notes.h"

// Shows PROGRAM.py or a trace on the terminal until the reader quits; [notes] may be NULL. Gives
// the exit status.
int screen_run(const struct options *options, const char *path, const struct notes *notes);

#endif
