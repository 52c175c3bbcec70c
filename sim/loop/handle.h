// Handles: callbacks that the loop will run, the objects that call_soon and call_later give.
//
// A handle is in one of three places: in the ready queue, on the timer heap, or nowhere. Both
// places keep it (count a reference) while it is there.
#ifndef LOOP_HANDLE_H
#define LOOP_HANDLE_H

#include "trace/event.h"
#include "vm/object.h"

struct loop;

struct handle {
    struct object head;
    struct loop *loop;   // kept
    struct handle *next; // in the ready queue
    int64_t when;        // deadline in loop time; only of a timer
    uint64_t started;    // how many timers were started before it: decides between equal ones
    uint32_t heap_index; // on the timer heap; HANDLE_NOT_TIMED elsewhere
    uint32_t id;         // the trace's number, from 1
    uint8_t what;        // enum event_what
    bool cancelled;
    bool is_timer;         // a TimerHandle
    bool hidden;           // of the runtime's own housekeeping: no part of the trace
    struct value callback; // of WHAT_CALL; of WHAT_STEP and WHAT_WAKEUP: the task
    struct value args;     // WHAT_CALL: one argument, or a tuple of all if [args_are_tuple];
                           // WHAT_STEP: an exception to raise in the task, or ABSENT;
                           // WHAT_WAKEUP: the future that is done
    bool args_are_tuple;
    struct value given;   // a timer's deadline as the number that the program sees
    struct value context; // contextvars.Context that it runs in, or ABSENT
};

#define HANDLE_NOT_TIMED UINT32_MAX

static inline struct handle *handle_of(struct value v) {
    return (struct handle *)value_to_object(v);
}

#endif
