// The iterator of `await future`: yields the future until it is done, then gives its result.
#include "loop/natives.h"
#include "loop/state.h"
#include "vm/builtin.h"
#include "vm/raise.h"
#include "vm/type.h"

struct future_iterator {
    struct object head;
    struct value future; // ABSENT once it has ended
};

struct value future_iterator_new(struct vm *vm, struct value self) {
    if (future_of(self)->loop == NULL) {
        return raise_error(vm, EXCEPTION_RuntimeError, "Future object is not initialized.");
    }
    struct type *type = sim_of(vm)->types.future_iterator;
    struct future_iterator *iterator = object_new(vm, type, sizeof *iterator);
    if (iterator == NULL) {
        return VALUE_ERROR;
    }
    iterator->future = value_keep(self);
    return value_object(iterator);
}

static enum send_result iterator_send(struct vm *vm, struct value self, struct value sent,
                                      struct value *out) {
    (void)sent;
    struct future_iterator *iterator = (struct future_iterator *)value_to_object(self);
    if (value_is_absent(iterator->future)) {
        *out = VALUE_NONE;
        return SEND_RETURNED;
    }
    struct future *future = future_of(iterator->future);
    if (future->state == FUTURE_PENDING) {
        if (!future->blocking) {
            future->blocking = true;
            *out = value_keep(iterator->future);
            return SEND_YIELDED;
        }
        raise_error(vm, EXCEPTION_RuntimeError, "await wasn't used with future");
        return SEND_RAISED;
    }
    *out = future_result(vm, future);
    value_replace(vm, &iterator->future, VALUE_ABSENT);
    return value_is_error(*out) ? SEND_RAISED : SEND_RETURNED;
}

static enum send_result iterator_throw(struct vm *vm, struct value self, struct value exception,
                                       struct value *out) {
    struct future_iterator *iterator = (struct future_iterator *)value_to_object(self);
    value_replace(vm, &iterator->future, VALUE_ABSENT);
    *out = VALUE_ERROR;
    raise_value(vm, value_keep(exception));
    return SEND_RAISED;
}

static struct value iterator_next(struct vm *vm, struct value self) {
    struct value out;
    enum send_result result_kind = iterator_send(vm, self, VALUE_NONE, &out);
    if (result_kind == SEND_YIELDED) {
        return out;
    }
    if (result_kind == SEND_RETURNED) {
        raise_with(vm, EXCEPTION_StopIteration, out);
        value_drop(vm, out);
    }
    return VALUE_ERROR;
}

static struct value iterator_self(struct vm *vm, struct value self) {
    (void)vm;
    return value_keep(self);
}

static void iterator_free(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct future_iterator *)object)->future);
}

static struct value iterator_send_method(struct vm *vm, struct value self,
                                         const struct call *call) {
    struct value sent;
    if (!native_args(vm, call, "send", "o", &sent)) {
        return VALUE_ERROR;
    }
    return iterator_next(vm, self);
}

static struct value iterator_throw_method(struct vm *vm, struct value self,
                                          const struct call *call) {
    struct value exception_value, value = VALUE_NONE, traceback = VALUE_NONE, out;
    if (!native_args(vm, call, "throw", "o|oo", &exception_value, &value, &traceback)) {
        return VALUE_ERROR;
    }
    if (type_is(exception_value)) {
        struct value instance = vm_call(vm, exception_value, &value, value_is_none(value) ? 0 : 1);
        if (!value_is_error(instance)) {
            iterator_throw(vm, self, instance, &out);
        }
        value_drop(vm, instance);
        return VALUE_ERROR;
    }
    iterator_throw(vm, self, exception_value, &out);
    return VALUE_ERROR;
}

static const struct native iterator_methods[] = {
    {"send", iterator_send_method, NATIVE_PLAIN, NULL},
    {"throw", iterator_throw_method, NATIVE_PLAIN, NULL},
    {0},
};

bool future_iterator_type_init(struct vm *vm, struct sim *sim) {
    struct type *type = type_new_builtin(vm, "_asyncio.FutureIter", builtin(vm, BUILTIN_object));
    if (type == NULL) {
        return false;
    }
    type->size = sizeof(struct future_iterator);
    type->free = iterator_free;
    type->iter = iterator_self;
    type->next = iterator_next;
    type->send = iterator_send;
    type->throw = iterator_throw;
    sim->types.future_iterator = type;
    return type_ready(vm, type, iterator_methods);
}
