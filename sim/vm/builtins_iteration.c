// The builtin functions that iterate: iter, next, all, any, aiter, anext.
#include "vm/builtins.h"

#include "vm/anext_awaitable.h"
#include "vm/builtin.h"
#include "vm/generator.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/vm.h"

struct value builtins_iter(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value object, sentinel = VALUE_ABSENT;
    if (!native_args(vm, call, "iter", "o|o", &object, &sentinel)) {
        return VALUE_ERROR;
    }
    if (value_is_absent(sentinel)) {
        return vm_iter(vm, object);
    }
    if (!vm_is_callable(object)) {
        return raise_error(vm, EXCEPTION_TypeError, "iter(v, w): v must be callable");
    }
    return callable_iterator_new(vm, object, sentinel);
}

// The next item by __next__ itself, so that a StopIteration it raises stays what it is.
static struct value next_by_method(struct vm *vm, struct value iterator) {
    struct value method = vm_get_attribute(vm, iterator, "__next__");
    if (value_is_error(method)) {
        return method;
    }
    struct call call = {0};
    struct value item = vm_call_tail(vm, method, &call);
    value_drop(vm, method);
    return item;
}

static struct value next_or(struct vm *vm, struct value iterator, struct value otherwise) {
    struct value item = vm_next(vm, iterator);
    if (!value_is_absent(item)) {
        return item;
    }
    return value_is_absent(otherwise) ? raise_with(vm, EXCEPTION_StopIteration, VALUE_ABSENT)
                                      : value_keep(otherwise);
}

struct value builtins_next(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value iterator, otherwise = VALUE_ABSENT;
    if (!native_args(vm, call, "next", "o|o", &iterator, &otherwise)) {
        return VALUE_ERROR;
    }
    const struct type *type = value_type(vm, iterator);
    if (type->next == NULL) {
        return raise_error(vm, EXCEPTION_TypeError, "'%s' object is not an iterator", type->name);
    }
    if (type == builtin(vm, BUILTIN_generator) && value_is_absent(otherwise)) {
        return generator_next(vm, iterator);
    }
    bool by_method = (type->flags & TYPE_HEAP) != 0 || generator_is(vm, iterator);
    if (by_method && value_is_absent(otherwise)) {
        return next_by_method(vm, iterator);
    }
    return next_or(vm, iterator, otherwise);
}

// Looks for an item whose truth is [sought]: 1, 0, -1.
static int find_truth(struct vm *vm, struct value iterable, int sought) {
    struct value iterator = vm_iter(vm, iterable);
    if (value_is_error(iterator)) {
        return -1;
    }
    int truth;
    do {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            value_drop(vm, iterator);
            return 0;
        }
        truth = value_is_error(item) ? -1 : vm_truth(vm, item);
        value_drop(vm, item);
        truth = vm_tick(vm) ? truth : -1;
    } while (truth >= 0 && truth != sought);
    value_drop(vm, iterator);
    return truth < 0 ? -1 : 1;
}

struct value builtins_all(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value iterable;
    int found = native_one(vm, call, "all", &iterable) ? find_truth(vm, iterable, 0) : -1;
    return found < 0 ? VALUE_ERROR : value_bool(!found);
}

struct value builtins_any(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value iterable;
    int found = native_one(vm, call, "any", &iterable) ? find_truth(vm, iterable, 1) : -1;
    return found < 0 ? VALUE_ERROR : value_bool(found);
}

struct value builtins_aiter(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value iterable;
    if (!native_one(vm, call, "aiter", &iterable)) {
        return VALUE_ERROR;
    }
    const struct type *type = value_type(vm, iterable);
    if (type->aiter == NULL) {
        return raise_error(vm, EXCEPTION_TypeError, "'%s' object is not an async iterable",
                           type->name);
    }
    struct value iterator = type->aiter(vm, iterable);
    if (!value_is_error(iterator) && value_type(vm, iterator)->anext == NULL) {
        raise_error(vm, EXCEPTION_TypeError, "aiter() returned not an async iterator of type '%s'",
                    value_type(vm, iterator)->name);
        value_replace(vm, &iterator, VALUE_ERROR);
    }
    return iterator;
}

struct value builtins_anext(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value iterator, otherwise = VALUE_ABSENT;
    if (!native_args(vm, call, "anext", "o|o", &iterator, &otherwise)) {
        return VALUE_ERROR;
    }
    const struct type *type = value_type(vm, iterator);
    if (type->anext == NULL) {
        return raise_error(vm, EXCEPTION_TypeError, "'%s' object is not an async iterator",
                           type->name);
    }
    struct value awaitable = type->anext(vm, iterator);
    if (value_is_error(awaitable) || value_is_absent(otherwise)) {
        return awaitable;
    }
    struct value result = anext_awaitable_new(vm, awaitable, otherwise);
    value_drop(vm, awaitable);
    return result;
}
