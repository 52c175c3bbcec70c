// What every exception offers to the program: args, its chain, its traceback, its notes.
#include "vm/exception.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"

static struct value or_none(struct value v) {
    return value_is_absent(v) ? VALUE_NONE : value_keep(v);
}

static struct value refuse_delete(struct vm *vm, const char *name) {
    return raise_error(vm, EXCEPTION_TypeError, "%s may not be deleted", name);
}

static struct value get_args(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(exception_of(self)->args);
}

static struct value set_args(struct vm *vm, struct value self, const struct call *call) {
    struct value args =
        call->count == 0 ? refuse_delete(vm, "args") : tuple_from(vm, call->args[0]);
    if (value_is_error(args)) {
        return args;
    }
    value_replace(vm, &exception_of(self)->args, args);
    return VALUE_NONE;
}

static struct value get_cause(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return or_none(exception_of(self)->cause);
}

// What __cause__ and __context__ may be set to.
static bool check_link(struct vm *vm, const struct call *call, const char *attribute,
                       const char *what) {
    if (call->count == 0) {
        refuse_delete(vm, attribute);
        return false;
    }
    if (!value_is_none(call->args[0]) && !exception_is(call->args[0])) {
        raise_error(vm, EXCEPTION_TypeError,
                    "exception %s must be None or derive from BaseException", what);
        return false;
    }
    return true;
}

static struct value set_cause(struct vm *vm, struct value self, const struct call *call) {
    if (!check_link(vm, call, "__cause__", "cause")) {
        return VALUE_ERROR;
    }
    exception_set_cause(vm, self, value_keep(call->args[0]));
    return VALUE_NONE;
}

static struct value get_context(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return or_none(exception_of(self)->context);
}

static struct value set_context(struct vm *vm, struct value self, const struct call *call) {
    if (!check_link(vm, call, "__context__", "context")) {
        return VALUE_ERROR;
    }
    struct value context = call->args[0];
    exception_set_context(vm, self, value_is_none(context) ? VALUE_ABSENT : value_keep(context));
    return VALUE_NONE;
}

static struct value get_suppress(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(exception_of(self)->suppress_context);
}

static struct value set_suppress(struct vm *vm, struct value self, const struct call *call) {
    if (call->count == 0 || !value_is_bool(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "attribute value type must be bool");
    }
    exception_of(self)->suppress_context = value_is(call->args[0], VALUE_TRUE);
    return VALUE_NONE;
}

static struct value get_traceback(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return or_none(exception_of(self)->traceback);
}

static struct value set_traceback(struct vm *vm, struct value self, const struct call *call) {
    if (call->count == 0) {
        return refuse_delete(vm, "__traceback__");
    }
    struct value traceback = call->args[0];
    bool none = value_is_none(traceback);
    if (!none && !value_is_exactly(traceback, builtin(vm, BUILTIN_traceback))) {
        return raise_error(vm, EXCEPTION_TypeError, "__traceback__ must be a traceback or None");
    }
    value_replace(vm, &exception_of(self)->traceback, none ? VALUE_ABSENT : value_keep(traceback));
    return VALUE_NONE;
}

static struct value with_traceback(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "with_traceback", 1, 1)) {
        return VALUE_ERROR;
    }
    struct value result = set_traceback(vm, self, call);
    return value_is_error(result) ? result : value_keep(self);
}

static struct value add_note(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "add_note", 1, 1)) {
        return VALUE_ERROR;
    }
    if (!str_is(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "note must be a str, not '%s'",
                           value_type(vm, call->args[0])->name);
    }
    struct value notes = vm_find_attribute(vm, self, "__notes__");
    if (value_is_absent(notes)) {
        notes = list_new(vm, NULL, 0);
        if (!value_is_error(notes) && !vm_set_attribute(vm, self, "__notes__", notes)) {
            value_drop(vm, notes);
            notes = VALUE_ERROR;
        }
    }
    if (value_is_error(notes)) {
        return notes;
    }
    bool done = false;
    if (list_is(notes)) {
        done = list_append(vm, list_of(notes), call->args[0]);
    } else {
        raise_error(vm, EXCEPTION_TypeError, "Cannot add note: __notes__ is not a list");
    }
    value_drop(vm, notes);
    return done ? VALUE_NONE : VALUE_ERROR;
}

const struct native exception_attributes[] = {
    {"args", get_args, NATIVE_GETTER, set_args},
    {"__cause__", get_cause, NATIVE_GETTER, set_cause},
    {"__context__", get_context, NATIVE_GETTER, set_context},
    {"__suppress_context__", get_suppress, NATIVE_GETTER, set_suppress},
    {"__traceback__", get_traceback, NATIVE_GETTER, set_traceback},
    {"with_traceback", with_traceback, NATIVE_PLAIN, NULL},
    {"add_note", add_note, NATIVE_PLAIN, NULL},
    {0},
};
