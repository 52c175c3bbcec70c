// The parser's frame: the two goes over the tokens, the making of nodes and lists, and what to say
// in the end. The grammar is in the files that parsing.h lists.
#include "lang/parser.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "lang/grammar.h"
#include "lang/mistake.h"
#include "lang/source.h"

void parser_see(struct parser *parser) {
    if (parser->stopped) {
        return;
    }
    parser->fill = parser->at + 1;
    if (parser->tokens[parser->at].kind == TOKEN_WRONG) {
        *parser->diag = parser->lexed->wrong;
        parser->stopped = true;
    }
}

struct node *parser_node(struct parser *parser, enum ast_kind kind, size_t start) {
    struct node *node = arena_alloc(parser->arena, ast_kind_size(kind));
    const struct token *token = &parser->tokens[start];
    node->kind = kind;
    node->line = token->line;
    node->column = token->column;
    return parser_close(parser, node);
}

static bool is_between_lines(const struct token *token) {
    return token->kind == TOKEN_NEWLINE || token->kind == TOKEN_INDENT ||
           token->kind == TOKEN_DEDENT;
}

struct node *parser_close(struct parser *parser, struct node *node) {
    if (parser->at > 0) {
        const struct token *last = &parser->tokens[parser->at - 1];
        while (last > parser->tokens && is_between_lines(last)) {
            last--;
        }
        node->end_line = last->end_line;
        node->end_column = last->end_column;
    }
    return node;
}

struct node *parser_back(struct parser *parser, size_t at, struct node *node) {
    parser->at = at;
    return parser->stopped ? NULL : node;
}

size_t parser_list_begin(const struct parser *parser) {
    return parser->pending.count;
}

void parser_list_add(struct parser *parser, struct node *node) {
    *vec_push(&parser->pending) = node;
}

struct node_list parser_list_take(struct parser *parser, size_t begin) {
    struct node_list list = {NULL, parser->pending.count - begin};
    if (list.count > 0) {
        list.items = arena_alloc(parser->arena, list.count * sizeof *list.items);
        memcpy(list.items, parser->pending.items + begin, list.count * sizeof *list.items);
    }
    parser->pending.count = begin;
    return list;
}

struct node *parser_list_drop(struct parser *parser, size_t begin) {
    parser->pending.count = begin;
    return NULL;
}

void parser_more(struct parser *parser, parser_rule *item) {
    for (;;) {
        size_t before = parser->at;
        struct node *node = parser_take(parser, TOKEN_COMMA) ? item(parser) : NULL;
        if (node == NULL) {
            parser->at = before;
            return;
        }
        parser_list_add(parser, node);
    }
}

size_t parser_items(struct parser *parser, parser_rule *item) {
    size_t begin = parser_list_begin(parser);
    size_t before = parser->at;
    struct node *first = item(parser);
    if (first == NULL) {
        parser->at = before;
        return 0;
    }
    parser_list_add(parser, first);
    parser_more(parser, item);
    return parser->pending.count - begin;
}

size_t parser_names_begin(const struct parser *parser) {
    return parser->pending_names.count;
}

void parser_names_add(struct parser *parser, const struct name *name) {
    *vec_push(&parser->pending_names) = name;
}

struct name_list parser_names_take(struct parser *parser, size_t begin) {
    struct name_list list = {NULL, parser->pending_names.count - begin};
    if (list.count > 0) {
        list.items = arena_alloc(parser->arena, list.count * sizeof *list.items);
        memcpy(list.items, parser->pending_names.items + begin, list.count * sizeof *list.items);
    }
    parser->pending_names.count = begin;
    return list;
}

bool parser_descend(struct parser *parser) {
    if (parser->depth < PARSER_DEPTH_MOST) {
        parser->depth++;
        return true;
    }
    if (!parser->mistakes && !parser->stopped) {
        const struct token *token = &parser->tokens[parser->at];
        diag_set(parser->diag, DIAG_REFUSED,
                 "this expression is nested too deeply: more than %d levels", PARSER_DEPTH_MOST);
        parser->diag->line = token->line;
        parser->diag->column =
            lexer_column(parser->lexed->text + token->start - token->column, (size_t)token->column);
        parser->stopped = true;
    }
    return false;
}

struct node *parser_memo(struct parser *parser, enum memo_rule rule, parser_rule *parse) {
    size_t start = parser->at;
    struct memo *memo = &parser->memos[start * MEMO_RULE_COUNT + rule];
    if (memo->end == 0) {
        struct node *node = parse(parser);
        if (parser->stopped) {
            return NULL;
        }
        memo->node = node;
        memo->end = parser->at + 1;
    }
    parser->at = memo->end - 1;
    return memo->node;
}

static bool is_before(const struct parse_warning *warning, int line, int column) {
    return warning->line < line || (warning->line == line && warning->column < column);
}

// Keeps the list in the order of the text; the same warning twice is one.
static void warn(struct parser *parser, struct parse_warnings *list, int line, int column,
                 const char *format, va_list arguments) {
    char message[256];
    int length = vsnprintf(message, sizeof message, format, arguments);
    struct parse_warning **place = &list->first;
    if (list->last != NULL && is_before(list->last, line, column)) {
        place = &list->last->next;
    }
    while (*place != NULL && is_before(*place, line, column)) {
        place = &(*place)->next;
    }
    struct parse_warning *next = *place;
    if (next != NULL && next->line == line && next->column == column &&
        strcmp(next->message, message) == 0) {
        return;
    }
    struct parse_warning *warning = arena_alloc(parser->arena, sizeof *warning);
    *warning = (struct parse_warning){line, column, NULL, next};
    warning->message = arena_text(parser->arena, message, (size_t)length);
    *place = warning;
    list->last = next == NULL ? warning : list->last;
}

void parser_warn(struct parser *parser, int line, int column, const char *format, ...) {
    if (parser->warnings != NULL) {
        va_list arguments;
        va_start(arguments, format);
        warn(parser, parser->warnings, line, column, format, arguments);
        va_end(arguments);
    }
}

void parser_warn_late(struct parser *parser, const struct node *node, const char *format, ...) {
    if (parser->warnings != NULL && !parser->mistakes) {
        va_list arguments;
        va_start(arguments, format);
        warn(parser, &parser->late_warnings, node->line, node->column, format, arguments);
        va_end(arguments);
    }
}

// Puts the late warnings behind the others.
static void add_late_warnings(struct parser *parser) {
    struct parse_warnings *list = parser->warnings;
    if (list == NULL || parser->late_warnings.first == NULL) {
        return;
    }
    if (list->last == NULL) {
        list->first = parser->late_warnings.first;
    } else {
        list->last->next = parser->late_warnings.first;
    }
    list->last = parser->late_warnings.last;
}

static const struct name *word(struct names *names, const char *text) {
    return names_get(names, text, strlen(text));
}

static void parser_start(struct parser *parser, const struct lexed *lexed) {
    parser->lexed = lexed;
    parser->tokens = lexed->tokens.items;
    parser->word_match = word(parser->names, "match");
    parser->word_case = word(parser->names, "case");
    parser->word_type = word(parser->names, "type");
    parser->word_underscore = word(parser->names, "_");
    for (size_t i = 0; i < lexed->warnings.count; i++) {
        const struct lexer_warning *warning = &lexed->warnings.items[i];
        parser_warn(parser, warning->line, warning->column, "%s", warning->message);
    }
}

static void parser_finish(struct parser *parser) {
    vec_free(&parser->pending);
    vec_free(&parser->pending_names);
    vec_free(&parser->pending_ops);
    mem_free(parser->memos);
}

// The second go. Whatever it finds, or that it finds nothing, ends up in [diag].
static void explain(struct parser *parser, parser_rule *root) {
    size_t failed_at = parser->fill - 1;
    parser->mistakes = true;
    parser->at = 0;
    parser->depth = 0;
    parser->dead_end = 0;
    parser->pending.count = parser->pending_names.count = 0;
    parser->memos =
        mem_zalloc(parser->lexed->tokens.count * MEMO_RULE_COUNT, sizeof *parser->memos);
    root(parser);
    mistake_finish(parser, failed_at);
}

static struct node *parse_tokens(struct parser *parser, const struct lexed *lexed,
                                 parser_rule *root) {
    parser_start(parser, lexed);
    struct node *node = root(parser);
    if (parser->stopped) {
        node = NULL;
        mistake_outrank(parser);
    } else if (node == NULL) {
        explain(parser, root);
    } else {
        add_late_warnings(parser);
    }
    parser_finish(parser);
    return node;
}

static struct node *program(struct parser *parser) {
    size_t begin = parser_list_begin(parser);
    if (!statement_list(parser) || parser_peek(parser) != TOKEN_END) {
        return NULL;
    }
    struct node *node = arena_alloc(parser->arena, ast_kind_size(AST_Module));
    node->kind = AST_Module;
    node->Module.body = parser_list_take(parser, begin);
    return node;
}

static struct node *lone_expression(struct parser *parser) {
    struct node *body = expression_list(parser);
    while (parser_take(parser, TOKEN_NEWLINE)) {
    }
    if (body == NULL || parser_peek(parser) != TOKEN_END) {
        return NULL;
    }
    struct node *node = arena_alloc(parser->arena, ast_kind_size(AST_Expression));
    node->kind = AST_Expression;
    node->Expression.body = body;
    return node;
}

static bool parse_source(struct parser *parser, const struct parse_source *input, parser_rule *root,
                         struct node **result) {
    struct source source;
    *parser->diag = (struct diag){0};
    *result = NULL;
    if (source_read(&source, input, parser->diag)) {
        struct lexed lexed;
        lexer_run(&lexed, source.text, parser->names);
        *result = parse_tokens(parser, &lexed, root);
        lexer_free(&lexed);
    }
    source_free(&source);
    return *result != NULL;
}

bool parse_program(struct arena *arena, struct names *names, const struct parse_source *source,
                   struct node **module, struct parse_warnings *warnings, struct diag *diag) {
    struct parser parser = {.arena = arena, .names = names, .warnings = warnings, .diag = diag};
    return parse_source(&parser, source, program, module);
}

bool parse_expression(struct arena *arena, struct names *names, const struct parse_source *source,
                      struct node **expression, struct parse_warnings *warnings,
                      struct diag *diag) {
    struct parser parser = {.arena = arena, .names = names, .warnings = warnings, .diag = diag};
    return parse_source(&parser, source, lone_expression, expression);
}
