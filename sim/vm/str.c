#include "vm/str.h"

#include <stdarg.h>
#include <string.h>

#include "base/utf8.h"
#include "vm/builtin.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"

// More bytes than this are refused: lengths are 32 bits, and offsets are added to them.
#define STR_MOST (UINT32_MAX - 64u)

struct value str_reserve(struct vm *vm, size_t length, size_t count) {
    if (length > STR_MOST) {
        return raise_memory(vm);
    }
    struct str *s =
        object_new(vm, builtin(vm, BUILTIN_str), offsetof(struct str, text) + length + 1);
    if (s == NULL) {
        return VALUE_ERROR;
    }
    s->length = (uint32_t)length;
    s->count = (uint32_t)count;
    s->hash = -1;
    return value_object(s);
}

// The texts of which there is only one str each: ABSENT if this is none of them.
static struct value find_single(struct vm *vm, const char *text, size_t length) {
    if (length == 0) {
        return value_keep(value_object(vm->empty));
    }
    if (length == 1 && (unsigned char)*text < 0x80) {
        return value_keep(value_object(vm->ascii[(unsigned char)*text]));
    }
    return VALUE_ABSENT;
}

struct value str_new(struct vm *vm, const char *text, size_t length) {
    struct value single = find_single(vm, text, length);
    if (!value_is_absent(single)) {
        return single;
    }
    struct value v = str_reserve(vm, length, utf8_count(text, length));
    if (!value_is_error(v)) {
        memcpy(str_of(v)->text, text, length);
    }
    return v;
}

struct value str_from(struct vm *vm, const char *text) {
    return str_new(vm, text, strlen(text));
}

struct value str_format(struct vm *vm, const char *format, ...) {
    struct buf buf = {0};
    va_list arguments;
    va_start(arguments, format);
    buf_vprintf(&buf, format, arguments);
    va_end(arguments);
    return str_take(vm, &buf);
}

struct value str_take(struct vm *vm, struct buf *buf) {
    struct value v = str_new(vm, buf_text(buf), buf->length);
    buf_free(buf);
    return v;
}

struct value str_from_rune(struct vm *vm, uint32_t rune) {
    char text[4];
    return str_new(vm, text, utf8_encode(rune, text));
}

bool str_equal(const struct str *a, const struct str *b) {
    if (a == b) {
        return true;
    }
    if (a->length != b->length || (a->interned && b->interned)) {
        return false;
    }
    if (a->hash != b->hash && a->hash != -1 && b->hash != -1) {
        return false;
    }
    return memcmp(a->text, b->text, a->length) == 0;
}

bool str_equals(const struct str *a, const char *text) {
    size_t length = strlen(text);
    return a->length == length && memcmp(a->text, text, length) == 0;
}

// UTF-8 sorts bytewise as its code points do.
int str_order(const struct str *a, const struct str *b) {
    size_t common = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->text, b->text, common);
    if (order == 0) {
        order = (a->length > b->length) - (a->length < b->length);
    }
    return order < 0 ? -1 : order > 0;
}

static uint64_t mix(uint64_t hash, uint64_t word) {
    __extension__ unsigned __int128 product =
        (unsigned __int128)(hash ^ word) * 0x9E3779B97F4A7C15ull;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

// Eight bytes at a time; not secret, since the learner's own program is no attacker.
int64_t str_hash_text(const char *text, size_t length) {
    uint64_t hash = 0x2545F4914F6CDD1Dull + length, word;
    for (; length >= 8; text += 8, length -= 8) {
        memcpy(&word, text, 8);
        hash = mix(hash, word);
    }
    word = 0;
    memcpy(&word, text, length);
    hash = mix(mix(hash, word), hash);
    return hash == UINT64_MAX ? -2 : (int64_t)hash;
}

int64_t str_hash(struct str *s) {
    if (s->hash == -1) {
        s->hash = str_hash_text(s->text, s->length);
    }
    return s->hash;
}

// An exact str as it is: a text that needs no change is handed on as itself.
static bool is_exact(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_str));
}

struct value str_concat(struct vm *vm, struct value a, struct value b) {
    struct str *left = str_of(a), *right = str_of(b);
    if (right->length == 0 && is_exact(vm, a)) {
        return value_keep(a);
    }
    if (left->length == 0 && is_exact(vm, b)) {
        return value_keep(b);
    }
    if (left->length + (uint64_t)right->length < 2) {
        return str_new(vm, left->length ? left->text : right->text, left->length + right->length);
    }
    struct value v =
        str_reserve(vm, (size_t)left->length + right->length, (size_t)left->count + right->count);
    if (!value_is_error(v)) {
        memcpy(str_of(v)->text, left->text, left->length);
        memcpy(str_of(v)->text + left->length, right->text, right->length);
    }
    return v;
}

bool str_can_append(struct vm *vm, struct value x, struct value y, uint32_t keepers) {
    // The few texts of which there is only one are kept by the vm as well.
    return is_exact(vm, x) && value_to_object(x)->refs == keepers && str_is(y) && !value_is(x, y);
}

bool str_append(struct vm *vm, struct value *place, struct value y) {
    struct str *s = str_of(*place), *more = str_of(y);
    size_t old_length = s->length, length = old_length + more->length;
    size_t header = offsetof(struct str, text) + 1;
    if (length > STR_MOST) {
        raise_memory(vm);
        return false;
    }
    s = heap_resize(vm, s, header + old_length, header + length);
    if (s == NULL) {
        raise_memory(vm);
        return false;
    }
    memcpy(s->text + old_length, more->text, more->length + (size_t)1);
    s->length = (uint32_t)length;
    s->count += more->count;
    s->hash = -1;
    *place = value_object(s);
    return true;
}

size_t str_offset(const struct str *s, size_t index) {
    return str_is_ascii(s) ? index : utf8_offset(s->text, s->length, index);
}

struct value str_at(struct vm *vm, const struct str *s, size_t index) {
    if (str_is_ascii(s)) {
        return value_keep(value_object(vm->ascii[(unsigned char)s->text[index]]));
    }
    size_t at = str_offset(s, index);
    uint32_t rune;
    return str_new(vm, s->text + at, utf8_decode(s->text + at, s->length - at, &rune));
}

struct value str_slice(struct vm *vm, struct str *s, size_t start, size_t stop) {
    if (start >= stop) {
        return value_keep(value_object(vm->empty));
    }
    if (start == 0 && stop == s->count && is_exact(vm, value_object(s))) {
        return value_keep(value_object(s));
    }
    size_t from = str_offset(s, start);
    size_t length = str_is_ascii(s) ? stop - start
                                    : utf8_offset(s->text + from, s->length - from, stop - start);
    return str_new(vm, s->text + from, length);
}

struct value str_repeat(struct vm *vm, struct str *s, int64_t times) {
    if (times <= 0 || s->length == 0) {
        return value_keep(value_object(vm->empty));
    }
    if (times == 1) {
        return str_slice(vm, s, 0, s->count);
    }
    if ((uint64_t)times > STR_MOST / s->length) {
        return raise_memory(vm);
    }
    size_t length = s->length * (size_t)times;
    struct value v = str_reserve(vm, length, s->count * (size_t)times);
    if (value_is_error(v)) {
        return v;
    }
    char *text = str_of(v)->text;
    memcpy(text, s->text, s->length);
    for (size_t done = s->length; done < length;) {
        size_t more = done < length - done ? done : length - done;
        memcpy(text + done, text, more);
        done += more;
    }
    return v;
}
