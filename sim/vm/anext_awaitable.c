// The type anext_awaitable: passes on what is sent and thrown to the awaitable it wraps, and turns
// its StopAsyncIteration into a return of the default.
#include "vm/anext_awaitable.h"

#include "vm/builtin.h"
#include "vm/exception.h"
#include "vm/generator.h"
#include "vm/iterators.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/vm.h"

struct anext_awaitable {
    struct object head;
    struct value awaitable;
    struct value iterator; // of the awaitable; ABSENT until it is begun
    struct value otherwise;
};

static struct anext_awaitable *awaitable_of(struct value v) {
    return (struct anext_awaitable *)value_to_object(v);
}

struct value anext_awaitable_new(struct vm *vm, struct value awaitable, struct value otherwise) {
    struct anext_awaitable *made =
        object_new(vm, builtin(vm, BUILTIN_anext_awaitable), sizeof *made);
    if (made == NULL) {
        return VALUE_ERROR;
    }
    made->awaitable = value_keep(awaitable);
    made->iterator = VALUE_ABSENT;
    made->otherwise = value_keep(otherwise);
    return value_object(made);
}

static void release(struct vm *vm, struct object *object) {
    struct anext_awaitable *self = (struct anext_awaitable *)object;
    value_drop(vm, self->awaitable);
    value_drop(vm, self->iterator);
    value_drop(vm, self->otherwise);
}

// Makes sure that there is an iterator; false if raised.
static bool begin(struct vm *vm, struct anext_awaitable *self) {
    if (!value_is_absent(self->iterator)) {
        return true;
    }
    const struct type *type = value_type(vm, self->awaitable);
    struct value iterator =
        type->await != NULL
            ? type->await(vm, self->awaitable)
            : raise_error(vm, EXCEPTION_TypeError, "object %s can't be used in 'await' expression",
                          type->name);
    if (value_is_error(iterator)) {
        return false;
    }
    self->iterator = iterator;
    return true;
}

// The outcome of a call of the iterator's own send() or throw().
static enum send_result outcome_of_call(struct vm *vm, struct value given, struct value *result) {
    if (!value_is_error(given)) {
        *result = given;
        return SEND_YIELDED;
    }
    if (!raised_is(vm, EXCEPTION_StopIteration)) {
        return SEND_RAISED;
    }
    struct value stop = raised_take(vm);
    *result = value_keep(exception_stop_value(stop));
    value_drop(vm, stop);
    return SEND_RETURNED;
}

// At the end of the asynchronous iterator the default is the result.
static enum send_result settle(struct vm *vm, struct anext_awaitable *self, enum send_result how,
                               struct value *result) {
    if (how == SEND_RAISED && raised_clear(vm, EXCEPTION_StopAsyncIteration)) {
        *result = value_keep(self->otherwise);
        return SEND_RETURNED;
    }
    return how;
}

static enum send_result send(struct vm *vm, struct value v, struct value sent,
                             struct value *result) {
    struct anext_awaitable *self = awaitable_of(v);
    if (!begin(vm, self)) {
        return settle(vm, self, SEND_RAISED, result);
    }
    const struct type *type = value_type(vm, self->iterator);
    if (type->send != NULL) {
        return settle(vm, self, type->send(vm, self->iterator, sent, result), result);
    }
    bool plain = value_is_none(sent);
    struct value given =
        vm_call_method(vm, self->iterator, plain ? "__next__" : "send", &sent, plain ? 0 : 1);
    return settle(vm, self, outcome_of_call(vm, given, result), result);
}

static enum send_result throw(struct vm * vm, struct value v, struct value exception,
                              struct value *result) {
    struct anext_awaitable *self = awaitable_of(v);
    if (!begin(vm, self)){return settle(vm, self, SEND_RAISED, result);}
const struct type *type = value_type(vm, self->iterator);
if (type->throw != NULL) {
    return settle(vm, self, type->throw(vm, self->iterator, exception, result), result);
}
struct value given = vm_call_method(vm, self->iterator, "throw", &exception, 1);
return settle(vm, self, outcome_of_call(vm, given, result), result);
}

static struct value outcome(struct vm *vm, enum send_result how, struct value result) {
    return how == SEND_YIELDED    ? result
           : how == SEND_RETURNED ? generator_raise_stop(vm, result)
                                  : VALUE_ERROR;
}

// next() for an await that is driven from Python: a return is a StopIteration with its value.
static struct value next(struct vm *vm, struct value self) {
    struct value result = VALUE_NONE;
    return outcome(vm, send(vm, self, VALUE_NONE, &result), result);
}

static struct value send_method(struct vm *vm, struct value self, const struct call *call) {
    struct value sent, result = VALUE_NONE;
    if (!native_args(vm, call, "send", "o", &sent)) {
        return VALUE_ERROR;
    }
    return outcome(vm, send(vm, self, sent, &result), result);
}

static struct value throw_method(struct vm *vm, struct value self, const struct call *call) {
    struct value exception, result = VALUE_NONE;
    if (!native_args(vm, call, "throw", "o", &exception)) {
        return VALUE_ERROR;
    }
    struct value instance = exception_from_raise(vm, exception);
    if (value_is_error(instance)) {
        return instance;
    }
    enum send_result how = throw(vm, self, instance, &result);
    value_drop(vm, instance);
    return outcome(vm, how, result);
}

static struct value close_method(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "close", "")) {
        return VALUE_ERROR;
    }
    struct value iterator = awaitable_of(self)->iterator;
    return value_is_absent(iterator) ? VALUE_NONE : vm_call_method(vm, iterator, "close", NULL, 0);
}

static const struct native methods[] = {
    {"send", send_method, NATIVE_PLAIN, NULL},
    {"throw", throw_method, NATIVE_PLAIN, NULL},
    {"close", close_method, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

bool anext_awaitable_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct anext_awaitable);
    type->free = release;
    type->iter = iterator_itself;
    type->next = next;
    type->await = iterator_itself;
    type->send = send;
    type->throw = throw;
    return type_ready(vm, type, methods);
}
