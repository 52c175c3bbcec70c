// staticmethod and classmethod: wrappers that say how a function in a class is bound.
#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/method.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/wrappers.h"

// Both types share this.
struct wrapper {
    struct object head;
    struct dict *dict;     // of attributes; NULL until needed
    struct value function; // kept
};

static struct wrapper *wrapper_of(struct value v) {
    return (struct wrapper *)value_to_object(v);
}

static struct value wrapper_make(struct vm *vm, struct type *type, struct value function) {
    struct wrapper *wrapper = object_new(vm, type, sizeof *wrapper);
    if (wrapper == NULL) {
        return VALUE_ERROR;
    }
    wrapper->function = value_keep(function);
    return value_object(wrapper);
}

struct value staticmethod_new(struct vm *vm, struct value function) {
    return wrapper_make(vm, builtin(vm, BUILTIN_staticmethod), function);
}

struct value classmethod_new(struct vm *vm, struct value function) {
    return wrapper_make(vm, builtin(vm, BUILTIN_classmethod), function);
}

// The wrapper looks like what it wraps: __name__, __doc__ and kin are copied where there are some.
static bool copy_attributes(struct vm *vm, struct value wrapper, struct value function) {
    static const char *const names[] = {"__module__", "__name__", "__qualname__", "__doc__"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct value found = vm_find_attribute(vm, function, names[i]);
        if (value_is_absent(found)) {
            continue;
        }
        struct dict *dict =
            value_is_error(found) ? NULL : instance_dict(vm, value_to_object(wrapper));
        bool done = dict != NULL && dict_set_name(vm, dict, names[i], found);
        value_drop(vm, found);
        if (!done) {
            return false;
        }
    }
    return true;
}

static struct value wrapper_create(struct vm *vm, struct type *type, const struct call *call) {
    const char *name =
        type_is_subtype(type, builtin(vm, BUILTIN_staticmethod)) ? "staticmethod" : "classmethod";
    if (call->count != 1 || call->keyword_count != 0) {
        return raise_error(vm, EXCEPTION_TypeError, "%s expected 1 argument, got %zu", name,
                           call->count);
    }
    struct value wrapper = wrapper_make(vm, type, call->args[0]);
    if (!value_is_error(wrapper) && !copy_attributes(vm, wrapper, call->args[0])) {
        value_drop(vm, wrapper);
        return VALUE_ERROR;
    }
    return wrapper;
}

static bool wrapper_init(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call;
    return true;
}

static void wrapper_free(struct vm *vm, struct object *object) {
    struct wrapper *wrapper = (struct wrapper *)object;
    value_drop(vm, wrapper->function);
    if (wrapper->dict != NULL) {
        value_drop(vm, value_object(wrapper->dict));
    }
}

static struct value wrapper_repr(struct vm *vm, struct value self) {
    struct value of = vm_repr(vm, wrapper_of(self)->function);
    if (value_is_error(of)) {
        return of;
    }
    struct value text = str_format(vm, "<%s(%s)>", value_type(vm, self)->name, str_of(of)->text);
    value_drop(vm, of);
    return text;
}

static struct value static_get(struct vm *vm, struct value self, struct value instance,
                               struct value owner) {
    (void)vm, (void)instance, (void)owner;
    return value_keep(wrapper_of(self)->function);
}

static struct value static_call(struct vm *vm, struct value self, const struct call *call) {
    return vm_call_with(vm, wrapper_of(self)->function, call);
}

static struct value class_get(struct vm *vm, struct value self, struct value instance,
                              struct value owner) {
    (void)instance;
    return method_new(vm, wrapper_of(self)->function, owner);
}

static struct value get_function(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(wrapper_of(self)->function);
}

static struct value get_abstract(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct value found = vm_find_attribute(vm, wrapper_of(self)->function, "__isabstractmethod__");
    if (value_is_absent(found) || value_is_error(found)) {
        return value_is_error(found) ? found : VALUE_FALSE;
    }
    int truth = vm_truth(vm, found);
    value_drop(vm, found);
    return truth < 0 ? VALUE_ERROR : value_bool(truth);
}

static const struct native wrapper_attributes[] = {
    {"__func__", get_function, NATIVE_GETTER, NULL},
    {"__wrapped__", get_function, NATIVE_GETTER, NULL},
    {"__isabstractmethod__", get_abstract, NATIVE_GETTER, NULL},
    {0},
};

static bool wrapper_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct wrapper);
    type->flags |= TYPE_BASE;
    type->dict_offset = offsetof(struct wrapper, dict);
    type->free = wrapper_free;
    type->create = wrapper_create;
    type->init = wrapper_init;
    type->repr = wrapper_repr;
    return type_ready(vm, type, wrapper_attributes);
}

bool staticmethod_type_ready(struct vm *vm, struct type *type) {
    type->call = static_call;
    type->descriptor_get = static_get;
    return wrapper_ready(vm, type);
}

bool classmethod_type_ready(struct vm *vm, struct type *type) {
    type->descriptor_get = class_get;
    return wrapper_ready(vm, type);
}
