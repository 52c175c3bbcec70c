// property: an attribute that calls functions to get, set and delete it.
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/wrappers.h"

struct property {
    struct object head;
    struct value get, set, delete; // callables, or ABSENT
    struct value doc;              // or ABSENT: the getter's
    struct value name;             // str, or ABSENT until a class has it
};

static struct property *property_of(struct value v) {
    return (struct property *)value_to_object(v);
}

struct value property_getter(struct value property) {
    return property_of(property)->get;
}

static struct value property_create(struct vm *vm, struct type *type, const struct call *call) {
    (void)call;
    struct property *property = object_new(vm, type, sizeof *property);
    if (property == NULL) {
        return VALUE_ERROR;
    }
    property->get = property->set = property->delete = VALUE_ABSENT;
    property->doc = property->name = VALUE_ABSENT;
    return value_object(property);
}

static void put(struct vm *vm, struct value *place, struct value v) {
    value_replace(vm, place, value_is_none(v) ? VALUE_ABSENT : value_keep(v));
}

static bool property_init(struct vm *vm, struct value self, const struct call *call) {
    struct value get = VALUE_NONE, set = VALUE_NONE, delete = VALUE_NONE, doc = VALUE_NONE;
    if (!native_args(vm, call, "property", "|o:fget o:fset o:fdel o:doc", &get, &set, &delete,
                     &doc)) {
        return false;
    }
    struct property *property = property_of(self);
    put(vm, &property->get, get);
    put(vm, &property->set, set);
    put(vm, &property->delete, delete);
    put(vm, &property->doc, doc);
    return true;
}

static void property_free(struct vm *vm, struct object *object) {
    struct property *property = (struct property *)object;
    value_drop(vm, property->get);
    value_drop(vm, property->set);
    value_drop(vm, property->delete);
    value_drop(vm, property->doc);
    value_drop(vm, property->name);
}

// "property 'x' of 'Foo' object has no setter"
static struct value refuse(struct vm *vm, struct value self, struct value instance,
                           const char *what) {
    const struct property *property = property_of(self);
    struct buf owner = {0};
    const struct type *type = value_type(vm, instance);
    buf_puts(&owner, str_is(type->qualname) ? str_of(type->qualname)->text : type->name);
    if (str_is(property->name)) {
        raise_error(vm, EXCEPTION_AttributeError, "property '%s' of '%s' object has no %s",
                    str_of(property->name)->text, buf_text(&owner), what);
    } else {
        raise_error(vm, EXCEPTION_AttributeError, "property of '%s' object has no %s",
                    buf_text(&owner), what);
    }
    buf_free(&owner);
    return VALUE_ERROR;
}

static struct value property_get(struct vm *vm, struct value self, struct value instance,
                                 struct value owner) {
    (void)owner;
    if (value_is_absent(instance)) {
        return value_keep(self);
    }
    struct value get = property_of(self)->get;
    return value_is_absent(get) ? refuse(vm, self, instance, "getter")
                                : vm_call(vm, get, &instance, 1);
}

static bool property_set(struct vm *vm, struct value self, struct value instance,
                         struct value value) {
    bool deletes = value_is_absent(value);
    struct value function = deletes ? property_of(self)->delete : property_of(self)->set;
    if (value_is_absent(function)) {
        refuse(vm, self, instance, deletes ? "deleter" : "setter");
        return false;
    }
    struct value args[2] = {instance, value};
    struct value result = vm_call(vm, function, args, deletes ? 1 : 2);
    value_drop(vm, result);
    return !value_is_error(result);
}

// A copy with one function replaced, of the same class: what @x.setter makes.
static struct value copy_with(struct vm *vm, struct value self, struct value get, struct value set,
                              struct value delete) {
    const struct property *old = property_of(self);
    struct value class = value_object(value_type(vm, self));
    struct value args[4] = {get, set, delete, old->doc};
    for (size_t i = 0; i < 4; i++) {
        args[i] = value_is_absent(args[i]) ? VALUE_NONE : args[i];
    }
    struct value made = vm_call(vm, class, args, 4);
    if (!value_is_error(made) &&
        type_is_subtype(value_type(vm, made), builtin(vm, BUILTIN_property))) {
        value_replace(vm, &property_of(made)->name, value_keep(old->name));
    }
    return made;
}

static struct value with_getter(struct vm *vm, struct value self, const struct call *call) {
    const struct property *old = property_of(self);
    return native_count(vm, call, "getter", 1, 1)
               ? copy_with(vm, self, call->args[0], old->set, old->delete)
               : VALUE_ERROR;
}

static struct value with_setter(struct vm *vm, struct value self, const struct call *call) {
    const struct property *old = property_of(self);
    return native_count(vm, call, "setter", 1, 1)
               ? copy_with(vm, self, old->get, call->args[0], old->delete)
               : VALUE_ERROR;
}

static struct value with_deleter(struct vm *vm, struct value self, const struct call *call) {
    const struct property *old = property_of(self);
    return native_count(vm, call, "deleter", 1, 1)
               ? copy_with(vm, self, old->get, old->set, call->args[0])
               : VALUE_ERROR;
}

static struct value set_name(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "__set_name__", 2, 2)) {
        return VALUE_ERROR;
    }
    value_replace(vm, &property_of(self)->name, value_keep(call->args[1]));
    return VALUE_NONE;
}

static struct value or_none(struct value v) {
    return value_is_absent(v) ? VALUE_NONE : value_keep(v);
}

static struct value get_getter(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return or_none(property_of(self)->get);
}

static struct value get_setter(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return or_none(property_of(self)->set);
}

static struct value get_deleter(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return or_none(property_of(self)->delete);
}

static struct value get_doc(struct vm *vm, struct value self, const struct call *call) {
    const struct property *property = property_of(self);
    (void)call;
    if (!value_is_absent(property->doc) || value_is_absent(property->get)) {
        return or_none(property->doc);
    }
    struct value doc = vm_find_attribute(vm, property->get, "__doc__");
    return value_is_absent(doc) ? VALUE_NONE : doc;
}

static struct value set_doc(struct vm *vm, struct value self, const struct call *call) {
    put(vm, &property_of(self)->doc, call->count == 0 ? VALUE_NONE : call->args[0]);
    return VALUE_NONE;
}

static struct value get_name(struct vm *vm, struct value self, const struct call *call) {
    const struct property *property = property_of(self);
    (void)call;
    if (!value_is_absent(property->name) || value_is_absent(property->get)) {
        return or_none(property->name);
    }
    struct value name = vm_find_attribute(vm, property->get, "__name__");
    return value_is_absent(name) ? VALUE_NONE : name;
}

// Is any of its functions abstract? Then so is the property.
static struct value get_abstract(struct vm *vm, struct value self, const struct call *call) {
    const struct property *property = property_of(self);
    const struct value functions[] = {property->get, property->set, property->delete};
    (void)call;
    for (size_t i = 0; i < 3; i++) {
        if (value_is_absent(functions[i])) {
            continue;
        }
        struct value found = vm_find_attribute(vm, functions[i], "__isabstractmethod__");
        int truth = value_is_absent(found) ? 0 : value_is_error(found) ? -1 : vm_truth(vm, found);
        value_drop(vm, found);
        if (truth != 0) {
            return truth < 0 ? VALUE_ERROR : VALUE_TRUE;
        }
    }
    return VALUE_FALSE;
}

static const struct native property_attributes[] = {
    {"getter", with_getter, NATIVE_PLAIN, NULL},
    {"setter", with_setter, NATIVE_PLAIN, NULL},
    {"deleter", with_deleter, NATIVE_PLAIN, NULL},
    {"__set_name__", set_name, NATIVE_PLAIN, NULL},
    {"fget", get_getter, NATIVE_GETTER, NULL},
    {"fset", get_setter, NATIVE_GETTER, NULL},
    {"fdel", get_deleter, NATIVE_GETTER, NULL},
    {"__doc__", get_doc, NATIVE_GETTER, set_doc},
    {"__name__", get_name, NATIVE_GETTER, NULL},
    {"__isabstractmethod__", get_abstract, NATIVE_GETTER, NULL},
    {0},
};

bool property_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct property);
    type->flags |= TYPE_BASE;
    type->free = property_free;
    type->create = property_create;
    type->init = property_init;
    type->descriptor_get = property_get;
    type->descriptor_set = property_set;
    return type_ready(vm, type, property_attributes);
}
