// The operators: x + y, x += y, -x.
#include "vm/builtin.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/sequence.h"
#include "vm/state.h"
#include "vm/type.h"

static const char *const binary_signs[BINARY_OP_COUNT] = {
    [BINARY_ADD] = "+",
    [BINARY_SUBTRACT] = "-",
    [BINARY_MULTIPLY] = "*",
    [BINARY_TRUE_DIVIDE] = "/",
    [BINARY_FLOOR_DIVIDE] = "//",
    [BINARY_MODULO] = "%",
    [BINARY_POWER] = "**",
    [BINARY_LSHIFT] = "<<",
    [BINARY_RSHIFT] = ">>",
    [BINARY_AND] = "&",
    [BINARY_OR] = "|",
    [BINARY_XOR] = "^",
    [BINARY_MATMUL] = "@",
};

// Asks the operands' types: the left one first, unless the right one's is derived from it. A type
// that both have, or a slot that both share, is asked once.
static struct value binary_ask(struct vm *vm, enum binary_op op, struct value a, struct value b) {
    const struct type *left = value_type(vm, a), *right = value_type(vm, b);
    struct value result = VALUE_NOT_IMPLEMENTED;
    bool ask_right = right->binary != NULL && right->binary != left->binary;
    if (left->binary != NULL) {
        if (ask_right && type_is_subtype(right, left)) {
            result = right->binary(vm, op, a, b);
            ask_right = false;
        }
        if (value_is(result, VALUE_NOT_IMPLEMENTED)) {
            result = left->binary(vm, op, a, b);
        }
    }
    if (value_is(result, VALUE_NOT_IMPLEMENTED) && ask_right) {
        result = right->binary(vm, op, a, b);
    }
    return result;
}

static bool is_print(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_native_function)) &&
           strcmp(native_of(v)->native->name, "print") == 0;
}

static struct value refuse(struct vm *vm, enum binary_op op, const char *suffix, struct value a,
                           struct value b) {
    bool printed = op == BINARY_RSHIFT && *suffix == '\0' && is_print(vm, a);
    return raise_error(vm, EXCEPTION_TypeError,
                       "unsupported operand type(s) for %s%s: '%s' and '%s'%s", binary_signs[op],
                       suffix, value_type(vm, a)->name, value_type(vm, b)->name,
                       printed ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : "");
}

struct value vm_binary(struct vm *vm, enum binary_op op, struct value a, struct value b) {
    struct value result = binary_ask(vm, op, a, b);
    if (!value_is(result, VALUE_NOT_IMPLEMENTED)) {
        return result;
    }
    if (sequence_refuse(vm, op, a, b)) {
        return VALUE_ERROR;
    }
    return refuse(vm, op, op == BINARY_POWER ? " or pow()" : "", a, b);
}

struct value vm_inplace(struct vm *vm, enum binary_op op, struct value a, struct value b) {
    const struct type *type = value_type(vm, a);
    struct value result = VALUE_NOT_IMPLEMENTED;
    if (type->inplace != NULL) {
        result = type->inplace(vm, op, a, b);
    }
    if (value_is(result, VALUE_NOT_IMPLEMENTED)) {
        result = binary_ask(vm, op, a, b);
    }
    if (!value_is(result, VALUE_NOT_IMPLEMENTED)) {
        return result;
    }
    return sequence_refuse(vm, op, a, b) ? VALUE_ERROR : refuse(vm, op, "=", a, b);
}

struct value vm_unary(struct vm *vm, enum unary_op op, struct value v) {
    static const char *const signs[] = {
        [UNARY_NEGATIVE] = "-", [UNARY_POSITIVE] = "+", [UNARY_INVERT] = "~"};
    if (op == UNARY_NOT) {
        int truth = vm_truth(vm, v);
        return truth < 0 ? VALUE_ERROR : value_bool(truth == 0);
    }
    const struct type *type = value_type(vm, v);
    struct value result = type->unary == NULL ? VALUE_NOT_IMPLEMENTED : type->unary(vm, op, v);
    if (!value_is(result, VALUE_NOT_IMPLEMENTED)) {
        return result;
    }
    return raise_error(vm, EXCEPTION_TypeError, "bad operand type for unary %s: '%s'", signs[op],
                       type->name);
}
