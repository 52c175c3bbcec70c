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

struct context_var {
    struct object head;
    struct value name;          // str
    struct value default_value; // or ABSENT
};

struct token {
    struct object head;
    struct value var, context;
    struct value old; // what the variable had; ABSENT: nothing
    bool used;
};

static struct context *context_of(struct value v) {
    return (struct context *)value_to_object(v);
}

static struct context_var *var_of(struct value v) {
    return (struct context_var *)value_to_object(v);
}

static struct token *token_of(struct value v) {
    return (struct token *)value_to_object(v);
}

static bool context_is(struct sim *sim, struct value v) {
    return value_is_exactly(v, sim->types.context);
}

// Contexts ----------------------------------------------------------------------------------------

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
static struct value lookup(struct vm *vm, struct value context, struct value var) {
    struct value found = VALUE_ABSENT;
    if (!value_is_absent(context) && !value_is_absent(context_of(context)->values)) {
        dict_get(vm, dict_of(context_of(context)->values), var, &found);
    }
    return found;
}

// Gives the present context a new dict in which [var] has [value] (ABSENT: nothing).
static bool change(struct vm *vm, struct value var, struct value value) {
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
    struct value found = lookup(vm, self, var);
    return value_keep(value_is_absent(found) ? otherwise : found);
}

static struct value context_get_item(struct vm *vm, struct value self, struct value var) {
    struct value found = lookup(vm, self, var);
    return value_is_absent(found) ? raise_with(vm, EXCEPTION_KeyError, var) : value_keep(found);
}

static int context_contains(struct vm *vm, struct value self, struct value var) {
    return !value_is_absent(lookup(vm, self, var));
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

// Variables ---------------------------------------------------------------------------------------

static struct value var_create(struct vm *vm, struct type *type, const struct call *call) {
    struct value name, otherwise = VALUE_ABSENT;
    if (!native_args(vm, call, "ContextVar", "o|$o:default", &name, &otherwise)) {
        return VALUE_ERROR;
    }
    if (!str_is(name)) {
        return raise_error(vm, EXCEPTION_TypeError, "context variable name must be a str");
    }
    struct context_var *var = object_new(vm, type, sizeof *var);
    if (var == NULL) {
        return VALUE_ERROR;
    }
    var->name = value_keep(name);
    var->default_value = value_keep(otherwise);
    return value_object(var);
}

static struct value var_get(struct vm *vm, struct value self, const struct call *call) {
    struct value otherwise = VALUE_ABSENT;
    if (!native_args(vm, call, "get", "|o", &otherwise)) {
        return VALUE_ERROR;
    }
    struct value found = lookup(vm, sim_of(vm)->context, self);
    if (value_is_absent(found)) {
        found = value_is_absent(otherwise) ? var_of(self)->default_value : otherwise;
    }
    return value_is_absent(found) ? raise_with(vm, EXCEPTION_LookupError, self) : value_keep(found);
}

static struct value var_set(struct vm *vm, struct value self, const struct call *call) {
    struct value value;
    struct sim *sim = sim_of(vm);
    if (!native_args(vm, call, "set", "o", &value)) {
        return VALUE_ERROR;
    }
    struct value old = value_keep(lookup(vm, sim->context, self));
    struct token *token =
        change(vm, self, value) ? object_new(vm, sim->types.token, sizeof *token) : NULL;
    if (token == NULL) {
        value_drop(vm, old);
        return VALUE_ERROR;
    }
    token->var = value_keep(self);
    token->context = value_keep(sim->context);
    token->old = old;
    return value_object(token);
}

static struct value refuse_token(struct vm *vm, enum exception_kind kind, struct value token,
                                 const char *format) {
    struct value repr = vm_repr(vm, token);
    if (!value_is_error(repr)) {
        raise_error(vm, kind, format, str_of(repr)->text);
    }
    value_drop(vm, repr);
    return VALUE_ERROR;
}

static struct value var_reset(struct vm *vm, struct value self, const struct call *call) {
    struct value given;
    struct sim *sim = sim_of(vm);
    if (!native_args(vm, call, "reset", "o", &given)) {
        return VALUE_ERROR;
    }
    if (!value_is_exactly(given, sim->types.token)) {
        return raise_error(vm, EXCEPTION_TypeError, "expected an instance of Token, got %s",
                           value_type(vm, given)->name);
    }
    struct token *token = token_of(given);
    if (token->used) {
        return refuse_token(vm, EXCEPTION_RuntimeError, given, "%s has already been used once");
    }
    if (!value_is(token->var, self)) {
        return refuse_token(vm, EXCEPTION_ValueError, given,
                            "%s was created by a different ContextVar");
    }
    if (!value_is(token->context, sim->context)) {
        return refuse_token(vm, EXCEPTION_ValueError, given,
                            "%s was created in a different Context");
    }
    token->used = true;
    return change(vm, self, token->old) ? VALUE_NONE : VALUE_ERROR;
}

static struct value var_name(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(var_of(self)->name);
}

static struct value var_repr(struct vm *vm, struct value self) {
    struct context_var *var = var_of(self);
    struct buf text = {0};
    struct value name = vm_repr(vm, var->name);
    buf_printf(&text, "<ContextVar name=%s", value_is_error(name) ? "?" : str_of(name)->text);
    value_drop(vm, name);
    if (!value_is_absent(var->default_value)) {
        struct value repr = vm_repr(vm, var->default_value);
        buf_printf(&text, " default=%s", value_is_error(repr) ? "?" : str_of(repr)->text);
        value_drop(vm, repr);
    }
    buf_printf(&text, " at 0x%llx>", (unsigned long long)vm_id(self));
    return str_take(vm, &text);
}

static void var_free(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct context_var *)object)->name);
    value_drop(vm, ((struct context_var *)object)->default_value);
}

static struct value var_class_item(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(self); // ContextVar[int] is for readers of annotations
}

static const struct native var_methods[] = {
    {"get", var_get, NATIVE_PLAIN, NULL},
    {"set", var_set, NATIVE_PLAIN, NULL},
    {"reset", var_reset, NATIVE_PLAIN, NULL},
    {"name", var_name, NATIVE_GETTER, NULL},
    {"__class_getitem__", var_class_item, NATIVE_CLASS, NULL},
    {0},
};

// Tokens ------------------------------------------------------------------------------------------

static struct value token_var(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(token_of(self)->var);
}

static struct value token_old(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    struct value old = token_of(self)->old;
    return value_is_absent(old) ? value_keep(sim_of(vm)->missing_token) : value_keep(old);
}

static struct value token_repr(struct vm *vm, struct value self) {
    struct value var = vm_repr(vm, token_of(self)->var);
    struct value text =
        value_is_error(var)
            ? VALUE_ERROR
            : str_format(vm, "<Token%s var=%s at 0x%llx>", token_of(self)->used ? " used" : "",
                         str_of(var)->text, (unsigned long long)vm_id(self));
    value_drop(vm, var);
    return text;
}

static void token_free(struct vm *vm, struct object *object) {
    struct token *token = (struct token *)object;
    value_drop(vm, token->var);
    value_drop(vm, token->context);
    value_drop(vm, token->old);
}

static const struct native token_methods[] = {
    {"var", token_var, NATIVE_GETTER, NULL},
    {"old_value", token_old, NATIVE_GETTER, NULL},
    {0},
};

// The module --------------------------------------------------------------------------------------

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

static bool make_var_type(struct vm *vm, struct sim *sim) {
    struct type *type =
        type_new_builtin(vm, "_contextvars.ContextVar", builtin(vm, BUILTIN_object));
    if (type == NULL) {
        return false;
    }
    type->size = sizeof(struct context_var);
    type->flags |= TYPE_IDENTITY;
    type->create = var_create;
    type->free = var_free;
    type->repr = var_repr;
    sim->types.context_var = type;
    return type_ready(vm, type, var_methods);
}

static bool make_token_type(struct vm *vm, struct sim *sim) {
    struct type *type = type_new_builtin(vm, "_contextvars.Token", builtin(vm, BUILTIN_object));
    if (type == NULL) {
        return false;
    }
    type->size = sizeof(struct token);
    type->free = token_free;
    type->repr = token_repr;
    sim->types.token = type;
    return type_ready(vm, type, token_methods);
}

static bool init(struct vm *vm, struct value module) {
    struct sim *sim = sim_of(vm);
    sim->missing_token = str_from(vm, "<Token.MISSING>");
    return !value_is_error(sim->missing_token) && make_context_type(vm, sim) &&
           make_var_type(vm, sim) && make_token_type(vm, sim) &&
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
