// The builtin functions on numbers: abs, round, divmod, pow, bin, oct, hex.
#include "vm/builtins.h"

#include "vm/builtin.h"
#include "vm/float.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/str.h"
#include "vm/vm.h"

struct value builtins_abs(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value number;
    if (!native_one(vm, call, "abs", &number)) {
        return VALUE_ERROR;
    }
    if (value_is_float(number)) {
        double value = value_to_float(number);
        return value_float(value < 0 ? -value : value + 0.0);
    }
    struct value result = slot_call(vm, number, DUNDER_abs, NULL, 0);
    if (value_is_absent(result)) {
        return raise_error(vm, EXCEPTION_TypeError, "bad operand type for abs(): '%s'",
                           value_type(vm, number)->name);
    }
    return result;
}

struct value builtins_round(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value number, digits = VALUE_NONE;
    if (!native_args(vm, call, "round", "o:number|o:ndigits", &number, &digits)) {
        return VALUE_ERROR;
    }
    struct value result =
        slot_call(vm, number, DUNDER_round, &digits, value_is_none(digits) ? 0 : 1);
    if (value_is_absent(result)) {
        return raise_error(vm, EXCEPTION_TypeError, "type %s doesn't define __round__ method",
                           value_type(vm, number)->name);
    }
    return result;
}

// left.name(right), or right.reflected(left) if the left operand does not know; NotImplemented.
static struct value ask_both(struct vm *vm, struct value left, struct value right, enum dunder name,
                             enum dunder reflected) {
    struct value result = slot_call(vm, left, name, &right, 1);
    if (!value_is_absent(result) && !value_is(result, VALUE_NOT_IMPLEMENTED)) {
        return result;
    }
    if (value_type(vm, left) == value_type(vm, right)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    result = slot_call(vm, right, reflected, &left, 1);
    return value_is_absent(result) ? VALUE_NOT_IMPLEMENTED : result;
}

// (left // right, left % right)
static struct value divide(struct vm *vm, struct value left, struct value right) {
    struct value items[2];
    items[0] = int_binary(vm, BINARY_FLOOR_DIVIDE, left, right);
    items[1] = value_is_error(items[0]) ? VALUE_ERROR : int_binary(vm, BINARY_MODULO, left, right);
    return tuple_steal(vm, items, 2);
}

struct value builtins_divmod(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value left, right;
    if (!native_args(vm, call, "divmod", "oo", &left, &right)) {
        return VALUE_ERROR;
    }
    if (value_both_small(left, right)) {
        return divide(vm, left, right);
    }
    struct value result = ask_both(vm, left, right, DUNDER_divmod, DUNDER_rdivmod);
    if (value_is(result, VALUE_NOT_IMPLEMENTED)) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "unsupported operand type(s) for divmod(): '%s' and '%s'",
                           value_type(vm, left)->name, value_type(vm, right)->name);
    }
    return result;
}

static struct value power_modulo(struct vm *vm, struct value base, struct value exponent,
                                 struct value modulus) {
    if (int_is(base) && int_is(exponent) && int_is(modulus)) {
        return int_power_modulo(vm, base, exponent, modulus);
    }
    if (float_is(base) || (int_is(base) && float_is(exponent))) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "pow() 3rd argument not allowed unless all arguments are integers");
    }
    struct value args[] = {exponent, modulus};
    struct value result = (value_type(vm, base)->flags & TYPE_HEAP) != 0
                              ? slot_call(vm, base, DUNDER_pow, args, 2)
                              : VALUE_ABSENT;
    if (!value_is_absent(result) && !value_is(result, VALUE_NOT_IMPLEMENTED)) {
        return result;
    }
    return raise_error(
        vm, EXCEPTION_TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
        value_type(vm, base)->name, value_type(vm, exponent)->name, value_type(vm, modulus)->name);
}

struct value builtins_pow(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value base, exponent, modulus = VALUE_NONE;
    if (!native_args(vm, call, "pow", "o:base o:exp|o:mod", &base, &exponent, &modulus)) {
        return VALUE_ERROR;
    }
    return value_is_none(modulus) ? vm_binary(vm, BINARY_POWER, base, exponent)
                                  : power_modulo(vm, base, exponent, modulus);
}

// An integer in another base, as format() writes it with [spec].
static struct value in_base(struct vm *vm, const struct call *call, const char *function,
                            const char *spec) {
    struct value argument;
    if (!native_args(vm, call, function, "o", &argument)) {
        return VALUE_ERROR;
    }
    struct value number = index_value(vm, argument);
    struct value text = value_is_error(number) ? number : str_from(vm, spec);
    struct value result = value_is_error(text) ? text : vm_format(vm, number, str_of(text));
    value_drop(vm, text);
    value_drop(vm, number);
    return result;
}

struct value builtins_bin(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return in_base(vm, call, "bin", "#b");
}

struct value builtins_oct(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return in_base(vm, call, "oct", "#o");
}

struct value builtins_hex(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return in_base(vm, call, "hex", "#x");
}
