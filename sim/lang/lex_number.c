// Numbers as the lexer sees them: where they end, and that their digits are in order. What they
// are worth is literal.c's to know.
#include "lang/lexing.h"

#include <string.h>

static bool is_hex(char c) {
    return lex_is_digit(c) || (unsigned)((c | 0x20) - 'a') < 6;
}
static bool is_octal(char c) {
    return (unsigned)(c - '0') < 8;
}
static bool is_binary(char c) {
    return c == '0' || c == '1';
}

struct radix {
    char letter; // after the 0
    const char *name;
    bool (*is_digit)(char c);
};

static const struct radix radixes[] = {
    {'x', "hexadecimal", is_hex},
    {'o', "octal", is_octal},
    {'b', "binary", is_binary},
};

// Is the word at [text] one that may follow a number in a right program: `1if x else y`? Like
// CPython, looks only at the beginning of words of two letters.
static bool is_keyword_after_number(const char *text) {
    static const char *const words[] = {"if", "in", "is", "and", "else", "for", "or", "not"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (strncmp(text, words[i], length) == 0) {
            return i < 3 || !lex_is_word(text[length]);
        }
    }
    return false;
}

// Nothing that could be part of a word may follow a number directly.
static bool check_end(struct lexer *lexer, const char *name) {
    if (is_keyword_after_number(lexer->at)) {
        lex_warn(lexer, "invalid %s literal", name);
        return true;
    }
    if (lex_is_word(*lexer->at) && (unsigned char)*lexer->at < 0x80) {
        lex_wrong(lexer, "invalid %s literal", name);
        return false;
    }
    return true;
}

// Reads digits with single underscores between them; at least one is there.
static bool read_digits(struct lexer *lexer) {
    for (;;) {
        while (lex_is_digit(*lexer->at)) {
            lexer->at++;
        }
        if (*lexer->at != '_') {
            return true;
        }
        lexer->at++;
        if (!lex_is_digit(*lexer->at)) {
            lex_wrong(lexer, "invalid decimal literal");
            return false;
        }
    }
}

static bool wrong_digit(struct lexer *lexer, const struct radix *radix) {
    if (lex_is_digit(*lexer->at)) {
        lexer->at++;
        lex_wrong(lexer, "invalid digit '%c' in %s literal", lexer->at[-1], radix->name);
    } else {
        lex_wrong(lexer, "invalid %s literal", radix->name);
    }
    return false;
}

// Reads what follows 0x, 0o or 0b.
static bool read_radix(struct lexer *lexer, const struct radix *radix) {
    lexer->at += 2;
    do {
        lexer->at += *lexer->at == '_';
        if (!radix->is_digit(*lexer->at)) {
            return wrong_digit(lexer, radix);
        }
        while (radix->is_digit(*lexer->at)) {
            lexer->at++;
        }
    } while (*lexer->at == '_');
    if (lex_is_digit(*lexer->at)) {
        return wrong_digit(lexer, radix);
    }
    return check_end(lexer, radix->name);
}

// Reads the e and what belongs to it. If no digits follow, the e is not part of the number; then
// [*ended] says that the number has ended before it.
static bool read_exponent(struct lexer *lexer, bool *ended) {
    const char *digits = lexer->at + 1;
    if (*digits == '+' || *digits == '-') {
        digits++;
        if (!lex_is_digit(*digits)) {
            lexer->at = digits;
            lex_wrong(lexer, "invalid decimal literal");
            return false;
        }
    } else if (!lex_is_digit(*digits)) {
        *ended = check_end(lexer, "decimal");
        return *ended;
    }
    lexer->at = digits;
    return read_digits(lexer);
}

// Reads what may follow the digits before the point.
static bool read_rest(struct lexer *lexer) {
    bool ended = false;
    if (*lexer->at == '.') {
        lexer->at++;
        if (lex_is_digit(*lexer->at) && !read_digits(lexer)) {
            return false;
        }
    }
    if ((*lexer->at | 0x20) == 'e' && (!read_exponent(lexer, &ended) || ended)) {
        return ended;
    }
    if ((*lexer->at | 0x20) == 'j') {
        lexer->at++;
        return check_end(lexer, "imaginary");
    }
    return check_end(lexer, "decimal");
}

static void leading_zeros(struct lexer *lexer, const char *start, const char *zeros_end) {
    const char *line = lexer->line_start;
    lex_wrong(lexer, "leading zeros in decimal integer literals are not permitted; use an 0o "
                     "prefix for octal integers");
    lexer->out->wrong.column = lexer_column(line, (size_t)(start - line));
    lexer->out->wrong.end_column = lexer_column(line, (size_t)(zeros_end - line));
}

// Reads a number that begins with 0 and is not 0x, 0o or 0b: only zeros, unless a point, an
// exponent or a j follows.
static bool read_zero(struct lexer *lexer) {
    const char *start = lexer->at;
    while (*lexer->at == '0' || *lexer->at == '_') {
        if (*lexer->at == '_' && !lex_is_digit(lexer->at[1])) {
            lexer->at++;
            lex_wrong(lexer, "invalid decimal literal");
            return false;
        }
        lexer->at++;
    }
    const char *zeros_end = lexer->at;
    bool nonzero = lex_is_digit(*lexer->at);
    if (nonzero && !read_digits(lexer)) {
        return false;
    }
    char c = *lexer->at;
    if (nonzero && c != '.' && (c | 0x20) != 'e' && (c | 0x20) != 'j') {
        leading_zeros(lexer, start, zeros_end);
        return false;
    }
    return read_rest(lexer);
}

static bool read_number(struct lexer *lexer) {
    if (*lexer->at != '0') {
        return (*lexer->at == '.' || read_digits(lexer)) && read_rest(lexer);
    }
    for (size_t i = 0; i < sizeof radixes / sizeof *radixes; i++) {
        if ((lexer->at[1] | 0x20) == radixes[i].letter) {
            return read_radix(lexer, &radixes[i]);
        }
    }
    return read_zero(lexer);
}

void lex_number(struct lexer *lexer) {
    struct lex_place place = lex_here(lexer);
    if (read_number(lexer)) {
        lex_emit(lexer, TOKEN_NUMBER, place);
    }
}
