// f-strings: FSTRING_START, texts and replacement fields, FSTRING_END.
#include <string.h>

#include "base/buf.h"
#include "lang/grammar.h"
#include "lang/mistake.h"

// Adds a text as it is in the source; [mark] says that its escape sequences are still to be read.
static struct node *add_raw(struct parser *parser, size_t start, const char *text, size_t length) {
    struct node *node = parser_node(parser, AST_Constant, start);
    node->mark = 1;
    node->Constant.value.kind = AST_STR;
    node->Constant.value.text = text;
    node->Constant.value.length = (uint32_t)length;
    parser_list_add(parser, node);
    return node;
}

// FSTRING_MIDDLE
static void add_text(struct parser *parser) {
    size_t start = parser->at++;
    const struct token *token = &parser->tokens[start];
    add_raw(parser, start, parser->lexed->text + token->start, token->end - token->start);
}

// Reads the texts among the pending nodes from [begin] on. Complaints go to the last token.
static bool read_texts(struct parser *parser, size_t begin, bool raw) {
    const struct token *last = &parser->tokens[parser->fill - 1];
    for (size_t i = begin; i < parser->pending.count; i++) {
        struct node *node = parser->pending.items[i];
        struct ast_constant *value = &node->Constant.value;
        if (node->kind == AST_Constant && node->mark != 0) {
            node->mark = 0;
            if (!literal_text(parser, last, value->text, value->length, false, raw, value)) {
                return false;
            }
        }
    }
    return true;
}

// Adds the text of `{x = }` between the brace and the token after the '=': comments drop out.
static void add_debug_text(struct parser *parser, size_t open) {
    const struct token *from = &parser->tokens[open];
    const struct token *to = &parser->tokens[parser->at];
    struct buf out = {0};
    for (const char *c = parser->lexed->text + from->end; c < parser->lexed->text + to->start;) {
        if (*c == '#') {
            c += strcspn(c, "\n");
        } else {
            buf_putc(&out, *c++);
        }
    }
    const char *text = arena_text(parser->arena, buf_text(&out), out.length);
    struct node *node = add_raw(parser, open, text, out.length);
    node->column = from->end_column;
    node->end_line = to->line;
    node->end_column = to->column;
    buf_free(&out);
}

// ['!' NAME]: the name's token, or NULL if there is none.
static const struct token *conversion(struct parser *parser) {
    if (parser_peek(parser) != TOKEN_EXCLAMATION || parser_peek_ahead(parser, 1) != TOKEN_NAME) {
        return NULL;
    }
    const struct token *mark = &parser->tokens[parser->at];
    const struct token *letter = mark + 1;
    parser->at += 2;
    if (mark->end != letter->start) {
        mistake_tokens(parser, mark, letter,
                       "f-string: conversion type must come right after the exclamanation mark");
    }
    return letter;
}

// The number of a conversion: its letter, or -1 if there is none.
static int conversion_letter(struct parser *parser, const struct token *token) {
    if (token == NULL) {
        return -1;
    }
    const struct name *name = token->name;
    if (name->length != 1 || strchr("sra", name->text[0]) == NULL) {
        mistake_token(parser, token,
                      "f-string: invalid conversion character '%s': expected 's', 'r', or 'a'",
                      name->text);
    }
    return name->text[0];
}

// [':' (text | field)*]
static struct node *format_spec(struct parser *parser) {
    size_t start = parser->at;
    if (!parser_take(parser, TOKEN_COLON)) {
        return NULL;
    }
    size_t begin = parser_list_begin(parser);
    fstring_spec_parts(parser);
    for (size_t i = begin; i < parser->pending.count; i++) {
        parser->pending.items[i]->mark = 0; // here CPython leaves escape sequences as they are
    }
    string_merge(parser, begin);
    struct node *node = parser_node(parser, AST_JoinedStr, start);
    node->JoinedStr.values = parser_list_take(parser, begin);
    return node;
}

// After the expression: ['='] [conversion] [format spec] '}'. Adds what it makes.
static bool field_after(struct parser *parser, size_t open, struct node *value) {
    bool debug = parser_take(parser, TOKEN_EQUAL);
    if (debug) {
        parser_peek(parser);
        add_debug_text(parser, open);
    }
    const struct token *converted = conversion(parser);
    struct node *spec = parser->stopped ? NULL : format_spec(parser);
    if (parser->stopped || !parser_take(parser, TOKEN_RIGHT_BRACE)) {
        return false;
    }
    int letter = conversion_letter(parser, converted);
    struct node *node = parser_node(parser, AST_FormattedValue, open);
    node->FormattedValue = (struct ast_FormattedValue){value, letter, spec};
    if (debug && letter == -1 && spec == NULL) {
        node->FormattedValue.conversion = 'r';
    }
    parser_list_add(parser, node);
    return true;
}

// '{' … '}'
static bool field(struct parser *parser) {
    size_t open = parser->at++;
    size_t begin = parser_list_begin(parser);
    struct node *value = expression_value(parser);
    if (value != NULL && field_after(parser, open, value)) {
        return true;
    }
    parser_list_drop(parser, begin);
    if (parser_seeks(parser)) {
        parser->at = open;
        mistake_field(parser);
    }
    return false;
}

void fstring_spec_parts(struct parser *parser) {
    for (;;) {
        size_t before = parser->at;
        if (parser_peek(parser) == TOKEN_FSTRING_MIDDLE) {
            size_t begin = parser_list_begin(parser);
            add_text(parser);
            if (!read_texts(parser, begin, false)) {
                return;
            }
        } else if (parser_peek(parser) != TOKEN_LEFT_BRACE || !field(parser)) {
            parser->at = before;
            return;
        }
    }
}

static bool is_raw(const char *prefix) {
    return (prefix[0] | 0x20) == 'r' || (prefix[1] | 0x20) == 'r';
}

bool fstring_parse(struct parser *parser) {
    const struct token *start = &parser->tokens[parser->at++];
    size_t begin = parser_list_begin(parser);
    for (;;) {
        enum token_kind kind = parser_peek(parser);
        if (kind == TOKEN_FSTRING_MIDDLE) {
            add_text(parser);
        } else if (kind != TOKEN_LEFT_BRACE) {
            break;
        } else if (!field(parser)) {
            return false;
        }
    }
    return parser_take(parser, TOKEN_FSTRING_END) &&
           read_texts(parser, begin, is_raw(parser->lexed->text + start->start));
}
