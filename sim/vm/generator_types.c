// The types generator and coroutine, and the coroutine_wrapper that __await__() gives.
//
// Their send() and throw() never recurse in C: they link the generator to the calling frame and
// give VALUE_PUSHED.
#include "vm/generator_types.h"

#include "base/buf.h"
#include "vm/exception.h"
#include "vm/list.h"
#include "vm/resume.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/warn.h"

struct wrapper {
    struct object head;
    struct value coroutine; // kept
};

static struct value wrapped(struct value self) {
    return ((struct wrapper *)value_to_object(self))->coroutine;
}

// The generator that [self] is or stands for.
static struct generator *target(struct vm *vm, struct value self) {
    bool is_wrapper = value_is_exactly(self, builtin(vm, BUILTIN_coroutine_wrapper));
    return generator_of(is_wrapper ? wrapped(self) : self);
}

// Methods ----------------------------------------------------------------------------------------

static struct value send_value(struct vm *vm, struct generator *generator, struct value sent) {
    if (generator_has_ended(vm, generator)) {
        return value_is_absent(vm->raised) ? generator_raise_stop(vm, VALUE_NONE) : VALUE_ERROR;
    }
    return resume_root(vm, generator, value_keep(sent), RESUMER_CALL) ? VALUE_PUSHED : VALUE_ERROR;
}

static struct value send(struct vm *vm, struct value self, const struct call *call) {
    struct value sent = VALUE_NONE;
    return native_args(vm, call, "send", "o", &sent) ? send_value(vm, target(vm, self), sent)
                                                     : VALUE_ERROR;
}

struct value generator_next(struct vm *vm, struct value generator) {
    return send_value(vm, generator_of(generator), VALUE_NONE);
}

static struct value next_method(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "__next__", "") ? send_value(vm, target(vm, self), VALUE_NONE)
                                                 : VALUE_ERROR;
}

static struct value make_exception(struct vm *vm, struct value type, struct value value) {
    if (value_is_none(value)) {
        return vm_call(vm, type, NULL, 0);
    }
    if (exception_is(value)) {
        return value_keep(value);
    }
    bool spread = tuple_is(value);
    return spread ? vm_call(vm, type, tuple_of(value)->items, tuple_of(value)->count)
                  : vm_call(vm, type, &value, 1);
}

static void warn_of_signature(struct vm *vm, const char *function) {
    struct buf text = {0};
    buf_printf(&text,
               "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature "
               "instead.",
               function);
    warn_at(vm, "DeprecationWarning", buf_text(&text), NULL, 0);
    buf_free(&text);
}

struct value generator_thrown(struct vm *vm, const struct call *call, const char *function) {
    if (!native_count(vm, call, function, 1, 3)) {
        return VALUE_ERROR;
    }
    struct value type = call->args[0];
    struct value value = call->count > 1 ? call->args[1] : VALUE_NONE;
    if (call->count > 1) {
        warn_of_signature(vm, function);
    }
    if (exception_is(type)) {
        return value_is_none(value)
                   ? value_keep(type)
                   : raise_error(vm, EXCEPTION_TypeError,
                                 "instance exception may not have a separate value");
    }
    if (!type_is(type) || (type_of(type)->flags & TYPE_EXCEPTION) == 0) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "exceptions must be classes or instances deriving from BaseException, "
                           "not %s",
                           value_type(vm, type)->name);
    }
    return make_exception(vm, type, value);
}

static struct value throw(struct vm * vm, struct value self, const struct call *call) {
    struct value exception = generator_thrown(vm, call, "throw");
    if (value_is_error(exception)) {
        return VALUE_ERROR;
    }
    struct generator *generator = target(vm, self);
    if (generator_has_ended(vm, generator)) {
        if (value_is_absent(vm->raised)) {
            return raise_value(vm, exception);
        }
        value_drop(vm, exception);
        return VALUE_ERROR;
    }
    return generator_throw_begin(vm, generator, exception, RESUMER_CALL) ? VALUE_PUSHED
                                                                         : VALUE_ERROR;
}

static struct value close(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "close", "")) {
        return VALUE_ERROR;
    }
    struct generator *generator = target(vm, self);
    return generator_close(vm, value_object(generator));
}

// Slots ------------------------------------------------------------------------------------------

static struct value itself(struct vm *vm, struct value self) {
    (void)vm;
    return value_keep(self);
}

// What a return gave is lost here; __next__() has it in its StopIteration.
static struct value next_item(struct vm *vm, struct value self) {
    struct value result = VALUE_ABSENT;
    switch (generator_send(vm, value_object(target(vm, self)), VALUE_NONE, &result)) {
    case SEND_YIELDED:
        return result;
    case SEND_RETURNED:
        value_drop(vm, result);
        return VALUE_ABSENT;
    case SEND_RAISED:
        break;
    }
    return VALUE_ERROR;
}

static enum send_result wrapper_send(struct vm *vm, struct value self, struct value sent,
                                     struct value *result) {
    return generator_send(vm, wrapped(self), sent, result);
}

static enum send_result wrapper_throw(struct vm *vm, struct value self, struct value exception,
                                      struct value *result) {
    return generator_throw(vm, wrapped(self), exception, result);
}

static struct value coroutine_await(struct vm *vm, struct value self) {
    struct wrapper *wrapper =
        object_new(vm, builtin(vm, BUILTIN_coroutine_wrapper), sizeof *wrapper);
    if (wrapper == NULL) {
        return VALUE_ERROR;
    }
    wrapper->coroutine = value_keep(self);
    return value_object(wrapper);
}

static void wrapper_free(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct wrapper *)object)->coroutine);
}

// Types ------------------------------------------------------------------------------------------

static const struct native generator_methods[] = {
    {"__next__", next_method, NATIVE_PLAIN, NULL},
    {"send", send, NATIVE_PLAIN, NULL},
    {"throw", throw, NATIVE_PLAIN, NULL},
    {"close", close, NATIVE_PLAIN, NULL},
    {"__name__", generator_get_name, NATIVE_GETTER, generator_set_name},
    {"__qualname__", generator_get_qualname, NATIVE_GETTER, generator_set_qualname},
    {"gi_frame", generator_get_frame, NATIVE_GETTER, NULL},
    {"gi_running", generator_get_running, NATIVE_GETTER, NULL},
    {"gi_suspended", generator_get_suspended, NATIVE_GETTER, NULL},
    {"gi_code", generator_get_code, NATIVE_GETTER, NULL},
    {"gi_yieldfrom", generator_get_awaits, NATIVE_GETTER, NULL},
    {0},
};

bool generator_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct generator);
    type->flags |= TYPE_FINALIZE;
    type->free = generator_free;
    type->repr = generator_repr;
    type->iter = itself;
    type->next = next_item;
    type->send = generator_send;
    type->throw = generator_throw;
    return type_ready(vm, type, generator_methods);
}

static struct value get_origin(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call;
    return VALUE_NONE;
}

static const struct native coroutine_methods[] = {
    {"send", send, NATIVE_PLAIN, NULL},
    {"throw", throw, NATIVE_PLAIN, NULL},
    {"close", close, NATIVE_PLAIN, NULL},
    {"__name__", generator_get_name, NATIVE_GETTER, generator_set_name},
    {"__qualname__", generator_get_qualname, NATIVE_GETTER, generator_set_qualname},
    {"cr_frame", generator_get_frame, NATIVE_GETTER, NULL},
    {"cr_running", generator_get_running, NATIVE_GETTER, NULL},
    {"cr_suspended", generator_get_suspended, NATIVE_GETTER, NULL},
    {"cr_code", generator_get_code, NATIVE_GETTER, NULL},
    {"cr_await", generator_get_awaits, NATIVE_GETTER, NULL},
    {"cr_origin", get_origin, NATIVE_GETTER, NULL},
    {0},
};

bool coroutine_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct generator);
    type->flags |= TYPE_FINALIZE;
    type->free = generator_free;
    type->repr = generator_repr;
    type->await = coroutine_await;
    type->send = generator_send;
    type->throw = generator_throw;
    return type_ready(vm, type, coroutine_methods);
}

static const struct native wrapper_methods[] = {
    {"__next__", next_method, NATIVE_PLAIN, NULL},
    {"send", send, NATIVE_PLAIN, NULL},
    {"throw", throw, NATIVE_PLAIN, NULL},
    {"close", close, NATIVE_PLAIN, NULL},
    {0},
};

bool coroutine_wrapper_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct wrapper);
    type->free = wrapper_free;
    type->iter = itself;
    type->next = next_item;
    type->send = wrapper_send;
    type->throw = wrapper_throw;
    return type_ready(vm, type, wrapper_methods);
}

struct value generator_unwrap(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_coroutine_wrapper)) ? wrapped(v) : v;
}
