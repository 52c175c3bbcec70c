// str.translate and str.maketrans.
#include "base/utf8.h"
#include "vm/dict.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str_type.h"
#include "vm/vm.h"

// Appends what the table gave for a character; false if raised.
static bool put_mapped(struct vm *vm, struct value mapped, struct buf *out) {
    int64_t code;
    char text[4];
    if (value_is_none(mapped)) {
        return true;
    }
    if (str_is(mapped)) {
        buf_put(out, str_of(mapped)->text, str_of(mapped)->length);
        return true;
    }
    if (!int_is(mapped)) {
        raise_error(vm, EXCEPTION_TypeError, "character mapping must return integer, None or str");
        return false;
    }
    if (!int_to_int64(mapped, &code) || code < 0 || code > 0x10FFFF) {
        raise_error(vm, EXCEPTION_ValueError, "character mapping must be in range(0x110000)");
        return false;
    }
    buf_put(out, text, utf8_encode((uint32_t)code, text));
    return true;
}

// What the table has for [rune]: ABSENT for nothing.
static struct value look_up(struct vm *vm, struct value table, uint32_t rune) {
    struct value mapped = vm_get_item(vm, table, value_small(rune));
    if (value_is_error(mapped) && raised_clear(vm, EXCEPTION_LookupError)) {
        return VALUE_ABSENT;
    }
    return mapped;
}

static bool translate(struct vm *vm, const struct str *s, struct value table, struct buf *out) {
    for (size_t at = 0, bytes; at < s->length; at += bytes) {
        uint32_t rune;
        bytes = utf8_decode(s->text + at, s->length - at, &rune);
        struct value mapped = look_up(vm, table, rune);
        if (value_is_error(mapped)) {
            return false;
        }
        if (value_is_absent(mapped)) {
            buf_put(out, s->text + at, bytes);
            continue;
        }
        bool fine = put_mapped(vm, mapped, out);
        value_drop(vm, mapped);
        if (!fine) {
            return false;
        }
    }
    return true;
}

struct value str_method_translate(struct vm *vm, struct value self, const struct call *call) {
    struct buf out = {0};
    if (!native_count(vm, call, "translate", 1, 1)) {
        return VALUE_ERROR;
    }
    if (!translate(vm, str_of(self), call->args[0], &out)) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

// maketrans ---------------------------------------------------------------------------------------

static uint32_t first_rune(const struct str *s, size_t at, size_t *bytes) {
    uint32_t rune;
    *bytes = utf8_decode(s->text + at, s->length - at, &rune);
    return rune;
}

// Sets each key of [source], a character or its number, in [table].
static bool copy_table(struct vm *vm, struct dict *table, struct dict *source) {
    uint32_t at = 0;
    size_t bytes;
    struct value key, value;
    while (dict_next(source, &at, &key, &value)) {
        if (str_is(key) && str_of(key)->count != 1) {
            raise_error(vm, EXCEPTION_ValueError,
                        "string keys in translate table must be of length 1");
            return false;
        }
        if (!str_is(key) && !int_is(key)) {
            raise_error(vm, EXCEPTION_TypeError,
                        "keys in translate table must be strings or integers");
            return false;
        }
        struct value code = str_is(key) ? value_small(first_rune(str_of(key), 0, &bytes)) : key;
        if (!dict_set(vm, table, code, value)) {
            return false;
        }
    }
    return true;
}

static bool fill_pairs(struct vm *vm, struct dict *table, const struct str *from,
                       const struct str *to) {
    size_t at = 0, target = 0, bytes;
    while (at < from->length) {
        uint32_t key = first_rune(from, at, &bytes);
        at += bytes;
        uint32_t value = first_rune(to, target, &bytes);
        target += bytes;
        if (!dict_set(vm, table, value_small(key), value_small(value))) {
            return false;
        }
    }
    return true;
}

static bool fill_deleted(struct vm *vm, struct dict *table, const struct str *deleted) {
    for (size_t at = 0, bytes; at < deleted->length; at += bytes) {
        uint32_t rune = first_rune(deleted, at, &bytes);
        if (!dict_set(vm, table, value_small(rune), VALUE_NONE)) {
            return false;
        }
    }
    return true;
}

static bool make_table(struct vm *vm, struct dict *table, const struct call *call) {
    const struct value *args = call->args;
    if (call->count == 1) {
        if (!dict_is(args[0])) {
            raise_error(vm, EXCEPTION_TypeError,
                        "if you give only one argument to maketrans it must be a dict");
            return false;
        }
        return copy_table(vm, table, dict_of(args[0]));
    }
    if (!str_is(args[0])) {
        raise_error(vm, EXCEPTION_TypeError,
                    "first maketrans argument must be a string if there is a second argument");
        return false;
    }
    if (!str_need(vm, args[1], "maketrans", 2) ||
        (call->count == 3 && !str_need(vm, args[2], "maketrans", 3))) {
        return false;
    }
    if (str_of(args[0])->count != str_of(args[1])->count) {
        raise_error(vm, EXCEPTION_ValueError,
                    "the first two maketrans arguments must have equal length");
        return false;
    }
    return fill_pairs(vm, table, str_of(args[0]), str_of(args[1])) &&
           (call->count < 3 || fill_deleted(vm, table, str_of(args[2])));
}

struct value str_method_maketrans(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    if (!native_count(vm, call, "maketrans", 1, 3)) {
        return VALUE_ERROR;
    }
    struct value table = dict_new(vm);
    if (!value_is_error(table) && !make_table(vm, dict_of(table), call)) {
        value_drop(vm, table);
        return VALUE_ERROR;
    }
    return table;
}
