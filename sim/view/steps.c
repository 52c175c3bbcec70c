#include "view/steps.h"

#define END_AHEAD 1000000 // events by which `end` goes on in a program that may never end
#define PATIENCE  15      // times that a program which computes is asked for more, for one step

// Asks for [events] in all.
static enum view_supply ask(struct view *view, uint64_t events) {
    const struct view_recording *recording = &view->options.recording;
    enum view_supply supply =
        recording->advance == NULL ? VIEW_ENDED : recording->advance(recording->self, events);
    view->is_slow = supply == VIEW_SLOW;
    return supply;
}

void steps_produce(struct view *view, uint64_t position) {
    ask(view, position + STEPS_AHEAD);
}

bool steps_produce_more(struct view *view, uint64_t ahead) {
    uint64_t events = log_count(view->options.recording.log) + ahead;
    enum view_supply supply = VIEW_SLOW;
    for (int i = 0; supply == VIEW_SLOW && i < PATIENCE; i++) {
        supply = ask(view, events);
    }
    return supply == VIEW_ENOUGH;
}

// In what is known by now. For the replay a position is at a line just before its event.
static uint64_t find_known(struct view *view, int direction, struct replay_goal goal) {
    uint64_t from = view->position;
    bool is_line = goal.kind == REPLAY_LINE || goal.kind == REPLAY_BREAK;
    from -= is_line && from > 0;
    uint64_t found = replay_find(view->replay, from, direction, goal);
    return is_line && found != REPLAY_NONE ? found + 1 : found;
}

uint64_t steps_find(struct view *view, int direction, struct replay_goal goal) {
    uint64_t found = find_known(view, direction, goal);
    bool more = direction > 0;
    for (uint64_t ahead = STEPS_AHEAD; found == REPLAY_NONE && more; ahead *= 2) {
        more = steps_produce_more(view, ahead);
        found = find_known(view, direction, goal);
    }
    return found;
}

// Goes to [found], or to the run's end in [direction] if that is REPLAY_NONE.
static bool go_or_end(struct view *view, int direction, uint64_t found) {
    if (found == REPLAY_NONE && direction > 0 && view->is_slow) {
        return false;
    }
    if (found == REPLAY_NONE) {
        found = direction > 0 ? replay_count(view->replay) : 0;
        if (found == view->position) {
            return false;
        }
    }
    view_go(view, found);
    return true;
}

bool steps_go(struct view *view, int direction, enum replay_goal_kind kind) {
    struct replay_goal goal = {.kind = kind};
    if (kind == REPLAY_HANDOFF) {
        goal.task = view->follow;
    }
    return go_or_end(view, direction, steps_find(view, direction, goal));
}

// Is this where a task gives control back? (A callback's return says little.)
static bool is_of_a_task(void *context, const struct event *event, uint64_t k) {
    (void)context;
    (void)k;
    return event->choice != BACK_CALL;
}

// The nearest position in [direction] where control comes back from a task.
static uint64_t find_back(struct view *view, int direction) {
    struct log *log = view->options.recording.log;
    struct log_search search = {.kinds = 1u << EVENT_BACK, .fits = is_of_a_task};
    uint64_t at = view->position;
    if (direction < 0 && at == 0) {
        return REPLAY_NONE;
    }
    at = direction > 0 ? log_find(log, at, &search) : log_find_back(log, at - 1, &search);
    return at == LOG_NONE ? REPLAY_NONE : at + 1;
}

// The same for the followed task; its handoffs are `run` and `back` in turn.
static uint64_t find_back_of_followed(struct view *view, int direction) {
    struct replay_goal goal = {.kind = REPLAY_HANDOFF, .task = view->follow};
    uint64_t at = replay_find(view->replay, view->position, direction, goal);
    struct event event;
    while (at != REPLAY_NONE && log_read(view->options.recording.log, at - 1, &event) &&
           event.kind != EVENT_BACK) {
        at = replay_find(view->replay, at, direction, goal);
    }
    return at;
}

bool steps_go_line(struct view *view, int direction) {
    struct replay_goal line = {.kind = REPLAY_LINE, .task = view->follow};
    uint64_t found = steps_find(view, direction, line);
    uint64_t back =
        view->follow != 0 ? find_back_of_followed(view, direction) : find_back(view, direction);
    bool is_nearer = found == REPLAY_NONE || (direction > 0 ? back < found : back > found);
    return go_or_end(view, direction, back != REPLAY_NONE && is_nearer ? back : found);
}

bool steps_go_break(struct view *view, int direction) {
    uint64_t best = REPLAY_NONE;
    for (size_t i = 0; i < view->breaks.count; i++) {
        const struct breakpoint *stop = &view->breaks.items[i];
        struct replay_goal goal = {.kind = REPLAY_BREAK, .file = stop->file, .line = stop->line};
        uint64_t found = steps_find(view, direction, goal);
        bool nearer = best == REPLAY_NONE || (direction > 0 ? found < best : found > best);
        if (found != REPLAY_NONE && nearer) {
            best = found;
        }
    }
    if (best != REPLAY_NONE) {
        view_go(view, best);
    }
    return best != REPLAY_NONE;
}

bool steps_go_task(struct view *view, uint32_t task) {
    struct replay_goal goal = {.kind = REPLAY_HANDOFF, .task = task};
    for (int direction = +1; direction >= -1; direction -= 2) {
        uint64_t at = steps_find(view, direction, goal);
        while (at != REPLAY_NONE) {
            struct event event;
            if (log_read(view->options.recording.log, at - 1, &event) && event.kind == EVENT_RUN) {
                view_go(view, at);
                return true;
            }
            at = replay_find(view->replay, at, direction, goal);
        }
    }
    return false;
}

void steps_go_end(struct view *view) {
    steps_produce_more(view, END_AHEAD);
    view_go(view, log_count(view->options.recording.log));
}
