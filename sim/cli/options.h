// The command line, read once: which command, with which options, on which files.
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "loop/sim.h"

struct options {
    const char *command;    // as given; NULL: none
    const char **arguments; // what is neither command nor option; the program's own included
    int argument_count;
    struct sim_options sim; // path, text and argv are not filled in here
    bool detail_given;      // --detail
    bool chinese;           // --lang zh, or the environment's language
    bool ascii;
    bool no_color;
    bool help, version;
    bool reads_stdin;   // the program's input() reads ours; otherwise it finds nothing there
    const char *output; // -o, or NULL
    bool is_virtual;    // --virtual: a recorded Python goes by the virtual clock
    const char *python; // --python, or NULL
    const char *at;     // --at, or NULL
    int columns, rows;  // --size
};

// Reads [argv]. Where a program is run as under python3 (`run`, and on screen) all that follows its
// name is the program's own; elsewhere options may stand anywhere, and what follows "--" is the
// program's own. False with a sentence in [diag]: the exit status is then 2.
bool options_read(int argc, const char *const *argv, struct options *options, struct diag *diag);

// Does an option that [commands] take ("": all, see options.def) go with this command? NULL: the
// menu and the screen, with which all go.
bool options_fits(const char *commands, const char *command);

// Gives back what options_read made; also after it failed.
void options_free(struct options *options);

#endif
