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
#include "trace/sink.h"
#include "vm/vm.h"

// What the natives of this folder ask the driver for when they block (vm_block).
enum sim_request {
    REQUEST_SLEEP,       // payload: nanoseconds, an int: time.sleep
    REQUEST_RUN_FOREVER, // payload: the loop
};

enum sim_phase {
    PHASE_PROGRAM, // the module's own code runs
    PHASE_LOOP,    // it waits inside run_forever while the loop runs
    PHASE_FINISH,  // it has ended; what is left dies
    PHASE_ENDED,
};

// The types of module _asyncio, made by its init.
struct sim_types {
    struct type *future, *task, *handle, *timer_handle, *loop, *future_iterator;
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

    // asyncgens.c
    struct asyncgens asyncgens;

    // task.c: all tasks that have not ended, in the order of creation
    struct task *first_task, *last_task;
    struct task *current;      // the task whose step runs; NULL: none
    uint32_t next_future_id;   // given out from 1
    uint32_t next_task_number; // of the default names "Task-1", …

    // loop.c
    struct loop *running;    // the loop inside run_forever; NULL: none
    uint32_t next_handle_id; // given out from 1
    uint64_t ticks;          // iterations over the whole program
    bool tick_untold;        // the present one is not on the tape yet
    bool has_hidden;         // there was a task of the runtime's own housekeeping

    // sim.c
    enum sim_phase phase;
    struct activity program; // the module's code
    struct loop_run run;     // in PHASE_LOOP
    bool stuck;              // a nested run of a loop found a deadlock
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

// Moves the clock by a blocking call of the program, and says so on the tape.
void sim_block_for(struct sim *sim, int64_t nanoseconds);

// The function inside a functools.partial, borrowed; ABSENT if [callable] is none.
struct value sim_partial_function(struct vm *vm, struct value callable);

// Answers what a blocked activity asked for with [payload], which it steals; a nested run of a loop
// is run to its end here.
void sim_answer_block(struct sim *sim, struct activity *activity, struct value payload);

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
