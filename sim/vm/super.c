// super: attributes as the classes behind a given one in the order of bases have them.
#include "vm/dict.h"
#include "vm/frame.h"
#include "vm/instance.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/wrappers.h"

struct super {
    struct object head;
    struct type *type;        // kept; NULL until __init__
    struct value object;      // kept; ABSENT: unbound
    struct type *object_type; // in whose mro is looked: not kept, as [object] keeps it
};

static struct super *super_of(struct value v) {
    return (struct super *)value_to_object(v);
}

// The type in whose mro to look for super(type, object); NULL with TypeError raised.
static struct type *check_object(struct vm *vm, struct type *type, struct value object) {
    if (type_is(object) && type_is_subtype(type_of(object), type)) {
        return type_of(object);
    }
    struct type *object_type = value_type(vm, object);
    if (type_is_subtype(object_type, type)) {
        return object_type;
    }
    raise_error(vm, EXCEPTION_TypeError,
                "super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).",
                type_is(object) ? "type" : "instance of",
                type_is(object) ? type_of(object)->name : object_type->name, type->name);
    return NULL;
}

// What the classes behind [type] in the mro of [object_type] have: borrowed or ABSENT.
static struct value look_behind(const struct type *type, const struct type *object_type,
                                struct str *name) {
    size_t count, at = 0;
    const struct value *mro = sequence_items(object_type->mro, &count);
    while (at < count && type_of(mro[at]) != type) {
        at++;
    }
    for (at++; at < count; at++) {
        struct value found = dict_get_str(type_of(mro[at])->attributes, name);
        if (!value_is_absent(found)) {
            return found;
        }
    }
    return VALUE_ABSENT;
}

// A class as object (in a classmethod) is not an instance: what is found is got from the class.
static struct value bind(struct vm *vm, struct value found, struct value object,
                         struct type *object_type) {
    bool is_class = type_is(object) && type_of(object) == object_type;
    return instance_bind(vm, found, is_class ? VALUE_ABSENT : object, object_type);
}

static void super_set(struct vm *vm, struct super *super, struct type *type, struct value object,
                      struct type *object_type) {
    struct type *old = super->type;
    value_keep(value_object(type));
    super->type = type;
    super->object_type = object_type;
    value_replace(vm, &super->object, value_keep(object));
    if (old != NULL) {
        value_drop(vm, value_object(old));
    }
}

static struct value super_create(struct vm *vm, struct type *type, const struct call *call) {
    (void)call;
    struct super *super = object_new(vm, type, sizeof *super);
    if (super == NULL) {
        return VALUE_ERROR;
    }
    super->object = VALUE_ABSENT;
    return value_object(super);
}

struct value super_new(struct vm *vm, struct type *type, struct value object) {
    struct type *object_type = check_object(vm, type, object);
    if (object_type == NULL) {
        return VALUE_ERROR;
    }
    struct value super = super_create(vm, builtin(vm, BUILTIN_super), NULL);
    if (!value_is_error(super)) {
        super_set(vm, super_of(super), type, object, object_type);
    }
    return super;
}

// super() --------------------------------------------------------------------------------------

static bool refuse(struct vm *vm, const char *what) {
    raise_error(vm, EXCEPTION_RuntimeError, "super(): %s", what);
    return false;
}

// The value of a slot, also if it is in a cell; ABSENT if unbound.
static struct value slot_value(struct vm *vm, struct value slot) {
    return value_is_exactly(slot, builtin(vm, BUILTIN_cell)) ? cell_of(slot)->value : slot;
}

// The class that the method which calls super() was written in: its free variable __class__.
static struct value find_class(struct vm *vm, const struct frame *frame) {
    const struct code *code = frame->loaded->code;
    for (uint16_t i = 0; i < code->slot_count; i++) {
        if (code->slots[i].kind == SLOT_FREE &&
            strcmp(code->slots[i].name->text, "__class__") == 0) {
            return slot_value(vm, frame->slots[i]);
        }
    }
    return VALUE_ERROR;
}

// Finds what super() without arguments means where it is called.
static bool find_implied(struct vm *vm, struct type **type, struct value *object) {
    const struct frame *frame = frame_current(vm, 0);
    if (frame == NULL) {
        return refuse(vm, "no current frame");
    }
    if (frame->loaded->code->positional == 0) {
        return refuse(vm, "no arguments");
    }
    *object = slot_value(vm, frame->slots[0]);
    if (value_is_absent(*object)) {
        return refuse(vm, "arg[0] deleted");
    }
    struct value class = find_class(vm, frame);
    if (value_is_error(class)) {
        return refuse(vm, "__class__ cell not found");
    }
    if (value_is_absent(class)) {
        return refuse(vm, "empty __class__ cell");
    }
    *type = type_of(class);
    return true;
}

static bool super_init(struct vm *vm, struct value self, const struct call *call) {
    struct value object = VALUE_NONE;
    struct type *type, *object_type = NULL;
    if (!native_count(vm, call, "super", 0, 2)) {
        return false;
    }
    if (call->count == 0) {
        if (!find_implied(vm, &type, &object)) {
            return false;
        }
    } else if (!type_is(call->args[0])) {
        raise_error(vm, EXCEPTION_TypeError, "super() argument 1 must be a type, not %s",
                    value_type(vm, call->args[0])->name);
        return false;
    } else {
        type = type_of(call->args[0]);
        object = call->count == 2 ? call->args[1] : VALUE_NONE;
    }
    if (value_is_none(object)) {
        object = VALUE_ABSENT;
    } else if ((object_type = check_object(vm, type, object)) == NULL) {
        return false;
    }
    super_set(vm, super_of(self), type, object, object_type);
    return true;
}

// Attributes --------------------------------------------------------------------------------------

static struct value super_get_attribute(struct vm *vm, struct value self, struct str *name) {
    const struct super *super = super_of(self);
    if (super->object_type != NULL && name != dunder(vm, DUNDER_class)) {
        struct value found = look_behind(super->type, super->object_type, name);
        if (!value_is_absent(found)) {
            return bind(vm, found, super->object, super->object_type);
        }
    }
    return instance_get_attribute(vm, self, name);
}

struct value super_get_method(struct vm *vm, struct value type, struct value object,
                              struct str *name, bool *bound) {
    *bound = false;
    struct type *object_type = type_is(type) ? check_object(vm, type_of(type), object) : NULL;
    if (object_type == NULL) {
        return type_is(type) ? VALUE_ERROR
                             : raise_error(vm, EXCEPTION_TypeError,
                                           "super() argument 1 must be a type, not %s",
                                           value_type(vm, type)->name);
    }
    struct value found = look_behind(type_of(type), object_type, name);
    if (value_is_absent(found) || name == dunder(vm, DUNDER_class)) {
        struct value super = super_new(vm, type_of(type), object);
        struct value result = value_is_error(super) ? super : super_get_attribute(vm, super, name);
        value_drop(vm, super);
        return result;
    }
    bool is_class = type_is(object) && type_of(object) == object_type;
    *bound = !is_class && value_is_exactly(found, builtin(vm, BUILTIN_function));
    return *bound ? value_keep(found) : bind(vm, found, object, object_type);
}

static void super_free(struct vm *vm, struct object *object) {
    struct super *super = (struct super *)object;
    value_drop(vm, super->object);
    if (super->type != NULL) {
        value_drop(vm, value_object(super->type));
    }
}

static struct value super_repr(struct vm *vm, struct value self) {
    const struct super *super = super_of(self);
    const char *name = super->type == NULL ? "NULL" : super->type->name;
    return super->object_type == NULL ? str_format(vm, "<super: <class '%s'>, NULL>", name)
                                      : str_format(vm, "<super: <class '%s'>, <%s object>>", name,
                                                   super->object_type->name);
}

static struct value get_this_class(struct vm *vm, struct value self, const struct call *call) {
    const struct super *super = super_of(self);
    (void)vm, (void)call;
    return super->type == NULL ? VALUE_NONE : value_keep(value_object(super->type));
}

static struct value get_self(struct vm *vm, struct value self, const struct call *call) {
    const struct super *super = super_of(self);
    (void)vm, (void)call;
    return value_is_absent(super->object) ? VALUE_NONE : value_keep(super->object);
}

static const struct native super_attributes[] = {
    {"__thisclass__", get_this_class, NATIVE_GETTER, NULL},
    {"__self__", get_self, NATIVE_GETTER, NULL},
    {0},
};

bool super_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct super);
    type->flags |= TYPE_BASE;
    type->free = super_free;
    type->create = super_create;
    type->init = super_init;
    type->repr = super_repr;
    type->get_attribute = super_get_attribute;
    return type_ready(vm, type, super_attributes);
}
