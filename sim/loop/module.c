// Module _asyncio: the functions of asyncio that need the loop's inside.
#include "loop/asyncgens.h"
#include "loop/natives.h"
#include "loop/state.h"
#include "loop/wrapper.h"
#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/set.h"
#include "vm/str.h"
#include "vm/type.h"

static struct value running_loop(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    struct loop *loop = sim_of(vm)->running;
    return loop == NULL ? VALUE_NONE : value_keep(value_object(loop));
}

static struct value get_running_loop(struct vm *vm, struct value self, const struct call *call) {
    struct value loop = running_loop(vm, self, call);
    if (value_is_none(loop)) {
        return raise_error(vm, EXCEPTION_RuntimeError, "no running event loop");
    }
    return loop;
}

static struct value set_running_loop(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return raise_error(vm, EXCEPTION_NotImplementedError,
                       "asyncio._set_running_loop is not part of loopscope");
}

static struct value current_task(struct vm *vm, struct value self, const struct call *call) {
    struct value loop = VALUE_NONE;
    if (!native_args(vm, call, "current_task", "|o:loop", &loop)) {
        return VALUE_ERROR;
    }
    struct sim *sim = sim_of(vm);
    if (value_is_none(loop) && sim->running == NULL) {
        return get_running_loop(vm, self, call);
    }
    struct task *task = sim->current;
    if (task == NULL || (!value_is_none(loop) && value_to_object(loop) != (void *)sim->running)) {
        return VALUE_NONE;
    }
    return value_keep(value_object(task));
}

// A set of the tasks of [loop] that have not ended.
static struct value tasks_of(struct vm *vm, struct loop *loop) {
    struct value set = set_new(vm);
    if (value_is_error(set)) {
        return set;
    }
    for (struct task *task = sim_of(vm)->first_task; task != NULL; task = task->next) {
        if (task->future.loop == loop && !set_add(vm, set, value_object(task))) {
            value_drop(vm, set);
            return VALUE_ERROR;
        }
    }
    return set;
}

static struct value all_tasks(struct vm *vm, struct value self, const struct call *call) {
    struct value loop = VALUE_NONE;
    if (!native_args(vm, call, "all_tasks", "|o:loop", &loop)) {
        return VALUE_ERROR;
    }
    if (!value_is_none(loop)) {
        struct loop *given = sim_check_loop(vm, loop);
        return given == NULL ? VALUE_ERROR : tasks_of(vm, given);
    }
    if (sim_of(vm)->running == NULL) {
        return get_running_loop(vm, self, call);
    }
    return tasks_of(vm, sim_of(vm)->running);
}

static struct value new_future(struct vm *vm, struct value self, const struct call *call) {
    struct value loop, kind;
    (void)self;
    if (!native_args(vm, call, "new_future", "oo", &loop, &kind)) {
        return VALUE_ERROR;
    }
    struct loop *of = sim_check_loop(vm, loop);
    return of == NULL ? VALUE_ERROR : future_new(vm, of, str_of(kind)->text);
}

static struct value set_result_unless_cancelled(struct vm *vm, struct value self,
                                                const struct call *call) {
    struct value future, result;
    (void)self;
    if (!native_args(vm, call, "set_result_unless_cancelled", "oo", &future, &result)) {
        return VALUE_ERROR;
    }
    struct future *of = future_of(future);
    if (of->state != FUTURE_CANCELLED && !future_set_result(vm, of, result)) {
        return VALUE_ERROR;
    }
    return VALUE_NONE;
}

static struct value is_future(struct vm *vm, struct value self, const struct call *call) {
    struct value object;
    (void)self;
    if (!native_one(vm, call, "is_future", &object)) {
        return VALUE_ERROR;
    }
    return value_bool(future_is(vm, object));
}

static struct value is_coroutine_object(struct vm *vm, struct value self, const struct call *call) {
    struct value object;
    (void)self;
    if (!native_one(vm, call, "is_coroutine_object", &object)) {
        return VALUE_ERROR;
    }
    return value_bool(value_is_exactly(object, builtin(vm, BUILTIN_coroutine)));
}

static struct value asyncgens_add_native(struct vm *vm, struct value self,
                                         const struct call *call) {
    struct value loop, generator;
    (void)self;
    if (!native_args(vm, call, "asyncgens_add", "oo", &loop, &generator)) {
        return VALUE_ERROR;
    }
    asyncgens_add(sim_of(vm), loop_of(loop), value_to_object(generator));
    return VALUE_NONE;
}

static struct value asyncgens_take_native(struct vm *vm, struct value self,
                                          const struct call *call) {
    struct value loop;
    (void)self;
    if (!native_one(vm, call, "asyncgens_take", &loop)) {
        return VALUE_ERROR;
    }
    return asyncgens_take(sim_of(vm), loop_of(loop));
}

static struct value copy_context(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return sim_of(vm)->types.context == NULL ? VALUE_NONE : context_copy(vm);
}

// What types.coroutine does to a generator function: what it returns can be awaited.
static struct value make_iterable_coroutine(struct vm *vm, struct value self,
                                            const struct call *call) {
    struct value function;
    (void)self;
    if (!native_one(vm, call, "make_iterable_coroutine", &function)) {
        return VALUE_ERROR;
    }
    function_of(function)->iterable_coroutine = true;
    return value_keep(function);
}

static struct value is_awaitable_generator(struct vm *vm, struct value self,
                                           const struct call *call) {
    struct value object;
    (void)self;
    if (!native_args(vm, call, "is_awaitable_generator", "o", &object)) {
        return VALUE_ERROR;
    }
    return value_bool(generator_is_awaitable(vm, object));
}

// The text of one of the program's files, or None.
static struct value source(struct vm *vm, struct value self, const struct call *call) {
    struct value path;
    (void)self;
    if (!native_one(vm, call, "source", &path)) {
        return VALUE_ERROR;
    }
    struct sim *sim = sim_of(vm);
    for (size_t i = 0; i < sim->files.count && str_is(path); i++) {
        const struct sim_file *file = &sim->files.items[i];
        if (str_equals(str_of(path), file->path)) {
            return str_new(vm, file->text, file->length);
        }
    }
    return VALUE_NONE;
}

static struct value format_exception(struct vm *vm, struct value self, const struct call *call) {
    struct value exception;
    (void)self;
    if (!native_one(vm, call, "format_exception", &exception)) {
        return VALUE_ERROR;
    }
    struct buf text = {0};
    vm_format_exception(vm, exception, &text);
    return str_take(vm, &text);
}

static const struct native functions[] = {
    {"get_running_loop", get_running_loop, NATIVE_PLAIN, NULL},
    {"_get_running_loop", running_loop, NATIVE_PLAIN, NULL},
    {"_set_running_loop", set_running_loop, NATIVE_PLAIN, NULL},
    {"current_task", current_task, NATIVE_PLAIN, NULL},
    {"all_tasks", all_tasks, NATIVE_PLAIN, NULL},
    {"make_task", task_make, NATIVE_PLAIN, NULL},
    {"new_future", new_future, NATIVE_PLAIN, NULL},
    {"set_result_unless_cancelled", set_result_unless_cancelled, NATIVE_PLAIN, NULL},
    {"is_future", is_future, NATIVE_PLAIN, NULL},
    {"is_coroutine_object", is_coroutine_object, NATIVE_PLAIN, NULL},
    {"asyncgens_add", asyncgens_add_native, NATIVE_PLAIN, NULL},
    {"asyncgens_take", asyncgens_take_native, NATIVE_PLAIN, NULL},
    {"copy_context", copy_context, NATIVE_PLAIN, NULL},
    {"is_awaitable_generator", is_awaitable_generator, NATIVE_PLAIN, NULL},
    {"make_iterable_coroutine", make_iterable_coroutine, NATIVE_PLAIN, NULL},
    {"source", source, NATIVE_PLAIN, NULL},
    {"format_exception", format_exception, NATIVE_PLAIN, NULL},
    {0},
};

// asyncio's own exceptions, as classes that Python code could have made.
static struct type *make_exception(struct vm *vm, const char *name, enum exception_kind base) {
    struct value bases = tuple_new(vm, NULL, 1);
    struct value namespace = dict_new(vm);
    struct value text = str_intern(vm, name, strlen(name));
    struct value module = str_from(vm, "asyncio.exceptions");
    struct value class = VALUE_ERROR;
    if (!value_is_error(bases) && !value_is_error(namespace) && !value_is_error(text) &&
        !value_is_error(module)) {
        tuple_of(bases)->items[0] = value_keep(value_object(exception_type(vm, base)));
        if (dict_set_name(vm, dict_of(namespace), "__module__", module)) {
            class = type_make(vm, builtin(vm, BUILTIN_type), str_of(text), bases,
                              dict_of(namespace), NULL);
        }
    }
    value_drop(vm, bases);
    value_drop(vm, namespace);
    value_drop(vm, text);
    value_drop(vm, module);
    return value_is_error(class) ? NULL : type_of(class);
}

static bool add(struct vm *vm, struct value module, const char *name, const void *type) {
    return type != NULL && vm_set_attribute(vm, module, name, value_object(type));
}

static bool init(struct vm *vm, struct value module) {
    struct sim *sim = sim_of(vm);
    struct sim_types *types = &sim->types;
    types->cancelled_error = make_exception(vm, "CancelledError", EXCEPTION_BaseException);
    types->invalid_state_error = make_exception(vm, "InvalidStateError", EXCEPTION_Exception);
    bool made = types->cancelled_error != NULL && types->invalid_state_error != NULL &&
                future_type_init(vm, sim) && task_type_init(vm, sim) && handle_type_init(vm, sim) &&
                wrapper_type_init(vm, sim) && loop_type_init(vm, sim);
    return made && vm_set_attribute(vm, module, "bare_yield", VALUE_BARE_YIELD) &&
           add(vm, module, "Future", types->future) && add(vm, module, "Task", types->task) &&
           add(vm, module, "Handle", types->handle) &&
           add(vm, module, "TimerHandle", types->timer_handle) &&
           add(vm, module, "EventLoop", types->loop) &&
           add(vm, module, "CancelledError", types->cancelled_error) &&
           add(vm, module, "InvalidStateError", types->invalid_state_error);
}

const struct native_module asyncio_module = {"_asyncio", functions, init};
