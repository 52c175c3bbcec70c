// The Python type _asyncio.Future: its methods and attributes.
#include <stddef.h>

#include "loop/natives.h"
#include "loop/state.h"
#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/type.h"

static struct value future_create(struct vm *vm, struct type *type, const struct call *call) {
    (void)call;
    struct future *future = object_new(vm, type, type->size);
    return future == NULL ? VALUE_ERROR : value_object(future);
}

static bool initialise(struct vm *vm, struct value self, const struct call *call) {
    struct value loop = VALUE_NONE;
    if (!native_args(vm, call, "Future", "|$o:loop", &loop)) {
        return false;
    }
    struct loop *of = value_is_none(loop) ? sim_default_loop(vm) : sim_check_loop(vm, loop);
    return of != NULL && future_init(vm, future_of(self), of);
}

static struct value result(struct vm *vm, struct value self, const struct call *call) {
    if (!native_none(vm, call, "result")) {
        return VALUE_ERROR;
    }
    return future_result(vm, future_of(self));
}

static struct value exception(struct vm *vm, struct value self, const struct call *call) {
    struct future *future = future_of(self);
    if (!native_none(vm, call, "exception")) {
        return VALUE_ERROR;
    }
    if (future->state == FUTURE_PENDING) {
        return sim_raise_invalid_state(vm, "Exception is not set.");
    }
    if (future->state == FUTURE_CANCELLED) {
        return future_result(vm, future);
    }
    future->log_traceback = false;
    return value_is_absent(future->exception) ? VALUE_NONE : value_keep(future->exception);
}

static struct value set_result(struct vm *vm, struct value self, const struct call *call) {
    struct value value;
    if (!native_one(vm, call, "set_result", &value) ||
        !future_set_result(vm, future_of(self), value)) {
        return VALUE_ERROR;
    }
    return VALUE_NONE;
}

static struct value set_exception(struct vm *vm, struct value self, const struct call *call) {
    struct value value;
    if (!native_one(vm, call, "set_exception", &value) ||
        !future_set_exception(vm, future_of(self), value)) {
        return VALUE_ERROR;
    }
    return VALUE_NONE;
}

static struct value cancel(struct vm *vm, struct value self, const struct call *call) {
    struct value message = VALUE_NONE;
    if (!native_args(vm, call, "cancel", "|o:msg", &message)) {
        return VALUE_ERROR;
    }
    struct sim *sim = sim_of(vm);
    struct future *future = future_of(self);
    if (future->state == FUTURE_PENDING) {
        sink_cancel(&sim->sink, future->id, sim->current != NULL ? sim->current->future.id : 0);
    }
    return value_bool(future_cancel(vm, future, message));
}

static struct value cancelled(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(future_of(self)->state == FUTURE_CANCELLED);
}

static struct value done(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(future_of(self)->state != FUTURE_PENDING);
}

static struct value get_loop(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    if (future_of(self)->loop == NULL) {
        return raise_error(vm, EXCEPTION_RuntimeError, "Future object is not initialized.");
    }
    return value_keep(value_object(future_of(self)->loop));
}

static struct value add_done_callback(struct vm *vm, struct value self, const struct call *call) {
    struct value callback, context = VALUE_ABSENT;
    if (!native_args(vm, call, "add_done_callback", "o|$o:context", &callback, &context)) {
        return VALUE_ERROR;
    }
    struct value in = sim_context_for(vm, context);
    bool added =
        !value_is_error(in) && future_add_callback(vm, future_of(self), callback, in, false);
    value_drop(vm, in);
    return added ? VALUE_NONE : VALUE_ERROR;
}

// Does [callback] hold a callable equal to [callable]? 0, 1, -1.
static int is_same(struct vm *vm, const struct future_callback *callback, struct value callable) {
    return callback->wakes_task ? 0 : vm_equal(vm, callback->callable, callable);
}

static struct future_callback *callback_at(struct future *future, uint32_t index) {
    return index == 0 ? &future->first : &future->more[index - 1];
}

static void remove_at(struct vm *vm, struct future *future, uint32_t index) {
    struct future_callback gone = *callback_at(future, index);
    for (uint32_t i = index; i + 1 < future->callback_count; i++) {
        *callback_at(future, i) = *callback_at(future, i + 1);
    }
    future->callback_count--;
    value_drop(vm, gone.callable);
    value_drop(vm, gone.context);
}

static struct value remove_done_callback(struct vm *vm, struct value self,
                                         const struct call *call) {
    struct value callable;
    if (!native_one(vm, call, "remove_done_callback", &callable)) {
        return VALUE_ERROR;
    }
    struct future *future = future_of(self);
    int64_t removed = 0;
    for (uint32_t i = 0; i < future->callback_count;) {
        int same = is_same(vm, callback_at(future, i), callable);
        if (same < 0) {
            return VALUE_ERROR;
        }
        if (same == 0) {
            i++;
        } else if (i < future->callback_count) {
            remove_at(vm, future, i);
            removed++;
        }
    }
    return value_small(removed);
}

static struct value make_cancelled_error(struct vm *vm, struct value self,
                                         const struct call *call) {
    (void)call;
    return future_make_cancelled_error(vm, future_of(self));
}

static struct value get_state(struct vm *vm, struct value self, const struct call *call) {
    static const char *const names[] = {"PENDING", "FINISHED", "CANCELLED"};
    (void)call;
    return str_from(vm, names[future_of(self)->state]);
}

static struct value or_none(struct value v) {
    return value_is_absent(v) ? VALUE_NONE : value_keep(v);
}

static struct value get_result(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    struct future *future = future_of(self);
    return future->state == FUTURE_FINISHED ? or_none(future->result) : VALUE_NONE;
}

static struct value get_exception(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return or_none(future_of(self)->exception);
}

static struct value get_loop_attribute(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    struct loop *loop = future_of(self)->loop;
    return loop == NULL ? VALUE_NONE : value_keep(value_object(loop));
}

static struct value pair_with_none(struct vm *vm, struct value callable) {
    struct value pair[2] = {value_keep(callable), VALUE_NONE};
    return tuple_steal(vm, pair, 2);
}

// A list of pairs (callable, context); a task stands for its wakeup.
static struct value get_callbacks(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct future *future = future_of(self);
    if (future->callback_count == 0) {
        return VALUE_NONE;
    }
    struct value list = list_new(vm, NULL, 0);
    for (uint32_t i = 0; i < future->callback_count && !value_is_error(list); i++) {
        struct value pair = pair_with_none(vm, callback_at(future, i)->callable);
        if (value_is_error(pair) || !list_append(vm, list_of(list), pair)) {
            value_drop(vm, list);
            list = VALUE_ERROR;
        }
        value_drop(vm, pair);
    }
    return list;
}

static struct value get_blocking(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(future_of(self)->blocking);
}

static struct value set_blocking(struct vm *vm, struct value self, const struct call *call) {
    int truth = call->count == 0 ? 0 : vm_truth(vm, call->args[0]);
    if (truth < 0) {
        return VALUE_ERROR;
    }
    future_of(self)->blocking = truth != 0;
    return VALUE_NONE;
}

static struct value get_log(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(future_of(self)->log_traceback);
}

static struct value set_log(struct vm *vm, struct value self, const struct call *call) {
    int truth = call->count == 0 ? 0 : vm_truth(vm, call->args[0]);
    if (truth < 0) {
        return VALUE_ERROR;
    }
    if (truth != 0) {
        return raise_error(vm, EXCEPTION_ValueError, "_log_traceback can only be set to False");
    }
    future_of(self)->log_traceback = false;
    return VALUE_NONE;
}

static struct value get_cancel_message(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(future_of(self)->cancel_message);
}

static struct value get_none(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call;
    return VALUE_NONE;
}

static const struct native methods[] = {
    {"result", result, NATIVE_PLAIN, NULL},
    {"exception", exception, NATIVE_PLAIN, NULL},
    {"set_result", set_result, NATIVE_PLAIN, NULL},
    {"set_exception", set_exception, NATIVE_PLAIN, NULL},
    {"cancel", cancel, NATIVE_PLAIN, NULL},
    {"cancelled", cancelled, NATIVE_PLAIN, NULL},
    {"done", done, NATIVE_PLAIN, NULL},
    {"get_loop", get_loop, NATIVE_PLAIN, NULL},
    {"add_done_callback", add_done_callback, NATIVE_PLAIN, NULL},
    {"remove_done_callback", remove_done_callback, NATIVE_PLAIN, NULL},
    {"_make_cancelled_error", make_cancelled_error, NATIVE_PLAIN, NULL},
    {"_state", get_state, NATIVE_GETTER, NULL},
    {"_result", get_result, NATIVE_GETTER, NULL},
    {"_exception", get_exception, NATIVE_GETTER, NULL},
    {"_loop", get_loop_attribute, NATIVE_GETTER, NULL},
    {"_callbacks", get_callbacks, NATIVE_GETTER, NULL},
    {"_asyncio_future_blocking", get_blocking, NATIVE_GETTER, set_blocking},
    {"_log_traceback", get_log, NATIVE_GETTER, set_log},
    {"_cancel_message", get_cancel_message, NATIVE_GETTER, NULL},
    {"_source_traceback", get_none, NATIVE_GETTER, NULL},
    {0},
};

static struct value repr(struct vm *vm, struct value self) {
    if (future_of(self)->loop == NULL) {
        return raise_error(vm, EXCEPTION_RuntimeError, "Future object is not initialized.");
    }
    return sim_call_library(vm, "asyncio.base_futures", "_future_repr", &self, 1);
}

// For recordings, where no Python code may run: "<Future pending>".
static void describe(struct vm *vm, struct value self, struct buf *out) {
    static const char *const states[] = {"pending", "finished", "cancelled"};
    (void)vm;
    buf_printf(out, "<Future %s>", states[future_of(self)->state]);
}

// Death: an exception that nobody asked for is told to the loop's handler.
static void complain(struct vm *vm, struct future *future) {
    const char *what = future->is_task ? "Task" : "Future";
    if (!future->log_traceback || future->loop == NULL) {
        return;
    }
    future->log_traceback = false;
    struct buf message = {0};
    buf_printf(&message, "%s exception was never retrieved",
               future->head.type->flags & TYPE_HEAP ? future->head.type->name : what);
    sim_call_exception_handler(sim_of(vm), future->loop, buf_text(&message), future->exception,
                               "future", value_object(future));
    buf_free(&message);
}

void future_finalize(struct vm *vm, struct object *object) {
    complain(vm, (struct future *)object);
}

void future_free(struct vm *vm, struct object *object) {
    struct future *future = (struct future *)object;
    future_clear(vm, future);
    if (future->dict != NULL) {
        value_drop(vm, value_object(future->dict));
    }
}

bool future_type_init(struct vm *vm, struct sim *sim) {
    struct type *type = type_new_builtin(vm, "_asyncio.Future", builtin(vm, BUILTIN_object));
    if (type == NULL) {
        return false;
    }
    type->flags |= TYPE_BASE | TYPE_IDENTITY;
    type->size = sizeof(struct future);
    type->dict_offset = offsetof(struct future, dict);
    type->create = future_create;
    type->init = initialise;
    type->finalize = future_finalize;
    type->free = future_free;
    type->repr = repr;
    type->describe = describe;
    type->await = future_iterator_new;
    type->iter = future_iterator_new;
    sim->types.future = type;
    return type_ready(vm, type, methods) && future_iterator_type_init(vm, sim);
}
