// Small services that the files of this folder share.
#include "loop/state.h"
#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/import.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/type.h"

struct value sim_call_library(struct vm *vm, const char *module, const char *name,
                              const struct value *args, size_t count) {
    struct value loaded = import_module(vm, module);
    if (value_is_error(loaded)) {
        return VALUE_ERROR;
    }
    struct value function = vm_get_attribute(vm, loaded, name);
    struct value result =
        value_is_error(function) ? VALUE_ERROR : vm_call(vm, function, args, count);
    value_drop(vm, function);
    value_drop(vm, loaded);
    return result;
}

struct value sim_raise_invalid_state(struct vm *vm, const char *text) {
    struct value message = str_from(vm, text);
    if (value_is_error(message)) {
        return VALUE_ERROR;
    }
    struct value type = value_object(sim_of(vm)->types.invalid_state_error);
    struct value error = vm_call(vm, type, &message, 1);
    value_drop(vm, message);
    return value_is_error(error) ? VALUE_ERROR : raise_value(vm, error);
}

struct value sim_cancelled_error_type(struct vm *vm) {
    return value_object(sim_of(vm)->types.cancelled_error);
}

bool sim_is_cancelled_error(struct vm *vm, struct value exception) {
    return type_is_subtype(value_type(vm, exception), sim_of(vm)->types.cancelled_error);
}

bool sim_is_generator(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_coroutine)) ||
           value_is_exactly(v, builtin(vm, BUILTIN_generator));
}

struct loop *sim_check_loop(struct vm *vm, struct value object) {
    if (type_is_subtype(value_type(vm, object), sim_of(vm)->types.loop)) {
        return loop_of(object);
    }
    raise_error(vm, EXCEPTION_TypeError, "an event loop is needed, not '%s'",
                value_type(vm, object)->name);
    return NULL;
}

struct loop *sim_default_loop(struct vm *vm) {
    struct sim *sim = sim_of(vm);
    if (sim->running != NULL) {
        return sim->running;
    }
    struct value loop = sim_call_library(vm, "asyncio.events", "get_event_loop", NULL, 0);
    if (value_is_error(loop)) {
        return NULL;
    }
    struct loop *checked = sim_check_loop(vm, loop);
    value_drop(vm, loop); // the policy keeps it
    return checked;
}

// A future of a class with a cancel of its own (gather's) has that called.
bool sim_cancel_future(struct vm *vm, struct future *future, struct value message) {
    struct sim *sim = sim_of(vm);
    struct type *type = future->head.type;
    if (type == sim->types.task) {
        return task_cancel(vm, (struct task *)future, message);
    }
    if (type == sim->types.future) {
        return future_cancel(vm, future, message);
    }
    struct value result = vm_call_method(vm, value_object(future), "cancel", &message, 1);
    int truth = value_is_error(result) ? -1 : vm_truth(vm, result);
    value_drop(vm, result);
    if (truth < 0) {
        value_drop(vm, raised_take(vm));
    }
    return truth > 0;
}

// functools.partial is written in Python (sim/pylib): an instance of a class of that name with
// the function in its dict.
struct value sim_partial_function(struct vm *vm, struct value callable) {
    struct type *type = value_type(vm, callable);
    if ((type->flags & TYPE_HEAP) == 0 || strcmp(type->name, "partial") != 0) {
        return VALUE_ABSENT;
    }
    struct value function = vm_find_attribute(vm, callable, "func");
    value_drop(vm, function); // the partial keeps it
    return function;
}

static bool put(struct vm *vm, struct dict *context, const char *key, struct value value) {
    return value_is_absent(value) || dict_set_name(vm, context, key, value);
}

void sim_call_exception_handler(struct sim *sim, struct loop *loop, const char *message,
                                struct value exception, const char *key, struct value object) {
    struct vm *vm = sim->vm;
    struct value before = raised_take(vm);
    struct value context = dict_new(vm);
    struct value text = str_from(vm, message);
    if (!value_is_error(context) && !value_is_error(text) &&
        put(vm, dict_of(context), "message", text) &&
        put(vm, dict_of(context), "exception", exception) &&
        put(vm, dict_of(context), key, object)) {
        struct value result =
            vm_call_method(vm, value_object(loop), "call_exception_handler", &context, 1);
        value_drop(vm, result);
    }
    value_drop(vm, raised_take(vm));
    value_drop(vm, context);
    value_drop(vm, text);
    if (!value_is_absent(before)) {
        raise_value(vm, before);
    }
}
