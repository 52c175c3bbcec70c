// The Python types _asyncio.Handle and _asyncio.TimerHandle.
#include "loop/callback.h"
#include "loop/natives.h"
#include "loop/state.h"
#include "vm/builtin.h"
#include "vm/float.h"
#include "vm/list.h"
#include "vm/str.h"

static struct value cancel(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    loop_cancel_handle(vm, handle_of(self));
    return VALUE_NONE;
}

static struct value cancelled(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(handle_of(self)->cancelled);
}

static struct value when(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(handle_of(self)->given);
}

static struct value get_context(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    struct value context = handle_of(self)->context;
    return value_is_absent(context) ? VALUE_NONE : value_keep(context);
}

static struct value get_callback(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    struct value callback = handle_of(self)->callback;
    return value_is_absent(callback) ? VALUE_NONE : value_keep(callback);
}

static struct value get_args(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct handle *handle = handle_of(self);
    if (value_is_absent(handle->callback)) {
        return VALUE_NONE;
    }
    size_t count;
    const struct value *args = callback_args(handle, &count);
    return tuple_new(vm, args, count);
}

static struct value get_loop(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(handle_of(self)->loop));
}

static struct value get_cancelled(struct vm *vm, struct value self, const struct call *call) {
    return cancelled(vm, self, call);
}

static struct value get_scheduled(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(handle_of(self)->heap_index != HANDLE_NOT_TIMED);
}

static struct value get_none(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call;
    return VALUE_NONE;
}

static const struct native handle_methods[] = {
    {"cancel", cancel, NATIVE_PLAIN, NULL},
    {"cancelled", cancelled, NATIVE_PLAIN, NULL},
    {"get_context", get_context, NATIVE_PLAIN, NULL},
    {"_callback", get_callback, NATIVE_GETTER, NULL},
    {"_args", get_args, NATIVE_GETTER, NULL},
    {"_loop", get_loop, NATIVE_GETTER, NULL},
    {"_cancelled", get_cancelled, NATIVE_GETTER, NULL},
    {"_source_traceback", get_none, NATIVE_GETTER, NULL},
    {0},
};

static const struct native timer_methods[] = {
    {"when", when, NATIVE_PLAIN, NULL},
    {"_when", when, NATIVE_GETTER, NULL},
    {"_scheduled", get_scheduled, NATIVE_GETTER, NULL},
    {0},
};

// "<TimerHandle when=1.5 f() at program.py:3>"
static struct value repr(struct vm *vm, struct value self) {
    struct handle *handle = handle_of(self);
    struct buf text = {0};
    buf_printf(&text, "<%s", handle->is_timer ? "TimerHandle" : "Handle");
    if (handle->cancelled) {
        buf_puts(&text, " cancelled");
    }
    if (handle->is_timer) {
        struct value given = vm_repr(vm, handle->given);
        buf_printf(&text, " when=%s", value_is_error(given) ? "?" : str_of(given)->text);
        value_drop(vm, given);
    }
    if (!value_is_absent(handle->callback)) {
        buf_putc(&text, ' ');
        callback_source(sim_of(vm), handle, &text);
    }
    buf_putc(&text, '>');
    return str_take(vm, &text);
}

// For recordings, where no Python code may run.
static void describe(struct vm *vm, struct value self, struct buf *out) {
    (void)vm;
    buf_printf(out, "<%s #%u>", handle_of(self)->is_timer ? "TimerHandle" : "Handle",
               (unsigned)handle_of(self)->id);
}

// Timers compare by their deadlines.
static struct value compare(struct vm *vm, struct value self, struct value other,
                            enum compare_op op) {
    struct type *timer = sim_of(vm)->types.timer_handle;
    if (!value_is_exactly(other, timer)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    int64_t a = handle_of(self)->when, b = handle_of(other)->when;
    bool same = value_is(self, other);
    switch (op) {
    case COMPARE_LT:
        return value_bool(a < b);
    case COMPARE_LE:
        return value_bool(a < b || same);
    case COMPARE_GT:
        return value_bool(a > b);
    case COMPARE_GE:
        return value_bool(a > b || same);
    case COMPARE_EQ:
        return value_bool(same);
    case COMPARE_NE:
        return value_bool(!same);
    }
    return VALUE_NOT_IMPLEMENTED;
}

static bool hash(struct vm *vm, struct value self, int64_t *out) {
    (void)vm;
    *out = value_to_object(self)->serial;
    return true;
}

static void handle_free(struct vm *vm, struct object *object) {
    struct handle *handle = (struct handle *)object;
    value_drop(vm, handle->callback);
    value_drop(vm, handle->args);
    value_drop(vm, handle->context);
    value_drop(vm, handle->given);
    value_drop(vm, value_object(handle->loop));
}

static struct type *make(struct vm *vm, const char *name, struct type *base,
                         const struct native *methods) {
    struct type *type = type_new_builtin(vm, name, base);
    if (type == NULL) {
        return NULL;
    }
    type->flags |= TYPE_IDENTITY;
    type->size = sizeof(struct handle);
    type->free = handle_free;
    type->repr = repr;
    type->describe = describe;
    if (methods == timer_methods) {
        type->compare = compare;
        type->hash = hash;
    }
    return type_ready(vm, type, methods) ? type : NULL;
}

bool handle_type_init(struct vm *vm, struct sim *sim) {
    sim->types.handle = make(vm, "asyncio.Handle", builtin(vm, BUILTIN_object), handle_methods);
    if (sim->types.handle == NULL) {
        return false;
    }
    sim->types.timer_handle = make(vm, "asyncio.TimerHandle", sim->types.handle, timer_methods);
    return sim->types.timer_handle != NULL;
}
