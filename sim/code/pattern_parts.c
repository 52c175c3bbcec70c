// Patterns with parts: sequences, mappings and classes. See pattern.h.
#include "code/compile_parts.h"
#include "code/fold.h"
#include "code/pattern.h"
#include "code/unparse.h"

// Fails unless the length on top of the subject compares so to [length].
static void check_length(struct compiler *compiler, struct place place, struct pattern *pattern,
                         enum compare_op op, size_t length) {
    emit(compiler, place, OP_GET_LENGTH);
    emit_int(compiler, place, (int64_t)length);
    emit_sub(compiler, place, OP_COMPARE, op);
    pattern_fail(compiler, place, pattern, OP_JUMP_IF_FALSE);
}

// The values on the stack are the subjects of [patterns], the first on top.
static void match_each(struct compiler *compiler, struct pattern *pattern,
                       struct node_list patterns) {
    pattern->on_top += patterns.count;
    for (size_t i = 0; i < patterns.count; i++) {
        pattern->on_top--;
        pattern_compile_inner(compiler, pattern, patterns.items[i]);
    }
}

// With a `*_` the items are fetched one by one, so that nothing is copied.
static void match_by_index(struct compiler *compiler, struct place place, struct pattern *pattern,
                           struct node_list patterns, size_t star) {
    pattern->on_top++;
    for (size_t i = 0; i < patterns.count; i++) {
        if (i == star || pattern_is_wildcard(patterns.items[i])) {
            continue;
        }
        emit_a(compiler, place, OP_COPY, 1);
        if (i < star) {
            emit_int(compiler, place, (int64_t)i);
        } else {
            emit(compiler, place, OP_GET_LENGTH);
            emit_int(compiler, place, (int64_t)(patterns.count - i));
            emit_sub(compiler, place, OP_BINARY, BINARY_SUBTRACT);
        }
        emit(compiler, place, OP_LOAD_ITEM);
        pattern_compile_inner(compiler, pattern, patterns.items[i]);
    }
    pattern->on_top--;
    emit(compiler, place, OP_POP);
}

static void unpack(struct compiler *compiler, struct place place, struct node_list patterns,
                   size_t star) {
    if (star == patterns.count) {
        emit_a(compiler, place, OP_UNPACK, patterns.count);
    } else {
        emit_a_b(compiler, place, OP_UNPACK_STAR, star, patterns.count - star - 1);
    }
}

// What the parts of a sequence pattern look like.
struct shape {
    size_t star;        // index of the starred one; the count if there is none
    bool star_wildcard; // it is `*_`
    bool only_wildcards;
};

static struct shape shape_of(struct compiler *compiler, struct place place,
                             struct node_list patterns) {
    struct shape shape = {.star = patterns.count, .only_wildcards = true};
    for (size_t i = 0; i < patterns.count; i++) {
        const struct node *part = patterns.items[i];
        bool star = part->kind == AST_MatchStar;
        bool wildcard = star ? part->MatchStar.name == NULL : pattern_is_wildcard(part);
        if (star && shape.star < patterns.count) {
            compile_error(compiler, place, "multiple starred names in sequence pattern");
        }
        if (star) {
            shape.star = i;
            shape.star_wildcard = wildcard;
        }
        shape.only_wildcards = shape.only_wildcards && wildcard;
    }
    return shape;
}

void pattern_sequence(struct compiler *compiler, struct pattern *pattern, struct node *node) {
    struct place place = place_of(node);
    struct node_list patterns = node->MatchSequence.patterns;
    struct shape shape = shape_of(compiler, place, patterns);
    bool starred = shape.star < patterns.count;
    pattern->on_top++;
    emit(compiler, place, OP_MATCH_SEQUENCE);
    pattern_fail(compiler, place, pattern, OP_JUMP_IF_FALSE);
    if (!starred) {
        check_length(compiler, place, pattern, COMPARE_EQ, patterns.count);
    } else if (patterns.count > 1) {
        check_length(compiler, place, pattern, COMPARE_GE, patterns.count - 1);
    }
    pattern->on_top--;
    if (shape.only_wildcards) {
        emit(compiler, place, OP_POP);
    } else if (shape.star_wildcard) {
        match_by_index(compiler, place, pattern, patterns, shape.star);
    } else {
        unpack(compiler, place, patterns, shape.star);
        match_each(compiler, pattern, patterns);
    }
}

static void check_keys(struct compiler *compiler, struct place place, struct node_list keys) {
    for (size_t i = 0; i < keys.count; i++) {
        struct constant key, other;
        if (!fold_constant(compiler->arena, keys.items[i], &key)) {
            continue;
        }
        for (size_t j = 0; j < i; j++) {
            if (fold_constant(compiler->arena, keys.items[j], &other) &&
                constant_equals(&key, &other)) {
                struct buf text = {0};
                unparse_expression(&compiler->source, keys.items[i], &text);
                compile_error(compiler, place, "mapping pattern checks duplicate key (%s)",
                              buf_text(&text));
                buf_free(&text);
            }
        }
    }
}

// mapping keys: a dict of the rest takes their place.
static void mapping_rest(struct compiler *compiler, struct place place, size_t count) {
    emit_a(compiler, place, OP_BUILD_DICT, 0);
    emit_a(compiler, place, OP_SWAP, 3);
    // rest keys mapping
    emit_a(compiler, place, OP_DICT_UPDATE, 2);
    emit_a(compiler, place, OP_UNPACK, count);
    for (; count > 0; count--) {
        emit_a(compiler, place, OP_COPY, count + 1);
        emit_a(compiler, place, OP_SWAP, 2);
        emit(compiler, place, OP_DELETE_ITEM);
    }
}

static void mapping_values(struct compiler *compiler, struct pattern *pattern, struct node *node) {
    struct place place = place_of(node);
    struct node_list keys = node->MatchMapping.keys;
    compile_tuple_of(compiler, place, keys);
    emit(compiler, place, OP_MATCH_KEYS);
    pattern->on_top += 2;
    emit_a(compiler, place, OP_COPY, 1);
    pattern_fail(compiler, place, pattern, OP_JUMP_IF_NONE);
    emit_a(compiler, place, OP_UNPACK, keys.count);
    pattern->on_top -= 1;
    match_each(compiler, pattern, node->MatchMapping.patterns);
    pattern->on_top -= 1;
}

void pattern_mapping(struct compiler *compiler, struct pattern *pattern, struct node *node) {
    struct place place = place_of(node);
    struct node_list keys = node->MatchMapping.keys;
    const struct name *rest = node->MatchMapping.rest;
    check_keys(compiler, place, keys);
    pattern->on_top++;
    emit(compiler, place, OP_MATCH_MAPPING);
    pattern_fail(compiler, place, pattern, OP_JUMP_IF_FALSE);
    if (keys.count == 0 && rest == NULL) {
        pattern->on_top--;
        emit(compiler, place, OP_POP);
        return;
    }
    if (keys.count > 0) {
        check_length(compiler, place, pattern, COMPARE_GE, keys.count);
    }
    mapping_values(compiler, pattern, node);
    pattern->on_top--;
    if (rest != NULL) {
        mapping_rest(compiler, place, keys.count);
        pattern_capture(compiler, place, pattern, rest);
    } else {
        emit(compiler, place, OP_POP);
        emit(compiler, place, OP_POP);
    }
}

static void check_attributes(struct compiler *compiler, const struct ast_MatchClass *class) {
    for (size_t i = 0; i < class->kwd_attrs.count; i++) {
        const struct name *name = class->kwd_attrs.items[i];
        if (compile_forbids(compiler, place_of(class->kwd_patterns.items[i]), name, AST_STORE)) {
            return;
        }
        for (size_t j = i + 1; j < class->kwd_attrs.count; j++) {
            if (class->kwd_attrs.items[j] == name) {
                compile_error(compiler, place_of(class->kwd_patterns.items[j]),
                              "attribute name repeated in class pattern: %s", name->text);
            }
        }
    }
}

static void attribute_names(struct compiler *compiler, struct place place, struct name_list names) {
    struct constant *items = arena_alloc(compiler->arena, (names.count + 1) * sizeof *items);
    for (size_t i = 0; i < names.count; i++) {
        items[i].kind = CONST_STR;
        items[i].text.bytes = names.items[i]->text;
        items[i].text.length = names.items[i]->length;
    }
    struct constant tuple = {.kind = CONST_TUPLE};
    tuple.items.items = items;
    tuple.items.count = names.count;
    emit_const(compiler, place, &tuple);
}

void pattern_class(struct compiler *compiler, struct pattern *pattern, struct node *node) {
    const struct ast_MatchClass *class = &node->MatchClass;
    struct place place = place_of(node);
    size_t count = class->patterns.count + class->kwd_patterns.count;
    check_attributes(compiler, class);
    compile_expression(compiler, class->cls);
    attribute_names(compiler, place, class->kwd_attrs);
    emit_a(compiler, place, OP_MATCH_CLASS, class->patterns.count);
    emit_a(compiler, place, OP_COPY, 1);
    pattern->on_top++;
    pattern_fail(compiler, place, pattern, OP_JUMP_IF_NONE);
    emit_a(compiler, place, OP_UNPACK, count);
    pattern->on_top += count - 1;
    for (size_t i = 0; i < count; i++) {
        bool positional = i < class->patterns.count;
        pattern->on_top--;
        pattern_compile_inner(compiler, pattern,
                              positional ? class->patterns.items[i]
                                         : class->kwd_patterns.items[i - class->patterns.count]);
    }
}
