// Module _support: what the library's Python files (sim/pylib) need of the machine.
#ifndef VM_SUPPORT_MODULE_H
#define VM_SUPPORT_MODULE_H

#include "vm/native.h"

extern const struct native_module support_module;

#endif
