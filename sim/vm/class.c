// Making a class, step by step, as type.__new__ does it:
//
// its attributes are a copy of the namespace that the class body left; the base whose layout counts
// is chosen and the instances are laid out; the mro is computed and the slots follow from it; then
// the program is told: __set_name__ of the attributes, and __init_subclass__ of the base.
#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/frame.h"
#include "vm/instance.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/wrappers.h"

#define FAMILIES                                                                                   \
    (TYPE_EXCEPTION | TYPE_INT | TYPE_STR | TYPE_LIST | TYPE_TUPLE | TYPE_DICT | TYPE_TYPE |       \
     TYPE_BYTES | TYPE_SET | TYPE_FLOAT)

static struct type *class_new(struct vm *vm, struct type *metaclass, struct str *name) {
    struct type *type = object_new(vm, metaclass, metaclass->size);
    if (type == NULL) {
        return NULL;
    }
    type->flags = TYPE_HEAP | TYPE_BASE;
    type->mro = VALUE_ABSENT;
    type->bases = VALUE_ABSENT;
    type->qualname = VALUE_ABSENT;
    type->module = VALUE_ABSENT;
    struct value interned = str_intern(vm, name->text, name->length);
    if (value_is_error(interned)) {
        value_drop(vm, value_object(type));
        return NULL;
    }
    type->name = str_of(interned)->text; // the vm keeps interned texts
    value_drop(vm, interned);
    return type;
}

static bool take_namespace(struct vm *vm, struct type *type, struct dict *namespace) {
    struct value copy = dict_new(vm);
    if (value_is_error(copy)) {
        return false;
    }
    type->attributes = dict_of(copy);
    uint32_t at = 0;
    struct value key, value;
    while (dict_next(namespace, &at, &key, &value)) {
        if (!dict_set(vm, type->attributes, key, value)) {
            return false;
        }
    }
    return true;
}

// An attribute that the namespace holds: borrowed, ABSENT if there is none.
static struct value entry(struct vm *vm, const struct type *type, enum dunder name) {
    return dict_get_str(type->attributes, dunder(vm, name));
}

static bool take_qualname(struct vm *vm, struct type *type) {
    struct value qualname = entry(vm, type, DUNDER_qualname);
    if (value_is_absent(qualname)) {
        type->qualname = str_from(vm, type->name);
        return !value_is_error(type->qualname);
    }
    if (!str_is(qualname)) {
        raise_error(vm, EXCEPTION_TypeError, "type __qualname__ must be a str, not %s",
                    value_type(vm, qualname)->name);
        return false;
    }
    type->qualname = value_keep(qualname);
    dict_delete_str(vm, type->attributes, dunder(vm, DUNDER_qualname));
    return true;
}

// type('Foo', …) belongs to the module that calls it; a class statement has said so itself.
static bool take_module(struct vm *vm, struct type *type) {
    if (!value_is_absent(entry(vm, type, DUNDER_module))) {
        return true;
    }
    struct dict *globals = frame_globals(vm);
    struct value module =
        globals == NULL ? VALUE_ABSENT : dict_get_str(globals, dunder(vm, DUNDER_name));
    return value_is_absent(module) ||
           dict_set_str(vm, type->attributes, dunder(vm, DUNDER_module), module);
}

// Functions of these names are methods of another kind without a decorator.
static bool wrap_function(struct vm *vm, struct type *type, enum dunder name, bool is_static) {
    struct value function = entry(vm, type, name);
    if (!value_is_exactly(function, builtin(vm, BUILTIN_function))) {
        return true;
    }
    struct value wrapped =
        is_static ? staticmethod_new(vm, function) : classmethod_new(vm, function);
    bool done =
        !value_is_error(wrapped) && dict_set_str(vm, type->attributes, dunder(vm, name), wrapped);
    value_drop(vm, wrapped);
    return done;
}

static bool complete_attributes(struct vm *vm, struct type *type) {
    bool unhashable = !value_is_absent(entry(vm, type, DUNDER_eq)) &&
                      value_is_absent(entry(vm, type, DUNDER_hash));
    if (unhashable && !dict_set_str(vm, type->attributes, dunder(vm, DUNDER_hash), VALUE_NONE)) {
        return false;
    }
    return wrap_function(vm, type, DUNDER_new, true) &&
           wrap_function(vm, type, DUNDER_init_subclass, false) &&
           wrap_function(vm, type, DUNDER_class_getitem, false);
}

static bool complete_doc(struct vm *vm, struct type *type) {
    return !value_is_absent(entry(vm, type, DUNDER_doc)) ||
           dict_set_str(vm, type->attributes, dunder(vm, DUNDER_doc), VALUE_NONE);
}

// super() without arguments finds the class in a cell, which the body has left in the namespace.
static bool fill_class_cell(struct vm *vm, struct type *type) {
    struct value cell = entry(vm, type, DUNDER_classcell);
    if (value_is_absent(cell)) {
        return true;
    }
    if (!value_is_exactly(cell, builtin(vm, BUILTIN_cell))) {
        raise_error(vm, EXCEPTION_TypeError,
                    "__classcell__ must be a nonlocal cell, not <class '%s'>",
                    value_type(vm, cell)->name);
        return false;
    }
    value_replace(vm, &cell_of(cell)->value, value_keep(value_object(type)));
    dict_delete_str(vm, type->attributes, dunder(vm, DUNDER_classcell));
    return true;
}

// Frees what an instance of a class keeps whose layout is a builtin's: what lies before it, then
// what the builtin's own free drops.
static void class_free_instance(struct vm *vm, struct object *object) {
    struct type *type = object->type;
    const struct type *builtin_type = type;
    while ((builtin_type->flags & TYPE_HEAP) != 0) {
        builtin_type = builtin_type->base;
    }
    for (int at = -(int)type->prefix; at < 0; at += (int)sizeof(struct value)) {
        void *place = (char *)object + at;
        if (at != type->dict_offset) {
            value_drop(vm, *(struct value *)place);
        } else if (*(struct dict **)place != NULL) {
            value_drop(vm, value_object(*(struct dict **)place));
        }
    }
    if (builtin_type->free != NULL) {
        builtin_type->free(vm, object);
    }
}

static void inherit(struct vm *vm, struct type *type) {
    const struct type *base = type->base, *root = base;
    while ((root->flags & TYPE_HEAP) != 0) {
        root = root->base;
    }
    size_t count;
    const struct value *mro = sequence_items(type->mro, &count);
    for (size_t i = 1; i < count; i++) {
        type->flags |= type_of(mro[i])->flags & (FAMILIES | TYPE_FINALIZE);
    }
    type->free = root->base == NULL ? instance_free : class_free_instance;
    type->finalize = base->finalize;
    type->send = base->send;
    type->throw = base->throw;
    slots_fill(vm, type);
    if (!value_is_absent(entry(vm, type, DUNDER_del))) {
        type->flags |= TYPE_FINALIZE;
    }
    bool identity = type->hash == builtin(vm, BUILTIN_object)->hash &&
                    type->compare == builtin(vm, BUILTIN_object)->compare;
    type->flags |= identity ? TYPE_IDENTITY : 0;
}

static bool join_bases(struct vm *vm, struct type *type) {
    type->mro = mro_compute(vm, type, type->bases);
    if (value_is_error(type->mro)) {
        type->mro = VALUE_ABSENT;
        return false;
    }
    type->version = ++vm->next_version;
    size_t count;
    const struct value *bases = sequence_items(type->bases, &count);
    for (size_t i = 0; i < count; i++) {
        if (!type_adopt(vm, type_of(bases[i]), type)) {
            return false;
        }
    }
    inherit(vm, type);
    return true;
}

// Telling the program --------------------------------------------------------------------------

static bool tell_name(struct vm *vm, struct type *type, struct value key, struct value value) {
    struct value method = slot_special(vm, value, dunder(vm, DUNDER_set_name));
    if (value_is_absent(method)) {
        return true;
    }
    struct value args[2] = {value_object(type), key};
    struct value result = value_is_error(method) ? method : vm_call(vm, method, args, 2);
    value_drop(vm, method);
    value_drop(vm, result);
    if (!value_is_error(result)) {
        return true;
    }
    struct value name = vm_repr(vm, key);
    if (!value_is_error(name)) {
        exception_add_note(vm, raised(vm), "Error calling __set_name__ on '%s' instance %s in '%s'",
                           value_type(vm, value)->name, str_of(name)->text, type->name);
        value_drop(vm, name);
    }
    return false;
}

// Walks over a copy, since __set_name__ may change the class.
static bool tell_names(struct vm *vm, struct type *type) {
    struct value copy = dict_copy(vm, type->attributes);
    if (value_is_error(copy)) {
        return false;
    }
    uint32_t at = 0;
    struct value key, value;
    bool done = true;
    while (done && dict_next(dict_of(copy), &at, &key, &value)) {
        done = !value_is_object(value) || tell_name(vm, type, key, value);
    }
    value_drop(vm, copy);
    return done;
}

// super(type, type).__init_subclass__(**keywords)
static bool tell_base(struct vm *vm, struct type *type, const struct call *keywords) {
    struct value super = super_new(vm, type, value_object(type));
    if (value_is_error(super)) {
        return false;
    }
    struct value method = vm_get_attribute_str(vm, super, dunder(vm, DUNDER_init_subclass));
    value_drop(vm, super);
    if (value_is_error(method)) {
        return false;
    }
    struct call none = {0};
    struct value result = vm_call_with(vm, method, keywords == NULL ? &none : keywords);
    value_drop(vm, method);
    value_drop(vm, result);
    return !value_is_error(result);
}

static bool build(struct vm *vm, struct type *type, struct dict *namespace,
                  const struct call *keywords) {
    type->base = class_best_base(vm, type->bases);
    return type->base != NULL && take_namespace(vm, type, namespace) && take_qualname(vm, type) &&
           take_module(vm, type) && complete_attributes(vm, type) && class_lay_out(vm, type) &&
           complete_doc(vm, type) && fill_class_cell(vm, type) && join_bases(vm, type) &&
           tell_names(vm, type) && tell_base(vm, type, keywords);
}

struct value type_make(struct vm *vm, struct type *metaclass, struct str *name, struct value bases,
                       struct dict *namespace, const struct call *keywords) {
    struct type *type = class_new(vm, metaclass, name);
    if (type == NULL) {
        return VALUE_ERROR;
    }
    size_t count;
    sequence_items(bases, &count);
    struct value object = value_object(builtin(vm, BUILTIN_object));
    type->bases = count == 0 ? tuple_new(vm, &object, 1) : value_keep(bases);
    if (value_is_error(type->bases)) {
        type->bases = VALUE_ABSENT;
    }
    if (value_is_absent(type->bases) || !build(vm, type, namespace, keywords)) {
        value_drop(vm, value_object(type));
        return VALUE_ERROR;
    }
    return value_object(type);
}
