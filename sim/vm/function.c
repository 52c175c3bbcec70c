// The type function. A function's names come from its code until the program changes them.
#include "vm/function.h"

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/method.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"

// The docstring is the first constant of a code that has one.
static struct value docstring(struct vm *vm, const struct code *code) {
    if ((code->flags & CODE_HAS_DOC) == 0) {
        return VALUE_NONE;
    }
    return str_new(vm, code->consts[0].text.bytes, code->consts[0].text.length);
}

struct value function_new(struct vm *vm, struct loaded *loaded) {
    struct function *function = object_new(vm, builtin(vm, BUILTIN_function), sizeof *function);
    if (function == NULL) {
        return VALUE_ERROR;
    }
    const struct code *code = loaded->code;
    value_keep(value_object(loaded));
    function->loaded = loaded;
    function->defaults = VALUE_ABSENT;
    function->kwdefaults = VALUE_ABSENT;
    function->annotations = VALUE_ABSENT;
    function->closure = VALUE_ABSENT;
    function->type_params = VALUE_ABSENT;
    function->name = str_intern_name(vm, code->name);
    function->qualname = str_intern_name(vm, code->qualname);
    function->doc = docstring(vm, code);
    struct value module = dict_get_str(loaded->globals, dunder(vm, DUNDER_name));
    function->module = value_is_absent(module) ? VALUE_NONE : value_keep(module);
    if (value_is_error(function->name) || value_is_error(function->qualname) ||
        value_is_error(function->doc)) {
        value_drop(vm, value_object(function));
        return VALUE_ERROR;
    }
    return value_object(function);
}

static void function_free(struct vm *vm, struct object *object) {
    struct function *function = (struct function *)object;
    if (function->dict != NULL) {
        value_drop(vm, value_object(function->dict));
    }
    value_drop(vm, function->name);
    value_drop(vm, function->qualname);
    value_drop(vm, function->module);
    value_drop(vm, function->doc);
    value_drop(vm, function->defaults);
    value_drop(vm, function->kwdefaults);
    value_drop(vm, function->annotations);
    value_drop(vm, function->closure);
    value_drop(vm, function->type_params);
    value_drop(vm, value_object(function->loaded));
}

static struct value function_repr(struct vm *vm, struct value self) {
    return str_format(vm, "<function %s at 0x%llx>", str_of(function_of(self)->qualname)->text,
                      (unsigned long long)vm_id(self));
}

static struct value function_call(struct vm *vm, struct value self, const struct call *call) {
    return vm_call_tail(vm, self, call);
}

static struct value function_get(struct vm *vm, struct value self, struct value instance,
                                 struct value owner) {
    (void)owner;
    return value_is_absent(instance) ? value_keep(self) : method_new(vm, self, instance);
}

// Attributes -------------------------------------------------------------------------------------

static struct value set_text(struct vm *vm, struct function *function, struct value *place,
                             const struct call *call, const char *name) {
    if (call->count == 0 || !str_is(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "%s must be set to a string object", name);
    }
    value_replace(vm, place, value_keep(call->args[0]));
    function->renamed = true;
    return VALUE_NONE;
}

static struct value get_name(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(function_of(self)->name);
}

static struct value set_name(struct vm *vm, struct value self, const struct call *call) {
    return set_text(vm, function_of(self), &function_of(self)->name, call, "__name__");
}

static struct value get_qualname(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(function_of(self)->qualname);
}

static struct value set_qualname(struct vm *vm, struct value self, const struct call *call) {
    return set_text(vm, function_of(self), &function_of(self)->qualname, call, "__qualname__");
}

static struct value get_module(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(function_of(self)->module);
}

static struct value set_module(struct vm *vm, struct value self, const struct call *call) {
    struct value module = call->count == 0 ? VALUE_NONE : call->args[0];
    value_replace(vm, &function_of(self)->module, value_keep(module));
    return VALUE_NONE;
}

static struct value get_doc(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(function_of(self)->doc);
}

static struct value set_doc(struct vm *vm, struct value self, const struct call *call) {
    struct value doc = call->count == 0 ? VALUE_NONE : call->args[0];
    value_replace(vm, &function_of(self)->doc, value_keep(doc));
    return VALUE_NONE;
}

static struct value present(struct value value) {
    return value_is_absent(value) ? VALUE_NONE : value_keep(value);
}

static struct value get_defaults(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return present(function_of(self)->defaults);
}

// Sets [*place] to the argument, which must be of [family]; None and deleting empty it.
static struct value set_optional(struct vm *vm, struct value *place, const struct call *call,
                                 enum type_flags family, const char *refusal) {
    struct value value =
        call->count == 0 || value_is_none(call->args[0]) ? VALUE_ABSENT : call->args[0];
    if (!value_is_absent(value) && !value_has_family(value, family)) {
        return raise_error(vm, EXCEPTION_TypeError, "%s", refusal);
    }
    value_replace(vm, place, value_keep(value));
    return VALUE_NONE;
}

static struct value set_defaults(struct vm *vm, struct value self, const struct call *call) {
    return set_optional(vm, &function_of(self)->defaults, call, TYPE_TUPLE,
                        "__defaults__ must be set to a tuple object");
}

static struct value get_kwdefaults(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return present(function_of(self)->kwdefaults);
}

static struct value set_kwdefaults(struct vm *vm, struct value self, const struct call *call) {
    return set_optional(vm, &function_of(self)->kwdefaults, call, TYPE_DICT,
                        "__kwdefaults__ must be set to a dict object");
}

static struct value get_annotations(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct function *function = function_of(self);
    if (value_is_absent(function->annotations)) {
        struct value dict = dict_new(vm);
        if (value_is_error(dict)) {
            return dict;
        }
        function->annotations = dict;
    }
    return value_keep(function->annotations);
}

static struct value set_annotations(struct vm *vm, struct value self, const struct call *call) {
    return set_optional(vm, &function_of(self)->annotations, call, TYPE_DICT,
                        "__annotations__ must be set to a dict object");
}

static struct value get_closure(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return present(function_of(self)->closure);
}

static struct value get_code(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(function_of(self)->loaded));
}

static struct value get_globals(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(function_of(self)->loaded->globals));
}

static struct value get_type_params(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct value params = function_of(self)->type_params;
    return value_keep(value_is_absent(params) ? vm->empty_tuple : params);
}

static struct value set_type_params(struct vm *vm, struct value self, const struct call *call) {
    return set_optional(vm, &function_of(self)->type_params, call, TYPE_TUPLE,
                        "__type_params__ must be set to a tuple");
}

static const struct native function_attributes[] = {
    {"__name__", get_name, NATIVE_GETTER, set_name},
    {"__qualname__", get_qualname, NATIVE_GETTER, set_qualname},
    {"__module__", get_module, NATIVE_GETTER, set_module},
    {"__doc__", get_doc, NATIVE_GETTER, set_doc},
    {"__defaults__", get_defaults, NATIVE_GETTER, set_defaults},
    {"__kwdefaults__", get_kwdefaults, NATIVE_GETTER, set_kwdefaults},
    {"__annotations__", get_annotations, NATIVE_GETTER, set_annotations},
    {"__closure__", get_closure, NATIVE_GETTER, NULL},
    {"__code__", get_code, NATIVE_GETTER, NULL},
    {"__globals__", get_globals, NATIVE_GETTER, NULL},
    {"__type_params__", get_type_params, NATIVE_GETTER, set_type_params},
    {0},
};

bool function_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct function);
    type->dict_offset = offsetof(struct function, dict);
    type->free = function_free;
    type->repr = function_repr;
    type->call = function_call;
    type->descriptor_get = function_get;
    return type_ready(vm, type, function_attributes);
}
