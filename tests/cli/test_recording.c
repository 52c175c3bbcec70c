// A run, its trace and the trace read back are the same thing.
#include <stdio.h>
#include <string.h>

#include "support/test.h"

#include "base/mem.h"
#include "cli/support.h"
#include "trace/reader.h"
#include "trace/writer.h"
#include "view/view.h"

static const char *const programs[] = {
    SOURCE_DIR "/lessons/01-hello/program.py",
    SOURCE_DIR "/lessons/04-create-task/program.py",
    SOURCE_DIR "/lessons/09-blocking/program.py",
    SOURCE_DIR "/tests/golden/programs/gather_cancellation.py",
    SOURCE_DIR "/tests/golden/programs/async_generators.py",
    SOURCE_DIR "/tests/golden/programs/deadlock_two_tasks.py",
    SOURCE_DIR "/tests/golden/programs/error_uncaught_chain.py",
};

#define PROGRAM_COUNT (sizeof programs / sizeof *programs)

static void the_same_program_gives_the_same_bytes(void **state) {
    (void)state;
    for (size_t i = 0; i < PROGRAM_COUNT; i++) {
        struct recording first, second;
        size_t lengths[2];
        support_run(&first, programs[i], SIM_MODEL_CPYTHON);
        support_run(&second, programs[i], SIM_MODEL_CPYTHON);
        char *a = support_trace(&first, &lengths[0]);
        char *b = support_trace(&second, &lengths[1]);
        assert_int_equal(lengths[0], lengths[1]);
        assert_memory_equal(a, b, lengths[0]);
        mem_free(a);
        mem_free(b);
        recording_close(&first);
        recording_close(&second);
    }
}

// Writes the trace and reads it into [back].
static void read_back(const struct recording *recording, struct recording *back) {
    FILE *file = tmpfile();
    struct diag diag = {0};
    struct reader_result result;
    assert_true(writer_close(writer_new(file, &recording->header, recording->log)));
    rewind(file);
    *back = (struct recording){.tape = tape_new()};
    if (!reader_load_file(file, "test", &back->header, back->tape, &result, &diag)) {
        fail_msg("%s", diag.message);
    }
    back->log = log_new(back->tape);
    fclose(file);
}

static void what_is_written_reads_back_the_same(void **state) {
    (void)state;
    for (size_t i = 0; i < PROGRAM_COUNT; i++) {
        struct recording run, back;
        size_t lengths[2];
        support_run(&run, programs[i], SIM_MODEL_CPYTHON);
        read_back(&run, &back);
        assert_int_equal(log_count(run.log), log_count(back.log));
        char *a = support_trace(&run, &lengths[0]);
        char *b = support_trace(&back, &lengths[1]);
        assert_string_equal(a, b);
        mem_free(a);
        mem_free(b);
        recording_close(&run);
        recording_close(&back);
    }
}

static struct view *open_view(struct recording *recording) {
    struct view_options options = {
        .recording = {.header = &recording->header, .log = recording->log}};
    return view_new(&options);
}

static void assert_same_screen(struct view *a, struct view *b, struct canvas *canvas,
                               uint64_t position) {
    struct buf screens[2] = {{0}, {0}};
    struct view *views[2] = {a, b};
    for (int i = 0; i < 2; i++) {
        view_go(views[i], position);
        view_draw(views[i], canvas);
        canvas_text(canvas, &screens[i]);
    }
    assert_string_equal(buf_text(&screens[0]), buf_text(&screens[1]));
    buf_free(&screens[0]);
    buf_free(&screens[1]);
}

static void a_live_run_and_its_trace_show_the_same_screens(void **state) {
    (void)state;
    for (size_t i = 0; i < PROGRAM_COUNT; i++) {
        struct recording run, back;
        support_run(&run, programs[i], SIM_MODEL_CPYTHON);
        read_back(&run, &back);
        struct view *live = open_view(&run), *replayed = open_view(&back);
        struct canvas *canvas = canvas_new(100, 30, false);
        for (uint64_t at = 0; at <= log_count(run.log); at++) {
            assert_same_screen(live, replayed, canvas, at);
        }
        canvas_free(canvas);
        view_free(live);
        view_free(replayed);
        recording_close(&run);
        recording_close(&back);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_program_gives_the_same_bytes),
        cmocka_unit_test(what_is_written_reads_back_the_same),
        cmocka_unit_test(a_live_run_and_its_trace_show_the_same_screens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
