// Builtin functions that CPython has and loopscope has not: refused by name when they are called.
#include "vm/builtins.h"

#include "vm/exception.h"
#include "vm/raise.h"
#include "vm/state.h"

struct value builtins_refuse(struct vm *vm, const char *what) {
    raise_error(vm, EXCEPTION_NotImplementedError, "loopscope has no %s", what);
    if (raised_is(vm, EXCEPTION_NotImplementedError)) {
        exception_of(vm->raised)->extra[EXCEPTION_REFUSED] = VALUE_TRUE; // see vm_is_refusal
    }
    return VALUE_ERROR;
}

struct value builtins_eval(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return builtins_refuse(vm, "eval(): write the expression into the program itself");
}

struct value builtins_exec(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return builtins_refuse(vm, "exec(): write the statements into the program itself");
}

struct value builtins_compile(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return builtins_refuse(vm, "compile(): write the code into the program itself");
}

struct value builtins_open(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return builtins_refuse(vm, "open(): a program here reads and writes no files");
}

struct value builtins_breakpoint(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return builtins_refuse(vm, "breakpoint(): step through the program on screen instead");
}

struct value builtins_help(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return builtins_refuse(vm, "help(): read the documentation at docs.python.org instead");
}
