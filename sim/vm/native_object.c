// Builtin functions, the methods of builtin types, and their computed attributes, as objects.
//
// The three types share struct native_object. A method is called with its self in front; read from
// an instance it becomes a builtin function with that self bound, and so does a CLASS method with
// the class. A STATIC function stands in its type's attributes as a plain builtin function.
#include "base/buf.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

static struct native_object *native_make(struct vm *vm, enum builtin_type type,
                                         const struct native *native) {
    struct native_object *object = object_new(vm, builtin(vm, type), sizeof(struct native_object));
    if (object != NULL) {
        object->native = native;
        object->self = VALUE_ABSENT;
        object->module = VALUE_ABSENT;
    }
    return object;
}

struct value native_new(struct vm *vm, const struct native *native, struct value self) {
    struct native_object *object = native_make(vm, BUILTIN_native_function, native);
    if (object == NULL) {
        return VALUE_ERROR;
    }
    object->self = value_keep(self);
    return value_object(object);
}

static struct value native_new_owned(struct vm *vm, enum builtin_type type,
                                     const struct native *native, struct type *owner) {
    struct native_object *object = native_make(vm, type, native);
    if (object == NULL) {
        return VALUE_ERROR;
    }
    object->owner = owner;
    value_keep(value_object(owner));
    return value_object(object);
}

struct value native_new_for(struct vm *vm, const struct native *native, struct type *owner) {
    enum builtin_type type = native->kind == NATIVE_GETTER   ? BUILTIN_getset
                             : native->kind == NATIVE_STATIC ? BUILTIN_native_function
                                                             : BUILTIN_native_method;
    return native_new_owned(vm, type, native, owner);
}

static void native_free(struct vm *vm, struct object *object) {
    struct native_object *native = (struct native_object *)object;
    value_drop(vm, native->self);
    value_drop(vm, native->module);
    if (native->owner != NULL) {
        value_drop(vm, value_object(native->owner));
    }
}

struct value native_call_method(struct vm *vm, const struct native_object *method,
                                struct value self, const struct call *call) {
    vm->calling = method->native;
    vm->calling_owner = method->owner;
    return method->native->function(vm, self, call);
}

struct value native_call(struct vm *vm, struct value function, const struct call *call) {
    const struct native_object *native = native_of(function);
    vm->calling = native->native;
    vm->calling_owner = native->owner;
    return native->native->function(vm, native->self, call);
}

// method_descriptor ------------------------------------------------------------------------------

static bool check_self(struct vm *vm, const struct native_object *method, struct value self) {
    struct type *type = value_type(vm, self);
    if (type_is_subtype(type, method->owner)) {
        return true;
    }
    raise_error(vm, EXCEPTION_TypeError,
                "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                method->native->name, method->owner->name, type->name);
    return false;
}

static struct value method_call(struct vm *vm, struct value self, const struct call *call) {
    const struct native_object *method = native_of(self);
    if (call->count == 0) {
        return raise_error(vm, EXCEPTION_TypeError, "unbound method %s.%s() needs an argument",
                           method->owner->name, method->native->name);
    }
    if (method->native->kind != NATIVE_CLASS && !check_self(vm, method, call->args[0])) {
        return VALUE_ERROR;
    }
    struct call rest = {.args = call->args + 1,
                        .count = call->count - 1,
                        .keyword_count = call->keyword_count,
                        .keywords = call->keywords};
    return native_call_method(vm, method, call->args[0], &rest);
}

static struct value method_get(struct vm *vm, struct value self, struct value instance,
                               struct value owner) {
    const struct native_object *method = native_of(self);
    bool of_class = method->native->kind == NATIVE_CLASS;
    if (value_is_absent(instance) && !of_class) {
        return value_keep(self);
    }
    if (!of_class && !check_self(vm, method, instance)) {
        return VALUE_ERROR;
    }
    struct value bound =
        native_new_owned(vm, BUILTIN_native_function, method->native, method->owner);
    if (!value_is_error(bound)) {
        native_of(bound)->self = value_keep(of_class ? owner : instance);
    }
    return bound;
}

static struct value method_repr(struct vm *vm, struct value self) {
    const struct native_object *method = native_of(self);
    return str_format(vm, "<method '%s' of '%s' objects>", method->native->name,
                      method->owner->name);
}

// builtin_function_or_method ---------------------------------------------------------------------

static struct value function_repr(struct vm *vm, struct value self) {
    const struct native_object *native = native_of(self);
    struct value of = value_is_absent(native->self) && native->owner != NULL
                          ? value_object(native->owner)
                          : native->self;
    if (value_is_absent(of)) {
        return str_format(vm, "<built-in function %s>", native->native->name);
    }
    return str_format(vm, "<built-in method %s of %s object at 0x%llx>", native->native->name,
                      value_type(vm, of)->name, (unsigned long long)vm_id(of));
}

static bool same_self(struct value a, struct value b) {
    return value_is(a, b);
}

static struct value function_compare(struct vm *vm, struct value self, struct value other,
                                     enum compare_op op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) ||
        !value_is_exactly(other, builtin(vm, BUILTIN_native_function))) {
        return VALUE_NOT_IMPLEMENTED;
    }
    const struct native_object *a = native_of(self), *b = native_of(other);
    bool equal = a->native == b->native && same_self(a->self, b->self);
    return value_bool(equal == (op == COMPARE_EQ));
}

static bool function_hash(struct vm *vm, struct value self, int64_t *hash) {
    const struct native_object *native = native_of(self);
    (void)vm;
    uint64_t bits = (uint64_t)(uintptr_t)native->native >> 4;
    if (value_is_object(native->self)) {
        bits ^= (uint64_t)value_to_object(native->self)->serial << 20;
    }
    *hash = (int64_t)(bits & INT64_MAX);
    return true;
}

// getset_descriptor ------------------------------------------------------------------------------

static struct value getset_get(struct vm *vm, struct value self, struct value instance,
                               struct value owner) {
    const struct native_object *getset = native_of(self);
    (void)owner;
    if (value_is_absent(instance)) {
        return value_keep(self);
    }
    if (!check_self(vm, getset, instance)) {
        return VALUE_ERROR;
    }
    struct call none = {0};
    return native_call_method(vm, getset, instance, &none);
}

static bool getset_set(struct vm *vm, struct value self, struct value instance,
                       struct value value) {
    const struct native_object *getset = native_of(self);
    if (!check_self(vm, getset, instance)) {
        return false;
    }
    if (getset->native->set == NULL) {
        raise_error(vm, EXCEPTION_AttributeError, "attribute '%s' of '%s' objects is not writable",
                    getset->native->name, getset->owner->name);
        return false;
    }
    struct call call = {.args = &value, .count = value_is_absent(value) ? 0 : 1};
    struct value result = getset->native->set(vm, instance, &call);
    value_drop(vm, result);
    return !value_is_error(result);
}

static struct value getset_repr(struct vm *vm, struct value self) {
    const struct native_object *getset = native_of(self);
    return str_format(vm, "<attribute '%s' of '%s' objects>", getset->native->name,
                      getset->owner->name);
}

// What all three offer ---------------------------------------------------------------------------

static struct value get_name(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return str_from(vm, native_of(self)->native->name);
}

static struct value get_qualname(struct vm *vm, struct value self, const struct call *call) {
    const struct native_object *native = native_of(self);
    (void)call;
    return native->owner == NULL
               ? str_from(vm, native->native->name)
               : str_format(vm, "%s.%s", native->owner->name, native->native->name);
}

static struct value get_doc(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return str_format(vm, "%s: see the documentation of Python.", native_of(self)->native->name);
}

static struct value get_self(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    struct value bound = native_of(self)->self;
    return value_is_absent(bound) ? VALUE_NONE : value_keep(bound);
}

static struct value get_module(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    struct value module = native_of(self)->module;
    return value_is_absent(module) ? VALUE_NONE : value_keep(module);
}

static struct value get_owner(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(native_of(self)->owner));
}

static const struct native function_attributes[] = {
    {"__name__", get_name, NATIVE_GETTER, NULL},
    {"__qualname__", get_qualname, NATIVE_GETTER, NULL},
    {"__doc__", get_doc, NATIVE_GETTER, NULL},
    {"__self__", get_self, NATIVE_GETTER, NULL},
    {"__module__", get_module, NATIVE_GETTER, NULL},
    {0},
};

static const struct native descriptor_attributes[] = {
    {"__name__", get_name, NATIVE_GETTER, NULL},
    {"__qualname__", get_qualname, NATIVE_GETTER, NULL},
    {"__doc__", get_doc, NATIVE_GETTER, NULL},
    {"__objclass__", get_owner, NATIVE_GETTER, NULL},
    {0},
};

bool native_function_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct native_object);
    type->free = native_free;
    type->call = native_call;
    type->repr = function_repr;
    type->compare = function_compare;
    type->hash = function_hash;
    return type_ready(vm, type, function_attributes);
}

bool native_method_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct native_object);
    type->free = native_free;
    type->call = method_call;
    type->repr = method_repr;
    type->descriptor_get = method_get;
    return type_ready(vm, type, descriptor_attributes);
}

bool getset_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct native_object);
    type->free = native_free;
    type->repr = getset_repr;
    type->descriptor_get = getset_get;
    type->descriptor_set = getset_set;
    return type_ready(vm, type, descriptor_attributes);
}
