#include "vm/encoding_errors.h"

#include <string.h>

#include "base/utf8.h"
#include "vm/exception.h"
#include "vm/raise.h"

static bool unknown_handler(struct vm *vm, const struct encoding *how) {
    raise_error(vm, EXCEPTION_LookupError, "unknown error handler name '%s'", how->errors);
    return false;
}

// Raises [kind] (encoding, object, start, end, reason); false.
static bool raise_unicode(struct vm *vm, enum exception_kind kind, const char *encoding,
                          struct value object, size_t start, size_t end, const char *reason) {
    struct value arguments[5] = {str_from(vm, encoding), object, value_small((int64_t)start),
                                 value_small((int64_t)end), str_from(vm, reason)};
    struct value exception = VALUE_ERROR;
    if (!value_is_error(arguments[0]) && !value_is_error(arguments[4])) {
        exception = exception_new(vm, kind, arguments, 5);
    }
    value_drop(vm, arguments[0]);
    value_drop(vm, arguments[4]);
    if (!value_is_error(exception)) {
        raise_value(vm, exception);
    }
    return false;
}

// Encoding ----------------------------------------------------------------------------------------

static bool raise_encode(struct vm *vm, const struct encoding *how,
                         const struct encode_fault *fault) {
    static const char *const reasons[] = {
        [ENCODING_UTF8] = "surrogates not allowed",
        [ENCODING_ASCII] = "ordinal not in range(128)",
        [ENCODING_LATIN1] = "ordinal not in range(256)",
        [ENCODING_UTF8_SIG] = "surrogates not allowed",
    };
    return raise_unicode(vm, EXCEPTION_UnicodeEncodeError, how->name, fault->text, fault->index,
                         fault->index + fault->count, reasons[how->kind]);
}

static void put_reference(uint32_t rune, struct buf *out) {
    buf_printf(out, "&#%u;", (unsigned)rune);
}

static void put_backslash(uint32_t rune, struct buf *out) {
    char text[4];
    str_escape_to(text, utf8_encode(rune, text), out);
}

static void put_question(uint32_t rune, struct buf *out) {
    (void)rune;
    buf_putc(out, '?');
}

static void put_nothing(uint32_t rune, struct buf *out) {
    (void)rune, (void)out;
}

// The handlers that put something for each character.
static const struct {
    const char *name;
    void (*put)(uint32_t rune, struct buf *out);
} fixes[] = {
    {"ignore", put_nothing},
    {"replace", put_question},
    {"backslashreplace", put_backslash},
    {"xmlcharrefreplace", put_reference},
};

static bool fix_each(const struct encode_fault *fault, void (*put)(uint32_t rune, struct buf *out),
                     struct buf *out) {
    const struct str *s = str_of(fault->text);
    for (size_t at = fault->at; at < fault->end;) {
        uint32_t rune;
        at += utf8_decode(s->text + at, s->length - at, &rune);
        put(rune, out);
    }
    return true;
}

// Lone surrogates that stand for bytes become those bytes.
static bool unescape(struct vm *vm, const struct encoding *how, const struct encode_fault *fault,
                     struct buf *out) {
    const struct str *s = str_of(fault->text);
    for (size_t at = fault->at; at < fault->end;) {
        uint32_t rune;
        at += utf8_decode(s->text + at, s->length - at, &rune);
        if (rune < 0xDC80 || rune > 0xDCFF) {
            return raise_encode(vm, how, fault);
        }
        buf_putc(out, (char)(rune - 0xDC00));
    }
    return true;
}

bool encoding_fix(struct vm *vm, const struct encoding *how, const struct encode_fault *fault,
                  struct buf *out) {
    const struct str *s = str_of(fault->text);
    if (strcmp(how->errors, "strict") == 0) {
        return raise_encode(vm, how, fault);
    }
    for (size_t i = 0; i < sizeof fixes / sizeof *fixes; i++) {
        if (strcmp(how->errors, fixes[i].name) == 0) {
            return fix_each(fault, fixes[i].put, out);
        }
    }
    if (strcmp(how->errors, "surrogateescape") == 0) {
        return unescape(vm, how, fault, out);
    }
    if (strcmp(how->errors, "surrogatepass") == 0) {
        if (how->kind == ENCODING_ASCII || how->kind == ENCODING_LATIN1) {
            return raise_encode(vm, how, fault);
        }
        buf_put(out, s->text + fault->at, fault->end - fault->at);
        return true;
    }
    return unknown_handler(vm, how);
}

// Decoding ----------------------------------------------------------------------------------------

static bool raise_decode(struct vm *vm, const struct encoding *how,
                         const struct decode_fault *fault) {
    struct value object = bytes_is(fault->object)
                              ? value_keep(fault->object)
                              : bytes_new(vm, fault->span.data, fault->span.length);
    if (value_is_error(object)) {
        return false;
    }
    raise_unicode(vm, EXCEPTION_UnicodeDecodeError, how->name, object, fault->at, fault->end,
                  fault->reason);
    value_drop(vm, object);
    return false;
}

// Each byte as a lone surrogate, from which surrogateescape can make it again.
static bool escape(struct vm *vm, const struct encoding *how, const struct decode_fault *fault,
                   struct buf *out) {
    for (size_t at = fault->at; at < fault->end; at++) {
        unsigned char byte = (unsigned char)fault->span.data[at];
        char text[4];
        if (byte < 0x80) {
            return raise_decode(vm, how, fault);
        }
        buf_put(out, text, utf8_encode(0xDC00u + byte, text));
    }
    return true;
}

// A surrogate encoded as three bytes is let through.
static bool pass(struct vm *vm, const struct encoding *how, struct decode_fault *fault,
                 struct buf *out) {
    const char *data = fault->span.data + fault->at;
    size_t left = fault->span.length - fault->at;
    uint32_t rune;
    if (how->kind == ENCODING_ASCII || utf8_decode(data, left, &rune) != 3 || rune < 0xD800 ||
        rune > 0xDFFF) {
        return raise_decode(vm, how, fault);
    }
    buf_put(out, data, 3);
    fault->end = fault->at + 3;
    return true;
}

bool encoding_mend(struct vm *vm, const struct encoding *how, struct decode_fault *fault,
                   struct buf *out) {
    if (strcmp(how->errors, "strict") == 0) {
        return raise_decode(vm, how, fault);
    }
    if (strcmp(how->errors, "ignore") == 0) {
        return true;
    }
    if (strcmp(how->errors, "replace") == 0) {
        buf_puts(out, "\xEF\xBF\xBD");
        return true;
    }
    if (strcmp(how->errors, "backslashreplace") == 0) {
        for (size_t at = fault->at; at < fault->end; at++) {
            buf_printf(out, "\\x%02x", (unsigned char)fault->span.data[at]);
        }
        return true;
    }
    if (strcmp(how->errors, "surrogateescape") == 0) {
        return escape(vm, how, fault, out);
    }
    if (strcmp(how->errors, "surrogatepass") == 0) {
        return pass(vm, how, fault, out);
    }
    return unknown_handler(vm, how);
}
