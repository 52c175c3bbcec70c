// Alternatives: a | b | c. See pattern.h.
//
// Every alternative must capture the same names; those of the first say in which order they lie on
// the stack, the others are put into that order by rotations.
#include <string.h>

#include "code/compile_parts.h"
#include "code/pattern.h"

static size_t index_of(const struct pattern *pattern, const struct name *name) {
    size_t i = 0;
    while (i < pattern->captures.count && pattern->captures.items[i] != name) {
        i++;
    }
    return i;
}

// Moves the first [count] captures to end at index [last], as the rotations do on the stack.
static void move_captures(struct pattern *pattern, size_t count, size_t last) {
    const struct name **items = pattern->captures.items;
    for (size_t i = 0; i < count; i++) {
        const struct name *first = items[0];
        memmove(items, items + 1, last * sizeof *items);
        items[last] = first;
    }
}

// Brings the captures into the order of [control]; false if they are not the same names.
static bool reorder(struct compiler *compiler, struct place place, struct pattern *pattern,
                    const struct pattern *control) {
    if (pattern->captures.count != control->captures.count) {
        return false;
    }
    for (size_t i = control->captures.count; i-- > 0;) {
        size_t at = index_of(pattern, control->captures.items[i]);
        if (at == pattern->captures.count) {
            return false;
        }
        if (at == i) {
            continue;
        }
        // The ones on top, down to the wanted one, go below those that are not settled yet.
        for (size_t turn = 0; turn <= at; turn++) {
            emit_a(compiler, place, OP_ROTATE, i + 1);
        }
        move_captures(pattern, at + 1, i);
    }
    return true;
}

// Compiles the alternatives, each on a copy of the subject; a match goes to [end].
static void alternatives(struct compiler *compiler, struct pattern *around, struct node *node,
                         struct pattern *control, int end) {
    struct node_list patterns = node->MatchOr.patterns;
    struct place place = place_of(node);
    for (size_t i = 0; i < patterns.count && !compile_failed(compiler); i++) {
        struct pattern pattern = {.irrefutable = i + 1 == patterns.count && around->irrefutable};
        struct place part = place_of(patterns.items[i]);
        emit_a(compiler, part, OP_COPY, 1);
        pattern_compile(compiler, &pattern, patterns.items[i]);
        bool first = i == 0;
        if (!first && !reorder(compiler, part, &pattern, control)) {
            compile_error(compiler, place, "alternative patterns bind different names");
        }
        emit_jump(compiler, part, OP_JUMP, end);
        pattern_place_fails(compiler, part, &pattern);
        if (first) {
            *control = pattern;
        } else {
            pattern_free(&pattern);
        }
    }
}

void pattern_or(struct compiler *compiler, struct pattern *pattern, struct node *node) {
    struct place place = place_of(node);
    struct pattern control = {0};
    int end = emit_label(compiler);
    alternatives(compiler, pattern, node, &control, end);
    emit(compiler, place, OP_POP);
    pattern_fail(compiler, place, pattern, OP_JUMP);
    emit_place(compiler, end);
    // captures of this pattern, then the subject, values on top and older captures: the new ones
    // go below all of them.
    size_t depth = control.captures.count + 1 + pattern->on_top + pattern->captures.count;
    for (size_t i = 0; i < control.captures.count; i++) {
        const struct name *name = control.captures.items[i];
        emit_a(compiler, place, OP_ROTATE, depth);
        if (index_of(pattern, name) < pattern->captures.count) {
            compile_error(compiler, place, "multiple assignments to name '%s' in pattern",
                          name->text);
        }
        *vec_push(&pattern->captures) = name;
    }
    emit(compiler, place, OP_POP);
    pattern_free(&control);
}
