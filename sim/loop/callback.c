#include "loop/callback.h"

#include "loop/state.h"
#include "vm/builtin.h"
#include "vm/function.h"
#include "vm/list.h"
#include "vm/method.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/str.h"

// What is called in the end: through bound methods and functools.partial. Borrowed.
static struct value innermost(struct vm *vm, struct value callable) {
    for (int depth = 0; depth < 20; depth++) {
        if (value_is_exactly(callable, builtin(vm, BUILTIN_method))) {
            callable = method_of(callable)->function;
            continue;
        }
        struct value inner = sim_partial_function(vm, callable);
        if (value_is_absent(inner)) {
            break;
        }
        callable = inner;
    }
    return callable;
}

static bool is_function(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_function));
}

// A function of the library says in its docstring what it is to the learner.
static uint32_t library_words(struct sim *sim, struct function *function) {
    if (str_is(function->doc)) {
        const struct str *doc = str_of(function->doc);
        return tape_text(sim->tape, doc->text, doc->length);
    }
    const struct str *name = str_of(function->qualname);
    return tape_text(sim->tape, name->text, name->length);
}

static void describe_call(struct sim *sim, struct value callback, struct sink_handle *shown) {
    struct vm *vm = sim->vm;
    struct value called = innermost(vm, callback);
    if (is_function(vm, called)) {
        struct function *function = function_of(called);
        const struct str *name = str_of(function->qualname);
        if ((function->loaded->code->flags & CODE_LIBRARY) == 0) {
            shown->name = tape_text(sim->tape, name->text, name->length);
        } else {
            shown->lib = library_words(sim, function);
        }
        return;
    }
    if (value_is_exactly(called, builtin(vm, BUILTIN_native_function))) {
        const char *name = native_of(called)->native->name;
        bool sleeps = strcmp(name, "set_result_unless_cancelled") == 0;
        shown->lib = sim_text(sim, sleeps ? EVENT_LIB_SLEEP : name);
        return;
    }
    // An object with a __call__: where its class is the program's own, it is named by its class.
    struct type *type = value_type(vm, called);
    struct value call = vm_find_attribute(vm, value_object(type), "__call__");
    if (is_function(vm, call)) {
        describe_call(sim, call, shown);
    } else {
        shown->lib = sim_text(sim, type->name);
    }
    value_drop(vm, call);
}

// Whose handle it is: the task that steps; for a sleep's end the task that sleeps; else the
// future's callback of a task.
static uint32_t owner(struct sim *sim, const struct handle *handle) {
    if (handle->what != WHAT_CALL) {
        return future_of(handle->callback)->id;
    }
    if (handle->is_timer && sim->current != NULL) {
        return sim->current->future.id;
    }
    return 0;
}

void callback_describe(struct sim *sim, const struct handle *handle, struct sink_handle *shown) {
    shown->task = owner(sim, handle);
    if (handle->what == WHAT_CALL) {
        describe_call(sim, handle->callback, shown);
    }
}

void callback_source(struct sim *sim, const struct handle *handle, struct buf *out) {
    struct vm *vm = sim->vm;
    struct value text = sim_call_library(vm, "asyncio.format_helpers", "_format_callback_source",
                                         (struct value[]){handle->callback, sim->empty_tuple}, 2);
    if (str_is(text)) {
        buf_puts(out, str_of(text)->text);
    } else {
        value_drop(vm, raised_take(vm));
    }
    value_drop(vm, text);
}

const struct value *callback_args(const struct handle *handle, size_t *count) {
    if (handle->args_are_tuple) {
        return sequence_items(handle->args, count);
    }
    *count = 1;
    return &handle->args;
}

struct value callback_enter_context(struct sim *sim, const struct handle *handle) {
    struct value outer = sim->context;
    bool steps = handle->what != WHAT_CALL;
    sim->context = value_keep(steps ? task_of(handle->callback)->context : handle->context);
    return outer;
}

// A task that set its first variable in this step keeps the context that was made for it.
void callback_leave_context(struct sim *sim, struct handle *handle, struct value outer) {
    struct value inner = sim->context;
    sim->context = outer;
    if (handle->what != WHAT_CALL && value_is_absent(task_of(handle->callback)->context)) {
        task_of(handle->callback)->context = inner;
    } else {
        value_drop(sim->vm, inner);
    }
}
