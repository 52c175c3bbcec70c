// Every position of recorded runs, in every size and form: drawn without a flaw, and the same
// whichever way one came there.
#include "trace/random_run.h"
#include "view/flawless.h"
#include "view/shown.h"

static const char *const traces[] = {"create-task", "blocking", "errors",
                                     "wide",        "schedule", "notes"};
static const int sizes[][2] = {{100, 30}, {80, 24}, {60, 20}, {40, 10}, {160, 50}};

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Draws all positions forwards, keeping the canvases, then backwards, comparing.
static void check_positions(struct shown *shown, int width, int height, uint64_t by) {
    uint64_t count = log_count(shown->log);
    struct canvas **drawn = calloc(count + 1, sizeof(struct canvas *));
    for (uint64_t k = 0; k <= count; k += by) {
        view_go(shown->view, k);
        drawn[k] = shown_draw(shown, width, height);
        shown->canvas = NULL;
        assert_whole(drawn[k]);
    }
    for (uint64_t k = count + 1; k-- > 0;) {
        if (drawn[k] != NULL) {
            view_go(shown->view, k);
            assert_true(flawless_same(drawn[k], shown_draw(shown, width, height)));
            canvas_free(drawn[k]);
        }
    }
    free(drawn);
}

static void check_trace(const char *name, struct view_options options) {
    struct shown shown;
    shown_open(&shown, name, options);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        check_positions(&shown, sizes[i][0], sizes[i][1], 1);
    }
    shown_close(&shown);
}

static void every_position_is_drawn_without_a_flaw_in_english(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(traces); i++) {
        check_trace(traces[i], (struct view_options){0});
    }
}

static void every_position_is_drawn_without_a_flaw_in_chinese(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(traces); i++) {
        check_trace(traces[i], (struct view_options){.chinese = true});
    }
}

static void every_position_is_drawn_without_a_flaw_in_ascii(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(traces); i++) {
        check_trace(traces[i], (struct view_options){.ascii = true, .chinese = true});
    }
}

static void made_up_runs_and_noise_are_drawn_without_a_flaw(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        struct shown shown = {0};
        struct tape *tape = seed % 2 == 0 ? random_noise(seed, 600) : random_run(seed, 3000);
        header_init(&shown.header, "cpython", "2026-01-01T18:27:03", DETAIL_VALUES);
        shown_open_tape(&shown, tape, (struct view_options){.chinese = seed > 2});
        check_positions(&shown, 80, 24, 7);
        shown_close(&shown);
    }
}

static void every_size_is_drawn_without_a_flaw(void **state) {
    struct shown shown;
    (void)state;
    shown_open(&shown, "wide", (struct view_options){.chinese = true});
    for (uint64_t k = 20; k < log_count(shown.log); k += 30) {
        view_go(shown.view, k);
        for (int width = 1; width < 110; width += 3) {
            for (int height = 1; height < 35; height++) {
                assert_flawless(shown_draw(&shown, width, height));
            }
        }
    }
    shown_close(&shown);
}

static void each_pane_alone_is_drawn_without_a_flaw(void **state) {
    struct shown shown;
    (void)state;
    shown_open(&shown, "errors", (struct view_options){0});
    shown_key(&shown, 'z');
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        check_positions(&shown, 100, 30, 5);
        check_positions(&shown, 60, 20, 5);
        shown_key(&shown, TERM_TAB);
    }
    shown_close(&shown);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_position_is_drawn_without_a_flaw_in_english),
        cmocka_unit_test(every_position_is_drawn_without_a_flaw_in_chinese),
        cmocka_unit_test(every_position_is_drawn_without_a_flaw_in_ascii),
        cmocka_unit_test(made_up_runs_and_noise_are_drawn_without_a_flaw),
        cmocka_unit_test(every_size_is_drawn_without_a_flaw),
        cmocka_unit_test(each_pane_alone_is_drawn_without_a_flaw),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
