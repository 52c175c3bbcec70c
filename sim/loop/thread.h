// Threads, simulated: one runs, the others stand still.
//
// A thread runs until it blocks (time.sleep, a lock, a loop with nothing to do, waiting for others
// at the end) or ends. Then the first that can go on goes on, in the order of starting, the main
// thread last; if none can, the clock moves to the earliest deadline. So a worker runs when the
// loop waits, and its sleep passes on the clock while the loop goes on.
#ifndef LOOP_THREAD_H
#define LOOP_THREAD_H

#include "loop/loop.h"
#include "vm/native.h"

struct sim;

// threading.Lock, and RLock where [owner] counts.
struct lock {
    struct object head;
    bool locked;
    bool reentrant;
    uint32_t owner; // number of the thread that has it
    uint32_t count; // how often it has it
};

enum thread_wait {
    WAIT_NOTHING, // it runs, or could
    WAIT_TIME,    // until its deadline
    WAIT_LOCK,    // until [lock] is free
    WAIT_LOOP,    // its loop, until something is ready
};

struct thread {
    struct thread *next;      // in the order of starting
    uint32_t number;          // 1 is the main thread
    bool daemon;              // the program's end does not wait for it
    bool nested;              // it waits inside a native's call: only that call can end the wait
    struct activity activity; // its own code; while it is in run_forever, blocked there
    bool loops;               // it is inside run_forever: [run] is valid
    struct loop_run run;
    enum thread_wait wait;
    struct lock *lock; // of WAIT_LOCK, kept
    int64_t deadline;  // when it stops waiting; CLOCK_FOREVER: never
    // What the sim has of the thread that runs, set aside for the others:
    struct loop *running;
    struct task *current;
    struct value context;
};

extern const struct native_module thread_module; // _thread

// Makes a thread, the last in the order. The first one made is the main thread.
struct thread *thread_new(struct sim *sim);

// Takes an ended thread off the list and gives it back; the main thread stays until
// thread_free_all.
void thread_remove(struct sim *sim, struct thread *thread);
void thread_free_all(struct sim *sim);

// Are there threads besides the main one?
bool thread_has_others(const struct sim *sim);

// Makes the thread that can go on next the running one, moving the clock if need be, and ends its
// wait. False: nobody can ever go on.
bool thread_pass_on(struct sim *sim);

// Begins a wait of the running thread.
void thread_wait_until(struct sim *sim, enum thread_wait wait, struct lock *lock, int64_t deadline);

// Can it go on now?
bool thread_can_go_on(const struct sim *sim, const struct thread *thread);

// Takes a free lock for the running thread.
void lock_take(struct sim *sim, struct lock *lock);

#endif
