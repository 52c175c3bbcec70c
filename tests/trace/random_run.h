// Runs for tests: made-up but possible ones, and streams of events that no run would give.
//
//     struct tape *tape = random_run(seed, 1000); // about so many events, freed by the caller
//     struct tape *tape = random_noise(seed, 1000);
//
// The same seed gives the same events.
#ifndef TESTS_TRACE_RANDOM_RUN_H
#define TESTS_TRACE_RANDOM_RUN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "trace/sink.h"

#define RUN_TASKS 2000

// A run in the making: a loop that knows just enough to do only what could happen.
struct run {
    struct tape *tape;
    struct sink sink;
    uint64_t random;
    uint32_t handles, tasks, frames; // ids given out
    uint64_t tick;
    int64_t time;
    uint32_t ready[RUN_TASKS], ready_task[RUN_TASKS]; // the ready queue: handles and whose they are
    size_t ready_count;
    uint32_t timers[RUN_TASKS], timer_task[RUN_TASKS], timer_future[RUN_TASKS];
    int64_t timer_when[RUN_TASKS];
    size_t timer_count;
    uint32_t frame_of[RUN_TASKS * 8]; // by task: its frame
};

static inline uint32_t run_random(struct run *run, uint32_t below) {
    run->random = run->random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(run->random >> 33) % below;
}

static inline uint32_t run_text(struct run *run, const char *text) {
    return tape_text(run->tape, text, strlen(text));
}

static inline void run_ready(struct run *run, enum event_what what, uint32_t task) {
    uint32_t id = ++run->handles;
    uint32_t lib = what == WHAT_CALL ? run_text(run, "gather: a child is done") : 0;
    sink_ready(&run->sink, (struct sink_handle){id, what, task, 0, lib});
    run->ready[run->ready_count] = id;
    run->ready_task[run->ready_count++] = what == WHAT_CALL ? 0 : task;
}

static inline void run_create(struct run *run, uint32_t by) {
    if (run->ready_count + run->timer_count + 2 >= RUN_TASKS || run->tasks >= RUN_TASKS * 7) {
        return;
    }
    uint32_t id = ++run->tasks;
    uint32_t name = run_random(run, 5) == 0 ? run_text(run, "worker") : TAPE_TEXT_NUMBERED | id;
    sink_task(&run->sink, id, name, run_text(run, "main.<locals>.say_after"), by);
    run_ready(run, WHAT_STEP, id);
}

static inline void run_sleep(struct run *run, uint32_t task) {
    uint32_t future = ++run->tasks, handle = ++run->handles;
    size_t i = run->timer_count++;
    sink_future(&run->sink, future, run_text(run, "sleep"));
    run->timer_when[i] = run->time + (int64_t)run_random(run, 5) * 500000000;
    run->timers[i] = handle;
    run->timer_task[i] = task;
    run->timer_future[i] = future;
    uint32_t lib = run_text(run, "sleep over");
    sink_timer(&run->sink, (struct sink_handle){handle, WHAT_CALL, task, 0, lib},
               run->timer_when[i]);
    sink_wait(&run->sink, task, future);
}

// Some statements of the task's frame.
static inline void run_code(struct run *run, uint32_t task) {
    uint32_t frame = run->frame_of[task];
    if (frame == 0) {
        frame = run->frame_of[task] = ++run->frames;
        tape_call(run->tape, frame, 0, run_text(run, "say_after"), 4, 0, task);
    }
    uint32_t names[] = {run_text(run, "delay"), run_text(run, "what"), run_text(run, "i")};
    for (uint32_t i = run_random(run, 6); i > 0; i--) {
        tape_line(run->tape, frame, (uint16_t)(5 + run_random(run, 4)));
        double number = run_random(run, 100) / 8.0;
        uint64_t bits;
        memcpy(&bits, &number, sizeof bits);
        uint32_t which = run_random(run, 3);
        tape_set(run->tape, which == 0 ? TAPE_SET_INT : TAPE_SET_FLOAT, frame, names[which],
                 which == 0 ? run_random(run, 9) : bits);
    }
    if (run_random(run, 4) == 0) {
        uint32_t inner = ++run->frames;
        tape_call(run->tape, inner, 0, run_text(run, "helper"), 20, frame, task);
        tape_line(run->tape, inner, 21);
        tape_return(run->tape, TAPE_RETURN_TEXT, inner, TAPE_TEXT_NONE);
    }
    if (run_random(run, 5) == 0) {
        sink_out(&run->sink, STREAM_STDOUT, run_text(run, "hello\n"));
    }
}

static inline void run_step_of_task(struct run *run, uint32_t handle, uint32_t task) {
    run_code(run, task);
    uint32_t choice = run_random(run, 8);
    if (choice < 2) {
        run_create(run, task);
    }
    if (choice < 5) {
        run_sleep(run, task);
        sink_back(&run->sink, handle, BACK_AWAIT);
    } else if (choice == 5) {
        sink_wait(&run->sink, task, 0);
        run_ready(run, WHAT_STEP, task);
        sink_back(&run->sink, handle, BACK_AWAIT);
    } else {
        tape_return(run->tape, TAPE_RETURN_INT, run->frame_of[task], 42);
        sink_done(&run->sink, task, STATE_RESULT, EVENT_VALUE_INT, 42);
        run_ready(run, WHAT_CALL, task);
        sink_back(&run->sink, handle, BACK_RETURN);
    }
}

// A task awaits its own future, which is how a run of tests can do without a model of who waits.
static inline void run_callback(struct run *run, uint32_t handle) {
    if (run_random(run, 3) == 0) {
        sink_time(&run->sink, run->time += 1000);
    }
    if (run_random(run, 9) == 0) {
        sink_warn(&run->sink, run_text(run, "coroutine 'f' was never awaited"), 0);
    }
    sink_back(&run->sink, handle, BACK_CALL);
}

static inline void run_due(struct run *run) {
    for (size_t i = 0; i < run->timer_count;) {
        if (run->timer_when[i] > run->time) {
            i++;
            continue;
        }
        uint32_t task = run->timer_task[i];
        sink_due(&run->sink, run->timers[i]);
        run->ready[run->ready_count] = run->timers[i];
        run->ready_task[run->ready_count++] = RUN_TASKS * 8 + (uint32_t)i; // the sleep is over
        sink_done(&run->sink, run->timer_future[i], STATE_RESULT, EVENT_VALUE_TEXT, TAPE_TEXT_NONE);
        run_ready(run, WHAT_WAKEUP, task);
        run->timer_count--;
        run->timers[i] = run->timers[run->timer_count];
        run->timer_task[i] = run->timer_task[run->timer_count];
        run->timer_when[i] = run->timer_when[run->timer_count];
        run->timer_future[i] = run->timer_future[run->timer_count];
    }
}

static inline void run_tick(struct run *run) {
    if (run->ready_count == 0 && run->timer_count > 0) {
        int64_t first = run->timer_when[0];
        for (size_t i = 1; i < run->timer_count; i++) {
            first = run->timer_when[i] < first ? run->timer_when[i] : first;
        }
        run->time = first > run->time ? first : run->time;
    }
    sink_tick(&run->sink, ++run->tick, run->time);
    run_due(run);
    size_t count = run->ready_count;
    for (size_t i = 0; i < count; i++) {
        uint32_t handle = run->ready[i], task = run->ready_task[i];
        sink_run(&run->sink, handle);
        if (task == 0 || task >= RUN_TASKS * 8) {
            run_callback(run, handle);
        } else {
            run_step_of_task(run, handle, task);
        }
    }
    memmove(run->ready, run->ready + count, (run->ready_count - count) * sizeof *run->ready);
    memmove(run->ready_task, run->ready_task + count,
            (run->ready_count - count) * sizeof *run->ready_task);
    run->ready_count -= count;
}

static inline struct tape *random_run(uint64_t seed, uint64_t events) {
    struct run *run = calloc(1, sizeof *run);
    run->tape = tape_new();
    run->sink.tape = run->tape;
    run->random = seed;
    uint32_t module = ++run->frames;
    tape_call(run->tape, module, 0, run_text(run, "<module>"), 1, 0, 0);
    tape_line(run->tape, module, 1);
    while (run->tape->events < events) {
        if (run->ready_count + run->timer_count < 8) {
            run_create(run, 0);
        }
        run_tick(run);
    }
    sink_end(&run->sink, END_FINISHED);
    struct tape *tape = run->tape;
    free(run);
    return tape;
}

// Any events in any order, about a few ids, known or not.
static inline struct tape *random_noise(uint64_t seed, uint64_t events) {
    struct run run = {.tape = tape_new(), .random = seed};
    run.sink.tape = run.tape;
    while (run.tape->events < events) {
        struct event event = {.kind = (uint8_t)run_random(&run, EVENT_KIND_COUNT)};
        event.id = run_random(&run, 12);
        event.task = run_random(&run, 12);
        event.other = run_random(&run, 12);
        event.name = run_random(&run, TAPE_TEXT_COUNT);
        event.text = run_random(&run, TAPE_TEXT_COUNT);
        event.line = run_random(&run, 100);
        event.choice = (uint8_t)run_random(&run, 3);
        event.when = run_random(&run, 5);
        event.time = run.time += run_random(&run, 2);
        event.has_time = run_random(&run, 4) == 0;
        event.number = ++run.tick;
        event.value_kind = EVENT_VALUE_INT;
        event.value = run_random(&run, 3);
        if (event.kind != EVENT_END && (event.id != 0 || event.kind >= EVENT_OUT)) {
            sink_event(&run.sink, &event);
        }
    }
    return run.tape;
}

#endif
