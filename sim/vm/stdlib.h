// Which modules CPython's library has, whether loopscope has them or not.
#ifndef VM_STDLIB_H
#define VM_STDLIB_H

#include <stdbool.h>

// Is [name] ("os", "os.path") a module of the standard library?
bool stdlib_has(const char *name);

// Is it built into the interpreter or loaded before any program runs, so that a file beside the
// program cannot hide it?
bool stdlib_is_early(const char *name);

#endif
