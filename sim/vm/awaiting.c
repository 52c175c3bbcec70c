// The rules of await, async for and yield from, each with its TypeErrors.
#include "vm/awaiting.h"

#include "vm/async_generator.h"
#include "vm/exception.h"
#include "vm/generator.h"
#include "vm/instance.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/vm.h"

static const char *type_name(struct vm *vm, struct value v) {
    return value_type(vm, v)->name;
}

// A coroutine that is suspended at an await belongs to whoever awaits it.
static bool is_being_awaited(const struct generator *coroutine) {
    if (coroutine->state == GENERATOR_SUSPENDED) {
        return coroutine->frame->ip->op == OP_AWAIT;
    }
    while (coroutine->state == GENERATOR_LINKED) {
        coroutine = coroutine->frame->back->generator;
        if (coroutine->state == GENERATOR_SUSPENDED) {
            return true;
        }
    }
    return false;
}

static struct value coroutine_iterator(struct vm *vm, struct value coroutine) {
    if (is_being_awaited(generator_of(coroutine))) {
        return raise_error(vm, EXCEPTION_RuntimeError, "coroutine is being awaited already");
    }
    return value_keep(coroutine);
}

static struct value refuse(struct vm *vm, struct value v, enum awaiting_why why) {
    switch (why) {
    case AWAITING_PLAINLY:
        break;
    case AWAITING_AENTER:
    case AWAITING_AEXIT:
        return raise_error(vm, EXCEPTION_TypeError,
                           "'async with' received an object from %s that does not implement "
                           "__await__: %.100s",
                           why == AWAITING_AENTER ? "__aenter__" : "__aexit__", type_name(vm, v));
    }
    return raise_error(vm, EXCEPTION_TypeError, "object %.100s can't be used in 'await' expression",
                       type_name(vm, v));
}

static struct value check_iterator(struct vm *vm, struct value iterator) {
    if (value_is_error(iterator)) {
        return iterator;
    }
    const struct type *type = value_type(vm, iterator);
    if (generator_is_awaitable(vm, iterator)) {
        raise_error(vm, EXCEPTION_TypeError, "__await__() returned a coroutine");
    } else if (type->next == NULL && type->send == NULL) {
        raise_error(vm, EXCEPTION_TypeError, "__await__() returned non-iterator of type '%.100s'",
                    type->name);
    } else {
        return iterator;
    }
    value_drop(vm, iterator);
    return VALUE_ERROR;
}

struct value awaiting_iterator(struct vm *vm, struct value v, enum awaiting_why why) {
    if (value_is_exactly(v, builtin(vm, BUILTIN_coroutine))) {
        return coroutine_iterator(vm, v);
    }
    if (generator_is_awaitable(vm, v)) {
        return value_keep(v);
    }
    const struct type *type = value_type(vm, v);
    return type->await == NULL ? refuse(vm, v, why) : check_iterator(vm, type->await(vm, v));
}

struct value awaiting_aiter(struct vm *vm, struct value iterable) {
    const struct type *type = value_type(vm, iterable);
    if (type->aiter == NULL) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "'async for' requires an object with __aiter__ method, got %.100s",
                           type->name);
    }
    struct value iterator = type->aiter(vm, iterable);
    if (!value_is_error(iterator) && value_type(vm, iterator)->anext == NULL) {
        raise_error(vm, EXCEPTION_TypeError,
                    "'async for' received an object from __aiter__ that does not implement "
                    "__anext__: %.100s",
                    type_name(vm, iterator));
        value_drop(vm, iterator);
        return VALUE_ERROR;
    }
    return iterator;
}

// Wraps the error of a bad awaitable: it becomes the cause of a better one.
static void explain_anext(struct vm *vm, struct value awaitable) {
    struct value cause = raised_take(vm);
    raise_error(vm, EXCEPTION_TypeError,
                "'async for' received an invalid object from __anext__: %.100s",
                type_name(vm, awaitable));
    struct exception *error = exception_of(vm->raised);
    value_replace(vm, &error->cause, value_keep(cause));
    value_replace(vm, &error->context, cause);
    error->suppress_context = true;
}

struct value awaiting_anext(struct vm *vm, struct value iterator) {
    if (value_is_exactly(iterator, builtin(vm, BUILTIN_async_generator))) {
        return async_generator_anext(vm, iterator);
    }
    const struct type *type = value_type(vm, iterator);
    if (type->anext == NULL) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "'async for' requires an iterator with __anext__ method, got %.100s",
                           type->name);
    }
    struct value awaitable = type->anext(vm, iterator);
    if (value_is_error(awaitable)) {
        return awaitable;
    }
    struct value inner = awaiting_iterator(vm, awaitable, AWAITING_PLAINLY);
    if (value_is_error(inner)) {
        explain_anext(vm, awaitable);
    }
    value_drop(vm, awaitable);
    return inner;
}

struct value awaiting_yield_from(struct vm *vm, struct value iterable, bool in_coroutine) {
    if (value_is_exactly(iterable, builtin(vm, BUILTIN_coroutine))) {
        return in_coroutine ? value_keep(iterable)
                            : raise_error(vm, EXCEPTION_TypeError,
                                          "cannot 'yield from' a coroutine object in a "
                                          "non-coroutine generator");
    }
    return value_is_exactly(iterable, builtin(vm, BUILTIN_generator)) ? value_keep(iterable)
                                                                      : vm_iter(vm, iterable);
}

bool awaiting_is_stop(struct vm *vm, struct value exception) {
    return exception_is_kind(vm, exception, EXCEPTION_StopAsyncIteration);
}

// By the methods that an instance of a class has: __next__() for None, else send().
static struct value send_by_method(struct vm *vm, struct value iterator, struct value sent) {
    bool has_sent = !value_is_none(sent);
    return vm_call_method(vm, iterator, has_sent ? "send" : "__next__", &sent, has_sent);
}

static enum send_result send_plainly(struct vm *vm, struct value iterator, struct value sent) {
    const struct type *type = value_type(vm, iterator);
    bool by_method = (type->flags & TYPE_HEAP) != 0 || !value_is_none(sent);
    struct value given = by_method ? send_by_method(vm, iterator, sent) : type->next(vm, iterator);
    vm->result = value_is_absent(given) ? VALUE_NONE : given;
    if (!value_is_error(given)) {
        return value_is_absent(given) ? SEND_RETURNED : SEND_YIELDED;
    }
    if (!raised_is(vm, EXCEPTION_StopIteration)) {
        return SEND_RAISED;
    }
    struct value stop = raised_take(vm);
    struct value result = value_keep(exception_stop_value(stop));
    value_drop(vm, stop);
    vm->result = result;
    return SEND_RETURNED;
}

enum send_result awaiting_send(struct vm *vm, struct value iterator, struct value sent) {
    const struct type *type = value_type(vm, iterator);
    if (type->send == NULL) {
        return send_plainly(vm, iterator, sent);
    }
    struct value result = VALUE_NONE;
    enum send_result how = type->send(vm, iterator, sent, &result);
    vm->result = result;
    return how;
}
