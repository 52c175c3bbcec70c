// Mistakes in the parameters of functions and lambdas, and in type parameters.
#include "lang/grammar.h"
#include "lang/mistake.h"

static bool ends(struct parser *parser, bool lambda) {
    return parser_peek(parser) == (lambda ? TOKEN_COLON : TOKEN_RIGHT_PAREN);
}

// A ',' or, ahead, the end of the parameters.
static bool separator(struct parser *parser, bool lambda) {
    return parser_take(parser, TOKEN_COMMA) || ends(parser, lambda);
}

enum with_default { WITHOUT, WITH, MAYBE };

// A parameter without, with, or maybe with a default, and its separator. Set back if it is none.
static struct node *parameter(struct parser *parser, bool lambda, enum with_default with) {
    size_t start = parser->at;
    struct node *value;
    struct node *node = parameter_parse(parser, lambda);
    bool has_default = false;
    if (node != NULL && with != WITHOUT && !parser->stopped) {
        size_t before = parser->at;
        has_default = parameter_default(parser, &value);
        parser->at = has_default ? parser->at : before;
    }
    if (node == NULL || parser->stopped || (with == WITH && !has_default) ||
        !separator(parser, lambda)) {
        parser->at = start;
        return NULL;
    }
    return node;
}

// As many parameters as there are of this sort.
static size_t parameters(struct parser *parser, bool lambda, enum with_default with) {
    size_t count = 0;
    while (!parser->stopped && parameter(parser, lambda, with) != NULL) {
        count++;
    }
    return count;
}

// parameter+ '/' separator, none (or not all) of them with a default. Set back if it is not.
static bool slash(struct parser *parser, bool lambda, bool defaults) {
    size_t start = parser->at;
    size_t count = parameters(parser, lambda, WITHOUT);
    if (defaults) {
        count = parameters(parser, lambda, WITH);
    }
    if (count > 0 && parser_take(parser, TOKEN_SLASH) && separator(parser, lambda)) {
        return true;
    }
    parser->at = start;
    return false;
}

static bool any_slash(struct parser *parser, bool lambda) {
    return slash(parser, lambda, false) || (!parser->stopped && slash(parser, lambda, true));
}

static void slash_first(struct parser *parser, bool lambda) {
    (void)lambda;
    if (parser_take(parser, TOKEN_SLASH) && parser_take(parser, TOKEN_COMMA)) {
        mistake_token(parser, &parser->tokens[parser->at - 2],
                      "at least one argument must precede /");
    }
}

static void slash_twice(struct parser *parser, bool lambda) {
    if (any_slash(parser, lambda)) {
        parameters(parser, lambda, MAYBE);
        if (parser_take(parser, TOKEN_SLASH)) {
            mistake_token(parser, &parser->tokens[parser->at - 1], "/ may appear only once");
        }
    }
}

static void default_missing(struct parser *parser, bool lambda) {
    slash(parser, lambda, false);
    parameters(parser, lambda, WITHOUT);
    if (!slash(parser, lambda, true) && parameters(parser, lambda, WITH) == 0) {
        return;
    }
    struct node *node = parser->stopped ? NULL : parameter(parser, lambda, WITHOUT);
    if (node != NULL) {
        mistake_node(parser, node, "parameter without a default follows parameter with a default");
    }
}

static void parenthesized(struct parser *parser, bool lambda) {
    parameters(parser, lambda, WITHOUT);
    size_t open = parser->at;
    if (parser->stopped || !parser_take(parser, TOKEN_LEFT_PAREN)) {
        return;
    }
    // The parameters of a lambda inside the parentheses end at commas and ')', like those of def.
    size_t count = 0;
    struct node *node = NULL;
    do {
        node = parameter_parse(parser, lambda);
        count += node != NULL;
    } while (node != NULL && parser_take(parser, TOKEN_COMMA));
    if (count > 0 && parser_take(parser, TOKEN_RIGHT_PAREN)) {
        const char *what = lambda ? "Lambda expression" : "Function";
        mistake_tokens(parser, &parser->tokens[open], &parser->tokens[parser->at - 1],
                       "%s parameters cannot be parenthesized", what);
    }
}

static void slash_after_star(struct parser *parser, bool lambda) {
    any_slash(parser, lambda);
    parameters(parser, lambda, MAYBE);
    if (parser->stopped || !parser_take(parser, TOKEN_STAR)) {
        return;
    }
    if (parser_take(parser, TOKEN_COMMA) || parameter(parser, lambda, WITHOUT) != NULL) {
        parameters(parser, lambda, MAYBE);
        if (parser_take(parser, TOKEN_SLASH)) {
            mistake_token(parser, &parser->tokens[parser->at - 1], "/ must be ahead of *");
        }
    }
}

static void slash_before_star(struct parser *parser, bool lambda) {
    if (parameters(parser, lambda, MAYBE) > 0 && parser_take(parser, TOKEN_SLASH) &&
        parser_take(parser, TOKEN_STAR)) {
        mistake_token(parser, &parser->tokens[parser->at - 1], "expected comma between / and *");
    }
}

void mistake_parameters(struct parser *parser, bool lambda) {
    static void (*const rules[])(struct parser *, bool) = {slash_first,      slash_twice,
                                                           default_missing,  parenthesized,
                                                           slash_after_star, slash_before_star};
    size_t start = parser->at;
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !parser->stopped; i++) {
        parser->at = start;
        rules[i](parser, lambda);
    }
}

void mistake_default(struct parser *parser) {
    size_t equal = parser->at++;
    enum token_kind next = parser_peek(parser);
    if (next == TOKEN_RIGHT_PAREN || next == TOKEN_COMMA) {
        mistake_token(parser, &parser->tokens[equal], "expected default value expression");
    }
}

// '*' and then nothing that it could mean.
static void bare_star(struct parser *parser, bool lambda) {
    size_t star = parser->at++;
    bool comma = parser_take(parser, TOKEN_COMMA);
    if (!ends(parser, lambda) && !(comma && parser_peek(parser) == TOKEN_DOUBLE_STAR)) {
        return;
    }
    if (lambda) {
        parser->at++;
        mistake_last(parser, "named arguments must follow bare *");
    } else {
        mistake_token(parser, &parser->tokens[star], "named arguments must follow bare *");
    }
}

static void star_with_default(struct parser *parser, bool lambda) {
    parser->at++;
    if (parameter_parse(parser, lambda) != NULL && parser_take(parser, TOKEN_EQUAL)) {
        mistake_token(parser, &parser->tokens[parser->at - 1],
                      "var-positional argument cannot have default value");
    }
}

static void star_twice(struct parser *parser, bool lambda) {
    parser->at++;
    if (parameter(parser, lambda, WITHOUT) == NULL && !parser_take(parser, TOKEN_COMMA)) {
        return;
    }
    parameters(parser, lambda, MAYBE);
    size_t star = parser->at;
    if (!parser->stopped && parser_take(parser, TOKEN_STAR) &&
        (parameter(parser, lambda, WITHOUT) != NULL || parser_take(parser, TOKEN_COMMA))) {
        mistake_token(parser, &parser->tokens[star], "* argument may appear only once");
    }
}

bool mistake_star_parameter(struct parser *parser, bool lambda) {
    static void (*const rules[])(struct parser *, bool) = {bare_star, star_with_default,
                                                           star_twice};
    size_t start = parser->at;
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !parser->stopped; i++) {
        parser->at = start;
        rules[i](parser, lambda);
    }
    parser->at = start;
    return parser->stopped;
}

bool mistake_double_star_parameter(struct parser *parser, bool lambda) {
    size_t start = parser->at++;
    static const char message[] = "arguments cannot follow var-keyword argument";
    if (parameter_parse(parser, lambda) != NULL) {
        if (parser_take(parser, TOKEN_EQUAL)) {
            mistake_token(parser, &parser->tokens[parser->at - 1],
                          "var-keyword argument cannot have default value");
        } else if (parser_take(parser, TOKEN_COMMA)) {
            enum token_kind next = parser_peek(parser);
            struct node *node = parameter_parse(parser, lambda);
            if (node != NULL) {
                mistake_node(parser, node, message);
            } else if (next == TOKEN_STAR || next == TOKEN_DOUBLE_STAR || next == TOKEN_SLASH) {
                mistake_next(parser, message);
            }
        }
    }
    parser->at = start;
    return parser->stopped;
}

bool mistake_type_parameter(struct parser *parser) {
    size_t start = parser->at++;
    const char *what = parser->tokens[start].kind == TOKEN_STAR ? "TypeVarTuple" : "ParamSpec";
    if (parser_take_name(parser) != NULL && parser_take(parser, TOKEN_COLON)) {
        size_t colon = parser->at - 1;
        struct node *bound = expression_parse(parser);
        if (bound != NULL) {
            const char *kind = bound->kind == AST_Tuple ? "constraints" : "bound";
            mistake_from(parser, &parser->tokens[colon], "cannot use %s with %s", kind, what);
        }
    }
    return parser->stopped;
}
