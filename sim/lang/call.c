// What stands in the parentheses of a call, and of a class definition.
//
// Arguments come in three stretches, each of which may be empty: positional ones and stars; names
// with values and stars; names with values and double stars.
#include "base/vec.h"
#include "lang/grammar.h"
#include "lang/mistake.h"

struct node *call_starred(struct parser *parser) {
    size_t start = parser->at;
    if (parser_seeks(parser) && mistake_starred(parser)) {
        return NULL;
    }
    if (!parser_take(parser, TOKEN_STAR)) {
        return NULL;
    }
    struct node *value = expression_parse(parser);
    if (value == NULL) {
        mistake_last(parser, "Invalid star expression");
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Starred, start);
    node->Starred = (struct ast_Starred){value, AST_LOAD};
    return node;
}

// A starred expression, or one that no '=' follows.
static struct node *positional(struct parser *parser) {
    if (parser_peek(parser) == TOKEN_STAR) {
        return call_starred(parser);
    }
    enum token_kind next = TOKEN_END;
    if (parser_peek(parser) == TOKEN_NAME) {
        next = parser_peek_ahead(parser, 1);
    }
    if (next == TOKEN_EQUAL) {
        return NULL;
    }
    struct node *node = next == TOKEN_WALRUS ? expression_walrus(parser) : expression_parse(parser);
    enum token_kind kind = parser_peek(parser);
    return kind == TOKEN_WALRUS || kind == TOKEN_EQUAL ? NULL : node;
}

static struct node *keyword(struct parser *parser, size_t start, const struct name *name,
                            struct node *value) {
    if (value == NULL) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_keyword, start);
    node->keyword = (struct ast_keyword){name, value};
    return node;
}

// NAME '=' expression
static struct node *named_argument(struct parser *parser) {
    size_t start = parser->at;
    if (parser_seeks(parser)) {
        mistake_keyword(parser);
        parser->at = start;
    }
    if (parser->stopped || parser_peek(parser) != TOKEN_NAME ||
        parser_peek_ahead(parser, 1) != TOKEN_EQUAL) {
        return NULL;
    }
    parser->at += 2;
    return keyword(parser, start, parser->tokens[start].name, expression_parse(parser));
}

static struct node *named_or_starred(struct parser *parser) {
    size_t start = parser->at;
    struct node *node = named_argument(parser);
    if (node == NULL && !parser->stopped) {
        parser->at = start;
        node = call_starred(parser);
    }
    return node;
}

static struct node *named_or_double_starred(struct parser *parser) {
    size_t start = parser->at;
    struct node *node = named_argument(parser);
    if (node == NULL && !parser->stopped) {
        parser->at = start;
        if (parser_take(parser, TOKEN_DOUBLE_STAR)) {
            node = keyword(parser, start, NULL, expression_parse(parser));
        }
    }
    return node;
}

static size_t named_arguments(struct parser *parser) {
    size_t count = parser_items(parser, named_or_starred);
    size_t before = parser->at;
    if (count > 0 && !parser_take(parser, TOKEN_COMMA)) {
        return count;
    }
    size_t more = parser_items(parser, named_or_double_starred);
    if (more == 0) {
        parser->at = before;
    }
    return count + more;
}

size_t call_args(struct parser *parser) {
    size_t count = parser_items(parser, positional);
    if (count == 0) {
        return parser->stopped ? 0 : named_arguments(parser);
    }
    size_t before = parser->at;
    if (parser_take(parser, TOKEN_COMMA)) {
        size_t more = named_arguments(parser);
        parser->at = more == 0 ? before : parser->at;
        count += more;
    }
    return count;
}

// Splits the pending arguments from [begin] on into positional (and starred) ones and keywords.
static void split(struct parser *parser, size_t begin, struct node_list *args,
                  struct node_list *keywords) {
    size_t end = parser->pending.count;
    for (size_t i = begin; i < end; i++) {
        struct node *node = parser->pending.items[i];
        if (node->kind == AST_keyword) {
            parser_list_add(parser, node);
        }
    }
    *keywords = parser_list_take(parser, end);
    size_t kept = begin;
    for (size_t i = begin; i < end; i++) {
        struct node *node = parser->pending.items[i];
        if (node->kind != AST_keyword) {
            parser->pending.items[kept++] = node;
        }
    }
    parser->pending.count = kept;
    *args = parser_list_take(parser, begin);
}

// Is the one pending argument the element of a generator expression whose clauses follow?
static bool is_generator(struct parser *parser) {
    enum ast_kind kind = vec_last(&parser->pending)->kind;
    enum token_kind next = parser_peek(parser);
    return kind != AST_Starred && kind != AST_keyword && (next == TOKEN_FOR || next == TOKEN_ASYNC);
}

// Reads arguments up to a ')'. [open] is the token number of a call's '(', which a generator
// expression that is the only argument shares; 0 if none is allowed.
static bool read_arguments(struct parser *parser, size_t open, struct node_list *args,
                           struct node_list *keywords) {
    size_t begin = parser_list_begin(parser);
    size_t count = call_args(parser);
    if (open != 0 && count == 1 && !parser->mistakes && is_generator(parser)) {
        struct node *elt = vec_pop(&parser->pending);
        struct node *node =
            comprehension_finish(parser, AST_GeneratorExp, open, elt, TOKEN_RIGHT_PAREN);
        if (node == NULL) {
            return false;
        }
        parser_list_add(parser, node);
        parser->at--;
    }
    if (count > 0) {
        parser_take(parser, TOKEN_COMMA);
    }
    if (parser->stopped || parser_peek(parser) != TOKEN_RIGHT_PAREN) {
        parser_list_drop(parser, begin);
        return false;
    }
    split(parser, begin, args, keywords);
    return true;
}

bool call_arguments(struct parser *parser, struct node_list *args, struct node_list *keywords) {
    size_t start = parser->at;
    if (read_arguments(parser, 0, args, keywords)) {
        return true;
    }
    parser->at = start;
    if (parser_seeks(parser)) {
        mistake_arguments(parser);
    }
    return false;
}

// The second time, a lone generator is tried before the arguments, as its mistakes come first.
static struct node *lone_generator(struct parser *parser, size_t open) {
    struct node *elt = positional(parser);
    struct node *node = NULL;
    if (elt != NULL && elt->kind != AST_Starred) {
        node = comprehension_finish(parser, AST_GeneratorExp, open, elt, TOKEN_RIGHT_PAREN);
    }
    if (node == NULL && parser_seeks(parser)) {
        parser->at = open;
        mistake_comprehension(parser);
    }
    return node;
}

// Reads what is between the parentheses, the second included.
static bool read_call(struct parser *parser, size_t open, struct node *call) {
    struct ast_Call *parts = &call->Call;
    if (!parser->mistakes) {
        return read_arguments(parser, open, &parts->args, &parts->keywords) &&
               parser_take(parser, TOKEN_RIGHT_PAREN);
    }
    struct node *generator = lone_generator(parser, open);
    if (generator != NULL) {
        size_t begin = parser_list_begin(parser);
        parser_list_add(parser, generator);
        parts->args = parser_list_take(parser, begin);
        return true;
    }
    parser->at = open + 1;
    return !parser->stopped && call_arguments(parser, &parts->args, &parts->keywords) &&
           parser_take(parser, TOKEN_RIGHT_PAREN);
}

struct node *call_parse(struct parser *parser, size_t start, struct node *function) {
    size_t open = parser->at++;
    struct node *node = parser_node(parser, AST_Call, start);
    node->Call.func = function;
    if (!parser_take(parser, TOKEN_RIGHT_PAREN) && !read_call(parser, open, node)) {
        return NULL;
    }
    warning_call(parser, node);
    return parser_close(parser, node);
}
