// Methods of str that ask what it consists of: isalpha, isupper and kin.
#include "base/utf8.h"
#include "vm/str_type.h"

typedef bool question(uint32_t rune);

// Is there a character, and is the answer yes for each?
static struct value all(struct vm *vm, struct value self, const struct call *call,
                        const char *function, question *ask, bool of_empty) {
    const struct str *s = str_of(self);
    if (!native_count(vm, call, function, 0, 0)) {
        return VALUE_ERROR;
    }
    for (size_t at = 0; at < s->length;) {
        uint32_t rune;
        at += utf8_decode(s->text + at, s->length - at, &rune);
        if (!ask(rune)) {
            return VALUE_FALSE;
        }
    }
    return value_bool(s->length > 0 || of_empty);
}

static bool is_alnum(uint32_t rune) {
    return utf8_is_alpha(rune) || utf8_is_decimal(rune) || utf8_is_digit(rune) ||
           utf8_is_numeric(rune);
}

#define ALL(name, question, of_empty)                                                              \
    struct value str_method_##name(struct vm *vm, struct value self, const struct call *call) {    \
        return all(vm, self, call, #name, question, of_empty);                                     \
    }
ALL(isalnum, is_alnum, false)
ALL(isalpha, utf8_is_alpha, false)
ALL(isdecimal, utf8_is_decimal, false)
ALL(isdigit, utf8_is_digit, false)
ALL(isnumeric, utf8_is_numeric, false)
ALL(isprintable, utf8_is_printable, true)
ALL(isspace, utf8_is_space, false)
#undef ALL

struct value str_method_isascii(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "isascii", 0, 0) ? value_bool(str_is_ascii(str_of(self)))
                                                   : VALUE_ERROR;
}

struct value str_method_isidentifier(struct vm *vm, struct value self, const struct call *call) {
    const struct str *s = str_of(self);
    if (!native_count(vm, call, "isidentifier", 0, 0)) {
        return VALUE_ERROR;
    }
    for (size_t at = 0; at < s->length;) {
        uint32_t rune;
        bool first = at == 0;
        at += utf8_decode(s->text + at, s->length - at, &rune);
        if (first ? !utf8_is_identifier_start(rune) : !utf8_is_identifier_part(rune)) {
            return VALUE_FALSE;
        }
    }
    return value_bool(s->length > 0);
}

// Is there a cased character, and is none of them of another case?
static bool has_case(const struct str *s, question *right, question *wrong) {
    bool found = false;
    for (size_t at = 0; at < s->length;) {
        uint32_t rune;
        at += utf8_decode(s->text + at, s->length - at, &rune);
        if (wrong(rune) || utf8_is_title(rune)) {
            return false;
        }
        found = found || right(rune);
    }
    return found;
}

struct value str_method_isupper(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "isupper", 0, 0)
               ? value_bool(has_case(str_of(self), utf8_is_upper, utf8_is_lower))
               : VALUE_ERROR;
}

struct value str_method_islower(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "islower", 0, 0)
               ? value_bool(has_case(str_of(self), utf8_is_lower, utf8_is_upper))
               : VALUE_ERROR;
}

// Capitals begin each word and stand nowhere else.
static bool is_title(const struct str *s) {
    bool found = false, in_word = false;
    for (size_t at = 0; at < s->length;) {
        uint32_t rune;
        at += utf8_decode(s->text + at, s->length - at, &rune);
        bool capital = utf8_is_upper(rune) || utf8_is_title(rune);
        bool small = utf8_is_lower(rune);
        if ((capital && in_word) || (small && !in_word)) {
            return false;
        }
        in_word = capital || small;
        found = found || in_word;
    }
    return found;
}

struct value str_method_istitle(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "istitle", 0, 0) ? value_bool(is_title(str_of(self)))
                                                   : VALUE_ERROR;
}
