// The modules builtins and sys.
#ifndef VM_BUILTINS_H
#define VM_BUILTINS_H

#include "vm/native.h"

// print, len, sorted and all other builtin functions, the constants and the builtin types and
// exceptions by name. __build_class__ and __import__ are added by vm.c.
extern const struct native_module builtins_module;

// argv, stdout, stderr, exit, version …
extern const struct native_module sys_module;

// sys.stdin (0), sys.stdout (1) or sys.stderr (2): the caller's own; None if there is none,
// VALUE_ERROR if it was deleted.
struct value sys_stream(struct vm *vm, int number);

// Writes [text] to the program's sys.stdout (1) or sys.stderr (2), whatever object the program put
// there; false if that raised. What print does.
bool sys_write(struct vm *vm, int stream, const char *text, size_t length);

// Refuses what CPython has and loopscope has not: NotImplementedError "loopscope has no WHAT",
// which ends the run as refused if nobody catches it (vm_is_refusal).
struct value builtins_refuse(struct vm *vm, const char *what);

// The natives, one for each line of builtins.def.
#define FUNCTION(name, group) native_function builtins_##name;
#include "vm/builtins.def"
#undef FUNCTION

#endif
