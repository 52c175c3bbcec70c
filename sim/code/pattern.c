// See pattern.h: the simple patterns, and the bookkeeping.
#include "code/pattern.h"

#include "code/compile_parts.h"

bool pattern_is_wildcard(const struct node *node) {
    return node->kind == AST_MatchAs && node->MatchAs.name == NULL;
}

void pattern_fail(struct compiler *compiler, struct place place, struct pattern *pattern,
                  enum opcode op) {
    size_t drops = pattern->on_top + pattern->captures.count;
    while (pattern->fails.count <= drops) {
        *vec_push(&pattern->fails) = emit_label(compiler);
    }
    emit_jump(compiler, place, op, pattern->fails.items[drops]);
}

void pattern_place_fails(struct compiler *compiler, struct place place, struct pattern *pattern) {
    for (size_t i = pattern->fails.count; i-- > 0;) {
        emit_place(compiler, pattern->fails.items[i]);
        if (i > 0) {
            emit(compiler, place, OP_POP);
        }
    }
    pattern->fails.count = 0;
}

static bool is_captured(const struct pattern *pattern, const struct name *name) {
    for (size_t i = 0; i < pattern->captures.count; i++) {
        if (pattern->captures.items[i] == name) {
            return true;
        }
    }
    return false;
}

void pattern_capture(struct compiler *compiler, struct place place, struct pattern *pattern,
                     const struct name *name) {
    if (name == NULL) {
        emit(compiler, place, OP_POP);
        return;
    }
    if (compile_forbids(compiler, place, name, AST_STORE)) {
        return;
    }
    if (is_captured(pattern, name)) {
        compile_error(compiler, place, "multiple assignments to name '%s' in pattern", name->text);
        return;
    }
    size_t depth = pattern->on_top + pattern->captures.count + 1;
    if (depth > 1) {
        emit_a(compiler, place, OP_ROTATE, depth);
    }
    *vec_push(&pattern->captures) = name;
}

static void value(struct compiler *compiler, struct pattern *pattern, struct node *node) {
    struct place place = place_of(node);
    compile_expression(compiler, node->MatchValue.value);
    emit_sub(compiler, place, OP_COMPARE, COMPARE_EQ);
    pattern_fail(compiler, place, pattern, OP_JUMP_IF_FALSE);
}

static void singleton(struct compiler *compiler, struct pattern *pattern, struct node *node) {
    struct place place = place_of(node);
    enum ast_constant_kind kind = node->MatchSingleton.value.kind;
    struct constant constant = {.kind = kind == AST_NONE   ? CONST_NONE
                                        : kind == AST_TRUE ? CONST_TRUE
                                                           : CONST_FALSE};
    emit_const(compiler, place, &constant);
    emit_sub(compiler, place, OP_IS, 0);
    pattern_fail(compiler, place, pattern, OP_JUMP_IF_FALSE);
}

static void as(struct compiler *compiler, struct pattern *pattern, struct node *node) {
    struct place place = place_of(node);
    const struct name *name = node->MatchAs.name;
    if (node->MatchAs.pattern != NULL) {
        pattern->on_top++;
        emit_a(compiler, place, OP_COPY, 1);
        pattern_compile(compiler, pattern, node->MatchAs.pattern);
        pattern->on_top--;
    } else if (!pattern->irrefutable && name != NULL) {
        compile_error(compiler, place, "name capture '%s' makes remaining patterns unreachable",
                      name->text);
    } else if (!pattern->irrefutable) {
        compile_error(compiler, place, "wildcard makes remaining patterns unreachable");
    }
    pattern_capture(compiler, place, pattern, name);
}

static void star(struct compiler *compiler, struct pattern *pattern, struct node *node) {
    pattern_capture(compiler, place_of(node), pattern, node->MatchStar.name);
}

void pattern_compile(struct compiler *compiler, struct pattern *pattern, struct node *node) {
    static void (*const table[AST_KIND_COUNT])(struct compiler *, struct pattern *,
                                               struct node *) = {
        [AST_MatchValue] = value,
        [AST_MatchSingleton] = singleton,
        [AST_MatchSequence] = pattern_sequence,
        [AST_MatchMapping] = pattern_mapping,
        [AST_MatchClass] = pattern_class,
        [AST_MatchStar] = star,
        [AST_MatchAs] = as,
        [AST_MatchOr] = pattern_or,
    };
    if (!compile_failed(compiler)) {
        table[node->kind](compiler, pattern, node);
    }
}

void pattern_compile_inner(struct compiler *compiler, struct pattern *pattern, struct node *node) {
    bool irrefutable = pattern->irrefutable;
    pattern->irrefutable = true;
    pattern_compile(compiler, pattern, node);
    pattern->irrefutable = irrefutable;
}

void pattern_free(struct pattern *pattern) {
    vec_free(&pattern->captures);
    vec_free(&pattern->fails);
}
