// ContextVar and Token: what contextvars gives programs to ask contexts with.
#include "loop/context.h"
#include "loop/state.h"
#include "vm/builtin.h"
#include "vm/raise.h"
#include "vm/str.h"

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

static struct context_var *var_of(struct value v) {
    return (struct context_var *)value_to_object(v);
}

static struct token *token_of(struct value v) {
    return (struct token *)value_to_object(v);
}

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
    struct value found = context_lookup(vm, sim_of(vm)->context, self);
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
    struct value old = value_keep(context_lookup(vm, sim->context, self));
    struct token *token =
        context_change(vm, self, value) ? object_new(vm, sim->types.token, sizeof *token) : NULL;
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
    return context_change(vm, self, token->old) ? VALUE_NONE : VALUE_ERROR;
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

bool context_var_type_init(struct vm *vm, struct sim *sim) {
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

bool context_token_type_init(struct vm *vm, struct sim *sim) {
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
