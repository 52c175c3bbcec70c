// The callbacks that a sim gives its vm.
#ifndef LOOP_HOST_H
#define LOOP_HOST_H

#include "vm/vm.h"

struct sim;

// Fills in all of [host].
void host_fill(struct vm_host *host, struct sim *sim);

// Adds a file of the program, as number so and so many of the trace.
void host_open(struct sim *sim, const char *path, const char *text, size_t length);

#endif
