// The Python type _asyncio.Task: its methods and attributes, beside those of Future.
#include <stddef.h>

#include "loop/natives.h"
#include "loop/state.h"
#include "vm/builtin.h"
#include "vm/generator.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/type.h"

static struct value task_create(struct vm *vm, struct type *type, const struct call *call) {
    (void)call;
    struct task *task = object_new(vm, type, type->size);
    if (task == NULL) {
        return VALUE_ERROR;
    }
    task->future.is_task = true;
    task->coroutine = task->waiter = task->name = task->context = VALUE_ABSENT;
    return value_object(task);
}

// The name given, as a str, or ABSENT for the default.
static bool set_name_of(struct vm *vm, struct task *task, struct value name) {
    if (value_is_none(name)) {
        task->number = sim_of(vm)->next_task_number++;
        return true;
    }
    struct value text = str_is(name) ? value_keep(name) : vm_str(vm, name);
    if (value_is_error(text)) {
        return false;
    }
    value_replace(vm, &task->name, text);
    return true;
}

// The qualified name of the coroutine, for the trace. That of a plain coroutine is on the tape
// already, since its code was loaded.
static uint32_t coroutine_text(struct vm *vm, struct value coroutine) {
    struct tape *tape = sim_of(vm)->tape;
    if (value_is_exactly(coroutine, builtin(vm, BUILTIN_coroutine))) {
        const struct generator *generator = generator_of(coroutine);
        if (value_is_absent(generator->names) && generator->loaded->texts != NULL) {
            return generator->loaded->texts->function;
        }
    }
    struct value qualname = vm_find_attribute(vm, coroutine, "__qualname__");
    const char *name = str_is(qualname) ? str_of(qualname)->text : value_type(vm, coroutine)->name;
    uint32_t text = tape_text(tape, name, strlen(name));
    value_drop(vm, qualname);
    return text;
}

// What the runtime does for itself is no part of a trace.
static bool is_housekeeping(struct vm *vm, struct value coroutine) {
    if (!value_is_exactly(coroutine, builtin(vm, BUILTIN_coroutine))) {
        return false;
    }
    const struct code *code = generator_of(coroutine)->loaded->code;
    return (code->flags & CODE_LIBRARY) != 0 && strncmp(code->name->text, "shutdown_", 9) == 0;
}

static void announce(struct vm *vm, struct task *task) {
    struct sim *sim = sim_of(vm);
    if (task->future.hidden) {
        return;
    }
    sink_task(&sim->sink, task->future.id, task_name_text(vm, task),
              coroutine_text(vm, task->coroutine),
              sim->current != NULL ? sim->current->future.id : 0);
}

static void add_to_all(struct sim *sim, struct task *task) {
    task->previous = sim->last_task;
    task->next = NULL;
    *(sim->last_task != NULL ? &sim->last_task->next : &sim->first_task) = task;
    sim->last_task = task;
    task->is_listed = true;
}

static bool check_coroutine(struct vm *vm, struct value coroutine) {
    if (generator_is_awaitable(vm, coroutine)) {
        return true;
    }
    struct value is = sim_call_library(vm, "asyncio.coroutines", "iscoroutine", &coroutine, 1);
    if (value_is_error(is)) {
        return false;
    }
    if (value_is(is, VALUE_TRUE)) {
        return true;
    }
    struct value repr = vm_repr(vm, coroutine);
    if (!value_is_error(repr)) {
        raise_error(vm, EXCEPTION_TypeError, "a coroutine was expected, got %s",
                    str_of(repr)->text);
    }
    value_drop(vm, repr);
    return false;
}

// What Task.__init__ does, its arguments sorted out; [loop], [name] and [context] may be None.
struct task_arguments {
    struct value coroutine, loop, name, context, eager;
};

static bool set_up(struct vm *vm, struct task *task, const struct task_arguments *given) {
    struct sim *sim = sim_of(vm);
    struct value loop = given->loop;
    struct loop *of = value_is_none(loop) ? sim_default_loop(vm) : sim_check_loop(vm, loop);
    task->future.hidden = is_housekeeping(vm, given->coroutine);
    sim->has_hidden |= task->future.hidden;
    if (of == NULL || !future_init(vm, &task->future, of) ||
        !check_coroutine(vm, given->coroutine)) {
        return false;
    }
    struct value context = sim_context_for(vm, given->context);
    if (value_is_error(context) || !set_name_of(vm, task, given->name)) {
        return false;
    }
    value_replace(vm, &task->context, context);
    value_replace(vm, &task->coroutine, value_keep(given->coroutine));
    task->log_destroy_pending = true;
    announce(vm, task);
    add_to_all(sim, task);
    return task_start(vm, task, value_is(given->eager, VALUE_TRUE));
}

static bool initialise(struct vm *vm, struct value self, const struct call *call) {
    struct task_arguments given = {VALUE_ABSENT, VALUE_NONE, VALUE_NONE, VALUE_NONE, VALUE_FALSE};
    return native_args(vm, call, "Task", "o:coro|$o:loop o:name o:context o:eager_start",
                       &given.coroutine, &given.loop, &given.name, &given.context, &given.eager) &&
           set_up(vm, task_of(self), &given);
}

// make_task(loop, coro, name, context): Task(coro, loop=…, name=…, context=…), quickly.
struct value task_make(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (!native_count(vm, call, "make_task", 4, 4)) {
        return VALUE_ERROR;
    }
    struct task_arguments given = {call->args[1], call->args[0], call->args[2], call->args[3],
                                   VALUE_FALSE};
    struct value task = task_create(vm, sim_of(vm)->types.task, call);
    if (!value_is_error(task) && !set_up(vm, task_of(task), &given)) {
        value_drop(vm, task);
        return VALUE_ERROR;
    }
    return task;
}

static struct value cancel(struct vm *vm, struct value self, const struct call *call) {
    struct value message = VALUE_NONE;
    if (!native_args(vm, call, "cancel", "|o:msg", &message)) {
        return VALUE_ERROR;
    }
    return value_bool(task_cancel(vm, task_of(self), message));
}

static struct value uncancel(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    struct task *task = task_of(self);
    if (task->cancel_requests > 0 && --task->cancel_requests == 0) {
        task->must_cancel = false;
    }
    return value_small(task->cancel_requests);
}

static struct value cancelling(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_small(task_of(self)->cancel_requests);
}

static struct value get_name(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return task_name(vm, task_of(self));
}

static struct value set_name(struct vm *vm, struct value self, const struct call *call) {
    struct value name;
    struct task *task = task_of(self);
    if (!native_one(vm, call, "set_name", &name)) {
        return VALUE_ERROR;
    }
    struct value text = vm_str(vm, name);
    if (value_is_error(text)) {
        return VALUE_ERROR;
    }
    value_replace(vm, &task->name, text);
    struct sim *sim = sim_of(vm);
    if (sim->sink.tape != NULL) {
        sink_rename(&sim->sink, task->future.id, task_name_text(vm, task));
    }
    return VALUE_NONE;
}

static struct value or_none(struct value v) {
    return value_is_absent(v) ? VALUE_NONE : value_keep(v);
}

static struct value get_coro(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return or_none(task_of(self)->coroutine);
}

static struct value get_context(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return or_none(task_of(self)->context);
}

static struct value get_waiter(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return or_none(task_of(self)->waiter);
}

static struct value get_must_cancel(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(task_of(self)->must_cancel);
}

static struct value get_log_pending(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(task_of(self)->log_destroy_pending);
}

static struct value set_log_pending(struct vm *vm, struct value self, const struct call *call) {
    int truth = call->count == 0 ? 0 : vm_truth(vm, call->args[0]);
    if (truth < 0) {
        return VALUE_ERROR;
    }
    task_of(self)->log_destroy_pending = truth != 0;
    return VALUE_NONE;
}

static struct value refuse_result(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return raise_error(vm, EXCEPTION_RuntimeError, "Task does not support set_result operation");
}

static struct value refuse_exception(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return raise_error(vm, EXCEPTION_RuntimeError, "Task does not support set_exception operation");
}

static struct value get_stack(struct vm *vm, struct value self, const struct call *call) {
    struct value limit = VALUE_NONE;
    if (!native_args(vm, call, "get_stack", "|$o:limit", &limit)) {
        return VALUE_ERROR;
    }
    struct value args[] = {self, limit};
    return sim_call_library(vm, "asyncio.base_tasks", "_task_get_stack", args, 2);
}

static struct value print_stack(struct vm *vm, struct value self, const struct call *call) {
    struct value limit = VALUE_NONE, file = VALUE_NONE;
    if (!native_args(vm, call, "print_stack", "|$o:limit o:file", &limit, &file)) {
        return VALUE_ERROR;
    }
    struct value args[] = {self, limit, file};
    return sim_call_library(vm, "asyncio.base_tasks", "_task_print_stack", args, 3);
}

static const struct native methods[] = {
    {"cancel", cancel, NATIVE_PLAIN, NULL},
    {"uncancel", uncancel, NATIVE_PLAIN, NULL},
    {"cancelling", cancelling, NATIVE_PLAIN, NULL},
    {"get_name", get_name, NATIVE_PLAIN, NULL},
    {"set_name", set_name, NATIVE_PLAIN, NULL},
    {"get_coro", get_coro, NATIVE_PLAIN, NULL},
    {"get_context", get_context, NATIVE_PLAIN, NULL},
    {"get_stack", get_stack, NATIVE_PLAIN, NULL},
    {"print_stack", print_stack, NATIVE_PLAIN, NULL},
    {"set_result", refuse_result, NATIVE_PLAIN, NULL},
    {"set_exception", refuse_exception, NATIVE_PLAIN, NULL},
    {"_coro", get_coro, NATIVE_GETTER, NULL},
    {"_fut_waiter", get_waiter, NATIVE_GETTER, NULL},
    {"_must_cancel", get_must_cancel, NATIVE_GETTER, NULL},
    {"_log_destroy_pending", get_log_pending, NATIVE_GETTER, set_log_pending},
    {0},
};

static struct value repr(struct vm *vm, struct value self) {
    if (task_of(self)->future.loop == NULL) {
        return raise_error(vm, EXCEPTION_RuntimeError, "Task object is not initialized.");
    }
    return sim_call_library(vm, "asyncio.base_tasks", "_task_repr", &self, 1);
}

// For recordings, where no Python code may run: "<Task 'Task-2'>".
static void describe(struct vm *vm, struct value self, struct buf *out) {
    struct value name = task_name(vm, task_of(self));
    buf_printf(out, "<Task '%s'>", value_is_error(name) ? "?" : str_of(name)->text);
    value_drop(vm, name);
}

static uint32_t describe_by_number(struct vm *vm, struct value self) {
    (void)vm;
    const struct task *task = task_of(self);
    return value_is_absent(task->name) ? TAPE_TEXT_TASK | task->number : 0;
}

// Death: a task that has not ended is told to the loop's handler, as is an exception not asked for.
static void finalize(struct vm *vm, struct object *object) {
    struct task *task = (struct task *)object;
    if (task->future.loop != NULL && task->future.state == FUTURE_PENDING &&
        task->log_destroy_pending) {
        task->log_destroy_pending = false;
        sim_call_exception_handler(sim_of(vm), task->future.loop,
                                   "Task was destroyed but it is pending!", VALUE_ABSENT, "task",
                                   value_object(task));
    }
    future_finalize(vm, object);
}

static void task_free(struct vm *vm, struct object *object) {
    struct task *task = (struct task *)object;
    task_leave(sim_of(vm), task);
    value_drop(vm, task->coroutine);
    value_drop(vm, task->waiter);
    value_drop(vm, task->name);
    value_drop(vm, task->context);
    future_free(vm, object);
}

bool task_type_init(struct vm *vm, struct sim *sim) {
    struct type *type = type_new_builtin(vm, "_asyncio.Task", sim->types.future);
    if (type == NULL) {
        return false;
    }
    type->flags |= TYPE_BASE | TYPE_IDENTITY;
    type->size = sizeof(struct task);
    type->dict_offset = offsetof(struct task, future.dict);
    type->create = task_create;
    type->init = initialise;
    type->finalize = finalize;
    type->free = task_free;
    type->repr = repr;
    type->describe = describe;
    type->tape_text = describe_by_number;
    type->await = future_iterator_new;
    type->iter = future_iterator_new;
    sim->types.task = type;
    return type_ready(vm, type, methods);
}
