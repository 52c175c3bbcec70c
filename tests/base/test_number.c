// Texts of floats: the shortest that reads back, and quick roundings that agree with the C library.
#include "support/test.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

static void check(double number, const char *text) {
    char out[NUMBER_FLOAT_SIZE];
    assert_int_equal(number_float_repr(number, out), strlen(text));
    assert_string_equal(out, text);
}

static void floats_are_shown_by_their_shortest_text(void **state) {
    (void)state;
    check(0.0, "0.0");
    check(-0.0, "-0.0");
    check(0.1, "0.1");
    check(0.1 + 0.2, "0.30000000000000004");
    check(-1.5, "-1.5");
    check(1e15, "1000000000000000.0");
    check(1e16, "1e+16");
    check(0.0001, "0.0001");
    check(0.00001, "1e-05");
    check(123456789012345678.0, "1.2345678901234568e+17");
    check(1e22, "1e+22");
    check(1e23, "1e+23");
    check(INFINITY, "inf");
    check(-INFINITY, "-inf");
    check(NAN, "nan");
}

// Where doubles stand closer on one side, or have fewer bits.
static void edges_of_the_format_have_short_texts_too(void **state) {
    (void)state;
    check(5e-324, "5e-324");
    check(2.2250738585072014e-308, "2.2250738585072014e-308");
    check(1.7976931348623157e308, "1.7976931348623157e+308");
    check(ldexp(1, -44), "5.684341886080802e-14");
    check(9007199254740993.0, "9007199254740992.0");
}

static uint64_t next_bits(uint64_t *seed) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return *seed ^ *seed >> 31;
}

static void every_text_reads_back_as_the_number(void **state) {
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 50000; i++) {
        double number;
        char out[NUMBER_FLOAT_SIZE];
        uint64_t bits = next_bits(&seed);
        memcpy(&number, &bits, sizeof number);
        if (isnan(number)) {
            continue;
        }
        number_float_repr(number, out);
        assert_true(strtod(out, NULL) == number);
    }
}

static void quick_roundings_agree_with_the_library(void **state) {
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < 50000; i++) {
        char quick[NUMBER_FLOAT_SIZE], exact[400];
        int decimals = i % 16;
        double rounded, number = (double)(next_bits(&seed) >> 40) / (double)(1 << (i % 24));
        snprintf(exact, sizeof exact, "%.*f", decimals, number);
        if (number_fixed(number, decimals, quick) > 0) {
            assert_string_equal(quick, exact);
        }
        if (number_round(number, decimals, &rounded)) {
            assert_true(rounded == strtod(exact, NULL));
        }
    }
}

static void ties_are_left_to_the_library(void **state) {
    (void)state;
    char out[NUMBER_FLOAT_SIZE];
    assert_int_equal(number_fixed(0.125, 2, out), 0);
    assert_int_equal(number_fixed(2.5, 0, out), 0);
    assert_int_equal(number_fixed(1e300, 2, out), 0);
    assert_int_equal(number_fixed(2.674, 2, out), 4);
    assert_string_equal(out, "2.67");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(floats_are_shown_by_their_shortest_text),
        cmocka_unit_test(edges_of_the_format_have_short_texts_too),
        cmocka_unit_test(every_text_reads_back_as_the_number),
        cmocka_unit_test(quick_roundings_agree_with_the_library),
        cmocka_unit_test(ties_are_left_to_the_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
