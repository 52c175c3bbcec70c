// Mistakes in statements: targets that cannot be assigned to, imports, missing colons, except.
#include "lang/grammar.h"
#include "lang/mistake.h"
#include "lang/target.h"

static void wrong_target(struct parser *parser, const struct node *node, enum target_use use) {
    const struct node *wrong = node == NULL ? NULL : target_wrong(node, use);
    if (wrong != NULL) {
        const char *verb = use == TARGET_DELETE ? "delete" : "assign to";
        mistake_node(parser, wrong, "cannot %s %s", verb, target_name(wrong));
    }
}

// A list or tuple, with any parentheses around it.
static struct node *list_or_tuple(struct parser *parser) {
    struct node *node = atom_parse(parser);
    return node != NULL && (node->kind == AST_List || node->kind == AST_Tuple) ? node : NULL;
}

// ':' expression
static bool annotation_follows(struct parser *parser) {
    return parser_take(parser, TOKEN_COLON) && expression_parse(parser) != NULL;
}

static void annotated_list(struct parser *parser) {
    enum token_kind kind = parser_peek(parser);
    if (kind != TOKEN_LEFT_PAREN && kind != TOKEN_LEFT_BRACKET) {
        return;
    }
    struct node *node = list_or_tuple(parser);
    if (node != NULL && annotation_follows(parser)) {
        mistake_node(parser, node, "only single target (not %s) can be annotated",
                     target_name(node));
    }
}

static void annotated_tuple(struct parser *parser) {
    size_t begin = parser_list_begin(parser);
    struct node *first = expression_star_named(parser);
    if (first != NULL && parser_take(parser, TOKEN_COMMA)) {
        // Python's grammar takes any number of lists here, one after the other.
        while (!parser->stopped && parser_items(parser, expression_star_named) > 0) {
            parser_take(parser, TOKEN_COMMA);
        }
        parser_list_drop(parser, begin);
        if (!parser->stopped && annotation_follows(parser)) {
            mistake_node(parser, first, "only single target (not tuple) can be annotated");
        }
    }
}

static void annotated_expression(struct parser *parser) {
    struct node *node = expression_parse(parser);
    if (node != NULL && annotation_follows(parser)) {
        mistake_node(parser, node, "illegal target for annotation");
    }
}

// (star_targets '=')*
static void skip_targets(struct parser *parser) {
    for (;;) {
        size_t before = parser->at;
        if (target_list(parser) == NULL || !parser_take(parser, TOKEN_EQUAL)) {
            parser->at = before;
            return;
        }
    }
}

static void assignment_to_expression(struct parser *parser) {
    skip_targets(parser);
    struct node *node = parser->stopped ? NULL : expression_stars(parser);
    if (node != NULL && parser_take(parser, TOKEN_EQUAL)) {
        wrong_target(parser, node, TARGET_STORE);
    }
}

static void assignment_to_yield(struct parser *parser) {
    skip_targets(parser);
    struct node *node = parser->stopped ? NULL : expression_yield(parser);
    if (node != NULL && parser_take(parser, TOKEN_EQUAL)) {
        mistake_node(parser, node, "assignment to yield expression not possible");
    }
}

static void augmented_expression(struct parser *parser) {
    struct node *node = expression_stars(parser);
    enum token_kind next = parser_peek(parser);
    if (node == NULL || next < TOKEN_PLUS_EQUAL || next > TOKEN_DOUBLE_SLASH_EQUAL) {
        return;
    }
    parser->at++;
    if (expression_value(parser) != NULL) {
        mistake_node(parser, node, "'%s' is an illegal expression for augmented assignment",
                     target_name(node));
    }
}

void mistake_assignment(struct parser *parser) {
    static void (*const rules[])(struct parser *) = {annotated_list,       annotated_tuple,
                                                     annotated_expression, assignment_to_expression,
                                                     assignment_to_yield,  augmented_expression};
    size_t start = parser->at;
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !parser->stopped; i++) {
        parser->at = start;
        rules[i](parser);
    }
}

void mistake_delete(struct parser *parser) {
    parser->at++;
    wrong_target(parser, expression_stars(parser), TARGET_DELETE);
}

void mistake_for_target(struct parser *parser) {
    parser_take(parser, TOKEN_ASYNC);
    if (parser_take(parser, TOKEN_FOR)) {
        wrong_target(parser, expression_stars(parser), TARGET_FOR);
    }
}

void mistake_missing_in(struct parser *parser) {
    parser_take(parser, TOKEN_ASYNC);
    parser->at++;
    size_t begin = parser_list_begin(parser);
    size_t count = parser_items(parser, expression_binary);
    parser_list_drop(parser, begin);
    if (count > 0 && !parser->stopped) {
        parser_take(parser, TOKEN_COMMA);
        if (parser_peek(parser) != TOKEN_IN) {
            mistake_last(parser, "'in' expected after for-loop variables");
        }
    }
}

void mistake_with_item(struct parser *parser) {
    parser->at++;
    struct node *target = expression_parse(parser);
    enum token_kind next = parser_peek(parser);
    if (next == TOKEN_COMMA || next == TOKEN_RIGHT_PAREN || next == TOKEN_COLON) {
        wrong_target(parser, target, TARGET_STORE);
    }
}

// (expression | expressions) ['as' star_target]
static struct node *with_item(struct parser *parser, parser_rule *rule) {
    struct node *node = rule(parser);
    size_t before = parser->at;
    if (node != NULL && parser_take(parser, TOKEN_AS) && target_star(parser) == NULL) {
        parser->at = before;
    }
    return node;
}

static struct node *with_item_bare(struct parser *parser) {
    return with_item(parser, expression_parse);
}

static struct node *with_item_in_parentheses(struct parser *parser) {
    return with_item(parser, expression_list);
}

void mistake_with(struct parser *parser) {
    size_t start = ++parser->at;
    size_t begin = parser_list_begin(parser);
    bool items = parser_items(parser, with_item_bare) > 0;
    if (!items || parser->stopped || parser_peek(parser) != TOKEN_NEWLINE) {
        parser->at = start;
        items = !parser->stopped && parser_take(parser, TOKEN_LEFT_PAREN) &&
                parser_items(parser, with_item_in_parentheses) > 0;
        if (items) {
            parser_take(parser, TOKEN_COMMA);
            items = parser_take(parser, TOKEN_RIGHT_PAREN);
        }
    }
    parser_list_drop(parser, begin);
    if (items && !parser->stopped && parser_take(parser, TOKEN_NEWLINE)) {
        mistake_last(parser, "expected ':'");
    }
}

// ['as' NAME]
static void skip_as_name(struct parser *parser) {
    size_t before = parser->at;
    if (parser_take(parser, TOKEN_AS) && parser_take_name(parser) == NULL) {
        parser->at = before;
    }
}

// expression ',' expressions ['as' NAME] ':'
static void several_types(struct parser *parser) {
    struct node *first = expression_parse(parser);
    if (first == NULL || !parser_take(parser, TOKEN_COMMA) || expression_list(parser) == NULL) {
        return;
    }
    skip_as_name(parser);
    if (parser_take(parser, TOKEN_COLON)) {
        const struct token *last = &parser->tokens[parser->fill - 1];
        struct mistake_place place = {first->line, first->column, last->end_line,
                                      last->end_column - 1};
        mistake_set(parser, DIAG_SYNTAX, place, "multiple exception types must be parenthesized");
    }
}

void mistake_except(struct parser *parser) {
    size_t start = ++parser->at;
    bool star = parser_take(parser, TOKEN_STAR);
    several_types(parser);
    parser->at = start + star;
    bool type = !parser->stopped && expression_parse(parser) != NULL;
    if (type) {
        skip_as_name(parser);
    } else {
        parser->at = start + star;
    }
    if (parser->stopped) {
        return;
    }
    if (star && !type) {
        if (parser_take(parser, TOKEN_NEWLINE) || parser_take(parser, TOKEN_COLON)) {
            mistake_last(parser, "expected one or more exception types");
        }
    } else if (parser_take(parser, TOKEN_NEWLINE)) {
        mistake_last(parser, "expected ':'");
    }
}

void mistake_mixed_except(struct parser *parser) {
    size_t start = parser->at;
    mistake_except(parser);
    if (parser->stopped) {
        return;
    }
    parser->at = start + 1;
    bool star = parser_take(parser, TOKEN_STAR);
    if (expression_parse(parser) != NULL) {
        skip_as_name(parser);
    } else {
        parser->at = start + 1 + star;
    }
    if (!parser->stopped && parser_take(parser, TOKEN_COLON)) {
        mistake_tokens(parser, &parser->tokens[start], &parser->tokens[start + star],
                       "cannot have both 'except' and 'except*' on the same 'try'");
    }
    parser->at = start;
}

bool mistake_match(struct parser *parser, size_t start) {
    size_t before = parser->at;
    if (parser_take(parser, TOKEN_NEWLINE)) {
        mistake_last(parser, "expected ':'");
    } else if (parser_take(parser, TOKEN_COLON) && parser_take(parser, TOKEN_NEWLINE) &&
               parser_peek(parser) != TOKEN_INDENT) {
        mistake_block(parser, "expected an indented block after 'match' statement on line %d",
                      parser->tokens[start].line);
    }
    parser->at = before;
    return parser->stopped;
}

void mistake_as_pattern(struct parser *parser) {
    if (parser_is_word(parser, parser->word_underscore)) {
        mistake_token(parser, &parser->tokens[parser->at], "cannot use '_' as a target");
    } else if (parser_peek(parser) != TOKEN_NAME) {
        struct node *node = expression_parse(parser);
        if (node != NULL) {
            mistake_node(parser, node, "invalid pattern target");
        }
    }
}

void mistake_class_pattern(struct parser *parser) {
    size_t start = parser->at;
    struct node_list list;
    struct name_list names;
    if (!pattern_positional_items(parser, &list) || !parser_take(parser, TOKEN_COMMA)) {
        parser->at = start;
    }
    if (!parser->stopped && pattern_keyword_items(parser, &names, &list) &&
        parser_take(parser, TOKEN_COMMA) && pattern_positional_items(parser, &list)) {
        mistake_nodes(parser, list.items[0], list.items[list.count - 1],
                      "positional patterns follow keyword patterns");
    }
}

bool mistake_import(struct parser *parser) {
    size_t start = parser->at++;
    if (parser_take(parser, TOKEN_NEWLINE)) {
        return mistake_from(parser, &parser->tokens[parser->at - 1],
                            "Expected one or more names after 'import'");
    }
    do {
        if (import_dotted_name(parser) == NULL) {
            return parser->stopped;
        }
    } while (parser_take(parser, TOKEN_COMMA));
    if (parser_take(parser, TOKEN_FROM) && import_dotted_name(parser) != NULL) {
        mistake_from(parser, &parser->tokens[start],
                     "Did you mean to use 'from ... import ...' instead?");
    }
    return parser->stopped;
}

void mistake_import_targets(struct parser *parser) {
    size_t start = parser->at;
    if (parser_take(parser, TOKEN_NEWLINE)) {
        mistake_from(parser, &parser->tokens[start], "Expected one or more names after 'import'");
        return;
    }
    size_t begin = parser_list_begin(parser);
    bool any = parser_items(parser, import_alias) > 0;
    parser_list_drop(parser, begin);
    if (any && parser_take(parser, TOKEN_COMMA) && parser_take(parser, TOKEN_NEWLINE)) {
        mistake_last(parser, "trailing comma not allowed without surrounding parentheses");
    }
}
