#include "trace/compare.h"

#include <inttypes.h>
#include <string.h>

#include "base/printable.h"
#include "trace/sentence.h"

// Goes through the schedule of one run.
struct walk {
    struct replay *replay;
    const struct log *log;
    struct log_cursor cursor; // before the event to look from
    uint64_t count;           // rows so far
};

static struct walk walk_make(struct replay *replay) {
    const struct log *log = replay_log(replay);
    return (struct walk){.replay = replay, .log = log, .cursor = log_from(log, 0)};
}

// What runs, as the schedule calls it; 0 if it is no part of the schedule.
static uint32_t name_of_running(const struct state *state) {
    struct state_handle handle;
    struct state_task task;
    if (!state_handle(state, state->handle, &handle)) {
        return 0;
    }
    if (handle.what == WHAT_CALL) {
        return handle.name;
    }
    return state_task(state, handle.task, &task) ? task.name : 0;
}

// Finds the next row; false at the end of the run.
static bool walk_next(struct walk *walk, struct compare_row *row) {
    struct event event;
    while (log_next(&walk->cursor, &event) && walk->cursor.next <= REPLAY_MOST) {
        if (event.kind != EVENT_RUN) {
            continue;
        }
        const struct state *state = replay_seek(walk->replay, walk->cursor.next);
        uint32_t name = name_of_running(state);
        if (name != 0) {
            *row = (struct compare_row){state->tick, state->time, name, state->position};
            walk->count++;
            return true;
        }
    }
    return false;
}

static bool texts_equal(const struct log *a, uint32_t x, const struct log *b, uint32_t y) {
    char space[LOG_VALUE_SPACE], other[LOG_VALUE_SPACE];
    size_t length, size;
    const char *text = log_text(a, x, space, &length), *with = log_text(b, y, other, &size);
    return length == size && memcmp(text, with, length) == 0;
}

// Compares the schedules row by row and notes where they part.
static void compare_schedules(struct walk walks[2], struct compare_result *result) {
    for (result->row = 0;; result->row++) {
        for (int i = 0; i < 2; i++) {
            result->has_row[i] = walk_next(&walks[i], &result->rows[i]);
            result->positions[i] =
                result->has_row[i] ? result->rows[i].position : replay_count(walks[i].replay);
        }
        const struct compare_row *a = &result->rows[0], *b = &result->rows[1];
        if (!result->has_row[0] && !result->has_row[1]) {
            return;
        }
        if (!result->has_row[0] || !result->has_row[1]) {
            result->part = COMPARE_SHORTER;
            return;
        }
        if (a->tick != b->tick || a->time != b->time ||
            !texts_equal(walks[0].log, a->name, walks[1].log, b->name)) {
            result->part = COMPARE_SCHEDULE;
            return;
        }
    }
}

// Puts all that the run wrote to [stream] into [text].
static void collect(struct replay *replay, uint32_t stream, struct buf *text) {
    const struct state *state = replay_seek(replay, UINT64_MAX);
    for (uint32_t i = 0; i < state->out; i++) {
        struct state_text out;
        char space[LOG_VALUE_SPACE];
        size_t length;
        state_out(state, i, &out);
        if (out.stream == stream) {
            const char *piece = log_text(replay_log(replay), out.text, space, &length);
            buf_put(text, piece, length);
        }
    }
}

// The position right after the output by which the first [length] bytes and one more are written.
static uint64_t position_of_byte(struct replay *replay, uint32_t stream, size_t length) {
    const struct state *state = replay_seek(replay, UINT64_MAX);
    size_t written = 0;
    for (uint32_t i = 0; i < state->out; i++) {
        struct state_text out;
        char space[LOG_VALUE_SPACE];
        size_t size;
        state_out(state, i, &out);
        log_text(replay_log(replay), out.text, space, &size);
        written += out.stream == stream ? size : 0;
        if (written > length) {
            return out.position + 1;
        }
    }
    return state->position;
}

static void compare_stream(struct replay *const runs[2], uint32_t stream,
                           struct compare_result *result) {
    struct buf texts[2] = {{0}, {0}};
    collect(runs[0], stream, &texts[0]);
    collect(runs[1], stream, &texts[1]);
    size_t same = 0, lines = 1;
    while (same < texts[0].length && same < texts[1].length &&
           texts[0].data[same] == texts[1].data[same]) {
        lines += texts[0].data[same++] == '\n';
    }
    if (same < texts[0].length || same < texts[1].length) {
        result->part = COMPARE_OUT;
        result->stream = (int)stream;
        result->line = lines;
        for (int i = 0; i < 2; i++) {
            result->positions[i] = position_of_byte(runs[i], stream, same);
        }
    }
    buf_free(&texts[0]);
    buf_free(&texts[1]);
}

static void compare_ends(struct replay *const runs[2], struct compare_result *result) {
    const struct compare_totals *a = &result->totals[0], *b = &result->totals[1];
    if (a->ended != b->ended || a->end != b->end) {
        result->part = COMPARE_END;
        result->positions[0] = replay_count(runs[0]);
        result->positions[1] = replay_count(runs[1]);
    }
}

static void add_up(struct replay *replay, uint64_t rows, struct compare_totals *totals) {
    const struct state *state = replay_seek(replay, UINT64_MAX);
    *totals = (struct compare_totals){
        .rows = rows,
        .ticks = state->tick,
        .tasks = state->counts[STATE_TASKS],
        .time = state->time,
        .ended = state->ended,
        .end = (enum event_end)state->end,
        .events = state->position,
    };
    for (uint32_t stream = 0; stream < STREAM_COUNT; stream++) {
        struct buf text = {0};
        collect(replay, stream, &text);
        totals->out_bytes += text.length;
        buf_free(&text);
    }
}

void compare_runs(struct replay *a, struct replay *b, struct compare_result *result) {
    struct replay *const runs[2] = {a, b};
    struct walk walks[2] = {walk_make(a), walk_make(b)};
    *result = (struct compare_result){.part = COMPARE_AGREE};
    compare_schedules(walks, result);
    for (int i = 0; i < 2; i++) {
        struct compare_row rest;
        while (walk_next(&walks[i], &rest)) {
        }
        add_up(runs[i], walks[i].count, &result->totals[i]);
    }
    for (uint32_t stream = 0; stream < STREAM_COUNT && result->part == COMPARE_AGREE; stream++) {
        compare_stream(runs, stream, result);
    }
    if (result->part == COMPARE_AGREE) {
        compare_ends(runs, result);
    }
}

void compare_put_schedule(struct buf *out, struct replay *run) {
    struct walk walk = walk_make(run);
    struct compare_row row;
    while (walk_next(&walk, &row)) {
        char space[LOG_VALUE_SPACE];
        size_t length;
        const char *name = log_text(walk.log, row.name, space, &length);
        buf_printf(out, "%" PRIu64 " %" PRId64 " ", row.tick, row.time);
        printable_put(out, name, length);
        buf_putc(out, '\n');
    }
}
