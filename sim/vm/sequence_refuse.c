// What CPython says when + or * of a sequence meets an operand it cannot take.
#include "vm/raise.h"
#include "vm/sequence.h"

#include "vm/builtin.h"

// The wording for each kind of sequence that can be concatenated; "%s" is the other's type.
static const struct {
    enum builtin_type type;
    const char *add;
} refusals[] = {
    {BUILTIN_list, "can only concatenate list (not \"%s\") to list"},
    {BUILTIN_tuple, "can only concatenate tuple (not \"%s\") to tuple"},
    {BUILTIN_str, "can only concatenate str (not \"%s\") to str"},
    {BUILTIN_bytes, "can't concat %s to bytes"},
    {BUILTIN_bytearray, "can't concat %s to bytearray"},
};

#define REFUSAL_COUNT (sizeof refusals / sizeof refusals[0])

// The place in [refusals] of the builtin sequence that [v] is or inherits from; REFUSAL_COUNT: no.
static size_t kind_of(struct vm *vm, struct value v) {
    for (struct type *type = value_type(vm, v); type != NULL; type = type->base) {
        for (size_t i = 0; i < REFUSAL_COUNT; i++) {
            if (type == builtin(vm, refusals[i].type)) {
                return i;
            }
        }
    }
    return REFUSAL_COUNT;
}

bool sequence_refuse(struct vm *vm, enum binary_op op, struct value left, struct value right) {
    size_t left_kind = kind_of(vm, left);
    if (op == BINARY_ADD && left_kind < REFUSAL_COUNT) {
        // The format is one of the constants above.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        raise_error(vm, EXCEPTION_TypeError, refusals[left_kind].add, value_type(vm, right)->name);
#pragma GCC diagnostic pop
        return true;
    }
    if (op == BINARY_MULTIPLY &&
        (left_kind < REFUSAL_COUNT || kind_of(vm, right) < REFUSAL_COUNT)) {
        raise_error(vm, EXCEPTION_TypeError, "can't multiply sequence by non-int of type '%s'",
                    value_type(vm, left_kind < REFUSAL_COUNT ? right : left)->name);
        return true;
    }
    return false;
}
