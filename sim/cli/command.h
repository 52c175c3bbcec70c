// The commands: one function and one file each, listed in commands.def.
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/options.h"

// Runs one command and gives the exit status: 0 done; the program's own; 2 wrong usage, files that
// cannot be read or written, traces that are not valid, programs that need what is missing;
// 3 deadlock; 4 limit reached.
#define COMMAND(name, function, arguments, help)                                                   \
    int command_##function(const struct options *options);
#include "cli/commands.def"
#undef COMMAND

int command_menu(const struct options *options); // no command: the menu of lessons
int command_step(const struct options *options); // PROGRAM.py alone: steps through it on screen

// Prints "loopscope: <sentence>" to stderr and gives 2, for `return`.
int command_fail(const struct diag *diag);

// Says that [name] takes other arguments, and how it is used; gives 2.
int command_usage(const char *name);

// Says that a program was wanted and [path] is a trace, and which commands read those; gives 2.
int command_fail_trace(const char *path);

// Prints what is wrong with a program: as python3 prints a SyntaxError, or as command_fail.
void command_print_diag(const struct diag *diag, const char *path);

// What --help prints: of one command, or of all if [name] is NULL.
void command_help(const char *name);

#endif
