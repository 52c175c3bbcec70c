// Seeking gives the same state as applying one event after another, whatever the events are.
#include "support/test.h"

#include <stdlib.h>

#include "random_run.h"
#include "state_text.h"
#include "trace/replay.h"

static void check_seek(struct replay *straight, struct replay *jumping, uint64_t position) {
    struct buf a = {0}, b = {0};
    state_text(&a, replay_seek(straight, position), 40);
    state_text(&b, replay_seek(jumping, position), 40);
    assert_string_equal(buf_text(&a), buf_text(&b));
    buf_free(&a);
    buf_free(&b);
}

// Compares a replay that only goes forwards with one that goes from anywhere to anywhere.
static void check_run(struct tape *tape, uint32_t epoch, uint64_t step) {
    struct log *log = log_new(tape);
    struct replay *straight = replay_new(log), *jumping = replay_new_epochs(log, epoch);
    uint64_t count = replay_count(jumping), random = 1;
    replay_seek(jumping, count);
    for (uint64_t k = 0; k <= count; k += step) {
        random = random * 6364136223846793005u + 1;
        replay_seek(jumping, (random >> 33) % (count + 1));
        check_seek(straight, jumping, k);
    }
    replay_free(straight);
    replay_free(jumping);
    log_free(log);
    tape_free(tape);
}

static void seek_equals_replay_at_every_position(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        check_run(random_run(seed, 1500), 16, 1);
        check_run(random_run(seed, 1500), 1, 7);
    }
}

static void seek_equals_replay_in_a_long_run(void **state) {
    (void)state;
    check_run(random_run(7, 150000), 4096, 997);
}

static void noise_does_no_harm(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        check_run(random_noise(seed, 400), 8, 1);
    }
}

static void a_log_is_replayed_while_it_grows(void **state) {
    (void)state;
    struct tape *tape = tape_new(), *whole = random_run(3, 3000);
    struct log *log = log_new(tape), *from = log_new(whole);
    struct replay *growing = replay_new_epochs(log, 64), *all = replay_new(from);
    struct sink sink = {.tape = tape};
    for (uint32_t id = 0; id < names_count(whole->names); id++) {
        const struct name *name = names_at(whole->names, id);
        tape_text(tape, name->text, name->length);
    }
    struct event event;
    for (struct log_cursor at = log_from(from, 0); log_next(&at, &event);) {
        sink_event(&sink, &event);
        assert_int_equal(replay_seek(growing, UINT64_MAX)->position, at.next);
    }
    check_seek(all, growing, 1234);
    check_seek(all, growing, replay_count(all));
    assert_true(log_is_ended(log));
    replay_free(growing);
    replay_free(all);
    log_free(log);
    log_free(from);
    tape_free(tape);
    tape_free(whole);
}

// The nearest position at the goal by trying one after another.
static uint64_t find_slowly(const struct log *log, uint64_t from, int direction, uint32_t kinds,
                            uint64_t after) {
    struct event event;
    for (uint64_t k = from + (uint64_t)direction; k < log_count(log) + after;
         k += (uint64_t)direction) {
        if (k >= after && log_read(log, k - after, &event) && (kinds >> event.kind & 1) != 0) {
            return k;
        }
        if (k == 0) {
            break;
        }
    }
    return REPLAY_NONE;
}

static void find_goes_to_the_nearest(void **state) {
    (void)state;
    static const struct {
        enum replay_goal_kind kind;
        uint32_t kinds;
        uint64_t after;
    } goals[] = {{REPLAY_EVENT, UINT32_MAX, 1},
                 {REPLAY_LINE, 1u << EVENT_LINE, 0},
                 {REPLAY_HANDOFF, 1u << EVENT_RUN | 1u << EVENT_BACK, 1},
                 {REPLAY_TICK, 1u << EVENT_TICK, 1},
                 {REPLAY_OUT, 1u << EVENT_OUT, 1}};
    struct tape *tape = random_run(5, 400);
    struct log *log = log_new(tape);
    struct replay *replay = replay_new_epochs(log, 32);
    for (size_t i = 0; i < sizeof goals / sizeof *goals; i++) {
        for (uint64_t from = 0; from <= log_count(log); from++) {
            struct replay_goal goal = {.kind = goals[i].kind};
            for (int direction = -1; direction <= 1; direction += 2) {
                assert_int_equal(replay_find(replay, from, direction, goal),
                                 find_slowly(log, from, direction, goals[i].kinds, goals[i].after));
            }
        }
    }
    replay_free(replay);
    log_free(log);
    tape_free(tape);
}

static void find_follows_a_task_and_stops_at_a_line(void **state) {
    (void)state;
    struct tape *tape = random_run(9, 20000);
    struct log *log = log_new(tape);
    struct replay *replay = replay_new_epochs(log, 512);
    uint64_t at = 0, steps = 0;
    struct replay_goal follow = {.kind = REPLAY_HANDOFF, .task = 3};
    while ((at = replay_find(replay, at, 1, follow)) != REPLAY_NONE && ++steps < 100) {
        const struct state *now = replay_seek(replay, at);
        assert_true(now->task == 3 || now->task == 0);
        assert_int_equal(replay_find(replay, at + 1, -1, follow), at);
    }
    assert_true(steps > 2);
    struct replay_goal stop = {.kind = REPLAY_BREAK, .file = 0, .line = 21};
    at = replay_find(replay, 0, 1, stop);
    struct event event;
    assert_true(log_read(log, at, &event));
    assert_int_equal(event.line, 21);
    stop.file = 1;
    assert_int_equal(replay_find(replay, 0, 1, stop), REPLAY_NONE);
    replay_free(replay);
    log_free(log);
    tape_free(tape);
}

static void check_position(struct replay *replay, const char *text, uint64_t expected) {
    struct diag diag = {0};
    uint64_t position = 0;
    assert_int_equal(replay_parse(replay, text, &position, &diag), expected != REPLAY_NONE);
    if (expected != REPLAY_NONE) {
        assert_int_equal(position, expected);
    } else {
        assert_int_equal(diag.kind, DIAG_FILE);
    }
}

static void positions_are_understood(void **state) {
    (void)state;
    struct tape *tape = tape_new();
    struct sink sink = {.tape = tape};
    sink_tick(&sink, 1, 0);
    sink_out(&sink, STREAM_STDOUT, TAPE_TEXT_NONE);
    sink_tick(&sink, 2, 1500000000);
    sink_tick(&sink, 3, 1500000000);
    sink_time(&sink, 1600000000);
    sink_out(&sink, STREAM_STDOUT, TAPE_TEXT_NONE);
    sink_end(&sink, END_FINISHED);
    struct log *log = log_new(tape);
    struct replay *replay = replay_new(log);
    static const struct {
        const char *text;
        uint64_t position;
    } cases[] = {
        {"end", 6},
        {"event:0", 0},
        {"event:6", 6},
        {"event:7", REPLAY_NONE},
        {"tick:1", 1},
        {"tick:3", 4},
        {"tick:0", 0},
        {"tick:4", REPLAY_NONE},
        {"time:0", 2},
        {"time:1.4999", 2},
        {"time:1.5", 4},
        {"time:1.6", 6},
        {"time:99", 6},
        {"time:.5", 2},
        {"out:0", 0},
        {"out:1", 2},
        {"out:2", 5},
        {"out:3", REPLAY_NONE},
        {"", REPLAY_NONE},
        {"event:", REPLAY_NONE},
        {"time:", REPLAY_NONE},
        {"time:-1", REPLAY_NONE},
        {"5", REPLAY_NONE},
        {"time:.", REPLAY_NONE},
        {"event:1x", REPLAY_NONE},
        {"time:1e3", REPLAY_NONE},
        {"event:99999999999999999999", REPLAY_NONE},
        {"time:99999999999999999999", REPLAY_NONE},
        {"end ", REPLAY_NONE},
        {"tick:-1", REPLAY_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_position(replay, cases[i].text, cases[i].position);
    }
    replay_free(replay);
    log_free(log);
    tape_free(tape);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seek_equals_replay_at_every_position),
        cmocka_unit_test(seek_equals_replay_in_a_long_run),
        cmocka_unit_test(noise_does_no_harm),
        cmocka_unit_test(a_log_is_replayed_while_it_grows),
        cmocka_unit_test(find_goes_to_the_nearest),
        cmocka_unit_test(find_follows_a_task_and_stops_at_a_line),
        cmocka_unit_test(positions_are_understood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
