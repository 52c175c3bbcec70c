// The operators of classes: __add__ and __radd__, __iadd__, __neg__ and kin.
#include "vm/slots.h"
#include "vm/type.h"

struct operator_names {
    enum dunder plain, reflected, inplace;
};

static const struct operator_names operators[BINARY_OP_COUNT] = {
    [BINARY_ADD] = {DUNDER_add, DUNDER_radd, DUNDER_iadd},
    [BINARY_SUBTRACT] = {DUNDER_sub, DUNDER_rsub, DUNDER_isub},
    [BINARY_MULTIPLY] = {DUNDER_mul, DUNDER_rmul, DUNDER_imul},
    [BINARY_TRUE_DIVIDE] = {DUNDER_truediv, DUNDER_rtruediv, DUNDER_itruediv},
    [BINARY_FLOOR_DIVIDE] = {DUNDER_floordiv, DUNDER_rfloordiv, DUNDER_ifloordiv},
    [BINARY_MODULO] = {DUNDER_mod, DUNDER_rmod, DUNDER_imod},
    [BINARY_POWER] = {DUNDER_pow, DUNDER_rpow, DUNDER_ipow},
    [BINARY_LSHIFT] = {DUNDER_lshift, DUNDER_rlshift, DUNDER_ilshift},
    [BINARY_RSHIFT] = {DUNDER_rshift, DUNDER_rrshift, DUNDER_irshift},
    [BINARY_AND] = {DUNDER_and, DUNDER_rand, DUNDER_iand},
    [BINARY_OR] = {DUNDER_or, DUNDER_ror, DUNDER_ior},
    [BINARY_XOR] = {DUNDER_xor, DUNDER_rxor, DUNDER_ixor},
    [BINARY_MATMUL] = {DUNDER_matmul, DUNDER_rmatmul, DUNDER_imatmul},
};

// Calls one operand's method; NotImplemented where it has none (or None in its place).
static struct value operand_call(struct vm *vm, struct value self, enum dunder name,
                                 struct value other) {
    struct value found = type_lookup(vm, value_type(vm, self), dunder(vm, name));
    if (value_is_absent(found)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    if (value_is_none(found)) {
        return raise_error(vm, EXCEPTION_TypeError, "'NoneType' object is not callable");
    }
    return slot_call(vm, self, name, &other, 1);
}

// Does the right operand's class override the reflected method that the left one's has?
static bool overrides(struct vm *vm, struct type *left, struct type *right, enum dunder name) {
    struct value own = type_lookup(vm, right, dunder(vm, name));
    return !value_is_absent(own) && !value_is(own, type_lookup(vm, left, dunder(vm, name)));
}

struct value slot_calling_binary(struct vm *vm, enum binary_op op, struct value left,
                                 struct value right) {
    struct type *left_type = value_type(vm, left), *right_type = value_type(vm, right);
    bool reflects = left_type != right_type && right_type->binary == slot_calling_binary;
    if (left_type->binary == slot_calling_binary) {
        if (reflects && type_is_subtype(right_type, left_type) &&
            overrides(vm, left_type, right_type, operators[op].reflected)) {
            struct value first = operand_call(vm, right, operators[op].reflected, left);
            if (!value_is(first, VALUE_NOT_IMPLEMENTED)) {
                return first;
            }
            reflects = false;
        }
        struct value result = operand_call(vm, left, operators[op].plain, right);
        if (!value_is(result, VALUE_NOT_IMPLEMENTED)) {
            return result;
        }
    }
    return reflects ? operand_call(vm, right, operators[op].reflected, left)
                    : VALUE_NOT_IMPLEMENTED;
}

struct value slot_calling_inplace(struct vm *vm, enum binary_op op, struct value self,
                                  struct value other) {
    return operand_call(vm, self, operators[op].inplace, other);
}

struct value slot_calling_unary(struct vm *vm, enum unary_op op, struct value self) {
    static const enum dunder names[] = {[UNARY_NEGATIVE] = DUNDER_neg,
                                        [UNARY_POSITIVE] = DUNDER_pos,
                                        [UNARY_INVERT] = DUNDER_invert};
    struct value result = slot_call(vm, self, names[op], NULL, 0);
    return value_is_absent(result) ? VALUE_NOT_IMPLEMENTED : result;
}
