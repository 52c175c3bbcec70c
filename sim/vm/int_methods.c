// The methods of int.
#include <string.h>

#include "base/mem.h"
#include "vm/big.h"
#include "vm/builtin.h"
#include "vm/bytes.h"
#include "vm/float.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/int_type.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

static struct value int_itself(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return int_exact(vm, self);
}

static struct value get_imag(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call;
    return value_small(0);
}

static struct value get_denominator(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call;
    return value_small(1);
}

static struct value int_abs(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return int_absolute(vm, self);
}

static struct value int_float(struct vm *vm, struct value self, const struct call *call) {
    double number;
    (void)call;
    return int_to_double(vm, self, &number) ? value_float(number) : VALUE_ERROR;
}

static struct value int_bit_length(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "bit_length", 0, 0)) {
        return VALUE_ERROR;
    }
    return value_small((int64_t)big_bits(self));
}

static struct value int_bit_count(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "bit_count", 0, 0)) {
        return VALUE_ERROR;
    }
    return value_small((int64_t)big_ones(self));
}

static struct value int_conjugate(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "conjugate", 0, 0) ? int_exact(vm, self) : VALUE_ERROR;
}

static struct value int_is_integer(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return native_count(vm, call, "is_integer", 0, 0) ? VALUE_TRUE : VALUE_ERROR;
}

static struct value int_as_integer_ratio(struct vm *vm, struct value self,
                                         const struct call *call) {
    if (!native_count(vm, call, "as_integer_ratio", 0, 0)) {
        return VALUE_ERROR;
    }
    struct value pair[2] = {int_exact(vm, self), value_small(1)};
    return value_is_error(pair[0]) ? VALUE_ERROR : tuple_steal(vm, pair, 2);
}

static struct value int_getnewargs(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct value one[1] = {int_exact(vm, self)};
    return value_is_error(one[0]) ? VALUE_ERROR : tuple_steal(vm, one, 1);
}

// divmod ----------------------------------------------------------------------------------------

struct value int_divmod(struct vm *vm, struct value x, struct value y) {
    struct value pair[2];
    pair[0] = int_binary(vm, BINARY_FLOOR_DIVIDE, x, y);
    if (value_is_error(pair[0])) {
        return VALUE_ERROR;
    }
    pair[1] = int_binary(vm, BINARY_MODULO, x, y);
    if (value_is_error(pair[1])) {
        value_drop(vm, pair[0]);
        return VALUE_ERROR;
    }
    return tuple_steal(vm, pair, 2);
}

static struct value int_divmod_method(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "__divmod__", 1, 1)) {
        return VALUE_ERROR;
    }
    return int_is(call->args[0]) ? int_divmod(vm, self, call->args[0]) : VALUE_NOT_IMPLEMENTED;
}

static struct value int_rdivmod_method(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "__rdivmod__", 1, 1)) {
        return VALUE_ERROR;
    }
    return int_is(call->args[0]) ? int_divmod(vm, call->args[0], self) : VALUE_NOT_IMPLEMENTED;
}

// round -----------------------------------------------------------------------------------------

// [v] less its distance [rest] (0 <= rest < unit) from the multiple of [unit] below it, or more by
// what lacks to the next one, whichever is nearer.
static struct value to_nearer(struct vm *vm, struct value v, struct value rest, struct value unit,
                              bool odd) {
    struct value twice = int_binary(vm, BINARY_ADD, rest, rest);
    if (value_is_error(twice)) {
        return twice;
    }
    int order = int_compare(twice, unit);
    value_drop(vm, twice);
    struct value down = int_binary(vm, BINARY_SUBTRACT, v, rest);
    if (value_is_error(down) || order < 0 || (order == 0 && !odd)) {
        return down;
    }
    struct value up = int_binary(vm, BINARY_ADD, down, unit);
    value_drop(vm, down);
    return up;
}

static struct value round_to_unit(struct vm *vm, struct value v, struct value unit) {
    struct value rest = int_binary(vm, BINARY_MODULO, v, unit);
    if (value_is_error(rest)) {
        return rest;
    }
    struct value quotient = int_binary(vm, BINARY_FLOOR_DIVIDE, v, unit);
    struct value result = VALUE_ERROR;
    if (!value_is_error(quotient)) {
        result = to_nearer(vm, v, rest, unit, !big_is_even(quotient));
        value_drop(vm, quotient);
    }
    value_drop(vm, rest);
    return result;
}

struct value int_round(struct vm *vm, struct value v, struct value digits) {
    int64_t places;
    if (!index_clamped(vm, digits, &places)) {
        return VALUE_ERROR;
    }
    if (places >= 0) {
        return int_exact(vm, v);
    }
    if (places < -(int64_t)big_bits(v)) { // ten to that power is more than twice the number
        return value_small(0);
    }
    struct value unit = int_binary(vm, BINARY_POWER, value_small(10), value_small(-places));
    if (value_is_error(unit)) {
        return unit;
    }
    struct value result = round_to_unit(vm, v, unit);
    value_drop(vm, unit);
    return result;
}

static struct value int_round_method(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "__round__", 0, 1)) {
        return VALUE_ERROR;
    }
    if (call->count == 0 || value_is_none(call->args[0])) {
        return int_exact(vm, self);
    }
    return int_round(vm, self, call->args[0]);
}

// Bytes -----------------------------------------------------------------------------------------

// "big" or "little", which is the default where none is given; -1: raised.
static int is_little(struct vm *vm, struct value order) {
    if (value_is_absent(order)) {
        return 0;
    }
    if (!str_is(order)) {
        raise_error(vm, EXCEPTION_TypeError, "argument 'byteorder' must be str, not %s",
                    value_type(vm, order)->name);
        return -1;
    }
    bool little = str_equals(str_of(order), "little");
    if (!little && !str_equals(str_of(order), "big")) {
        raise_error(vm, EXCEPTION_ValueError, "byteorder must be either 'little' or 'big'");
        return -1;
    }
    return little;
}

static void reverse(unsigned char *bytes, size_t length) {
    for (size_t i = 0; i < length / 2; i++) {
        unsigned char byte = bytes[i];
        bytes[i] = bytes[length - 1 - i];
        bytes[length - 1 - i] = byte;
    }
}

// Turns a magnitude, the most significant byte first, into its two's complement negative.
static void negate(unsigned char *bytes, size_t length) {
    unsigned carry = 1;
    for (size_t i = length; i-- > 0;) {
        carry += (unsigned char)~bytes[i];
        bytes[i] = (unsigned char)carry;
        carry >>= 8;
    }
}

static bool fits(struct vm *vm, struct value v, uint64_t length, bool is_signed) {
    bool negative = int_sign(v) < 0;
    if (negative && !is_signed) {
        raise_error(vm, EXCEPTION_OverflowError, "can't convert negative int to unsigned");
        return false;
    }
    size_t bits = big_bits(v);
    // The least negative number needs no more bits than the greatest positive one.
    bool power_of_two = negative && big_ones(v) == 1;
    size_t need = bits + (is_signed && !power_of_two);
    bool nothing = bits == 0 || (value_is(v, value_small(-1)) && is_signed); // zeros, or ones, only
    if (need > length * 8 && !nothing) {
        raise_error(vm, EXCEPTION_OverflowError, "int too big to convert");
        return false;
    }
    return true;
}

static struct value to_bytes(struct vm *vm, struct value v, size_t length, bool little,
                             bool is_signed) {
    if (!fits(vm, v, length, is_signed)) {
        return VALUE_ERROR;
    }
    struct value result = bytes_reserve(vm, length);
    if (value_is_error(result) || length == 0) {
        return result;
    }
    unsigned char *bytes = (unsigned char *)bytes_of(result)->data;
    big_to_bytes(v, bytes, length);
    if (int_sign(v) < 0) {
        negate(bytes, length);
    }
    if (little) {
        reverse(bytes, length);
    }
    return result;
}

static struct value int_to_bytes(struct vm *vm, struct value self, const struct call *call) {
    struct value length = value_small(1), order = VALUE_ABSENT, is_signed = VALUE_FALSE;
    int64_t count;
    if (!native_args(vm, call, "to_bytes", "|o:length o:byteorder $o:signed", &length, &order,
                     &is_signed) ||
        !vm_to_index(vm, length, &count)) {
        return VALUE_ERROR;
    }
    int truth = vm_truth(vm, is_signed);
    int little = truth < 0 ? -1 : is_little(vm, order);
    if (little < 0) {
        return VALUE_ERROR;
    }
    if (count < 0) {
        return raise_error(vm, EXCEPTION_ValueError, "length argument must be non-negative");
    }
    return to_bytes(vm, self, (size_t)count, little == 1, truth == 1);
}

static struct value from_bytes(struct vm *vm, unsigned char *bytes, size_t length, bool little,
                               bool is_signed) {
    if (little) {
        reverse(bytes, length);
    }
    bool negative = is_signed && length > 0 && bytes[0] >= 0x80;
    if (negative) {
        negate(bytes, length);
    }
    struct value magnitude = big_from_bytes(vm, bytes, length);
    if (!negative || value_is_error(magnitude)) {
        return magnitude;
    }
    struct value result = int_binary(vm, BINARY_SUBTRACT, value_small(0), magnitude);
    value_drop(vm, magnitude);
    return result;
}

// An int, or what the class derived from it makes of it.
static struct value as_class(struct vm *vm, struct value class, struct value number) {
    if (value_is_error(number) || value_to_object(class) == &builtin(vm, BUILTIN_int)->head) {
        return number;
    }
    struct value result = vm_call(vm, class, &number, 1);
    value_drop(vm, number);
    return result;
}

static struct value int_from_bytes(struct vm *vm, struct value class, const struct call *call) {
    struct value source, order = VALUE_ABSENT, is_signed = VALUE_FALSE;
    if (!native_args(vm, call, "from_bytes", "o:bytes|o:byteorder $o:signed", &source, &order,
                     &is_signed)) {
        return VALUE_ERROR;
    }
    int little = is_little(vm, order);
    int truth = little < 0 ? -1 : vm_truth(vm, is_signed);
    if (truth < 0) {
        return VALUE_ERROR;
    }
    struct value bytes = bytes_from(vm, source);
    if (value_is_error(bytes)) {
        return bytes;
    }
    size_t length = bytes_of(bytes)->length;
    unsigned char *copy = (unsigned char *)mem_copy_text(bytes_of(bytes)->data, length);
    value_drop(vm, bytes);
    struct value number = from_bytes(vm, copy, length, little == 1, truth == 1);
    mem_free(copy);
    return as_class(vm, class, number);
}

const struct native *int_methods(void) {
    static const struct native methods[] = {
        {"bit_length", int_bit_length, 0, 0},
        {"bit_count", int_bit_count, 0, 0},
        {"conjugate", int_conjugate, 0, 0},
        {"is_integer", int_is_integer, 0, 0},
        {"as_integer_ratio", int_as_integer_ratio, 0, 0},
        {"to_bytes", int_to_bytes, 0, 0},
        {"from_bytes", int_from_bytes, NATIVE_CLASS, 0},
        {"real", int_itself, NATIVE_GETTER, 0},
        {"imag", get_imag, NATIVE_GETTER, 0},
        {"numerator", int_itself, NATIVE_GETTER, 0},
        {"denominator", get_denominator, NATIVE_GETTER, 0},
        {"__abs__", int_abs, 0, 0},
        {"__int__", int_itself, 0, 0},
        {"__float__", int_float, 0, 0},
        {"__trunc__", int_itself, 0, 0},
        {"__floor__", int_itself, 0, 0},
        {"__ceil__", int_itself, 0, 0},
        {"__round__", int_round_method, 0, 0},
        {"__divmod__", int_divmod_method, 0, 0},
        {"__rdivmod__", int_rdivmod_method, 0, 0},
        {"__getnewargs__", int_getnewargs, 0, 0},
        {0},
    };
    return methods;
}
