// Reading targets where nothing but a target can stand: after for, as, with … as, del.
#include "lang/grammar.h"
#include "lang/target.h"

// A primary that can be stored to (or deleted).
static struct node *primary_target(struct parser *parser, enum ast_context context) {
    struct node *node = primary_parse(parser);
    return node != NULL && target_set(node, context) ? node : NULL;
}

struct node *target_star(struct parser *parser) {
    size_t start = parser->at;
    if (!parser_take(parser, TOKEN_STAR)) {
        return primary_target(parser, AST_STORE);
    }
    struct node *value = primary_target(parser, AST_STORE);
    if (value == NULL) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Starred, start);
    node->Starred = (struct ast_Starred){value, AST_STORE};
    return node;
}

struct node *target_list(struct parser *parser) {
    struct node *node = expression_commas(parser, target_star);
    if (node != NULL && node->kind == AST_Tuple) {
        node->Tuple.ctx = AST_STORE;
    }
    return node;
}

struct node *target_delete(struct parser *parser) {
    return primary_target(parser, AST_DEL);
}
