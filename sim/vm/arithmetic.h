// Arithmetic on small integers and floats, for the machine's handlers: what is most of what
// programs compute, without a call. Each function gives ABSENT where it does not know; vm_binary
// then does.
#ifndef VM_ARITHMETIC_H
#define VM_ARITHMETIC_H

#include "vm/value.h"

// The payload of a small integer, shifted to the top: overflow of 48 bits is overflow of 64.
static inline int64_t arithmetic_high(struct value v) {
    return (int64_t)(v.bits << 16);
}

static inline struct value arithmetic_from_high(int64_t high) {
    return (struct value){VALUE_TAG_INT << VALUE_TAG_SHIFT | (uint64_t)high >> 16};
}

// A float, or a small integer as one. Both must be numbers; false else.
static inline bool arithmetic_are_numbers(struct value x, struct value y) {
    return (value_is_float(x) || value_is_small(x)) && (value_is_float(y) || value_is_small(y));
}

static inline double arithmetic_to_double(struct value v) {
    return value_is_float(v) ? value_to_float(v) : (double)value_to_small(v);
}

static inline struct value arithmetic_add(struct value x, struct value y) {
    int64_t sum;
    if (value_both_small(x, y) &&
        !__builtin_add_overflow(arithmetic_high(x), arithmetic_high(y), &sum)) {
        return arithmetic_from_high(sum);
    }
    if ((value_is_float(x) || value_is_float(y)) && arithmetic_are_numbers(x, y)) {
        return value_float(arithmetic_to_double(x) + arithmetic_to_double(y));
    }
    return VALUE_ABSENT;
}

static inline struct value arithmetic_subtract(struct value x, struct value y) {
    int64_t difference;
    if (value_both_small(x, y) &&
        !__builtin_sub_overflow(arithmetic_high(x), arithmetic_high(y), &difference)) {
        return arithmetic_from_high(difference);
    }
    if ((value_is_float(x) || value_is_float(y)) && arithmetic_are_numbers(x, y)) {
        return value_float(arithmetic_to_double(x) - arithmetic_to_double(y));
    }
    return VALUE_ABSENT;
}

static inline struct value arithmetic_multiply(struct value x, struct value y) {
    int64_t product;
    if (value_both_small(x, y) &&
        !__builtin_mul_overflow(arithmetic_high(x), value_to_small(y), &product)) {
        return arithmetic_from_high(product);
    }
    if ((value_is_float(x) || value_is_float(y)) && arithmetic_are_numbers(x, y)) {
        return value_float(arithmetic_to_double(x) * arithmetic_to_double(y));
    }
    return VALUE_ABSENT;
}

// The result has the divisor's sign.
static inline struct value arithmetic_modulo(struct value x, struct value y) {
    if (value_both_small(x, y) && value_to_small(y) > 0) {
        int64_t rest = value_to_small(x) % value_to_small(y);
        return value_small(rest < 0 ? rest + value_to_small(y) : rest);
    }
    return VALUE_ABSENT;
}

static inline struct value arithmetic_and(struct value x, struct value y) {
    return value_both_small(x, y) ? (struct value){x.bits & y.bits} : VALUE_ABSENT;
}

// Which of the outcomes of translate.c's table: 0 less, 1 equal, 2 greater, 3 unordered; -1: no
// numbers.
static inline int arithmetic_compare(struct value x, struct value y) {
    if (value_both_small(x, y)) {
        int64_t a = arithmetic_high(x), b = arithmetic_high(y);
        return (a >= b) + (a > b);
    }
    if ((value_is_float(x) || value_is_float(y)) && arithmetic_are_numbers(x, y)) {
        double a = arithmetic_to_double(x), b = arithmetic_to_double(y);
        return a < b ? 0 : a == b ? 1 : a > b ? 2 : 3;
    }
    return -1;
}

#endif
