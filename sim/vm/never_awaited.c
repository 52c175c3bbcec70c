// CPython words and places the warning in Lib/warnings.py; at the very end of a run it is shorter.
#include "vm/never_awaited.h"

#include "base/buf.h"
#include "vm/async_generator.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/warn.h"

static void warn(struct vm *vm, struct buf *text) {
    static const char hint[] =
        "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";
    bool is_end = vm->frame == NULL && vm->place.path == NULL; // CPython has no hint to give then
    if (warn_at(vm, "RuntimeWarning", buf_text(text), NULL, 0) && !is_end) {
        vm_write(vm, 2, hint, sizeof hint - 1);
    }
    buf_free(text);
}

void never_awaited_warn(struct vm *vm, const struct generator *coroutine) {
    struct buf text = {0};
    buf_printf(&text, "coroutine '%s' was never awaited", generator_qualname(vm, coroutine)->text);
    warn(vm, &text);
}

void never_awaited_warn_step(struct vm *vm, const struct async_step *step) {
    static const char *const methods[] = {
        [ASYNC_SEND] = "asend", [ASYNC_THROW] = "athrow", [ASYNC_CLOSE] = "aclose"};
    struct buf text = {0};
    buf_printf(&text, "coroutine method '%s' of '%s' was never awaited", methods[step->kind],
               generator_qualname(vm, step->generator)->text);
    warn(vm, &text);
}
