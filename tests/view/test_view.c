// What keys and clicks do to a view.
#include "view/shown.h"

static int open_create_task(void **state) {
    struct shown *shown = calloc(1, sizeof *shown);
    shown_open(shown, "create-task", (struct view_options){0});
    *state = shown;
    return 0;
}

static int open_errors(void **state) {
    struct shown *shown = calloc(1, sizeof *shown);
    shown_open(shown, "errors", (struct view_options){0});
    *state = shown;
    return 0;
}

static int close_it(void **state) {
    shown_close(*state);
    free(*state);
    return 0;
}

// Does the marked line have this number?
static void assert_line(struct shown *shown, int line) {
    char mark[32];
    snprintf(mark, sizeof mark, "▶ %2d ", line);
    assert_shows(shown, mark);
}

static void click(struct shown *shown, int x, int y) {
    view_key(shown->view, (struct term_event){TERM_CLICK, x, y});
}

// Finds [text] on the screen of 100x30.
static void find(struct shown *shown, const char *text, int *x, int *y) {
    const char *row = shown_text(shown, 100, 30);
    for (*y = 0; *row != '\0'; ++*y) {
        const char *end = strchr(row, '\n');
        const char *found = strstr(row, text);
        if (found != NULL && found < end) {
            *x = (int)utf8_text_width(row, (size_t)(found - row));
            return;
        }
        row = end + 1;
    }
    fail_msg("not shown: %s", text);
}

// Steps ----------------------------------------------------------------------------------------

static void the_first_screen_shows_the_program_and_what_to_press(void **state) {
    assert_shows(*state, "Nothing has run yet. → goes from line to line");
    assert_shows(*state, "import asyncio");
    assert_shows(*state, "nobody yet: → begins");
    assert_shows_not(*state, "▶");
}

static void right_goes_from_line_to_line_and_left_goes_back(void **state) {
    static const int lines[] = {1, 2, 5, 10, 23, 11, 12, 11, 14, 15, 14, 17, 18};
    struct shown *shown = *state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        shown_key(shown, TERM_RIGHT);
        assert_line(shown, lines[i]);
    }
    for (size_t i = sizeof lines / sizeof *lines - 1; i-- > 0;) {
        shown_key(shown, TERM_LEFT);
        assert_line(shown, lines[i]);
    }
    shown_key(shown, TERM_LEFT);
    assert_int_equal(view_position(shown->view), 0);
}

static void right_stops_where_control_goes_back_to_the_loop(void **state) {
    shown_keys(*state, TERM_RIGHT, 14);
    assert_shows_not(*state, "▶");
    assert_shows(*state, "the loop itself");
    assert_shows(*state, "Task-1 awaits Task-2");
    assert_shows(*state, "Control goes back to the");
    assert_shows(*state, "18     await task1 • w Task-1");
    shown_key(*state, TERM_RIGHT);
    assert_line(*state, 6);
    assert_shows(*state,
                 "Control goes from the loop to Task-2, which was first in the ready queue");
}

static void a_line_tells_what_it_did(void **state) {
    shown_keys(*state, TERM_RIGHT, 2);
    assert_shows(*state, "Line 1 has run: asyncio is imported. Next: line 2.");
    shown_keys(*state, TERM_RIGHT, 2);
    assert_shows(*state, "Line 5 has run: it only defines say_after");
    shown_keys(*state, TERM_RIGHT, 5);
    assert_shows(*state, "Task-1 creates Task-2 from the coroutine say_after.");
    assert_shows(*state, "task1 is now <Task 'Task-2' pending>");
}

static void down_goes_from_handoff_to_handoff(void **state) {
    shown_key(*state, TERM_DOWN);
    assert_shows(*state, "Control goes from the loop to Task-1");
    shown_key(*state, TERM_PAGE_DOWN);
    assert_shows(*state, "Control goes back to the");
    shown_key(*state, TERM_PAGE_UP);
    assert_shows(*state, "Control goes from the loop to Task-1");
    shown_keys(*state, TERM_UP, 2);
    assert_shows(*state, "There is none further in this direction.");
}

static void brackets_go_from_tick_to_tick(void **state) {
    shown_keys(*state, ']', 3);
    assert_shows(*state, "tick 3   t=1.000");
    shown_key(*state, '[');
    assert_shows(*state, "tick 2   t=0.000");
}

static void o_goes_from_output_to_output(void **state) {
    shown_keys(*state, 'o', 2);
    assert_shows(*state, "The program prints \"hello\\n\"");
    shown_key(*state, 'O');
    assert_shows(*state, "The program prints \"started at");
}

static void home_and_end_go_to_the_ends(void **state) {
    shown_key(*state, TERM_END);
    assert_shows(*state, "event 99/99");
    assert_shows(*state, "ended: finished");
    shown_key(*state, TERM_RIGHT);
    assert_shows(*state, "There is none further");
    shown_key(*state, TERM_HOME);
    assert_shows(*state, "event 0/99");
}

static void g_takes_a_tick_a_time_an_event_or_an_output(void **state) {
    static const char *const rows[][2] = {{"3", "tick 3   t=1.000"},
                                          {"time:2", "t=2.000"},
                                          {"event:40", "event 40/99"},
                                          {"out:2", "prints \"hello\\n\""},
                                          {"end", "event 99/99"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        shown_key(*state, 'g');
        assert_shows(*state, "Go to tick (3)");
        shown_type(*state, rows[i][0]);
        shown_key(*state, TERM_ENTER);
        assert_shows(*state, rows[i][1]);
    }
}

static void g_refuses_what_is_no_position_and_stays(void **state) {
    shown_keys(*state, TERM_RIGHT, 3);
    shown_key(*state, 'g');
    shown_type(*state, "9x");
    shown_key(*state, TERM_BACKSPACE);
    shown_type(*state, "9");
    shown_key(*state, TERM_ENTER);
    assert_shows(*state, "no such tick");
    assert_shows(*state, "event 6/99");
    shown_key(*state, 'g');
    shown_type(*state, "4");
    shown_key(*state, TERM_ESCAPE);
    assert_shows(*state, "event 6/99");
}

static void space_plays_until_the_end(void **state) {
    struct shown *shown = *state;
    assert_int_equal(view_wait(shown->view), -1);
    shown_key(shown, ' ');
    assert_int_equal(view_wait(shown->view), 1000);
    assert_shows(shown, "Playing, speed 3 of 7");
    shown_key(shown, '+');
    assert_int_equal(view_wait(shown->view), 500);
    shown_keys(shown, '-', 9);
    assert_int_equal(view_wait(shown->view), 4000);
    shown_keys(shown, TERM_NONE, 200);
    assert_int_equal(view_wait(shown->view), -1);
    assert_shows(shown, "event 99/99");
}

static void f_follows_one_task(void **state) {
    shown_keys(*state, TERM_RIGHT, 15);
    shown_key(*state, 'f');
    assert_shows(*state, "Following Task-2: steps are its own.");
    shown_key(*state, TERM_RIGHT);
    assert_shows(*state, "Task-2 awaits sleep(1)");
    shown_key(*state, TERM_RIGHT);
    assert_line(*state, 7);
    assert_shows(*state, "t=1.000");
    shown_key(*state, 'f');
    assert_shows_not(*state, "Following");
}

static void b_sets_a_stop_and_n_goes_there(void **state) {
    shown_key(*state, 'n');
    assert_shows(*state, "No stop is set");
    shown_keys(*state, TERM_RIGHT, 15);
    shown_key(*state, 'b');
    assert_shows(*state, "●▶  6");
    shown_key(*state, 'n');
    assert_line(*state, 6);
    assert_shows(*state, "Await stack  Task-3");
    shown_key(*state, 'N');
    assert_shows(*state, "Await stack  Task-2");
    shown_key(*state, 'b');
    assert_shows_not(*state, "●");
}

// The mouse ------------------------------------------------------------------------------------

static void a_click_on_a_line_goes_to_where_it_is_about_to_run(void **state) {
    int x, y;
    find(*state, " 7     print(text)", &x, &y);
    click(*state, x + 5, y);
    assert_line(*state, 7);
    assert_shows(*state, "Await stack  Task-2 (running)");
    find(*state, "7     print(text)", &x, &y);
    click(*state, x + 5, y);
    assert_shows(*state, "Await stack  Task-3 (running)");
    find(*state, " 5 async def say_after", &x, &y);
    click(*state, x, y);
    assert_line(*state, 5); // it never runs again, so back
}

static void a_click_on_a_task_goes_to_where_it_gets_control(void **state) {
    int x, y;
    view_go(((struct shown *)*state)->view, 32);
    find(*state, "2 Task-3  begins", &x, &y);
    click(*state, x, y);
    assert_shows(*state, "Control goes from the loop to Task-3");
    find(*state, "Task-1                 ", &x, &y);
    click(*state, 2, y);
    assert_shows(*state, "Control goes from the loop to Task-1");
}

static void a_click_on_the_timeline_goes_to_that_moment(void **state) {
    struct shown *shown = *state;
    int x, y;
    view_go(shown->view, 90);
    find(shown, "Task-2        ", &x, &y);
    click(shown, 50, y);
    uint64_t position = view_position(shown->view);
    assert_in_range(position, 35, 45);
    shown_draw(shown, 100, 30);
    click(shown, 50, y);
    assert_int_equal(view_position(shown->view), position);
    assert_shows(shown, "▼");
    find(shown, "▼", &x, &y);
    assert_int_equal(x, 50);
}

static void a_click_beside_everything_does_nothing(void **state) {
    shown_draw(*state, 100, 30);
    click(*state, 0, 0);
    click(*state, 99, 29);
    click(*state, -1, 500);
    assert_shows(*state, "event 0/99");
}

// Panes ----------------------------------------------------------------------------------------

static void tab_gives_the_focus_and_z_zooms(void **state) {
    shown_keys(*state, TERM_RIGHT, 13);
    shown_key(*state, TERM_TAB);
    assert_shows(*state, "◆ Event loop");
    shown_key(*state, 'z');
    assert_shows_not(*state, "Source");
    assert_shows(*state, "2 Task-3  begins");
    shown_key(*state, 'z');
    assert_shows(*state, "Source");
    shown_keys(*state, TERM_TAB, 4);
    assert_shows(*state, "◆ Source");
}

static void scrolling_stays_within_what_there_is(void **state) {
    for (int i = 0; i < 30; i++) {
        shown_key(*state, '}');
        shown_draw(*state, 100, 30);
    }
    assert_shows(*state, "23 asyncio.run(main())");
    shown_keys(*state, '{', 4);
    assert_shows(*state, " 1 import asyncio");
}

static void the_help_lists_every_key_over_its_pages(void **state) {
    struct shown *shown = *state;
    struct buf all = {0};
    shown_key(shown, '?');
    for (int page = 0; page < 12 && strstr(shown_text(shown, 40, 10), "any key") != NULL; page++) {
        buf_puts(&all, shown_text(shown, 40, 10));
        shown_key(shown, '?');
    }
    assert_non_null(strstr(shown_text(shown, 40, 10), "Nothing has run"));
    assert_non_null(strstr(buf_text(&all), "next line, or control goes back"));
    assert_non_null(strstr(buf_text(&all), "q      quit"));
    assert_non_null(strstr(buf_text(&all), "any key: more"));
    assert_non_null(strstr(buf_text(&all), "any key closes this"));
    buf_free(&all);
}

static void l_changes_the_language_but_not_in_ascii(void **state) {
    shown_key(*state, 'L');
    assert_shows(*state, "事件循环");
    shown_key(*state, 'L');
    assert_shows(*state, "Event loop");
    struct shown plain;
    shown_open(&plain, "create-task", (struct view_options){.ascii = true, .chinese = true});
    assert_shows(&plain, "Event loop");
    shown_key(&plain, 'L');
    assert_shows(&plain, "Chinese needs more than ASCII.");
    assert_shows(&plain, "Event loop");
    shown_close(&plain);
}

static void q_and_ctrl_c_quit_and_m_asks_for_the_other_account(void **state) {
    assert_int_equal(shown_key(*state, 'q'), VIEW_QUITS);
    assert_int_equal(shown_key(*state, TERM_QUIT), VIEW_QUITS);
    assert_int_equal(shown_key(*state, 'm'), VIEW_STAYS);
    assert_shows(*state, "A recorded trace cannot be told the other way.");
    struct shown may;
    shown_open(&may, "create-task", (struct view_options){.may_switch = true});
    assert_int_equal(shown_key(&may, 'm'), VIEW_SWITCHES);
    shown_close(&may);
}

static void a_switch_goes_on_at_the_same_line(void **state) {
    struct shown *shown = *state, other;
    shown_open(&other, "create-task", (struct view_options){0});
    shown_keys(shown, TERM_RIGHT, 17);
    uint64_t position = view_position(shown->view);
    struct view_recording recording = {.header = &other.header, .log = other.log};
    view_switch(shown->view, &recording);
    assert_int_equal(view_position(shown->view), position);
    assert_shows(shown, "Now told as CPython does it");
    view_free(shown->view); // before the log that it looks at
    shown->view = NULL;
    shown_close(&other);
}

static void a_window_too_small_says_so(void **state) {
    assert_non_null(strstr(shown_text(*state, 39, 30), "at least 40 columns"));
    assert_non_null(strstr(shown_text(*state, 100, 9), "at least 40 columns"));
    assert_non_null(strstr(shown_text(*state, 40, 10), "Source"));
}

// What is asked for in vain while a program computes.
static enum view_supply never(void *self, uint64_t events) {
    (void)self;
    (void)events;
    return VIEW_SLOW;
}

static void a_program_that_computes_keeps_nobody_waiting(void **state) {
    struct shown *shown = *state;
    struct view_recording slow = {.header = &shown->header, .log = shown->log, .advance = never};
    view_switch(shown->view, &slow);
    view_go(shown->view, UINT64_MAX);
    assert_int_equal(shown_key(shown, TERM_RIGHT), VIEW_STAYS);
    assert_shows(shown, "The program is computing: what comes next is not known yet.");
    assert_in_range(view_wait(shown->view), 1, 100);
    shown_key(shown, ' ');
    shown_key(shown, TERM_NONE);
    assert_in_range(view_wait(shown->view), 1, 100); // it plays on once there is something
    shown_key(shown, TERM_LEFT);
    assert_shows(shown, "Task-1 is done");
}

// What is shown ----------------------------------------------------------------------------------

static void the_loop_pane_shows_who_is_where(void **state) {
    view_go(((struct shown *)*state)->view, 88);
    assert_shows(*state, "▶R running    Task-1  main");
    assert_shows(*state, "s sleeping 1 3600.000 Task-2");
    assert_shows(*state, "failing: raised ValueError('no");
    view_go(((struct shown *)*state)->view, UINT64_MAX);
    assert_shows(*state, "w waiting 1  Task-1 for future #6");
    assert_shows(*state, "Task-2: cancelled");
    assert_shows(*state, "Deadlock");
}

static void stderr_is_marked_without_colour(void **state) {
    shown_keys(*state, 'o', 2);
    assert_shows(*state, "! soon");
    assert_shows(*state, "! beep");
}

int main(void) {
#define OF_CREATE_TASK(law) cmocka_unit_test_setup_teardown(law, open_create_task, close_it)
#define OF_ERRORS(law)      cmocka_unit_test_setup_teardown(law, open_errors, close_it)
    const struct CMUnitTest tests[] = {
        OF_CREATE_TASK(the_first_screen_shows_the_program_and_what_to_press),
        OF_CREATE_TASK(right_goes_from_line_to_line_and_left_goes_back),
        OF_CREATE_TASK(right_stops_where_control_goes_back_to_the_loop),
        OF_CREATE_TASK(a_line_tells_what_it_did),
        OF_CREATE_TASK(down_goes_from_handoff_to_handoff),
        OF_CREATE_TASK(brackets_go_from_tick_to_tick),
        OF_CREATE_TASK(o_goes_from_output_to_output),
        OF_CREATE_TASK(home_and_end_go_to_the_ends),
        OF_CREATE_TASK(g_takes_a_tick_a_time_an_event_or_an_output),
        OF_CREATE_TASK(g_refuses_what_is_no_position_and_stays),
        OF_CREATE_TASK(space_plays_until_the_end),
        OF_CREATE_TASK(f_follows_one_task),
        OF_CREATE_TASK(b_sets_a_stop_and_n_goes_there),
        OF_CREATE_TASK(a_click_on_a_line_goes_to_where_it_is_about_to_run),
        OF_CREATE_TASK(a_click_on_a_task_goes_to_where_it_gets_control),
        OF_CREATE_TASK(a_click_on_the_timeline_goes_to_that_moment),
        OF_CREATE_TASK(a_click_beside_everything_does_nothing),
        OF_CREATE_TASK(tab_gives_the_focus_and_z_zooms),
        OF_CREATE_TASK(scrolling_stays_within_what_there_is),
        OF_CREATE_TASK(the_help_lists_every_key_over_its_pages),
        OF_CREATE_TASK(l_changes_the_language_but_not_in_ascii),
        OF_CREATE_TASK(q_and_ctrl_c_quit_and_m_asks_for_the_other_account),
        OF_CREATE_TASK(a_switch_goes_on_at_the_same_line),
        OF_CREATE_TASK(a_window_too_small_says_so),
        OF_CREATE_TASK(a_program_that_computes_keeps_nobody_waiting),
        OF_ERRORS(the_loop_pane_shows_who_is_where),
        OF_ERRORS(stderr_is_marked_without_colour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
