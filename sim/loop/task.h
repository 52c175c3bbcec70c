// Tasks: coroutines that the loop runs, a step at a time.
//
// A step goes from task_begin to task_end, with the machine in between; what CPython does in
// task_step_impl (Modules/_asynciomodule.c) before and after the coroutine's send or throw.
#ifndef LOOP_TASK_H
#define LOOP_TASK_H

#include "loop/future.h"
#include "vm/vm.h"

struct task {
    struct future future;         // must be first
    struct task *previous, *next; // all tasks that have not ended, in the order of creation
    struct value coroutine;       // ABSENT once it has ended
    struct value waiter;          // the future that it awaits, or ABSENT
    struct value name;            // a str, or ABSENT: "Task-" and [number]
    struct value context;         // contextvars.Context of all its steps, or ABSENT
    uint32_t number;              // of the default name
    uint32_t cancel_requests;     // cancel() less uncancel()
    bool must_cancel;             // throw CancelledError into it at its next step
    bool log_destroy_pending;     // complain if it dies before it has ended
    bool is_listed;               // in the list of all tasks
};

static inline struct task *task_of(struct value v) {
    return (struct task *)value_to_object(v);
}

bool task_is(struct vm *vm, struct value v);

// The name as get_name gives it; a new str.
struct value task_name(struct vm *vm, struct task *task);

// The name's text id on the tape.
uint32_t task_name_text(struct vm *vm, struct task *task);

// Schedules the first step of a new task, or takes it at once if [eagerly] and its loop runs.
bool task_start(struct vm *vm, struct task *task, bool eagerly);

// Takes the task off the list of all tasks that have not ended, if it is on it.
void task_leave(struct sim *sim, struct task *task);

// Begins a step: makes [activity] ready to send None into the coroutine, or to throw [exception]
// (or a CancelledError, if one is due). False: the task has ended already, with InvalidStateError
// raised.
bool task_begin(struct vm *vm, struct task *task, struct value exception,
                struct activity *activity);

// Ends a step, after the machine gave [outcome] and [value], which it steals. Gives why control
// comes back to the loop; a SystemExit or KeyboardInterrupt is raised on, to end the loop's run.
enum event_back task_end(struct vm *vm, struct task *task, enum outcome outcome,
                         struct value value);

// Asks for cancellation: false if the task has ended.
bool task_cancel(struct vm *vm, struct task *task, struct value message);

// What a wakeup raises in the task, since the future [done] that it awaited has ended: ABSENT for
// none, VALUE_ERROR without memory.
struct value task_wakeup_exception(struct vm *vm, struct future *done);

#endif
