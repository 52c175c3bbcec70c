// Functions of module math about integers.
#include "vm/big.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/math_module.h"
#include "vm/raise.h"
#include "vm/vm.h"

struct value math_isqrt(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (!native_count(vm, call, "math.isqrt", 1, 1)) {
        return VALUE_ERROR;
    }
    struct value n = index_value(vm, call->args[0]);
    if (value_is_error(n)) {
        return n;
    }
    struct value root = int_sign(n) < 0 ? raise_error(vm, EXCEPTION_ValueError,
                                                      "isqrt() argument must be nonnegative")
                                        : big_square_root(vm, n);
    value_drop(vm, n);
    return root;
}

static struct value factorial(struct vm *vm, struct value v) {
    int64_t n;
    struct value number = index_value(vm, v);
    if (value_is_error(number)) {
        return number;
    }
    bool negative = int_sign(number) < 0, fits = int_to_int64(number, &n);
    value_drop(vm, number);
    if (negative) {
        return raise_error(vm, EXCEPTION_ValueError, "factorial() not defined for negative values");
    }
    if (!fits) {
        return raise_error(vm, EXCEPTION_OverflowError,
                           "factorial() argument should not exceed 9223372036854775807");
    }
    return big_factorial(vm, (uint64_t)n);
}

struct value math_factorial(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return native_count(vm, call, "math.factorial", 1, 1) ? factorial(vm, call->args[0])
                                                          : VALUE_ERROR;
}

// gcd and lcm -------------------------------------------------------------------------------------

// One step of lcm: a / gcd(a, b) * b, of what is not negative.
static struct value multiple(struct vm *vm, struct value a, struct value b) {
    if (int_sign(a) == 0 || int_sign(b) == 0) {
        return value_small(0);
    }
    struct value common = big_gcd(vm, a, b);
    if (value_is_error(common)) {
        return common;
    }
    struct value part = int_binary(vm, BINARY_FLOOR_DIVIDE, a, common);
    value_drop(vm, common);
    if (value_is_error(part)) {
        return part;
    }
    struct value product = int_binary(vm, BINARY_MULTIPLY, part, b);
    value_drop(vm, part);
    if (value_is_error(product)) {
        return product;
    }
    struct value result = int_absolute(vm, product);
    value_drop(vm, product);
    return result;
}

static struct value fold(struct vm *vm, const struct call *call, const char *name, int64_t none,
                         struct value (*combine)(struct vm *vm, struct value a, struct value b)) {
    struct value result = value_small(none);
    if (!native_count(vm, call, name, 0, SIZE_MAX)) {
        return VALUE_ERROR;
    }
    for (size_t i = 0; i < call->count && !value_is_error(result); i++) {
        struct value n = index_value(vm, call->args[i]);
        struct value next = value_is_error(n) ? n : combine(vm, result, n);
        value_drop(vm, n);
        value_drop(vm, result);
        result = next;
    }
    return result;
}

struct value math_gcd(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return fold(vm, call, "gcd", 0, big_gcd);
}

struct value math_lcm(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return fold(vm, call, "lcm", 1, multiple);
}

// comb and perm -----------------------------------------------------------------------------------

// Both as ints that are not negative; the caller's own. False if raised.
static bool read_two(struct vm *vm, const struct call *call, struct value *n, struct value *k) {
    *n = index_value(vm, call->args[0]);
    *k = value_is_error(*n) ? VALUE_ABSENT : index_value(vm, call->args[1]);
    bool fine = !value_is_error(*n) && !value_is_error(*k);
    if (fine && (int_sign(*n) < 0 || int_sign(*k) < 0)) {
        raise_error(vm, EXCEPTION_ValueError, "%s must be a non-negative integer",
                    int_sign(*n) < 0 ? "n" : "k");
        fine = false;
    }
    if (!fine) {
        value_drop(vm, *n);
        value_drop(vm, *k);
    }
    return fine;
}

// n over k, by the smaller of k and n - k.
static struct value combinations(struct vm *vm, struct value n, struct value k) {
    int64_t smaller;
    struct value other = int_binary(vm, BINARY_SUBTRACT, n, k);
    if (value_is_error(other) || int_sign(other) < 0) {
        value_drop(vm, other);
        return value_is_error(other) ? other : value_small(0);
    }
    bool fits = int_to_int64(int_compare(other, k) < 0 ? other : k, &smaller);
    value_drop(vm, other);
    if (!fits) {
        return raise_error(vm, EXCEPTION_OverflowError,
                           "min(n - k, k) must not exceed 9223372036854775807");
    }
    return big_binomial(vm, n, (uint64_t)smaller);
}

struct value math_comb(struct vm *vm, struct value self, const struct call *call) {
    struct value n, k;
    (void)self;
    if (!native_count(vm, call, "comb", 2, 2) || !read_two(vm, call, &n, &k)) {
        return VALUE_ERROR;
    }
    struct value result = combinations(vm, n, k);
    value_drop(vm, n);
    value_drop(vm, k);
    return result;
}

// k over k times the factorial of k; n * (n - 1) * … would be slower.
static struct value permutations(struct vm *vm, struct value n, struct value k) {
    int64_t count;
    if (int_compare(k, n) > 0) {
        return value_small(0);
    }
    if (!int_to_int64(k, &count)) {
        return raise_error(vm, EXCEPTION_OverflowError, "k must not exceed 9223372036854775807");
    }
    struct value chosen = big_binomial(vm, n, (uint64_t)count);
    struct value orders = value_is_error(chosen) ? chosen : big_factorial(vm, (uint64_t)count);
    struct value result =
        value_is_error(orders) ? orders : int_binary(vm, BINARY_MULTIPLY, chosen, orders);
    value_drop(vm, chosen);
    value_drop(vm, orders);
    return result;
}

struct value math_perm(struct vm *vm, struct value self, const struct call *call) {
    struct value n, k;
    (void)self;
    if (!native_count(vm, call, "perm", 1, 2)) {
        return VALUE_ERROR;
    }
    if (call->count == 1 || value_is_none(call->args[1])) {
        return factorial(vm, call->args[0]);
    }
    if (!read_two(vm, call, &n, &k)) {
        return VALUE_ERROR;
    }
    struct value result = permutations(vm, n, k);
    value_drop(vm, n);
    value_drop(vm, k);
    return result;
}
