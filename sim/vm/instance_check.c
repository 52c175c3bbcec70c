// isinstance and issubclass: classes, tuples of them, unions, and classes whose metaclass decides.
#include "vm/list.h"
#include "vm/proxies.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/state.h"
#include "vm/type.h"

// One of the two questions; 0, 1, -1.
typedef int question(struct vm *vm, struct value v, struct value class_or_tuple);

static int any_of(struct vm *vm, question *ask, struct value v, struct value tuple) {
    size_t count;
    const struct value *items = sequence_items(tuple, &count);
    for (size_t i = 0; i < count; i++) {
        struct value item = items[i];
        item = value_is_none(item) ? value_object(builtin(vm, BUILTIN_none)) : item;
        int answer = ask(vm, v, item);
        if (answer != 0) {
            return answer;
        }
    }
    return 0;
}

// Asks the metaclass's [method], if it is not type's own: 0, 1, -1, or 2 if there is nothing to
// ask.
static int ask_metaclass(struct vm *vm, enum dunder method, struct value class, struct value v) {
    struct type *metaclass = value_type(vm, class);
    if (metaclass == builtin(vm, BUILTIN_type)) {
        return 2;
    }
    struct value answer = slot_call(vm, class, method, &v, 1);
    if (value_is_absent(answer)) {
        return 2;
    }
    int truth = value_is_error(answer) ? -1 : vm_truth(vm, answer);
    value_drop(vm, answer);
    return truth;
}

static int refuse(struct vm *vm, struct value class, const char *function, const char *what) {
    if (generic_alias_is(vm, class)) {
        raise_error(vm, EXCEPTION_TypeError, "%s() argument 2 cannot be a parameterized generic",
                    function);
    } else {
        raise_error(vm, EXCEPTION_TypeError, "%s() arg 2 must be %s, a tuple of %s, or a union",
                    function, what, *what == 'a' && what[2] == 't' ? "types" : "classes");
    }
    return -1;
}

int vm_is_instance(struct vm *vm, struct value v, struct value class_or_tuple) {
    if (value_is(value_object(value_type(vm, v)), class_or_tuple)) {
        return 1;
    }
    if (tuple_is(class_or_tuple)) {
        return any_of(vm, vm_is_instance, v, class_or_tuple);
    }
    if (union_is(vm, class_or_tuple)) {
        return any_of(vm, vm_is_instance, v, union_args(class_or_tuple));
    }
    int asked = ask_metaclass(vm, DUNDER_instancecheck, class_or_tuple, v);
    if (asked != 2) {
        return asked;
    }
    if (!type_is(class_or_tuple)) {
        return refuse(vm, class_or_tuple, "isinstance", "a type");
    }
    return type_is_subtype(value_type(vm, v), type_of(class_or_tuple));
}

int vm_is_subclass(struct vm *vm, struct value class, struct value class_or_tuple) {
    if (tuple_is(class_or_tuple)) {
        return any_of(vm, vm_is_subclass, class, class_or_tuple);
    }
    if (union_is(vm, class_or_tuple)) {
        return any_of(vm, vm_is_subclass, class, union_args(class_or_tuple));
    }
    int asked = ask_metaclass(vm, DUNDER_subclasscheck, class_or_tuple, class);
    if (asked != 2) {
        return asked;
    }
    if (!type_is(class)) {
        raise_error(vm, EXCEPTION_TypeError, "issubclass() arg 1 must be a class");
        return -1;
    }
    if (!type_is(class_or_tuple)) {
        return refuse(vm, class_or_tuple, "issubclass", "a class");
    }
    return type_is_subtype(type_of(class), type_of(class_or_tuple));
}
