#include "loop/context.h"

#include "loop/state.h"
#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/type.h"

struct context {
    struct object head;
    struct value values; // dict of ContextVar to value, never changed in place; ABSENT: empty
    bool entered;        // by Context.run …
    struct value outer;  // … and the context to go back to then
};

static struct context *context_of(struct value v) {
    return (struct context *)value_to_object(v);
}

static bool context_is(struct sim *sim, struct value v) {
    return value_is_exactly(v, sim->types.context);
}

// A new context with these values, kept.
static struct value context_new(struct vm *vm, struct value values) {
    struct context *context = object_new(vm, sim_of(vm)->types.context, sizeof *context);
    if (context == NULL) {
        return VALUE_ERROR;
    }
    context->values = value_keep(values);
    context->outer = VALUE_ABSENT;
    return value_object(context);
}

struct value sim_context_for(struct vm *vm, struct value given) {
    struct sim *sim = sim_of(vm);
    if (!value_is_none(given) && !value_is_absent(given)) {
        if (!context_is(sim, given)) {
            return raise_error(vm, EXCEPTION_TypeError, "a Context is expected, not '%s'",
                               value_type(vm, given)->name);
        }
        return value_keep(given);
    }
    if (value_is_absent(sim->context)) {
        return VALUE_ABSENT;
    }
    return context_new(vm, context_of(sim->context)->values);
}

struct value context_copy(struct vm *vm) {
    struct value present = sim_of(vm)->context;
    return context_new(vm, value_is_absent(present) ? VALUE_ABSENT : context_of(present)->values);
}

static struct value copy_context(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return context_copy(vm);
}

// The present context as an object, made now if it was only thought of; borrowed, or ABSENT with
// MemoryError raised.
static struct value present(struct vm *vm) {
    struct sim *sim = sim_of(vm);
    if (value_is_absent(sim->context)) {
        struct value context = context_new(vm, VALUE_ABSENT);
        if (!value_is_error(context)) {
            sim->context = context;
        }
    }
    return sim->context;
}

// What [context] has for [var]: borrowed, ABSENT for nothing.
struct value context_lookup(struct vm *vm, struct value context, struct value var) {
    struct value found = VALUE_ABSENT;
    if (!value_is_absent(context) && !value_is_absent(context_of(context)->values)) {
        dict_get(vm, dict_of(context_of(context)->values), var, &found);
    }
    return found;
}

// Gives the present context a new dict in which [var] has [value] (ABSENT: nothing).
bool context_change(struct vm *vm, struct value var, struct value value) {
    struct value here = present(vm);
    if (value_is_absent(here)) {
        return false;
    }
    struct context *context = context_of(here);
    struct value values =
        value_is_absent(context->values) ? dict_new(vm) : dict_copy(vm, dict_of(context->values));
    if (value_is_error(values)) {
        return false;
    }
    bool changed = value_is_absent(value) ? dict_delete(vm, dict_of(values), var) >= 0
                                          : dict_set(vm, dict_of(values), var, value);
    if (!changed) {
        value_drop(vm, values);
        return false;
    }
    value_replace(vm, &context->values, values);
    return true;
}

// enter(context) and leave(context): what Context.run does before and after the call, which is
// Python (sim/pylib/contextvars.py), so that what it calls can block and be stepped through.
static struct value enter(struct vm *vm, struct value self, const struct call *call) {
    struct value given;
    struct sim *sim = sim_of(vm);
    (void)self;
    if (!native_args(vm, call, "enter", "o", &given)) {
        return VALUE_ERROR;
    }
    struct context *context = context_of(given);
    if (context->entered) {
        struct value repr = vm_repr(vm, given);
        raise_error(vm, EXCEPTION_RuntimeError, "cannot enter context: %s is already entered",
                    value_is_error(repr) ? "it" : str_of(repr)->text);
        value_drop(vm, repr);
        return VALUE_ERROR;
    }
    context->outer = sim->context;
    context->entered = true;
    sim->context = value_keep(given);
    return VALUE_NONE;
}

static struct value leave(struct vm *vm, struct value self, const struct call *call) {
    struct value given;
    struct sim *sim = sim_of(vm);
    (void)self;
    if (!native_args(vm, call, "leave", "o", &given)) {
        return VALUE_ERROR;
    }
    struct context *context = context_of(given);
    struct value inner = sim->context;
    sim->context = context->outer;
    context->outer = VALUE_ABSENT;
    context->entered = false;
    value_drop(vm, inner);
    return VALUE_NONE;
}

// Takes Context.run, a Python function.
static struct value set_run(struct vm *vm, struct value self, const struct call *call) {
    struct value run;
    (void)self;
    if (!native_args(vm, call, "set_run", "o", &run) ||
        !type_add(vm, sim_of(vm)->types.context, "run", run)) {
        return VALUE_ERROR;
    }
    return VALUE_NONE;
}

static struct value context_copy_method(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return context_new(vm, context_of(self)->values);
}

static struct value context_get(struct vm *vm, struct value self, const struct call *call) {
    struct value var, otherwise = VALUE_NONE;
    if (!native_args(vm, call, "get", "o|o", &var, &otherwise)) {
        return VALUE_ERROR;
    }
    struct value found = context_lookup(vm, self, var);
    return value_keep(value_is_absent(found) ? otherwise : found);
}

static struct value context_get_item(struct vm *vm, struct value self, struct value var) {
    struct value found = context_lookup(vm, self, var);
    return value_is_absent(found) ? raise_with(vm, EXCEPTION_KeyError, var) : value_keep(found);
}

static int context_contains(struct vm *vm, struct value self, struct value var) {
    return !value_is_absent(context_lookup(vm, self, var));
}

static ptrdiff_t context_length(struct vm *vm, struct value self) {
    struct value values = context_of(self)->values;
    (void)vm;
    return value_is_absent(values) ? 0 : (ptrdiff_t)dict_of(values)->used;
}

// What keys(), values() and items() of the dict give.
static struct value of_values(struct vm *vm, struct value self, const char *method) {
    struct value values = context_of(self)->values;
    struct value dict = value_is_absent(values) ? dict_new(vm) : value_keep(values);
    if (value_is_error(dict)) {
        return VALUE_ERROR;
    }
    struct value result = vm_call_method(vm, dict, method, NULL, 0);
    value_drop(vm, dict);
    return result;
}

static struct value context_keys(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return of_values(vm, self, "keys");
}

static struct value context_values(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return of_values(vm, self, "values");
}

static struct value context_items(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return of_values(vm, self, "items");
}

static struct value context_iter(struct vm *vm, struct value self) {
    struct value keys = of_values(vm, self, "keys");
    struct value iterator = value_is_error(keys) ? VALUE_ERROR : vm_iter(vm, keys);
    value_drop(vm, keys);
    return iterator;
}

static void context_free(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct context *)object)->values);
    value_drop(vm, ((struct context *)object)->outer);
}

static struct value context_create(struct vm *vm, struct type *type, const struct call *call) {
    (void)type;
    return native_args(vm, call, "Context", "") ? context_new(vm, VALUE_ABSENT) : VALUE_ERROR;
}

static const struct native context_methods[] = {
    {"copy", context_copy_method, NATIVE_PLAIN, NULL},
    {"get", context_get, NATIVE_PLAIN, NULL},
    {"keys", context_keys, NATIVE_PLAIN, NULL},
    {"values", context_values, NATIVE_PLAIN, NULL},
    {"items", context_items, NATIVE_PLAIN, NULL},
    {0},
};

static bool make_context_type(struct vm *vm, struct sim *sim) {
    struct type *type = type_new_builtin(vm, "_contextvars.Context", builtin(vm, BUILTIN_object));
    if (type == NULL) {
        return false;
    }
    type->size = sizeof(struct context);
    type->flags |= TYPE_IDENTITY;
    type->create = context_create;
    type->free = context_free;
    type->get_item = context_get_item;
    type->contains = context_contains;
    type->length = context_length;
    type->iter = context_iter;
    sim->types.context = type;
    return type_ready(vm, type, context_methods);
}

static bool init(struct vm *vm, struct value module) {
    struct sim *sim = sim_of(vm);
    sim->missing_token = str_from(vm, "<Token.MISSING>");
    return !value_is_error(sim->missing_token) && make_context_type(vm, sim) &&
           context_var_type_init(vm, sim) && context_token_type_init(vm, sim) &&
           vm_set_attribute(vm, module, "Context", value_object(sim->types.context)) &&
           vm_set_attribute(vm, module, "ContextVar", value_object(sim->types.context_var)) &&
           vm_set_attribute(vm, module, "Token", value_object(sim->types.token));
}

static const struct native functions[] = {
    {"copy_context", copy_context, NATIVE_PLAIN, NULL},
    {"enter", enter, NATIVE_PLAIN, NULL},
    {"leave", leave, NATIVE_PLAIN, NULL},
    {"set_run", set_run, NATIVE_PLAIN, NULL},
    {0},
};

const struct native_module context_module = {"_contextvars", functions, init};
