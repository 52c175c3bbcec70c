// What an order says about the six comparisons.
#ifndef VM_COMPARE_H
#define VM_COMPARE_H

#include "vm/object.h"

// The truth of "x op y" where x compares with y as [order] does with 0.
static inline struct value compare_result(int order, enum compare_op op) {
    switch (op) {
    case COMPARE_LT:
        return value_bool(order < 0);
    case COMPARE_LE:
        return value_bool(order <= 0);
    case COMPARE_EQ:
        return value_bool(order == 0);
    case COMPARE_NE:
        return value_bool(order != 0);
    case COMPARE_GT:
        return value_bool(order > 0);
    case COMPARE_GE:
        break;
    }
    return value_bool(order >= 0);
}

#endif
