#include "base/utf8.h"

#include <utf8proc.h>

#include "base/mem.h"

static bool is_continuation(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// True where the first two bytes already say: too long a form, or beyond U+10FFFF.
static bool is_out_of_range(unsigned char lead, unsigned char second) {
    return (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90) ||
           (lead == 0xF4 && second > 0x8F);
}

size_t utf8_decode(const char *text, size_t length, uint32_t *rune) {
    unsigned char lead = (unsigned char)text[0];
    size_t bytes = sequence_length(lead);
    *rune = 0xFFFD;
    if (bytes == 0 || bytes > length) {
        return 1;
    }
    uint32_t value = bytes == 1 ? lead : lead & (0x7Fu >> bytes);
    for (size_t i = 1; i < bytes; i++) {
        if (!is_continuation(text[i])) {
            return 1;
        }
        value = value << 6 | ((unsigned char)text[i] & 0x3Fu);
    }
    if (bytes > 1 && is_out_of_range(lead, (unsigned char)text[1])) {
        return 1;
    }
    *rune = value;
    return bytes;
}

size_t utf8_encode(uint32_t rune, char out[4]) {
    if (rune < 0x80) {
        out[0] = (char)rune;
        return 1;
    }
    size_t bytes = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    for (size_t i = bytes - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (rune & 0x3F));
        rune >>= 6;
    }
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(leads[bytes] | rune);
    return bytes;
}

size_t utf8_count(const char *text, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        count += !is_continuation(text[i]);
    }
    return count;
}

size_t utf8_offset(const char *text, size_t length, size_t index) {
    size_t at = 0;
    for (; index > 0 && at < length; index--) {
        for (at++; at < length && is_continuation(text[at]); at++) {
        }
    }
    return at;
}

bool utf8_is_valid(const char *text, size_t length, size_t *where) {
    for (size_t at = 0; at < length;) {
        uint32_t rune;
        size_t bytes = utf8_decode(text + at, length - at, &rune);
        bool broken = bytes == 1 && (unsigned char)text[at] >= 0x80;
        if (broken || (rune >= 0xD800 && rune < 0xE000)) {
            *where = at;
            return false;
        }
        at += bytes;
    }
    return true;
}

int utf8_width(uint32_t rune) {
    return utf8proc_charwidth((utf8proc_int32_t)rune);
}

size_t utf8_text_width(const char *text, size_t length) {
    size_t width = 0;
    for (size_t at = 0; at < length;) {
        uint32_t rune;
        at += utf8_decode(text + at, length - at, &rune);
        width += (size_t)utf8_width(rune);
    }
    return width;
}

// Python 3.13 has Unicode 15.1, which added a few characters to what an older utf8proc knows.
static utf8proc_category_t category(uint32_t rune) {
    if (rune >= 0x2EBF0 && rune <= 0x2EE5D) {
        return UTF8PROC_CATEGORY_LO;
    }
    if ((rune >= 0x2FFC && rune <= 0x2FFF) || rune == 0x31EF) {
        return UTF8PROC_CATEGORY_SO;
    }
    return utf8proc_category((utf8proc_int32_t)rune);
}

static bool is_letter(uint32_t rune) {
    utf8proc_category_t c = category(rune);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

struct range {
    uint32_t first, last;
};

static bool is_in(uint32_t rune, const struct range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (rune >= ranges[i].first && rune <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

#define IS_IN(rune, ranges) is_in(rune, ranges, sizeof ranges / sizeof *ranges)

// Letters that are not in Unicode's XID_Start, most because they fall apart under NFKC.
static const struct range never_start[] = {
    {0x37A, 0x37A},   {0xE33, 0xE33},   {0xEB3, 0xEB3},   {0x2E2F, 0x2E2F}, {0xFC5E, 0xFC63},
    {0xFDFA, 0xFDFB}, {0xFE70, 0xFE70}, {0xFE72, 0xFE72}, {0xFE74, 0xFE74}, {0xFE76, 0xFE76},
    {0xFE78, 0xFE78}, {0xFE7A, 0xFE7A}, {0xFE7C, 0xFE7C}, {0xFE7E, 0xFE7E}, {0xFF9E, 0xFF9F},
};

// What is in XID_Start, and further in XID_Continue, by name and not by category.
static const struct range also_start[] = {{0x1885, 0x1886}, {0x2118, 0x2118}, {0x212E, 0x212E}};
static const struct range also_part[] = {
    {0xB7, 0xB7},     {0x387, 0x387},   {0xE33, 0xE33},   {0xEB3, 0xEB3},   {0x1369, 0x1371},
    {0x19DA, 0x19DA}, {0x200C, 0x200D}, {0x30FB, 0x30FB}, {0xFF65, 0xFF65}, {0xFF9E, 0xFF9F},
};

bool utf8_is_identifier_start(uint32_t rune) {
    if (rune < 0x80) {
        return rune == '_' || (rune | 0x20) - 'a' < 26u;
    }
    if (!is_letter(rune) && category(rune) != UTF8PROC_CATEGORY_NL) {
        return IS_IN(rune, also_start);
    }
    return !IS_IN(rune, never_start);
}

bool utf8_is_identifier_part(uint32_t rune) {
    if (rune < 0x80) {
        return utf8_is_identifier_start(rune) || rune - '0' < 10u;
    }
    utf8proc_category_t c = category(rune);
    return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC || c == UTF8PROC_CATEGORY_ND ||
           c == UTF8PROC_CATEGORY_PC || utf8_is_identifier_start(rune) || IS_IN(rune, also_part);
}

bool utf8_is_alpha(uint32_t rune) {
    return is_letter(rune);
}

bool utf8_is_decimal(uint32_t rune) {
    return category(rune) == UTF8PROC_CATEGORY_ND;
}

struct run {
    uint32_t first, last;
};

static bool is_in_runs(uint32_t rune, const struct run *runs, size_t count) {
    for (size_t i = 0; i < count && rune >= runs[i].first; i++) {
        if (rune <= runs[i].last) {
            return true;
        }
    }
    return false;
}

// Superscripts and circled digits are digits but not decimals.
bool utf8_is_digit(uint32_t rune) {
    static const struct run runs[] = {
#define DIGIT(first, last) {first, last},
#define NUMERIC(first, last)
#include "base/utf8_numbers.def"
#undef DIGIT
#undef NUMERIC
    };
    return utf8_is_decimal(rune) || is_in_runs(rune, runs, sizeof runs / sizeof *runs);
}

bool utf8_is_numeric(uint32_t rune) {
    static const struct run runs[] = {
#define DIGIT(first, last)
#define NUMERIC(first, last) {first, last},
#include "base/utf8_numbers.def"
#undef DIGIT
#undef NUMERIC
    };
    utf8proc_category_t c = category(rune);
    return c == UTF8PROC_CATEGORY_ND || c == UTF8PROC_CATEGORY_NL || c == UTF8PROC_CATEGORY_NO ||
           is_in_runs(rune, runs, sizeof runs / sizeof *runs);
}

bool utf8_is_space(uint32_t rune) {
    return (rune >= 9 && rune <= 13) || (rune >= 28 && rune <= 32) || rune == 0x85 ||
           rune == 0xA0 || rune == 0x1680 || (rune >= 0x2000 && rune <= 0x200A) || rune == 0x2028 ||
           rune == 0x2029 || rune == 0x202F || rune == 0x205F || rune == 0x3000;
}

bool utf8_is_upper(uint32_t rune) {
    return utf8proc_isupper((utf8proc_int32_t)rune) != 0;
}

bool utf8_is_lower(uint32_t rune) {
    return utf8proc_islower((utf8proc_int32_t)rune) != 0;
}

bool utf8_is_title(uint32_t rune) {
    return category(rune) == UTF8PROC_CATEGORY_LT;
}

bool utf8_is_printable(uint32_t rune) {
    if (rune < 0x7F) {
        return rune >= 0x20;
    }
    utf8proc_category_t c = category(rune);
    return c != UTF8PROC_CATEGORY_CN && c < UTF8PROC_CATEGORY_ZS;
}

int utf8_digit_value(uint32_t rune) {
    if (rune - '0' < 10u) {
        return (int)(rune - '0');
    }
    if (rune < 0x80 || !utf8_is_decimal(rune)) {
        return -1;
    }
    if (rune >= 0x1D7CE && rune <= 0x1D7FF) { // mathematical ones: five runs without a gap
        return (int)((rune - 0x1D7CE) % 10);
    }
    // Decimal digits stand in runs of ten that begin at a digit zero.
    uint32_t zero = rune;
    while (rune - zero < 9 && utf8_is_decimal(zero - 1)) {
        zero--;
    }
    return (int)((rune - zero) % 10);
}

uint32_t utf8_to_upper(uint32_t rune) {
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)rune);
}

uint32_t utf8_to_lower(uint32_t rune) {
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)rune);
}

uint32_t utf8_to_title(uint32_t rune) {
    return (uint32_t)utf8proc_totitle((utf8proc_int32_t)rune);
}

void utf8_normalize(const char *text, size_t length, struct buf *out) {
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
    utf8proc_ssize_t count = utf8proc_decompose(bytes, (utf8proc_ssize_t)length, NULL, 0, options);
    if (count < 0) {
        buf_put(out, text, length);
        return;
    }
    // One more, because utf8proc_reencode puts a null byte behind the text.
    utf8proc_int32_t *runes = mem_alloc(((size_t)count + 1) * sizeof *runes);
    utf8proc_decompose(bytes, (utf8proc_ssize_t)length, runes, count, options);
    count = utf8proc_reencode(runes, count, options);
    buf_put(out, runes, (size_t)count);
    mem_free(runes);
}

size_t utf8_fold(uint32_t rune, uint32_t out[4]) {
    utf8proc_int32_t folded[4];
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)rune, folded, 4, UTF8PROC_CASEFOLD, &boundary);
    if (count < 1 || count > 4) {
        out[0] = rune;
        return 1;
    }
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        out[i] = (uint32_t)folded[i];
    }
    return (size_t)count;
}
