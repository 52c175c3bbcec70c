// Atoms: names, literals, and everything in brackets of its own.
//
// The first time, the element after an opening bracket is read once, and what follows it decides
// what it was. The second time, the forms are tried in the order of Python's grammar, because
// each has mistakes of its own; that is not slow, as expressions are then remembered.
#include "lang/grammar.h"
#include "lang/mistake.h"

static struct node *name(struct parser *parser) {
    size_t start = parser->at++;
    struct node *node = parser_node(parser, AST_Name, start);
    node->Name = (struct ast_Name){parser->tokens[start].name, AST_LOAD};
    return node;
}

static struct node *constant(struct parser *parser, enum ast_constant_kind kind) {
    size_t start = parser->at++;
    struct node *node = parser_node(parser, AST_Constant, start);
    node->Constant.value.kind = kind;
    return node;
}

static struct node *tuple(struct parser *parser, size_t open, struct node *first) {
    size_t begin = parser_list_begin(parser);
    if (first != NULL) {
        parser_list_add(parser, first);
        parser_more(parser, expression_star_named);
        parser_take(parser, TOKEN_COMMA);
    }
    if (parser->stopped || !parser_take(parser, TOKEN_RIGHT_PAREN)) {
        return parser_list_drop(parser, begin);
    }
    struct node *node = parser_node(parser, AST_Tuple, open);
    node->Tuple.elts = parser_list_take(parser, begin);
    return node;
}

// A tuple, a group or a generator expression, of which the first element is read.
static struct node *paren_after(struct parser *parser, size_t open, struct node *first) {
    enum token_kind next = parser_peek(parser);
    if (next == TOKEN_COMMA) {
        return tuple(parser, open, first);
    }
    if (first->kind == AST_Starred) {
        return NULL;
    }
    if (next == TOKEN_RIGHT_PAREN) {
        parser->at++;
        return first;
    }
    return comprehension_finish(parser, AST_GeneratorExp, open, first, TOKEN_RIGHT_PAREN);
}

static struct node *paren(struct parser *parser) {
    size_t open = parser->at++;
    enum token_kind next = parser_peek(parser);
    if (next == TOKEN_RIGHT_PAREN) {
        return tuple(parser, open, NULL);
    }
    if (next == TOKEN_YIELD) {
        struct node *node = expression_yield(parser);
        return node != NULL && parser_take(parser, TOKEN_RIGHT_PAREN) ? node : NULL;
    }
    struct node *first = expression_star_named(parser);
    struct node *node = first == NULL ? NULL : paren_after(parser, open, first);
    if (node == NULL && parser_seeks(parser)) {
        parser->at = open;
        mistake_group(parser);
        parser->at = open;
        mistake_comprehension(parser);
    }
    return parser->stopped ? NULL : node;
}

// A list, of which the first element is read, if there is one.
static struct node *list_after(struct parser *parser, size_t open, struct node *first) {
    size_t begin = parser_list_begin(parser);
    if (first != NULL) {
        parser_list_add(parser, first);
        parser_more(parser, expression_star_named);
        parser_take(parser, TOKEN_COMMA);
    }
    if (parser->stopped || !parser_take(parser, TOKEN_RIGHT_BRACKET)) {
        return parser_list_drop(parser, begin);
    }
    struct node *node = parser_node(parser, AST_List, open);
    node->List.elts = parser_list_take(parser, begin);
    return node;
}

static bool clauses_follow(struct parser *parser) {
    enum token_kind next = parser_peek(parser);
    return next == TOKEN_FOR || next == TOKEN_ASYNC;
}

static struct node *list(struct parser *parser) {
    size_t open = parser->at++;
    struct node *node = NULL;
    if (parser_peek(parser) == TOKEN_RIGHT_BRACKET) {
        return list_after(parser, open, NULL);
    }
    struct node *first = expression_star_named(parser);
    if (first != NULL && first->kind != AST_Starred && clauses_follow(parser)) {
        node = comprehension_finish(parser, AST_ListComp, open, first, TOKEN_RIGHT_BRACKET);
    } else if (first != NULL) {
        node = list_after(parser, open, first);
    }
    if (node == NULL && parser_seeks(parser)) {
        parser->at = open;
        mistake_comprehension(parser);
    }
    return parser->stopped ? NULL : node;
}

// '**' bitwise_or, or [expression] ':' expression with the key read already. Adds key and value
// (NULL and value for stars) to the pending list. Mistakes are told the first time already;
// [later]: it is not the first pair.
static bool pair(struct parser *parser, struct node *key, bool later) {
    if (key == NULL && parser_take(parser, TOKEN_DOUBLE_STAR)) {
        struct node *mapping = expression_binary(parser);
        parser_list_add(parser, NULL);
        parser_list_add(parser, mapping);
        return mapping != NULL;
    }
    key = key != NULL ? key : expression_parse(parser);
    if (key == NULL) {
        return false;
    }
    if (!parser_take(parser, TOKEN_COLON)) {
        return later && !mistake_dict_key(parser, key);
    }
    size_t start = parser->at;
    struct node *value = expression_parse(parser);
    if (value == NULL && !parser->stopped) {
        parser->at = start;
        mistake_dict_value(parser);
    }
    parser_list_add(parser, key);
    parser_list_add(parser, value);
    return value != NULL;
}

// Splits the pending keys and values from [begin] on.
static void split_pairs(struct parser *parser, size_t begin, struct ast_Dict *dict) {
    struct node_list both = parser_list_take(parser, begin);
    size_t count = both.count / 2;
    for (size_t i = 0; i < count; i++) {
        parser_list_add(parser, both.items[2 * i + 1]);
    }
    dict->values = parser_list_take(parser, begin);
    for (size_t i = 0; i < count; i++) {
        both.items[i] = both.items[2 * i];
    }
    dict->keys = (struct node_list){both.items, count};
}

// pair (',' pair)* [',']; a pair that fails is dropped and ends the list before its comma.
static void pairs(struct parser *parser, struct node *key) {
    size_t first = parser_list_begin(parser);
    for (size_t before = parser->at;; key = NULL) {
        size_t begin = parser_list_begin(parser);
        if (!pair(parser, key, begin > first)) {
            parser_list_drop(parser, begin);
            parser->at = before;
            break;
        }
        before = parser->at;
        if (!parser_take(parser, TOKEN_COMMA)) {
            return;
        }
    }
    if (parser->pending.count > first) {
        parser_take(parser, TOKEN_COMMA);
    }
}

// {key: value for …}, of which key and value are the only pending pair from [begin] on.
static struct node *dict_comprehension(struct parser *parser, size_t open, size_t begin) {
    struct node *key = parser->pending.items[begin];
    struct node *value = parser->pending.items[begin + 1];
    struct node_list generators;
    parser_list_drop(parser, begin);
    if (!comprehension_clauses(parser, &generators) || !parser_take(parser, TOKEN_RIGHT_BRACE)) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_DictComp, open);
    node->DictComp = (struct ast_DictComp){key, value, generators};
    return node;
}

// A dict or its comprehension, of which the first key is read unless it begins with '**'.
static struct node *dict_after(struct parser *parser, size_t open, struct node *key) {
    size_t begin = parser_list_begin(parser);
    pairs(parser, key);
    size_t count = parser->pending.count - begin;
    if (count == 2 && parser->pending.items[begin] != NULL && clauses_follow(parser)) {
        return dict_comprehension(parser, open, begin);
    }
    if (parser->stopped || !parser_take(parser, TOKEN_RIGHT_BRACE)) {
        return parser_list_drop(parser, begin);
    }
    struct node *node = parser_node(parser, AST_Dict, open);
    split_pairs(parser, begin, &node->Dict);
    return node;
}

// A set or its comprehension, of which the first element is read.
static struct node *set_after(struct parser *parser, size_t open, struct node *first) {
    if (first->kind != AST_Starred && clauses_follow(parser)) {
        return comprehension_finish(parser, AST_SetComp, open, first, TOKEN_RIGHT_BRACE);
    }
    size_t begin = parser_list_begin(parser);
    parser_list_add(parser, first);
    parser_more(parser, expression_star_named);
    parser_take(parser, TOKEN_COMMA);
    if (parser->stopped || !parser_take(parser, TOKEN_RIGHT_BRACE)) {
        return parser_list_drop(parser, begin);
    }
    struct node *node = parser_node(parser, AST_Set, open);
    node->Set.elts = parser_list_take(parser, begin);
    return node;
}

static struct node *brace_first_time(struct parser *parser, size_t open) {
    enum token_kind next = parser_peek(parser);
    if (next == TOKEN_RIGHT_BRACE || next == TOKEN_DOUBLE_STAR) {
        return dict_after(parser, open, NULL);
    }
    struct node *first = expression_star_named(parser);
    if (first == NULL) {
        return NULL;
    }
    bool is_key = first->kind != AST_Starred && parser_peek(parser) == TOKEN_COLON;
    return is_key ? dict_after(parser, open, first) : set_after(parser, open, first);
}

// dict | set | dictcomp | setcomp
static struct node *brace_second_time(struct parser *parser, size_t open) {
    struct node *node = dict_after(parser, open, NULL);
    if (node != NULL || parser->stopped) {
        return parser->stopped ? NULL : node;
    }
    parser->at = open + 1;
    struct node *first = expression_star_named(parser);
    node = first == NULL ? NULL : set_after(parser, open, first);
    if (node == NULL && parser_seeks(parser)) {
        parser->at = open;
        mistake_dict_comprehension(parser);
        parser->at = open;
        mistake_comprehension(parser);
    }
    return parser->stopped ? NULL : node;
}

static struct node *brace(struct parser *parser) {
    size_t open = parser->at++;
    return parser->mistakes ? brace_second_time(parser, open) : brace_first_time(parser, open);
}

static struct node *none(struct parser *parser) {
    return constant(parser, AST_NONE);
}
static struct node *true_(struct parser *parser) {
    return constant(parser, AST_TRUE);
}
static struct node *false_(struct parser *parser) {
    return constant(parser, AST_FALSE);
}
static struct node *ellipsis(struct parser *parser) {
    return constant(parser, AST_ELLIPSIS);
}

struct node *atom_parse(struct parser *parser) {
    static parser_rule *const rules[TOKEN_KIND_COUNT] = {
        [TOKEN_NAME] = name,           [TOKEN_NUMBER] = literal_number,
        [TOKEN_STRING] = string_parse, [TOKEN_FSTRING_START] = string_parse,
        [TOKEN_LEFT_PAREN] = paren,    [TOKEN_LEFT_BRACKET] = list,
        [TOKEN_LEFT_BRACE] = brace,    [TOKEN_NONE] = none,
        [TOKEN_TRUE] = true_,          [TOKEN_FALSE] = false_,
        [TOKEN_ELLIPSIS] = ellipsis,
    };
    parser_rule *rule = rules[parser_peek(parser)];
    return rule == NULL ? NULL : rule(parser);
}
