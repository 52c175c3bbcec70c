// The event loop: one iteration after another, as CPython's BaseEventLoop._run_once.
//
// An iteration has these phases, one function each in loop.c:
//     1. wait       until the first deadline, if nothing is ready (the clock moves; a tick begins)
//     2. due        timers whose deadline has come join the ready queue
//     3. run        the handles that were ready when this phase began, and no others
//
// loop_step does one transition: phases 1 and 2, or one handle of phase 3.
#ifndef LOOP_LOOP_H
#define LOOP_LOOP_H

#include "loop/ready.h"
#include "loop/timers.h"
#include "vm/object.h"
#include "vm/vm.h"

struct sim;

// A loop object. Classes of sim/pylib and of programs derive from it.
struct loop {
    struct object head;
    struct dict *dict; // attributes set in Python; NULL until needed
    struct ready ready;
    struct timers timers;
    size_t todo;     // handles of this iteration still to run
    bool is_running; // inside run_forever
    bool stopping;   // the run ends after this iteration
    bool closed;
    bool debug;
    bool began;         // an iteration of this run has begun
    bool overrides;     // its class has a call_soon of its own
    bool waited;        // its thread has just waited for it
    struct loop *older; // of all loops that exist
};

// A run of a loop: from run_forever to its end.
struct loop_run {
    struct loop *loop;        // kept
    struct handle *handle;    // the one that runs, kept; NULL between handles
    struct activity activity; // what it runs
    struct value outer;       // the context in which the loop itself runs, while a handle does
};

enum loop_status {
    LOOP_GOES_ON,
    LOOP_ENDED,   // stop() was called, and the iteration is over
    LOOP_RAISED,  // an exception that ends the run: it is the vm's raised one
    LOOP_STUCK,   // nothing is ready and nothing is scheduled
    LOOP_PAUSED,  // the budget ran out: call again
    LOOP_BLOCKED, // the thread waits now: call again when its wait is over
    LOOP_STOPPED, // the whole run ends here, without another line of the program
};

static inline struct loop *loop_of(struct value v) {
    return (struct loop *)value_to_object(v);
}

// Does one transition of [run].
enum loop_status loop_step(struct sim *sim, struct loop_run *run);

// Begins and ends a run; loop_end_run also ends what is half done.
void loop_begin_run(struct sim *sim, struct loop_run *run, struct loop *loop);
void loop_end_run(struct sim *sim, struct loop_run *run);

// What call_soon, call_later, call_at do: make a handle and put it in its place. [args] as in
// struct handle. They give the handle, or NULL with MemoryError raised; it is kept by its place
// and, if [keep], by the caller as well.
struct handle_spec {
    enum event_what what;
    struct value callback, args, context; // borrowed
    bool args_are_tuple;
    bool hidden;        // see struct handle
    int64_t when;       // of loop_call_at: the deadline …
    struct value given; // … and the number that it was made from; borrowed
};
// loop_put_soon is the builtin call_soon; loop_call_soon is that of the loop's class.
struct handle *loop_put_soon(struct vm *vm, struct loop *loop, const struct handle_spec *spec,
                             bool keep);
struct handle *loop_call_soon(struct vm *vm, struct loop *loop, const struct handle_spec *spec,
                              bool keep);
struct handle *loop_call_at(struct vm *vm, struct loop *loop, const struct handle_spec *spec,
                            bool keep);

// Cancels a handle: it will not run.
void loop_cancel_handle(struct vm *vm, struct handle *handle);

// Drops what a loop keeps, for its type's free slot.
void loop_clear(struct vm *vm, struct loop *loop);

#endif
