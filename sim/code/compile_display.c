// Displays ([…], (…), {…}), slices and f-strings.
#include "code/compile_parts.h"
#include "code/fold.h"

#define MOST_ON_STACK 30 // items of a display that are collected on the stack first

// The instructions that make one kind of display.
struct display {
    enum opcode build, add, extend;
    enum const_kind constant; // that holds its items if all are constants
};

static const struct display list_display = {OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND,
                                            CONST_TUPLE};
static const struct display set_display = {OP_BUILD_SET, OP_SET_ADD, OP_SET_UPDATE,
                                           CONST_FROZENSET};

static bool has_star(struct node_list list) {
    for (size_t i = 0; i < list.count; i++) {
        if (list.items[i]->kind == AST_Starred) {
            return true;
        }
    }
    return false;
}

static bool fold_items(struct compiler *compiler, struct node_list list, enum const_kind kind,
                       struct constant *value) {
    struct constant *items = arena_alloc(compiler->arena, (list.count + 1) * sizeof *items);
    for (size_t i = 0; i < list.count; i++) {
        if (!fold_constant(compiler->arena, list.items[i], &items[i])) {
            return false;
        }
    }
    *value = (struct constant){.kind = kind};
    value->items.items = items;
    value->items.count = list.count;
    return true;
}

bool compile_fold_display(struct compiler *compiler, struct node *node, struct constant *value) {
    if (node->kind == AST_List) {
        return fold_items(compiler, node->List.elts, CONST_TUPLE, value);
    }
    return node->kind == AST_Set && fold_items(compiler, node->Set.elts, CONST_FROZENSET, value);
}

void compile_iterable(struct compiler *compiler, struct node *node) {
    struct constant value;
    if (compile_fold_display(compiler, node, &value)) {
        emit_const(compiler, place_of(node), &value);
    } else {
        compile_expression(compiler, node);
    }
}

static void push_all(struct compiler *compiler, struct node_list list) {
    for (size_t i = 0; i < list.count; i++) {
        compile_expression(compiler, list.items[i]);
    }
}

// Grows the display item by item, from the first star on or, in a big one, from the beginning.
static void build_stepwise(struct compiler *compiler, struct place place,
                           const struct display *display, struct node_list list) {
    bool built = list.count > MOST_ON_STACK;
    if (built) {
        emit_a(compiler, place, display->build, 0);
    }
    for (size_t i = 0; i < list.count; i++) {
        struct node *item = list.items[i];
        bool star = item->kind == AST_Starred;
        if (star && !built) {
            emit_a(compiler, place, display->build, i);
            built = true;
        }
        compile_expression(compiler, star ? item->Starred.value : item);
        if (built) {
            emit_a(compiler, place, star ? display->extend : display->add, 1);
        }
    }
}

static void build(struct compiler *compiler, struct place place, const struct display *display,
                  struct node_list list) {
    struct constant value;
    if (list.count > 2 && fold_items(compiler, list, display->constant, &value)) {
        emit_a(compiler, place, display->build, 0);
        emit_const(compiler, place, &value);
        emit_a(compiler, place, display->extend, 1);
    } else if (has_star(list) || list.count > MOST_ON_STACK) {
        build_stepwise(compiler, place, display, list);
    } else {
        push_all(compiler, list);
        emit_a(compiler, place, display->build, list.count);
    }
}

void compile_list(struct compiler *compiler, struct node *node) {
    build(compiler, place_of(node), &list_display, node->List.elts);
}

void compile_set(struct compiler *compiler, struct node *node) {
    build(compiler, place_of(node), &set_display, node->Set.elts);
}

void compile_tuple_of(struct compiler *compiler, struct place place, struct node_list list) {
    struct constant value;
    if (fold_items(compiler, list, CONST_TUPLE, &value)) {
        emit_const(compiler, place, &value);
    } else if (has_star(list) || list.count > MOST_ON_STACK) {
        build_stepwise(compiler, place, &list_display, list);
        emit(compiler, place, OP_LIST_TO_TUPLE);
    } else {
        push_all(compiler, list);
        emit_a(compiler, place, OP_BUILD_TUPLE, list.count);
    }
}

void compile_tuple(struct compiler *compiler, struct node *node) {
    compile_tuple_of(compiler, place_of(node), node->Tuple.elts);
}

// Constant keys count as being on no line: CPython loads them all at once.
static bool are_constant(struct compiler *compiler, struct node **keys, size_t count) {
    struct constant value;
    for (size_t i = 0; i < count; i++) {
        if (!fold_constant(compiler->arena, keys[i], &value)) {
            return false;
        }
    }
    return true;
}

// The items [start, end), none of them a **, as one dict.
static void part_of_dict(struct compiler *compiler, struct node *node, size_t start, size_t end) {
    struct place place = place_of(node);
    struct node **keys = node->Dict.keys.items;
    size_t count = end - start;
    bool stepwise = count * 2 > MOST_ON_STACK;
    bool constant = count > 1 && !stepwise && are_constant(compiler, keys + start, count);
    if (stepwise) {
        emit_a(compiler, place, OP_BUILD_DICT, 0);
    }
    for (size_t i = start; i < end; i++) {
        struct constant value;
        if (constant && fold_constant(compiler->arena, keys[i], &value)) {
            emit_const(compiler, place_nowhere(), &value);
        } else {
            compile_expression(compiler, keys[i]);
        }
        compile_expression(compiler, node->Dict.values.items[i]);
        if (stepwise) {
            emit_a(compiler, place, OP_DICT_ADD, 1);
        }
    }
    if (!stepwise) {
        emit_a(compiler, place, OP_BUILD_DICT, count);
    }
}

// Long dicts are made in parts, as in CPython, so that the same lines are reported.
void compile_dict(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    struct node_list keys = node->Dict.keys;
    bool have_dict = false;
    size_t start = 0;
    for (size_t i = 0; i <= keys.count; i++) {
        bool unpacking = i < keys.count && keys.items[i] == NULL;
        bool full = i < keys.count && !unpacking && (i - start) * 2 > MOST_ON_STACK;
        size_t end = full ? i + 1 : i;
        if ((full || unpacking || i == keys.count) && end > start) {
            part_of_dict(compiler, node, start, end);
            if (have_dict) {
                emit_a(compiler, place, OP_DICT_UPDATE, 1);
            }
            have_dict = true;
        }
        if ((unpacking || i == keys.count) && !have_dict) {
            emit_a(compiler, place, OP_BUILD_DICT, 0);
            have_dict = true;
        }
        if (unpacking) {
            compile_expression(compiler, node->Dict.values.items[i]);
            emit_a(compiler, place, OP_DICT_UPDATE, 1);
        }
        if (full || unpacking) {
            start = i + 1;
        }
    }
}

static void bound(struct compiler *compiler, struct place place, struct node *value) {
    if (value == NULL) {
        emit_none(compiler, place);
    } else {
        compile_expression(compiler, value);
    }
}

void compile_slice(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    bound(compiler, place, node->Slice.lower);
    bound(compiler, place, node->Slice.upper);
    if (node->Slice.step != NULL) {
        compile_expression(compiler, node->Slice.step);
    }
    emit_a(compiler, place, OP_BUILD_SLICE, node->Slice.step != NULL ? 3 : 2);
}

void compile_formatted(struct compiler *compiler, struct node *node) {
    struct node *spec = node->FormattedValue.format_spec;
    int conversion = node->FormattedValue.conversion;
    compile_expression(compiler, node->FormattedValue.value);
    if (spec != NULL) {
        compile_expression(compiler, spec);
    }
    emit_sub_a(compiler, place_of(node), OP_FORMAT, conversion < 0 ? 0 : (unsigned)conversion,
               spec != NULL);
}

void compile_joined(struct compiler *compiler, struct node *node) {
    struct node_list values = node->JoinedStr.values;
    push_all(compiler, values);
    if (values.count != 1) {
        emit_a(compiler, place_of(node), OP_BUILD_STRING, values.count);
    }
}
