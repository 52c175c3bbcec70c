// Trace files: what is written is read back, and what is not a trace is refused in one sentence.
#include "support/test.h"

#include "base/buf.h"
#include "random_run.h"
#include "state_text.h"
#include "trace/replay.h"
#include "trace_text.h"

#define HEADER                                                                                     \
    "{\"format\":\"loopscope-trace\",\"version\":1,\"producer\":\"p\",\"runtime\":\"sim\","        \
    "\"model\":\"cpython\",\"clock\":\"virtual\",\"epoch\":\"2026-01-01T18:27:03\","               \
    "\"detail\":\"values\",\"files\":[{\"path\":\"a.py\",\"text\":\"\"}]}\n"

static void writing_and_reading_gives_the_same_bytes(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 5; seed++) {
        struct tape *tape = random_run(seed, 5000);
        size_t length, again;
        char *text = trace_text(tape, &length);
        struct trace_header header = {0};
        struct reader_result result;
        struct diag diag;
        struct tape *read = trace_read(text, length, &header, &result, &diag);
        assert_string_equal(diag.message, "");
        assert_int_equal(read->events, tape->events);
        char *text_again = trace_text(read, &again);
        assert_string_equal(text_again, text);
        assert_false(result.is_cut);
        assert_int_equal(header.files.items[0].length, 21);
        assert_string_equal(header.epoch, "2026-01-01T18:27:03");
        free(text);
        free(text_again);
        header_free(&header);
        tape_free(tape);
        tape_free(read);
    }
}

static void the_states_of_a_read_trace_are_those_of_the_run(void **state) {
    (void)state;
    struct tape *tape = random_run(11, 800);
    size_t length;
    char *text = trace_text(tape, &length);
    struct trace_header header = {0};
    struct reader_result result;
    struct diag diag;
    struct tape *read = trace_read(text, length, &header, &result, &diag);
    struct log *logs[2] = {log_new(tape), log_new(read)};
    struct replay *replays[2] = {replay_new(logs[0]), replay_new(logs[1])};
    for (uint64_t k = 0; k <= tape->events; k += 7) {
        const struct state *states[2] = {replay_seek(replays[0], k), replay_seek(replays[1], k)};
        assert_int_equal(states[0]->time, states[1]->time);
        assert_int_equal(states[0]->frame, states[1]->frame);
        assert_memory_equal(states[0]->counts, states[1]->counts, sizeof states[0]->counts);
    }
    for (int i = 0; i < 2; i++) {
        replay_free(replays[i]);
        log_free(logs[i]);
    }
    free(text);
    header_free(&header);
    tape_free(tape);
    tape_free(read);
}

// Every kind of event with every key, and texts that need escapes.
static void every_kind_is_written_as_the_format_says(void **state) {
    (void)state;
    static const char expected[] =
        "{\"ev\":\"task\",\"id\":1,\"name\":\"Task-1\",\"coro\":\"main\"}\n"
        "{\"ev\":\"ready\",\"h\":1,\"what\":\"step\",\"task\":1}\n"
        "{\"ev\":\"tick\",\"n\":1,\"t\":0.0}\n"
        "{\"ev\":\"run\",\"h\":1}\n"
        "{\"ev\":\"call\",\"frame\":1,\"func\":\"main\",\"file\":0,\"line\":4,\"task\":1}\n"
        "{\"ev\":\"line\",\"frame\":1,\"line\":70000}\n"
        "{\"ev\":\"set\",\"frame\":1,\"name\":\"x\",\"value\":\"-3\"}\n"
        "{\"ev\":\"call\",\"frame\":2,\"func\":\"f\",\"file\":0,\"line\":9,\"task\":1,\"in\":1}\n"
        "{\"ev\":\"return\",\"frame\":2,\"value\":\"0.1\"}\n"
        "{\"ev\":\"out\",\"text\":\"a\\\"\\\\\\n\\u001b[2J\\u0000\xE4\xBD\xA0\",\"stream\":"
        "\"stdout\"}\n"
        "{\"ev\":\"task\",\"id\":2,\"name\":\"w\",\"coro\":\"g\",\"by\":1}\n"
        "{\"ev\":\"ready\",\"h\":2,\"what\":\"call\",\"task\":2,\"lib\":\"gather: a child is "
        "done\"}\n"
        "{\"ev\":\"ready\",\"h\":3,\"what\":\"call\",\"name\":\"tick\"}\n"
        "{\"ev\":\"timer\",\"h\":4,\"when\":1.5,\"what\":\"call\",\"task\":1,\"lib\":\"sleep "
        "over\"}\n"
        "{\"ev\":\"future\",\"id\":3,\"kind\":\"sleep\"}\n"
        "{\"ev\":\"wait\",\"task\":1,\"on\":3}\n"
        "{\"ev\":\"wait\",\"task\":1,\"on\":null,\"t\":0.000000001}\n"
        "{\"ev\":\"back\",\"h\":1,\"why\":\"await\"}\n"
        "{\"ev\":\"due\",\"h\":4}\n"
        "{\"ev\":\"drop\",\"h\":3}\n"
        "{\"ev\":\"done\",\"id\":3,\"state\":\"result\",\"value\":\"None\"}\n"
        "{\"ev\":\"done\",\"id\":2,\"state\":\"cancelled\",\"value\":\"\"}\n"
        "{\"ev\":\"cancel\",\"id\":1}\n"
        "{\"ev\":\"cancel\",\"id\":1,\"by\":2}\n"
        "{\"ev\":\"rename\",\"id\":1,\"name\":\"main\"}\n"
        "{\"ev\":\"raise\",\"frame\":1,\"value\":\"ValueError('x')\"}\n"
        "{\"ev\":\"warn\",\"text\":\"w\"}\n"
        "{\"ev\":\"warn\",\"text\":\"w\",\"category\":\"RuntimeWarning\"}\n"
        "{\"ev\":\"end\",\"why\":\"deadlock\"}\n";
    struct buf file = {0};
    buf_puts(&file, HEADER);
    buf_put(&file, expected, sizeof expected - 1);
    struct trace_header header = {0};
    struct reader_result result;
    struct diag diag;
    struct tape *tape = trace_read(buf_text(&file), file.length, &header, &result, &diag);
    assert_string_equal(diag.message, "");
    struct log *log = log_new(tape);
    struct buf written = {0};
    struct event event;
    for (struct log_cursor at = log_from(log, 0); log_next(&at, &event);) {
        writer_put_event(&written, log, &event);
    }
    assert_string_equal(buf_text(&written), expected);
    buf_free(&file);
    buf_free(&written);
    header_free(&header);
    log_free(log);
    tape_free(tape);
}

// Reads the header and [lines] and expects the refusal [message]; NULL: no refusal.
static void check(const char *lines, const char *message) {
    struct buf file = {0};
    buf_puts(&file, HEADER);
    buf_puts(&file, lines);
    struct trace_header header = {0};
    struct reader_result result;
    struct diag diag;
    struct tape *tape = trace_read(buf_text(&file), file.length, &header, &result, &diag);
    assert_string_equal(diag.message, message == NULL ? "" : message);
    assert_int_equal(tape == NULL, message != NULL);
    tape_free(tape);
    header_free(&header);
    buf_free(&file);
}

#define AT(line, why) "x.trace.jsonl, line " line ": " why
#define TASK          "{\"ev\":\"task\",\"id\":1,\"name\":\"a\",\"coro\":\"b\"}\n"
#define READY         "{\"ev\":\"ready\",\"h\":1,\"what\":\"step\",\"task\":1}\n"

static void lines_that_are_not_valid_are_refused_with_their_place(void **state) {
    (void)state;
    check("[]\n", AT("2", "it is not a JSON object"));
    check("{}\n", AT("2", "it has no \"ev\" that says what happened"));
    check("{\"ev\":7}\n", AT("2", "it has no \"ev\" that says what happened"));
    check("{\"ev\":\"run\"}\n", AT("2", "\"h\" of \"run\" is missing"));
    check("{\"ev\":\"run\",\"h\":1}\n",
          AT("2", "\"h\" of \"run\" is 1, which was never given out"));
    check("{\"ev\":\"run\",\"h\":0}\n", AT("2", "\"h\" of \"run\" is 0; ids count from 1"));
    check("{\"ev\":\"run\",\"h\":-1}\n", AT("2", "\"h\" of \"run\" is not a whole number"));
    check("{\"ev\":\"run\",\"h\":1.5}\n", AT("2", "\"h\" of \"run\" is not a whole number"));
    check("{\"ev\":\"run\",\"h\":\"1\"}\n", AT("2", "\"h\" of \"run\" is not a whole number"));
    check("{\"ev\":\"run\",\"h\":1e300}\n", AT("2", "\"h\" of \"run\" is too large"));
    check(TASK TASK, AT("3", "\"id\" of \"task\" is 1, which was given out before"));
    check(TASK "{\"ev\":\"task\",\"id\":4000000000,\"name\":\"a\",\"coro\":\"b\"}\n",
          AT("3", "\"id\" of \"task\" is too large"));
    check("{\"ev\":\"ready\",\"h\":1,\"what\":\"dance\"}\n",
          AT("2", "\"what\" of \"ready\" is none of \"step\", \"wakeup\", …"));
    check(READY, AT("2", "\"task\" of \"ready\" is 1, which was never given out"));
    check("{\"ev\":\"tick\",\"n\":1,\"t\":\"now\"}\n",
          AT("2", "\"t\" of \"tick\" is not a number of seconds"));
    check("{\"ev\":\"tick\",\"n\":1,\"t\":1e30}\n", AT("2", "\"t\" of \"tick\" is too large"));
    check("{\"ev\":\"tick\",\"n\":1,\"t\":-1}\n", AT("2", "\"t\" of \"tick\" goes back in time"));
    check("{\"ev\":\"tick\",\"n\":2,\"t\":5}\n{\"ev\":\"tick\",\"n\":3,\"t\":4}\n",
          AT("3", "\"t\" of \"tick\" goes back in time"));
    check("{\"ev\":\"tick\",\"n\":2,\"t\":5}\n{\"ev\":\"tick\",\"n\":2,\"t\":6}\n",
          AT("3", "\"n\" of \"tick\" does not count on from 2"));
    check("{\"ev\":\"call\",\"frame\":1,\"func\":\"f\",\"file\":1,\"line\":1}\n",
          AT("2", "\"file\" of \"call\" is 1, but the header has 1 files"));
    check("{\"ev\":\"out\",\"text\":5,\"stream\":\"stdout\"}\n",
          AT("2", "\"text\" of \"out\" is not a text"));
    check(TASK "{\"ev\":\"done\",\"id\":1,\"state\":\"result\",\"value\":5}\n",
          AT("3", "\"value\" of \"done\" is not a text"));
    check("\n", AT("2", "it is not JSON: '[' or '{' expected near end of file"));
    check("{\"ev\":\"end\",\"ev\":\"end\"}\n",
          AT("2", "it is not JSON: duplicate object key near '\"ev\"'"));
    check("{\"ev\":\"run\",\"h\":NaN}\n", AT("2", "it is not JSON: invalid token near 'NaN'"));
    check("{\"ev\":\"\x1b[2J\x07\n", AT("2", "it is not JSON: control character 0x1b near '\"'"));
}

static void what_is_not_known_is_skipped(void **state) {
    (void)state;
    check("{\"ev\":\"dance\",\"h\":{\"a\":[1,2,99999999999999999999]}}\n", NULL);
    check(TASK READY "{\"ev\":\"run\",\"h\":1,\"colour\":\"red\"}\n", NULL);
    check(TASK "{\"ev\":\"done\",\"id\":1,\"state\":\"cancelled\"}\n", NULL);
    check(TASK "{\"ev\":\"done\",\"id\":1,\"state\":\"cancelled\",\"value\":null}\n", NULL);
    check(TASK "{\"ev\":\"ready\",\"h\":1.0,\"what\":\"step\",\"task\":1,\"name\":null}\n", NULL);
    check(TASK "{\"ev\":\"wait\",\"task\":1,\"on\":null}\r\n", NULL);
}

static void a_cut_last_line_is_the_end(void **state) {
    (void)state;
    const char *whole = HEADER TASK READY;
    for (size_t length = strlen(HEADER); length < strlen(whole); length++) {
        struct trace_header header = {0};
        struct reader_result result;
        struct diag diag;
        struct tape *tape = trace_read(whole, length, &header, &result, &diag);
        assert_non_null(tape);
        bool at_line = whole[length - 1] == '\n' || whole[length] == '\n';
        assert_int_equal(result.is_cut, !at_line);
        tape_free(tape);
        header_free(&header);
    }
}

static void check_header(const char *text, const char *message) {
    struct trace_header header = {0};
    struct reader_result result;
    struct diag diag;
    assert_null(trace_read(text, strlen(text), &header, &result, &diag));
    assert_string_equal(diag.message, message);
    header_free(&header);
}

static void headers_that_are_not_valid_are_refused(void **state) {
    (void)state;
    check_header("", AT("1", "the file is empty"));
    check_header("hello\n", AT("1", "it is not JSON: '[' or '{' expected near 'hello'"));
    check_header("{}\n", AT("1", "this is not the header of a loopscope trace"));
    check_header("{\"format\":\"loopscope-trace\"}\n", AT("1", "the header has no \"version\""));
    check_header(
        "{\"format\":\"loopscope-trace\",\"version\":2,\"files\":[]}\n",
        AT("1", "this trace has version 2; this loopscope reads version 1: use a newer one"));
    check_header("{\"format\":\"loopscope-trace\",\"version\":1}\n",
                 AT("1", "\"files\" is not a list of files"));
    check_header("{\"format\":\"loopscope-trace\",\"version\":1,\"files\":[{\"path\":\"a\"}]}\n",
                 AT("1", "a file of \"files\" lacks its \"path\" or its \"text\""));
    check_header("{\"format\":\"loopscope-trace\",\"version\":1,\"detail\":\"all\",\"files\":[]}\n",
                 AT("1", "\"detail\" is none of \"schedule\", \"lines\" and \"values\""));
    check_header("{\"format\":\"loopscope-trace\",\"ver",
                 AT("1", "it is not JSON: premature end of input near '\"ver'"));
}

static void deep_and_long_lines_do_no_harm(void **state) {
    (void)state;
    struct buf deep = {0};
    buf_puts(&deep, "{\"ev\":\"dance\",\"x\":");
    buf_fill(&deep, '[', 100000);
    buf_puts(&deep, "\n");
    check(buf_text(&deep), AT("2", "it is not JSON: maximum parsing depth reached near '['"));
    buf_clear(&deep);
    buf_puts(&deep, "{\"ev\":\"out\",\"stream\":\"stdout\",\"text\":\"");
    buf_fill(&deep, 'x', 10000000);
    buf_puts(&deep, "\"}\n");
    check(buf_text(&deep), NULL);
    buf_free(&deep);
}

static void a_missing_file_and_a_folder_are_refused(void **state) {
    (void)state;
    struct trace_header header = {0};
    struct reader_result result;
    struct diag diag;
    struct tape *tape = tape_new();
    assert_false(reader_load("/no/such/file", &header, tape, &result, &diag));
    assert_string_equal(diag.message, "/no/such/file: No such file or directory");
    assert_false(reader_load("/", &header, tape, &result, &diag));
    assert_string_equal(diag.message, "/: Is a directory");
    tape_free(tape);
}

// Changes a few bytes of a valid trace: it is refused, or it can be replayed.
static void broken_bytes_do_no_harm(void **state) {
    (void)state;
    struct tape *tape = random_run(21, 300);
    size_t length;
    char *text = trace_text(tape, &length);
    tape_free(tape);
    uint64_t random = 99;
    static const char bytes[] = "0123456789\",:{}[]e.-\n\\u\xFFnulltrue";
    char *broken = malloc(length + 1);
    int accepted = 0;
    for (int i = 0; i < 2000; i++) {
        memcpy(broken, text, length + 1);
        for (int j = 0; j < 1 + i % 3; j++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            broken[(random >> 33) % length] = bytes[(random >> 20) % (sizeof bytes - 1)];
        }
        struct trace_header header = {0};
        struct reader_result result;
        struct diag diag;
        struct tape *read = trace_read(broken, length, &header, &result, &diag);
        assert_int_equal(read == NULL, diag.kind == DIAG_FILE);
        if (read != NULL) {
            accepted++;
            struct log *log = log_new(read);
            struct replay *replay = replay_new_epochs(log, 64);
            struct buf out = {0};
            state_text(&out, replay_seek(replay, UINT64_MAX), 30);
            state_text(&out, replay_seek(replay, 100), 30);
            buf_free(&out);
            replay_free(replay);
            log_free(log);
        }
        tape_free(read);
        header_free(&header);
    }
    assert_true(accepted > 50);
    free(broken);
    free(text);
}

static void an_unwritable_file_is_told(void **state) {
    (void)state;
    FILE *full = fopen("/dev/full", "wb");
    if (full == NULL) {
        return;
    }
    struct tape *tape = random_run(1, 5000);
    struct log *log = log_new(tape);
    struct trace_header header;
    header_init(&header, "cpython", "2026-01-01T18:27:03", DETAIL_VALUES);
    struct writer *writer = writer_new(full, &header, log);
    writer_more(writer);
    assert_false(writer_close(writer));
    header_free(&header);
    fclose(full);
    log_free(log);
    tape_free(tape);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writing_and_reading_gives_the_same_bytes),
        cmocka_unit_test(the_states_of_a_read_trace_are_those_of_the_run),
        cmocka_unit_test(every_kind_is_written_as_the_format_says),
        cmocka_unit_test(lines_that_are_not_valid_are_refused_with_their_place),
        cmocka_unit_test(what_is_not_known_is_skipped),
        cmocka_unit_test(a_cut_last_line_is_the_end),
        cmocka_unit_test(headers_that_are_not_valid_are_refused),
        cmocka_unit_test(deep_and_long_lines_do_no_harm),
        cmocka_unit_test(a_missing_file_and_a_folder_are_refused),
        cmocka_unit_test(broken_bytes_do_no_harm),
        cmocka_unit_test(an_unwritable_file_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
