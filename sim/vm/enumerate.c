// The type enumerate.
#include "vm/builtin.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/proxies.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

struct enumerate {
    struct object head;
    struct value iterator;
    struct value number; // an int: of the next item
};

static struct enumerate *enumerate_of(struct value v) {
    return (struct enumerate *)value_to_object(v);
}

// Steals both, either of which may be VALUE_ERROR.
static struct value make(struct vm *vm, struct type *type, struct value iterator,
                         struct value number) {
    bool failed = value_is_error(iterator) || value_is_error(number);
    struct enumerate *enumerate = failed ? NULL : object_new(vm, type, type->size);
    if (enumerate == NULL) {
        value_drop(vm, iterator);
        value_drop(vm, number);
        return VALUE_ERROR;
    }
    enumerate->iterator = iterator;
    enumerate->number = number;
    return value_object(enumerate);
}

static bool check_names(struct vm *vm, const struct call *call) {
    for (size_t i = 0; i < call->keyword_count; i++) {
        const struct str *name = str_of(call->keywords[i]);
        if (!str_equals(name, "iterable") && !str_equals(name, "start")) {
            raise_error(vm, EXCEPTION_TypeError,
                        "'%s' is an invalid keyword argument for enumerate()", name->text);
            return false;
        }
    }
    return true;
}

static struct value create(struct vm *vm, struct type *type, const struct call *call) {
    struct value iterable, start = value_small(0);
    if (call->count + call->keyword_count == 0) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "enumerate() missing required argument 'iterable'");
    }
    if (!check_names(vm, call) ||
        !native_args(vm, call, "enumerate", "o:iterable|o:start", &iterable, &start)) {
        return VALUE_ERROR;
    }
    struct value number = index_value(vm, start);
    return make(vm, type, value_is_error(number) ? number : vm_iter(vm, iterable), number);
}

static void release(struct vm *vm, struct object *object) {
    struct enumerate *enumerate = (struct enumerate *)object;
    value_drop(vm, enumerate->iterator);
    value_drop(vm, enumerate->number);
}

static struct value next(struct vm *vm, struct value self) {
    struct value item = vm_next(vm, enumerate_of(self)->iterator);
    if (value_is_absent(item) || value_is_error(item)) {
        return item;
    }
    struct value number = enumerate_of(self)->number;
    struct value after = int_binary(vm, BINARY_ADD, number, value_small(1));
    if (value_is_error(after)) {
        value_drop(vm, item);
        return after;
    }
    enumerate_of(self)->number = after;
    return tuple_steal(vm, (struct value[]){number, item}, 2);
}

static struct value class_item(struct vm *vm, struct value self, const struct call *call) {
    struct value arguments;
    if (!native_args(vm, call, "__class_getitem__", "o", &arguments)) {
        return VALUE_ERROR;
    }
    return generic_alias_new(vm, self, arguments);
}

static const struct native methods[] = {
    {"__class_getitem__", class_item, NATIVE_CLASS, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

bool enumerate_type_ready(struct vm *vm, struct type *type) {
    type->flags |= TYPE_BASE;
    type->size = sizeof(struct enumerate);
    type->create = create;
    type->free = release;
    type->iter = iterator_itself;
    type->next = next;
    return type_ready(vm, type, methods);
}
