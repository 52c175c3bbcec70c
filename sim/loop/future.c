#include "loop/future.h"

#include <string.h>

#include "loop/state.h"
#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/heap.h"
#include "vm/native.h"
#include "vm/str.h"
#include "vm/type.h"

bool future_is(struct vm *vm, struct value v) {
    return type_is_subtype(value_type(vm, v), sim_of(vm)->types.future);
}

// Gives a future its number and tells the tape, for all but tasks, which tell it themselves.
static void announce(struct sim *sim, struct future *future, const char *kind) {
    future->id = sim->next_future_id++;
    future->hidden |= sim->current != NULL && sim->current->future.hidden && !future->is_task;
    if (!future->is_task && !future->hidden) {
        sink_future(&sim->sink, future->id, sim_text(sim, kind));
    }
}

static void start(struct future *future, struct loop *loop) {
    future->loop = loop;
    value_keep(value_object(loop));
    future->result = future->exception = future->traceback = VALUE_ABSENT;
    future->cancel_message = VALUE_NONE;
    future->cancelled_error = VALUE_ABSENT;
    future->first = (struct future_callback){VALUE_ABSENT, VALUE_ABSENT, false};
}

struct value future_new(struct vm *vm, struct loop *loop, const char *kind) {
    struct sim *sim = sim_of(vm);
    struct future *future = object_new(vm, sim->types.future, sizeof *future);
    if (future == NULL) {
        return VALUE_ERROR;
    }
    start(future, loop);
    announce(sim, future, kind);
    return value_object(future);
}

// The trace's word for a future of a class derived from Future: the class says it in _kind.
static const char *kind_of(struct vm *vm, struct future *future) {
    struct sim *sim = sim_of(vm);
    if (future->head.type == sim->types.future || sim->sink.tape == NULL) {
        return "future";
    }
    struct value kind = vm_find_attribute(vm, value_object(future->head.type), "_kind");
    if (!str_is(kind)) {
        value_drop(vm, kind);
        return "future";
    }
    // The class keeps the text for as long as it lives.
    const char *text = str_of(kind)->text;
    value_drop(vm, kind);
    return text;
}

bool future_init(struct vm *vm, struct future *future, struct loop *loop) {
    if (future->loop != NULL) {
        future_clear(vm, future);
    }
    start(future, loop);
    announce(sim_of(vm), future, kind_of(vm, future));
    return true;
}

static bool schedule(struct vm *vm, struct future *future, const struct future_callback *callback) {
    struct handle_spec spec = {
        .what = callback->wakes_task ? WHAT_WAKEUP : WHAT_CALL,
        .callback = callback->callable,
        .args = value_object(future),
        .context = callback->context,
        .hidden = callback->wakes_task ? future_of(callback->callable)->hidden : future->hidden,
    };
    return loop_call_soon(vm, future->loop, &spec, false) != NULL;
}

static void drop_callback(struct vm *vm, struct future_callback *callback) {
    value_drop(vm, callback->callable);
    value_drop(vm, callback->context);
}

// Schedules all callbacks, in the order in which they were added, and forgets them.
static bool schedule_callbacks(struct vm *vm, struct future *future) {
    uint32_t count = future->callback_count;
    if (count == 0) {
        return true;
    }
    struct future_callback first = future->first;
    struct future_callback *more = future->more;
    uint32_t capacity = future->more_capacity;
    future->first = (struct future_callback){VALUE_ABSENT, VALUE_ABSENT, false};
    future->more = NULL;
    future->callback_count = future->more_capacity = 0;
    bool done = schedule(vm, future, &first);
    drop_callback(vm, &first);
    for (uint32_t i = 0; i + 1 < count; i++) {
        done = done && schedule(vm, future, &more[i]);
        drop_callback(vm, &more[i]);
    }
    heap_free(vm, more, capacity * sizeof *more);
    return done;
}

// What the trace says of the value with which a future ended.
static void report_done(struct sim *sim, struct future *future, enum event_state state,
                        struct value value) {
    struct sink *sink = &sim->sink;
    if (future->hidden) {
        return;
    }
    if (value_is_small(value)) {
        sink_done(sink, future->id, state, EVENT_VALUE_INT, (uint64_t)value_to_small(value));
    } else if (value_is_absent(value)) {
        sink_done(sink, future->id, state, EVENT_VALUE_ABSENT, 0);
    } else if (value_is_none(value)) {
        sink_done(sink, future->id, state, EVENT_VALUE_TEXT, TAPE_TEXT_NONE);
    } else {
        struct buf text = {0};
        vm_describe(sim->vm, value, &text);
        uint32_t id = tape_repr(sink->tape, buf_text(&text), text.length);
        sink_done(sink, future->id, state, EVENT_VALUE_TEXT, id);
        buf_free(&text);
    }
}

static bool check_pending(struct vm *vm, struct future *future) {
    if (future->state == FUTURE_PENDING) {
        return true;
    }
    sim_raise_invalid_state(vm, "invalid state");
    return false;
}

bool future_set_result(struct vm *vm, struct future *future, struct value result) {
    if (!check_pending(vm, future)) {
        return false;
    }
    future->result = value_keep(result);
    future->state = FUTURE_FINISHED;
    report_done(sim_of(vm), future, STATE_RESULT, result);
    return schedule_callbacks(vm, future);
}

// An exception class stands for an instance of it. The instance to set, new, or VALUE_ERROR.
static struct value exception_instance(struct vm *vm, struct value exception) {
    struct value instance = value_keep(exception);
    if (value_has_family(exception, TYPE_TYPE)) {
        value_drop(vm, instance);
        instance = vm_call(vm, exception, NULL, 0);
    }
    if (value_is_error(instance)) {
        return instance;
    }
    if (!exception_is(instance)) {
        value_drop(vm, instance);
        return raise_error(vm, EXCEPTION_TypeError, "invalid exception object");
    }
    if (!exception_is_kind(vm, instance, EXCEPTION_StopIteration)) {
        return instance;
    }
    struct value text = str_from(vm, "StopIteration interacts badly with generators and cannot be "
                                     "raised into a Future");
    struct value wrapper =
        value_is_error(text) ? VALUE_ERROR : exception_new(vm, EXCEPTION_RuntimeError, &text, 1);
    value_drop(vm, text);
    if (!value_is_error(wrapper)) {
        exception_of(wrapper)->cause = value_keep(instance);
        exception_of(wrapper)->context = value_keep(instance);
        exception_of(wrapper)->suppress_context = true;
    }
    value_drop(vm, instance);
    return wrapper;
}

bool future_set_exception(struct vm *vm, struct future *future, struct value exception) {
    if (!check_pending(vm, future)) {
        return false;
    }
    struct value instance = exception_instance(vm, exception);
    if (value_is_error(instance)) {
        return false;
    }
    future->exception = instance;
    future->traceback = value_keep(exception_of(instance)->traceback);
    future->state = FUTURE_FINISHED;
    report_done(sim_of(vm), future, STATE_EXCEPTION, instance);
    bool done = schedule_callbacks(vm, future);
    future->log_traceback = true;
    return done;
}

bool future_cancel(struct vm *vm, struct future *future, struct value message) {
    future->log_traceback = false;
    if (future->state != FUTURE_PENDING) {
        return false;
    }
    future->state = FUTURE_CANCELLED;
    value_replace(vm, &future->cancel_message, value_keep(message));
    report_done(sim_of(vm), future, STATE_CANCELLED, VALUE_ABSENT);
    schedule_callbacks(vm, future);
    return true;
}

struct value future_make_cancelled_error(struct vm *vm, struct future *future) {
    if (!value_is_absent(future->cancelled_error)) {
        struct value error = future->cancelled_error;
        future->cancelled_error = VALUE_ABSENT;
        return error;
    }
    struct value type = sim_cancelled_error_type(vm);
    size_t count = value_is_none(future->cancel_message) ? 0 : 1;
    return vm_call(vm, type, &future->cancel_message, count);
}

struct value future_result(struct vm *vm, struct future *future) {
    if (future->state == FUTURE_CANCELLED) {
        struct value error = future_make_cancelled_error(vm, future);
        return value_is_error(error) ? error : raise_value(vm, error);
    }
    if (future->state == FUTURE_PENDING) {
        return sim_raise_invalid_state(vm, "Result is not set.");
    }
    future->log_traceback = false;
    if (value_is_absent(future->exception)) {
        return value_keep(future->result);
    }
    struct exception *exception = exception_of(future->exception);
    value_replace(vm, &exception->traceback, value_keep(future->traceback));
    return raise_value(vm, value_keep(future->exception));
}

static struct future_callback *callback_slot(struct vm *vm, struct future *future) {
    if (future->callback_count == 0) {
        return &future->first;
    }
    uint32_t used = future->callback_count - 1;
    if (used == future->more_capacity) {
        uint32_t capacity = used == 0 ? 4 : used * 2;
        size_t size = sizeof *future->more;
        void *more = heap_resize(vm, future->more, used * size, capacity * size);
        if (more == NULL) {
            raise_memory(vm);
            return NULL;
        }
        future->more = more;
        future->more_capacity = capacity;
    }
    return &future->more[used];
}

bool future_add_callback(struct vm *vm, struct future *future, struct value callable,
                         struct value context, bool wakes_task) {
    struct future_callback callback = {callable, context, wakes_task};
    if (future->state != FUTURE_PENDING) {
        return schedule(vm, future, &callback);
    }
    struct future_callback *slot = callback_slot(vm, future);
    if (slot == NULL) {
        return false;
    }
    value_keep(callable);
    value_keep(context);
    *slot = callback;
    future->callback_count++;
    return true;
}

void future_clear(struct vm *vm, struct future *future) {
    if (future->loop == NULL) {
        return; // never initialised
    }
    if (future->callback_count > 0) {
        drop_callback(vm, &future->first);
    }
    for (uint32_t i = 0; i + 1 < future->callback_count; i++) {
        drop_callback(vm, &future->more[i]);
    }
    heap_free(vm, future->more, future->more_capacity * sizeof *future->more);
    struct value kept[] = {future->result,          future->exception,
                           future->traceback,       future->cancel_message,
                           future->cancelled_error, value_object(future->loop)};
    future->loop = NULL;
    future->more = NULL;
    future->callback_count = future->more_capacity = 0;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        value_drop(vm, kept[i]);
    }
}
