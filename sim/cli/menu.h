// The menu of lessons.
#ifndef CLI_MENU_H
#define CLI_MENU_H

#include "cli/lessons.h"
#include "cli/options.h"

// Lets the reader choose a lesson, beginning at [*chosen]: true with its index there, false when
// the reader quits or there is no terminal ([*status] is then the exit status).
bool menu_choose(const struct options *options, const struct lessons *lessons, size_t *chosen,
                 int *status);

#endif
