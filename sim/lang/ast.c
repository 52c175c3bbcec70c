// What is known of each kind of node, made from ast.def.
#include "lang/ast.h"

struct kind_facts {
    const char *name;
    enum ast_group group;
    size_t size; // bytes of a node of this kind
};

static const struct kind_facts facts[AST_KIND_COUNT] = {
#define AST(kind, group, fields)                                                                   \
    {#kind, AST_##group, offsetof(struct node, kind) + sizeof(struct ast_##kind)},
#define AST_BARE(kind, group) {#kind, AST_##group, offsetof(struct node, Module)},
#include "lang/ast.def"
#undef AST
#undef AST_BARE
};

const char *ast_kind_name(enum ast_kind kind) {
    return facts[kind].name;
}

enum ast_group ast_kind_group(enum ast_kind kind) {
    return facts[kind].group;
}

size_t ast_kind_size(enum ast_kind kind) {
    return facts[kind].size;
}
