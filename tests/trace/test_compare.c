// Comparing runs: the totals, and the first point at which they part.
#include "support/test.h"

#include <string.h>

#include "trace/compare.h"
#include "trace/sink.h"

// A run of a few steps that the cases below change in one thing each.
struct change {
    const char *second;    // name of the second task
    int64_t time;          // of the second tick
    const char *out[2];    // what is written
    enum event_end end;    // how it ends
    bool is_short;         // the last step is missing
    uint32_t housekeeping; // library callbacks, which do not count
};

static const struct change plain = {"Task-2", 5, {"a\n", "b\n"}, END_FINISHED, false, 0};

static struct tape *make(const struct change *change) {
    struct sink sink = {.tape = tape_new()};
    uint32_t coro = tape_text(sink.tape, "main", 4), handle = 100;
    const char *second = change->second;
    sink_task(&sink, 1, TAPE_TEXT_NUMBERED | 1, coro, 0);
    sink_task(&sink, 2, tape_text(sink.tape, second, strlen(second)), coro, 1);
    sink_ready(&sink, (struct sink_handle){1, WHAT_STEP, 1, 0, 0});
    sink_tick(&sink, 1, 0);
    sink_run(&sink, 1);
    sink_back(&sink, 1, BACK_AWAIT);
    for (uint32_t i = 0; i < change->housekeeping; i++) {
        sink_ready(&sink, (struct sink_handle){++handle, WHAT_CALL, 1, 0, coro});
        sink_run(&sink, handle);
        sink_back(&sink, handle, BACK_CALL);
    }
    sink_ready(&sink, (struct sink_handle){2, WHAT_WAKEUP, 2, 0, 0});
    sink_tick(&sink, 2, change->time);
    sink_run(&sink, 2);
    for (int i = 0; i < 2; i++) {
        const char *out = change->out[i];
        sink_out(&sink, STREAM_STDOUT, tape_text(sink.tape, out, strlen(out)));
    }
    sink_back(&sink, 2, BACK_RETURN);
    if (!change->is_short) {
        sink_ready(&sink, (struct sink_handle){3, WHAT_CALL, 0, coro, 0});
        sink_run(&sink, 3);
        sink_back(&sink, 3, BACK_CALL);
    }
    sink_end(&sink, change->end);
    return sink.tape;
}

static void check(const struct change *a, const struct change *b, enum compare_part part,
                  uint64_t where) {
    struct tape *tapes[2] = {make(a), make(b)};
    struct log *logs[2] = {log_new(tapes[0]), log_new(tapes[1])};
    struct replay *runs[2] = {replay_new(logs[0]), replay_new(logs[1])};
    struct compare_result result;
    compare_runs(runs[0], runs[1], &result);
    assert_int_equal(result.part, part);
    if (part == COMPARE_SCHEDULE || part == COMPARE_SHORTER) {
        assert_int_equal(result.row, where);
    } else if (part == COMPARE_OUT) {
        assert_int_equal(result.line, where);
    }
    const char *const names[2] = {"a.py", "b\x1b.py"};
    for (int tongue = 0; tongue < TONGUE_COUNT; tongue++) {
        struct buf text = {0};
        compare_put(&text, (enum tongue)tongue, names, runs, &result);
        assert_true(text.length > 80);
        assert_null(strchr(buf_text(&text), '\x1b'));
        buf_free(&text);
    }
    for (int i = 0; i < 2; i++) {
        replay_free(runs[i]);
        log_free(logs[i]);
        tape_free(tapes[i]);
    }
}

static void equal_runs_agree(void **state) {
    (void)state;
    check(&plain, &plain, COMPARE_AGREE, 0);
}

static void housekeeping_does_not_count(void **state) {
    (void)state;
    struct change other = plain;
    other.housekeeping = 3;
    check(&plain, &other, COMPARE_AGREE, 0);
}

static void output_counts_as_a_whole_not_by_its_pieces(void **state) {
    (void)state;
    struct change other = plain;
    other.out[0] = "a\nb";
    other.out[1] = "\n";
    check(&plain, &other, COMPARE_AGREE, 0);
}

static void runs_part_at_the_first_difference(void **state) {
    (void)state;
    struct change name = plain, time = plain, out = plain, end = plain, shorter = plain;
    name.second = "Task-3";
    check(&plain, &name, COMPARE_SCHEDULE, 1);
    time.time = 6;
    check(&plain, &time, COMPARE_SCHEDULE, 1);
    shorter.is_short = true;
    check(&plain, &shorter, COMPARE_SHORTER, 2);
    check(&shorter, &plain, COMPARE_SHORTER, 2);
    out.out[1] = "c\n";
    check(&plain, &out, COMPARE_OUT, 2);
    out.out[1] = "b";
    check(&plain, &out, COMPARE_OUT, 2);
    end.end = END_ERROR;
    check(&plain, &end, COMPARE_END, 0);
}

static void the_account_says_where_and_why(void **state) {
    (void)state;
    struct change other = plain;
    other.second = "worker";
    struct tape *tapes[2] = {make(&plain), make(&other)};
    struct log *logs[2] = {log_new(tapes[0]), log_new(tapes[1])};
    struct replay *runs[2] = {replay_new(logs[0]), replay_new(logs[1])};
    struct compare_result result;
    struct buf text = {0};
    compare_runs(runs[0], runs[1], &result);
    compare_put(&text, TONGUE_EN, (const char *const[]){"a.py", "b.py"}, runs, &result);
    assert_string_equal(
        buf_text(&text),
        "a.py: 3 steps in 2 ticks, 2 tasks, 0.000000005 s, 4 bytes written, finished.\n"
        "b.py: 3 steps in 2 ticks, 2 tasks, 0.000000005 s, 4 bytes written, finished.\n"
        "They part at step 2: not the same thing runs next.\n"
        "a.py: tick 2 at 0.000000005: Control goes from the loop to Task-2, which was first in the "
        "ready queue: main begins.\n"
        "b.py: tick 2 at 0.000000005: Control goes from the loop to worker, which was first in the "
        "ready queue: main begins.\n");
    buf_clear(&text);
    compare_put_schedule(&text, runs[1]);
    assert_string_equal(buf_text(&text), "1 0 Task-1\n2 5 worker\n2 5 main\n");
    buf_free(&text);
    for (int i = 0; i < 2; i++) {
        replay_free(runs[i]);
        log_free(logs[i]);
        tape_free(tapes[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_runs_agree),
        cmocka_unit_test(housekeeping_does_not_count),
        cmocka_unit_test(output_counts_as_a_whole_not_by_its_pieces),
        cmocka_unit_test(runs_part_at_the_first_difference),
        cmocka_unit_test(the_account_says_where_and_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
