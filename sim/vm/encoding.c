#include "vm/encoding.h"

#include <string.h>

#include "base/utf8.h"
#include "vm/encoding_errors.h"
#include "vm/raise.h"
#include "vm/str_type.h"
#include "vm/vm.h"

// The names of an encoding, in lower case with '-' between words.
static const struct known {
    const char *alias, *name;
    enum encoding_kind kind;
} known[] = {
    {"utf-8", "utf-8", ENCODING_UTF8},
    {"utf8", "utf-8", ENCODING_UTF8},
    {"u8", "utf-8", ENCODING_UTF8},
    {"utf", "utf-8", ENCODING_UTF8},
    {"ascii", "ascii", ENCODING_ASCII},
    {"us-ascii", "ascii", ENCODING_ASCII},
    {"646", "ascii", ENCODING_ASCII},
    {"latin-1", "latin-1", ENCODING_LATIN1},
    {"latin1", "latin-1", ENCODING_LATIN1},
    {"iso-8859-1", "latin-1", ENCODING_LATIN1},
    {"iso8859-1", "latin-1", ENCODING_LATIN1},
    {"8859", "latin-1", ENCODING_LATIN1},
    {"l1", "latin-1", ENCODING_LATIN1},
    {"latin", "latin-1", ENCODING_LATIN1},
    {"utf-8-sig", "utf-8", ENCODING_UTF8_SIG},
    {"utf8-sig", "utf-8", ENCODING_UTF8_SIG},
};

// The beginnings of names that CPython knows and we do not.
static const char *const refused[] = {"utf-16",
                                      "utf16",
                                      "utf-32",
                                      "utf32",
                                      "utf-7",
                                      "cp",
                                      "gb",
                                      "big5",
                                      "shift",
                                      "sjis",
                                      "euc",
                                      "koi8",
                                      "iso",
                                      "mac",
                                      "latin",
                                      "hz",
                                      "idna",
                                      "punycode",
                                      "windows",
                                      "unicode-escape",
                                      "raw-unicode-escape",
                                      "johab",
                                      "ptcp",
                                      "tis",
                                      "kz",
                                      "936",
                                      "950",
                                      "932"};

static bool put_normal(const struct str *name, char *out, size_t size) {
    if (name->length >= size) {
        return false;
    }
    for (size_t i = 0; i <= name->length; i++) {
        char c = name->text[i];
        out[i] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c == '_' || c == ' ' ? '-' : c);
    }
    return true;
}

static bool is_refused(const char *name) {
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        if (strncmp(name, refused[i], strlen(refused[i])) == 0) {
            return true;
        }
    }
    return false;
}

static bool find_kind(struct vm *vm, const struct str *name, struct encoding *out) {
    char normal[32];
    bool fits = put_normal(name, normal, sizeof normal);
    for (size_t i = 0; fits && i < sizeof known / sizeof *known; i++) {
        if (strcmp(normal, known[i].alias) == 0) {
            out->kind = known[i].kind;
            out->name = known[i].name;
            return true;
        }
    }
    if (fits && is_refused(normal)) {
        raise_error(vm, EXCEPTION_NotImplementedError,
                    "loopscope has no encoding '%s': it has utf-8, ascii and latin-1", name->text);
    } else {
        raise_error(vm, EXCEPTION_LookupError, "unknown encoding: %s", name->text);
    }
    return false;
}

static bool need_text(struct vm *vm, const char *function, const char *argument, struct value v) {
    if (value_is_absent(v) || str_is(v)) {
        return true;
    }
    raise_error(vm, EXCEPTION_TypeError, "%s() argument '%s' must be str, not %s", function,
                argument, value_is_none(v) ? "None" : value_type(vm, v)->name);
    return false;
}

bool encoding_check(struct vm *vm, const char *function, struct value encoding,
                    struct value errors) {
    return need_text(vm, function, "encoding", encoding) &&
           need_text(vm, function, "errors", errors);
}

bool encoding_read(struct vm *vm, const char *function, struct value encoding, struct value errors,
                   struct encoding *out) {
    *out = (struct encoding){ENCODING_UTF8, "utf-8", "strict"};
    if (!encoding_check(vm, function, encoding, errors)) {
        return false;
    }
    if (!value_is_absent(errors)) {
        out->errors = str_of(errors)->text;
    }
    return value_is_absent(encoding) || find_kind(vm, str_of(encoding), out);
}

// Encoding ----------------------------------------------------------------------------------------

static bool can_encode(const struct encoding *how, uint32_t rune) {
    switch (how->kind) {
    case ENCODING_ASCII:
        return rune < 0x80;
    case ENCODING_LATIN1:
        return rune < 0x100;
    case ENCODING_UTF8:
    case ENCODING_UTF8_SIG:
        break;
    }
    return rune < 0xD800 || rune > 0xDFFF;
}

static void put_encoded(const struct encoding *how, uint32_t rune, struct buf *out) {
    char text[4];
    if (how->kind == ENCODING_ASCII || how->kind == ENCODING_LATIN1) {
        buf_putc(out, (char)rune);
    } else {
        buf_put(out, text, utf8_encode(rune, text));
    }
}

// Where the stretch of characters from [at] on that cannot be encoded ends; [*count] of them.
static size_t find_end(const struct encoding *how, const struct str *s, size_t at, size_t *count) {
    for (*count = 0; at < s->length; ++*count) {
        uint32_t rune;
        size_t bytes = utf8_decode(s->text + at, s->length - at, &rune);
        if (can_encode(how, rune)) {
            break;
        }
        at += bytes;
    }
    return at;
}

static bool encode(struct vm *vm, const struct encoding *how, struct value text, struct buf *out) {
    const struct str *s = str_of(text);
    for (size_t at = 0, index = 0, bytes; at < s->length; at += bytes) {
        uint32_t rune;
        bytes = utf8_decode(s->text + at, s->length - at, &rune);
        if (can_encode(how, rune)) {
            put_encoded(how, rune, out);
            index++;
            continue;
        }
        size_t count, end = find_end(how, s, at, &count);
        struct encode_fault fault = {text, at, end, index, count};
        if (!encoding_fix(vm, how, &fault, out)) {
            return false;
        }
        bytes = end - at;
        index += count;
    }
    return true;
}

struct value encoding_encode(struct vm *vm, const struct encoding *how, struct value text) {
    const struct str *s = str_of(text);
    if (str_is_ascii(s) && how->kind != ENCODING_UTF8_SIG) {
        return bytes_new(vm, s->text, s->length);
    }
    struct buf out = {0};
    if (how->kind == ENCODING_UTF8_SIG) {
        buf_puts(&out, "\xEF\xBB\xBF");
    }
    if (!encode(vm, how, text, &out)) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return bytes_take(vm, &out);
}

// Decoding ----------------------------------------------------------------------------------------

static bool is_second(unsigned char lead, unsigned char byte) {
    unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return byte >= least && byte <= most;
}

// What is wrong with the UTF-8 at [data]: NULL if nothing; else [*bytes] of it are to blame. If
// nothing is, they are one character.
static const char *check_utf8(const unsigned char *data, size_t length, size_t *bytes) {
    unsigned char lead = data[0];
    size_t need = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    *bytes = 1;
    if ((lead >= 0x80 && lead < 0xC2) || lead > 0xF4) {
        return "invalid start byte";
    }
    while (*bytes < need && *bytes < length) {
        unsigned char byte = data[*bytes];
        if (*bytes == 1 ? !is_second(lead, byte) : (byte & 0xC0) != 0x80) {
            return "invalid continuation byte";
        }
        ++*bytes;
    }
    return *bytes < need ? "unexpected end of data" : NULL;
}

static const char *check(const struct encoding *how, struct bytes_span span, size_t at,
                         size_t *bytes) {
    const unsigned char *data = (const unsigned char *)span.data + at;
    *bytes = 1;
    if (how->kind == ENCODING_LATIN1) {
        return NULL;
    }
    if (how->kind == ENCODING_ASCII) {
        return *data < 0x80 ? NULL : "ordinal not in range(128)";
    }
    return check_utf8(data, span.length - at, bytes);
}

static bool decode(struct vm *vm, const struct encoding *how, struct value object,
                   struct bytes_span span, struct buf *out) {
    bool mark = how->kind == ENCODING_UTF8_SIG && span.length >= 3 &&
                memcmp(span.data, "\xEF\xBB\xBF", 3) == 0;
    for (size_t at = mark ? 3 : 0, bytes; at < span.length; at += bytes) {
        const char *wrong = check(how, span, at, &bytes);
        char text[4];
        if (wrong != NULL) {
            struct decode_fault fault = {object, span, at, at + bytes, wrong};
            if (!encoding_mend(vm, how, &fault, out)) {
                return false;
            }
            bytes = fault.end - at;
        } else if (how->kind == ENCODING_LATIN1) {
            buf_put(out, text, utf8_encode((unsigned char)span.data[at], text));
        } else {
            buf_put(out, span.data + at, bytes);
        }
    }
    return true;
}

struct value encoding_decode(struct vm *vm, const struct encoding *how, struct value object,
                             struct bytes_span span) {
    size_t where;
    if (how->kind == ENCODING_UTF8 && utf8_is_valid(span.data, span.length, &where)) {
        return str_new(vm, span.data, span.length);
    }
    struct buf out = {0};
    if (!decode(vm, how, object, span, &out)) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

struct value str_method_encode(struct vm *vm, struct value self, const struct call *call) {
    struct value encoding = VALUE_ABSENT, errors = VALUE_ABSENT;
    struct encoding how;
    if (!native_args(vm, call, "encode", "|o:encoding o:errors", &encoding, &errors) ||
        !encoding_read(vm, "encode", encoding, errors, &how)) {
        return VALUE_ERROR;
    }
    return encoding_encode(vm, &how, self);
}
