// The type `object`, the base of all: what every value can do unless its type knows better.
#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

static bool object_init(struct vm *vm, struct value self, const struct call *call);

static bool has_excess(const struct call *call) {
    return call->count + call->keyword_count > 0;
}

// "Can't instantiate abstract class A without an implementation for abstract method 'f'"
static struct value refuse_abstract(struct vm *vm, struct type *type) {
    struct value names = vm_get_attribute(vm, value_object(type), "__abstractmethods__");
    struct value list = value_is_error(names) ? names : list_from(vm, names);
    value_drop(vm, names);
    if (value_is_error(list) || !list_sort(vm, list_of(list), VALUE_ABSENT, false)) {
        value_drop(vm, list);
        return VALUE_ERROR;
    }
    struct buf text = {0};
    for (size_t i = 0; i < list_of(list)->count; i++) {
        struct value name = list_of(list)->items[i];
        buf_printf(&text, "%s'%s'", i == 0 ? "" : ", ", str_is(name) ? str_of(name)->text : "?");
    }
    raise_error(vm, EXCEPTION_TypeError,
                "Can't instantiate abstract class %s without an implementation for abstract "
                "method%s %s",
                type->name, list_of(list)->count == 1 ? "" : "s", buf_text(&text));
    buf_free(&text);
    value_drop(vm, list);
    return VALUE_ERROR;
}

// Arguments are for __init__; if that is object's own as well, nobody wants them.
struct value object_create(struct vm *vm, struct type *type, const struct call *call) {
    if (has_excess(call)) {
        if (type->create != object_create) {
            return raise_error(vm, EXCEPTION_TypeError,
                               "object.__new__() takes exactly one argument (the type to "
                               "instantiate)");
        }
        if (type->init == object_init) {
            return raise_error(vm, EXCEPTION_TypeError, "%s() takes no arguments", type->name);
        }
    }
    if ((type->flags & TYPE_ABSTRACT) != 0) {
        return refuse_abstract(vm, type);
    }
    if ((type->flags & TYPE_HEAP) != 0) {
        return instance_new(vm, type);
    }
    struct object *object = object_new(vm, type, type->size);
    return object == NULL ? VALUE_ERROR : value_object(object);
}

static bool object_init(struct vm *vm, struct value self, const struct call *call) {
    const struct type *type = value_type(vm, self);
    if (has_excess(call)) {
        if (type->init != object_init) {
            raise_error(vm, EXCEPTION_TypeError,
                        "object.__init__() takes exactly one argument (the instance to "
                        "initialize)");
            return false;
        }
        if (type->create == object_create) {
            raise_error(vm, EXCEPTION_TypeError,
                        "%s.__init__() takes exactly one argument (the instance to initialize)",
                        type->name);
            return false;
        }
    }
    return true;
}

// <__main__.Foo object at 0x7f0000000010>
static struct value object_repr(struct vm *vm, struct value self) {
    struct buf text = {0};
    const struct type *type = value_type(vm, self);
    buf_putc(&text, '<');
    type_full_name(vm, type, &text);
    buf_printf(&text, " object at 0x%llx>", (unsigned long long)vm_id(self));
    return str_take(vm, &text);
}

static struct value object_str(struct vm *vm, struct value self) {
    return value_type(vm, self)->repr(vm, self);
}

static bool object_hash(struct vm *vm, struct value self, int64_t *hash) {
    (void)vm;
    *hash = (int64_t)(vm_id(self) >> 4);
    return true;
}

// By identity. != is the opposite of what the type's own == says.
static struct value object_compare(struct vm *vm, struct value self, struct value other,
                                   enum compare_op op) {
    if (op == COMPARE_EQ) {
        return value_is(self, other) ? VALUE_TRUE : VALUE_NOT_IMPLEMENTED;
    }
    if (op != COMPARE_NE) {
        return VALUE_NOT_IMPLEMENTED;
    }
    const struct type *type = value_type(vm, self);
    struct value equal = type->compare(vm, self, other, COMPARE_EQ);
    if (value_is_error(equal) || value_is(equal, VALUE_NOT_IMPLEMENTED)) {
        return equal;
    }
    int truth = vm_truth(vm, equal);
    value_drop(vm, equal);
    return truth < 0 ? VALUE_ERROR : value_bool(truth == 0);
}

static struct value object_format(struct vm *vm, struct value self, struct str *spec) {
    if (spec->length == 0) {
        return vm_str(vm, self);
    }
    return raise_error(vm, EXCEPTION_TypeError, "unsupported format string passed to %s.__format__",
                       value_type(vm, self)->name);
}

// Attributes --------------------------------------------------------------------------------------

static struct value get_class(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return value_keep(value_object(value_type(vm, self)));
}

// Instances of classes whose layout is the same can change places.
static struct value set_class(struct vm *vm, struct value self, const struct call *call) {
    struct type *old = value_type(vm, self);
    if (call->count == 0) {
        return raise_error(vm, EXCEPTION_TypeError, "can't delete __class__ attribute");
    }
    if (!type_is(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "__class__ must be set to a class, not '%s' object",
                           value_type(vm, call->args[0])->name);
    }
    struct type *new = type_of(call->args[0]);
    if (((old->flags & new->flags) & TYPE_HEAP) == 0) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "__class__ assignment only supported for mutable types or ModuleType "
                           "subclasses");
    }
    if (old->size != new->size || old->prefix != new->prefix || old->free != new->free ||
        old->dict_offset != new->dict_offset) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "__class__ assignment: '%s' object layout differs from '%s'", new->name,
                           old->name);
    }
    value_to_object(self)->type = new;
    value_keep(value_object(new));
    value_drop(vm, value_object(old));
    return VALUE_NONE;
}

static struct value init_subclass(struct vm *vm, struct value self, const struct call *call) {
    const struct type *type = type_of(self);
    const char *name = str_is(type->qualname) ? str_of(type->qualname)->text : type->name;
    if (call->keyword_count > 0) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "%s.__init_subclass__() takes no keyword arguments", name);
    }
    if (call->count > 0) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "%s.__init_subclass__() takes no arguments (%zu given)", name,
                           call->count);
    }
    return VALUE_NONE;
}

static struct value subclass_hook(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call;
    return VALUE_NOT_IMPLEMENTED;
}

// The names in its dict, its class and the class's bases.
static struct value object_dir(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "__dir__", "")) {
        return VALUE_ERROR;
    }
    struct value names = dict_new(vm);
    if (value_is_error(names)) {
        return names;
    }
    struct dict **place = value_is_object(self) ? instance_dict_place(value_to_object(self)) : NULL;
    bool done =
        place == NULL || *place == NULL || dict_update(vm, dict_of(names), value_object(*place));
    size_t count;
    const struct value *mro = sequence_items(value_type(vm, self)->mro, &count);
    for (size_t i = 0; i < count && done; i++) {
        done = dict_update(vm, dict_of(names), value_object(type_of(mro[i])->attributes));
    }
    struct value list = done ? list_from(vm, names) : VALUE_ERROR;
    value_drop(vm, names);
    return list;
}

static struct value object_sizeof(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "__sizeof__", "")) {
        return VALUE_ERROR;
    }
    const struct type *type = value_type(vm, self);
    if (!value_is_object(self)) {
        return value_small(24);
    }
    size_t size = type->measure != NULL ? type->measure(value_to_object(self)) : type->size;
    return value_small((int64_t)(size + type->prefix));
}

// What copying an object starts from: its attributes, or None.
static struct value get_state(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct dict **place = value_is_object(self) ? instance_dict_place(value_to_object(self)) : NULL;
    return place == NULL || *place == NULL ? VALUE_NONE : dict_copy(vm, *place);
}

// There is no pickle here, nor anything else that takes objects apart.
static struct value object_reduce(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return raise_error(vm, EXCEPTION_TypeError, "cannot pickle '%s' object",
                       value_type(vm, self)->name);
}

static const struct native object_attributes[] = {
    {"__class__", get_class, NATIVE_GETTER, set_class},
    {"__init_subclass__", init_subclass, NATIVE_CLASS, NULL},
    {"__subclasshook__", subclass_hook, NATIVE_CLASS, NULL},
    {"__dir__", object_dir, NATIVE_PLAIN, NULL},
    {"__sizeof__", object_sizeof, NATIVE_PLAIN, NULL},
    {"__reduce__", object_reduce, NATIVE_PLAIN, NULL},
    {"__reduce_ex__", object_reduce, NATIVE_PLAIN, NULL},
    {"__getstate__", get_state, NATIVE_PLAIN, NULL},
    {0},
};

bool object_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct object);
    type->flags |= TYPE_BASE | TYPE_IDENTITY;
    type->create = object_create;
    type->init = object_init;
    type->repr = object_repr;
    type->str = object_str;
    type->hash = object_hash;
    type->compare = object_compare;
    type->format = object_format;
    type->get_attribute = instance_get_attribute;
    type->set_attribute = instance_set_attribute;
    return type_ready(vm, type, object_attributes);
}
