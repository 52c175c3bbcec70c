// The generator and the digest under random, against their published numbers.
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vm/gamma.h"
#include "vm/mersenne.h"
#include "vm/sha512.h"

// The first numbers of MT19937 seeded with {0x123, 0x234, 0x345, 0x456}, and the thousandth.
static void the_twister_gives_its_published_numbers(void **state) {
    (void)state;
    static const uint32_t key[] = {0x123, 0x234, 0x345, 0x456};
    struct mersenne generator;
    mersenne_seed(&generator, key, 4);
    assert_int_equal(mersenne_word(&generator), 1067595299u);
    assert_int_equal(mersenne_word(&generator), 955945823u);
    assert_int_equal(mersenne_word(&generator), 477289528u);
    for (int i = 3; i < 999; i++) {
        mersenne_word(&generator);
    }
    assert_int_equal(mersenne_word(&generator), 3460025646u);
}

static void more_than_32_bits_take_two_words_the_lower_first(void **state) {
    (void)state;
    static const uint32_t key[] = {42};
    struct mersenne one, two;
    mersenne_seed(&one, key, 1);
    two = one;
    uint64_t low = mersenne_word(&one), high = mersenne_word(&one) >> 24;
    assert_true(mersenne_bits(&two, 40) == (low | high << 32));
    assert_int_equal(mersenne_bits(&two, 0), 0);
}

static void check_digest(const char *text, const char *begin) {
    unsigned char digest[SHA512_SIZE];
    char shown[9];
    sha512(text, strlen(text), digest);
    snprintf(shown, sizeof shown, "%02x%02x%02x%02x", digest[0], digest[1], digest[2], digest[3]);
    assert_string_equal(shown, begin);
}

static void the_digest_is_that_of_the_standard(void **state) {
    (void)state;
    check_digest("", "cf83e135");
    check_digest("abc", "ddaf35a1");
    check_digest("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                 "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                 "8e959b75");
}

static void gamma_of_whole_numbers_is_a_factorial(void **state) {
    (void)state;
    double x = 1, result;
    for (int i = 1; i <= 23; i++) {
        assert_true(gamma_function(i, &result));
        assert_true(result == x);
        x *= i;
    }
    assert_false(gamma_function(0, &result));
    assert_false(gamma_function(-3, &result));
    assert_true(gamma_log(1) == 0 && gamma_log(2) == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_twister_gives_its_published_numbers),
        cmocka_unit_test(more_than_32_bits_take_two_words_the_lower_first),
        cmocka_unit_test(the_digest_is_that_of_the_standard),
        cmocka_unit_test(gamma_of_whole_numbers_is_a_factorial),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
