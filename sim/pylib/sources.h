// The Python modules of this folder, embedded in the binary, for vm_options.sources.
#ifndef PYLIB_SOURCES_H
#define PYLIB_SOURCES_H

#include "vm/vm.h"

// Ended by an entry without name.
extern const struct vm_source pylib_sources[];

#endif
