// The Python type _asyncio.EventLoop: what a loop does in C. The classes that programs see derive
// from it in sim/pylib.
#include <stddef.h>

#include "loop/natives.h"
#include "loop/state.h"
#include "loop/wrapper.h"
#include "vm/builtin.h"
#include "vm/float.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/type.h"

// Has the class a call_soon of its own, in Python?
static bool overrides_call_soon(struct vm *vm, struct type *type) {
    struct value found = vm_find_attribute(vm, value_object(type), "call_soon");
    bool own = !value_is_exactly(found, builtin(vm, BUILTIN_native_method));
    value_drop(vm, found);
    return own;
}

static struct value loop_create(struct vm *vm, struct type *type, const struct call *call) {
    (void)call;
    struct sim *sim = sim_of(vm);
    struct loop *loop = object_new(vm, type, type->size);
    if (loop == NULL) {
        return VALUE_ERROR;
    }
    loop->overrides = overrides_call_soon(vm, type);
    loop->older = sim->loops;
    sim->loops = loop;
    return value_object(loop);
}

static bool loop_init(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call; // SelectorEventLoop(selector) takes one and needs none
    return true;
}

static bool check_open(struct vm *vm, struct value self) {
    if (loop_of(self)->closed) {
        raise_error(vm, EXCEPTION_RuntimeError, "Event loop is closed");
        return false;
    }
    return true;
}

// Scheduling --------------------------------------------------------------------------------------

// Takes context= out of the named arguments of call_soon and kin; false if raised.
static bool take_context(struct vm *vm, const struct call *call, const char *function,
                         struct value *context) {
    struct value given = VALUE_ABSENT;
    for (size_t i = 0; i < call->keyword_count; i++) {
        const struct str *name = str_of(call->keywords[i]);
        if (!str_equals(name, "context")) {
            raise_error(vm, EXCEPTION_TypeError,
                        "BaseEventLoop.%s() got an unexpected keyword argument '%s'", function,
                        name->text);
            return false;
        }
        given = call->args[call->count + i];
    }
    *context = sim_context_for(vm, given);
    return !value_is_error(*context);
}

static const char *const leading_names[] = {"'delay' and 'callback'", "'when' and 'callback'",
                                            "'callback'"};

static bool check_leading(struct vm *vm, const struct call *call, const char *function,
                          size_t leading) {
    if (call->count >= leading) {
        return true;
    }
    bool both = leading == 2 && call->count == 0;
    const char *names = !both                       ? leading_names[2]
                        : strstr(function, "later") ? leading_names[0]
                                                    : leading_names[1];
    raise_error(vm, EXCEPTION_TypeError,
                "BaseEventLoop.%s() missing %d required positional argument%s: %s", function,
                both ? 2 : 1, both ? "s" : "", names);
    return false;
}

// The callback and its arguments, from number [at] of the call on; [args] is then the caller's.
static bool take_callback(struct vm *vm, const struct call *call, size_t at,
                          struct handle_spec *spec) {
    size_t count = call->count - at - 1;
    spec->what = WHAT_CALL;
    spec->callback = call->args[at];
    spec->args_are_tuple = count != 1;
    if (count == 1) {
        spec->args = value_keep(call->args[at + 1]);
    } else {
        spec->args = tuple_new(vm, call->args + at + 1, count);
    }
    return !value_is_error(spec->args);
}

// Makes a spec of a call and schedules it: at the number [when], or soon if that is ABSENT.
static struct value schedule(struct vm *vm, struct value self, const struct call *call,
                             const char *function, struct value when, double seconds) {
    struct handle_spec spec = {.when = clock_from_seconds(seconds), .given = when};
    bool soon = value_is_absent(when);
    if (!take_context(vm, call, function, &spec.context)) {
        return VALUE_ERROR;
    }
    struct handle *handle = NULL;
    if (take_callback(vm, call, soon ? 0 : 1, &spec)) {
        wrapper_unwrap(sim_of(vm), call->args[soon ? 0 : 1], &spec);
        handle = soon ? loop_put_soon(vm, loop_of(self), &spec, true)
                      : loop_call_at(vm, loop_of(self), &spec, true);
        value_drop(vm, spec.args);
    }
    value_drop(vm, spec.context);
    return handle == NULL ? VALUE_ERROR : value_object(handle);
}

static struct value call_soon(struct vm *vm, struct value self, const struct call *call) {
    if (!check_leading(vm, call, "call_soon", 1) || !check_open(vm, self)) {
        return VALUE_ERROR;
    }
    return schedule(vm, self, call, "call_soon", VALUE_ABSENT, 0);
}

static struct value call_soon_threadsafe(struct vm *vm, struct value self,
                                         const struct call *call) {
    if (!check_leading(vm, call, "call_soon_threadsafe", 1) || !check_open(vm, self)) {
        return VALUE_ERROR;
    }
    return schedule(vm, self, call, "call_soon_threadsafe", VALUE_ABSENT, 0);
}

// Seconds given as any number; TypeError as Python's addition words it.
static bool to_seconds(struct vm *vm, struct value v, double *seconds) {
    if (float_from_number(vm, v, seconds)) {
        return true;
    }
    if (value_is_absent(raised(vm))) {
        raise_error(vm, EXCEPTION_TypeError, "unsupported operand type(s) for +: 'float' and '%s'",
                    value_type(vm, v)->name);
    }
    return false;
}

static struct value call_later(struct vm *vm, struct value self, const struct call *call) {
    if (!check_leading(vm, call, "call_later", 2)) {
        return VALUE_ERROR;
    }
    if (value_is_none(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "delay must not be None");
    }
    double delay;
    if (!to_seconds(vm, call->args[0], &delay) || !check_open(vm, self)) {
        return VALUE_ERROR;
    }
    // In floats, as there: what when() gives is the float sum.
    double when = clock_to_seconds(sim_of(vm)->clock.now) + delay;
    return schedule(vm, self, call, "call_later", value_float(when), when);
}

static struct value call_at(struct vm *vm, struct value self, const struct call *call) {
    if (!check_leading(vm, call, "call_at", 2)) {
        return VALUE_ERROR;
    }
    if (value_is_none(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "when cannot be None");
    }
    double at;
    if (!to_seconds(vm, call->args[0], &at) || !check_open(vm, self)) {
        return VALUE_ERROR;
    }
    return schedule(vm, self, call, "call_at", call->args[0], at);
}

static struct value loop_time(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return value_float(clock_to_seconds(clock_read(&sim_of(vm)->clock)));
}

// Running -----------------------------------------------------------------------------------------

static struct value run_forever(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    if (!check_open(vm, self)) {
        return VALUE_ERROR;
    }
    if (loop_of(self)->is_running) {
        return raise_error(vm, EXCEPTION_RuntimeError, "This event loop is already running");
    }
    if (sim_of(vm)->running != NULL) {
        return raise_error(vm, EXCEPTION_RuntimeError,
                           "Cannot run the event loop while another loop is running");
    }
    return vm_block(vm, REQUEST_RUN_FOREVER, value_keep(self));
}

static struct value stop(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    loop_of(self)->stopping = true;
    return VALUE_NONE;
}

static struct value loop_close(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct loop *loop = loop_of(self);
    if (loop->is_running) {
        return raise_error(vm, EXCEPTION_RuntimeError, "Cannot close a running event loop");
    }
    if (!loop->closed) {
        loop->closed = true;
        loop_clear(vm, loop);
    }
    return VALUE_NONE;
}

static struct value is_running(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(loop_of(self)->is_running);
}

static struct value is_closed(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(loop_of(self)->closed);
}

static struct value check_closed(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return check_open(vm, self) ? VALUE_NONE : VALUE_ERROR;
}

static struct value check_running(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    if (loop_of(self)->is_running) {
        return raise_error(vm, EXCEPTION_RuntimeError, "This event loop is already running");
    }
    if (sim_of(vm)->running != NULL) {
        return raise_error(vm, EXCEPTION_RuntimeError,
                           "Cannot run the event loop while another loop is running");
    }
    return VALUE_NONE;
}

static struct value get_debug(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(loop_of(self)->debug);
}

static struct value set_debug(struct vm *vm, struct value self, const struct call *call) {
    struct value enabled;
    if (!native_args(vm, call, "set_debug", "o:enabled", &enabled)) {
        return VALUE_ERROR;
    }
    int truth = vm_truth(vm, enabled);
    if (truth < 0) {
        return VALUE_ERROR;
    }
    loop_of(self)->debug = truth != 0;
    return VALUE_NONE;
}

static struct value create_future(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return future_new(vm, loop_of(self), "future");
}

static const struct native methods[] = {
    {"call_soon", call_soon, NATIVE_PLAIN, NULL},
    {"call_soon_threadsafe", call_soon_threadsafe, NATIVE_PLAIN, NULL},
    {"call_later", call_later, NATIVE_PLAIN, NULL},
    {"call_at", call_at, NATIVE_PLAIN, NULL},
    {"time", loop_time, NATIVE_PLAIN, NULL},
    {"run_forever", run_forever, NATIVE_PLAIN, NULL},
    {"stop", stop, NATIVE_PLAIN, NULL},
    {"close", loop_close, NATIVE_PLAIN, NULL},
    {"is_running", is_running, NATIVE_PLAIN, NULL},
    {"is_closed", is_closed, NATIVE_PLAIN, NULL},
    {"_check_closed", check_closed, NATIVE_PLAIN, NULL},
    {"_check_running", check_running, NATIVE_PLAIN, NULL},
    {"get_debug", get_debug, NATIVE_PLAIN, NULL},
    {"set_debug", set_debug, NATIVE_PLAIN, NULL},
    {"create_future", create_future, NATIVE_PLAIN, NULL},
    {0},
};

static void loop_free(struct vm *vm, struct object *object) {
    struct loop *loop = (struct loop *)object;
    struct loop **link = &sim_of(vm)->loops;
    while (*link != loop) {
        link = &(*link)->older;
    }
    *link = loop->older;
    loop_clear(vm, loop);
    if (loop->dict != NULL) {
        value_drop(vm, value_object(loop->dict));
    }
}

bool loop_type_init(struct vm *vm, struct sim *sim) {
    struct type *type = type_new_builtin(vm, "_asyncio.EventLoop", builtin(vm, BUILTIN_object));
    if (type == NULL) {
        return false;
    }
    type->flags |= TYPE_BASE | TYPE_IDENTITY;
    type->size = sizeof(struct loop);
    type->dict_offset = offsetof(struct loop, dict);
    type->create = loop_create;
    type->init = loop_init;
    type->free = loop_free;
    sim->types.loop = type;
    return type_ready(vm, type, methods);
}
