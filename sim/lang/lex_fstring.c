// f-strings, which the lexer takes apart: FSTRING_START, then FSTRING_MIDDLE for text and the
// usual tokens for what stands in braces, then FSTRING_END.
//
// Each f-string being read has its entry in lexer->fstrings. While [in_text] its characters are
// text; a brace switches to ordinary tokens, and the brace that closes it, or a colon directly
// inside it, switches back. Format specs are text too, in which single braces nest.
#include "lang/lexing.h"

#include <string.h>

struct lex_fstring *lex_fstring_now(struct lexer *lexer) {
    return lexer->fstring_count == 0 ? NULL : &lexer->fstrings[lexer->fstring_count - 1];
}

static bool has_raw_prefix(const char *prefix) {
    return (prefix[0] | 0x20) == 'r' || (prefix[1] | 0x20) == 'r';
}

void lex_fstring_start(struct lexer *lexer, struct lex_place place) {
    char quote = *lexer->at;
    int quotes = lexer->at[1] == quote && lexer->at[2] == quote ? 3 : 1;
    lexer->at += quotes;
    if (lexer->fstring_count == LEX_FSTRINGS_MOST) {
        lex_wrong(lexer, "too many nested f-strings");
        return;
    }
    lexer->fstrings[lexer->fstring_count++] = (struct lex_fstring){
        .quote = quote,
        .quotes = quotes,
        .raw = has_raw_prefix(place.at),
        .in_text = true,
        .fields = -1,
        .start = place.at,
        .line_start = place.line_start,
        .line = place.line,
    };
    lex_emit(lexer, TOKEN_FSTRING_START, place);
}

// Begins a replacement field: its brace is at [at] and will be read as an ordinary token.
static bool field_open(struct lexer *lexer, struct lex_fstring *fstring) {
    if (fstring->fields + 1 >= LEX_FIELDS_MOST) {
        lex_wrong(lexer, "f-string: expressions nested too deeply");
        return false;
    }
    fstring->fields++;
    fstring->in_text = false;
    return true;
}

static bool is_at_end(const struct lexer *lexer, const struct lex_fstring *fstring) {
    const char *at = lexer->at;
    char quote = fstring->quote;
    return at[0] == quote && (fstring->quotes == 1 || (at[1] == quote && at[2] == quote));
}

static void unterminated(struct lexer *lexer, struct lex_fstring *fstring) {
    int seen = lexer->line - (*lexer->at == '\0');
    lexer->line = fstring->line;
    lexer->line_start = fstring->line_start;
    lexer->at = fstring->start + 1;
    const char *kind = fstring->quotes == 3 ? "triple-quoted " : "";
    lex_wrong(lexer, "unterminated %sf-string literal (detected at line %d)", kind, seen);
}

// Reads a backslash and what it protects. Braces are not protected, but those of \N{…} are text.
static void read_escape(struct lexer *lexer, const struct lex_fstring *fstring) {
    char c = *++lexer->at;
    if (c == '{' || c == '}') {
        if (!fstring->raw) {
            lex_warn(lexer, "invalid escape sequence '\\%c'", c);
        }
        return;
    }
    if (c == 'N' && !fstring->raw && lexer->at[1] == '{') {
        const char *name = lexer->at + 2;
        name += strcspn(name, "}'\"\n{");
        lexer->at = *name == '}' ? name + 1 : lexer->at + 2;
    } else if (c == '\n') {
        lex_new_line(lexer);
    } else if (c != '\0') {
        lexer->at++;
    }
}

// Ends the text at a brace. A doubled one stands for itself: it belongs to the text once.
static void read_brace(struct lexer *lexer, struct lex_fstring *fstring, struct lex_place place) {
    char brace = *lexer->at;
    bool doubled =
        lexer->at[1] == brace && !fstring->in_spec && (brace == '{' || fstring->depth == 0);
    if (doubled) {
        lexer->at++;
        lex_emit(lexer, TOKEN_FSTRING_MIDDLE, place)->end_column++;
        lexer->at++;
        return;
    }
    lex_emit(lexer, TOKEN_FSTRING_MIDDLE, place);
    if (brace == '}') {
        fstring->in_text = false;
    } else {
        field_open(lexer, fstring);
    }
}

// Reads text up to a brace or the closing quotes.
static void read_middle(struct lexer *lexer, struct lex_fstring *fstring) {
    struct lex_place place = lex_here(lexer);
    for (;;) {
        char c = *lexer->at;
        if (c == '{' || c == '}') {
            read_brace(lexer, fstring, place);
            return;
        }
        if (c == fstring->quote && is_at_end(lexer, fstring)) {
            lex_emit(lexer, TOKEN_FSTRING_MIDDLE, place);
            return;
        }
        if (c == '\\') {
            read_escape(lexer, fstring);
        } else if (c == '\n' && fstring->quotes == 1 && fstring->in_spec) {
            lex_emit(lexer, TOKEN_FSTRING_MIDDLE, place);
            fstring->in_text = fstring->in_spec = false;
            return;
        } else if (c == '\0' || (c == '\n' && fstring->quotes == 1)) {
            unterminated(lexer, fstring);
            return;
        } else if (c == '\n') {
            lex_new_line(lexer);
        } else {
            lexer->at++;
        }
    }
}

void lex_fstring_text(struct lexer *lexer) {
    struct lex_fstring *fstring = lex_fstring_now(lexer);
    if (lexer->at[0] == '{' && (lexer->at[1] != '{' || fstring->in_spec)) {
        field_open(lexer, fstring);
    } else if (is_at_end(lexer, fstring)) {
        struct lex_place place = lex_here(lexer);
        lexer->at += fstring->quotes;
        lexer->fstring_count--;
        lex_emit(lexer, TOKEN_FSTRING_END, place);
    } else {
        read_middle(lexer, fstring);
    }
}

void lex_fstring_open(struct lexer *lexer) {
    struct lex_fstring *fstring = lex_fstring_now(lexer);
    if (fstring != NULL) {
        fstring->depth++;
    }
}

bool lex_fstring_close(struct lexer *lexer, char close) {
    struct lex_fstring *fstring = lex_fstring_now(lexer);
    if (fstring == NULL) {
        return true;
    }
    fstring->depth--;
    if (fstring->depth < 0) {
        lex_wrong(lexer, "f-string: unmatched '%c'", close);
        return false;
    }
    if (close == '}' && fstring->depth == fstring->fields) {
        fstring->fields--;
        fstring->in_text = true;
        fstring->in_spec = false;
    }
    return true;
}

bool lex_fstring_colon(struct lexer *lexer) {
    struct lex_fstring *fstring = lex_fstring_now(lexer);
    if (fstring == NULL || fstring->fields < 0 || fstring->depth - 1 != fstring->fields) {
        return false;
    }
    fstring->in_text = fstring->in_spec = true;
    return true;
}
