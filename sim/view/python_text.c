#include "view/python_text.h"

#include <ctype.h>
#include <string.h>

static const char *const keywords[] = {
    "False",   "None",     "True",     "and",    "as",   "assert", "async",  "await",
    "break",   "class",    "continue", "def",    "del",  "elif",   "else",   "except",
    "finally", "for",      "from",     "global", "if",   "import", "in",     "is",
    "lambda",  "nonlocal", "not",      "or",     "pass", "raise",  "return", "try",
    "while",   "with",     "yield",    "match",  "case",
};

static bool is_word(char c) {
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static enum style word_style(const char *text, size_t length) {
    if (isdigit((unsigned char)text[0])) {
        return STYLE_NUMBER;
    }
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strlen(keywords[i]) == length && memcmp(keywords[i], text, length) == 0) {
            return STYLE_KEYWORD;
        }
    }
    return STYLE_PLAIN;
}

static size_t string_length(const char *text, size_t length) {
    bool triple = length >= 3 && text[1] == text[0] && text[2] == text[0];
    size_t quotes = triple ? 3 : 1;
    for (size_t i = quotes; i < length; i++) {
        if (text[i] == '\\') {
            i++;
        } else if (text[i] == text[0] && (!triple || (i + 2 < length && text[i + 1] == text[0] &&
                                                      text[i + 2] == text[0]))) {
            return i + quotes;
        }
    }
    return length;
}

// The length and style of the piece that begins at [text].
static size_t piece(const char *text, size_t length, enum style *style) {
    size_t i = 1;
    *style = STYLE_PLAIN;
    if (text[0] == '#') {
        *style = STYLE_COMMENT;
        return length;
    }
    if (text[0] == '"' || text[0] == '\'') {
        *style = STYLE_STRING;
        return string_length(text, length);
    }
    if (is_word(text[0])) {
        while (i < length &&
               (is_word(text[i]) || (text[i] == '.' && isdigit((unsigned char)text[0])))) {
            i++;
        }
        *style = word_style(text, i);
        return i;
    }
    while (i < length && !is_word(text[i]) && strchr("#\"'", text[i]) == NULL) {
        i++;
    }
    return i;
}

int python_text_draw(struct area area, const char *text, size_t length, bool plain) {
    int x = 0;
    // Leading tabs are counted from the line's beginning.
    size_t at = 0;
    while (at < length && (text[at] == ' ' || text[at] == '\t')) {
        at++;
    }
    x += area_put(area, 0, 0, STYLE_PLAIN, text, at);
    while (at < length) {
        enum style style;
        size_t taken = piece(text + at, length - at, &style);
        x += area_put(area, x, 0, plain ? STYLE_PLAIN : style, text + at, taken);
        at += taken;
    }
    return x;
}
