// What can be assigned to, deleted, annotated, or looped over. Targets are read like other
// expressions (target_read.c) and then looked at here.
#include "lang/target.h"

static bool set_all(const struct node_list *list, enum ast_context context) {
    for (size_t i = 0; i < list->count; i++) {
        if (!target_set(list->items[i], context)) {
            return false;
        }
    }
    return true;
}

bool target_set(struct node *node, enum ast_context context) {
    if (node->kind == AST_Name) {
        node->Name.ctx = context;
        return true;
    }
    if (node->kind == AST_Attribute) {
        node->Attribute.ctx = context;
        return true;
    }
    if (node->kind == AST_Subscript) {
        node->Subscript.ctx = context;
        return true;
    }
    if (node->kind == AST_Starred && context == AST_STORE) {
        node->Starred.ctx = context;
        // Two stars in a row are no target.
        return node->Starred.value->kind != AST_Starred && target_set(node->Starred.value, context);
    }
    if (node->kind == AST_Tuple) {
        node->Tuple.ctx = context;
        return set_all(&node->Tuple.elts, context);
    }
    if (node->kind == AST_List) {
        node->List.ctx = context;
        return set_all(&node->List.elts, context);
    }
    return false;
}

bool target_is_single(const struct node *node) {
    return node->kind == AST_Name || node->kind == AST_Attribute || node->kind == AST_Subscript;
}

static const struct node *wrong_in(const struct node_list *list, enum target_use use) {
    for (size_t i = 0; i < list->count; i++) {
        const struct node *wrong = target_wrong(list->items[i], use);
        if (wrong != NULL) {
            return wrong;
        }
    }
    return NULL;
}

const struct node *target_wrong(const struct node *node, enum target_use use) {
    if (target_is_single(node)) {
        return NULL;
    }
    if (node->kind == AST_List) {
        return wrong_in(&node->List.elts, use);
    }
    if (node->kind == AST_Tuple) {
        return wrong_in(&node->Tuple.elts, use);
    }
    if (node->kind == AST_Starred && use != TARGET_DELETE) {
        return target_wrong(node->Starred.value, use);
    }
    if (node->kind == AST_Compare && use == TARGET_FOR) {
        // `for x in y` read as an expression is a comparison: its left side is the target.
        bool is_in = node->Compare.ops.items[0] == AST_IN;
        return is_in ? target_wrong(node->Compare.left, use) : NULL;
    }
    return node;
}

static const char *constant_name(const struct ast_constant *constant) {
    switch (constant->kind) {
    case AST_NONE:
        return "None";
    case AST_FALSE:
        return "False";
    case AST_TRUE:
        return "True";
    case AST_ELLIPSIS:
        return "ellipsis";
    case AST_INT:
    case AST_BIGINT:
    case AST_FLOAT:
    case AST_COMPLEX:
    case AST_STR:
    case AST_BYTES:
        return "literal";
    }
    return "literal";
}

const char *target_name(const struct node *node) {
    static const char *const names[AST_KIND_COUNT] = {
        [AST_Attribute] = "attribute",
        [AST_Subscript] = "subscript",
        [AST_Starred] = "starred",
        [AST_Name] = "name",
        [AST_List] = "list",
        [AST_Tuple] = "tuple",
        [AST_Lambda] = "lambda",
        [AST_Call] = "function call",
        [AST_BoolOp] = "expression",
        [AST_BinOp] = "expression",
        [AST_UnaryOp] = "expression",
        [AST_GeneratorExp] = "generator expression",
        [AST_Yield] = "yield expression",
        [AST_YieldFrom] = "yield expression",
        [AST_Await] = "await expression",
        [AST_ListComp] = "list comprehension",
        [AST_SetComp] = "set comprehension",
        [AST_DictComp] = "dict comprehension",
        [AST_Dict] = "dict literal",
        [AST_Set] = "set display",
        [AST_JoinedStr] = "f-string expression",
        [AST_FormattedValue] = "f-string expression",
        [AST_Compare] = "comparison",
        [AST_IfExp] = "conditional expression",
        [AST_NamedExpr] = "named expression",
    };
    if (node->kind == AST_Constant) {
        return constant_name(&node->Constant.value);
    }
    return names[node->kind];
}
