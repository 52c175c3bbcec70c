// Integers by way of __index__.
#include "vm/index.h"

#include "vm/builtin.h"
#include "vm/int.h"
#include "vm/raise.h"

bool index_is(struct vm *vm, struct value v) {
    return int_is(v) || value_type(vm, v)->index != NULL;
}

// An int without the class or the truth around it.
static struct value plain(struct vm *vm, struct value number) {
    if (value_is_small(number) || value_is_exactly(number, builtin(vm, BUILTIN_int))) {
        return value_keep(number);
    }
    return int_binary(vm, BINARY_ADD, number, value_small(0));
}

struct value index_value(struct vm *vm, struct value v) {
    if (int_is(v)) {
        return plain(vm, v);
    }
    struct type *type = value_type(vm, v);
    if (type->index == NULL) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "'%s' object cannot be interpreted as an integer", type->name);
    }
    struct value number = type->index(vm, v);
    if (value_is_error(number)) {
        return number;
    }
    struct value result = plain(vm, number);
    value_drop(vm, number);
    return result;
}

bool index_size(struct vm *vm, struct value v, int64_t *out) {
    struct value number = index_value(vm, v);
    if (value_is_error(number)) {
        return false;
    }
    bool fits = int_to_int64(number, out);
    value_drop(vm, number);
    if (!fits) {
        raise_error(vm, EXCEPTION_OverflowError, "Python int too large to convert to C ssize_t");
    }
    return fits;
}

bool index_clamped(struct vm *vm, struct value v, int64_t *out) {
    if (value_is_small(v)) {
        *out = value_to_small(v);
        return true;
    }
    struct value number = index_value(vm, v);
    if (value_is_error(number)) {
        return false;
    }
    if (!int_to_int64(number, out)) {
        *out = int_sign(number) < 0 ? INT64_MIN : INT64_MAX;
    }
    value_drop(vm, number);
    return true;
}
