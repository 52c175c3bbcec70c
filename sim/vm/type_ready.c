// Finishing builtin types: attributes, mro, and what they inherit.
#include "base/mem.h"
#include "base/vec.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/member.h"
#include "vm/native.h"
#include "vm/slots.h"
#include "vm/str.h"
#include "vm/type.h"

#define FAMILIES                                                                                   \
    (TYPE_EXCEPTION | TYPE_INT | TYPE_STR | TYPE_LIST | TYPE_TUPLE | TYPE_DICT | TYPE_TYPE |       \
     TYPE_BYTES | TYPE_SET | TYPE_FLOAT)

bool type_add(struct vm *vm, struct type *type, const char *name, struct value value) {
    type_changed(vm, type);
    return dict_set_name(vm, type->attributes, name, value);
}

static bool add_methods(struct vm *vm, struct type *type, const struct native *methods) {
    for (; methods != NULL && methods->name != NULL; methods++) {
        struct value method = native_new_for(vm, methods, type);
        bool added =
            !value_is_error(method) && dict_set_name(vm, type->attributes, methods->name, method);
        value_drop(vm, method);
        if (!added) {
            return false;
        }
    }
    return true;
}

// Programs print the doc of builtin types at most to see that there is one.
static bool add_doc(struct vm *vm, struct type *type) {
    struct value doc = str_format(vm, "%s: see the documentation of Python.", type->name);
    bool done = !value_is_error(doc) && dict_set_name(vm, type->attributes, "__doc__", doc);
    value_drop(vm, doc);
    return done;
}

static bool make_attributes(struct vm *vm, struct type *type, const struct native *methods) {
    struct value attributes = dict_new(vm);
    if (value_is_error(attributes)) {
        return false;
    }
    type->attributes = dict_of(attributes);
    if (!add_methods(vm, type, methods) || !slot_wrappers_add(vm, type)) {
        return false;
    }
    if (type->dict_offset != 0 && !member_add_dict(vm, type)) {
        return false;
    }
    bool unhashable = type->compare != NULL && type->hash == NULL && type->base != NULL;
    if (unhashable && !dict_set_name(vm, type->attributes, "__hash__", VALUE_NONE)) {
        return false;
    }
    return !value_is_absent(dict_get_name(vm, type->attributes, "__doc__")) || add_doc(vm, type);
}

// A builtin type has one base, so its order is that of the base with itself in front.
static bool make_order(struct vm *vm, struct type *type) {
    struct value self = value_object(type);
    struct value base = value_object(type->base);
    type->bases = tuple_new(vm, &base, type->base == NULL ? 0 : 1);
    if (value_is_error(type->bases)) {
        return false;
    }
    if (type->base == NULL) {
        type->mro = tuple_new(vm, &self, 1);
        return !value_is_error(type->mro);
    }
    size_t count;
    const struct value *rest = sequence_items(type->base->mro, &count);
    struct value *order = mem_alloc((count + 1) * sizeof *order);
    order[0] = self;
    memcpy(order + 1, rest, count * sizeof *order);
    type->mro = tuple_new(vm, order, count + 1);
    mem_free(order);
    return !value_is_error(type->mro);
}

bool type_ready(struct vm *vm, struct type *type, const struct native *methods) {
    if (!make_attributes(vm, type, methods) || !make_order(vm, type)) {
        return false;
    }
    type->version = ++vm->next_version;
    if (type->base != NULL) {
        struct type *base = type->base;
        slots_inherit(type, base);
        type->flags |= base->flags & FAMILIES;
        type->size = type->size != 0 ? type->size : base->size;
        type->dict_offset = type->dict_offset != 0 ? type->dict_offset : base->dict_offset;
        return type_adopt(vm, base, type);
    }
    return true;
}

struct type *type_new_builtin(struct vm *vm, const char *name, struct type *base) {
    struct type *type = mem_zalloc(1, sizeof *type);
    type->head.type = builtin(vm, BUILTIN_type);
    type->head.refs = 1;
    type->head.serial = ++vm->next_serial;
    type->name = name;
    type->base = base;
    type->mro = VALUE_ABSENT;
    type->bases = VALUE_ABSENT;
    type->qualname = VALUE_ABSENT;
    type->module = VALUE_ABSENT;
    *vec_push(&vm->builtin_types) = type;
    return type;
}
