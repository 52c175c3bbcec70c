// The type bool. Its two values are no objects; as numbers they are ints.
#include "vm/builtin.h"
#include "vm/int.h"
#include "vm/int_type.h"
#include "vm/native.h"
#include "vm/str.h"
#include "vm/vm.h"
#include "vm/warn.h"

static struct value bool_create(struct vm *vm, struct type *type, const struct call *call) {
    (void)type;
    if (!native_count(vm, call, "bool", 0, 1)) {
        return VALUE_ERROR;
    }
    int truth = call->count == 0 ? 0 : vm_truth(vm, call->args[0]);
    return truth < 0 ? VALUE_ERROR : value_bool(truth == 1);
}

static struct value bool_repr(struct vm *vm, struct value self) {
    return value_is(self, VALUE_TRUE) ? str_intern(vm, "True", 4) : str_intern(vm, "False", 5);
}

// & | ^ of two truths are truths; everything else calculates with ints.
static struct value bool_binary(struct vm *vm, enum binary_op op, struct value left,
                                struct value right) {
    if (!int_is(left) || !int_is(right)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    struct value result = int_binary(vm, op, left, right);
    bool logical = op == BINARY_AND || op == BINARY_OR || op == BINARY_XOR;
    if (logical && value_is_bool(left) && value_is_bool(right)) {
        return value_bool(value_to_small(result) != 0);
    }
    return result;
}

static struct value bool_unary(struct vm *vm, enum unary_op op, struct value self) {
    if (op == UNARY_INVERT) {
        warn_at(vm, "DeprecationWarning",
                "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. "
                "This returns the bitwise inversion of the underlying int object and is usually "
                "not what you expect from negating a bool. Use the 'not' operator for boolean "
                "negation or ~int(x) if you really want the bitwise inversion of the underlying "
                "int.",
                NULL, 0);
    }
    return int_unary(vm, op, self);
}

bool bool_type_ready(struct vm *vm, struct type *type) {
    type->create = bool_create;
    type->repr = bool_repr;
    type->binary = bool_binary;
    type->unary = bool_unary;
    return type_ready(vm, type, NULL);
}
