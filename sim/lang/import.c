// import and from … import.
#include "base/buf.h"
#include "lang/grammar.h"
#include "lang/mistake.h"

const struct name *import_dotted_name(struct parser *parser) {
    size_t start = parser->at;
    const struct name *name = parser_take_name(parser);
    if (name == NULL || parser_peek(parser) != TOKEN_DOT) {
        return name;
    }
    struct buf dotted = {0};
    buf_puts(&dotted, name->text);
    for (size_t before = parser->at; parser_take(parser, TOKEN_DOT); before = parser->at) {
        name = parser_take_name(parser);
        if (name == NULL) {
            parser->at = before;
            break;
        }
        buf_putc(&dotted, '.');
        buf_puts(&dotted, name->text);
    }
    name = names_get(parser->names, buf_text(&dotted), dotted.length);
    buf_free(&dotted);
    return parser->stopped || parser->at == start ? NULL : name;
}

// After a name: ['as' NAME]
static struct node *alias(struct parser *parser, size_t start, const struct name *name) {
    if (name == NULL) {
        return NULL;
    }
    const struct name *asname = NULL;
    size_t before = parser->at;
    if (parser_take(parser, TOKEN_AS)) {
        asname = parser_take_name(parser);
        parser->at = asname == NULL ? before : parser->at;
    }
    struct node *node = parser_node(parser, AST_alias, start);
    node->alias = (struct ast_alias){name, asname};
    return node;
}

static struct node *dotted_alias(struct parser *parser) {
    size_t start = parser->at;
    return alias(parser, start, import_dotted_name(parser));
}

struct node *import_alias(struct parser *parser) {
    size_t start = parser->at;
    return alias(parser, start, parser_take_name(parser));
}

// 'import' dotted_name ['as' NAME] (',' …)*
static struct node *import_names(struct parser *parser) {
    size_t start = parser->at;
    if (parser_seeks(parser) && mistake_import(parser)) {
        return NULL;
    }
    parser->at = start + 1;
    size_t begin = parser_list_begin(parser);
    if (parser_items(parser, dotted_alias) == 0) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Import, start);
    node->Import.names = parser_list_take(parser, begin);
    return node;
}

// '*'
static bool star(struct parser *parser, struct node_list *list) {
    size_t start = parser->at++;
    size_t begin = parser_list_begin(parser);
    struct node *node = parser_node(parser, AST_alias, start);
    node->alias.name = names_get(parser->names, "*", 1);
    parser_list_add(parser, node);
    *list = parser_list_take(parser, begin);
    return true;
}

// '(' aliases [','] ')' | aliases | '*'
static bool targets(struct parser *parser, struct node_list *list) {
    size_t start = parser->at;
    if (parser_peek(parser) == TOKEN_STAR) {
        return star(parser, list);
    }
    bool parentheses = parser_take(parser, TOKEN_LEFT_PAREN);
    size_t begin = parser_list_begin(parser);
    bool right = parser_items(parser, import_alias) > 0;
    if (right && parentheses) {
        parser_take(parser, TOKEN_COMMA);
        right = parser_take(parser, TOKEN_RIGHT_PAREN);
    } else if (right) {
        right = parser_peek(parser) != TOKEN_COMMA;
    }
    *list = parser_list_take(parser, begin);
    if (!right && parser_seeks(parser)) {
        parser->at = start;
        mistake_import_targets(parser);
    }
    return right && !parser->stopped;
}

// 'from' ('.' | '...')* [dotted_name] 'import' targets
static struct node *import_from(struct parser *parser) {
    size_t start = parser->at++;
    int level = 0;
    for (;; parser->at++) {
        enum token_kind kind = parser_peek(parser);
        if (kind != TOKEN_DOT && kind != TOKEN_ELLIPSIS) {
            break;
        }
        level += kind == TOKEN_DOT ? 1 : 3;
    }
    const struct name *module = import_dotted_name(parser);
    struct node_list list;
    if ((module == NULL && level == 0) || !parser_take(parser, TOKEN_IMPORT) ||
        !targets(parser, &list)) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_ImportFrom, start);
    node->ImportFrom = (struct ast_ImportFrom){module, list, level};
    return node;
}

struct node *import_parse(struct parser *parser) {
    return parser_peek(parser) == TOKEN_FROM ? import_from(parser) : import_names(parser);
}
