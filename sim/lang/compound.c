// if, while, for and with; and which function reads which statement with blocks.
#include "lang/grammar.h"
#include "lang/mistake.h"

// ['else' ':' block]
bool compound_else(struct parser *parser, struct node_list *body) {
    size_t start = parser->at;
    *body = (struct node_list){NULL, 0};
    if (!parser_take(parser, TOKEN_ELSE)) {
        return true;
    }
    return statement_force(parser, TOKEN_COLON, ":") &&
           statement_after_colon(parser, start, "'else' statement", body);
}

// 'if' or 'elif', its condition and its block.
static struct node *if_part(struct parser *parser, const char *what) {
    size_t start = parser->at++;
    struct node *test = expression_named(parser);
    struct node_list body;
    if (test == NULL || !statement_colon_block(parser, start, what, &body)) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_If, start);
    node->If.test = test;
    node->If.body = body;
    return node;
}

// Each elif is the orelse of the one before; they all end together.
static struct node *if_(struct parser *parser) {
    size_t begin = parser_list_begin(parser);
    struct node *last = if_part(parser, "'if' statement");
    while (last != NULL && parser_peek(parser) == TOKEN_ELIF) {
        parser_list_add(parser, last);
        struct node *next = if_part(parser, "'elif' statement");
        if (next != NULL) {
            size_t at = parser_list_begin(parser);
            parser_list_add(parser, next);
            last->If.orelse = parser_list_take(parser, at);
        }
        last = next;
    }
    if (last == NULL || !compound_else(parser, &last->If.orelse)) {
        return parser_list_drop(parser, begin);
    }
    parser_list_add(parser, last);
    struct node *first = parser->pending.items[begin];
    for (size_t i = begin; i < parser->pending.count; i++) {
        parser_close(parser, parser->pending.items[i]);
    }
    parser_list_drop(parser, begin);
    return first;
}

static struct node *while_(struct parser *parser) {
    size_t start = parser->at++;
    struct node *test = expression_named(parser);
    struct node_list body, orelse;
    if (test == NULL || !statement_colon_block(parser, start, "'while' statement", &body) ||
        !compound_else(parser, &orelse)) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_While, start);
    node->While = (struct ast_While){test, body, orelse};
    return node;
}

// 'for' star_targets 'in' star_expressions ':' block [else]; [start] may be an 'async' before it.
static struct node *for_(struct parser *parser, size_t start, enum ast_kind kind) {
    size_t word = parser->at++;
    struct node *target = target_list(parser);
    if (target == NULL || !parser_take(parser, TOKEN_IN)) {
        if (parser_seeks(parser)) {
            parser->at = word;
            mistake_for_target(parser);
        }
        return NULL;
    }
    struct node *iter = expression_stars(parser);
    struct node_list body, orelse;
    if (iter == NULL || !statement_colon_block(parser, word, "'for' statement", &body) ||
        !compound_else(parser, &orelse)) {
        return NULL;
    }
    struct node *node = parser_node(parser, kind, start);
    // AsyncFor has the same fields, under its own name.
    if (kind == AST_For) {
        node->For = (struct ast_For){target, iter, body, orelse};
    } else {
        node->AsyncFor = (struct ast_AsyncFor){target, iter, body, orelse};
    }
    return node;
}

// expression ['as' star_target]
static struct node *with_item(struct parser *parser) {
    size_t start = parser->at;
    struct node *expression = expression_parse(parser);
    if (expression == NULL) {
        return NULL;
    }
    size_t before = parser->at;
    struct node *target = parser_take(parser, TOKEN_AS) ? target_star(parser) : NULL;
    enum token_kind next = target == NULL ? TOKEN_AS : parser_peek(parser);
    if (next != TOKEN_COMMA && next != TOKEN_RIGHT_PAREN && next != TOKEN_COLON) {
        target = NULL;
        parser->at = before;
        if (parser_seeks(parser) && parser_peek(parser) == TOKEN_AS) {
            mistake_with_item(parser);
            parser->at = before;
        }
    }
    struct node *node = parser_node(parser, AST_withitem, start);
    node->withitem = (struct ast_withitem){expression, target};
    return parser->stopped ? NULL : node;
}

// '(' item (',' item)* [','] ')' ':'; the last is looked at only.
static bool with_parentheses(struct parser *parser) {
    if (!parser_take(parser, TOKEN_LEFT_PAREN) || parser_items(parser, with_item) == 0) {
        return false;
    }
    parser_take(parser, TOKEN_COMMA);
    return parser_take(parser, TOKEN_RIGHT_PAREN) && parser_peek(parser) == TOKEN_COLON;
}

// The items; parentheses around all of them are tried first, as they are not a tuple's.
static bool with_items(struct parser *parser, struct node_list *items) {
    size_t start = parser->at;
    size_t begin = parser_list_begin(parser);
    if (!with_parentheses(parser)) {
        parser_list_drop(parser, begin);
        parser->at = start;
        if (parser->stopped || parser_items(parser, with_item) == 0) {
            return false;
        }
    }
    *items = parser_list_take(parser, begin);
    return true;
}

static struct node *with(struct parser *parser, size_t start, enum ast_kind kind) {
    size_t word = parser->at++;
    struct node_list items, body;
    bool right = with_items(parser, &items) &&
                 statement_colon_block(parser, word, "'with' statement", &body);
    if (!right) {
        if (parser_seeks(parser)) {
            parser->at = word;
            mistake_with(parser);
        }
        return NULL;
    }
    struct node *node = parser_node(parser, kind, start);
    if (kind == AST_With) {
        node->With = (struct ast_With){items, body};
    } else {
        node->AsyncWith = (struct ast_AsyncWith){items, body};
    }
    return node;
}

static struct node *plain_for(struct parser *parser) {
    return for_(parser, parser->at, AST_For);
}
static struct node *plain_with(struct parser *parser) {
    return with(parser, parser->at, AST_With);
}

// 'async' and what it belongs to.
static struct node *async(struct parser *parser) {
    size_t start = parser->at++;
    enum token_kind kind = parser_peek(parser);
    if (kind == TOKEN_FOR) {
        return for_(parser, start, AST_AsyncFor);
    }
    if (kind == TOKEN_WITH) {
        return with(parser, start, AST_AsyncWith);
    }
    parser->at = start;
    return kind == TOKEN_DEF ? definition_parse(parser) : NULL;
}

struct node *compound_statement(struct parser *parser) {
    static parser_rule *const rules[TOKEN_KIND_COUNT] = {
        [TOKEN_IF] = if_,
        [TOKEN_WHILE] = while_,
        [TOKEN_FOR] = plain_for,
        [TOKEN_WITH] = plain_with,
        [TOKEN_TRY] = try_parse,
        [TOKEN_ASYNC] = async,
        [TOKEN_DEF] = definition_parse,
        [TOKEN_CLASS] = definition_parse,
        [TOKEN_AT] = definition_parse,
    };
    parser_rule *rule = rules[parser_peek(parser)];
    if (rule != NULL) {
        return rule(parser);
    }
    return parser_is_word(parser, parser->word_match) ? match_parse(parser) : NULL;
}
