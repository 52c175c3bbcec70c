// What numbers are worth, and what the text between quotes says.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "lang/character_names.h"
#include "lang/grammar.h"
#include "lang/mistake.h"

#define INTEGER_DIGITS_MOST 4300 // decimal digits, as sys.int_info.default_max_str_digits

static int digit_value(char c) {
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

// Fills in an integer of [length] digits in [base]; beyond int64 its digits are kept.
static void set_integer(struct parser *parser, struct ast_constant *constant, const char *digits,
                        size_t length, int base) {
    int64_t value = 0;
    bool fits = true;
    for (size_t i = 0; i < length && fits; i++) {
        int digit = digit_value(digits[i]);
        fits = value <= (INT64_MAX - digit) / base;
        value = fits ? value * base + digit : value;
    }
    constant->kind = fits ? AST_INT : AST_BIGINT;
    if (fits) {
        constant->integer = value;
        return;
    }
    constant->base = (uint8_t)base;
    constant->length = (uint32_t)length;
    constant->text = arena_text(parser->arena, digits, length);
}

static int number_base(const char *text) {
    char letter = text[0] == '0' ? (char)(text[1] | 0x20) : '\0';
    return letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
}

static bool check_digits(struct parser *parser, const struct token *token, size_t length) {
    if (length <= INTEGER_DIGITS_MOST) {
        return true;
    }
    mistake_set(parser, DIAG_SYNTAX, (struct mistake_place){token->line, -1, token->end_line, -1},
                "Exceeds the limit (%d digits) for integer string conversion: value has %zu "
                "digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                "hexadecimal for huge integer literals to avoid decimal conversion limits.",
                INTEGER_DIGITS_MOST, length);
    return false;
}

// Fills in the number that [text] says, which has no underscores.
static bool set_number(struct parser *parser, const struct token *token,
                       struct ast_constant *constant, const char *text, size_t length) {
    int base = number_base(text);
    if (base != 10) {
        set_integer(parser, constant, text + 2, length - 2, base);
        return true;
    }
    bool imaginary = (text[length - 1] | 0x20) == 'j';
    if (!imaginary && strpbrk(text, ".eE") == NULL) {
        set_integer(parser, constant, text, length, 10);
        return check_digits(parser, token, length);
    }
    constant->kind = imaginary ? AST_COMPLEX : AST_FLOAT;
    constant->number = strtod(text, NULL);
    return true;
}

// Copies a number without its underscores to [small], if that is large enough, or to the arena.
static const char *without_underscores(struct parser *parser, const char *text, size_t *length,
                                       char small[64]) {
    char *copy = *length < 64 ? small : arena_alloc(parser->arena, *length + 1);
    size_t kept = 0;
    for (size_t i = 0; i < *length; i++) {
        if (text[i] != '_') {
            copy[kept++] = text[i];
        }
    }
    copy[kept] = '\0';
    *length = kept;
    return copy;
}

struct node *literal_number(struct parser *parser) {
    size_t start = parser->at++;
    const struct token *token = &parser->tokens[start];
    struct node *node = parser_node(parser, AST_Constant, start);
    char small[64];
    size_t length = token->end - token->start;
    const char *text =
        without_underscores(parser, parser->lexed->text + token->start, &length, small);
    return set_number(parser, token, &node->Constant.value, text, length) ? node : NULL;
}

// The text between quotes while it is read.
struct text_reader {
    struct parser *parser;
    const struct token *token;
    const char *at, *end;
    size_t units; // of CPython's decoder, in which it counts positions: ten a wide character
    bool bytes;
    bool warned; // about an escape sequence: only the first one counts
    struct buf out;
};

static void put_rune(struct text_reader *reader, uint32_t rune) {
    char bytes[4];
    if (reader->bytes) {
        buf_putc(&reader->out, (char)rune);
    } else {
        buf_put(&reader->out, bytes, utf8_encode(rune, bytes));
    }
}

static bool wrong_unicode(struct text_reader *reader, size_t begin, const char *what) {
    size_t end = reader->units - 1;
    char where[64];
    if (begin == end) {
        snprintf(where, sizeof where, "byte 0x5c in position %zu", begin);
    } else {
        snprintf(where, sizeof where, "bytes in position %zu-%zu", begin, end);
    }
    mistake_token(reader->parser, reader->token,
                  "(unicode error) 'unicodeescape' codec can't decode %s: %s", where, what);
    return false;
}

// Reads [count] hexadecimal digits; stops before what is none.
static size_t read_hex(struct text_reader *reader, size_t count, uint32_t *value) {
    size_t digits = 0;
    *value = 0;
    while (digits < count && reader->at < reader->end) {
        char c = *reader->at;
        if ((unsigned)(c - '0') > 9 && (unsigned)((c | 0x20) - 'a') > 5) {
            break;
        }
        *value = *value << 4 | (uint32_t)digit_value(c);
        reader->at++;
        reader->units++;
        digits++;
    }
    return digits;
}

// Reads \x and, in text, \u and \U after their letter.
static bool read_hex_escape(struct text_reader *reader, char letter, size_t begin) {
    size_t count = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
    uint32_t rune;
    if (read_hex(reader, count, &rune) < count) {
        if (reader->bytes) {
            mistake_token(reader->parser, reader->token,
                          "(value error) invalid \\x escape at position %zu", begin);
            return false;
        }
        const char *what = letter == 'x'   ? "truncated \\xXX escape"
                           : letter == 'u' ? "truncated \\uXXXX escape"
                                           : "truncated \\UXXXXXXXX escape";
        return wrong_unicode(reader, begin, what);
    }
    if (rune > 0x10FFFF) {
        return wrong_unicode(reader, begin, "illegal Unicode character");
    }
    put_rune(reader, rune);
    return true;
}

// Reads {NAME} after \N; false if it is not there.
static bool read_name(struct text_reader *reader) {
    if (reader->at == reader->end || *reader->at != '{') {
        return false;
    }
    const char *name = ++reader->at;
    while (reader->at < reader->end && *reader->at != '}') {
        reader->at++;
    }
    reader->units += (size_t)(reader->at - name) + 1;
    return reader->at < reader->end && reader->at++ > name;
}

// \N{…}: the usual names are known, others refused.
static bool read_named(struct text_reader *reader, size_t begin) {
    const char *name = reader->at;
    if (!read_name(reader)) {
        return wrong_unicode(reader, begin, "malformed \\N character escape");
    }
    uint32_t rune;
    if (character_by_name(name + 1, (size_t)(reader->at - name) - 2, &rune)) {
        put_rune(reader, rune);
        return true;
    }
    const struct token *token = reader->token;
    struct mistake_place place = {token->line, token->column, token->end_line, token->end_column};
    mistake_set(reader->parser, DIAG_REFUSED, place,
                "loopscope does not know this character by name: write \\uXXXX instead of \\N%.*s",
                (int)(reader->at - name), name);
    return false;
}

// Warns of the first unknown escape sequence. The lexer has already warned of a brace's in an
// f-string.
static void warn_escape(struct text_reader *reader, const char *text, int length,
                        const char *what) {
    bool is_brace = *text == '{' || *text == '}';
    if (!reader->warned && (!is_brace || reader->token->kind == TOKEN_STRING)) {
        reader->warned = true;
        parser_warn(reader->parser, reader->token->line, reader->token->column,
                    "invalid %sescape sequence '\\%.*s'", what, length, text);
    }
}

// Reads up to three octal digits, the first of which is read.
static void read_octal(struct text_reader *reader, char first) {
    const char *start = reader->at - 1;
    uint32_t rune = (uint32_t)(first - '0');
    for (int i = 0; i < 2 && reader->at < reader->end && (*reader->at & ~7) == '0'; i++) {
        rune = rune << 3 | (uint32_t)(*reader->at++ - '0');
        reader->units++;
    }
    if (rune > 0xFF) {
        warn_escape(reader, start, 3, "octal ");
    }
    put_rune(reader, rune);
}

// What a letter after a backslash stands for, or '\0'.
static char simple_escape(char letter) {
    static const char pairs[] = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v";
    for (size_t i = 0; pairs[i] != '\0'; i += 2) {
        if (pairs[i] == letter) {
            return pairs[i + 1];
        }
    }
    return '\0';
}

// Reads an escape sequence; [at] is its backslash, which stands for itself at the end of a text
// of an f-string.
static bool read_escape(struct text_reader *reader) {
    size_t begin = reader->units;
    if (reader->at + 1 == reader->end) {
        buf_putc(&reader->out, *reader->at++);
        return true;
    }
    char letter = reader->at[1];
    reader->at += 2;
    reader->units += 2;
    if (letter == '\n') {
        return true;
    }
    if (simple_escape(letter) != '\0') {
        buf_putc(&reader->out, simple_escape(letter));
        return true;
    }
    if ((letter & ~7) == '0') {
        read_octal(reader, letter);
        return true;
    }
    if (letter == 'x' || (!reader->bytes && (letter == 'u' || letter == 'U'))) {
        return read_hex_escape(reader, letter, begin);
    }
    if (letter == 'N' && !reader->bytes) {
        return read_named(reader, begin);
    }
    // Unknown: both characters stay. The second may be the first byte of a wide one; then CPython
    // does not mind, and counts the backslash as six.
    if ((unsigned char)letter < 0x80) {
        warn_escape(reader, reader->at - 1, 1, "");
    } else {
        reader->units += 5;
    }
    buf_putc(&reader->out, '\\');
    reader->at--;
    reader->units--;
    return true;
}

static bool read_text(struct text_reader *reader) {
    while (reader->at < reader->end) {
        unsigned char c = (unsigned char)*reader->at;
        if (c == '\\') {
            if (!read_escape(reader)) {
                return false;
            }
            continue;
        }
        buf_putc(&reader->out, (char)c);
        reader->units += c < 0x80 ? 1 : c >= 0xC0 ? 10 : 0;
        reader->at++;
    }
    return true;
}

static bool is_plain(const char *text, size_t length) {
    return length == 0 || memchr(text, '\\', length) == NULL;
}

bool literal_text(struct parser *parser, const struct token *token, const char *text, size_t length,
                  bool bytes, bool raw, struct ast_constant *constant) {
    constant->kind = bytes ? AST_BYTES : AST_STR;
    if (raw || is_plain(text, length)) {
        constant->text = arena_text(parser->arena, text, length);
        constant->length = (uint32_t)length;
        return true;
    }
    struct text_reader reader = {
        .parser = parser,
        .token = token,
        .at = text,
        .end = text + length,
        .bytes = bytes,
    };
    bool right = read_text(&reader);
    constant->text = arena_text(parser->arena, buf_text(&reader.out), reader.out.length);
    constant->length = (uint32_t)reader.out.length;
    buf_free(&reader.out);
    return right;
}
