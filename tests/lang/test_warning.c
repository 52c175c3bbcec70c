// SyntaxWarnings: warnings.txt holds programs and what CPython warns of, as record_warnings.py has
// written it.
#include "lang/support.h"

static void put_warnings(const struct parsed *parsed, struct buf *out) {
    const struct parse_warning *warning = parsed->warnings.first;
    for (; warning != NULL; warning = warning->next) {
        buf_printf(out, "%s%d %s", out->length > 0 ? " | " : "", warning->line, warning->message);
    }
}

static void every_warning_is_cpythons(void **state) {
    (void)state;
    assert_true(check_table(SOURCE_DIR "/tests/lang/warnings.txt", put_warnings) > 50);
}

static void a_wrong_program_is_not_warned_of_what_only_compiling_finds(void **state) {
    (void)state;
    struct parsed parsed;
    static const char text[] = "'\\d'\nx is 1\ny = = 2\n";
    parse_bytes(&parsed, text, sizeof text - 1);
    assert_null(parsed.module);
    assert_string_equal(parsed.warnings.first->message, "invalid escape sequence '\\d'");
    assert_null(parsed.warnings.first->next);
    parsed_free(&parsed);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_warning_is_cpythons),
        cmocka_unit_test(a_wrong_program_is_not_warned_of_what_only_compiling_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
