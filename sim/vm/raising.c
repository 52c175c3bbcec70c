// raise and except check what they are given before anything else happens.
#include "vm/raising.h"

#include "vm/exception.h"
#include "vm/list.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

static bool is_exception_class(struct value v) {
    return type_is(v) && (type_of(v)->flags & TYPE_EXCEPTION) != 0;
}

// An instance as it is, of a class a new one; VALUE_ERROR if that raised. [refusal]: the TypeError
// for all else.
static struct value instance_of(struct vm *vm, struct value v, const char *refusal) {
    if (exception_is(v)) {
        return value_keep(v);
    }
    if (!is_exception_class(v)) {
        return raise_error(vm, EXCEPTION_TypeError, "%s", refusal);
    }
    struct value made = vm_call(vm, v, NULL, 0);
    if (!value_is_error(made) && !exception_is(made)) {
        struct value class = vm_repr(vm, v);
        struct value type = vm_repr(vm, value_object(value_type(vm, made)));
        if (!value_is_error(class) && !value_is_error(type)) {
            raise_error(vm, EXCEPTION_TypeError,
                        "calling %s should have returned an instance of BaseException, not %s",
                        str_of(class)->text, str_of(type)->text);
        }
        value_drop(vm, class);
        value_drop(vm, type);
        value_drop(vm, made);
        return VALUE_ERROR;
    }
    return made;
}

void raising_raise(struct vm *vm, struct value exception, struct value cause) {
    struct value made = instance_of(vm, exception, "exceptions must derive from BaseException");
    if (value_is_error(made)) {
        return;
    }
    if (!value_is_absent(cause)) {
        struct value because = VALUE_NONE;
        if (!value_is_none(cause)) {
            because = instance_of(vm, cause, "exception causes must derive from BaseException");
        }
        if (value_is_error(because)) {
            value_drop(vm, made);
            return;
        }
        value_replace(vm, &exception_of(made)->cause, because);
        exception_of(made)->suppress_context = true;
    }
    raise_value(vm, made);
}

static bool check_types(struct vm *vm, struct value types, const char *refusal) {
    const struct value *items = &types;
    size_t count = 1;
    if (tuple_is(types)) {
        items = tuple_of(types)->items;
        count = tuple_of(types)->count;
    }
    for (size_t i = 0; i < count; i++) {
        if (!is_exception_class(items[i])) {
            raise_error(vm, EXCEPTION_TypeError, "%s", refusal);
            return false;
        }
    }
    return true;
}

static bool is_one_of(struct vm *vm, struct value exception, struct value types) {
    if (!tuple_is(types)) {
        return type_is_subtype(value_type(vm, exception), type_of(types));
    }
    for (size_t i = 0; i < tuple_of(types)->count; i++) {
        if (is_one_of(vm, exception, tuple_of(types)->items[i])) {
            return true;
        }
    }
    return false;
}

int raising_matches(struct vm *vm, struct value exception, struct value types) {
    if (!check_types(vm, types,
                     "catching classes that do not inherit from BaseException is not allowed")) {
        return -1;
    }
    return is_one_of(vm, exception, types);
}

bool raising_check_group_types(struct vm *vm, struct value types) {
    if (!check_types(vm, types,
                     "catching classes that do not inherit from BaseException is not allowed")) {
        return false;
    }
    const struct value *items = tuple_is(types) ? tuple_of(types)->items : &types;
    size_t count = tuple_is(types) ? tuple_of(types)->count : 1;
    const struct type *group = exception_type(vm, EXCEPTION_BaseExceptionGroup);
    for (size_t i = 0; i < count; i++) {
        if (type_is_subtype(type_of(items[i]), group)) {
            raise_error(vm, EXCEPTION_TypeError,
                        "catching ExceptionGroup with except* is not allowed. Use except instead.");
            return false;
        }
    }
    return true;
}
