// UnicodeError: which part of which text could not be encoded or decoded, and why.
#include "base/utf8.h"
#include "vm/bytes.h"
#include "vm/exception.h"
#include "vm/int.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

// Which kinds of arguments a class takes: s str, b bytes, i int; and in which [extra] each goes.
struct shape {
    enum exception_kind kind;
    const char *arguments;
    int extra[5];
};

static const struct shape shapes[] = {
    {EXCEPTION_UnicodeDecodeError,
     "sbiis",
     {EXCEPTION_ENCODING, EXCEPTION_TEXT, EXCEPTION_START, EXCEPTION_END, EXCEPTION_REASON}},
    {EXCEPTION_UnicodeEncodeError,
     "ssiis",
     {EXCEPTION_ENCODING, EXCEPTION_TEXT, EXCEPTION_START, EXCEPTION_END, EXCEPTION_REASON}},
    {EXCEPTION_UnicodeTranslateError,
     "siis",
     {EXCEPTION_TEXT, EXCEPTION_START, EXCEPTION_END, EXCEPTION_REASON}},
};

static const struct shape *shape_of(struct vm *vm, struct value self) {
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        if (exception_is_kind(vm, self, shapes[i].kind)) {
            return &shapes[i];
        }
    }
    return NULL; // UnicodeError itself takes what ValueError takes
}

static bool check_argument(struct vm *vm, struct value v, char kind, size_t index) {
    static const char *const names[] = {['s'] = "str", ['i'] = "int"};
    bool fits = kind == 's' ? str_is(v) : kind == 'i' ? int_is(v) : value_has_family(v, TYPE_BYTES);
    if (fits) {
        return true;
    }
    if (kind == 'b') {
        raise_error(vm, EXCEPTION_TypeError, "a bytes-like object is required, not '%s'",
                    value_type(vm, v)->name);
    } else {
        raise_error(vm, EXCEPTION_TypeError, "argument %zu must be %s, not %s", index + 1,
                    names[(int)kind], value_type(vm, v)->name);
    }
    return false;
}

static bool unicode_init(struct vm *vm, struct value self, const struct call *call) {
    const struct shape *shape = shape_of(vm, self);
    if (!exception_init(vm, self, call)) {
        return false;
    }
    if (shape == NULL) {
        return true;
    }
    size_t count = strlen(shape->arguments);
    if (call->count != count) {
        raise_error(vm, EXCEPTION_TypeError, "function takes exactly %zu arguments (%zu given)",
                    count, call->count);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!check_argument(vm, call->args[i], shape->arguments[i], i)) {
            return false;
        }
        value_replace(vm, &exception_of(self)->extra[shape->extra[i]], value_keep(call->args[i]));
    }
    return true;
}

static int64_t number(struct value v) {
    int64_t n = 0;
    return int_is(v) && int_to_int64(v, &n) ? n : 0;
}

// '\xe9' of the character at [index], as the messages show it.
static void put_character(const struct str *s, int64_t index, struct buf *out) {
    uint32_t rune = 0;
    size_t at = utf8_offset(s->text, s->length, (size_t)index);
    if (index >= 0 && at < s->length) {
        utf8_decode(s->text + at, s->length - at, &rune);
    }
    buf_printf(out, rune < 0x100 ? "'\\x%02x'" : rune < 0x10000 ? "'\\u%04x'" : "'\\U%08x'", rune);
}

static void put_encode(const struct value *extra, int64_t start, int64_t end, struct buf *out) {
    if (str_is(extra[EXCEPTION_ENCODING])) {
        buf_printf(out, "'%s' codec can't encode ", str_of(extra[EXCEPTION_ENCODING])->text);
    } else {
        buf_puts(out, "can't translate ");
    }
    if (end == start + 1) {
        buf_puts(out, "character ");
        put_character(str_of(extra[EXCEPTION_TEXT]), start, out);
        buf_printf(out, " in position %lld", (long long)start);
    } else {
        buf_printf(out, "characters in position %lld-%lld", (long long)start, (long long)end - 1);
    }
}

static void put_decode(const struct value *extra, int64_t start, int64_t end, struct buf *out) {
    const struct bytes *bytes = bytes_of(extra[EXCEPTION_TEXT]);
    buf_printf(out, "'%s' codec can't decode ", str_of(extra[EXCEPTION_ENCODING])->text);
    if (end == start + 1 && start >= 0 && (size_t)start < bytes->length) {
        buf_printf(out, "byte 0x%02x in position %lld", (unsigned char)bytes->data[start],
                   (long long)start);
    } else {
        buf_printf(out, "bytes in position %lld-%lld", (long long)start, (long long)end - 1);
    }
}

static struct value unicode_str(struct vm *vm, struct value self) {
    const struct value *extra = exception_of(self)->extra;
    int64_t start = number(extra[EXCEPTION_START]), end = number(extra[EXCEPTION_END]);
    if (!str_is(extra[EXCEPTION_REASON])) {
        return exception_str(vm, self);
    }
    struct buf text = {0};
    if (str_is(extra[EXCEPTION_TEXT])) {
        put_encode(extra, start, end, &text);
    } else {
        put_decode(extra, start, end, &text);
    }
    buf_printf(&text, ": %s", str_of(extra[EXCEPTION_REASON])->text);
    return str_take(vm, &text);
}

#define EXTRA(name, index)                                                                         \
    static struct value get_##name(struct vm *vm, struct value self, const struct call *call) {    \
        (void)vm, (void)call;                                                                      \
        struct value v = exception_of(self)->extra[index];                                         \
        return value_is_absent(v) ? VALUE_NONE : value_keep(v);                                    \
    }                                                                                              \
    static struct value set_##name(struct vm *vm, struct value self, const struct call *call) {    \
        struct value v = call->count == 0 ? VALUE_ABSENT : value_keep(call->args[0]);              \
        value_replace(vm, &exception_of(self)->extra[index], v);                                   \
        return VALUE_NONE;                                                                         \
    }
EXTRA(encoding, EXCEPTION_ENCODING)
EXTRA(object, EXCEPTION_TEXT)
EXTRA(start, EXCEPTION_START)
EXTRA(end, EXCEPTION_END)
EXTRA(reason, EXCEPTION_REASON)

static const struct native unicode_attributes[] = {
    {"encoding", get_encoding, NATIVE_GETTER, set_encoding},
    {"object", get_object, NATIVE_GETTER, set_object},
    {"start", get_start, NATIVE_GETTER, set_start},
    {"end", get_end, NATIVE_GETTER, set_end},
    {"reason", get_reason, NATIVE_GETTER, set_reason},
    {0},
};

const struct exception_fields exception_fields_unicode = {
    .init = unicode_init, .str = unicode_str, .attributes = unicode_attributes};
