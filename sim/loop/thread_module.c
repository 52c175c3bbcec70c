// Module _thread: what sim/pylib's threading stands on.
#include "loop/natives.h"
#include "loop/state.h"
#include "loop/thread.h"
#include "vm/builtin.h"
#include "vm/float.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/raise.h"

static struct lock *lock_of(struct value v) {
    return (struct lock *)value_to_object(v);
}

// start_thread(function, daemon): runs function() in a new thread; gives its number.
static struct value start_thread(struct vm *vm, struct value self, const struct call *call) {
    struct value function, daemon;
    (void)self;
    if (!native_args(vm, call, "start_thread", "oo", &function, &daemon)) {
        return VALUE_ERROR;
    }
    struct thread *thread = thread_new(sim_of(vm));
    thread->daemon = value_is(daemon, VALUE_TRUE);
    activity_call(vm, &thread->activity, function, NULL, 0);
    return value_small(thread->number);
}

// Numbers as a real process gives them: large and alike, so nobody takes them for 1, 2, 3.
static struct value get_ident(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return value_small(INT64_C(0x7f5c00000000) + (int64_t)sim_of(vm)->thread->number * 0x1000);
}

static struct value get_number(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return value_small(sim_of(vm)->thread->number);
}

static struct value make_lock(struct vm *vm, bool reentrant) {
    struct lock *lock = object_new(vm, sim_of(vm)->types.lock, sizeof *lock);
    if (lock == NULL) {
        return VALUE_ERROR;
    }
    lock->reentrant = reentrant;
    return value_object(lock);
}

static struct value allocate_lock(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return make_lock(vm, false);
}

static struct value allocate_rlock(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return make_lock(vm, true);
}

// acquire(blocking=True, timeout=-1)
static struct value acquire(struct vm *vm, struct value self, const struct call *call) {
    struct sim *sim = sim_of(vm);
    struct lock *lock = lock_of(self);
    struct value blocking = VALUE_TRUE, timeout = value_small(-1);
    double seconds;
    if (!native_args(vm, call, "acquire", "|o:blocking o:timeout", &blocking, &timeout) ||
        !float_from_number(vm, timeout, &seconds)) {
        return VALUE_ERROR;
    }
    if (lock->locked && lock->reentrant && lock->owner == sim->thread->number) {
        lock->count++;
        return VALUE_TRUE;
    }
    if (!lock->locked) {
        lock_take(sim, lock);
        return VALUE_TRUE;
    }
    int truth = vm_truth(vm, blocking);
    if (truth <= 0) {
        return truth < 0 ? VALUE_ERROR : VALUE_FALSE;
    }
    int64_t deadline = seconds < 0 ? CLOCK_FOREVER : sim->clock.now + clock_from_seconds(seconds);
    thread_wait_until(sim, WAIT_LOCK, lock, deadline);
    return vm_block(vm, REQUEST_WAIT, VALUE_NONE);
}

static struct value release(struct vm *vm, struct value self, const struct call *call) {
    struct lock *lock = lock_of(self);
    (void)call;
    if (lock->reentrant && (!lock->locked || lock->owner != sim_of(vm)->thread->number)) {
        return raise_error(vm, EXCEPTION_RuntimeError, "cannot release un-acquired lock");
    }
    if (!lock->locked) {
        return raise_error(vm, EXCEPTION_RuntimeError, "release unlocked lock");
    }
    if (--lock->count == 0 || !lock->reentrant) {
        lock->locked = false;
    }
    return VALUE_NONE;
}

static struct value locked(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(lock_of(self)->locked);
}

static struct value is_owned(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return value_bool(lock_of(self)->locked && lock_of(self)->owner == sim_of(vm)->thread->number);
}

static struct value enter(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return acquire(vm, self, &(struct call){0});
}

static struct value leave(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct value released = release(vm, self, &(struct call){0});
    return value_is_error(released) ? VALUE_ERROR : VALUE_NONE;
}

static const struct native lock_methods[] = {
    {"acquire", acquire, NATIVE_PLAIN, NULL},
    {"release", release, NATIVE_PLAIN, NULL},
    {"locked", locked, NATIVE_PLAIN, NULL},
    {"_is_owned", is_owned, NATIVE_PLAIN, NULL},
    {"__enter__", enter, NATIVE_PLAIN, NULL},
    {"__exit__", leave, NATIVE_PLAIN, NULL},
    {0},
};

static bool init(struct vm *vm, struct value module) {
    struct sim *sim = sim_of(vm);
    struct type *type = type_new_builtin(vm, "_thread.lock", builtin(vm, BUILTIN_object));
    if (type == NULL) {
        return false;
    }
    type->size = sizeof(struct lock);
    type->flags |= TYPE_IDENTITY;
    sim->types.lock = type;
    return type_ready(vm, type, lock_methods) &&
           vm_set_attribute(vm, module, "LockType", value_object(type));
}

static const struct native functions[] = {
    {"start_thread", start_thread, NATIVE_PLAIN, NULL},
    {"get_ident", get_ident, NATIVE_PLAIN, NULL},
    {"get_number", get_number, NATIVE_PLAIN, NULL},
    {"allocate_lock", allocate_lock, NATIVE_PLAIN, NULL},
    {"allocate_rlock", allocate_rlock, NATIVE_PLAIN, NULL},
    {0},
};

const struct native_module thread_module = {"_thread", functions, init};
