// Mistakes within expressions: forgotten commas and elses, = where == was meant, print without
// parentheses, stars where none may be, and brackets of all kinds.
#include <string.h>

#include "lang/grammar.h"
#include "lang/mistake.h"
#include "lang/target.h"

// Python 2's statements that are functions now.
static bool is_legacy(const struct name *name) {
    return strcmp(name->text, "print") == 0 || strcmp(name->text, "exec") == 0;
}

static bool is_legacy_name(const struct node *node) {
    return node->kind == AST_Name && is_legacy(node->Name.id);
}

// Might the next token be a soft keyword? CPython takes any beginning of one for it, such as `c`.
static bool is_soft_keyword(struct parser *parser) {
    static const char *const words[] = {"_", "case", "match", "type"};
    if (parser_peek(parser) != TOKEN_NAME) {
        return false;
    }
    const struct name *name = parser->tokens[parser->at].name;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strncmp(words[i], name->text, name->length) == 0) {
            return true;
        }
    }
    return false;
}

// Another expression right after [node], inside brackets: `(a b)`.
static void forgotten_comma(struct parser *parser, size_t start, struct node *node) {
    size_t after = parser->at;
    parser->at = start;
    bool skip = is_soft_keyword(parser) ||
                (parser_peek(parser) == TOKEN_NAME && parser_peek_ahead(parser, 1) == TOKEN_STRING);
    parser->at = after;
    if (skip || parser->stopped) {
        return;
    }
    parser->quiet = true;
    struct node *next = expression_forget(parser);
    parser->quiet = false;
    if (next != NULL && !is_legacy_name(node) && parser->tokens[parser->at - 1].level > 0) {
        mistake_nodes(parser, node, next, "invalid syntax. Perhaps you forgot a comma?");
    }
}

// `a if b` and no else.
static void forgotten_else(struct parser *parser, struct node *node) {
    if (!parser_take(parser, TOKEN_IF)) {
        return;
    }
    struct node *test = expression_or(parser);
    if (test == NULL) {
        return;
    }
    enum token_kind next = parser_peek(parser);
    if (next != TOKEN_ELSE && next != TOKEN_COLON) {
        mistake_nodes(parser, node, test, "expected 'else' after 'if' expression");
    }
}

// The colon of a lambda directly within an f-string's braces begins a format spec.
static void lambda_in_fstring(struct parser *parser) {
    size_t start = parser->at;
    if (!parser_take(parser, TOKEN_LAMBDA) || parameters_parse(parser, true) == NULL ||
        !parser_take(parser, TOKEN_COLON)) {
        return;
    }
    enum token_kind next = parser_peek(parser);
    if (next == TOKEN_FSTRING_MIDDLE) {
        mistake_tokens(parser, &parser->tokens[start], &parser->tokens[parser->at - 1],
                       "f-string: lambda expressions are not allowed without parentheses");
    }
}

// `print x`; looks at what follows any name, where other mistakes may be.
static void legacy_statement(struct parser *parser) {
    size_t start = parser->at;
    const struct name *name = parser_take_name(parser);
    if (name == NULL || parser_peek(parser) == TOKEN_LEFT_PAREN) {
        return;
    }
    struct node *rest = expression_stars(parser);
    if (rest != NULL && is_legacy(name)) {
        struct mistake_place place = {parser->tokens[start].line, parser->tokens[start].column,
                                      rest->end_line, rest->end_column};
        mistake_set(parser, DIAG_SYNTAX, place,
                    "Missing parentheses in call to '%s'. Did you mean %s(...)?", name->text,
                    name->text);
    }
}

void mistake_expression(struct parser *parser, size_t start, struct node *node) {
    size_t after = parser->at;
    if (node != NULL) {
        forgotten_comma(parser, start, node);
        parser->at = after;
        if (!parser->stopped) {
            forgotten_else(parser, node);
        }
    }
    parser->at = start;
    if (!parser->stopped) {
        lambda_in_fstring(parser);
        parser->at = start;
    }
    if (!parser->stopped) {
        legacy_statement(parser);
    }
    parser->at = node == NULL ? start : after;
}

static bool assignment_follows(struct parser *parser) {
    enum token_kind next = parser_peek(parser);
    return next == TOKEN_EQUAL || next == TOKEN_WALRUS;
}

// expression ':=' expression
static void walrus_target(struct parser *parser) {
    struct node *target = expression_parse(parser);
    if (target != NULL && parser_take(parser, TOKEN_WALRUS) && expression_parse(parser) != NULL) {
        mistake_node(parser, target, "cannot use assignment expressions with %s",
                     target_name(target));
    }
}

// NAME '=' bitwise_or
static void equal_after_name(struct parser *parser) {
    size_t start = parser->at;
    if (parser_take_name(parser) == NULL || !parser_take(parser, TOKEN_EQUAL)) {
        return;
    }
    struct node *value = expression_binary(parser);
    if (value == NULL || assignment_follows(parser)) {
        return;
    }
    struct mistake_place place = {parser->tokens[start].line, parser->tokens[start].column,
                                  value->end_line, value->end_column};
    mistake_set(parser, DIAG_SYNTAX, place,
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

// Does a list, tuple, generator expression, True, None or False begin here?
static bool is_no_equal_target(struct parser *parser) {
    enum token_kind kind = parser_peek(parser);
    if (kind == TOKEN_TRUE || kind == TOKEN_NONE || kind == TOKEN_FALSE) {
        return true;
    }
    if (kind != TOKEN_LEFT_PAREN && kind != TOKEN_LEFT_BRACKET) {
        return false;
    }
    struct node *node = atom_parse(parser);
    return node != NULL &&
           (node->kind == AST_List || node->kind == AST_Tuple || node->kind == AST_GeneratorExp);
}

// bitwise_or '=' bitwise_or
static void equal_after_expression(struct parser *parser) {
    size_t start = parser->at;
    if (is_no_equal_target(parser) || parser->stopped) {
        return;
    }
    parser->at = start;
    struct node *target = expression_binary(parser);
    if (target == NULL || !parser_take(parser, TOKEN_EQUAL) || expression_binary(parser) == NULL ||
        assignment_follows(parser)) {
        return;
    }
    mistake_node(parser, target, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                 target_name(target));
}

void mistake_named_expression(struct parser *parser) {
    static void (*const rules[])(struct parser *) = {walrus_target, equal_after_name,
                                                     equal_after_expression};
    size_t start = parser->at;
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !parser->stopped; i++) {
        parser->at = start;
        rules[i](parser);
    }
}

void mistake_not_operand(struct parser *parser, parser_rule *rule) {
    size_t start = parser->at;
    if (!parser_take(parser, TOKEN_NOT)) {
        return;
    }
    struct node *operand = rule(parser);
    if (operand != NULL) {
        struct mistake_place place = {parser->tokens[start].line, parser->tokens[start].column,
                                      operand->end_line, operand->end_column};
        mistake_set(parser, DIAG_SYNTAX, place, "'not' after an operator must be parenthesized");
    }
}

void mistake_group(struct parser *parser) {
    size_t start = ++parser->at;
    enum token_kind kind = parser_peek(parser);
    if (kind == TOKEN_STAR) {
        struct node *node = call_starred(parser);
        if (node != NULL && parser_take(parser, TOKEN_RIGHT_PAREN)) {
            mistake_node(parser, node, "cannot use starred expression here");
        }
    } else if (kind == TOKEN_DOUBLE_STAR) {
        parser->at++;
        if (expression_parse(parser) != NULL && parser_take(parser, TOKEN_RIGHT_PAREN)) {
            mistake_token(parser, &parser->tokens[start],
                          "cannot use double starred expression here");
        }
    }
}

// Is there at least one more item, and are the clauses of a comprehension after them? The last
// item is kept pending.
static bool items_and_clauses(struct parser *parser) {
    struct node_list generators;
    size_t begin = parser_list_begin(parser);
    size_t count = parser_items(parser, expression_star_named);
    if (count > 0) {
        parser_take(parser, TOKEN_COMMA);
    }
    if (count == 0 || parser->stopped || !comprehension_clauses(parser, &generators)) {
        parser_list_drop(parser, begin);
        return false;
    }
    return true;
}

// `[a, b for …]`: the target's parentheses are missing.
static void comprehension_tuple(struct parser *parser) {
    struct node *first = expression_star_named(parser);
    size_t comma = parser->at;
    if (first == NULL || !parser_take(parser, TOKEN_COMMA)) {
        return;
    }
    static const char message[] = "did you forget parentheses around the comprehension target?";
    if (items_and_clauses(parser)) {
        mistake_nodes(parser, first, parser->pending.items[parser->pending.count - 1], message);
        return;
    }
    struct node_list generators;
    parser->at = comma + 1;
    if (!parser->stopped && comprehension_clauses(parser, &generators)) {
        const struct token *end = &parser->tokens[comma];
        struct mistake_place place = {first->line, first->column, end->end_line, end->end_column};
        mistake_set(parser, DIAG_SYNTAX, place, message);
    }
}

void mistake_comprehension(struct parser *parser) {
    if (parser->stopped) {
        return;
    }
    size_t start = parser->at + 1;
    enum token_kind open = parser_peek(parser);
    struct node_list generators;
    parser->at = start;
    if (parser_peek(parser) == TOKEN_STAR) {
        struct node *node = call_starred(parser);
        if (node != NULL && comprehension_clauses(parser, &generators)) {
            mistake_node(parser, node, "iterable unpacking cannot be used in comprehension");
        }
    }
    parser->at = start;
    if (!parser->stopped && open != TOKEN_LEFT_PAREN) {
        comprehension_tuple(parser);
    }
}

bool mistake_dict_key(struct parser *parser, const struct node *key) {
    struct mistake_place place = {key->line, key->end_column - 1, key->end_line, -1};
    return mistake_set(parser, DIAG_SYNTAX, place, "':' expected after dictionary key");
}

void mistake_dict_value(struct parser *parser) {
    size_t start = parser->at;
    if (parser_take(parser, TOKEN_STAR)) {
        if (expression_binary(parser) != NULL) {
            mistake_from(parser, &parser->tokens[start],
                         "cannot use a starred expression in a dictionary value");
        }
        return;
    }
    enum token_kind next = parser_peek(parser);
    if (next == TOKEN_RIGHT_BRACE || next == TOKEN_COMMA) {
        mistake_token(parser, &parser->tokens[start - 1],
                      "expression expected after dictionary key and ':'");
    }
}

void mistake_dict_comprehension(struct parser *parser) {
    struct node_list generators;
    size_t stars = ++parser->at;
    if (parser_take(parser, TOKEN_DOUBLE_STAR) && expression_binary(parser) != NULL &&
        comprehension_clauses(parser, &generators) && parser_take(parser, TOKEN_RIGHT_BRACE)) {
        mistake_token(parser, &parser->tokens[stars],
                      "dict unpacking cannot be used in dict comprehension");
    }
}
