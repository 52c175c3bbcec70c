// The lexer's main road: lines, words, operators and brackets. See lexing.h for its other files.
#include "lang/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"
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

// What an operator's first character makes alone, with '=' after it, doubled, and doubled with
// '=' after it. A zero (TOKEN_END) says that there is no such operator.
struct operator_forms {
    uint8_t single, equal, twice, twice_equal;
};

static const struct operator_forms operators[128] = {
    ['('] = {TOKEN_LEFT_PAREN, 0, 0, 0},
    [')'] = {TOKEN_RIGHT_PAREN, 0, 0, 0},
    ['['] = {TOKEN_LEFT_BRACKET, 0, 0, 0},
    [']'] = {TOKEN_RIGHT_BRACKET, 0, 0, 0},
    ['{'] = {TOKEN_LEFT_BRACE, 0, 0, 0},
    ['}'] = {TOKEN_RIGHT_BRACE, 0, 0, 0},
    [':'] = {TOKEN_COLON, TOKEN_WALRUS, 0, 0},
    [','] = {TOKEN_COMMA, 0, 0, 0},
    [';'] = {TOKEN_SEMICOLON, 0, 0, 0},
    ['.'] = {TOKEN_DOT, 0, 0, 0},
    ['!'] = {TOKEN_EXCLAMATION, TOKEN_NOT_EQUAL, 0, 0},
    ['='] = {TOKEN_EQUAL, 0, TOKEN_IS_EQUAL, 0},
    ['<'] = {TOKEN_LESS, TOKEN_LESS_EQUAL, TOKEN_LEFT_SHIFT, TOKEN_LEFT_SHIFT_EQUAL},
    ['>'] = {TOKEN_GREATER, TOKEN_GREATER_EQUAL, TOKEN_RIGHT_SHIFT, TOKEN_RIGHT_SHIFT_EQUAL},
    ['~'] = {TOKEN_TILDE, 0, 0, 0},
    ['+'] = {TOKEN_PLUS, TOKEN_PLUS_EQUAL, 0, 0},
    ['-'] = {TOKEN_MINUS, TOKEN_MINUS_EQUAL, 0, 0},
    ['*'] = {TOKEN_STAR, TOKEN_STAR_EQUAL, TOKEN_DOUBLE_STAR, TOKEN_DOUBLE_STAR_EQUAL},
    ['@'] = {TOKEN_AT, TOKEN_AT_EQUAL, 0, 0},
    ['/'] = {TOKEN_SLASH, TOKEN_SLASH_EQUAL, TOKEN_DOUBLE_SLASH, TOKEN_DOUBLE_SLASH_EQUAL},
    ['%'] = {TOKEN_PERCENT, TOKEN_PERCENT_EQUAL, 0, 0},
    ['|'] = {TOKEN_BAR, TOKEN_BAR_EQUAL, 0, 0},
    ['^'] = {TOKEN_CARET, TOKEN_CARET_EQUAL, 0, 0},
    ['&'] = {TOKEN_AMPERSAND, TOKEN_AMPERSAND_EQUAL, 0, 0},
};

int lexer_column(const char *line, size_t bytes) {
    return (int)utf8_count(line, bytes) + 1;
}

struct lex_place lex_here(const struct lexer *lexer) {
    return (struct lex_place){lexer->at, lexer->line_start, lexer->line};
}

struct token *lex_emit(struct lexer *lexer, enum token_kind kind, struct lex_place place) {
    struct token *token = vec_push(&lexer->out->tokens);
    *token = (struct token){
        .kind = (uint8_t)kind,
        .level = (uint8_t)lexer->level,
        .start = (uint32_t)(place.at - lexer->out->text),
        .end = (uint32_t)(lexer->at - lexer->out->text),
        .line = place.line,
        .column = (int)(place.at - place.line_start),
        .end_line = lexer->line,
        .end_column = (int)(lexer->at - lexer->line_start),
    };
    return token;
}

void lex_new_line(struct lexer *lexer) {
    lexer->at++;
    lexer->line++;
    lexer->line_start = lexer->at;
}

// Ends the lexing. The innermost open bracket is remembered, which may be the real reason.
static void emit_wrong(struct lexer *lexer) {
    lex_emit(lexer, TOKEN_WRONG, lex_here(lexer));
    lexer->finished = true;
    struct diag *unclosed = &lexer->out->unclosed;
    lexer->out->wrong_inside = lexer->fstring_count > 0;
    if (lexer->level > 0) {
        struct lex_bracket bracket = lexer->brackets[lexer->level - 1];
        diag_set(unclosed, DIAG_SYNTAX, "'%c' was never closed", bracket.open);
        unclosed->line = unclosed->end_line = bracket.line;
        unclosed->column =
            lexer_column(bracket.line_start, (size_t)(bracket.at - bracket.line_start));
    }
}

void lex_wrong(struct lexer *lexer, const char *format, ...) {
    struct diag *wrong = &lexer->out->wrong;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(wrong->message, sizeof wrong->message, format, arguments);
    va_end(arguments);
    wrong->kind = DIAG_SYNTAX;
    wrong->line = wrong->end_line = lexer->line;
    size_t bytes = (size_t)(lexer->at - lexer->line_start);
    wrong->column = wrong->end_column = lexer_column(lexer->line_start, bytes) - 1;
    lexer->out->wrong_overrides = true;
    emit_wrong(lexer);
}

void lex_wrong_quiet(struct lexer *lexer, enum diag_kind kind, int column, const char *message) {
    struct diag *wrong = &lexer->out->wrong;
    diag_set(wrong, kind, "%s", message);
    wrong->line = wrong->end_line = lexer->line;
    wrong->column = column;
    emit_wrong(lexer);
}

void lex_warn(struct lexer *lexer, const char *format, ...) {
    struct lexer_warning *warning = vec_push(&lexer->out->warnings);
    warning->line = lexer->line;
    warning->column = (int)(lexer->at - lexer->line_start);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(warning->message, sizeof warning->message, format, arguments);
    va_end(arguments);
}

static unsigned keyword_slot(const char *text, size_t length) {
    return ((unsigned char)text[0] * 5u + (unsigned char)text[1] * 3u +
            (unsigned char)text[length - 1] + (unsigned)length) %
           128;
}

static void keywords_prepare(struct lexer *lexer) {
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
static void lex_word(struct lexer *lexer, struct lex_place place) {
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

// Reads a word, a string or an f-string that begins with a letter or a quote.
static void lex_letter(struct lexer *lexer) {
    struct lex_place place = lex_here(lexer);
    bool f;
    int prefix = string_prefix(lexer->at, &f);
    lexer->at += prefix < 0 ? 1 : prefix;
    if (prefix < 0) {
        lex_word(lexer, place);
    } else if (f) {
        lex_fstring_start(lexer, place);
    } else {
        lex_string(lexer, place);
    }
}

static void bracket_open(struct lexer *lexer, char open) {
    if (lexer->level == LEX_BRACKETS_MOST) {
        lexer->at++;
        lex_wrong(lexer, "too many nested parentheses");
        return;
    }
    lexer->brackets[lexer->level++] =
        (struct lex_bracket){open, lexer->line, lexer->line_start, lexer->at};
    lex_fstring_open(lexer);
}

static bool brackets_match(char open, char close) {
    return (open == '(' && close == ')') || (open == '[' && close == ']') ||
           (open == '{' && close == '}');
}

static void wrong_close(struct lexer *lexer, struct lex_bracket bracket, char close) {
    const struct lex_fstring *fstring = lex_fstring_now(lexer);
    if (fstring != NULL && bracket.open == '{' && fstring->depth - 1 == fstring->fields) {
        lex_wrong(lexer, "f-string: unmatched '%c'", close);
    } else if (bracket.line != lexer->line) {
        lex_wrong(lexer,
                  "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d",
                  close, bracket.open, bracket.line);
    } else {
        lex_wrong(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c'", close,
                  bracket.open);
    }
}

// Complaints stand behind the bracket, so [at] is moved there before.
static void bracket_close(struct lexer *lexer, char close) {
    const struct lex_fstring *fstring = lex_fstring_now(lexer);
    lexer->at++;
    if (fstring != NULL && fstring->depth == 0 && close == '}') {
        lex_wrong(lexer, "f-string: single '}' is not allowed");
        return;
    }
    if (lexer->level == 0) {
        lex_wrong(lexer, "unmatched '%c'", close);
        return;
    }
    struct lex_bracket bracket = lexer->brackets[--lexer->level];
    if (!brackets_match(bracket.open, close)) {
        wrong_close(lexer, bracket, close);
    } else if (lex_fstring_close(lexer, close)) {
        lexer->at--;
    }
}

// Reads an operator of one to three characters; a lone character that is none becomes OTHER.
static void lex_operator(struct lexer *lexer) {
    struct lex_place place = lex_here(lexer);
    const char *at = lexer->at;
    struct operator_forms forms = operators[(unsigned char)at[0]];
    enum token_kind kind = forms.single != 0 ? forms.single : TOKEN_OTHER;
    int length = 1;
    if (forms.twice != 0 && at[1] == at[0]) {
        bool equal = forms.twice_equal != 0 && at[2] == '=';
        kind = equal ? forms.twice_equal : forms.twice;
        length = equal ? 3 : 2;
    } else if (forms.equal != 0 && at[1] == '=') {
        kind = forms.equal;
        length = 2;
    } else if (at[0] == '-' && at[1] == '>') {
        kind = TOKEN_ARROW;
        length = 2;
    } else if (at[0] == '<' && at[1] == '>') {
        kind = TOKEN_LESS_GREATER;
        length = 2;
    } else if (at[0] == '.' && at[1] == '.' && at[2] == '.') {
        kind = TOKEN_ELLIPSIS;
        length = 3;
    }
    lexer->at += length;
    lex_emit(lexer, kind, place);
}

// Brackets and colons, which f-strings have an eye on.
static void lex_bracket(struct lexer *lexer, char c) {
    if (c == '(' || c == '[' || c == '{') {
        bracket_open(lexer, c);
    } else if (c != ':') {
        bracket_close(lexer, c);
    } else if (lex_fstring_colon(lexer)) {
        struct lex_place place = lex_here(lexer);
        lexer->at++;
        lex_emit(lexer, TOKEN_COLON, place);
        return;
    }
    if (!lexer->finished) {
        lex_operator(lexer);
    }
}

// Reads a line feed: the end of a logical line, unless nothing was on it or a bracket is open.
static void lex_line_feed(struct lexer *lexer) {
    if (!lexer->at_line_start && lexer->level == 0) {
        struct lex_place place = lex_here(lexer);
        place.at = lexer->line_end;
        lexer->at++;
        lex_emit(lexer, TOKEN_NEWLINE, place);
        lexer->at--;
        lexer->at_line_start = true;
    }
    lex_new_line(lexer);
    lexer->fresh_line = lexer->at;
}

void lex_backslash(struct lexer *lexer) {
    lexer->at++;
    if (*lexer->at != '\n') {
        // CPython counts from there.
        int far = lexer_column(lexer->fresh_line, (size_t)(lexer->at - lexer->fresh_line));
        lex_wrong_quiet(lexer, DIAG_SYNTAX, far,
                        "unexpected character after line continuation character");
        return;
    }
    if (lexer->at[1] == '\0') {
        int column = lexer_column(lexer->line_start, (size_t)(lexer->at - lexer->line_start));
        lex_wrong_quiet(lexer, DIAG_SYNTAX, column, "unexpected EOF while parsing");
        if (lexer->level > 0) {
            lexer->out->wrong = lexer->out->unclosed;
        }
        return;
    }
    lex_new_line(lexer);
}

// Ends open blocks, then the program; or complains about a bracket that is open still.
static void lex_end(struct lexer *lexer) {
    if (lexer->level > 0) {
        emit_wrong(lexer);
        lexer->out->wrong = lexer->out->unclosed;
        return;
    }
    if (lexer->line > 1) {
        // As in CPython, the end belongs to the last line, not to one after it.
        lexer->line--;
        do {
            lexer->line_start--;
        } while (lexer->line_start > lexer->out->text && lexer->line_start[-1] != '\n');
    }
    for (; lexer->indent_count > 1; lexer->indent_count--) {
        lex_emit(lexer, TOKEN_DEDENT, lex_here(lexer));
    }
    lex_emit(lexer, TOKEN_END, lex_here(lexer));
    lexer->finished = true;
}

// Control characters are not printable; the others are somebody's mistyped operator.
static void lex_symbol(struct lexer *lexer, char c) {
    if ((unsigned char)c < ' ' || c == 0x7F) {
        lexer->at++;
        lex_wrong(lexer, "invalid non-printable character U+%04X", (unsigned)c);
    } else {
        lex_operator(lexer);
    }
}

// Reads what begins at [at], which is no white space.
static void lex_token(struct lexer *lexer) {
    char c = *lexer->at;
    if (lex_is_digit(c) || (c == '.' && lex_is_digit(lexer->at[1]))) {
        lex_number(lexer);
    } else if (lex_is_word(c) || c == '\'' || c == '"') {
        lex_letter(lexer);
    } else if (c == '\n') {
        lex_line_feed(lexer);
    } else if (c != '\0' && strchr("()[]{}:", c) != NULL) {
        lex_bracket(lexer, c);
    } else if (c == '\\') {
        lex_backslash(lexer);
    } else if (c == '\0') {
        lex_end(lexer);
    } else {
        lex_symbol(lexer, c);
    }
}

static void skip_space(struct lexer *lexer) {
    while (*lexer->at == ' ' || *lexer->at == '\t' || *lexer->at == '\f') {
        lexer->at++;
    }
    lexer->line_end = lexer->at;
    if (*lexer->at == '#') {
        lexer->at += strcspn(lexer->at, "\n");
    }
}

// One step: the text of an f-string, or a line's indentation, or white space and a token.
static void lex_step(struct lexer *lexer) {
    struct lex_fstring *fstring = lex_fstring_now(lexer);
    if (fstring != NULL && fstring->in_text) {
        lex_fstring_text(lexer);
        return;
    }
    if (lexer->at_line_start) {
        lex_indentation(lexer);
    }
    if (!lexer->finished) {
        skip_space(lexer);
        lex_token(lexer);
    }
}

void lexer_run(struct lexed *lexed, const char *text, struct names *names) {
    *lexed = (struct lexed){.text = text};
    struct lexer *lexer = mem_zalloc(1, sizeof *lexer);
    lexer->out = lexed;
    lexer->names = names;
    lexer->at = lexer->line_start = lexer->fresh_line = text;
    lexer->line = 1;
    lexer->at_line_start = true;
    lexer->indent_count = 1;
    keywords_prepare(lexer);
    while (!lexer->finished) {
        lex_step(lexer);
    }
    mem_free(lexer);
}

void lexer_free(struct lexed *lexed) {
    vec_free(&lexed->tokens);
    vec_free(&lexed->warnings);
}
