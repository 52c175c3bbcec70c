// The type `type`: calling a class makes an instance.
#include "vm/type.h"

#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/list.h"
#include "vm/proxies.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/str.h"

static struct value type_call(struct vm *vm, struct value self, const struct call *call) {
    struct type *type = type_of(self);
    if (type == builtin(vm, BUILTIN_type)) {
        if (call->count == 1 && call->keyword_count == 0) {
            return value_keep(value_object(value_type(vm, call->args[0])));
        }
        if (call->count != 3) {
            return raise_error(vm, EXCEPTION_TypeError, "type() takes 1 or 3 arguments");
        }
    }
    if (type->create == NULL) {
        return raise_error(vm, EXCEPTION_TypeError, "cannot create '%s' instances", type->name);
    }
    struct value instance = type->create(vm, type, call);
    if (value_is_error(instance)) {
        return instance;
    }
    struct type *made = value_type(vm, instance);
    if (type_is_subtype(made, type) && made->init != NULL && !made->init(vm, instance, call)) {
        value_drop(vm, instance);
        return VALUE_ERROR;
    }
    return instance;
}

static bool check_parts(struct vm *vm, const struct call *call) {
    static const char *const kinds[] = {"str", "tuple", "dict"};
    static const unsigned families[] = {TYPE_STR, TYPE_TUPLE, TYPE_DICT};
    if (call->count != 3) {
        raise_error(vm, EXCEPTION_TypeError, "type.__new__() takes exactly 3 arguments (%zu given)",
                    call->count);
        return false;
    }
    for (size_t i = 0; i < 3; i++) {
        if (!value_has_family(call->args[i], families[i])) {
            raise_error(vm, EXCEPTION_TypeError, "type.__new__() argument %zu must be %s, not %s",
                        i + 1, kinds[i], value_type(vm, call->args[i])->name);
            return false;
        }
    }
    return true;
}

// type.__new__(metaclass, name, bases, namespace, **keywords)
static struct value type_create(struct vm *vm, struct type *type, const struct call *call) {
    if (!check_parts(vm, call)) {
        return VALUE_ERROR;
    }
    struct type *metaclass = type_metaclass(vm, type, call->args[1]);
    if (metaclass == NULL) {
        return VALUE_ERROR;
    }
    if (metaclass != type && metaclass->create != type_create) {
        return metaclass->create(vm, metaclass, call);
    }
    struct call keywords = {
        .args = call->args + 3, .keyword_count = call->keyword_count, .keywords = call->keywords};
    return type_make(vm, metaclass, str_of(call->args[0]), call->args[1], dict_of(call->args[2]),
                     &keywords);
}

static bool type_init(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (call->count == 1 || call->count == 3) {
        return true;
    }
    raise_error(vm, EXCEPTION_TypeError, "type.__init__() takes 1 or 3 arguments");
    return false;
}

struct type *type_metaclass(struct vm *vm, struct type *metaclass, struct value bases) {
    size_t count;
    const struct value *items = sequence_items(bases, &count);
    for (size_t i = 0; i < count; i++) {
        struct type *other = value_type(vm, items[i]);
        if (type_is_subtype(other, metaclass)) {
            metaclass = other;
        } else if (!type_is_subtype(metaclass, other)) {
            raise_error(vm, EXCEPTION_TypeError,
                        "metaclass conflict: the metaclass of a derived class must be a "
                        "(non-strict) subclass of the metaclasses of all its bases");
            return NULL;
        }
    }
    return metaclass;
}

struct value type_plain_init(struct vm *vm, struct type *type) {
    bool plain = type->create == object_create && type->init != NULL &&
                 (type->flags & (TYPE_ABSTRACT | TYPE_HEAP)) == TYPE_HEAP &&
                 type->head.type->call == type_call;
    if (!plain) {
        return VALUE_ABSENT;
    }
    struct value init = type_lookup(vm, type, dunder(vm, DUNDER_init));
    return value_is_exactly(init, builtin(vm, BUILTIN_function)) ? init : VALUE_ABSENT;
}

void type_init_returned(struct vm *vm, struct value result) {
    raise_error(vm, EXCEPTION_TypeError, "__init__() should return None, not '%s'",
                value_type(vm, result)->name);
}

void type_full_name(struct vm *vm, const struct type *type, struct buf *out) {
    struct value module = VALUE_ABSENT;
    if ((type->flags & TYPE_HEAP) != 0) {
        module = dict_get_str(type->attributes, dunder(vm, DUNDER_module));
    }
    if (str_is(module) && !str_equals(str_of(module), "builtins")) {
        buf_printf(out, "%s.", str_of(module)->text);
    }
    buf_puts(out, str_is(type->qualname) ? str_of(type->qualname)->text : type->name);
}

static struct value type_repr(struct vm *vm, struct value self) {
    struct buf text = {0};
    buf_puts(&text, "<class '");
    type_full_name(vm, type_of(self), &text);
    buf_puts(&text, "'>");
    return str_take(vm, &text);
}

static struct value type_binary(struct vm *vm, enum binary_op op, struct value left,
                                struct value right) {
    return op == BINARY_OR ? union_new(vm, left, right) : VALUE_NOT_IMPLEMENTED;
}

// Frees a class: the instances, which keep it, are gone.
static void type_free(struct vm *vm, struct object *object) {
    struct type *type = (struct type *)object;
    if (!value_is_absent(type->bases)) {
        size_t count;
        const struct value *bases = sequence_items(type->bases, &count);
        for (size_t i = 0; i < count; i++) {
            type_disown(type_of(bases[i]), type);
        }
    }
    heap_free(vm, type->subclasses.items,
              type->subclasses.capacity * sizeof *type->subclasses.items);
    value_drop(vm, type->mro);
    value_drop(vm, type->bases);
    value_drop(vm, type->qualname);
    value_drop(vm, type->module);
    if (type->attributes != NULL) {
        value_drop(vm, value_object(type->attributes));
    }
}

bool type_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct type);
    type->flags |= TYPE_TYPE | TYPE_BASE | TYPE_IDENTITY;
    type->free = type_free;
    type->call = type_call;
    type->create = type_create;
    type->init = type_init;
    type->repr = type_repr;
    type->binary = type_binary;
    type->get_attribute = type_get_attribute_slot;
    type->set_attribute = type_set_attribute_slot;
    return type_ready(vm, type, type_attributes);
}
