// Methods of bytes and bytearray that code: hex, fromhex, decode, translate, maketrans.
#include <string.h>

#include "vm/builtin.h"
#include "vm/bytes_type.h"
#include "vm/encoding.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

struct value bytes_method_decode(struct vm *vm, struct value self, const struct call *call) {
    struct value encoding = VALUE_ABSENT, errors = VALUE_ABSENT;
    struct encoding how;
    struct span span = bytes_span_of(vm, self);
    if (!native_args(vm, call, "decode", "|o:encoding o:errors", &encoding, &errors) ||
        !encoding_read(vm, "decode", encoding, errors, &how)) {
        return VALUE_ERROR;
    }
    return encoding_decode(vm, &how, self, (struct bytes_span){span.data, span.length});
}

// hex ---------------------------------------------------------------------------------------------

// The separator; 0 if there is none. False if raised.
static bool read_separator(struct vm *vm, struct value v, char *separator) {
    *separator = 0;
    if (value_is_absent(v)) {
        return true;
    }
    ptrdiff_t length = vm_length(vm, v);
    if (length < 0) {
        return false;
    }
    if (length != 1) {
        raise_error(vm, EXCEPTION_ValueError, "sep must be length 1.");
        return false;
    }
    struct bytes_span span;
    if (str_is(v)) {
        *separator = str_of(v)->text[0];
    } else if (bytes_like(vm, v, &span)) {
        *separator = span.data[0];
    } else {
        raise_error(vm, EXCEPTION_TypeError, "sep must be str or bytes.");
        return false;
    }
    if ((unsigned char)*separator >= 0x80) {
        raise_error(vm, EXCEPTION_ValueError, "sep must be ASCII.");
        return false;
    }
    return true;
}

// Does a group end before byte [i]? Groups are counted from the end, or from the beginning if
// [group] is negative.
static bool ends_group(size_t i, size_t length, int64_t group) {
    if (i == 0 || group == 0) {
        return false;
    }
    return group > 0 ? (length - i) % (size_t)group == 0 : i % (size_t)-group == 0;
}

struct value bytes_method_hex(struct vm *vm, struct value self, const struct call *call) {
    struct value separator = VALUE_ABSENT, per = value_small(1);
    struct span span = bytes_span_of(vm, self);
    struct buf out = {0};
    char sign;
    int64_t group;
    if (!native_args(vm, call, "hex", "|o:sep o:bytes_per_sep", &separator, &per) ||
        !read_separator(vm, separator, &sign) || !vm_to_index(vm, per, &group)) {
        return VALUE_ERROR;
    }
    for (size_t i = 0; i < span.length; i++) {
        if (sign != 0 && ends_group(i, span.length, group)) {
            buf_putc(&out, sign);
        }
        buf_putc(&out, "0123456789abcdef"[(unsigned char)span.data[i] >> 4]);
        buf_putc(&out, "0123456789abcdef"[span.data[i] & 15]);
    }
    return str_take(vm, &out);
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// Appends the bytes that the digits stand for; where it fails, the place, else -1.
static int64_t read_hex(const struct str *s, struct buf *out) {
    size_t at = 0;
    while (at < s->length) {
        if (is_space(s->text[at])) {
            at++;
            continue;
        }
        int high = hex_digit(s->text[at]);
        if (high < 0) {
            return (int64_t)at;
        }
        int low = hex_digit(s->text[at + 1]); // the null byte at the end is no digit
        if (low < 0) {
            return (int64_t)at + 1;
        }
        buf_putc(out, (char)(high << 4 | low));
        at += 2;
    }
    return -1;
}

struct value bytes_method_fromhex(struct vm *vm, struct value class, const struct call *call) {
    struct buf out = {0};
    if (!native_count(vm, call, "fromhex", 1, 1)) {
        return VALUE_ERROR;
    }
    if (!str_is(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "fromhex() argument must be str, not %s",
                           value_type(vm, call->args[0])->name);
    }
    int64_t wrong = read_hex(str_of(call->args[0]), &out);
    if (wrong >= 0) {
        buf_free(&out);
        return raise_error(vm, EXCEPTION_ValueError,
                           "non-hexadecimal number found in fromhex() arg at position %lld",
                           (long long)wrong);
    }
    struct value bytes = bytes_take(vm, &out);
    if (value_is_error(bytes) || value_to_object(class) == &builtin(vm, BUILTIN_bytes)->head) {
        return bytes;
    }
    struct value made = vm_call(vm, class, &bytes, 1);
    value_drop(vm, bytes);
    return made;
}

// translate ---------------------------------------------------------------------------------------

struct value bytes_method_translate(struct vm *vm, struct value self, const struct call *call) {
    struct value first, deleted = VALUE_ABSENT;
    struct span span = bytes_span_of(vm, self), table = {0}, gone = {"", 0};
    struct buf out = {0};
    if (!native_args(vm, call, "translate", "o|o:delete", &first, &deleted) ||
        (!value_is_none(first) && !bytes_need_span(vm, first, &table)) ||
        (!value_is_absent(deleted) && !bytes_need_span(vm, deleted, &gone))) {
        return VALUE_ERROR;
    }
    if (table.data != NULL && table.length != 256) {
        return raise_error(vm, EXCEPTION_ValueError,
                           "translation table must be 256 characters long");
    }
    for (size_t i = 0; i < span.length; i++) {
        unsigned char byte = (unsigned char)span.data[i];
        if (memchr(gone.data, byte, gone.length) == NULL) {
            buf_putc(&out, table.data == NULL ? (char)byte : table.data[byte]);
        }
    }
    return bytes_alike_take(vm, self, &out);
}

struct value bytes_method_maketrans(struct vm *vm, struct value self, const struct call *call) {
    struct span from, to;
    char table[256];
    (void)self;
    if (!native_count(vm, call, "maketrans", 2, 2) || !bytes_need_span(vm, call->args[0], &from) ||
        !bytes_need_span(vm, call->args[1], &to)) {
        return VALUE_ERROR;
    }
    if (from.length != to.length) {
        return raise_error(vm, EXCEPTION_ValueError, "maketrans arguments must have same length");
    }
    for (int i = 0; i < 256; i++) {
        table[i] = (char)i;
    }
    for (size_t i = 0; i < from.length; i++) {
        table[(unsigned char)from.data[i]] = to.data[i];
    }
    return bytes_new(vm, table, sizeof table);
}
