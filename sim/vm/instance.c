// Instances: how their attributes are found, set and freed.
//
// Reading x.name asks in CPython's order: a data descriptor on the type, the instance's dict, any
// other attribute of the type (bound to x), and then gives up; __getattr__ is the business of
// slot_calls.c.
#include "vm/instance.h"

#include "vm/dict.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

struct value instance_new(struct vm *vm, struct type *type) {
    struct instance *instance = object_new(vm, type, type->size);
    if (instance == NULL) {
        return VALUE_ERROR;
    }
    size_t count = (type->size - offsetof(struct instance, slots)) / sizeof(struct value);
    for (size_t i = 0; i < count; i++) {
        instance->slots[i] = VALUE_ABSENT;
    }
    return value_object(instance);
}

struct dict *instance_dict(struct vm *vm, struct object *object) {
    struct dict **place = instance_dict_place(object);
    if (*place == NULL) {
        struct value dict = dict_new(vm);
        if (value_is_error(dict)) {
            return NULL;
        }
        *place = dict_of(dict);
    }
    return *place;
}

struct value instance_bind(struct vm *vm, struct value found, struct value instance,
                           struct type *owner) {
    if (!value_is_object(found)) {
        return found;
    }
    struct type *type = value_to_object(found)->type;
    if (type->descriptor_get == NULL) {
        return value_keep(found);
    }
    value_keep(found); // its own code may take it off the type
    struct value result = type->descriptor_get(vm, found, instance, value_object(owner));
    value_drop(vm, found);
    return result;
}

// What [name] is in the dict of [self]: borrowed or ABSENT.
static struct value own(struct value self, struct str *name) {
    struct dict **place = value_is_object(self) ? instance_dict_place(value_to_object(self)) : NULL;
    return place == NULL || *place == NULL ? VALUE_ABSENT : dict_get_str(*place, name);
}

static bool is_data_descriptor(struct value found) {
    return value_is_object(found) && value_to_object(found)->type->descriptor_set != NULL;
}

struct value instance_find_attribute(struct vm *vm, struct value self, struct str *name) {
    struct type *type = value_type(vm, self);
    struct value found = type_lookup(vm, type, name);
    if (is_data_descriptor(found) && value_to_object(found)->type->descriptor_get != NULL) {
        return instance_bind(vm, found, self, type);
    }
    struct value kept = own(self, name);
    if (!value_is_absent(kept)) {
        return value_keep(kept);
    }
    return value_is_absent(found) ? VALUE_ABSENT : instance_bind(vm, found, self, type);
}

struct value instance_get_attribute(struct vm *vm, struct value self, struct str *name) {
    struct value found = instance_find_attribute(vm, self, name);
    return value_is_absent(found) ? raise_attribute(vm, self, name) : found;
}

struct value instance_get_method(struct vm *vm, struct value self, struct str *name, bool *bound) {
    struct type *type = value_type(vm, self);
    *bound = false;
    if (type->get_attribute == instance_get_attribute) {
        struct value found = type_lookup(vm, type, name);
        bool function = value_is_exactly(found, builtin(vm, BUILTIN_function)) ||
                        (value_is_exactly(found, builtin(vm, BUILTIN_native_method)) &&
                         native_of(found)->native->kind == NATIVE_PLAIN);
        if (function && value_is_absent(own(self, name))) {
            *bound = true;
            return value_keep(found);
        }
    }
    return type->get_attribute(vm, self, name);
}

static bool refuse_set(struct vm *vm, struct value self, const struct str *name,
                       struct value found) {
    struct type *type = value_type(vm, self);
    if (!value_is_absent(found)) {
        raise_error(vm, EXCEPTION_AttributeError, "'%s' object attribute '%s' is read-only",
                    type->name, name->text);
    } else if (type->dict_offset == 0) {
        raise_attribute_read_only(vm, self, name);
    } else {
        raise_attribute_of_instance(vm, self, name);
    }
    return false;
}

bool instance_set_attribute(struct vm *vm, struct value self, struct str *name,
                            struct value value) {
    struct type *type = value_type(vm, self);
    struct value found = type_lookup(vm, type, name);
    if (is_data_descriptor(found)) {
        value_keep(found);
        bool done = value_to_object(found)->type->descriptor_set(vm, found, self, value);
        value_drop(vm, found);
        return done;
    }
    if (type->dict_offset == 0 || !value_is_object(self)) {
        return refuse_set(vm, self, name, found);
    }
    if (value_is_absent(value)) {
        struct dict *dict = *instance_dict_place(value_to_object(self));
        return (dict != NULL && dict_delete_str(vm, dict, name)) ||
               refuse_set(vm, self, name, VALUE_ABSENT);
    }
    struct dict *dict = instance_dict(vm, value_to_object(self));
    return dict != NULL && dict_set_str(vm, dict, name, value);
}

void instance_free(struct vm *vm, struct object *object) {
    struct type *type = object->type;
    struct instance *instance = (struct instance *)object;
    if (instance->dict != NULL) {
        value_drop(vm, value_object(instance->dict));
    }
    size_t count = (type->size - offsetof(struct instance, slots)) / sizeof(struct value);
    for (size_t i = 0; i < count; i++) {
        value_drop(vm, instance->slots[i]);
    }
}
