// Statements of one line, but imports: assignments, expressions, return, raise, del, and so on.
#include "lang/grammar.h"
#include "lang/mistake.h"
#include "lang/target.h"

static struct node *bare(struct parser *parser, enum ast_kind kind) {
    size_t start = parser->at++;
    return parser_node(parser, kind, start);
}

static struct node *pass(struct parser *parser) {
    return bare(parser, AST_Pass);
}
static struct node *break_(struct parser *parser) {
    return bare(parser, AST_Break);
}
static struct node *continue_(struct parser *parser) {
    return bare(parser, AST_Continue);
}

// 'return' [star_expressions]
static struct node *return_(struct parser *parser) {
    size_t start = parser->at++;
    struct node *value = NULL;
    if (parser_peek(parser) != TOKEN_NEWLINE) {
        value = expression_stars(parser);
        parser->at = value == NULL ? start + 1 : parser->at;
    }
    struct node *node = parser_node(parser, AST_Return, start);
    node->Return.value = value;
    return parser_back(parser, parser->at, node);
}

// 'raise' [expression ['from' expression]]
static struct node *raise_(struct parser *parser) {
    size_t start = parser->at++;
    struct node *exc = expression_parse(parser);
    struct node *cause = NULL;
    if (exc == NULL) {
        parser->at = start + 1;
    }
    size_t before = parser->at;
    if (exc != NULL && parser_take(parser, TOKEN_FROM)) {
        cause = expression_parse(parser);
        parser->at = cause == NULL ? before : parser->at;
    }
    struct node *node = parser_node(parser, AST_Raise, start);
    node->Raise = (struct ast_Raise){exc, cause};
    return parser_back(parser, parser->at, node);
}

static struct node *names(struct parser *parser, enum ast_kind kind, struct name_list *list) {
    size_t start = parser->at++;
    size_t begin = parser_names_begin(parser);
    do {
        const struct name *name = parser_take_name(parser);
        if (name == NULL) {
            parser->pending_names.count = begin;
            return NULL;
        }
        parser_names_add(parser, name);
    } while (parser_take(parser, TOKEN_COMMA));
    *list = parser_names_take(parser, begin);
    return parser_node(parser, kind, start);
}

static struct node *global_(struct parser *parser) {
    struct name_list list;
    struct node *node = names(parser, AST_Global, &list);
    if (node != NULL) {
        node->Global.names = list;
    }
    return node;
}

static struct node *nonlocal_(struct parser *parser) {
    struct name_list list;
    struct node *node = names(parser, AST_Nonlocal, &list);
    if (node != NULL) {
        node->Nonlocal.names = list;
    }
    return node;
}

// 'del' target (',' target)* [',']
static struct node *del(struct parser *parser) {
    size_t start = parser->at++;
    size_t begin = parser_list_begin(parser);
    size_t count = parser_items(parser, target_delete);
    bool ended = false;
    if (count > 0 && !parser->stopped) {
        parser_take(parser, TOKEN_COMMA);
        enum token_kind next = parser_peek(parser);
        ended = next == TOKEN_SEMICOLON || next == TOKEN_NEWLINE;
    }
    if (!ended) {
        if (parser_seeks(parser)) {
            parser->at = start;
            mistake_delete(parser);
        }
        return parser_list_drop(parser, begin);
    }
    struct node *node = parser_node(parser, AST_Delete, start);
    node->Delete.targets = parser_list_take(parser, begin);
    return node;
}

// 'assert' expression [',' expression]
static struct node *assert_(struct parser *parser) {
    size_t start = parser->at++;
    struct node *test = expression_parse(parser);
    struct node *msg = NULL;
    size_t before = parser->at;
    if (test != NULL && parser_take(parser, TOKEN_COMMA)) {
        msg = expression_parse(parser);
        parser->at = msg == NULL ? before : parser->at;
    }
    if (test == NULL || parser->stopped) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Assert, start);
    node->Assert = (struct ast_Assert){test, msg};
    warning_assert(parser, node);
    return node;
}

static struct node *expression_statement(struct parser *parser, size_t start, struct node *value) {
    struct node *node = parser_node(parser, AST_Expr, start);
    node->Expr.value = value;
    return node;
}

// target ':' annotation ['=' value], of which the target is read.
static struct node *annotated(struct parser *parser, size_t start, struct node *target) {
    parser->at++;
    if (!target_is_single(target)) {
        return NULL;
    }
    struct node *annotation = expression_parse(parser);
    struct node *value = NULL;
    size_t before = parser->at;
    if (annotation != NULL && parser_take(parser, TOKEN_EQUAL)) {
        value = expression_value(parser);
        parser->at = value == NULL ? before : parser->at;
    }
    if (annotation == NULL || parser->stopped) {
        return NULL;
    }
    target_set(target, AST_STORE);
    struct node *node = parser_node(parser, AST_AnnAssign, start);
    bool simple = target->kind == AST_Name && parser->tokens[start].kind == TOKEN_NAME;
    node->AnnAssign = (struct ast_AnnAssign){target, annotation, value, simple};
    return node;
}

// (target '=')+ value, of which the first target is read.
static struct node *assignment(struct parser *parser, size_t start, struct node *first) {
    size_t begin = parser_list_begin(parser);
    struct node *value = first;
    while (parser_take(parser, TOKEN_EQUAL)) {
        if (!target_set(value, AST_STORE)) {
            return parser_list_drop(parser, begin);
        }
        parser_list_add(parser, value);
        value = expression_value(parser);
        if (value == NULL) {
            return parser_list_drop(parser, begin);
        }
    }
    struct node *node = parser_node(parser, AST_Assign, start);
    node->Assign.targets = parser_list_take(parser, begin);
    node->Assign.value = value;
    return node;
}

static bool is_augmented(enum token_kind kind) {
    return kind >= TOKEN_PLUS_EQUAL && kind <= TOKEN_DOUBLE_SLASH_EQUAL;
}

// target '+=' value, of which the target is read. [*cut]: it can be nothing else.
static struct node *augmented(struct parser *parser, size_t start, struct node *target, bool *cut) {
    enum ast_binary op = (enum ast_binary)(parser_peek(parser) - TOKEN_PLUS_EQUAL);
    if (!target_is_single(target)) {
        return NULL;
    }
    *cut = true;
    parser->at++;
    struct node *value = expression_value(parser);
    if (value == NULL) {
        return NULL;
    }
    target_set(target, AST_STORE);
    struct node *node = parser_node(parser, AST_AugAssign, start);
    node->AugAssign = (struct ast_AugAssign){target, op, value};
    return node;
}

// "type" NAME [type parameters] '=' expression
static struct node *type_alias(struct parser *parser) {
    size_t start = parser->at++;
    size_t name_at = parser->at;
    const struct name *name = parser_take_name(parser);
    struct node_list parameters;
    if (name == NULL) {
        return NULL;
    }
    struct node *target = parser_node(parser, AST_Name, name_at);
    target->Name = (struct ast_Name){name, AST_STORE};
    struct node *value = NULL;
    if (definition_type_parameters(parser, &parameters) && parser_take(parser, TOKEN_EQUAL)) {
        value = expression_parse(parser);
    }
    if (value == NULL) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_TypeAlias, start);
    node->TypeAlias = (struct ast_TypeAlias){target, parameters, value};
    return node;
}

// Any kind of assignment, or a lone expression.
static struct node *assignment_or_expression(struct parser *parser) {
    size_t start = parser->at;
    struct node *first = expression_value(parser);
    size_t after = parser->at;
    enum token_kind next = parser_peek(parser);
    struct node *node = NULL;
    bool cut = false;
    if (first != NULL && next == TOKEN_EQUAL) {
        node = assignment(parser, start, first);
    } else if (first != NULL && next == TOKEN_COLON) {
        node = annotated(parser, start, first);
    } else if (first != NULL && is_augmented(next)) {
        node = augmented(parser, start, first, &cut);
    }
    if (node != NULL || parser->stopped) {
        return parser_back(parser, parser->at, node);
    }
    if (parser_seeks(parser) && !cut) {
        parser->at = start;
        mistake_assignment(parser);
    }
    parser->at = after;
    return first == NULL || parser->stopped ? NULL : expression_statement(parser, start, first);
}

// A type alias; or an expression that begins with the name `type`, whose mistakes come first.
static struct node *type_alias_or_expression(struct parser *parser) {
    size_t start = parser->at;
    if (parser->mistakes) {
        assignment_or_expression(parser);
        parser->at = start;
    }
    struct node *node = parser->stopped ? NULL : type_alias(parser);
    if (node != NULL || parser->stopped) {
        return node;
    }
    parser->at = start;
    return assignment_or_expression(parser);
}

struct node *simple_statement(struct parser *parser) {
    static parser_rule *const rules[TOKEN_KIND_COUNT] = {
        [TOKEN_PASS] = pass,           [TOKEN_BREAK] = break_,      [TOKEN_CONTINUE] = continue_,
        [TOKEN_RETURN] = return_,      [TOKEN_RAISE] = raise_,      [TOKEN_GLOBAL] = global_,
        [TOKEN_NONLOCAL] = nonlocal_,  [TOKEN_DEL] = del,           [TOKEN_ASSERT] = assert_,
        [TOKEN_IMPORT] = import_parse, [TOKEN_FROM] = import_parse,
    };
    parser_rule *rule = rules[parser_peek(parser)];
    if (rule != NULL) {
        return rule(parser);
    }
    if (parser_is_word(parser, parser->word_type) && parser_peek_ahead(parser, 1) == TOKEN_NAME) {
        return type_alias_or_expression(parser);
    }
    return assignment_or_expression(parser);
}
