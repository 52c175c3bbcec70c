// Text of strangers is made safe for a terminal and stays readable.
#include "support/test.h"

#include <string.h>

#include "base/printable.h"

static void check(const char *text, size_t length, const char *expected, const char *ascii) {
    struct buf out = {0};
    printable_put(&out, text, length);
    assert_string_equal(buf_text(&out), expected);
    buf_clear(&out);
    printable_put_ascii(&out, text, length);
    assert_string_equal(buf_text(&out), ascii);
    buf_free(&out);
}

#define CHECK(text, expected, ascii) check(text, sizeof text - 1, expected, ascii)

static void what_is_printable_is_kept(void **state) {
    (void)state;
    CHECK("", "", "");
    CHECK("a b\\", "a b\\", "a b\\");
    CHECK("h\xC3\xA9 \xE4\xBD\xA0\xE3\x80\x80", "h\xC3\xA9 \xE4\xBD\xA0\xE3\x80\x80",
          "h\\xe9 \\u4f60\\u3000");
    CHECK("\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", "\\U0001f600");
}

static void what_is_not_is_spelled_out(void **state) {
    (void)state;
    CHECK("a\nb\tc\r", "a\\nb\\tc\\r", "a\\nb\\tc\\r");
    CHECK("\x1b[2J\x07", "\\x1b[2J\\x07", "\\x1b[2J\\x07");
    CHECK("a\0b", "a\\x00b", "a\\x00b");
    CHECK("\x7f\xC2\x9B", "\\x7f\\x9b", "\\x7f\\x9b");
    CHECK("\xE2\x80\xAE", "\\u202e", "\\u202e");
    CHECK("\xED\xA0\x80", "\\ud800", "\\ud800");
    CHECK("\xFF\xC3", "\\xff\\xc3", "\\xff\\xc3");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_printable_is_kept),
        cmocka_unit_test(what_is_not_is_spelled_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
