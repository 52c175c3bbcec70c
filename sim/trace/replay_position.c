// Positions as people write them: end, event:N, tick:N, time:1.5, out:N.
#include <inttypes.h>
#include <string.h>

#include "trace/past.h"
#include "trace/replay.h"

#define NANOSECONDS 1000000000

// Reads a whole number at [*text] and moves on; false if there is none or it is too large.
static bool read_number(const char **text, uint64_t *number) {
    const char *at = *text;
    for (*number = 0; *at >= '0' && *at <= '9'; at++) {
        if (*number > UINT32_MAX * (uint64_t)10) {
            return false;
        }
        *number = *number * 10 + (uint64_t)(*at - '0');
    }
    bool is_there = at != *text;
    *text = at;
    return is_there;
}

static bool parse_count(const char *text, uint64_t *number) {
    return read_number(&text, number) && *text == '\0';
}

// Reads seconds as 3, 1.5 or .5 into nanoseconds; digits beyond those are dropped.
static bool parse_seconds(const char *text, uint64_t *time) {
    uint64_t whole = 0;
    bool has_whole = read_number(&text, &whole);
    *time = whole * NANOSECONDS;
    if (whole >= INT64_MAX / NANOSECONDS || (!has_whole && *text != '.')) {
        return false;
    }
    if (*text == '.') {
        text++;
        has_whole = has_whole || *text != '\0';
        for (uint64_t unit = NANOSECONDS / 10; *text >= '0' && *text <= '9'; text++, unit /= 10) {
            *time += (uint64_t)(*text - '0') * unit;
        }
    }
    return has_whole && *text == '\0';
}

static bool refuse(struct diag *diag, const char *text, const char *what, uint64_t last) {
    diag_set(diag, DIAG_FILE, "--at %s: the recording has no such %s; the last is %" PRIu64, text,
             what, last);
    return false;
}

static bool find_event(struct replay *replay, uint64_t n, const char *text, uint64_t *position,
                       struct diag *diag) {
    *position = n;
    uint64_t count = replay_count(replay);
    return n <= count || refuse(diag, text, "event", count);
}

static bool find_tick(struct replay *replay, uint64_t n, const char *text, uint64_t *position,
                      struct diag *diag) {
    const struct state *state = replay_seek(replay, UINT64_MAX);
    const struct past *past = state->past;
    for (size_t i = 0; i < past->moments.count && n != 0; i++) {
        if (past->moments.items[i].tick == n) {
            *position = past->moments.items[i].position + 1u;
            return true;
        }
    }
    *position = 0;
    return n == 0 || refuse(diag, text, "tick", state->tick);
}

static bool find_time(struct replay *replay, uint64_t time, const char *text, uint64_t *position,
                      struct diag *diag) {
    (void)text;
    (void)diag;
    *position = state_position_at(replay_seek(replay, UINT64_MAX), (int64_t)time);
    return true;
}

static bool find_out(struct replay *replay, uint64_t n, const char *text, uint64_t *position,
                     struct diag *diag) {
    const struct state *state = replay_seek(replay, UINT64_MAX);
    if (n > state->out) {
        return refuse(diag, text, "output", state->out);
    }
    struct state_text out = {0};
    if (n > 0) {
        state_out(state, (uint32_t)n - 1, &out);
    }
    *position = n == 0 ? 0 : out.position + 1;
    return true;
}

static const struct form {
    const char *prefix;
    bool (*parse)(const char *text, uint64_t *number);
    bool (*find)(struct replay *replay, uint64_t number, const char *text, uint64_t *position,
                 struct diag *diag);
} forms[] = {
    {"event:", parse_count, find_event},
    {"tick:", parse_count, find_tick},
    {"time:", parse_seconds, find_time},
    {"out:", parse_count, find_out},
};

bool replay_parse(struct replay *replay, const char *text, uint64_t *position, struct diag *diag) {
    if (strcmp(text, "end") == 0) {
        *position = replay_count(replay);
        return true;
    }
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t length = strlen(forms[i].prefix);
        uint64_t number;
        if (strncmp(text, forms[i].prefix, length) == 0 && forms[i].parse(text + length, &number)) {
            return forms[i].find(replay, number, text, position, diag);
        }
    }
    diag_set(diag, DIAG_FILE,
             "--at %.100s: a position is end, event:N, tick:N, time:SECONDS or out:N", text);
    return false;
}
