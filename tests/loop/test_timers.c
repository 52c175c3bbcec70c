#include <stdlib.h>

#include "support/test.h"

#include "loop/clock.h"
#include "loop/ready.h"
#include "loop/timers.h"

#define COUNT 1000

struct fixture {
    struct timers timers;
    struct handle handles[COUNT];
};

static int set_up(void **state) {
    static const struct fixture empty;
    struct fixture *fixture = malloc(sizeof *fixture);
    *fixture = empty;
    *state = fixture;
    return 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    timers_free(&fixture->timers);
    free(fixture);
    return 0;
}

static void start(struct fixture *fixture, size_t index, int64_t when) {
    fixture->handles[index].when = when;
    timers_add(&fixture->timers, &fixture->handles[index]);
}

static void equal_deadlines_fire_in_start_order(void **state) {
    struct fixture *fixture = *state;
    for (size_t i = 0; i < COUNT; i++) {
        start(fixture, i, 5);
    }
    for (size_t i = 0; i < COUNT; i++) {
        assert_ptr_equal(timers_pop(&fixture->timers), &fixture->handles[i]);
    }
}

static void the_earliest_comes_first(void **state) {
    struct fixture *fixture = *state;
    for (size_t i = 0; i < COUNT; i++) {
        start(fixture, i, (int64_t)(i * 7919 % 100));
    }
    const struct handle *before = timers_pop(&fixture->timers);
    while (fixture->timers.count > 0) {
        const struct handle *next = timers_pop(&fixture->timers);
        assert_true(before->when < next->when ||
                    (before->when == next->when && before->started < next->started));
        before = next;
    }
}

static void any_timer_can_be_removed(void **state) {
    struct fixture *fixture = *state;
    for (size_t i = 0; i < COUNT; i++) {
        start(fixture, i, (int64_t)(i * 7919 % 1000));
    }
    for (size_t i = 0; i < COUNT; i += 2) {
        timers_remove(&fixture->timers, &fixture->handles[i]);
        assert_int_equal(fixture->handles[i].heap_index, HANDLE_NOT_TIMED);
    }
    int64_t last = -1;
    for (size_t i = 0; i < COUNT / 2; i++) {
        const struct handle *next = timers_pop(&fixture->timers);
        assert_true(next->when >= last);
        assert_int_equal((next - fixture->handles) % 2, 1);
        last = next->when;
    }
    assert_null(timers_first(&fixture->timers));
}

static void the_ready_queue_is_first_in_first_out(void **state) {
    struct fixture *fixture = *state;
    struct ready ready = {0};
    for (size_t i = 0; i < COUNT; i++) {
        ready_push(&ready, &fixture->handles[i]);
    }
    assert_int_equal(ready.count, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        assert_ptr_equal(ready_pop(&ready), &fixture->handles[i]);
    }
    assert_int_equal(ready.count, 0);
}

static void seconds_become_whole_nanoseconds(void **state) {
    (void)state;
    assert_int_equal(clock_from_seconds(0.1 + 0.2), 300000000);
    assert_int_equal(clock_from_seconds(1.5), 1500000000);
    assert_int_equal(clock_from_seconds(1e300), CLOCK_FOREVER);
    assert_true(clock_to_seconds(1500000000) == 1.5);
}

static void a_program_that_spins_sees_the_clock_move(void **state) {
    (void)state;
    struct clock clock = {0};
    for (int i = 0; i < CLOCK_SPIN_MOST; i++) {
        assert_int_equal(clock_read(&clock), 0);
    }
    assert_int_equal(clock_read(&clock), CLOCK_SPIN_STEP);
    assert_int_equal(clock_read(&clock), 2 * CLOCK_SPIN_STEP);
    clock_wait_until(&clock, CLOCK_SECOND);
    assert_int_equal(clock_read(&clock), CLOCK_SECOND);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(equal_deadlines_fire_in_start_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_earliest_comes_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(any_timer_can_be_removed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_ready_queue_is_first_in_first_out, set_up, tear_down),
        cmocka_unit_test(seconds_become_whole_nanoseconds),
        cmocka_unit_test(a_program_that_spins_sees_the_clock_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
