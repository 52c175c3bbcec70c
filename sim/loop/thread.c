#include "loop/thread.h"

#include "base/mem.h"
#include "loop/state.h"

struct thread *thread_new(struct sim *sim) {
    struct thread *thread = mem_zalloc(1, sizeof *thread);
    thread->number = ++sim->thread_count;
    thread->context = VALUE_ABSENT;
    thread->deadline = CLOCK_FOREVER;
    struct thread **end = &sim->threads;
    while (*end != NULL) {
        end = &(*end)->next;
    }
    *end = thread;
    return thread;
}

void thread_remove(struct sim *sim, struct thread *thread) {
    struct thread **link = &sim->threads;
    while (*link != thread) {
        link = &(*link)->next;
    }
    *link = thread->next;
    mem_free(thread);
}

void thread_free_all(struct sim *sim) {
    while (sim->threads != NULL) {
        thread_remove(sim, sim->threads);
    }
}

bool thread_has_others(const struct sim *sim) {
    return sim->threads->next != NULL;
}

bool thread_can_go_on(const struct sim *sim, const struct thread *thread) {
    if (thread->deadline <= sim->clock.now) {
        return true;
    }
    switch (thread->wait) {
    case WAIT_NOTHING:
        return true;
    case WAIT_TIME:
        return false;
    case WAIT_LOCK:
        return !thread->lock->locked;
    case WAIT_LOOP:
        return thread->run.loop->ready.count > 0 || thread->run.loop->stopping;
    }
    return false;
}

// Workers first, in the order of starting; the main thread, which heads the list, last.
static struct thread *find_ready(const struct sim *sim) {
    for (struct thread *thread = sim->threads->next; thread != NULL; thread = thread->next) {
        if (!thread->nested && thread_can_go_on(sim, thread)) {
            return thread;
        }
    }
    struct thread *main = sim->threads;
    return !main->nested && thread_can_go_on(sim, main) ? main : NULL;
}

static int64_t earliest_deadline(const struct sim *sim) {
    int64_t earliest = CLOCK_FOREVER;
    for (const struct thread *thread = sim->threads; thread != NULL; thread = thread->next) {
        if (!thread->nested && thread->deadline < earliest) {
            earliest = thread->deadline;
        }
    }
    return earliest;
}

static void switch_to(struct sim *sim, struct thread *thread) {
    struct thread *before = sim->thread;
    if (before == thread) {
        return;
    }
    if (before != NULL) {
        before->running = sim->running;
        before->current = sim->current;
        before->context = sim->context;
    }
    sim->thread = thread;
    sim->running = thread->running;
    sim->current = thread->current;
    sim->context = thread->context;
    vm_set_task(sim->vm, sim->current != NULL ? sim->current->future.id : 0);
}

bool thread_pass_on(struct sim *sim) {
    struct thread *next = find_ready(sim);
    while (next == NULL) {
        int64_t deadline = earliest_deadline(sim);
        if (deadline == CLOCK_FOREVER) {
            return false;
        }
        clock_wait_until(&sim->clock, deadline);
        next = find_ready(sim);
    }
    switch_to(sim, next);
    return true;
}

void thread_wait_until(struct sim *sim, enum thread_wait wait, struct lock *lock,
                       int64_t deadline) {
    struct thread *thread = sim->thread;
    thread->wait = wait;
    thread->lock = lock;
    thread->deadline = deadline;
    if (lock != NULL) {
        value_keep(value_object(lock));
    }
    if (deadline != CLOCK_FOREVER) {
        sim->clock.spun = 0;
    }
}

void lock_take(struct sim *sim, struct lock *lock) {
    lock->locked = true;
    lock->owner = sim->thread->number;
    lock->count = 1;
}
