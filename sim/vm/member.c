// Attributes that have a fixed place in an object: one struct value each, ABSENT while unset.
#include "vm/member.h"

#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

struct member {
    struct object head;
    struct type *type; // kept
    struct str *name;  // kept
    int offset;
};

struct value member_new(struct vm *vm, struct type *type, struct str *name, int offset) {
    struct member *member = object_new(vm, builtin(vm, BUILTIN_member), sizeof *member);
    if (member == NULL) {
        return VALUE_ERROR;
    }
    member->type = type;
    member->name = name;
    member->offset = offset;
    value_keep(value_object(type));
    value_keep(value_object(name));
    return value_object(member);
}

static struct value *place(struct vm *vm, const struct member *member, struct value instance) {
    if (type_is_subtype(value_type(vm, instance), member->type)) {
        return (struct value *)(void *)((char *)value_to_object(instance) + member->offset);
    }
    raise_error(vm, EXCEPTION_TypeError,
                "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                member->name->text, member->type->name, value_type(vm, instance)->name);
    return NULL;
}

static struct value member_get(struct vm *vm, struct value self, struct value instance,
                               struct value owner) {
    const struct member *member = (const struct member *)value_to_object(self);
    (void)owner;
    if (value_is_absent(instance)) {
        return value_keep(self);
    }
    const struct value *at = place(vm, member, instance);
    if (at == NULL) {
        return VALUE_ERROR;
    }
    return value_is_absent(*at) ? raise_attribute(vm, instance, member->name) : value_keep(*at);
}

static bool member_set(struct vm *vm, struct value self, struct value instance,
                       struct value value) {
    const struct member *member = (const struct member *)value_to_object(self);
    struct value *at = place(vm, member, instance);
    if (at == NULL) {
        return false;
    }
    if (value_is_absent(value) && value_is_absent(*at)) {
        raise_error(vm, EXCEPTION_AttributeError, "%s", member->name->text);
        return false;
    }
    value_replace(vm, at, value_keep(value));
    return true;
}

static struct value member_repr(struct vm *vm, struct value self) {
    const struct member *member = (const struct member *)value_to_object(self);
    return str_format(vm, "<member '%s' of '%s' objects>", member->name->text, member->type->name);
}

static void member_free(struct vm *vm, struct object *object) {
    struct member *member = (struct member *)object;
    value_drop(vm, value_object(member->type));
    value_drop(vm, value_object(member->name));
}

static struct value get_name(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(((struct member *)value_to_object(self))->name));
}

static struct value get_owner(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(((struct member *)value_to_object(self))->type));
}

static const struct native member_attributes[] = {
    {"__name__", get_name, NATIVE_GETTER, NULL},
    {"__objclass__", get_owner, NATIVE_GETTER, NULL},
    {0},
};

bool member_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct member);
    type->free = member_free;
    type->repr = member_repr;
    type->descriptor_get = member_get;
    type->descriptor_set = member_set;
    return type_ready(vm, type, member_attributes);
}

// __dict__ ----------------------------------------------------------------------------------------

static struct value get_dict(struct vm *vm, struct value self, const struct call *call) {
    struct dict *dict = instance_dict(vm, value_to_object(self));
    (void)call;
    return dict == NULL ? VALUE_ERROR : value_keep(value_object(dict));
}

static struct value set_dict(struct vm *vm, struct value self, const struct call *call) {
    struct dict **place_of = instance_dict_place(value_to_object(self));
    if (call->count == 0) {
        return raise_error(vm, EXCEPTION_TypeError, "cannot delete __dict__");
    }
    if (!dict_is(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "__dict__ must be set to a dictionary, not a '%s'",
                           value_type(vm, call->args[0])->name);
    }
    struct dict *old = *place_of;
    *place_of = dict_of(value_keep(call->args[0]));
    if (old != NULL) {
        value_drop(vm, value_object(old));
    }
    return VALUE_NONE;
}

static const struct native dict_attribute = {"__dict__", get_dict, NATIVE_GETTER, set_dict};

static bool add(struct vm *vm, struct type *type, enum dunder name, const struct native *native) {
    struct value attribute = native_new_for(vm, native, type);
    bool done = !value_is_error(attribute) &&
                dict_set_str(vm, type->attributes, dunder(vm, name), attribute);
    value_drop(vm, attribute);
    return done;
}

bool member_add_dict(struct vm *vm, struct type *type) {
    return add(vm, type, DUNDER_dict, &dict_attribute);
}

static struct value get_weak(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call;
    return VALUE_NONE;
}

bool member_add_weak(struct vm *vm, struct type *type) {
    static const struct native weak_attribute = {"__weakref__", get_weak, NATIVE_GETTER, NULL};
    return add(vm, type, DUNDER_weakref, &weak_attribute);
}
