#include "trace/replay.h"

#include "base/mem.h"
#include "base/vec.h"
#include "trace/past.h"

struct replay {
    struct log *log;
    struct past *past;
    struct state state;       // at the present position
    struct log_cursor cursor; // before the event that comes next
    uint32_t epoch;           // events of an epoch
    struct {
        struct state *items; // how the state was when each epoch began
        size_t count, capacity;
    } epochs;
};

struct replay *replay_new(struct log *log) {
    return replay_new_epochs(log, REPLAY_EPOCH);
}

struct replay *replay_new_epochs(struct log *log, uint32_t epoch) {
    struct replay *replay = mem_zalloc(1, sizeof *replay);
    replay->epoch = epoch;
    replay->log = log;
    replay->past = past_new(log);
    replay->state.past = replay->past;
    replay->cursor = log_from(log, 0);
    *vec_push(&replay->epochs) = replay->state;
    return replay;
}

void replay_free(struct replay *replay) {
    if (replay == NULL) {
        return;
    }
    past_free(replay->past);
    vec_free(&replay->epochs);
    mem_free(replay);
}

struct log *replay_log(const struct replay *replay) {
    return replay->log;
}

uint64_t replay_count(const struct replay *replay) {
    uint64_t count = log_count(replay->log);
    return count < REPLAY_MOST ? count : REPLAY_MOST;
}

// Goes to where epoch number [epoch], which was reached before, began.
static void go_to_epoch(struct replay *replay, size_t epoch) {
    past_go(replay->past, (uint32_t)epoch);
    replay->state = replay->epochs.items[epoch];
    replay->cursor = log_from(replay->log, replay->state.position);
}

// Applies the next event; false if there is none. What an epoch has changed is kept when it ends
// for the first time; later it is only changed over to.
static bool apply_next(struct replay *replay) {
    struct event event;
    if (!log_next(&replay->cursor, &event)) {
        return false;
    }
    state_apply(&replay->state, &event);
    if (replay->state.position % replay->epoch != 0) {
        return true;
    }
    size_t epoch = (size_t)(replay->state.position / replay->epoch);
    if (epoch == replay->epochs.count) {
        past_keep(replay->past);
        *vec_push(&replay->epochs) = replay->state;
    } else {
        past_go(replay->past, (uint32_t)epoch);
    }
    return true;
}

const struct state *replay_seek(struct replay *replay, uint64_t position) {
    uint64_t count = replay_count(replay);
    position = position < count ? position : count;
    size_t epoch = (size_t)(position / replay->epoch);
    if (epoch >= replay->epochs.count) {
        epoch = replay->epochs.count - 1; // The way there leads through epochs not yet kept.
    }
    uint64_t begin = replay->epochs.items[epoch].position;
    if (position < replay->state.position || replay->state.position < begin) {
        go_to_epoch(replay, epoch);
    }
    while (replay->state.position < position && apply_next(replay)) {
    }
    return &replay->state;
}

// Makes the facts of all events before [position] known.
static void learn(struct replay *replay, uint64_t position) {
    if (replay->past->frontier < position) {
        replay_seek(replay, position);
    }
}

static uint32_t kinds_of(enum replay_goal_kind kind) {
    switch (kind) {
    case REPLAY_EVENT:
        break;
    case REPLAY_LINE:
    case REPLAY_BREAK:
        return 1u << EVENT_LINE;
    case REPLAY_HANDOFF:
        return 1u << EVENT_RUN | 1u << EVENT_BACK;
    case REPLAY_TICK:
        return 1u << EVENT_TICK;
    case REPLAY_OUT:
        return 1u << EVENT_OUT;
    }
    return UINT32_MAX;
}

// Whose step the handle [id] is; 0 for a callback.
static uint32_t task_of_handle(const struct replay *replay, uint32_t id) {
    const struct handle_fact *fact = past_handle(replay->past, id, UINT64_MAX);
    return fact->what != WHAT_CALL ? fact->task : 0;
}

struct find {
    struct replay *replay;
    const struct replay_goal *goal;
};

static bool is_break(void *context, const struct event *event, uint64_t k) {
    const struct find *find = context;
    if (event->line != find->goal->line) {
        return false;
    }
    learn(find->replay, k);
    return past_frame(find->replay->past, event->id, UINT64_MAX)->file == find->goal->file;
}

static bool is_of_task(void *context, const struct event *event, uint64_t k) {
    const struct find *find = context;
    learn(find->replay, k);
    uint32_t task = event->kind == EVENT_LINE
                        ? past_frame(find->replay->past, event->id, UINT64_MAX)->task
                        : task_of_handle(find->replay, event->id);
    return task == find->goal->task;
}

uint64_t replay_find(struct replay *replay, uint64_t from, int direction, struct replay_goal goal) {
    struct find find = {replay, &goal};
    struct log_search search = {.kinds = kinds_of(goal.kind), .context = &find};
    if (goal.kind == REPLAY_BREAK) {
        search.fits = is_break;
    } else if (goal.task != 0) {
        search.fits = is_of_task;
    }
    // A position is before the line that is about to run, but after any other event.
    uint64_t after = search.kinds == 1u << EVENT_LINE ? 0 : 1;
    if (direction < 0 && from < after) {
        return REPLAY_NONE;
    }
    uint64_t k = direction > 0 ? log_find(replay->log, from + 1 - after, &search)
                               : log_find_back(replay->log, from - after, &search);
    return k == LOG_NONE || k >= REPLAY_MOST ? REPLAY_NONE : k + after;
}

size_t replay_bytes(const struct replay *replay) {
    return past_bytes(replay->past) + replay->epochs.capacity * sizeof(struct state);
}
