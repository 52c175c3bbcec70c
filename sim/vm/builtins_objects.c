// The builtin functions that ask any object: its attributes, class, length, hash, identity.
#include "vm/builtins.h"

#include "vm/int.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

static bool check_name(struct vm *vm, struct value name) {
    if (!str_is(name)) {
        raise_error(vm, EXCEPTION_TypeError, "attribute name must be string, not '%s'",
                    value_type(vm, name)->name);
        return false;
    }
    return true;
}

struct value builtins_getattr(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object, name, otherwise = VALUE_ABSENT;
    if (!native_args(vm, call, "getattr", "oo|o", &object, &name, &otherwise) ||
        !check_name(vm, name)) {
        return VALUE_ERROR;
    }
    if (value_is_absent(otherwise)) {
        return vm_get_attribute_str(vm, object, str_of(name));
    }
    struct value found = vm_find_attribute_str(vm, object, str_of(name));
    return value_is_absent(found) ? value_keep(otherwise) : found;
}

struct value builtins_hasattr(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object, name;
    if (!native_args(vm, call, "hasattr", "oo", &object, &name) || !check_name(vm, name)) {
        return VALUE_ERROR;
    }
    struct value found = vm_find_attribute_str(vm, object, str_of(name));
    value_drop(vm, found);
    return value_is_error(found) ? VALUE_ERROR : value_bool(!value_is_absent(found));
}

struct value builtins_setattr(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object, name, value;
    bool done = native_args(vm, call, "setattr", "ooo", &object, &name, &value) &&
                check_name(vm, name) && vm_set_attribute_str(vm, object, str_of(name), value);
    return done ? VALUE_NONE : VALUE_ERROR;
}

struct value builtins_delattr(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object, name;
    bool done = native_args(vm, call, "delattr", "oo", &object, &name) && check_name(vm, name) &&
                vm_set_attribute_str(vm, object, str_of(name), VALUE_ABSENT);
    return done ? VALUE_NONE : VALUE_ERROR;
}

struct value builtins_isinstance(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object, class;
    if (!native_args(vm, call, "isinstance", "oo", &object, &class)) {
        return VALUE_ERROR;
    }
    int is = vm_is_instance(vm, object, class);
    return is < 0 ? VALUE_ERROR : value_bool(is);
}

struct value builtins_issubclass(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object, class;
    if (!native_args(vm, call, "issubclass", "oo", &object, &class)) {
        return VALUE_ERROR;
    }
    int is = vm_is_subclass(vm, object, class);
    return is < 0 ? VALUE_ERROR : value_bool(is);
}

struct value builtins_callable(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object;
    return native_one(vm, call, "callable", &object) ? value_bool(vm_is_callable(object))
                                                     : VALUE_ERROR;
}

struct value builtins_len(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object;
    ptrdiff_t length = native_one(vm, call, "len", &object) ? vm_length(vm, object) : -1;
    return length < 0 ? VALUE_ERROR : int_from(vm, length);
}

struct value builtins_hash(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object;
    int64_t hash;
    bool done = native_one(vm, call, "hash", &object) && vm_hash(vm, object, &hash);
    return done ? int_from(vm, hash) : VALUE_ERROR;
}

struct value builtins_id(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object;
    return native_one(vm, call, "id", &object) ? int_from(vm, (int64_t)vm_id(object)) : VALUE_ERROR;
}
