// Uncaught exceptions print as CPython 3.13 prints them, mark by mark: tracebacks.txt holds
// programs and what CPython wrote. tests/vm/record_tracebacks writes it anew.
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "program.h"

static char *read_cases(void) {
    struct buf text = {0};
    char block[4096];
    size_t count;
    FILE *file = fopen(SOURCE_DIR "/tests/vm/tracebacks.txt", "rb");
    assert_non_null(file);
    while ((count = fread(block, 1, sizeof block, file)) > 0) {
        buf_put(&text, block, count);
    }
    fclose(file);
    return buf_take(&text);
}

// Cuts the text at the next line that is [mark], and gives what is behind it; NULL if there is
// none.
static char *cut_at(char *text, const char *mark) {
    char *found = strstr(text, mark);
    if (found == NULL) {
        return NULL;
    }
    found[1] = '\0'; // the newline before the mark stays
    return found + strlen(mark);
}

static void run_case(const char *name, const char *program, const char *expected) {
    void *state;
    program_setup(&state);
    const char *printed = program_run(&state, "p.py", program);
    if (strcmp(printed, expected) != 0) {
        fail_msg("%s printed\n%s\nbut CPython\n%s", name, printed, expected);
    }
    program_teardown(&state);
}

static void uncaught_exceptions_print_as_in_CPython(void **state) {
    (void)state;
    char *text = read_cases();
    int cases = 0;
    char *at = strstr(text, "=== ");
    while (at != NULL) {
        char *name = at + 4;
        char *program = strchr(name, '\n');
        *program++ = '\0';
        char *expected = cut_at(program, "\n--- stderr\n");
        assert_non_null(expected);
        at = strstr(expected, "\n=== ");
        if (at != NULL) {
            at++;
            at[-1] = '\0';
        }
        size_t length = strlen(expected);
        if (length > 0 && expected[length - 1] == '\n' && at == NULL) {
            expected[length - 1] = '\0';
        }
        run_case(name, program, expected);
        cases++;
    }
    assert_true(cases > 100);
    mem_free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uncaught_exceptions_print_as_in_CPython),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
