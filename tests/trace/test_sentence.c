// What just happened, and why: for every kind of event, in both languages, and word for word where
// it matters.
#include "support/test.h"

#include "base/utf8.h"
#include "random_run.h"
#include "sample_run.h"
#include "trace/replay.h"
#include "trace/sentence.h"

struct fixture {
    struct tape *tape;
    struct log *log;
    struct replay *replay;
};

static struct fixture open_tape(struct tape *tape) {
    struct log *log = log_new(tape);
    return (struct fixture){tape, log, replay_new(log)};
}

static void close_tape(struct fixture *fixture) {
    replay_free(fixture->replay);
    log_free(fixture->log);
    tape_free(fixture->tape);
}

// No braces or bars of the templates, no control characters, and text at all.
static void check_form(const struct buf *text) {
    assert_true(text->length > 3);
    assert_null(strpbrk(buf_text(text), "{|\n\x1b"));
    assert_true(utf8_is_valid(buf_text(text), text->length, &(size_t){0}));
}

static void check_all(struct tape *tape) {
    struct fixture fixture = open_tape(tape);
    for (uint64_t k = 0; k <= replay_count(fixture.replay); k++) {
        const struct state *at = replay_seek(fixture.replay, k);
        for (int tongue = 0; tongue < TONGUE_COUNT; tongue++) {
            struct buf text = {0};
            sentence_put(&text, (enum tongue)tongue, fixture.log, at);
            check_form(&text);
            buf_free(&text);
        }
    }
    close_tape(&fixture);
}

static void every_kind_has_a_sentence_in_every_language(void **state) {
    (void)state;
    uint32_t kinds = 0;
    struct fixture fixture = open_tape(sample_run());
    struct event event;
    for (struct log_cursor at = log_from(fixture.log, 0); log_next(&at, &event);) {
        kinds |= 1u << event.kind;
    }
    assert_int_equal(kinds, (1u << EVENT_KIND_COUNT) - 1);
    close_tape(&fixture);
    check_all(sample_run());
}

static void any_event_has_a_sentence(void **state) {
    (void)state;
    check_all(random_run(2, 3000));
    for (uint64_t seed = 1; seed < 10; seed++) {
        check_all(random_noise(seed, 500));
    }
}

// The sentence of the [count]-th event of a kind, from 1.
static void check(enum event_kind kind, int count, const char *english, const char *chinese) {
    struct fixture fixture = open_tape(sample_run());
    const char *const expected[] = {english, chinese};
    struct log_search search = {.kinds = 1u << kind};
    uint64_t k = 0;
    for (int i = 0; i < count; i++) {
        k = log_find(fixture.log, k, &search) + 1;
    }
    for (int tongue = 0; tongue < TONGUE_COUNT; tongue++) {
        struct buf text = {0};
        sentence_put(&text, (enum tongue)tongue, fixture.log, replay_seek(fixture.replay, k));
        assert_string_equal(buf_text(&text), expected[tongue]);
        buf_free(&text);
    }
    close_tape(&fixture);
}

static void a_handoff_says_why(void **state) {
    (void)state;
    check(
        EVENT_BACK, 2,
        "Task-2 awaits sleep(1): it will be woken at 1.000. Control goes back to the loop; late is "
        "next, because it is first in the ready queue.",
        "Task-2 等待 sleep(1)：1.000 时被唤醒。控制权交还给事件循环；接下来是 "
        "late，因为它排在就绪队列的最前面。");
    check(EVENT_BACK, 3,
          "late awaits sleep(2): it will be woken at 2.000. Control goes back to the loop. Nothing "
          "is ready: the loop waits until 1.000, when the first timer is due.",
          "late 等待 sleep(2)：2.000 时被唤醒。控制权交还给事件循环。没有就绪的任务：循环要等到 "
          "1.000，最早的定时器到期。");
    check(EVENT_RUN, 1,
          "Control goes from the loop to Task-1, which was first in the ready queue: main begins.",
          "事件循环把控制权交给排在就绪队列最前面的 Task-1：main 开始运行。");
    check(EVENT_RUN, 5,
          "Control goes from the loop to Task-2, which was first in the ready queue: its await is "
          "over, because the sleep is done.",
          "事件循环把控制权交给排在就绪队列最前面的 Task-2：sleep 完成了，await "
          "到此结束，它接着往下运行。");
}

static void a_task_waits_for_a_task(void **state) {
    (void)state;
    check(EVENT_WAIT, 1,
          "Task-1 awaits Task-2, which is not done: it will be woken when Task-2 ends.",
          "Task-1 等待 Task-2，而 Task-2 还没有运行完毕：等它结束后才被唤醒。");
    check(EVENT_DONE, 2,
          "Task-2 is done, with the result 42. Task-1 was waiting for it and will be woken.",
          "Task-2 完成，结果是 42。正在等它的 Task-1 将被唤醒。");
}

static void blocking_is_told(void **state) {
    (void)state;
    check(
        EVENT_WAIT, 5,
        "2.000 s have passed in which nothing but boss could run. boss awaits the gather: it will "
        "be woken when all that was gathered is done.",
        "其间过去了 2.000 秒：boss 一直占着控制权，别的都不能运行。boss 等待 "
        "gather：收集的全部完成后才被唤醒。");
    check(EVENT_DUE, 2,
          "The callback beep leaves the timers for the end of the ready queue, 1.000 s after its "
          "deadline 2.000: until now the loop had no chance to look.",
          "回调 beep 离开定时器，排到就绪队列的末尾，比期限 2.000 晚了 1.000 "
          "秒：在这之前控制权没有回到事件循环。");
}

static void texts_of_the_program_are_made_printable(void **state) {
    (void)state;
    check(EVENT_OUT, 2, "The program writes \"\\x1b[31mred\\n\" to stderr.",
          "程序向 stderr 写了“\\x1b[31mred\\n”。");
}

static void a_deadlock_names_who_waits_for_what(void **state) {
    (void)state;
    check(EVENT_END, 1,
          "Deadlock: nothing is ready, nothing is scheduled, and someone still waits: boss for the "
          "gather.",
          "死锁：没有就绪的任务，也没有定时器，但还有任务在等待：boss 在等 gather。");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_a_sentence_in_every_language),
        cmocka_unit_test(any_event_has_a_sentence),
        cmocka_unit_test(a_handoff_says_why),
        cmocka_unit_test(a_task_waits_for_a_task),
        cmocka_unit_test(blocking_is_told),
        cmocka_unit_test(texts_of_the_program_are_made_printable),
        cmocka_unit_test(a_deadlock_names_who_waits_for_what),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
