// The lessons, each whole: its program runs, its text comes at the right moments and fits, and
// every position of it is drawn without a flaw, live and from its trace, in both accounts of await.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/lessons.h"
#include "cli/menu.h"
#include "cli/recording.h"
#include "cli/support.h"
#include "support/test.h"
#include "trace/reader.h"
#include "view/flawless.h"
#include "view/pane.h"
#include "view/prose.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const int sizes[][2] = {{100, 30}, {80, 24}, {60, 20}};
static const enum sim_model models[] = {SIM_MODEL_CPYTHON, SIM_MODEL_NOTES};

static int read_lessons(void **state) {
    struct lessons *lessons = calloc(1, sizeof *lessons);
    struct diag diag = {0};
    setenv("LOOPSCOPE_LESSONS", SOURCE_DIR "/lessons", 1);
    if (!lessons_read(lessons, &diag)) {
        fail_msg("%s", diag.message);
    }
    *state = lessons;
    return 0;
}

static int free_lessons(void **state) {
    lessons_free(*state);
    free(*state);
    return 0;
}

// A lesson on a screen.
struct stage {
    const struct lesson *lesson;
    struct recording recording;
    struct view *view;
};

static void open_stage(struct stage *stage, const struct lesson *lesson, enum sim_model model,
                       bool chinese, bool ascii) {
    stage->lesson = lesson;
    support_run(&stage->recording, lesson->program, model);
    struct view_options options = {
        .recording = {.header = &stage->recording.header, .log = stage->recording.log},
        .notes = {&lesson->notes[0], &lesson->notes[1]},
        .chinese = chinese,
        .ascii = ascii,
    };
    stage->view = view_new(&options);
}

static void close_stage(struct stage *stage) {
    view_free(stage->view);
    recording_close(&stage->recording);
}

static struct canvas *draw(struct view *view, const int size[2], bool ascii) {
    struct canvas *canvas = canvas_new(size[0], size[1], ascii);
    view_draw(view, canvas);
    return canvas;
}

// What belongs together stands on the screen whole: the sentence and the lesson's text.
static void assert_complete(const struct stage *stage, struct canvas *canvas) {
    struct view *view = stage->view;
    struct buf sentence = {0};
    narration_put(view, &sentence);
    struct scene scene = scene_make(view);
    int rows = prose_rows(canvas, view->layout.sentence.width, &(struct prose){0},
                          buf_text(&sentence), sentence.length);
    if (rows > view->layout.sentence.height) {
        fail_msg("%s at %d, %dx%d: the sentence does not fit:\n%s", stage->lesson->name,
                 (int)view->position, canvas->width, canvas->height, buf_text(&sentence));
    }
    buf_free(&sentence);
    struct area area = view->layout.panes[PANE_NOTES];
    rows = prose_rows(canvas, area.width, &(struct prose){.own = true}, scene.piece->text,
                      scene.piece->length);
    if (rows > area.height && canvas->height >= 24) {
        fail_msg("%s, %dx%d: this does not fit:\n%.*s", stage->lesson->name, canvas->width,
                 canvas->height, (int)scene.piece->length, scene.piece->text);
    }
}

// Every position forwards, then backwards: the same screens, each without a flaw.
static void check_stage(struct stage *stage, const int size[2], bool ascii) {
    uint64_t count = log_count(stage->recording.log);
    struct canvas **drawn = calloc(count + 1, sizeof(struct canvas *));
    for (uint64_t k = 0; k <= count; k++) {
        view_go(stage->view, k);
        drawn[k] = draw(stage->view, size, ascii);
        assert_whole(drawn[k]);
        assert_complete(stage, drawn[k]);
    }
    for (uint64_t k = count + 1; k-- > 0;) {
        view_go(stage->view, k);
        struct canvas *again = draw(stage->view, size, ascii);
        assert_true(flawless_same(drawn[k], again));
        canvas_free(again);
        canvas_free(drawn[k]);
    }
    free(drawn);
}

static void check_form(const struct lessons *lessons, bool chinese, bool ascii) {
    for (size_t i = 0; i < lessons->count; i++) {
        for (size_t j = 0; j < COUNT(models); j++) {
            struct stage stage;
            open_stage(&stage, &lessons->items[i], models[j], chinese, ascii);
            for (size_t k = 0; k < COUNT(sizes); k++) {
                check_stage(&stage, sizes[k], ascii);
            }
            close_stage(&stage);
        }
    }
}

static void every_position_is_drawn_without_a_flaw_in_english(void **state) {
    check_form(*state, false, false);
}

static void every_position_is_drawn_without_a_flaw_in_chinese(void **state) {
    check_form(*state, true, false);
}

static void every_position_is_drawn_without_a_flaw_in_ascii(void **state) {
    check_form(*state, false, true);
}

static void there_are_ten_with_a_title_in_both_languages(void **state) {
    const struct lessons *lessons = *state;
    assert_true(lessons->count >= 10);
    for (size_t i = 0; i < lessons->count; i++) {
        assert_non_null(lessons->items[i].notes[0].title);
        assert_non_null(lessons->items[i].notes[1].title);
        assert_true(lessons->items[i].notes[0].pieces.items[0].length > 0);
        assert_true(lessons->items[i].notes[1].pieces.items[0].length > 0);
    }
}

static void both_languages_have_the_same_moments(void **state) {
    const struct lessons *lessons = *state;
    for (size_t i = 0; i < lessons->count; i++) {
        const struct notes *a = &lessons->items[i].notes[0], *b = &lessons->items[i].notes[1];
        assert_int_equal(a->pieces.count, b->pieces.count);
        for (size_t j = 0; j < a->pieces.count; j++) {
            const struct notes_piece *p = &a->pieces.items[j], *q = &b->pieces.items[j];
            assert_int_equal(p->at, q->at);
            assert_int_equal(p->number, q->number);
            assert_int_equal(p->times, q->times);
            assert_string_equal(p->model == NULL ? "" : p->model, q->model == NULL ? "" : q->model);
        }
    }
}

// Each piece has a moment in the account that it is for, later than the one before it.
static void check_moments(const struct lesson *lesson, enum sim_model model) {
    struct recording recording;
    support_run(&recording, lesson->program, model);
    struct replay *replay = replay_new(recording.log);
    struct notes_moments *moments = notes_moments_new(&lesson->notes[0], recording.header.model);
    uint64_t before = 0;
    for (size_t i = 0; i < lesson->notes[0].pieces.count; i++) {
        const struct notes_piece *piece = &lesson->notes[0].pieces.items[i];
        uint64_t moment = notes_moments_of(moments, replay, i);
        if (piece->model != NULL && strcmp(piece->model, recording.header.model) != 0) {
            assert_true(moment == REPLAY_NONE);
        } else if (moment == REPLAY_NONE || (i > 0 && moment <= before)) {
            fail_msg("%s: piece %d comes at %d, after %d: %.*s", lesson->name, (int)i, (int)moment,
                     (int)before, (int)piece->length, piece->text);
        } else {
            before = moment;
        }
    }
    notes_moments_free(moments);
    replay_free(replay);
    recording_close(&recording);
}

static void each_piece_comes_at_its_moment_and_in_order(void **state) {
    const struct lessons *lessons = *state;
    for (size_t i = 0; i < lessons->count; i++) {
        check_moments(&lessons->items[i], SIM_MODEL_CPYTHON);
        check_moments(&lessons->items[i], SIM_MODEL_NOTES);
    }
}

// Steps through a lesson as a reader does, and counts the pieces that came up.
static void each_piece_is_seen_by_who_steps_with_the_right_arrow(void **state) {
    const struct lessons *lessons = *state;
    for (size_t i = 0; i < lessons->count; i++) {
        struct stage stage;
        const struct notes *notes = &lessons->items[i].notes[0];
        open_stage(&stage, &lessons->items[i], SIM_MODEL_CPYTHON, false, false);
        bool *seen = calloc(notes->pieces.count, sizeof *seen);
        uint64_t before;
        do {
            before = view_position(stage.view);
            seen[scene_make(stage.view).piece - notes->pieces.items] = true;
            view_key(stage.view, (struct term_event){.key = TERM_RIGHT});
        } while (view_position(stage.view) != before);
        for (size_t j = 0; j < notes->pieces.count; j++) {
            const struct notes_piece *piece = &notes->pieces.items[j];
            bool meant = piece->model == NULL || strcmp(piece->model, "cpython") == 0;
            if (meant && !seen[j]) {
                fail_msg("%s: never seen: %.*s", lessons->items[i].name, (int)piece->length,
                         piece->text);
            }
        }
        free(seen);
        close_stage(&stage);
    }
}

static void a_live_run_and_its_trace_show_the_same_screens(void **state) {
    const struct lessons *lessons = *state;
    for (size_t i = 0; i < lessons->count; i++) {
        struct stage stage;
        open_stage(&stage, &lessons->items[i], SIM_MODEL_CPYTHON, false, false);
        size_t length;
        char *text = support_trace(&stage.recording, &length);
        FILE *file = fmemopen(text, length, "r");
        struct trace_header header = {0};
        struct tape *tape = tape_new();
        struct reader_result result;
        struct diag diag = {0};
        assert_true(reader_load_file(file, "trace", &header, tape, &result, &diag));
        fclose(file);
        mem_free(text);
        struct log *log = log_new(tape);
        struct view_options options = {.recording = {.header = &header, .log = log},
                                       .notes = {&lessons->items[i].notes[0], NULL}};
        struct view *replayed = view_new(&options);
        for (uint64_t k = 0; k <= log_count(log); k++) {
            view_go(stage.view, k);
            view_go(replayed, k);
            struct canvas *live = draw(stage.view, sizes[0], false);
            struct canvas *read = draw(replayed, sizes[0], false);
            assert_true(flawless_same(live, read));
            canvas_free(live);
            canvas_free(read);
        }
        view_free(replayed);
        log_free(log);
        tape_free(tape);
        header_free(&header);
        close_stage(&stage);
    }
}

static void the_menu_is_drawn_without_a_flaw_at_every_size(void **state) {
    const struct lessons *lessons = *state;
    for (int width = 1; width <= 120; width += 7) {
        for (int height = 1; height <= 40; height += 3) {
            struct canvas *canvas = canvas_new(width, height, height % 2 == 0);
            for (size_t chosen = 0; chosen < lessons->count; chosen++) {
                menu_draw(canvas, width % 2 == 0, lessons, chosen);
                assert_flawless(canvas);
            }
            canvas_free(canvas);
        }
    }
}

static void a_lesson_is_found_by_number_and_by_name(void **state) {
    const struct lessons *lessons = *state;
    assert_ptr_equal(lessons_find(lessons, "4"), &lessons->items[3]);
    assert_ptr_equal(lessons_find(lessons, "04"), &lessons->items[3]);
    assert_ptr_equal(lessons_find(lessons, "create-task"), &lessons->items[3]);
    assert_ptr_equal(lessons_find(lessons, "04-create-task"), &lessons->items[3]);
    assert_null(lessons_find(lessons, "99"));
    assert_null(lessons_find(lessons, "create"));
    assert_null(lessons_find(lessons, ""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_are_ten_with_a_title_in_both_languages),
        cmocka_unit_test(both_languages_have_the_same_moments),
        cmocka_unit_test(each_piece_comes_at_its_moment_and_in_order),
        cmocka_unit_test(each_piece_is_seen_by_who_steps_with_the_right_arrow),
        cmocka_unit_test(every_position_is_drawn_without_a_flaw_in_english),
        cmocka_unit_test(every_position_is_drawn_without_a_flaw_in_chinese),
        cmocka_unit_test(every_position_is_drawn_without_a_flaw_in_ascii),
        cmocka_unit_test(a_live_run_and_its_trace_show_the_same_screens),
        cmocka_unit_test(the_menu_is_drawn_without_a_flaw_at_every_size),
        cmocka_unit_test(a_lesson_is_found_by_number_and_by_name),
    };
    return cmocka_run_group_tests(tests, read_lessons, free_lessons);
}
