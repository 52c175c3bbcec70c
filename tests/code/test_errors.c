// SyntaxErrors of the compiler: syntax_errors.txt holds programs and CPython's words about them, as
// record_errors.py has written them.
#include "code/support.h"

#define TABLE SOURCE_DIR "/tests/code/syntax_errors.txt"

// Turns \n into new lines, in place.
static void unescape(char *text) {
    char *out = text;
    for (const char *in = text; *in != '\0'; in++) {
        if (in[0] == '\\' && in[1] == 'n') {
            *out++ = '\n';
            in++;
        } else {
            *out++ = *in;
        }
    }
    *out = '\0';
}

// Writes what the compiler says of [program] as the table has it.
static void say(const char *program, char *verdict, size_t size) {
    struct compiled compiled;
    compile_text(&compiled, program);
    const struct diag *diag = &compiled.diag;
    snprintf(verdict, size, "OK");
    if (compiled.code == NULL) {
        snprintf(verdict, size, "%d:%d-%d:%d %s", diag->line, diag->column, diag->end_line,
                 diag->end_column, diag->message);
    }
    compiled_free(&compiled);
}

static void every_wrong_program_gets_cpythons_message_and_place(void **state) {
    (void)state;
    char line[8192];
    char verdict[1024];
    int wrong = 0;
    FILE *table = fopen(TABLE, "r");
    assert_non_null(table);
    while (fgets(line, sizeof line, table) != NULL) {
        char *expected = strchr(line, '\t');
        assert_non_null(expected);
        *expected++ = '\0';
        expected[strcspn(expected, "\n")] = '\0';
        unescape(line);
        say(line, verdict, sizeof verdict);
        if (strcmp(verdict, expected) != 0) {
            print_error("%s\nexpected: %s\n     got: %s\n\n", line, expected, verdict);
            wrong++;
        }
    }
    fclose(table);
    assert_int_equal(wrong, 0);
}

static void complex_numbers_are_refused_by_name(void **state) {
    (void)state;
    char verdict[1024];
    say("x = 1\ny = 2j", verdict, sizeof verdict);
    assert_string_equal(verdict, "2:5-2:7 complex numbers are not supported by loopscope: use two "
                                 "floats instead");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_wrong_program_gets_cpythons_message_and_place),
        cmocka_unit_test(complex_numbers_are_refused_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
