// SyntaxErrors: mistakes.txt holds wrong programs and CPython's words and places, as
// record_mistakes.py has written them.
#include "lang/support.h"

static void every_mistake_gets_cpythons_message_and_place(void **state) {
    (void)state;
    assert_true(check_table(SOURCE_DIR "/tests/lang/mistakes.txt", put_verdict) > 500);
}

static void assert_verdict(const char *text, size_t length, const char *expected) {
    struct parsed parsed;
    struct buf verdict = {0};
    parse_bytes(&parsed, text, length);
    put_verdict(&parsed, &verdict);
    assert_string_equal(buf_text(&verdict), expected);
    buf_free(&verdict);
    parsed_free(&parsed);
}

#define LITERAL(text) text, sizeof text - 1

static void null_bytes_are_refused(void **state) {
    (void)state;
    assert_verdict(LITERAL("x = 1\ny = \0 2\n"),
                   "2:0-0:0 SyntaxError: source code cannot contain null bytes");
}

static void wrong_utf8_is_refused_with_the_files_name(void **state) {
    (void)state;
    assert_verdict(LITERAL("x = 1\ny = '\xE9'\n"),
                   "0:0-0:0 SyntaxError: Non-UTF-8 code starting with '\\xe9' in file program.py "
                   "on line 2, but no encoding declared; see "
                   "https://peps.python.org/pep-0263/ for details");
}

static void unknown_encodings_are_refused(void **state) {
    (void)state;
    assert_verdict(LITERAL("# coding: none-such\n"),
                   "0:0-0:0 SyntaxError: encoding problem: none-such");
    assert_verdict(LITERAL("\xEF\xBB\xBF# coding: latin-1\n"),
                   "0:0-0:0 SyntaxError: encoding problem: iso-8859-1 with BOM");
    assert_verdict(LITERAL("\n# vim: set fileencoding=cp1252 :\n"),
                   "0:0-0:0 Refused: the encoding cp1252 is not known to loopscope: save the file "
                   "as UTF-8");
}

static void unknown_names_of_characters_are_refused(void **state) {
    (void)state;
    assert_verdict(LITERAL("x = '\\N{CUNEIFORM SIGN A}'\n"),
                   "1:5-1:27 Refused: loopscope does not know this character by name: write "
                   "\\uXXXX instead of \\N{CUNEIFORM SIGN A}");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mistake_gets_cpythons_message_and_place),
        cmocka_unit_test(null_bytes_are_refused),
        cmocka_unit_test(wrong_utf8_is_refused_with_the_files_name),
        cmocka_unit_test(unknown_encodings_are_refused),
        cmocka_unit_test(unknown_names_of_characters_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
