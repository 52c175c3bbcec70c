// What the tests of whole programs share: running one in memory.
#ifndef TESTS_CLI_SUPPORT_H
#define TESTS_CLI_SUPPORT_H

#include "cli/recording.h"

// Runs the program at [path] to its end under the default options with this model; fails the test
// if it cannot be opened. Close the recording afterwards.
void support_run(struct recording *recording, const char *path, enum sim_model model);

// The whole trace as it would be written, owned by the caller (mem_free).
char *support_trace(const struct recording *recording, size_t *length);

#endif
