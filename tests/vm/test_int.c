// int: one form for each number, whatever it was calculated from, and no more memory than allowed.
#include "support/test.h"

#include <math.h>
#include <stdlib.h>

#include "fixture.h"
#include "vm/big.h"
#include "vm/float.h"
#include "vm/int.h"

// An int that fits 48 bits is small, and a larger one has no superfluous limbs.
static void assert_normal(struct value v) {
    if (!value_is_object(v)) {
        assert_true(value_is_small(v));
        return;
    }
    int64_t small;
    const struct big *big = big_of(v);
    int64_t size = big->size < 0 ? -big->size : big->size;
    assert_true(size > 0 && big->limbs[size - 1] != 0);
    assert_false(int_to_int64(v, &small) && value_fits_small(small));
}

static struct value number(struct vm *vm, uint64_t *seed) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    int bits = (int)(*seed >> 58);
    int64_t integer = (int64_t)(*seed ^ *seed << 17) >> bits;
    return *seed % 3 == 0 ? big_from_wide(vm, (big_wide)integer * integer) : int_from(vm, integer);
}

static void results_are_small_where_they_fit(void **state) {
    struct vm *vm = fixture_vm(state);
    uint64_t seed = 3;
    static const enum binary_op ops[] = {BINARY_ADD,          BINARY_SUBTRACT, BINARY_MULTIPLY,
                                         BINARY_FLOOR_DIVIDE, BINARY_MODULO,   BINARY_AND,
                                         BINARY_OR,           BINARY_XOR};
    for (int i = 0; i < 20000; i++) {
        struct value x = number(vm, &seed), y = number(vm, &seed);
        struct value z = int_binary(vm, ops[i % 8], x, y);
        if (value_is_error(z)) {
            assert_raised(vm, EXCEPTION_ZeroDivisionError,
                          i % 8 == 3 ? "integer division or modulo by zero"
                                     : "integer modulo by zero");
        } else {
            assert_normal(z);
        }
        value_drop(vm, x);
        value_drop(vm, y);
        value_drop(vm, z);
    }
}

// x == x // y * y + x % y, with the remainder on the divisor's side.
static void division_and_remainder_belong_together(void **state) {
    struct vm *vm = fixture_vm(state);
    uint64_t seed = 4;
    for (int i = 0; i < 5000; i++) {
        struct value x = number(vm, &seed), y = number(vm, &seed);
        if (int_sign(y) != 0) {
            struct value quotient = int_binary(vm, BINARY_FLOOR_DIVIDE, x, y);
            struct value rest = int_binary(vm, BINARY_MODULO, x, y);
            struct value product = int_binary(vm, BINARY_MULTIPLY, quotient, y);
            struct value sum = int_binary(vm, BINARY_ADD, product, rest);
            assert_int_equal(int_compare(sum, x), 0);
            assert_true(int_sign(rest) == 0 || int_sign(rest) == int_sign(y));
            value_drop(vm, quotient);
            value_drop(vm, rest);
            value_drop(vm, product);
            value_drop(vm, sum);
        }
        value_drop(vm, x);
        value_drop(vm, y);
    }
}

static void check_memory(struct vm *vm, enum binary_op op, int64_t x, int64_t y) {
    struct value left = int_from(vm, x), right = int_from(vm, y);
    assert_true(value_is_error(int_binary(vm, op, left, right)));
    assert_raised(vm, EXCEPTION_MemoryError, "");
    value_drop(vm, left);
    value_drop(vm, right);
}

static void what_does_not_fit_is_refused_before_it_is_calculated(void **state) {
    struct vm *vm = fixture_vm(state);
    check_memory(vm, BINARY_POWER, 10, INT64_C(10000000000));
    check_memory(vm, BINARY_POWER, -3, INT64_MAX);
    check_memory(vm, BINARY_LSHIFT, 1, INT64_C(1) << 40);
    assert_true(value_is_error(big_factorial(vm, 1000000000)));
    assert_raised(vm, EXCEPTION_MemoryError, "");
}

static void equal_ints_and_floats_hash_alike(void **state) {
    struct vm *vm = fixture_vm(state);
    for (int exponent = 0; exponent < 1000; exponent += 7) {
        double real = ldexp(exponent % 2 ? 3 : -5, exponent);
        struct value integer = int_from_double(vm, real);
        assert_int_equal(int_hash(integer), float_hash(real));
        assert_int_equal(float_compare_int(vm, real, integer), 0);
        value_drop(vm, integer);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        VM_TEST(results_are_small_where_they_fit),
        VM_TEST(division_and_remainder_belong_together),
        VM_TEST(what_does_not_fit_is_refused_before_it_is_calculated),
        VM_TEST(equal_ints_and_floats_hash_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
