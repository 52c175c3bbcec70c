// Words: keywords, identifiers, and the prefixes of strings.
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "lang/lexing.h"

struct keyword {
    const char *text;
    uint8_t length;
    uint8_t kind;
};

static const struct keyword keywords[] = {
#define TOKEN(kind)
#define OPERATOR(kind, text)
#define KEYWORD(kind, text) {text, sizeof text - 1, TOKEN_##kind},
#include "lang/tokens.def"
#undef TOKEN
#undef OPERATOR
#undef KEYWORD
};

static unsigned keyword_slot(const char *text, size_t length) {
    return ((unsigned char)text[0] * 5u + (unsigned char)text[1] * 3u +
            (unsigned char)text[length - 1] + (unsigned)length) %
           128;
}

void lex_prepare_keywords(struct lexer *lexer) {
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        unsigned slot = keyword_slot(keywords[i].text, keywords[i].length);
        while (lexer->keyword_slots[slot] != 0) {
            slot = (slot + 1) % 128;
        }
        lexer->keyword_slots[slot] = (uint8_t)(i + 1);
    }
}

// Returns the keyword's token kind, or TOKEN_NAME.
static enum token_kind word_kind(const struct lexer *lexer, const char *text, size_t length) {
    if (length < 2 || length > 8) {
        return TOKEN_NAME;
    }
    unsigned slot = keyword_slot(text, length);
    for (; lexer->keyword_slots[slot] != 0; slot = (slot + 1) % 128) {
        const struct keyword *keyword = &keywords[lexer->keyword_slots[slot] - 1];
        if (keyword->length == length && memcmp(keyword->text, text, length) == 0) {
            return (enum token_kind)keyword->kind;
        }
    }
    return TOKEN_NAME;
}

// Complains about the first character of the word that no identifier may have there.
static bool check_word(struct lexer *lexer, const char *text, size_t length) {
    for (size_t i = 0; i < length;) {
        uint32_t rune;
        size_t bytes = utf8_decode(text + i, length - i, &rune);
        if (!(i == 0 ? utf8_is_identifier_start(rune) : utf8_is_identifier_part(rune))) {
            lexer->at = text + i + bytes;
            if (utf8_is_printable(rune)) {
                lex_wrong(lexer, "invalid character '%.*s' (U+%04X)", (int)bytes, text + i, rune);
            } else {
                lex_wrong(lexer, "invalid non-printable character U+%04X", rune);
            }
            return false;
        }
        i += bytes;
    }
    return true;
}

// Interns a word with characters beyond ASCII: Python compares them in their NFKC form.
static const struct name *intern_wide(struct lexer *lexer, const char *text, size_t length) {
    struct buf normal = {0};
    utf8_normalize(text, length, &normal);
    const struct name *name = names_get(lexer->names, buf_text(&normal), normal.length);
    buf_free(&normal);
    return name;
}

// Reads an identifier or keyword of which the first [at] - [place] characters are read.
static void word(struct lexer *lexer, struct lex_place place) {
    unsigned char any = 0;
    for (const char *c = place.at; c < lexer->at; c++) {
        any |= (unsigned char)*c;
    }
    for (; lex_is_word(*lexer->at); lexer->at++) {
        any |= (unsigned char)*lexer->at;
    }
    size_t length = (size_t)(lexer->at - place.at);
    if (any >= 0x80) {
        if (check_word(lexer, place.at, length)) {
            const struct name *name = intern_wide(lexer, place.at, length);
            lex_emit(lexer, TOKEN_NAME, place)->name = name;
        }
        return;
    }
    enum token_kind kind = word_kind(lexer, place.at, length);
    struct token *token = lex_emit(lexer, kind, place);
    if (kind == TOKEN_NAME) {
        token->name = names_get(lexer->names, place.at, length);
    }
}

// How many characters at [text] are the prefix of a string; -1 if no string begins here. [*f]
// says that it is an f-string.
static int string_prefix(const char *text, bool *f) {
    bool b = false, u = false, r = false;
    *f = false;
    for (int i = 0;; i++) {
        char c = text[i];
        if (c == '\'' || c == '"') {
            return i;
        }
        c |= 0x20;
        if (c == 'b' && !b && !u && !*f) {
            b = true;
        } else if (c == 'u' && i == 0) {
            u = true;
        } else if (c == 'r' && !r && !u) {
            r = true;
        } else if (c == 'f' && !*f && !b && !u) {
            *f = true;
        } else {
            return -1;
        }
    }
}

void lex_letter(struct lexer *lexer) {
    struct lex_place place = lex_here(lexer);
    bool f;
    int prefix = string_prefix(lexer->at, &f);
    lexer->at += prefix < 0 ? 1 : prefix;
    if (prefix < 0) {
        word(lexer, place);
    } else if (f) {
        lex_fstring_start(lexer, place);
    } else {
        lex_string(lexer, place);
    }
}
