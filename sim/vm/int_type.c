// The type int: its slots and int(…). The methods are in int_methods.c.
#include "vm/int_type.h"

#include "vm/big.h"
#include "vm/builtin.h"
#include "vm/bytes.h"
#include "vm/compare.h"
#include "vm/float.h"
#include "vm/format.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/number_text.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/str.h"

// int(…) ----------------------------------------------------------------------------------------

// Up to 18 decimal digits, perhaps after a minus sign, and nothing else: ABSENT for other texts.
static struct value from_digits(struct vm *vm, const struct str *s) {
    bool negative = s->length > 0 && s->text[0] == '-';
    size_t digits = s->length - negative;
    int64_t integer = 0;
    if (digits == 0 || digits > 18) {
        return VALUE_ABSENT;
    }
    for (const char *at = s->text + negative; *at >= '0' && *at <= '9'; at++, digits--) {
        integer = integer * 10 + (*at - '0');
    }
    return digits == 0 ? int_from(vm, negative ? -integer : integer) : VALUE_ABSENT;
}

static struct value from_str(struct vm *vm, struct value text, int base) {
    const struct str *s = str_of(text);
    struct value quick = base == 10 ? from_digits(vm, s) : VALUE_ABSENT;
    if (!value_is_absent(quick)) {
        return quick;
    }
    if (str_is_ascii(s)) {
        return int_parse(vm, s->text, s->length, base, text);
    }
    struct buf ascii = {0};
    number_text_put(s, &ascii);
    struct value result = int_parse(vm, buf_text(&ascii), ascii.length, base, text);
    buf_free(&ascii);
    return result;
}

// A text in [base]; NotImplemented for what is no text.
static struct value from_text(struct vm *vm, struct value v, int base) {
    struct bytes_span span;
    if (str_is(v)) {
        return from_str(vm, v, base);
    }
    if (bytes_like(vm, v, &span)) {
        return int_parse(vm, span.data, span.length, base, v);
    }
    return VALUE_NOT_IMPLEMENTED;
}

// What __int__ gave must be an int.
static struct value check_int(struct vm *vm, struct value result) {
    if (value_is_error(result) || value_is_absent(result)) {
        return result;
    }
    if (!int_is(result)) {
        raise_error(vm, EXCEPTION_TypeError, "__int__ returned non-int (type %s)",
                    value_type(vm, result)->name);
        value_drop(vm, result);
        return VALUE_ERROR;
    }
    struct value exact = int_exact(vm, result);
    value_drop(vm, result);
    return exact;
}

static struct value from_any(struct vm *vm, struct value v) {
    struct type *type = value_type(vm, v);
    if (value_is_small(v) || type == builtin(vm, BUILTIN_int)) {
        return value_keep(v);
    }
    if (value_is_float(v)) {
        return int_from_double(vm, value_to_float(v));
    }
    struct value result = from_text(vm, v, 10);
    if (!value_is(result, VALUE_NOT_IMPLEMENTED)) {
        return result;
    }
    result = check_int(vm, slot_call(vm, v, DUNDER_int, NULL, 0));
    if (!value_is_absent(result)) {
        return result;
    }
    if (type->index != NULL) {
        return index_value(vm, v);
    }
    return raise_error(vm, EXCEPTION_TypeError,
                       "int() argument must be a string, a bytes-like object or a real number, "
                       "not '%s'",
                       type->name);
}

static struct value from_based(struct vm *vm, struct value text, struct value base) {
    int64_t number;
    if (!index_clamped(vm, base, &number)) {
        return VALUE_ERROR;
    }
    if (number != 0 && (number < 2 || number > 36)) {
        return raise_error(vm, EXCEPTION_ValueError, "int() base must be >= 2 and <= 36, or 0");
    }
    struct value result = from_text(vm, text, (int)number);
    if (value_is(result, VALUE_NOT_IMPLEMENTED)) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "int() can't convert non-string with explicit base");
    }
    return result;
}

static struct value int_create(struct vm *vm, struct type *type, const struct call *call) {
    struct value v = VALUE_ABSENT, base = VALUE_ABSENT;
    bool fits = call->count <= 2 || native_count(vm, call, "int", 0, 2);
    if (!fits || !native_args(vm, call, "int", "|o o:base", &v, &base)) {
        return VALUE_ERROR;
    }
    if (value_is_absent(v) && !value_is_absent(base)) {
        return raise_error(vm, EXCEPTION_TypeError, "int() missing string argument");
    }
    struct value number = value_is_absent(v)      ? value_small(0)
                          : value_is_absent(base) ? from_any(vm, v)
                                                  : from_based(vm, v, base);
    if (value_is_error(number) || type == builtin(vm, BUILTIN_int)) {
        return number;
    }
    struct value derived = big_derive(vm, type, number);
    value_drop(vm, number);
    return derived;
}

// Slots -----------------------------------------------------------------------------------------

static size_t int_measure(const struct object *object) {
    int64_t size = ((const struct big *)(const void *)object)->size;
    return sizeof(struct big) + (size_t)(size < 0 ? -size : size) * sizeof(uint64_t);
}

static struct value int_repr(struct vm *vm, struct value self) {
    if (value_is_small(self)) {
        char digits[INT_SMALL_TEXT];
        const char *text = int_small_text(value_to_small(self), digits);
        return str_new(vm, text, (size_t)(digits + INT_SMALL_TEXT - 1 - text));
    }
    struct buf text = {0};
    if (!int_to_text(vm, self, &text)) {
        buf_free(&text);
        return VALUE_ERROR;
    }
    return str_take(vm, &text);
}

static bool hash_slot(struct vm *vm, struct value self, int64_t *hash) {
    (void)vm;
    *hash = int_hash(self);
    return true;
}

static struct value compare_slot(struct vm *vm, struct value self, struct value other,
                                 enum compare_op op) {
    (void)vm;
    if (!int_is(self) || !int_is(other)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    return compare_result(int_compare(self, other), op);
}

static int int_truth(struct vm *vm, struct value self) {
    (void)vm;
    return int_sign(self) != 0;
}

static struct value binary_slot(struct vm *vm, enum binary_op op, struct value left,
                                struct value right) {
    if (!int_is(left) || !int_is(right)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    return int_binary(vm, op, left, right);
}

struct value int_unary(struct vm *vm, enum unary_op op, struct value self) {
    switch (op) {
    case UNARY_NEGATIVE:
        return int_binary(vm, BINARY_SUBTRACT, value_small(0), self);
    case UNARY_POSITIVE:
        return int_exact(vm, self);
    case UNARY_INVERT:
        return int_binary(vm, BINARY_SUBTRACT, value_small(-1), self);
    case UNARY_NOT:
        break;
    }
    return value_bool(int_sign(self) == 0);
}

bool int_type_ready(struct vm *vm, struct type *type) {
    vm->int_digits_most = INT_DIGITS_MOST;
    type->flags |= TYPE_BASE | TYPE_INT;
    type->size = sizeof(struct big);
    type->measure = int_measure;
    type->create = int_create;
    type->repr = int_repr;
    type->hash = hash_slot;
    type->compare = compare_slot;
    type->truth = int_truth;
    type->binary = binary_slot;
    type->unary = int_unary;
    type->index = int_exact;
    type->format = format_int;
    return type_ready(vm, type, int_methods());
}
