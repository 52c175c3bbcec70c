// Strings as the lexer sees them: where they end. What they hold is literal.c's to know.
#include "lang/lexing.h"

#include <string.h>

// Complains at the string's first character; [line] is where its lack of an end was seen.
static void unterminated(struct lexer *lexer, struct lex_place place, int quotes, bool escaped) {
    char quote = place.at[strcspn(place.at, "'\"")];
    int seen = lexer->line;
    lexer->line = place.line;
    lexer->line_start = place.line_start;
    lexer->at = place.at + 1;
    struct lex_fstring *fstring = lex_fstring_now(lexer);
    if (fstring != NULL && fstring->quotes == quotes && fstring->quote == quote) {
        lex_wrong(lexer, "f-string: expecting '}'");
    } else if (quotes == 3) {
        lex_wrong(lexer, "unterminated triple-quoted string literal (detected at line %d)", seen);
    } else {
        lex_wrong(lexer, "unterminated string literal (detected at line %d)%s", seen,
                  escaped ? "; perhaps you escaped the end quote?" : "");
    }
}

// Reads a backslash and what it protects; true if that is the quote.
static bool read_escape(struct lexer *lexer, char quote) {
    lexer->at++;
    if (*lexer->at == '\n') {
        lex_new_line(lexer);
        return false;
    }
    if (*lexer->at == '\0') {
        return false;
    }
    return *lexer->at++ == quote;
}

// Reads to the end of a string with one quote at each end.
static bool read_short(struct lexer *lexer, struct lex_place place, char quote) {
    bool escaped = false;
    while (*lexer->at != quote) {
        if (*lexer->at == '\\') {
            escaped |= read_escape(lexer, quote);
        } else if (*lexer->at == '\n') {
            unterminated(lexer, place, 1, escaped);
            return false;
        } else if (*lexer->at == '\0') {
            lexer->line--; // the text's last line ends before this
            unterminated(lexer, place, 1, escaped);
            return false;
        } else {
            lexer->at++;
        }
    }
    lexer->at++;
    return true;
}

// The same with three.
static bool read_long(struct lexer *lexer, struct lex_place place, char quote) {
    while (lexer->at[0] != quote || lexer->at[1] != quote || lexer->at[2] != quote) {
        if (*lexer->at == '\\') {
            read_escape(lexer, quote);
        } else if (*lexer->at == '\n') {
            lex_new_line(lexer);
        } else if (*lexer->at == '\0') {
            lexer->line--;
            unterminated(lexer, place, 3, false);
            return false;
        } else {
            lexer->at++;
        }
    }
    lexer->at += 3;
    return true;
}

void lex_string(struct lexer *lexer, struct lex_place place) {
    char quote = *lexer->at++;
    bool ended;
    if (lexer->at[0] == quote && lexer->at[1] == quote) {
        lexer->at += 2;
        ended = read_long(lexer, place, quote);
    } else {
        ended = read_short(lexer, place, quote);
    }
    if (ended) {
        lex_emit(lexer, TOKEN_STRING, place);
    }
}
