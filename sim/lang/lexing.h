// What the files of the lexer share: its state while it runs. Included by lex*.c only.
//
// lexer.c decides what comes next; lex_line.c knows indentation, lex_word.c words, lex_operator.c
// operators and brackets, lex_number.c and lex_string.c literals, lex_fstring.c the text inside
// f-strings. Each reads at [at] and appends tokens.
#ifndef LANG_LEXING_H
#define LANG_LEXING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/names.h"
#include "lang/lexer.h"

#define LEX_BRACKETS_MOST 200 // nested brackets, as in CPython
#define LEX_INDENTS_MOST  100 // nested indented blocks, as in CPython
#define LEX_FSTRINGS_MOST 149 // nested f-strings, as in CPython
#define LEX_FIELDS_MOST   3   // replacement fields within format specs, as in CPython

struct lex_bracket {
    char open;
    int line;
    const char *line_start, *at; // of its line, and where it stands
};

// The width of an indentation: with tabs to multiples of eight, and with tabs as one column. Only
// if both agree, everybody agrees about the block's depth.
struct lex_indent {
    int width, narrow;
};

// An f-string that has begun and not ended.
struct lex_fstring {
    char quote;
    int quotes;             // 1 or 3
    bool raw;               // r prefix
    bool in_text;           // reading its text now, not a replacement field
    bool in_spec;           // that text is a format spec
    int depth;              // brackets open within it
    int fields;             // replacement fields open, one within another's spec; -1: none
    const char *start;      // its first character, prefix included
    const char *line_start; // of the line of [start]
    int line;
};

struct lexer {
    struct lexed *out;
    struct names *names;
    const char *at;         // the next character
    const char *line_start; // of the line of [at]
    const char *line_end;   // where the line feed's token begins: at the comment before it, if any
    const char *fresh_line; // of the last line that began outside strings and joined lines
    int line;
    bool at_line_start; // nothing but indentation has been read of this logical line
    bool finished;      // END or WRONG was appended
    int level;          // brackets open
    struct lex_bracket brackets[LEX_BRACKETS_MOST];
    int indent_count; // at least 1: the outermost is 0
    struct lex_indent indents[LEX_INDENTS_MOST];
    int fstring_count;
    struct lex_fstring fstrings[LEX_FSTRINGS_MOST];
    uint8_t keyword_slots[128]; // hash table of token kinds; 0 is free
};

// Where a token begins that may reach over several lines.
struct lex_place {
    const char *at, *line_start;
    int line;
};

// Returns the place that is read next.
struct lex_place lex_here(const struct lexer *lexer);

// Appends a token that reaches from [place] to [at].
struct token *lex_emit(struct lexer *lexer, enum token_kind kind, struct lex_place place);

// Moves on to the line after the line feed at [at].
void lex_new_line(struct lexer *lexer);

// Appends a WRONG token and ends the lexing: the complaint is a SyntaxError just before [at], as
// CPython's tokenizer has it.
void lex_wrong(struct lexer *lexer, const char *format, ...) __attribute__((format(printf, 2, 3)));

// The same for complaints that give way to mistakes of the parser; [column] and [end_column] are
// those of struct diag.
void lex_wrong_quiet(struct lexer *lexer, enum diag_kind kind, int column, const char *message);

// Appends a warning about the current line.
void lex_warn(struct lexer *lexer, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Reads a backslash, which only the end of the line may follow.
void lex_backslash(struct lexer *lexer);

// The f-string that is being read, or NULL.
struct lex_fstring *lex_fstring_now(struct lexer *lexer);

// Reads a word, a string or an f-string that begins with a letter or a quote; lex_word.c. The
// keywords must have been prepared before.
void lex_prepare_keywords(struct lexer *lexer);
void lex_letter(struct lexer *lexer);

// Reads a bracket or a colon [c], on which f-strings have an eye; any other operator or symbol;
// lex_operator.c.
void lex_bracket(struct lexer *lexer, char c);
void lex_operator(struct lexer *lexer, char c);

// Reads the indentation of a new line and appends INDENT and DEDENTs; lex_line.c.
void lex_indentation(struct lexer *lexer);

// Reads a number that begins at [at] with a digit, or with a point and a digit; lex_number.c.
void lex_number(struct lexer *lexer);

// Reads a string that began at [place] and whose first quote is at [at]; lex_string.c.
void lex_string(struct lexer *lexer, struct lex_place place);

// Begins an f-string in the same way; goes on with its text or its end; lex_fstring.c.
void lex_fstring_start(struct lexer *lexer, struct lex_place place);
void lex_fstring_text(struct lexer *lexer);

// Tells the f-string, if any, of an opened or closed bracket or a colon at [at], before the
// lexer reads it. lex_fstring_close returns false if it complained.
void lex_fstring_open(struct lexer *lexer);
bool lex_fstring_close(struct lexer *lexer, char close);
bool lex_fstring_colon(struct lexer *lexer);

// Is [c] part of a word? All bytes beyond ASCII are, until the word is looked at.
static inline bool lex_is_word(char c) {
    return (unsigned)((c | 0x20) - 'a') < 26 || (unsigned)(c - '0') < 10 || c == '_' ||
           (unsigned char)c >= 0x80;
}

static inline bool lex_is_digit(char c) {
    return (unsigned)(c - '0') < 10;
}

#endif
