// Splitting groups of exceptions: what split(), subgroup() and except* share.
#ifndef VM_EXCEPTION_SPLIT_H
#define VM_EXCEPTION_SPLIT_H

#include "vm/object.h"

enum split_kind {
    SPLIT_BY_CLASS,    // [value] is an exception class or a tuple of them
    SPLIT_BY_FUNCTION, // a function that is asked for each exception
    SPLIT_BY_IDENTITY, // a list of the very exceptions that are meant, no groups
};

struct split_condition {
    enum split_kind kind;
    struct value value; // borrowed
};

// Splits any exception in what meets the condition and what does not: the caller's own, None where
// there is none. False if raised.
bool exception_split(struct vm *vm, struct value exception, const struct split_condition *condition,
                     struct value *match, struct value *rest);

#endif
