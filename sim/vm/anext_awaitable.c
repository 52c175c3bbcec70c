// It stands between the await and the iterator, and changes one thing: how the end is told.
#include "vm/anext_awaitable.h"

#include "vm/awaiting.h"
#include "vm/exception.h"
#include "vm/generator_types.h"
#include "vm/state.h"

struct anext_awaitable {
    struct object head;
    struct value awaitable; // kept
    struct value iterator;  // of it, made when it is first used; ABSENT before
    struct value fallback;  // kept
};

static struct anext_awaitable *of(struct value v) {
    return (struct anext_awaitable *)value_to_object(v);
}

struct value anext_awaitable_new(struct vm *vm, struct value awaitable, struct value fallback) {
    struct anext_awaitable *made =
        object_new(vm, builtin(vm, BUILTIN_anext_awaitable), sizeof *made);
    if (made == NULL) {
        return VALUE_ERROR;
    }
    made->awaitable = value_keep(awaitable);
    made->iterator = VALUE_ABSENT;
    made->fallback = value_keep(fallback);
    return value_object(made);
}

static void anext_free(struct vm *vm, struct object *object) {
    struct anext_awaitable *self = (struct anext_awaitable *)object;
    value_drop(vm, self->awaitable);
    value_drop(vm, self->iterator);
    value_drop(vm, self->fallback);
}

static bool begin(struct vm *vm, struct anext_awaitable *self) {
    if (value_is_absent(self->iterator)) {
        struct value iterator = awaiting_iterator(vm, self->awaitable, AWAITING_PLAINLY);
        self->iterator = value_is_error(iterator) ? VALUE_ABSENT : iterator;
        return !value_is_error(iterator);
    }
    return true;
}

// The end of the iteration gives the fallback.
static enum send_result finish(struct vm *vm, const struct anext_awaitable *self,
                               enum send_result how, struct value *result) {
    if (how == SEND_RAISED && raised_clear(vm, EXCEPTION_StopAsyncIteration)) {
        *result = value_keep(self->fallback);
        return SEND_RETURNED;
    }
    return how;
}

static enum send_result anext_send(struct vm *vm, struct value v, struct value sent,
                                   struct value *result) {
    struct anext_awaitable *self = of(v);
    if (!begin(vm, self)) {
        return SEND_RAISED;
    }
    enum send_result how = awaiting_send(vm, self->iterator, sent);
    *result = vm->result;
    return finish(vm, self, how, result);
}

static enum send_result anext_throw(struct vm *vm, struct value v, struct value exception,
                                    struct value *result) {
    struct anext_awaitable *self = of(v);
    if (!begin(vm, self)) {
        return SEND_RAISED;
    }
    const struct type *type = value_type(vm, self->iterator);
    if (type->throw == NULL) {
        raise_value(vm, value_keep(exception));
        return SEND_RAISED;
    }
    enum send_result how = type->throw(vm, self->iterator, exception, result);
    return finish(vm, self, how, result);
}

static struct value anext_next(struct vm *vm, struct value self) {
    struct value result = VALUE_NONE;
    switch (anext_send(vm, self, VALUE_NONE, &result)) {
    case SEND_YIELDED:
        return result;
    case SEND_RETURNED:
        return generator_raise_stop(vm, result);
    case SEND_RAISED:
        break;
    }
    return VALUE_ERROR;
}

static struct value itself(struct vm *vm, struct value self) {
    (void)vm;
    return value_keep(self);
}

bool anext_awaitable_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct anext_awaitable);
    type->free = anext_free;
    type->iter = itself;
    type->next = anext_next;
    type->await = itself;
    type->send = anext_send;
    type->throw = anext_throw;
    return type_ready(vm, type, NULL);
}
