// state_apply, and what happens to handles: the ready queue, the timers and who has control.
//
// Every function takes any event without harm, whatever order events come in: ids that were never
// given out read as zeros, and an event that asks for what cannot be is passed over.
#include "trace/state.h"

#include "base/vec.h"
#include "trace/deadlines.h"
#include "trace/state_apply.h"

static void queue_push(struct state *state, uint32_t id) {
    struct handle_now *now = history_edit(state->past->handles, id);
    *now = (struct handle_now){.before = state->ready_last, .life = HANDLE_READY};
    if (state->ready_last != 0) {
        struct handle_now *last = history_edit(state->past->handles, state->ready_last);
        last->after = id;
    } else {
        state->ready_first = id;
    }
    state->ready_last = id;
    state->counts[STATE_READY]++;
}

static void queue_remove(struct state *state, uint32_t id) {
    struct history *handles = state->past->handles;
    struct handle_now *now = history_edit(handles, id);
    if (now->before != 0) {
        ((struct handle_now *)history_edit(handles, now->before))->after = now->after;
    } else {
        state->ready_first = now->after;
    }
    if (now->after != 0) {
        ((struct handle_now *)history_edit(handles, now->after))->before = now->before;
    } else {
        state->ready_last = now->before;
    }
    state->counts[STATE_READY]--;
}

static struct deadline deadline_of(const struct state *state, uint32_t id) {
    const struct handle_fact *fact = past_handle(state->past, id, state->position + 1);
    return (struct deadline){fact->when, fact->born, id};
}

// Takes the handle out of where it stands and gives it another [life].
static void leave(struct state *state, uint32_t id, enum state_handle_life life) {
    struct handle_now *now = history_edit(state->past->handles, id);
    if (now->life == HANDLE_READY) {
        queue_remove(state, id);
    } else if (now->life == HANDLE_TIMER) {
        struct deadline timer = deadline_of(state, id);
        deadlines_remove(state, &timer);
        state->counts[STATE_TIMERS]--;
    }
    *now = (struct handle_now){.life = (uint8_t)life};
}

static enum state_handle_life life_of(const struct state *state, uint32_t id) {
    const struct handle_now *now = history_read(state->past->handles, id);
    return (enum state_handle_life)now->life;
}

// Does this handle carry its task on, rather than only belong to it?
static bool is_step(const struct handle_fact *fact) {
    return fact->task != 0 && fact->what != WHAT_CALL;
}

static void note_moment(struct state *state) {
    struct past *past = state->past;
    if (state_is_at_frontier(state)) {
        *vec_push(&past->moments) =
            (struct moment){(uint32_t)state->position, state->tick, state->time};
    }
}

static void apply_tick(struct state *state, const struct event *event) {
    state->tick = event->number;
    state->time = event->time;
    note_moment(state);
}

// Writes down what a new handle is; false if it is there already, which producers never do.
static bool learn_handle(struct state *state, const struct event *event) {
    struct handle_fact *fact = pile_reach(&state->past->handle_facts, event->id);
    if (fact->known && fact->born != state->position) {
        return false;
    }
    *fact = (struct handle_fact){
        .task = event->task,
        .text = event->lib != 0 ? event->lib : event->name,
        .born = (uint32_t)state->position,
        .what = event->choice,
        .is_lib = event->lib != 0,
        .timed = event->kind == EVENT_TIMER,
        .known = true,
        .when = event->when,
    };
    return true;
}

static void apply_ready(struct state *state, const struct event *event) {
    if (learn_handle(state, event)) {
        queue_push(state, event->id);
        if (is_step(past_handle(state->past, event->id, state->position + 1))) {
            state_task_is_ready(state, event->task, event->id);
        }
    }
}

static void apply_timer(struct state *state, const struct event *event) {
    struct past *past = state->past;
    if (!learn_handle(state, event)) {
        return;
    }
    ((struct handle_now *)history_edit(past->handles, event->id))->life = HANDLE_TIMER;
    struct deadline timer = deadline_of(state, event->id);
    deadlines_add(state, &timer);
    state->counts[STATE_TIMERS]++;
    if (event->task != 0 &&
        past_text_is(past, event->lib, EVENT_LIB_SLEEP, &past->sleep_texts[0])) {
        ((struct task_now *)history_edit(past->tasks, event->task))->timer = event->id;
    }
}

static void apply_due(struct state *state, const struct event *event) {
    if (life_of(state, event->id) == HANDLE_TIMER) {
        leave(state, event->id, HANDLE_NONE);
        queue_push(state, event->id);
        const struct handle_fact *fact = past_handle(state->past, event->id, state->position + 1);
        if (is_step(fact)) {
            state_task_is_ready(state, fact->task, event->id);
        }
    }
}

static void apply_drop(struct state *state, const struct event *event) {
    enum state_handle_life life = life_of(state, event->id);
    if (life == HANDLE_TIMER || life == HANDLE_READY) {
        leave(state, event->id, HANDLE_DROPPED);
        state_task_is_dropped(state, past_handle(state->past, event->id, state->position + 1)->task,
                              event->id);
    }
}

static void apply_run(struct state *state, const struct event *event) {
    leave(state, event->id, HANDLE_RUNNING);
    const struct handle_fact *fact = past_handle(state->past, event->id, state->position + 1);
    state->handle = event->id;
    state->task = is_step(fact) ? fact->task : 0;
    state->frame = state->outside;
    if (state->task != 0) {
        state_task_runs(state, state->task);
    }
}

static void apply_back(struct state *state, const struct event *event) {
    leave(state, event->id, HANDLE_DONE);
    if (state->task != 0) {
        state_task_stops(state, state->task);
    }
    state->handle = 0;
    state->task = 0;
}

static void apply_end(struct state *state, const struct event *event) {
    state->ended = true;
    state->end = event->choice;
}

static void apply_out(struct state *state, const struct event *event) {
    if (state->out == state->past->outs.count) {
        *vec_push(&state->past->outs) =
            (struct state_text){state->position, event->text, event->choice};
    }
    state->out++;
}

static void apply_warn(struct state *state, const struct event *event) {
    if (state->warn == state->past->warns.count) {
        *vec_push(&state->past->warns) =
            (struct state_text){state->position, event->text, event->name};
    }
    state->warn++;
}

static void (*const appliers[EVENT_KIND_COUNT])(struct state *, const struct event *) = {
    [EVENT_TICK] = apply_tick,           [EVENT_READY] = apply_ready,
    [EVENT_TIMER] = apply_timer,         [EVENT_DUE] = apply_due,
    [EVENT_DROP] = apply_drop,           [EVENT_RUN] = apply_run,
    [EVENT_BACK] = apply_back,           [EVENT_END] = apply_end,
    [EVENT_TASK] = state_apply_task,     [EVENT_FUTURE] = state_apply_future,
    [EVENT_WAIT] = state_apply_wait,     [EVENT_DONE] = state_apply_done,
    [EVENT_CANCEL] = state_apply_cancel, [EVENT_RENAME] = state_apply_rename,
    [EVENT_CALL] = state_apply_call,     [EVENT_LINE] = state_apply_line,
    [EVENT_SET] = state_apply_set,       [EVENT_RETURN] = state_apply_leave,
    [EVENT_RAISE] = state_apply_leave,   [EVENT_OUT] = apply_out,
    [EVENT_WARN] = apply_warn,
};

void state_apply(struct state *state, const struct event *event) {
    if (event->has_time && event->kind != EVENT_TICK) {
        state->time = event->time;
        note_moment(state);
    }
    appliers[event->kind](state, event);
    state->position++;
    if (state->position > state->past->frontier) {
        state->past->frontier = state->position;
    }
}
