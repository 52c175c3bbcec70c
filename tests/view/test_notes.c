// The text of lessons: how it is read, and from which moment each piece is shown.
#include "trace/sink.h"
#include "view/notes.h"
#include "view/notes_moments.h"
#include "view/shown.h"

static bool read(struct notes *notes, const char *text, struct diag *diag) {
    return notes_read(notes, text, strlen(text), diag);
}

static void the_title_and_the_introduction_come_first(void **state) {
    struct notes notes;
    struct diag diag = {0};
    (void)state;
    assert_true(read(&notes, "# A title\n\nWhat to see.\n\n@ line 7\nHere.\n", &diag));
    assert_string_equal(notes.title, "A title");
    assert_int_equal(notes.pieces.count, 2);
    assert_int_equal(notes.pieces.items[0].at, NOTES_START);
    assert_memory_equal(notes.pieces.items[0].text, "What to see.", notes.pieces.items[0].length);
    assert_memory_equal(notes.pieces.items[1].text, "Here.", notes.pieces.items[1].length);
    assert_int_equal(notes.pieces.items[1].length, 5);
    notes_free(&notes);
}

static void assert_moment(const char *line, enum notes_at at, uint32_t number, uint32_t times) {
    struct notes notes;
    struct diag diag = {0};
    struct buf text = {0};
    buf_printf(&text, "# T\n@ %s\nx\n", line);
    if (!read(&notes, buf_text(&text), &diag)) {
        fail_msg("%s: %s", line, diag.message);
    }
    assert_int_equal(notes.pieces.items[1].at, at);
    assert_int_equal(notes.pieces.items[1].number, number);
    assert_int_equal(notes.pieces.items[1].times, times);
    notes_free(&notes);
    buf_free(&text);
}

static void every_kind_of_moment_is_understood(void **state) {
    (void)state;
    assert_moment("start", NOTES_START, 0, 0);
    assert_moment("end", NOTES_END, 0, 0);
    assert_moment("line 7", NOTES_LINE, 7, 1);
    assert_moment("line 7 #2", NOTES_LINE, 7, 2);
    assert_moment("line 7, model notes", NOTES_LINE, 7, 1);
    assert_moment("back 3", NOTES_BACK, 3, 1);
    assert_moment("tick 3", NOTES_TICK, 3, 1);
    assert_moment("out 2", NOTES_OUT, 2, 1);
    assert_moment("event 40", NOTES_EVENT, 40, 1);
    assert_moment("time 1.5", NOTES_TIME, 1, 1);
}

static void what_is_no_moment_is_refused_by_name(void **state) {
    static const char *const wrong[] = {
        "lines 7", "line", "line x", "line 7 #0", "line -1", "start now", "line 7, model other",
        ""};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct notes notes;
        struct diag diag = {0};
        struct buf text = {0};
        buf_printf(&text, "# T\n@ %s\nx\n", wrong[i]);
        assert_false(read(&notes, buf_text(&text), &diag));
        assert_non_null(strstr(diag.message, "names no moment"));
        notes_free(&notes);
        buf_free(&text);
    }
}

static const char course[] = "# T\nintro\n@ line 18\nA\n@ back 1\nB\n@ time 1\nC\n@ out 2\nD\n"
                             "@ line 19, model notes\nno\n@ line 19, model cpython\nE\n@ end\nF\n";

static void assert_piece(struct shown *shown, uint64_t position, const char *text) {
    view_go(shown->view, position);
    const char *screen = shown_text(shown, 100, 30);
    const char *pane = strstr(screen, "\nLesson");
    assert_non_null(pane);
    const char *row = strchr(pane + 1, '\n') + 1;
    if (strncmp(row, text, strlen(text)) != 0) {
        fail_msg("at %d, not %s:\n%s", (int)position, text, screen);
    }
}

static void a_piece_is_shown_from_its_moment_until_the_next(void **state) {
    struct notes notes;
    struct diag diag = {0};
    struct shown shown;
    (void)state;
    assert_true(read(&notes, course, &diag));
    shown_open(&shown, "create-task", (struct view_options){.notes = {&notes, &notes}});
    assert_piece(&shown, 0, "intro");
    assert_piece(&shown, 29, "intro");
    assert_piece(&shown, 30, "A ");
    assert_piece(&shown, 32, "B ");
    assert_piece(&shown, 51, "B ");
    assert_piece(&shown, 52, "C ");
    assert_piece(&shown, 62, "D ");
    assert_piece(&shown, 69, "E ");
    assert_piece(&shown, 98, "E ");
    assert_piece(&shown, 99, "F ");
    assert_piece(&shown, 30, "A ");
    shown_close(&shown);
    notes_free(&notes);
}

static void moments_are_found_as_the_log_grows(void **state) {
    struct notes notes;
    struct diag diag = {0};
    struct shown shown;
    (void)state;
    assert_true(read(&notes, course, &diag));
    shown_open(&shown, "create-task", (struct view_options){0});
    // Another tape gets the events one by one.
    struct tape *tape = tape_new();
    struct log *log = log_new(tape);
    struct sink sink = {.tape = tape, .detail = DETAIL_VALUES};
    struct replay *replay = replay_new(log);
    struct notes_moments *moments = notes_moments_new(&notes, "cpython");
    uint64_t first[8] = {0};
    for (uint64_t k = 0; k < log_count(shown.log); k++) {
        struct event event;
        log_read(shown.log, k, &event);
        event.name = event.lib = event.text = 0; // texts belong to the other tape
        event.value_kind =
            event.value_kind == EVENT_VALUE_TEXT ? EVENT_VALUE_INT : event.value_kind;
        sink_event(&sink, &event);
        for (size_t i = 0; i < notes.pieces.count; i++) {
            uint64_t moment = notes_moments_of(moments, replay, i);
            assert_true(moment == REPLAY_NONE || moment <= k + 1);
            first[i] = first[i] == 0 && moment != REPLAY_NONE ? k + 1 : first[i];
        }
    }
    static const uint64_t expected[8] = {1, 30, 32, 52, 62, 0, 69, 99};
    for (size_t i = 0; i < 8; i++) {
        assert_int_equal(first[i], expected[i]);
    }
    notes_moments_free(moments);
    replay_free(replay);
    log_free(log);
    tape_free(tape);
    shown_close(&shown);
    notes_free(&notes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_and_the_introduction_come_first),
        cmocka_unit_test(every_kind_of_moment_is_understood),
        cmocka_unit_test(what_is_no_moment_is_refused_by_name),
        cmocka_unit_test(a_piece_is_shown_from_its_moment_until_the_next),
        cmocka_unit_test(moments_are_found_as_the_log_grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
