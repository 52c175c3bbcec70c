#include "view/notes_moments.h"

#include <string.h>

#include "base/mem.h"

// How far one piece has been looked for.
struct moment {
    uint64_t position; // from which it is shown; REPLAY_NONE: not found yet
    uint64_t searched; // the position from which the search goes on
    uint32_t seen;     // how many times what it names has come before that
};

struct notes_moments {
    const struct notes *notes;
    const char *model;
    struct moment *moments; // one a piece
};

struct notes_moments *notes_moments_new(const struct notes *notes, const char *model) {
    struct notes_moments *moments = mem_zalloc(1, sizeof *moments);
    moments->notes = notes;
    moments->model = model;
    moments->moments = mem_zalloc(notes->pieces.count + 1, sizeof *moments->moments);
    for (size_t i = 0; i < notes->pieces.count; i++) {
        moments->moments[i].position = REPLAY_NONE;
    }
    return moments;
}

void notes_moments_free(struct notes_moments *moments) {
    if (moments != NULL) {
        mem_free(moments->moments);
        mem_free(moments);
    }
}

// Goes on to the [times]-th position that is at the goal.
static void find_nth(struct moment *moment, struct replay *replay, struct replay_goal goal,
                     uint32_t times) {
    while (moment->seen < times) {
        uint64_t found = replay_find(replay, moment->searched, +1, goal);
        if (found == REPLAY_NONE) {
            // The last event known may be one before a line that is still to come.
            uint64_t count = replay_count(replay);
            moment->searched = count > moment->searched ? count - 1 : moment->searched;
            return;
        }
        moment->searched = found;
        moment->seen++;
    }
    moment->position = moment->searched;
}

static bool has_time(void *context, const struct event *event, uint64_t k) {
    (void)k;
    return event->has_time && event->time >= *(const int64_t *)context;
}

static bool is_of_a_task(void *context, const struct event *event, uint64_t k) {
    (void)context;
    (void)k;
    return event->choice != BACK_CALL;
}

// Goes on to the [times]-th time that a task gives control back.
static void find_back(struct moment *moment, struct replay *replay, uint32_t times) {
    struct log_search search = {.kinds = 1u << EVENT_BACK, .fits = is_of_a_task};
    while (moment->seen < times) {
        uint64_t found = log_find(replay_log(replay), moment->searched, &search);
        if (found == LOG_NONE) {
            moment->searched = replay_count(replay);
            return;
        }
        moment->searched = found + 1;
        moment->seen++;
    }
    moment->position = moment->searched;
}

// Goes on to where the clock has reached [time].
static void find_time(struct moment *moment, struct replay *replay, int64_t time) {
    struct log_search search = {.kinds = UINT32_MAX, .fits = has_time, .context = &time};
    uint64_t found = time <= 0 ? 0 : log_find(replay_log(replay), moment->searched, &search);
    if (found == LOG_NONE) {
        moment->searched = replay_count(replay);
    } else {
        moment->position = time <= 0 ? 0 : found + 1;
    }
}

static void find(struct moment *moment, struct replay *replay, const struct notes_piece *piece) {
    struct replay_goal line = {.kind = REPLAY_BREAK, .line = piece->number};
    switch (piece->at) {
    case NOTES_START:
        moment->position = 0;
        return;
    case NOTES_LINE:
        find_nth(moment, replay, line, piece->times);
        moment->position += moment->position != REPLAY_NONE; // after the event that says so
        return;
    case NOTES_BACK:
        find_back(moment, replay, piece->number);
        return;
    case NOTES_TICK:
        find_nth(moment, replay, (struct replay_goal){.kind = REPLAY_TICK}, piece->number);
        return;
    case NOTES_OUT:
        find_nth(moment, replay, (struct replay_goal){.kind = REPLAY_OUT}, piece->number);
        return;
    case NOTES_TIME:
        find_time(moment, replay, piece->time);
        return;
    case NOTES_EVENT:
        moment->position = piece->number;
        return;
    case NOTES_END:
        if (log_is_ended(replay_log(replay))) {
            moment->position = replay_count(replay);
        }
        return;
    }
}

uint64_t notes_moments_of(struct notes_moments *moments, struct replay *replay, size_t index) {
    struct moment *moment = &moments->moments[index];
    const struct notes_piece *piece = &moments->notes->pieces.items[index];
    bool is_meant = piece->model == NULL || strcmp(piece->model, moments->model) == 0;
    if (moment->position == REPLAY_NONE && is_meant) {
        find(moment, replay, piece);
    }
    return moment->position;
}

const struct notes_piece *notes_moments_at(struct notes_moments *moments, struct replay *replay,
                                           uint64_t position) {
    const struct notes_piece *latest = NULL;
    uint64_t came = 0;
    for (size_t i = 0; i < moments->notes->pieces.count; i++) {
        const struct notes_piece *piece = &moments->notes->pieces.items[i];
        uint64_t moment = notes_moments_of(moments, replay, i);
        if (piece->length > 0 && moment <= position && moment >= came) {
            latest = piece;
            came = moment;
        }
    }
    return latest;
}
