#include "loop/drive.h"

#include "loop/report.h"
#include "loop/state.h"
#include "vm/exception.h"
#include "vm/import.h"
#include "vm/int.h"
#include "vm/raise.h"

// Lines that a thread runs at the most before control goes back to the sim's caller.
#define LINES_AT_ONCE 4096

// Lines that are not recorded count as so much less, so that what records nothing comes to an end.
#define LINES_AN_EVENT 10

// Transitions of a loop that are done without looking at anything else.
#define STEPS_AT_ONCE 64

// Steps between two questions whether the run is interrupted: one costs a system call.
#define STEPS_UNASKED 64

static void resume(struct sim *sim);

// Must the run end where it stands?
bool drive_must_stop(struct sim *sim) {
    if (sim->options.interrupted != NULL && ++sim->asked % STEPS_UNASKED == 0) {
        sim->interrupted = sim->options.interrupted();
    }
    uint64_t limit = sim->options.limit;
    return sim->interrupted ||
           (limit != 0 && (sim->tape->events >= limit || sim->lines / LINES_AN_EVENT >= limit));
}

void drive_refill(struct sim *sim) {
    uint64_t limit = sim->options.limit, events = sim->tape->events;
    bool is_near = limit > events && limit - events < LINES_AT_ONCE;
    int lines = is_near ? (int)(limit - events) : LINES_AT_ONCE;
    int64_t left = vm_refill(sim->vm, lines);
    sim->lines += (uint64_t)(sim->granted > left ? sim->granted - left : 0);
    sim->granted = lines;
}

void sim_begin_request(struct sim *sim, int request, struct value payload) {
    struct thread *thread = sim->thread;
    int64_t nanoseconds = 0;
    switch ((enum sim_request)request) {
    case REQUEST_RUN_FOREVER:
        loop_begin_run(sim, &thread->run, loop_of(payload));
        thread->loops = true;
        return;
    case REQUEST_SLEEP:
        int_to_int64(payload, &nanoseconds);
        thread_wait_until(sim, WAIT_TIME, NULL, sim->clock.now + nanoseconds);
        return;
    case REQUEST_WAIT:
        return; // it waits already
    }
}

// What the thread that goes on again gets for its wait.
static struct value end_wait(struct sim *sim) {
    struct thread *thread = sim->thread;
    struct value answer = VALUE_NONE;
    if (thread->wait == WAIT_LOCK) {
        answer = value_bool(!thread->lock->locked);
        if (!thread->lock->locked) {
            lock_take(sim, thread->lock);
        }
        value_drop(sim->vm, value_object(thread->lock));
    }
    thread->wait = WAIT_NOTHING;
    thread->lock = NULL;
    thread->deadline = CLOCK_FOREVER;
    sink_time(&sim->sink, sim->clock.now);
    return answer;
}

// The thread whose turn it is runs until it waits or has ended.
static void run_turn(struct sim *sim) {
    do {
        drive_refill(sim);
        drive_thread(sim);
    } while (!sim->stopped && !drive_must_stop(sim) && sim->thread != NULL &&
             sim->thread->wait == WAIT_NOTHING);
}

// Runs the other threads until [thread] can go on, inside a native's call of that thread.
static bool let_others_run(struct sim *sim, struct thread *thread) {
    do {
        drive_refill(sim);
        thread->nested = false;
        bool passed = !drive_must_stop(sim) && thread_pass_on(sim);
        thread->nested = true;
        if (!passed) {
            sim->stuck = !drive_must_stop(sim);
            return false;
        }
        if (sim->thread != thread) {
            run_turn(sim);
        }
    } while (sim->thread != thread && !sim->stopped);
    thread->nested = false;
    return !sim->stopped;
}

// Runs a loop to the end of its run, inside a native that calls run_forever.
static struct value run_nested(struct sim *sim) {
    struct thread *thread = sim->thread;
    enum loop_status status;
    do {
        drive_refill(sim);
        status = drive_must_stop(sim) ? LOOP_STOPPED : loop_step(sim, &thread->run);
        if (status == LOOP_BLOCKED && let_others_run(sim, thread)) {
            resume(sim);
            status = LOOP_GOES_ON;
        } else if (status == LOOP_BLOCKED) {
            status = LOOP_STOPPED;
        }
    } while (status == LOOP_GOES_ON || status == LOOP_PAUSED);
    loop_end_run(sim, &thread->run);
    thread->loops = false;
    if (status == LOOP_ENDED) {
        return VALUE_NONE;
    }
    sim->stuck |= status == LOOP_STUCK;
    if (status != LOOP_RAISED) {
        vm_end(sim->vm);
    }
    return VALUE_ERROR;
}

// A native blocked inside another native's call: what it waits for happens now.
struct value drive_block(void *self, struct vm *vm, int request, struct value payload) {
    struct sim *sim = self;
    sim_begin_request(sim, request, payload);
    if (request == REQUEST_RUN_FOREVER) {
        return run_nested(sim);
    }
    if (!let_others_run(sim, sim->thread)) {
        vm_end(vm);
        return VALUE_ERROR;
    }
    return end_wait(sim);
}

void drive_finish(struct sim *sim, enum event_end why, int status) {
    if (sim->stopped) {
        return;
    }
    sim->stopped = true;
    sim->end = why;
    sim->exit_status = status;
    sink_time(&sim->sink, sim->clock.now);
    sink_end(&sim->sink, why);
}

// Nothing of the program runs any more: what it leaves behind dies.
static void end_program(struct sim *sim) {
    vm_shut_down(sim->vm);
    report_pending_tasks(sim);
    drive_finish(sim, sim->end, sim->exit_status);
}

// As python3 does at its end, the main thread joins the others.
static bool join_others(struct sim *sim) {
    if (sim->thread_count == 1 || sim->shutting_down) {
        return false;
    }
    sim->shutting_down = true;
    struct value threading = import_module(sim->vm, "threading");
    struct value join =
        value_is_error(threading) ? VALUE_ERROR : vm_get_attribute(sim->vm, threading, "_shutdown");
    value_drop(sim->vm, threading);
    if (value_is_error(join)) {
        value_drop(sim->vm, raised_take(sim->vm));
        return false;
    }
    activity_call(sim->vm, &sim->thread->activity, join, NULL, 0);
    value_drop(sim->vm, join);
    return true;
}

// The main thread's code has ended: its exit status is known.
static void end_main(struct sim *sim, enum outcome outcome, struct value value) {
    if (!sim->shutting_down) {
        sim->end = END_FINISHED;
    }
    if (outcome == OUTCOME_RAISED && !sim->shutting_down) {
        // sys.exit() ends a program as well as its last line does, whatever the status.
        bool exits = exception_is_kind(sim->vm, value, EXCEPTION_SystemExit);
        sim->end = exits ? END_FINISHED : END_ERROR;
        sim->exit_status = vm_is_refusal(sim->vm, value) ? report_refusal(sim, value)
                                                         : report_uncaught(sim, value);
    }
    value_drop(sim->vm, value);
    activity_free(sim->vm, &sim->thread->activity);
    if (!join_others(sim)) {
        end_program(sim);
    }
}

static void end_thread(struct sim *sim, enum outcome outcome, struct value value) {
    struct thread *thread = sim->thread;
    if (thread == sim->threads) {
        end_main(sim, outcome, value);
        return;
    }
    value_drop(sim->vm, value);
    activity_free(sim->vm, &thread->activity);
    value_replace(sim->vm, &sim->context, VALUE_ABSENT);
    sim->thread = NULL;
    thread_remove(sim, thread);
}

// The run ends where it stands: a limit was reached, somebody interrupted it, or a loop inside a
// native's call was stuck.
void drive_stop(struct sim *sim) {
    if (sim->stuck) {
        report_deadlock(sim);
        drive_finish(sim, END_DEADLOCK, 3);
    } else if (sim->interrupted) {
        sim_interrupt(sim);
    } else {
        drive_finish(sim, END_LIMIT, 4);
    }
}

static void step_code(struct sim *sim) {
    struct value value;
    struct thread *thread = sim->thread;
    enum outcome outcome = activity_run(sim->vm, &thread->activity, &value);
    switch (outcome) {
    case OUTCOME_PAUSED:
        return;
    case OUTCOME_BLOCKED:
        sim_begin_request(sim, vm_request(sim->vm), value);
        value_drop(sim->vm, value);
        return;
    case OUTCOME_ENDED:
        drive_stop(sim);
        return;
    case OUTCOME_RETURNED:
    case OUTCOME_RAISED:
    case OUTCOME_YIELDED:
        end_thread(sim, outcome, value);
    }
}

static void leave_loop(struct sim *sim, enum loop_status status) {
    struct thread *thread = sim->thread;
    loop_end_run(sim, &thread->run);
    thread->loops = false;
    bool throws = status == LOOP_RAISED;
    activity_answer(sim->vm, &thread->activity, throws ? raised_take(sim->vm) : VALUE_NONE, throws);
}

// One transition of the loop that the thread is in; false if it did not come to its end.
static bool step_loop(struct sim *sim) {
    enum loop_status status = loop_step(sim, &sim->thread->run);
    switch (status) {
    case LOOP_GOES_ON:
        return true;
    case LOOP_PAUSED:
    case LOOP_BLOCKED:
        break;
    case LOOP_ENDED:
    case LOOP_RAISED:
        leave_loop(sim, status);
        break;
    case LOOP_STUCK:
        sim->stuck = true;
        drive_stop(sim);
        break;
    case LOOP_STOPPED:
        drive_stop(sim);
    }
    return false;
}

// Ends the wait of the thread that goes on now: its code, or the handle that its loop runs, gets
// the answer; a loop that waited itself needs none.
static void resume(struct sim *sim) {
    struct thread *thread = sim->thread;
    enum thread_wait wait = thread->wait;
    struct value answer = end_wait(sim);
    if (wait != WAIT_LOOP) {
        struct activity *activity = thread->loops ? &thread->run.activity : &thread->activity;
        activity_answer(sim->vm, activity, answer, false);
    }
}

void drive_thread(struct sim *sim) {
    if (sim->thread->wait != WAIT_NOTHING) {
        resume(sim);
    } else if (sim->thread->loops) {
        step_loop(sim);
    } else {
        step_code(sim);
    }
}

void drive_loop(struct sim *sim) {
    bool in_loop = sim->thread != NULL && sim->thread->loops && sim->thread->wait == WAIT_NOTHING;
    for (int i = 0; i < STEPS_AT_ONCE && in_loop; i++) {
        in_loop = step_loop(sim);
    }
}

// One thread runs until it waits or has ended; then the next one's turn comes.
bool drive_choose(struct sim *sim) {
    bool goes_on = sim->thread != NULL && sim->thread->wait == WAIT_NOTHING;
    return goes_on || thread_pass_on(sim);
}
