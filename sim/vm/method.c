// The type method: read from an instance, called with it in front.
#include "vm/method.h"

#include "vm/instance.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

struct value method_new(struct vm *vm, struct value function, struct value self) {
    struct method *method = object_new(vm, builtin(vm, BUILTIN_method), sizeof *method);
    if (method == NULL) {
        return VALUE_ERROR;
    }
    method->function = value_keep(function);
    method->self = value_keep(self);
    return value_object(method);
}

static void method_free(struct vm *vm, struct object *object) {
    struct method *method = (struct method *)object;
    value_drop(vm, method->function);
    value_drop(vm, method->self);
}

static struct value method_create(struct vm *vm, struct type *type, const struct call *call) {
    (void)type;
    if (!native_count(vm, call, "method", 2, 2)) {
        return VALUE_ERROR;
    }
    if (!vm_is_callable(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "first argument must be callable");
    }
    if (value_is_none(call->args[1])) {
        return raise_error(vm, EXCEPTION_TypeError, "instance must not be None");
    }
    return method_new(vm, call->args[0], call->args[1]);
}

static struct value method_call(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return vm_call_tail(vm, self, call);
}

// <bound method C.m of <__main__.C object at 0x7f…>>
static struct value method_repr(struct vm *vm, struct value self) {
    struct method *method = method_of(self);
    struct value name = vm_find_attribute(vm, method->function, "__qualname__");
    if (value_is_absent(name)) {
        name = vm_find_attribute(vm, method->function, "__name__");
    }
    if (value_is_error(name)) {
        return name;
    }
    struct value of = vm_repr(vm, method->self);
    struct value text = VALUE_ERROR;
    if (!value_is_error(of)) {
        text = str_format(vm, "<bound method %s of %s>", str_is(name) ? str_of(name)->text : "?",
                          str_of(of)->text);
    }
    value_drop(vm, of);
    value_drop(vm, name);
    return text;
}

static bool method_hash(struct vm *vm, struct value self, int64_t *hash) {
    struct method *method = method_of(self);
    int64_t of_function;
    if (!vm_hash(vm, method->function, &of_function)) {
        return false;
    }
    // By the identity of the object, not by its own hash.
    *hash = of_function ^ (int64_t)(vm_id(method->self) >> 4);
    return true;
}

static struct value method_compare(struct vm *vm, struct value self, struct value other,
                                   enum compare_op op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) ||
        !value_is_exactly(other, builtin(vm, BUILTIN_method))) {
        return VALUE_NOT_IMPLEMENTED;
    }
    int equal = value_is(method_of(self)->self, method_of(other)->self)
                    ? vm_equal(vm, method_of(self)->function, method_of(other)->function)
                    : 0;
    return equal < 0 ? VALUE_ERROR : value_bool((equal == 1) == (op == COMPARE_EQ));
}

// What a method does not have it asks its function for.
static struct value method_get_attribute(struct vm *vm, struct value self, struct str *name) {
    struct value found = instance_find_attribute(vm, self, name);
    return value_is_absent(found) ? vm_get_attribute_str(vm, method_of(self)->function, name)
                                  : found;
}

static struct value get_function(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(method_of(self)->function);
}

static struct value get_self(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(method_of(self)->self);
}

static struct value get_doc(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return vm_get_attribute(vm, method_of(self)->function, "__doc__");
}

static const struct native method_attributes[] = {
    {"__func__", get_function, NATIVE_GETTER, NULL},
    {"__self__", get_self, NATIVE_GETTER, NULL},
    {"__doc__", get_doc, NATIVE_GETTER, NULL},
    {0},
};

bool method_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct method);
    type->free = method_free;
    type->create = method_create;
    type->call = method_call;
    type->repr = method_repr;
    type->hash = method_hash;
    type->compare = method_compare;
    type->get_attribute = method_get_attribute;
    return type_ready(vm, type, method_attributes);
}
