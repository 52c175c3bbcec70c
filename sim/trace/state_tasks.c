// What happens to tasks and futures: their lives, who waits for whom, and how they end.
#include "trace/state_apply.h"

#include "base/vec.h"

static struct task_now *edit(struct state *state, uint32_t id) {
    return history_edit(state->past->tasks, id);
}

// The list of waiting tasks is linked by [before] and [after].

static void waiting_push(struct state *state, uint32_t id) {
    struct task_now *now = edit(state, id);
    now->before = state->waiting_last;
    now->after = 0;
    if (state->waiting_last != 0) {
        edit(state, state->waiting_last)->after = id;
    } else {
        state->waiting_first = id;
    }
    state->waiting_last = id;
    state->counts[STATE_WAITING]++;
}

static void waiting_remove(struct state *state, uint32_t id) {
    const struct task_now *now = edit(state, id);
    if (now->before != 0) {
        edit(state, now->before)->after = now->after;
    } else {
        state->waiting_first = now->after;
    }
    if (now->after != 0) {
        edit(state, now->after)->before = now->before;
    } else {
        state->waiting_last = now->before;
    }
    state->counts[STATE_WAITING]--;
}

static void set_life(struct state *state, uint32_t id, enum state_life life) {
    struct task_now *now = edit(state, id);
    if (now->life == life) {
        return;
    }
    if (now->life == LIFE_WAITING) {
        waiting_remove(state, id);
    }
    now->life = (uint8_t)life;
    if (life == LIFE_WAITING) {
        waiting_push(state, id);
    }
    if (state_is_at_frontier(state) && past_task(state->past, id, state->position + 1)->is_task) {
        lanes_note(state->past->lanes, id, (uint32_t)state->position, (uint8_t)life);
    }
}

// Those who wait for one thing are linked by [mate_before] and [mate_after].

static void waiters_push(struct state *state, uint32_t id, uint32_t on) {
    struct task_now *now = edit(state, id), *awaited = edit(state, on);
    now->linked = true;
    now->mate_before = awaited->waiters_last;
    now->mate_after = 0;
    if (awaited->waiters_last != 0) {
        edit(state, awaited->waiters_last)->mate_after = id;
    } else {
        awaited->waiters_first = id;
    }
    awaited->waiters_last = id;
}

static void waiters_remove(struct state *state, uint32_t id) {
    struct task_now *now = edit(state, id);
    if (!now->linked) {
        return;
    }
    now->linked = false;
    if (now->mate_before != 0) {
        edit(state, now->mate_before)->mate_after = now->mate_after;
    } else {
        edit(state, now->on)->waiters_first = now->mate_after;
    }
    if (now->mate_after != 0) {
        edit(state, now->mate_after)->mate_before = now->mate_before;
    } else {
        edit(state, now->on)->waiters_last = now->mate_before;
    }
}

// Writes down what a new task or future is; false if it is there already.
static bool learn(struct state *state, const struct event *event, bool is_task) {
    struct past *past = state->past;
    struct task_fact *fact = pile_reach(&past->task_facts, event->id);
    if (fact->known && fact->born != state->position) {
        return false;
    }
    *fact = (struct task_fact){
        .text = event->text,
        .by = event->other,
        .born = (uint32_t)state->position,
        .known = true,
        .is_task = is_task,
        .is_sleep =
            !is_task && past_text_is(past, event->text, EVENT_KIND_SLEEP, &past->sleep_texts[1]),
    };
    return true;
}

void state_apply_task(struct state *state, const struct event *event) {
    struct past *past = state->past;
    if (!learn(state, event, true)) {
        return;
    }
    edit(state, event->id)->name = event->name;
    if (state->counts[STATE_TASKS] == past->tasks_made.count) {
        *vec_push(&past->tasks_made) = event->id;
        lanes_note(past->lanes, event->id, (uint32_t)state->position, LIFE_PENDING);
    }
    state->counts[STATE_TASKS]++;
}

void state_apply_future(struct state *state, const struct event *event) {
    learn(state, event, false);
}

// What the task does after it has said that it waits.
static enum state_life life_of_waiter(struct state *state, const struct task_now *now) {
    if (now->handle != 0) {
        return LIFE_READY;
    }
    const struct handle_now *timer = history_read(state->past->handles, now->timer);
    bool sleeps = now->timer != 0 && timer->life == HANDLE_TIMER &&
                  past_task(state->past, now->on, state->position + 1)->is_sleep;
    return sleeps ? LIFE_SLEEPING : LIFE_WAITING;
}

void state_apply_wait(struct state *state, const struct event *event) {
    struct task_now *now = edit(state, event->id);
    waiters_remove(state, event->id);
    now->on = now->awaited = event->other;
    if (now->on != 0) {
        waiters_push(state, event->id, now->on);
        set_life(state, event->id, life_of_waiter(state, now));
    }
}

void state_apply_done(struct state *state, const struct event *event) {
    struct past *past = state->past;
    struct task_now *now = edit(state, event->id);
    bool was_done = now->life == LIFE_DONE;
    now->state = event->choice;
    now->value_kind = event->value_kind;
    now->value = event->value;
    waiters_remove(state, event->id);
    now->on = 0;
    set_life(state, event->id, LIFE_DONE);
    if (was_done || !past_task(past, event->id, state->position + 1)->is_task) {
        return;
    }
    if (state->counts[STATE_DONE] == past->tasks_done.count) {
        *vec_push(&past->tasks_done) = event->id;
    }
    state->counts[STATE_DONE]++;
}

void state_apply_cancel(struct state *state, const struct event *event) {
    edit(state, event->id)->cancels++;
}

void state_apply_rename(struct state *state, const struct event *event) {
    edit(state, event->id)->name = event->name;
}

void state_task_is_ready(struct state *state, uint32_t task, uint32_t id) {
    struct task_now *now = edit(state, task);
    now->handle = id;
    waiters_remove(state, task);
    if (now->life != LIFE_RUNNING && now->life != LIFE_DONE) {
        set_life(state, task, LIFE_READY);
    }
}

void state_task_runs(struct state *state, uint32_t task) {
    struct task_now *now = edit(state, task);
    waiters_remove(state, task);
    now->handle = 0;
    now->on = 0;
    state->frame = now->frame;
    if (now->life != LIFE_DONE) {
        set_life(state, task, LIFE_RUNNING);
    }
}

void state_task_stops(struct state *state, uint32_t task) {
    const struct task_now *now = edit(state, task);
    if (now->life == LIFE_RUNNING) {
        set_life(state, task, now->handle != 0 ? LIFE_READY : LIFE_PENDING);
    }
}

void state_task_is_dropped(struct state *state, uint32_t task, uint32_t id) {
    struct task_now *now = edit(state, task);
    if (now->handle == id) {
        now->handle = 0;
        if (now->life == LIFE_READY) {
            set_life(state, task, now->on != 0 ? LIFE_WAITING : LIFE_PENDING);
        }
    }
}
