// The plain account: one sentence a line, tick by tick, without drawing.
#include "support/test.h"

#include <stdlib.h>

#include "export/plain.h"
#include "trace/sample_run.h"

static void account(struct buf *out, const struct plain_options *options) {
    struct tape *tape = sample_run();
    struct log *log = log_new(tape);
    struct replay *replay = replay_new(log);
    struct trace_header header;
    header_init(&header, "cpython", "2026-01-01T18:27:03", DETAIL_VALUES);
    header_add_file(&header, "caf\xC3\xA9\x1b.py", "", 0);
    plain_put(out, &header, replay, options);
    header_free(&header);
    replay_free(replay);
    log_free(log);
    tape_free(tape);
}

static void every_line_is_one_sentence_and_printable(void **state) {
    (void)state;
    for (int tongue = 0; tongue < TONGUE_COUNT; tongue++) {
        struct buf out = {0};
        struct plain_options options = {.tongue = (enum tongue)tongue, .detail = DETAIL_VALUES};
        account(&out, &options);
        for (const char *at = buf_text(&out); *at != '\0'; at++) {
            assert_true((unsigned char)*at >= ' ' || *at == '\n');
        }
        assert_int_equal(out.data[out.length - 1], '\n');
        assert_null(strstr(buf_text(&out), ". Control"));
        buf_free(&out);
    }
}

static void it_begins_so(void **state) {
    (void)state;
    struct buf out = {0};
    account(&out, &(struct plain_options){.tongue = TONGUE_EN});
    static const char expected[] =
        "caf\xC3\xA9\\x1b.py, run by sim, model cpython, clock virtual.\n"
        "Task-1 is created from the coroutine main.\n"
        "Task-1 is put at the end of the ready queue: it will begin when its turn comes.\n"
        "\n"
        "Tick 1 of the loop begins at 0.000: 1 handle is in the ready queue.\n"
        "Control goes from the loop to Task-1, which was first in the ready queue: main begins.\n";
    out.data[sizeof expected - 1] = '\0';
    assert_string_equal(buf_text(&out), expected);
    buf_free(&out);
}

static void more_detail_tells_more(void **state) {
    (void)state;
    size_t lengths[DETAIL_COUNT];
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        struct buf out = {0};
        account(&out, &(struct plain_options){.detail = (enum trace_detail)detail});
        lengths[detail] = out.length;
        assert_int_equal(strstr(buf_text(&out), "Line 8 of main") != NULL, detail >= DETAIL_LINES);
        assert_int_equal(strstr(buf_text(&out), "x is now 7") != NULL, detail == DETAIL_VALUES);
        assert_non_null(strstr(buf_text(&out), "2.000 s have passed in which nothing but boss"));
        buf_free(&out);
    }
    assert_true(lengths[0] < lengths[1] && lengths[1] < lengths[2]);
}

static void ascii_is_ascii(void **state) {
    (void)state;
    struct buf out = {0};
    account(&out, &(struct plain_options){.tongue = TONGUE_EN, .ascii = true});
    for (size_t i = 0; i < out.length; i++) {
        assert_true((unsigned char)out.data[i] < 0x80);
    }
    assert_non_null(strstr(buf_text(&out), "caf\\xe9"));
    buf_free(&out);
}

static void a_file_gets_the_same_bytes(void **state) {
    (void)state;
    struct tape *tape = sample_run();
    struct log *log = log_new(tape);
    struct replay *replay = replay_new(log);
    struct trace_header header;
    header_init(&header, "cpython", "2026-01-01T18:27:03", DETAIL_VALUES);
    header_add_file(&header, "caf\xC3\xA9\x1b.py", "", 0);
    struct plain_options options = {.tongue = TONGUE_ZH};
    char *text = NULL;
    size_t length;
    FILE *file = open_memstream(&text, &length);
    assert_true(plain_write(file, &header, replay, &options));
    fclose(file);
    struct buf out = {0};
    account(&out, &options);
    assert_string_equal(text, buf_text(&out));
    free(text);
    buf_free(&out);
    header_free(&header);
    replay_free(replay);
    log_free(log);
    tape_free(tape);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_is_one_sentence_and_printable),
        cmocka_unit_test(it_begins_so),
        cmocka_unit_test(more_detail_tells_more),
        cmocka_unit_test(ascii_is_ascii),
        cmocka_unit_test(a_file_gets_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
