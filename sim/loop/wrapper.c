#include "loop/wrapper.h"

#include "loop/natives.h"
#include "loop/state.h"
#include "vm/builtin.h"
#include "vm/raise.h"

static struct wrapper *wrapper_of(struct value v) {
    return (struct wrapper *)value_to_object(v);
}

struct value wrapper_new(struct vm *vm, const struct handle_spec *spec) {
    struct wrapper *wrapper = object_new(vm, sim_of(vm)->types.wrapper, sizeof *wrapper);
    if (wrapper == NULL) {
        return VALUE_ERROR;
    }
    wrapper->what = spec->what;
    wrapper->task = value_keep(spec->callback);
    wrapper->args = value_keep(spec->args);
    return value_object(wrapper);
}

void wrapper_unwrap(struct sim *sim, struct value callback, struct handle_spec *spec) {
    if (value_is_exactly(callback, sim->types.wrapper)) {
        const struct wrapper *wrapper = wrapper_of(callback);
        value_replace(sim->vm, &spec->args, value_keep(wrapper->args));
        spec->what = wrapper->what;
        spec->callback = wrapper->task;
        spec->args_are_tuple = false;
        spec->hidden = future_of(wrapper->task)->hidden;
    }
}

static struct value call(struct vm *vm, struct value self, const struct call *given) {
    (void)self, (void)given;
    return raise_error(vm, EXCEPTION_RuntimeError, "only the event loop can step a task");
}

static struct value get_self(struct vm *vm, struct value self, const struct call *given) {
    (void)vm, (void)given;
    return value_keep(wrapper_of(self)->task);
}

static void wrapper_free(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct wrapper *)object)->task);
    value_drop(vm, ((struct wrapper *)object)->args);
}

static const struct native methods[] = {
    {"__self__", get_self, NATIVE_GETTER, NULL},
    {0},
};

bool wrapper_type_init(struct vm *vm, struct sim *sim) {
    struct type *type = type_new_builtin(vm, "TaskStepMethWrapper", builtin(vm, BUILTIN_object));
    if (type == NULL) {
        return false;
    }
    type->size = sizeof(struct wrapper);
    type->flags |= TYPE_IDENTITY;
    type->free = wrapper_free;
    type->call = call;
    sim->types.wrapper = type;
    return type_ready(vm, type, methods);
}
