// match: the cases in turn, each on a copy of the subject but for the last.
#include "code/compile_parts.h"
#include "code/pattern.h"

static void bind_captures(struct compiler *compiler, struct place place,
                          const struct pattern *pattern) {
    for (size_t i = 0; i < pattern->captures.count; i++) {
        compile_name(compiler, place, pattern->captures.items[i], AST_STORE);
    }
}

// A guard that is false fails with nothing more to drop.
static void guard(struct compiler *compiler, struct pattern *pattern, struct node *test) {
    if (pattern->fails.count == 0) {
        *vec_push(&pattern->fails) = emit_label(compiler);
    }
    compile_jump_if(compiler, test, pattern->fails.items[0], false);
}

static void match_case(struct compiler *compiler, struct node *node, bool copies, bool last,
                       int end) {
    struct place place = place_of(node->match_case.pattern);
    struct pattern pattern = {.irrefutable = node->match_case.guard != NULL || last};
    if (copies) {
        emit_a(compiler, place, OP_COPY, 1);
    }
    pattern_compile(compiler, &pattern, node->match_case.pattern);
    bind_captures(compiler, place, &pattern);
    if (node->match_case.guard != NULL) {
        guard(compiler, &pattern, node->match_case.guard);
    }
    if (copies) {
        emit(compiler, place, OP_POP);
    }
    compile_body(compiler, node->match_case.body);
    emit_jump(compiler, place_nowhere(), OP_JUMP, end);
    pattern_place_fails(compiler, place, &pattern);
    pattern_free(&pattern);
}

// `case _` at the end needs no subject.
static void default_case(struct compiler *compiler, struct node *node, int end) {
    emit(compiler, place_of(node->match_case.pattern), OP_NOP);
    if (node->match_case.guard != NULL) {
        compile_jump_if(compiler, node->match_case.guard, end, false);
    }
    compile_body(compiler, node->match_case.body);
}

void compile_match(struct compiler *compiler, struct node *node) {
    struct node_list cases = node->Match.cases;
    struct node *last = cases.items[cases.count - 1];
    bool has_default = cases.count > 1 && pattern_is_wildcard(last->match_case.pattern);
    size_t tried = cases.count - has_default;
    int end = emit_label(compiler);
    compile_expression(compiler, node->Match.subject);
    for (size_t i = 0; i < tried; i++) {
        match_case(compiler, cases.items[i], i + 1 < tried, i + 1 == cases.count, end);
    }
    if (has_default) {
        default_case(compiler, last, end);
    }
    emit_place(compiler, end);
}
