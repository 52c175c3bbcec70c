// Attributes of classes: Foo.x, Foo.x = 1, and what every class has (__name__, __mro__ …).
#include "base/vec.h"
#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/proxies.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/str.h"
#include "vm/type.h"

static bool is_data_descriptor(struct value found) {
    return value_is_object(found) && value_to_object(found)->type->descriptor_set != NULL &&
           value_to_object(found)->type->descriptor_get != NULL;
}

struct value type_find_attribute(struct vm *vm, struct value self, struct str *name) {
    struct type *type = type_of(self), *metaclass = type->head.type;
    struct value meta = type_lookup(vm, metaclass, name);
    if (is_data_descriptor(meta)) {
        return instance_bind(vm, meta, self, metaclass);
    }
    struct value found = type_lookup(vm, type, name);
    if (!value_is_absent(found)) {
        return instance_bind(vm, found, VALUE_ABSENT, type);
    }
    return value_is_absent(meta) ? VALUE_ABSENT : instance_bind(vm, meta, self, metaclass);
}

struct value type_get_attribute_slot(struct vm *vm, struct value self, struct str *name) {
    struct value found = type_find_attribute(vm, self, name);
    return value_is_absent(found) ? raise_attribute(vm, self, name) : found;
}

static void update_flags(struct vm *vm, struct type *type, const struct str *name,
                         struct value value) {
    if (name == dunder(vm, DUNDER_del)) {
        type->flags |= value_is_absent(value) ? 0 : TYPE_FINALIZE;
    }
}

bool type_set_attribute(struct vm *vm, struct type *type, struct str *name, struct value value) {
    if ((type->flags & TYPE_HEAP) == 0) {
        raise_error(vm, EXCEPTION_TypeError, "cannot set '%s' attribute of immutable type '%s'",
                    name->text, type->name);
        return false;
    }
    if (value_is_absent(value)) {
        if (!dict_delete_str(vm, type->attributes, name)) {
            raise_attribute(vm, value_object(type), name);
            return false;
        }
    } else if (!dict_set_str(vm, type->attributes, name, value)) {
        return false;
    }
    type_changed(vm, type);
    slots_renew(vm, type, name);
    update_flags(vm, type, name, value);
    return true;
}

bool type_set_attribute_slot(struct vm *vm, struct value self, struct str *name,
                             struct value value) {
    struct type *type = type_of(self), *metaclass = type->head.type;
    struct value meta = type_lookup(vm, metaclass, name);
    bool mutable = (type->flags & TYPE_HEAP) != 0;
    if (mutable && value_is_object(meta) && value_to_object(meta)->type->descriptor_set != NULL) {
        return value_to_object(meta)->type->descriptor_set(vm, meta, self, value);
    }
    return type_set_attribute(vm, type, name, value);
}

// What every class has ----------------------------------------------------------------------------

// The part of a builtin type's name behind the module: "GenericAlias" of "types.GenericAlias".
static const char *short_name(const struct type *type) {
    bool plain = (type->flags & (TYPE_HEAP | TYPE_QUALIFIED)) == TYPE_HEAP;
    const char *dot = plain ? NULL : strrchr(type->name, '.');
    return dot == NULL ? type->name : dot + 1;
}

static struct value get_name(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return str_from(vm, short_name(type_of(self)));
}

// What can be assigned to __name__ and __qualname__: a str, to a class made at run time.
static bool check_assignable(struct vm *vm, const struct type *type, const char *attribute,
                             const struct call *call) {
    if (call->count == 0) {
        raise_error(vm, EXCEPTION_TypeError, "cannot delete '%s' attribute of immutable type '%s'",
                    attribute, type->name);
        return false;
    }
    if (!str_is(call->args[0])) {
        raise_error(vm, EXCEPTION_TypeError, "can only assign string to %s.%s, not '%s'",
                    type->name, attribute, value_type(vm, call->args[0])->name);
        return false;
    }
    return true;
}

static struct value set_name(struct vm *vm, struct value self, const struct call *call) {
    struct type *type = type_of(self);
    if (!check_assignable(vm, type, "__name__", call)) {
        return VALUE_ERROR;
    }
    const struct str *name = str_of(call->args[0]);
    struct value interned = str_intern(vm, name->text, name->length);
    if (value_is_error(interned)) {
        return interned;
    }
    type->name = str_of(interned)->text; // the vm keeps interned texts
    value_drop(vm, interned);
    return VALUE_NONE;
}

static struct value get_qualname(struct vm *vm, struct value self, const struct call *call) {
    struct type *type = type_of(self);
    return str_is(type->qualname) ? value_keep(type->qualname) : get_name(vm, self, call);
}

static struct value set_qualname(struct vm *vm, struct value self, const struct call *call) {
    struct type *type = type_of(self);
    if (!check_assignable(vm, type, "__qualname__", call)) {
        return VALUE_ERROR;
    }
    value_replace(vm, &type->qualname, value_keep(call->args[0]));
    return VALUE_NONE;
}

// Attributes that are computed for builtin types and plain entries of other classes.
static struct value own_entry(struct vm *vm, struct value self, enum dunder name) {
    struct value found = dict_get_str(type_of(self)->attributes, dunder(vm, name));
    return value_is_absent(found) ? found : value_keep(found);
}

static struct value get_module(struct vm *vm, struct value self, const struct call *call) {
    const struct type *type = type_of(self);
    (void)call;
    if ((type->flags & TYPE_HEAP) != 0) {
        struct value module = own_entry(vm, self, DUNDER_module);
        return value_is_absent(module) ? raise_attribute(vm, self, dunder(vm, DUNDER_module))
                                       : module;
    }
    const char *dot = strrchr(type->name, '.');
    return dot == NULL ? str_from(vm, "builtins")
                       : str_new(vm, type->name, (size_t)(dot - type->name));
}

static struct value get_doc(struct vm *vm, struct value self, const struct call *call) {
    struct value doc = own_entry(vm, self, DUNDER_doc);
    (void)call;
    if (value_is_absent(doc)) {
        return VALUE_NONE;
    }
    struct value bound = instance_bind(vm, doc, VALUE_ABSENT, type_of(self));
    value_drop(vm, doc);
    return bound;
}

static struct value get_annotations(struct vm *vm, struct value self, const struct call *call) {
    struct value found = own_entry(vm, self, DUNDER_annotations);
    struct type *type = type_of(self);
    (void)call;
    if (!value_is_absent(found)) {
        return found;
    }
    if ((type->flags & TYPE_HEAP) == 0) {
        return raise_attribute(vm, self, dunder(vm, DUNDER_annotations));
    }
    struct value made = dict_new(vm);
    if (!value_is_error(made) &&
        !type_set_attribute(vm, type, dunder(vm, DUNDER_annotations), made)) {
        value_drop(vm, made);
        return VALUE_ERROR;
    }
    return made;
}

static struct value get_type_params(struct vm *vm, struct value self, const struct call *call) {
    struct value found = own_entry(vm, self, DUNDER_type_params);
    (void)call;
    return value_is_absent(found) ? tuple_new(vm, NULL, 0) : found;
}

// Setters of attributes that are plain entries.
static struct value set_entry(struct vm *vm, struct value self, enum dunder name,
                              const struct call *call) {
    struct value value = call->count == 0 ? VALUE_ABSENT : call->args[0];
    return type_set_attribute(vm, type_of(self), dunder(vm, name), value) ? VALUE_NONE
                                                                          : VALUE_ERROR;
}

static struct value set_module(struct vm *vm, struct value self, const struct call *call) {
    return set_entry(vm, self, DUNDER_module, call);
}

static struct value set_doc(struct vm *vm, struct value self, const struct call *call) {
    return set_entry(vm, self, DUNDER_doc, call);
}

static struct value set_annotations(struct vm *vm, struct value self, const struct call *call) {
    return set_entry(vm, self, DUNDER_annotations, call);
}

static struct value set_type_params(struct vm *vm, struct value self, const struct call *call) {
    return set_entry(vm, self, DUNDER_type_params, call);
}

static struct value get_bases(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(type_of(self)->bases);
}

static struct value set_bases(struct vm *vm, struct value self, const struct call *call) {
    if (call->count == 1 && !tuple_is(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "can only assign tuple to %s.__bases__, not %s",
                           type_of(self)->name, value_type(vm, call->args[0])->name);
    }
    return raise_error(vm, EXCEPTION_TypeError, "cannot change the bases of '%s' in loopscope",
                       type_of(self)->name);
}

static struct value get_mro(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(type_of(self)->mro);
}

static struct value get_base(struct vm *vm, struct value self, const struct call *call) {
    struct type *base = type_of(self)->base;
    (void)vm, (void)call;
    return base == NULL ? VALUE_NONE : value_keep(value_object(base));
}

static struct value get_dict(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return mappingproxy_new(vm, value_object(type_of(self)->attributes));
}

static struct value get_flags(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_small(type_of(self)->flags);
}

static struct value get_abstract(struct vm *vm, struct value self, const struct call *call) {
    struct value name = str_intern(vm, "__abstractmethods__", strlen("__abstractmethods__"));
    struct value found = dict_get_str(type_of(self)->attributes, str_of(name));
    (void)call;
    struct value result =
        value_is_absent(found) ? raise_attribute(vm, self, str_of(name)) : value_keep(found);
    value_drop(vm, name);
    return result;
}

// The names of what has no implementation yet: a class that has such cannot be instantiated.
static struct value set_abstract(struct vm *vm, struct value self, const struct call *call) {
    struct type *type = type_of(self);
    struct value value = call->count == 0 ? VALUE_ABSENT : call->args[0];
    int any = value_is_absent(value) ? 0 : vm_truth(vm, value);
    if (any < 0) {
        return VALUE_ERROR;
    }
    struct value name = str_intern(vm, "__abstractmethods__", strlen("__abstractmethods__"));
    bool done = type_set_attribute(vm, type, str_of(name), value);
    value_drop(vm, name);
    type->flags = any ? type->flags | TYPE_ABSTRACT : type->flags & ~(unsigned)TYPE_ABSTRACT;
    return done ? VALUE_NONE : VALUE_ERROR;
}

static struct value type_mro(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "mro", "") ? list_from(vm, type_of(self)->mro) : VALUE_ERROR;
}

static struct value type_subclasses(struct vm *vm, struct value self, const struct call *call) {
    const struct type *type = type_of(self);
    if (!native_args(vm, call, "__subclasses__", "")) {
        return VALUE_ERROR;
    }
    struct value list = list_new(vm, NULL, 0);
    for (size_t i = 0; i < type->subclasses.count && !value_is_error(list); i++) {
        if (!list_append(vm, list_of(list), value_object(type->subclasses.items[i]))) {
            value_drop(vm, list);
            return VALUE_ERROR;
        }
    }
    return list;
}

static struct value type_prepare(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return dict_new(vm);
}

static struct value type_instancecheck(struct vm *vm, struct value self, const struct call *call) {
    struct value v;
    if (!native_args(vm, call, "__instancecheck__", "o", &v)) {
        return VALUE_ERROR;
    }
    return value_bool(type_is_subtype(value_type(vm, v), type_of(self)));
}

static struct value type_subclasscheck(struct vm *vm, struct value self, const struct call *call) {
    struct value v;
    if (!native_args(vm, call, "__subclasscheck__", "o", &v)) {
        return VALUE_ERROR;
    }
    if (!type_is(v)) {
        return raise_error(vm, EXCEPTION_TypeError, "issubclass() arg 1 must be a class");
    }
    return value_bool(type_is_subtype(type_of(v), type_of(self)));
}

// dir(Foo): the names of the class and its bases.
static struct value type_dir(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct value names = dict_new(vm);
    size_t count;
    const struct value *mro = sequence_items(type_of(self)->mro, &count);
    for (size_t i = 0; i < count && !value_is_error(names); i++) {
        if (!dict_update(vm, dict_of(names), value_object(type_of(mro[i])->attributes))) {
            value_drop(vm, names);
            return VALUE_ERROR;
        }
    }
    struct value list = value_is_error(names) ? names : list_from(vm, names);
    value_drop(vm, names);
    return list;
}

const struct native type_attributes[] = {
    {"__name__", get_name, NATIVE_GETTER, set_name},
    {"__qualname__", get_qualname, NATIVE_GETTER, set_qualname},
    {"__module__", get_module, NATIVE_GETTER, set_module},
    {"__doc__", get_doc, NATIVE_GETTER, set_doc},
    {"__annotations__", get_annotations, NATIVE_GETTER, set_annotations},
    {"__type_params__", get_type_params, NATIVE_GETTER, set_type_params},
    {"__bases__", get_bases, NATIVE_GETTER, set_bases},
    {"__mro__", get_mro, NATIVE_GETTER, NULL},
    {"__base__", get_base, NATIVE_GETTER, NULL},
    {"__dict__", get_dict, NATIVE_GETTER, NULL},
    {"__flags__", get_flags, NATIVE_GETTER, NULL},
    {"__abstractmethods__", get_abstract, NATIVE_GETTER, set_abstract},
    {"mro", type_mro, NATIVE_PLAIN, NULL},
    {"__subclasses__", type_subclasses, NATIVE_PLAIN, NULL},
    {"__prepare__", type_prepare, NATIVE_CLASS, NULL},
    {"__instancecheck__", type_instancecheck, NATIVE_PLAIN, NULL},
    {"__subclasscheck__", type_subclasscheck, NATIVE_PLAIN, NULL},
    {"__dir__", type_dir, NATIVE_PLAIN, NULL},
    {0},
};
