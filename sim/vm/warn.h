// Warnings on stderr, as CPython shows them.
#ifndef VM_WARN_H
#define VM_WARN_H

#include "vm/vm.h"

// "p.py:3: RuntimeWarning: text" and the source line. [path] NULL: where the program stands now.
// Tells the host afterwards. False, and nothing shown, if the same was shown for that line before.
bool warn_at(struct vm *vm, const char *category, const char *text, const char *path, int line);

#endif
