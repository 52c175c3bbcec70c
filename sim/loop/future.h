// Futures: results that are not there yet, and who shall be called when they are.
//
// CPython's rules (Modules/_asynciomodule.c, Lib/asyncio/futures.py): a future's callbacks are
// scheduled with call_soon in the order in which they were added, never called at once; a task that
// awaits is one of them, a wakeup.
//
// A task is a future, so struct task begins with a struct future.
#ifndef LOOP_FUTURE_H
#define LOOP_FUTURE_H

#include "loop/loop.h"
#include "vm/object.h"

enum future_state { FUTURE_PENDING, FUTURE_FINISHED, FUTURE_CANCELLED };

// Who is scheduled when the future is done.
struct future_callback {
    struct value callable; // a callable, or the task to wake up; kept
    struct value context;  // to call it in; kept, or ABSENT
    bool wakes_task;
};

struct future {
    struct object head;
    struct dict *dict; // attributes set by the program; NULL until needed
    struct loop *loop; // kept
    uint32_t id;       // the trace's number, shared with tasks
    uint8_t state;     // enum future_state
    bool is_task;
    bool hidden;            // of the runtime's own housekeeping: no part of the trace
    bool blocking;          // a coroutine has just yielded it, to await it
    bool log_traceback;     // its exception was not retrieved yet
    struct value result;    // FINISHED without exception
    struct value exception; // FINISHED with one; ABSENT otherwise
    struct value traceback; // the exception's when it was set
    struct value cancel_message;
    struct value cancelled_error; // the CancelledError that ended the task, to be raised again
    // The first callback stands apart, since there is seldom a second.
    struct future_callback first;
    struct future_callback *more; // from heap_alloc
    uint32_t callback_count, more_capacity;
};

static inline struct future *future_of(struct value v) {
    return (struct future *)value_to_object(v);
}

// Is it a Future or Task, or of a class derived from them?
bool future_is(struct vm *vm, struct value v);

// Makes a pending future of [loop]; [kind] is the trace's word for it ("future", "sleep", …).
struct value future_new(struct vm *vm, struct loop *loop, const char *kind);

// Prepares the future part of an object just made by a constructor; false if raised.
bool future_init(struct vm *vm, struct future *future, struct loop *loop);

// End it; InvalidStateError if it has ended. They schedule the callbacks. false if raised.
bool future_set_result(struct vm *vm, struct future *future, struct value result);
bool future_set_exception(struct vm *vm, struct future *future, struct value exception);

// Cancels: false if it has ended already. [message] is kept.
bool future_cancel(struct vm *vm, struct future *future, struct value message);

// The result, or VALUE_ERROR with the exception, CancelledError or InvalidStateError raised.
struct value future_result(struct vm *vm, struct future *future);

// A new reference to the exception that future_result would raise for a cancelled future.
struct value future_make_cancelled_error(struct vm *vm, struct future *future);

// Adds a callback, or schedules it if the future has ended; false: no memory.
bool future_add_callback(struct vm *vm, struct future *future, struct value callable,
                         struct value context, bool wakes_task);

// Drops what a future keeps; for the free slots of future and task types.
void future_clear(struct vm *vm, struct future *future);

#endif
