#include <string.h>

#include "support/test.h"

#include "base/utf8.h"

static void every_character_survives_encoding(void **state) {
    (void)state;
    for (uint32_t rune = 0; rune < 0x110000; rune += rune < 0x3000 ? 1 : 97) {
        char bytes[4];
        uint32_t back;
        size_t length = utf8_encode(rune, bytes);
        assert_int_equal(utf8_decode(bytes, length, &back), length);
        assert_int_equal(back, rune);
    }
}

static void assert_broken_at(const char *text, size_t at) {
    size_t where = 999;
    assert_false(utf8_is_valid(text, strlen(text), &where));
    assert_int_equal(where, at);
}

static void broken_bytes_are_found(void **state) {
    (void)state;
    assert_broken_at("ab\xff", 2);
    assert_broken_at("\x80", 0);
    assert_broken_at("a\xc0\xaf", 1);        // too long a form
    assert_broken_at("\xed\xa0\x80", 0);     // a surrogate
    assert_broken_at("\xf4\x90\x80\x80", 0); // beyond the last character
    assert_broken_at("ok \xe4\xbd", 3);      // cut off
}

static void characters_are_counted_not_bytes(void **state) {
    (void)state;
    const char *text = "aé你𝄞";
    assert_int_equal(utf8_count(text, strlen(text)), 4);
    assert_int_equal(utf8_offset(text, strlen(text), 2), 3);
    assert_int_equal(utf8_offset(text, strlen(text), 9), strlen(text));
}

static void widths_are_those_of_a_terminal(void **state) {
    (void)state;
    assert_int_equal(utf8_width('a'), 1);
    assert_int_equal(utf8_width(0x4F60), 2); // 你
    assert_int_equal(utf8_width(0x0301), 0); // a combining accent
    assert_int_equal(utf8_text_width("你a", 4), 3);
}

static void identifiers_are_pythons(void **state) {
    (void)state;
    assert_true(utf8_is_identifier_start('_'));
    assert_true(utf8_is_identifier_start(0x4F60));
    assert_false(utf8_is_identifier_start('1'));
    assert_true(utf8_is_identifier_part('1'));
    assert_false(utf8_is_identifier_part(0x2019));
}

static void digits_of_any_script_have_values(void **state) {
    (void)state;
    assert_int_equal(utf8_digit_value('7'), 7);
    assert_int_equal(utf8_digit_value(0x0663), 3); // Arabic-Indic
    assert_int_equal(utf8_digit_value('x'), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_survives_encoding),
        cmocka_unit_test(broken_bytes_are_found),
        cmocka_unit_test(characters_are_counted_not_bytes),
        cmocka_unit_test(widths_are_those_of_a_terminal),
        cmocka_unit_test(identifiers_are_pythons),
        cmocka_unit_test(digits_of_any_script_have_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
