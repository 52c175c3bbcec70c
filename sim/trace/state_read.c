// What can be asked of a state.
#include "trace/deadlines.h"
#include "trace/past.h"

bool state_task(const struct state *state, uint32_t id, struct state_task *task) {
    const struct task_fact *fact = past_task(state->past, id, state->position);
    *task = (struct state_task){0};
    if (!fact->known) {
        return false;
    }
    const struct task_now *now = history_read(state->past->tasks, id);
    *task = (struct state_task){
        .id = id,
        .is_task = fact->is_task,
        .name = now->name,
        .coro = fact->is_task ? fact->text : 0,
        .kind = fact->is_task ? 0 : fact->text,
        .by = fact->by,
        .born = fact->born,
        .life = (enum state_life)now->life,
        .on = now->on,
        .awaited = now->awaited,
        .handle = now->handle,
        .timer = now->timer,
        .frame = now->frame,
        .cancels = now->cancels,
        .state = (enum event_state)now->state,
        .value_kind = (enum event_value)now->value_kind,
        .value = now->value,
    };
    return true;
}

bool state_handle(const struct state *state, uint32_t id, struct state_handle *handle) {
    const struct handle_fact *fact = past_handle(state->past, id, state->position);
    *handle = (struct state_handle){0};
    if (!fact->known) {
        return false;
    }
    const struct handle_now *now = history_read(state->past->handles, id);
    *handle = (struct state_handle){
        .id = id,
        .what = (enum event_what)fact->what,
        .life = (enum state_handle_life)now->life,
        .task = fact->task,
        .name = fact->is_lib ? 0 : fact->text,
        .lib = fact->is_lib ? fact->text : 0,
        .timed = fact->timed,
        .when = fact->when,
        .born = fact->born,
    };
    return true;
}

bool state_frame(const struct state *state, uint32_t id, struct state_frame *frame) {
    const struct frame_fact *fact = past_frame(state->past, id, state->position);
    *frame = (struct state_frame){0};
    if (!fact->known) {
        return false;
    }
    const struct frame_now *now = history_read(state->past->frames, id);
    *frame = (struct state_frame){
        .id = id,
        .func = fact->func,
        .file = fact->file,
        .first = fact->first,
        .line = now->line,
        .task = fact->task,
        .caller = fact->caller,
        .under = now->under,
        .ended = now->ended,
        .born = fact->born,
    };
    return true;
}

void state_out(const struct state *state, uint32_t index, struct state_text *out) {
    *out = state->past->outs.items[index];
}

void state_warn(const struct state *state, uint32_t index, struct state_text *warn) {
    *warn = state->past->warns.items[index];
}

// The pieces of lists: of a row, of the tree of timers, and of what is linked.

static size_t list_row(const uint32_t *row, size_t end, size_t skip, uint32_t *ids, size_t most) {
    size_t count = 0;
    for (size_t i = skip; i < end && count < most; i++) {
        ids[count++] = row[i];
    }
    return count;
}

static size_t list_timers(const struct state *state, size_t skip, uint32_t *ids, size_t most) {
    struct deadline timer;
    size_t count = 0;
    for (bool more = deadlines_next(state, NULL, &timer); more && count < most;
         more = deadlines_next(state, &timer, &timer)) {
        if (skip > 0) {
            skip--;
        } else {
            ids[count++] = timer.id;
        }
    }
    return count;
}

static uint32_t after_in_queue(const struct state *state, uint32_t id) {
    return ((const struct handle_now *)history_read(state->past->handles, id))->after;
}

static uint32_t after_among_waiting(const struct state *state, uint32_t id) {
    return ((const struct task_now *)history_read(state->past->tasks, id))->after;
}

static size_t list_linked(const struct state *state, uint32_t first,
                          uint32_t (*next)(const struct state *, uint32_t), size_t skip,
                          uint32_t *ids, size_t most) {
    size_t count = 0;
    for (uint32_t id = first; id != 0 && count < most; id = next(state, id)) {
        if (skip > 0) {
            skip--;
        } else {
            ids[count++] = id;
        }
    }
    return count;
}

size_t state_list(const struct state *state, enum state_list list, size_t skip, uint32_t *ids,
                  size_t most) {
    const struct past *past = state->past;
    switch (list) {
    case STATE_READY:
        return list_linked(state, state->ready_first, after_in_queue, skip, ids, most);
    case STATE_TIMERS:
        return list_timers(state, skip, ids, most);
    case STATE_WAITING:
        return list_linked(state, state->waiting_first, after_among_waiting, skip, ids, most);
    case STATE_DONE:
        return list_row(past->tasks_done.items, state->counts[list], skip, ids, most);
    case STATE_TASKS:
        return list_row(past->tasks_made.items, state->counts[list], skip, ids, most);
    case STATE_LIST_COUNT:
        break;
    }
    return 0;
}

size_t state_waiters(const struct state *state, uint32_t id, uint32_t *ids, size_t most) {
    const struct task_now *now = history_read(state->past->tasks, id);
    size_t count = 0;
    for (uint32_t at = now->waiters_first; at != 0 && count < most; at = now->mate_after) {
        ids[count++] = at;
        now = history_read(state->past->tasks, at);
    }
    return count;
}

size_t state_stack(const struct state *state, uint32_t task, uint32_t *ids, size_t most) {
    const struct task_now *now = history_read(state->past->tasks, task);
    uint32_t frame = task == 0 ? state->outside : now->frame;
    size_t count = 0;
    while (frame != 0 && count < most) {
        ids[count++] = frame;
        frame = ((const struct frame_now *)history_read(state->past->frames, frame))->under;
    }
    return count;
}

size_t state_variables(const struct state *state, uint32_t frame, size_t skip,
                       struct state_variable *variables, size_t most) {
    const struct frame_now *owner = history_read(state->past->frames, frame);
    size_t count = 0;
    for (uint32_t at = owner->first; at != 0 && count < most;) {
        const struct variable_now *now = history_read(state->past->variables, at);
        if (skip > 0) {
            skip--;
        } else {
            variables[count++] = (struct state_variable){
                .name = now->name,
                .value_kind = (enum event_value)now->value_kind,
                .value = now->value,
                .changed = now->changed,
            };
        }
        at = now->next;
    }
    return count;
}

void state_lane(const struct state *state, uint32_t task, const uint64_t *edges, size_t count,
                state_lane_cell *cells) {
    for (size_t i = 0; i < count; i++) {
        uint64_t to = edges[i + 1] < state->position ? edges[i + 1] : state->position;
        cells[i] = lanes_read(state->past->lanes, task, edges[i], to);
    }
}

// How many moments begin with an event before [position].
static size_t moments_before(const struct past *past, uint64_t position) {
    size_t low = 0, high = past->moments.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (past->moments.items[middle].position < position) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

int64_t state_time_at(const struct state *state, uint64_t position) {
    size_t count = moments_before(state->past, position);
    return count == 0 ? 0 : state->past->moments.items[count - 1].time;
}

uint64_t state_position_at(const struct state *state, int64_t time) {
    size_t low = 0, high = moments_before(state->past, state->position);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (state->past->moments.items[middle].time <= time) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool is_last = low == moments_before(state->past, state->position);
    return is_last ? state->position : state->past->moments.items[low].position;
}
