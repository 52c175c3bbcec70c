// Mistakes in the arguments of a call: their order, generators without parentheses, and = that is
// not a keyword's.
#include "lang/grammar.h"
#include "lang/mistake.h"

#include "lang/target.h"

// Where the comprehension of [clauses] ends.
static const struct node *last_item(const struct node_list *clauses) {
    const struct ast_comprehension *last = &clauses->items[clauses->count - 1]->comprehension;
    return last->ifs.count > 0 ? last->ifs.items[last->ifs.count - 1] : last->iter;
}

static void bare_generator(struct parser *parser, const struct node *elt,
                           const struct node_list *clauses) {
    mistake_nodes(parser, elt, last_item(clauses), "Generator expression must be parenthesized");
}

bool mistake_starred(struct parser *parser) {
    size_t star = parser->at;
    if (parser_take(parser, TOKEN_STAR) && expression_parse(parser) != NULL &&
        parser_take(parser, TOKEN_EQUAL)) {
        struct node *value = expression_parse(parser);
        if (value != NULL) {
            struct mistake_place place = {parser->tokens[star].line, parser->tokens[star].column,
                                          value->end_line, value->end_column};
            mistake_set(parser, DIAG_SYNTAX, place, "cannot assign to iterable argument unpacking");
        }
    }
    parser->at = star;
    return parser->stopped;
}

// NAME '=' expression and the clauses of a comprehension.
static void generator_after_name(struct parser *parser) {
    struct node_list clauses;
    size_t start = parser->at;
    if (parser_take_name(parser) != NULL && parser_take(parser, TOKEN_EQUAL) &&
        expression_parse(parser) != NULL && comprehension_clauses(parser, &clauses)) {
        mistake_tokens(parser, &parser->tokens[start], &parser->tokens[start + 1],
                       "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
}

// ('True' | 'False' | 'None') '='
static void assignment_to_constant(struct parser *parser) {
    static const char *const names[TOKEN_KIND_COUNT] = {
        [TOKEN_TRUE] = "True", [TOKEN_FALSE] = "False", [TOKEN_NONE] = "None"};
    const struct token *token = &parser->tokens[parser->at];
    const char *name = names[parser_peek(parser)];
    if (name != NULL && parser_peek_ahead(parser, 1) == TOKEN_EQUAL) {
        mistake_tokens(parser, token, token + 1, "cannot assign to %s", name);
    }
}

// An expression that is no name, and '='.
static void assignment_to_expression(struct parser *parser) {
    if (parser_peek(parser) == TOKEN_NAME && parser_peek_ahead(parser, 1) == TOKEN_EQUAL) {
        return;
    }
    struct node *target = expression_parse(parser);
    const struct token *equal = &parser->tokens[parser->at];
    if (target != NULL && parser_take(parser, TOKEN_EQUAL)) {
        struct mistake_place place = {target->line, target->column, equal->end_line,
                                      equal->end_column};
        mistake_set(parser, DIAG_SYNTAX, place,
                    "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
}

// '**' expression '=' expression
static void assignment_to_mapping(struct parser *parser) {
    const struct token *stars = &parser->tokens[parser->at];
    if (parser_take(parser, TOKEN_DOUBLE_STAR) && expression_parse(parser) != NULL &&
        parser_take(parser, TOKEN_EQUAL)) {
        struct node *value = expression_parse(parser);
        if (value != NULL) {
            struct mistake_place place = {stars->line, stars->column, value->end_line,
                                          value->end_column};
            mistake_set(parser, DIAG_SYNTAX, place, "cannot assign to keyword argument unpacking");
        }
    }
}

void mistake_keyword(struct parser *parser) {
    static void (*const rules[])(struct parser *) = {assignment_to_constant, generator_after_name,
                                                     assignment_to_expression,
                                                     assignment_to_mapping};
    size_t start = parser->at;
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !parser->stopped; i++) {
        parser->at = start;
        rules[i](parser);
    }
}

// A starred expression that no '=' follows.
static struct node *starred_argument(struct parser *parser) {
    struct node *node = parser_peek(parser) == TOKEN_STAR ? call_starred(parser) : NULL;
    return parser_peek(parser) == TOKEN_EQUAL ? NULL : node;
}

// args ',' and stars after that.
static void star_after_double_star(struct parser *parser) {
    size_t begin = parser_list_begin(parser);
    size_t count = call_args(parser);
    size_t comma = parser->at;
    if (count > 0 && parser_take(parser, TOKEN_COMMA) &&
        parser_items(parser, starred_argument) > 0) {
        mistake_from(parser, &parser->tokens[comma],
                     "iterable argument unpacking follows keyword argument unpacking");
    }
    parser_list_drop(parser, begin);
}

// expression clauses ',' […]: a generator that is not alone.
static void generator_first(struct parser *parser) {
    struct node_list clauses, more;
    struct node *elt = expression_parse(parser);
    if (elt == NULL || !comprehension_clauses(parser, &clauses) ||
        !parser_take(parser, TOKEN_COMMA)) {
        return;
    }
    size_t before = parser->at;
    size_t begin = parser_list_begin(parser);
    if (call_args(parser) == 0 && !parser->stopped) {
        parser->at = before;
        if (expression_parse(parser) != NULL) {
            comprehension_clauses(parser, &more);
        }
    }
    parser_list_drop(parser, begin);
    if (!parser->stopped) {
        bare_generator(parser, elt, &clauses);
    }
}

// [args ','] NAME '=' and then no value.
static void keyword_without_value(struct parser *parser) {
    size_t start = parser->at;
    size_t begin = parser_list_begin(parser);
    if (call_args(parser) == 0 || !parser_take(parser, TOKEN_COMMA)) {
        parser->at = start;
    }
    parser_list_drop(parser, begin);
    size_t name = parser->at;
    if (parser->stopped || parser_take_name(parser) == NULL || !parser_take(parser, TOKEN_EQUAL)) {
        return;
    }
    enum token_kind next = parser_peek(parser);
    if (next == TOKEN_COMMA || next == TOKEN_RIGHT_PAREN) {
        mistake_tokens(parser, &parser->tokens[name], &parser->tokens[name + 1],
                       "expected argument value expression");
    }
}

// args clauses: the last of several arguments is a generator.
static void generator_last(struct parser *parser) {
    struct node_list clauses;
    size_t begin = parser_list_begin(parser);
    call_args(parser);
    struct node *last = NULL;
    size_t count = 0;
    for (size_t i = begin; i < parser->pending.count; i++) {
        if (parser->pending.items[i]->kind != AST_keyword) {
            last = parser->pending.items[i];
            count++;
        }
    }
    bool any = parser->pending.count > begin && !parser->stopped;
    parser_list_drop(parser, begin);
    if (any && comprehension_clauses(parser, &clauses) && count > 1) {
        bare_generator(parser, last, &clauses);
    }
}

// args ',' expression clauses
static void generator_after_args(struct parser *parser) {
    struct node_list clauses;
    size_t begin = parser_list_begin(parser);
    bool any = call_args(parser) > 0;
    parser_list_drop(parser, begin);
    if (!any || parser->stopped || !parser_take(parser, TOKEN_COMMA)) {
        return;
    }
    struct node *elt = expression_parse(parser);
    if (elt != NULL && comprehension_clauses(parser, &clauses)) {
        bare_generator(parser, elt, &clauses);
    }
}

// args ',' args: positional ones after keywords.
static void positional_after_keyword(struct parser *parser) {
    size_t begin = parser_list_begin(parser);
    bool any = call_args(parser) > 0;
    bool unpacking = false;
    for (size_t i = begin; i < parser->pending.count; i++) {
        const struct node *node = parser->pending.items[i];
        unpacking |= node->kind == AST_keyword && node->keyword.arg == NULL;
    }
    if (any && !parser->stopped && parser_take(parser, TOKEN_COMMA) && call_args(parser) > 0) {
        mistake_last(parser, "positional argument follows keyword argument%s",
                     unpacking ? " unpacking" : "");
    }
    parser_list_drop(parser, begin);
}

void mistake_arguments(struct parser *parser) {
    static void (*const rules[])(struct parser *) = {star_after_double_star,  generator_first,
                                                     generator_after_name,    keyword_without_value,
                                                     generator_last,          generator_after_args,
                                                     positional_after_keyword};
    size_t start = parser->at;
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !parser->stopped; i++) {
        parser->at = start;
        rules[i](parser);
    }
}
