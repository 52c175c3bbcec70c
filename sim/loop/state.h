// struct sim: everything that one simulation knows besides its vm. Only sim/loop's files include
// this. Natives find it with sim_of(vm).
#ifndef LOOP_STATE_H
#define LOOP_STATE_H

#include "loop/asyncgens.h"
#include "loop/clock.h"
#include "loop/context.h"
#include "loop/loop.h"
#include "loop/sim.h"
#include "loop/task.h"
#include "loop/thread.h"
#include "trace/sink.h"
#include "vm/vm.h"

// What the natives of this folder ask the driver for when they block (vm_block).
enum sim_request {
    REQUEST_SLEEP,       // payload: nanoseconds, an int: time.sleep
    REQUEST_RUN_FOREVER, // payload: the loop
    REQUEST_WAIT,        // the thread's wait has been set by thread_wait_until
};

// The types of module _asyncio, made by its init.
struct sim_types {
    struct type *wrapper; // see wrapper.h
    struct type *future, *task, *handle, *timer_handle, *loop, *future_iterator;
    struct type *lock;                          // of module _thread; NULL until it is imported
    struct type *context, *context_var, *token; // of module _contextvars; NULL until it is imported
    // asyncio's exceptions, made as Python classes; kept
    struct type *cancelled_error, *invalid_state_error;
};

// A file of the program: the program itself, or a module beside it.
struct sim_file {
    char *path, *text; // owned
    size_t length;
};

struct sim {
    struct vm *vm;
    struct sim_options options;
    struct tape *tape; // NULL: nothing is recorded
    struct sink sink;
    struct clock clock;
    struct sim_types types;
    struct value empty_tuple;

    // context.c
    struct value context;       // the present one; ABSENT: an empty one, not made yet
    struct value missing_token; // Token.MISSING

    // thread.c
    struct thread *threads; // in the order of starting, the main one first
    struct thread *thread;  // the one that runs; NULL: it has just ended
    uint32_t thread_count;  // made so far

    // asyncgens.c
    struct asyncgens asyncgens;

    // task.c: all tasks that have not ended, in the order of creation
    struct task *first_task, *last_task;
    struct task *current;      // the task whose step runs; NULL: none
    uint32_t next_future_id;   // given out from 1
    uint32_t next_task_number; // of the default names "Task-1", …

    // loop.c
    struct loop *loops;      // all that exist, newest first, linked by [older]
    struct loop *running;    // the loop inside run_forever; NULL: none
    uint32_t next_handle_id; // given out from 1
    uint64_t ticks;          // iterations over the whole program
    bool tick_untold;        // the present one is not on the tape yet
    bool has_hidden;         // there was a task of the runtime's own housekeeping

    // sim.c
    bool stopped;       // the run has ended
    bool stuck;         // by a deadlock
    bool shutting_down; // the main thread's code has ended; others are waited for
    bool interrupted;   // from outside, by options.interrupted
    unsigned asked;     // how often that might have been asked
    uint64_t lines;     // run so far, recorded or not
    int64_t granted;    // lines that the machine was given last
    enum event_end end;
    int exit_status;
    struct diag refusal;
    struct {
        struct sim_file *items;
        size_t count, capacity;
    } files;
};

struct sim *sim_of(struct vm *vm);

// The tape's id of a text; 0 if nothing is recorded.
uint32_t sim_text(struct sim *sim, const char *text);

// What the running thread asked for by vm_block: it begins to wait, or a loop begins to run in it.
void sim_begin_request(struct sim *sim, int request, struct value payload);

// The function inside a functools.partial, borrowed; ABSENT if [callable] is none.
struct value sim_partial_function(struct vm *vm, struct value callable);

// Raises asyncio.InvalidStateError with this text; gives VALUE_ERROR.
struct value sim_raise_invalid_state(struct vm *vm, const char *text);

// Is [exception] a CancelledError?
bool sim_is_cancelled_error(struct vm *vm, struct value exception);
struct value sim_cancelled_error_type(struct vm *vm); // borrowed

// Cancels a future as its cancel() does, or a task; whether it could be.
bool sim_cancel_future(struct vm *vm, struct future *future, struct value message);

// Is it a generator or coroutine object of the machine?
bool sim_is_generator(struct vm *vm, struct value v);

// The loop that [object] is, or NULL with TypeError raised.
struct loop *sim_check_loop(struct vm *vm, struct value object);

// The loop that get_event_loop() gives: the running one, or the policy's; borrowed. NULL: raised.
struct loop *sim_default_loop(struct vm *vm);

// Calls the function [name] of the library module [module]; new.
struct value sim_call_library(struct vm *vm, const char *module, const char *name,
                              const struct value *args, size_t count);

// Tells the loop's exception handler: {'message': message, 'exception': exception, key: object}.
// [exception] and [object] may be ABSENT. What the handler raises is printed as unraisable.
void sim_call_exception_handler(struct sim *sim, struct loop *loop, const char *message,
                                struct value exception, const char *key, struct value object);

#endif
