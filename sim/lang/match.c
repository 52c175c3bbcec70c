// match and case. `match` is a name like any other unless a subject, a colon and cases follow.
#include "lang/grammar.h"
#include "lang/mistake.h"

// star_named_expression ',' [star_named_expressions] | named_expression
struct node *match_subject(struct parser *parser) {
    struct node *node = expression_commas(parser, expression_star_named);
    return node != NULL && node->kind == AST_Starred ? NULL : node;
}

// "case" patterns ['if' named_expression] ':' block
static struct node *case_(struct parser *parser) {
    size_t start = parser->at++;
    struct node *pattern = pattern_list(parser);
    struct node *guard = NULL;
    if (pattern == NULL) {
        return NULL;
    }
    if (parser_take(parser, TOKEN_IF)) {
        guard = expression_named(parser);
        if (guard == NULL) {
            return NULL;
        }
    }
    struct node_list body;
    if (!statement_colon_block(parser, start, "'case' statement", &body)) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_match_case, start);
    node->match_case = (struct ast_match_case){pattern, guard, body};
    return node;
}

static bool cases(struct parser *parser, struct node_list *list) {
    size_t begin = parser_list_begin(parser);
    while (parser_is_word(parser, parser->word_case)) {
        struct node *node = case_(parser);
        if (node == NULL) {
            parser_list_drop(parser, begin);
            return false;
        }
        parser_list_add(parser, node);
    }
    *list = parser_list_take(parser, begin);
    return list->count > 0;
}

struct node *match_parse(struct parser *parser) {
    size_t start = parser->at++;
    struct node *subject = match_subject(parser);
    struct node_list list;
    if (subject != NULL && parser_seeks(parser) && mistake_match(parser, start)) {
        return NULL;
    }
    if (subject == NULL || !parser_take(parser, TOKEN_COLON) ||
        !parser_take(parser, TOKEN_NEWLINE) || !parser_take(parser, TOKEN_INDENT) ||
        !cases(parser, &list) || !parser_take(parser, TOKEN_DEDENT)) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Match, start);
    node->Match = (struct ast_Match){subject, list};
    return node;
}
