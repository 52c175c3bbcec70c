// The screen on a recording: what the commands that show one have in common.
#ifndef CLI_SCREEN_H
#define CLI_SCREEN_H

#include "cli/lessons.h"
#include "cli/options.h"
#include "view/term.h"

// Shows PROGRAM.py or a trace on the terminal until the reader quits; gives the exit status.
int screen_run(const struct options *options, const char *path);

// The same for a lesson, on a terminal that is open. False if it cannot be shown: then [diag] says
// why, and [*status] is the exit status. The reader may change the language: [options]->chinese.
bool screen_lesson(struct term *term, struct options *options, const struct lesson *lesson,
                   struct diag *diag, int *status);

#endif
