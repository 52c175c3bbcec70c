// Methods of str that change case. Some characters become several: 'ß'.upper() is 'SS'.
#include <string.h>

#include "base/utf8.h"
#include "vm/raise.h"
#include "vm/str_type.h"

static void put_rune(uint32_t rune, struct buf *out) {
    char text[4];
    buf_put(out, text, utf8_encode(rune, text));
}

static bool is_cased(uint32_t rune) {
    return utf8_is_upper(rune) || utf8_is_lower(rune) || utf8_is_title(rune);
}

static const struct special_case {
    uint32_t rune;
    const char *upper, *title;
} special_cases[] = {
#define SPECIAL_CASE(rune, upper, title) {rune, upper, title},
#include "vm/str_special_case.def"
#undef SPECIAL_CASE
};

// NULL if [rune] becomes a single character.
static const struct special_case *find_special(uint32_t rune) {
    size_t low = 0, high = sizeof special_cases / sizeof *special_cases;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (special_cases[middle].rune < rune) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found =
        low < sizeof special_cases / sizeof *special_cases && special_cases[low].rune == rune;
    return found ? &special_cases[low] : NULL;
}

// A character where it stands in its text: how sigma is written depends on its neighbours.
struct place {
    const struct str *text;
    size_t at, bytes;
    uint32_t rune;
};

typedef void converter(const struct place *place, struct buf *out);

static void put_upper(const struct place *place, struct buf *out) {
    const struct special_case *special = place->rune < 0x80 ? NULL : find_special(place->rune);
    if (special != NULL) {
        buf_puts(out, special->upper);
    } else {
        put_rune(utf8_to_upper(place->rune), out);
    }
}

static void put_title(const struct place *place, struct buf *out) {
    const struct special_case *special = place->rune < 0x80 ? NULL : find_special(place->rune);
    if (special != NULL) {
        buf_puts(out, special->title);
    } else {
        put_rune(utf8_to_title(place->rune), out);
    }
}

// Signs within words that do not separate letters.
static bool is_ignorable(uint32_t rune) {
    return rune == '\'' || rune == '.' || rune == ':' || rune == '^' || rune == '`' ||
           rune == 0xAD || rune == 0xB7 || rune == 0x2019 || (rune >= 0x300 && rune < 0x370);
}

static bool cased_before(const struct place *place) {
    size_t at = place->at;
    uint32_t rune = '.';
    while (at > 0 && is_ignorable(rune)) {
        do {
            at--;
        } while (at > 0 && ((unsigned char)place->text->text[at] & 0xC0) == 0x80);
        utf8_decode(place->text->text + at, place->text->length - at, &rune);
    }
    return !is_ignorable(rune) && is_cased(rune);
}

static bool cased_after(const struct place *place) {
    size_t at = place->at + place->bytes;
    uint32_t rune = '.';
    while (at < place->text->length && is_ignorable(rune)) {
        at += utf8_decode(place->text->text + at, place->text->length - at, &rune);
    }
    return !is_ignorable(rune) && is_cased(rune);
}

static void put_lower(const struct place *place, struct buf *out) {
    if (place->rune == 0x3A3) { // sigma has another form at the end of a word
        put_rune(cased_before(place) && !cased_after(place) ? 0x3C2 : 0x3C3, out);
    } else if (place->rune == 0x130) {
        buf_puts(out, "i\xcc\x87");
    } else {
        put_rune(utf8_to_lower(place->rune), out);
    }
}

static void put_swapped(const struct place *place, struct buf *out) {
    if (utf8_is_upper(place->rune)) {
        put_lower(place, out);
    } else if (utf8_is_lower(place->rune)) {
        put_upper(place, out);
    } else {
        put_rune(place->rune, out);
    }
}

static void put_folded(const struct place *place, struct buf *out) {
    uint32_t runes[4];
    size_t count = utf8_fold(place->rune, runes);
    for (size_t i = 0; i < count; i++) {
        put_rune(runes[i], out);
    }
}

static bool next_place(struct place *place) {
    place->at += place->bytes;
    if (place->at >= place->text->length) {
        return false;
    }
    place->bytes =
        utf8_decode(place->text->text + place->at, place->text->length - place->at, &place->rune);
    return true;
}

static struct value convert(struct vm *vm, struct value self, converter *first, converter *rest) {
    struct place place = {.text = str_of(self)};
    struct buf out = {0};
    converter *put = first;
    while (next_place(&place)) {
        put(&place, &out);
        put = rest;
    }
    return str_take(vm, &out);
}

// ASCII: as many bytes; [from] is the first letter of those to change.
static struct value convert_ascii(struct vm *vm, const struct str *s, char from) {
    if (s->length < 2) {
        char c = s->text[0];
        c = (char)(c >= from && c < from + 26 ? c ^ 0x20 : c);
        return str_new(vm, &c, s->length);
    }
    struct value result = str_reserve(vm, s->length, s->count);
    if (value_is_error(result)) {
        return result;
    }
    char *text = str_of(result)->text;
    for (size_t i = 0; i < s->length; i++) {
        char c = s->text[i];
        text[i] = (char)(c >= from && c < from + 26 ? c ^ 0x20 : c);
    }
    return result;
}

struct value str_method_upper(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "upper", 0, 0)) {
        return VALUE_ERROR;
    }
    return str_is_ascii(str_of(self)) ? convert_ascii(vm, str_of(self), 'a')
                                      : convert(vm, self, put_upper, put_upper);
}

struct value str_method_lower(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "lower", 0, 0)) {
        return VALUE_ERROR;
    }
    return str_is_ascii(str_of(self)) ? convert_ascii(vm, str_of(self), 'A')
                                      : convert(vm, self, put_lower, put_lower);
}

struct value str_method_casefold(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "casefold", 0, 0)) {
        return VALUE_ERROR;
    }
    return str_is_ascii(str_of(self)) ? convert_ascii(vm, str_of(self), 'A')
                                      : convert(vm, self, put_folded, put_folded);
}

struct value str_method_capitalize(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "capitalize", 0, 0) ? convert(vm, self, put_title, put_lower)
                                                      : VALUE_ERROR;
}

struct value str_method_swapcase(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "swapcase", 0, 0) ? convert(vm, self, put_swapped, put_swapped)
                                                    : VALUE_ERROR;
}

struct value str_method_title(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "title", 0, 0)) {
        return VALUE_ERROR;
    }
    struct place place = {.text = str_of(self)};
    struct buf out = {0};
    bool in_word = false;
    while (next_place(&place)) {
        if (in_word) {
            put_lower(&place, &out);
        } else {
            put_title(&place, &out);
        }
        in_word = is_cased(place.rune);
    }
    return str_take(vm, &out);
}
