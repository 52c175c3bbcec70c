// The type float: its slots, float(…) and its methods.
#include <math.h>
#include <stdlib.h>

#include "vm/big.h"
#include "vm/builtin.h"
#include "vm/bytes.h"
#include "vm/compare.h"
#include "vm/float.h"
#include "vm/format.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/number_text.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/str.h"
#include "vm/vm.h"

// float(…) --------------------------------------------------------------------------------------

static struct value from_chars(struct vm *vm, const char *text, size_t length,
                               struct value original) {
    double number;
    if (float_parse(text, length, &number)) {
        return value_float(number);
    }
    struct value repr = vm_repr(vm, original);
    if (!value_is_error(repr)) {
        raise_error(vm, EXCEPTION_ValueError, "could not convert string to float: %s",
                    str_of(repr)->text);
        value_drop(vm, repr);
    }
    return VALUE_ERROR;
}

static struct value from_str(struct vm *vm, struct value text) {
    struct buf ascii = {0};
    number_text_put(str_of(text), &ascii);
    struct value result = from_chars(vm, buf_text(&ascii), ascii.length, text);
    buf_free(&ascii);
    return result;
}

static struct value from_any(struct vm *vm, struct value v) {
    struct bytes_span span;
    double number;
    if (value_is_float(v)) {
        return v;
    }
    if (str_is(v)) {
        return from_str(vm, v);
    }
    if (bytes_like(vm, v, &span)) {
        return from_chars(vm, span.data, span.length, v);
    }
    if (float_from_real(vm, v, &number)) {
        return value_float(number);
    }
    struct type *type = value_type(vm, v);
    struct value method = slot_special(vm, v, dunder(vm, DUNDER_float));
    bool no_number = value_is_absent(method) && type->index == NULL && !int_is(v);
    value_drop(vm, method);
    if (no_number && raised_clear(vm, EXCEPTION_TypeError)) {
        raise_error(vm, EXCEPTION_TypeError,
                    "float() argument must be a string or a real number, not '%s'", type->name);
    }
    return VALUE_ERROR;
}

static struct value float_create(struct vm *vm, struct type *type, const struct call *call) {
    if (!native_count(vm, call, "float", 0, 1)) {
        return VALUE_ERROR;
    }
    struct value number = call->count == 0 ? value_float(0) : from_any(vm, call->args[0]);
    if (value_is_error(number) || type == builtin(vm, BUILTIN_float)) {
        return number;
    }
    struct float_object *object = object_new(vm, type, sizeof *object);
    if (object == NULL) {
        return VALUE_ERROR;
    }
    object->number = value_to_float(number);
    return value_object(object);
}

// Slots -----------------------------------------------------------------------------------------

static struct value float_repr(struct vm *vm, struct value self) {
    struct buf text = {0};
    float_repr_to(float_of(self), &text);
    return str_take(vm, &text);
}

static bool hash_slot(struct vm *vm, struct value self, int64_t *hash) {
    (void)vm;
    *hash = float_hash(float_of(self));
    return true;
}

static struct value compare_slot(struct vm *vm, struct value self, struct value other,
                                 enum compare_op op) {
    double x = float_of(self);
    if (isnan(x) || (float_is(other) && isnan(float_of(other)))) {
        bool known = float_is(other) || int_is(other);
        return known ? value_bool(op == COMPARE_NE) : VALUE_NOT_IMPLEMENTED;
    }
    if (float_is(other)) {
        double y = float_of(other);
        return compare_result((x > y) - (x < y), op);
    }
    if (int_is(other)) {
        return compare_result(float_compare_int(vm, x, other), op);
    }
    return VALUE_NOT_IMPLEMENTED;
}

static int float_truth(struct vm *vm, struct value self) {
    (void)vm;
    return float_of(self) != 0;
}

// Both operands as doubles: 1; 0 if one is no number; -1 if raised.
static int operands(struct vm *vm, struct value left, struct value right, double *x, double *y) {
    if ((!float_is(left) && !int_is(left)) || (!float_is(right) && !int_is(right))) {
        return 0;
    }
    return float_from_number(vm, left, x) && float_from_number(vm, right, y) ? 1 : -1;
}

static struct value binary_slot(struct vm *vm, enum binary_op op, struct value left,
                                struct value right) {
    double x, y;
    int known = operands(vm, left, right, &x, &y);
    return known == 0  ? VALUE_NOT_IMPLEMENTED
           : known < 0 ? VALUE_ERROR
                       : float_binary(vm, op, x, y);
}

static struct value unary_slot(struct vm *vm, enum unary_op op, struct value self) {
    double number = float_of(self);
    switch (op) {
    case UNARY_NEGATIVE:
        return value_float(-number);
    case UNARY_POSITIVE:
        return value_float(number);
    case UNARY_NOT:
        return value_bool(number == 0);
    case UNARY_INVERT:
        break;
    }
    return raise_error(vm, EXCEPTION_TypeError, "bad operand type for unary ~: '%s'",
                       value_type(vm, self)->name);
}

// Methods ---------------------------------------------------------------------------------------

static struct value float_itself(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_float(float_of(self));
}

static struct value get_imag(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call;
    return value_float(0);
}

static struct value float_conjugate(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "conjugate", 0, 0) ? value_float(float_of(self)) : VALUE_ERROR;
}

static struct value float_abs(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_float(fabs(float_of(self)));
}

static struct value float_trunc(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return int_from_double(vm, float_of(self));
}

static struct value float_floor(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return int_from_double(vm, floor(float_of(self)));
}

static struct value float_ceil(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return int_from_double(vm, ceil(float_of(self)));
}

static struct value float_round_method(struct vm *vm, struct value self, const struct call *call) {
    int64_t digits;
    if (!native_count(vm, call, "__round__", 0, 1)) {
        return VALUE_ERROR;
    }
    if (call->count == 0 || value_is_none(call->args[0])) {
        return int_from_double(vm, rint(float_of(self)));
    }
    if (!index_clamped(vm, call->args[0], &digits)) {
        return VALUE_ERROR;
    }
    return float_round(vm, float_of(self), digits);
}

static struct value float_is_integer(struct vm *vm, struct value self, const struct call *call) {
    double number = float_of(self);
    if (!native_count(vm, call, "is_integer", 0, 0)) {
        return VALUE_ERROR;
    }
    return value_bool(isfinite(number) && number == trunc(number));
}

// [whole] times two to the power [exponent], as a ratio of ints.
static struct value ratio(struct vm *vm, struct value whole, int exponent) {
    struct value power = int_binary(vm, BINARY_LSHIFT, value_small(1), value_small(abs(exponent)));
    if (value_is_error(power) || exponent <= 0) {
        struct value pair[2] = {whole, power};
        return value_is_error(power) ? VALUE_ERROR : tuple_steal(vm, pair, 2);
    }
    struct value pair[2] = {int_binary(vm, BINARY_MULTIPLY, whole, power), value_small(1)};
    value_drop(vm, power);
    return value_is_error(pair[0]) ? VALUE_ERROR : tuple_steal(vm, pair, 2);
}

static struct value float_as_integer_ratio(struct vm *vm, struct value self,
                                           const struct call *call) {
    double number = float_of(self);
    int exponent;
    if (!native_count(vm, call, "as_integer_ratio", 0, 0)) {
        return VALUE_ERROR;
    }
    if (!isfinite(number)) {
        bool nan = isnan(number);
        return raise_error(vm, nan ? EXCEPTION_ValueError : EXCEPTION_OverflowError,
                           "cannot convert %s to integer ratio", nan ? "NaN" : "Infinity");
    }
    double fraction = frexp(number, &exponent);
    for (; fraction != trunc(fraction); exponent--) {
        fraction *= 2;
    }
    struct value whole = int_from_double(vm, fraction);
    return value_is_error(whole) ? whole : ratio(vm, whole, number == 0 ? 0 : exponent);
}

static struct value divmod(struct vm *vm, struct value left, struct value right) {
    double x, y, quotient, remainder;
    int known = operands(vm, left, right, &x, &y);
    if (known <= 0) {
        return known == 0 ? VALUE_NOT_IMPLEMENTED : VALUE_ERROR;
    }
    if (y == 0) {
        return raise_error(vm, EXCEPTION_ZeroDivisionError, "float divmod()");
    }
    float_divide(x, y, &quotient, &remainder);
    const struct value pair[2] = {value_float(quotient), value_float(remainder)};
    return tuple_new(vm, pair, 2);
}

static struct value float_divmod(struct vm *vm, struct value self, const struct call *call) {
    bool fine = native_count(vm, call, "__divmod__", 1, 1);
    return fine ? divmod(vm, self, call->args[0]) : VALUE_ERROR;
}

static struct value float_rdivmod(struct vm *vm, struct value self, const struct call *call) {
    bool fine = native_count(vm, call, "__rdivmod__", 1, 1);
    return fine ? divmod(vm, call->args[0], self) : VALUE_ERROR;
}

static struct value float_hex(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "hex", 0, 0)) {
        return VALUE_ERROR;
    }
    struct buf text = {0};
    float_to_hex(float_of(self), &text);
    return str_take(vm, &text);
}

static struct value float_fromhex(struct vm *vm, struct value class, const struct call *call) {
    if (!native_count(vm, call, "fromhex", 1, 1)) {
        return VALUE_ERROR;
    }
    if (!str_is(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "bad argument type for built-in operation");
    }
    const struct str *text = str_of(call->args[0]);
    struct value number = float_from_hex(vm, text->text, text->length);
    bool plain = value_to_object(class) == &builtin(vm, BUILTIN_float)->head;
    return value_is_error(number) || plain ? number : vm_call(vm, class, &number, 1);
}

static struct value float_getnewargs(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    const struct value one[1] = {value_float(float_of(self))};
    return tuple_new(vm, one, 1);
}

static const struct native methods[] = {
    {"conjugate", float_conjugate, 0, 0},
    {"is_integer", float_is_integer, 0, 0},
    {"as_integer_ratio", float_as_integer_ratio, 0, 0},
    {"hex", float_hex, 0, 0},
    {"fromhex", float_fromhex, NATIVE_CLASS, 0},
    {"real", float_itself, NATIVE_GETTER, 0},
    {"imag", get_imag, NATIVE_GETTER, 0},
    {"__abs__", float_abs, 0, 0},
    {"__int__", float_trunc, 0, 0},
    {"__float__", float_itself, 0, 0},
    {"__trunc__", float_trunc, 0, 0},
    {"__floor__", float_floor, 0, 0},
    {"__ceil__", float_ceil, 0, 0},
    {"__round__", float_round_method, 0, 0},
    {"__divmod__", float_divmod, 0, 0},
    {"__rdivmod__", float_rdivmod, 0, 0},
    {"__getnewargs__", float_getnewargs, 0, 0},
    {0},
};

bool float_type_ready(struct vm *vm, struct type *type) {
    type->flags |= TYPE_BASE | TYPE_FLOAT;
    type->size = sizeof(struct float_object);
    type->create = float_create;
    type->repr = float_repr;
    type->hash = hash_slot;
    type->compare = compare_slot;
    type->truth = float_truth;
    type->binary = binary_slot;
    type->unary = unary_slot;
    type->format = format_float;
    return type_ready(vm, type, methods);
}
