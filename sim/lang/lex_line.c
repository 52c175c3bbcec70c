// The beginning of a line: how far it is indented, and which blocks that opens or closes.
//
// Blank lines and lines with nothing but a comment have no say. Inside brackets nobody asks.
#include "lang/lexing.h"

#include <string.h>

// Reads the white space at the line's start.
static struct lex_indent read_width(struct lexer *lexer) {
    struct lex_indent indent = {0, 0};
    for (;; lexer->at++) {
        char c = *lexer->at;
        if (c == ' ') {
            indent.width++;
            indent.narrow++;
        } else if (c == '\t') {
            indent.width = (indent.width / 8 + 1) * 8;
            indent.narrow++;
        } else if (c == '\f') {
            indent = (struct lex_indent){0, 0};
        } else {
            return indent;
        }
    }
}

// As read_width. A backslash joins the line with the next one; the first line that is indented at
// all then says how far.
static struct lex_indent read_indent(struct lexer *lexer) {
    struct lex_indent indent = read_width(lexer);
    while (*lexer->at == '\\' && !lexer->finished) {
        lex_backslash(lexer);
        lexer->fresh_line = lexer->line_start;
        struct lex_indent next = read_width(lexer);
        if (indent.width == 0) {
            indent = next;
        }
    }
    return indent;
}

static void tab_error(struct lexer *lexer) {
    lex_wrong_quiet(lexer, DIAG_TAB, 1, "inconsistent use of tabs and spaces in indentation");
}

// A token without width: the blocks begin and end between characters.
static void emit_mark(struct lexer *lexer, enum token_kind kind) {
    lex_emit(lexer, kind, lex_here(lexer));
}

static void indent_push(struct lexer *lexer, struct lex_indent indent) {
    if (indent.narrow <= lexer->indents[lexer->indent_count - 1].narrow) {
        tab_error(lexer);
    } else if (lexer->indent_count == LEX_INDENTS_MOST) {
        lex_wrong_quiet(lexer, DIAG_INDENTATION, 1, "too many levels of indentation");
    } else {
        lexer->indents[lexer->indent_count++] = indent;
        emit_mark(lexer, TOKEN_INDENT);
    }
}

// Closes the blocks that are deeper than [indent]; one of the same width must then be open.
static void indent_pop(struct lexer *lexer, struct lex_indent indent) {
    int count = lexer->indent_count;
    while (count > 1 && indent.width < lexer->indents[count - 1].width) {
        count--;
    }
    if (indent.width != lexer->indents[count - 1].width) {
        const char *end = strchr(lexer->at, '\n');
        int column = lexer_column(lexer->line_start, (size_t)(end - lexer->line_start));
        lex_wrong_quiet(lexer, DIAG_INDENTATION, column,
                        "unindent does not match any outer indentation level");
        return;
    }
    if (indent.narrow != lexer->indents[count - 1].narrow) {
        tab_error(lexer);
        return;
    }
    for (; lexer->indent_count > count; lexer->indent_count--) {
        emit_mark(lexer, TOKEN_DEDENT);
    }
}

void lex_indentation(struct lexer *lexer) {
    struct lex_indent indent = read_indent(lexer);
    char c = *lexer->at;
    if (c == '#' || c == '\n' || c == '\0' || lexer->level > 0 || lexer->finished) {
        return;
    }
    lexer->at_line_start = false;
    struct lex_indent last = lexer->indents[lexer->indent_count - 1];
    if (indent.width == last.width && indent.narrow != last.narrow) {
        tab_error(lexer);
    } else if (indent.width > last.width) {
        indent_push(lexer, indent);
    } else if (indent.width < last.width) {
        indent_pop(lexer, indent);
    }
}
