// Comprehensions: the clauses after the element.
#include "lang/grammar.h"
#include "lang/mistake.h"

#define RETRIES_MOST 50

// ('if' disjunction)*
static struct node_list conditions(struct parser *parser) {
    size_t begin = parser_list_begin(parser);
    for (;;) {
        size_t before = parser->at;
        struct node *test = parser_take(parser, TOKEN_IF) ? expression_or(parser) : NULL;
        if (test == NULL) {
            parser->at = before;
            return parser_list_take(parser, begin);
        }
        parser_list_add(parser, test);
    }
}

// ['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*
static struct node *clause(struct parser *parser) {
    size_t start = parser->at;
    bool is_async = parser_take(parser, TOKEN_ASYNC);
    if (!parser_take(parser, TOKEN_FOR)) {
        return NULL;
    }
    struct node *target = target_list(parser);
    if (target != NULL && parser_take(parser, TOKEN_IN)) {
        struct node *iter = expression_or(parser);
        if (iter == NULL) {
            return NULL;
        }
        struct node_list ifs = conditions(parser);
        struct node *node = parser_node(parser, AST_comprehension, start);
        node->comprehension = (struct ast_comprehension){target, iter, ifs, is_async};
        return node;
    }
    // The missing 'in' is told the first time already; but then nothing is remembered, and what was
    // read may not be read again too often.
    if (!parser->stopped && (parser->mistakes || parser->retries++ < RETRIES_MOST)) {
        parser->at = start;
        mistake_missing_in(parser);
    }
    if (parser_seeks(parser)) {
        parser->at = start;
        mistake_for_target(parser);
    }
    return NULL;
}

bool comprehension_clauses(struct parser *parser, struct node_list *generators) {
    size_t begin = parser_list_begin(parser);
    for (;;) {
        size_t before = parser->at;
        struct node *node = clause(parser);
        if (node == NULL) {
            parser->at = before;
            break;
        }
        parser_list_add(parser, node);
    }
    *generators = parser_list_take(parser, begin);
    return generators->count > 0 && !parser->stopped;
}

struct node *comprehension_finish(struct parser *parser, enum ast_kind kind, size_t open,
                                  struct node *elt, enum token_kind close) {
    struct node_list generators;
    if (!comprehension_clauses(parser, &generators) || !parser_take(parser, close)) {
        return NULL;
    }
    // ListComp, SetComp and GeneratorExp have the same fields; each is set by its own name.
    struct node *node = parser_node(parser, kind, open);
    if (kind == AST_ListComp) {
        node->ListComp = (struct ast_ListComp){elt, generators};
    } else if (kind == AST_SetComp) {
        node->SetComp = (struct ast_SetComp){elt, generators};
    } else {
        node->GeneratorExp = (struct ast_GeneratorExp){elt, generators};
    }
    return node;
}
