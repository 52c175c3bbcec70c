// The type str: its slots and str(…). The methods are in the other files str_*.c.
#include "vm/str_type.h"

#include <string.h>

#include "base/utf8.h"
#include "vm/builtin.h"
#include "vm/bytes.h"
#include "vm/compare.h"
#include "vm/encoding.h"
#include "vm/format.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/raise.h"
#include "vm/slice.h"
#include "vm/vm.h"

struct value str_derive(struct vm *vm, struct type *type, const struct str *text) {
    struct str *s = object_new(vm, type, offsetof(struct str, text) + text->length + 1);
    if (s == NULL) {
        return VALUE_ERROR;
    }
    s->length = text->length;
    s->count = text->count;
    s->hash = text->hash;
    memcpy(s->text, text->text, text->length);
    return value_object(s);
}

struct value str_exact(struct vm *vm, struct value v) {
    if (value_is_exactly(v, builtin(vm, BUILTIN_str))) {
        return value_keep(v);
    }
    return str_new(vm, str_of(v)->text, str_of(v)->length);
}

bool str_need(struct vm *vm, struct value v, const char *function, int argument) {
    if (str_is(v)) {
        return true;
    }
    raise_error(vm, EXCEPTION_TypeError, "%s() argument %d must be str, not %s", function, argument,
                value_is_none(v) ? "None" : value_type(vm, v)->name);
    return false;
}

static bool to_bound(struct vm *vm, struct value v, int64_t count, int64_t *out) {
    if (value_is_absent(v) || value_is_none(v)) {
        return true;
    }
    if (!index_is(vm, v)) {
        raise_error(vm, EXCEPTION_TypeError,
                    "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    if (!index_clamped(vm, v, out)) {
        return false;
    }
    *out += *out < 0 ? count : 0;
    *out = *out < 0 ? 0 : *out;
    return true;
}

bool str_bounds(struct vm *vm, struct value start, struct value stop, size_t count, int64_t *from,
                int64_t *to) {
    *from = 0;
    *to = (int64_t)count;
    if (!to_bound(vm, start, (int64_t)count, from) || !to_bound(vm, stop, (int64_t)count, to)) {
        return false;
    }
    *to = *to > (int64_t)count ? (int64_t)count : *to;
    return true;
}

// str(…) ----------------------------------------------------------------------------------------

static struct value decode(struct vm *vm, struct value v, struct value encoding,
                           struct value errors) {
    struct bytes_span span;
    struct encoding how;
    if (!encoding_check(vm, "str", encoding, errors)) {
        return VALUE_ERROR;
    }
    if (str_is(v)) {
        return raise_error(vm, EXCEPTION_TypeError, "decoding str is not supported");
    }
    if (!bytes_like(vm, v, &span)) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "decoding to str: need a bytes-like object, %s found",
                           value_is_none(v) ? "None" : value_type(vm, v)->name);
    }
    return encoding_read(vm, "str", encoding, errors, &how) ? encoding_decode(vm, &how, v, span)
                                                            : VALUE_ERROR;
}

static struct value str_create(struct vm *vm, struct type *type, const struct call *call) {
    struct value v = VALUE_ABSENT, encoding = VALUE_ABSENT, errors = VALUE_ABSENT;
    if (call->count == 1 && call->keyword_count == 0 && type == builtin(vm, BUILTIN_str)) {
        return vm_str(vm, call->args[0]);
    }
    if (call->count > 3) {
        native_count(vm, call, "str", 0, 3);
        return VALUE_ERROR;
    }
    if (!native_args(vm, call, "str", "|o:object o:encoding o:errors", &v, &encoding, &errors)) {
        return VALUE_ERROR;
    }
    bool decodes = !value_is_absent(encoding) || !value_is_absent(errors);
    struct value text = value_is_absent(v) ? str_new(vm, "", 0)
                        : decodes          ? decode(vm, v, encoding, errors)
                                           : vm_str(vm, v);
    if (value_is_error(text) || type == builtin(vm, BUILTIN_str)) {
        return text;
    }
    struct value derived = str_derive(vm, type, str_of(text));
    value_drop(vm, text);
    return derived;
}

// Slots -----------------------------------------------------------------------------------------

static size_t str_measure(const struct object *object) {
    return offsetof(struct str, text) + ((const struct str *)(const void *)object)->length + 1;
}

static struct value str_repr(struct vm *vm, struct value self) {
    struct buf text = {0};
    str_repr_to(str_of(self), &text);
    return str_take(vm, &text);
}

static bool hash_slot(struct vm *vm, struct value self, int64_t *hash) {
    (void)vm;
    *hash = str_hash(str_of(self));
    return true;
}

static struct value compare_slot(struct vm *vm, struct value self, struct value other,
                                 enum compare_op op) {
    (void)vm;
    if (!str_is(self) || !str_is(other)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    const struct str *a = str_of(self), *b = str_of(other);
    if (op == COMPARE_EQ || op == COMPARE_NE) {
        return value_bool(str_equal(a, b) == (op == COMPARE_EQ));
    }
    return compare_result(str_order(a, b), op);
}

static int str_truth(struct vm *vm, struct value self) {
    (void)vm;
    return str_of(self)->length > 0;
}

static ptrdiff_t str_length(struct vm *vm, struct value self) {
    (void)vm;
    return str_of(self)->count;
}

// The byte where the character [steps] further on, or back if negative, begins.
static size_t move(const struct str *s, size_t at, int64_t steps) {
    for (; steps > 0 && at < s->length; steps--) {
        at += utf8_offset(s->text + at, s->length - at, 1);
    }
    for (; steps < 0 && at > 0; steps++) {
        do {
            at--;
        } while (at > 0 && ((unsigned char)s->text[at] & 0xC0) == 0x80);
    }
    return at;
}

// The characters that a slice with a step picks.
static struct value pick(struct vm *vm, struct str *s, const struct slice_span *span) {
    struct buf text = {0};
    size_t at = str_offset(s, (size_t)span->start);
    for (size_t i = 0; i < span->count; i++) {
        size_t bytes = utf8_offset(s->text + at, s->length - at, 1);
        buf_put(&text, s->text + at, bytes);
        at = str_is_ascii(s) ? at + (size_t)span->step : move(s, at, span->step);
    }
    return str_take(vm, &text);
}

static struct value get_slice(struct vm *vm, struct str *s, const struct slice *slice) {
    struct slice_span span;
    if (!slice_resolve(vm, slice, s->count, &span)) {
        return VALUE_ERROR;
    }
    if (span.step == 1 || span.count == 0) {
        return str_slice(vm, s, (size_t)span.start, (size_t)span.start + span.count);
    }
    return pick(vm, s, &span);
}

static struct value get_item(struct vm *vm, struct value self, struct value key) {
    struct str *s = str_of(self);
    int64_t index;
    if (value_is_exactly(key, builtin(vm, BUILTIN_slice))) {
        return get_slice(vm, s, slice_of(key));
    }
    if (!index_is(vm, key)) {
        return raise_error(vm, EXCEPTION_TypeError, "string indices must be integers, not '%s'",
                           value_type(vm, key)->name);
    }
    if (!index_clamped(vm, key, &index)) {
        return VALUE_ERROR;
    }
    if (index == INT64_MIN || index == INT64_MAX) {
        return raise_error(vm, EXCEPTION_IndexError,
                           "cannot fit 'int' into an index-sized integer");
    }
    index += index < 0 ? (int64_t)s->count : 0;
    if (index < 0 || index >= (int64_t)s->count) {
        return raise_error(vm, EXCEPTION_IndexError, "string index out of range");
    }
    return str_at(vm, s, (size_t)index);
}

static int str_contains(struct vm *vm, struct value self, struct value item) {
    if (!str_is(item)) {
        raise_error(vm, EXCEPTION_TypeError,
                    "'in <string>' requires string as left operand, not %s",
                    value_type(vm, item)->name);
        return -1;
    }
    return span_find(str_span(str_of(self)), str_span(str_of(item))) != SPAN_NONE;
}

static struct value repeat(struct vm *vm, struct value text, struct value times) {
    int64_t count;
    if (!vm_to_index(vm, times, &count)) {
        return VALUE_ERROR;
    }
    if (count > 0 && str_of(text)->length > 0 && count > INT64_MAX / str_of(text)->length) {
        return raise_error(vm, EXCEPTION_OverflowError, "repeated string is too long");
    }
    return str_repeat(vm, str_of(text), count);
}

static struct value binary_slot(struct vm *vm, enum binary_op op, struct value left,
                                struct value right) {
    if (op == BINARY_ADD && str_is(left) && str_is(right)) {
        return str_concat(vm, left, right);
    }
    if (op == BINARY_MODULO && str_is(left)) {
        return str_format_percent(vm, str_of(left), right);
    }
    if (op == BINARY_MULTIPLY) {
        struct value text = str_is(left) ? left : right, times = str_is(left) ? right : left;
        return index_is(vm, times) ? repeat(vm, text, times) : VALUE_NOT_IMPLEMENTED;
    }
    return VALUE_NOT_IMPLEMENTED;
}

static const struct native methods[] = {
#define METHOD(name, kind) {#name, str_method_##name, NATIVE_##kind, 0},
#include "vm/str_methods.def"
#undef METHOD
    {0},
};

bool str_type_ready(struct vm *vm, struct type *type) {
    type->flags |= TYPE_BASE | TYPE_STR;
    type->size = sizeof(struct str);
    type->measure = str_measure;
    type->create = str_create;
    type->repr = str_repr;
    type->str = str_exact;
    type->hash = hash_slot;
    type->compare = compare_slot;
    type->truth = str_truth;
    type->length = str_length;
    type->iter = str_iter;
    type->get_item = get_item;
    type->contains = str_contains;
    type->binary = binary_slot;
    type->format = format_str;
    return str_singles_ready(vm) && type_ready(vm, type, methods);
}
