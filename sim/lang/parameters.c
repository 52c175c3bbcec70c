// The parameters of functions and lambdas: positional ones, of which those before a '/' are
// positional only, then `*args` or a bare star, keyword-only ones, and `**kwargs`.
//
// A parameter and its default are two neighbours in the pending list until their stretch is over.
#include "lang/grammar.h"
#include "lang/mistake.h"

static enum token_kind closing(bool lambda) {
    return lambda ? TOKEN_COLON : TOKEN_RIGHT_PAREN;
}

// NAME [':' annotation]; with [starred], the annotation may have a star.
static struct node *parameter(struct parser *parser, bool lambda, bool starred) {
    size_t start = parser->at;
    const struct name *name = parser_take_name(parser);
    if (name == NULL) {
        return NULL;
    }
    struct node *annotation = NULL;
    if (!lambda && parser_take(parser, TOKEN_COLON)) {
        annotation = starred ? expression_star(parser) : expression_parse(parser);
        if (annotation == NULL) {
            return NULL;
        }
    }
    struct node *node = parser_node(parser, AST_arg, start);
    node->arg = (struct ast_arg){name, annotation};
    return node;
}

struct node *parameter_parse(struct parser *parser, bool lambda) {
    return parameter(parser, lambda, false);
}

// A ',' after a parameter, or the end of all of them ahead.
static bool separator(struct parser *parser, bool lambda) {
    return parser_take(parser, TOKEN_COMMA) || parser_peek(parser) == closing(lambda);
}

bool parameter_default(struct parser *parser, struct node **value) {
    size_t start = parser->at;
    *value = NULL;
    if (!parser_take(parser, TOKEN_EQUAL)) {
        return false;
    }
    *value = expression_parse(parser);
    if (*value == NULL && parser_seeks(parser)) {
        parser->at = start;
        mistake_default(parser);
    }
    return *value != NULL;
}

// parameter ['=' default] separator, into the pending list.
static bool read_pair(struct parser *parser, bool lambda) {
    struct node *arg = parameter(parser, lambda, false);
    struct node *value = NULL;
    if (arg == NULL || (parser_peek(parser) == TOKEN_EQUAL && !parameter_default(parser, &value))) {
        return false;
    }
    parser_list_add(parser, arg);
    parser_list_add(parser, value);
    return separator(parser, lambda);
}

// Reads the positional parameters; [*only] is how many of them stand before a '/'.
static bool read_positional(struct parser *parser, bool lambda, size_t begin, size_t *only) {
    *only = 0;
    bool defaults = false;
    for (;;) {
        enum token_kind kind = parser_peek(parser);
        if (kind == TOKEN_SLASH && *only == 0 && parser->pending.count > begin) {
            *only = (parser->pending.count - begin) / 2;
            parser->at++;
            if (!separator(parser, lambda)) {
                return false;
            }
        } else if (kind == TOKEN_NAME) {
            if (!read_pair(parser, lambda)) {
                return false;
            }
            bool has_default = parser->pending.items[parser->pending.count - 1] != NULL;
            if (defaults && !has_default) {
                return false;
            }
            defaults = has_default;
        } else {
            return true;
        }
    }
}

// Takes every second pending node, from [begin] + [offset] on: [count] of them, without NULLs if
// [dense].
static struct node_list pick(struct parser *parser, size_t begin, size_t count, bool dense) {
    size_t end = parser->pending.count;
    for (size_t i = 0; i < count; i++) {
        struct node *node = parser->pending.items[begin + 2 * i];
        if (node != NULL || !dense) {
            parser_list_add(parser, node);
        }
    }
    return parser_list_take(parser, end);
}

static void set_positional(struct parser *parser, struct ast_arguments *arguments, size_t begin,
                           size_t only) {
    size_t count = (parser->pending.count - begin) / 2;
    arguments->posonlyargs = pick(parser, begin, only, false);
    arguments->args = pick(parser, begin + 2 * only, count - only, false);
    arguments->defaults = pick(parser, begin + 1, count, true);
    parser_list_drop(parser, begin);
}

// (parameter ['=' default] separator)*
static bool read_keyword_only(struct parser *parser, bool lambda, struct ast_arguments *arguments) {
    size_t begin = parser_list_begin(parser);
    while (parser_peek(parser) == TOKEN_NAME) {
        if (!read_pair(parser, lambda)) {
            return false;
        }
    }
    size_t count = (parser->pending.count - begin) / 2;
    arguments->kwonlyargs = pick(parser, begin, count, false);
    arguments->kw_defaults = pick(parser, begin + 1, count, false);
    parser_list_drop(parser, begin);
    return true;
}

// '*' parameter … or '*' ',' parameter …
static bool read_star(struct parser *parser, bool lambda, struct ast_arguments *arguments) {
    if (parser_seeks(parser) && mistake_star_parameter(parser, lambda)) {
        return false;
    }
    parser->at++;
    bool bare = parser_take(parser, TOKEN_COMMA);
    if (!bare) {
        arguments->vararg = parameter(parser, lambda, true);
        if (arguments->vararg == NULL || !separator(parser, lambda)) {
            return false;
        }
    }
    return read_keyword_only(parser, lambda, arguments) &&
           (!bare || arguments->kwonlyargs.count > 0);
}

// '**' parameter
static bool read_double_star(struct parser *parser, bool lambda, struct ast_arguments *arguments) {
    if (parser_seeks(parser) && mistake_double_star_parameter(parser, lambda)) {
        return false;
    }
    parser->at++;
    arguments->kwarg = parameter(parser, lambda, false);
    return arguments->kwarg != NULL && separator(parser, lambda);
}

static bool read_all(struct parser *parser, bool lambda, struct ast_arguments *arguments) {
    size_t begin = parser_list_begin(parser);
    size_t only;
    if (!read_positional(parser, lambda, begin, &only)) {
        return false;
    }
    set_positional(parser, arguments, begin, only);
    if (parser_peek(parser) == TOKEN_STAR && !read_star(parser, lambda, arguments)) {
        return false;
    }
    return parser_peek(parser) != TOKEN_DOUBLE_STAR || read_double_star(parser, lambda, arguments);
}

struct node *parameters_parse(struct parser *parser, bool lambda) {
    size_t start = parser->at;
    struct node *node = parser_node(parser, AST_arguments, start);
    if (parser_peek(parser) == closing(lambda)) {
        return node;
    }
    if (parser_seeks(parser)) {
        mistake_parameters(parser, lambda);
        parser->at = start;
    }
    size_t begin = parser_list_begin(parser);
    if (parser->stopped || !read_all(parser, lambda, &node->arguments)) {
        return parser_list_drop(parser, begin);
    }
    return parser_close(parser, node);
}
