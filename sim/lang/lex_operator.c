// Operators, and the brackets and colons that nest.
#include "lang/lexing.h"

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
static void punctuation(struct lexer *lexer) {
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

void lex_bracket(struct lexer *lexer, char c) {
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
        punctuation(lexer);
    }
}

void lex_operator(struct lexer *lexer, char c) {
    if ((unsigned char)c < ' ' || c == 0x7F) {
        lexer->at++;
        lex_wrong(lexer, "invalid non-printable character U+%04X", (unsigned)c);
    } else {
        punctuation(lexer);
    }
}
