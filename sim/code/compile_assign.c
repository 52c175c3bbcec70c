// Assignments: plain, augmented and annotated; targets; del.
#include "code/compile_parts.h"
#include "code/unparse.h"

static void store_attribute(struct compiler *compiler, struct node *target) {
    struct place place = compile_attribute_place(target, place_of(target));
    if (compile_forbids(compiler, place_of(target), target->Attribute.attr, AST_STORE)) {
        return;
    }
    compile_note_attribute(compiler, target);
    compile_expression(compiler, target->Attribute.value);
    emit_name(compiler, place, OP_STORE_ATTR, target->Attribute.attr);
}

static void store_item(struct compiler *compiler, struct node *target) {
    compile_expression(compiler, target->Subscript.value);
    compile_expression(compiler, target->Subscript.slice);
    emit(compiler, place_of(target), OP_STORE_ITEM);
}

// Emits the unpacking for targets, one of which may be starred.
static void unpack(struct compiler *compiler, struct place place, struct node_list targets) {
    size_t star = targets.count;
    for (size_t i = 0; i < targets.count; i++) {
        if (targets.items[i]->kind != AST_Starred) {
            continue;
        }
        if (star < targets.count) {
            compile_error(compiler, place, "multiple starred expressions in assignment");
            return;
        }
        star = i;
    }
    if (star == targets.count) {
        emit_a(compiler, place, OP_UNPACK, targets.count);
    } else if (star > 255) {
        compile_error(compiler, place, "too many expressions in star-unpacking assignment");
    } else {
        emit_a_b(compiler, place, OP_UNPACK_STAR, star, targets.count - star - 1);
    }
}

static void store_sequence(struct compiler *compiler, struct node *target) {
    // List has the same fields.
    struct node_list targets = target->Tuple.elts;
    unpack(compiler, place_of(target), targets);
    for (size_t i = 0; i < targets.count; i++) {
        struct node *item = targets.items[i];
        compile_store(compiler, item->kind == AST_Starred ? item->Starred.value : item);
    }
}

void compile_store(struct compiler *compiler, struct node *target) {
    if (compile_failed(compiler)) {
        return;
    }
    switch ((int)target->kind) {
    case AST_Name:
        compile_name(compiler, place_of(target), target->Name.id, AST_STORE);
        break;
    case AST_Attribute:
        store_attribute(compiler, target);
        break;
    case AST_Subscript:
        store_item(compiler, target);
        break;
    case AST_Tuple:
    case AST_List:
        store_sequence(compiler, target);
        break;
    default:
        compile_error(compiler, place_of(target),
                      "starred assignment target must be in a list or tuple");
        break;
    }
}

static void delete_all(struct compiler *compiler, struct node_list targets) {
    for (size_t i = 0; i < targets.count; i++) {
        compile_delete(compiler, targets.items[i]);
    }
}

void compile_delete(struct compiler *compiler, struct node *target) {
    struct place place = place_of(target);
    switch ((int)target->kind) {
    case AST_Name:
        compile_name(compiler, place, target->Name.id, AST_DEL);
        break;
    case AST_Attribute:
        compile_expression(compiler, target->Attribute.value);
        emit_name(compiler, compile_attribute_place(target, place), OP_DELETE_ATTR,
                  target->Attribute.attr);
        break;
    case AST_Subscript:
        compile_expression(compiler, target->Subscript.value);
        compile_expression(compiler, target->Subscript.slice);
        emit(compiler, place, OP_DELETE_ITEM);
        break;
    default:
        delete_all(compiler, target->Tuple.elts);
        break;
    }
}

static bool is_plain_tuple(const struct node *node) {
    if (node->kind != AST_Tuple) {
        return false;
    }
    for (size_t i = 0; i < node->Tuple.elts.count; i++) {
        if (node->Tuple.elts.items[i]->kind == AST_Starred) {
            return false;
        }
    }
    return true;
}

// a, b = b, a makes no tuple: both values go on the stack and change places.
static bool swap(struct compiler *compiler, struct node *node) {
    struct node *target = node->Assign.targets.items[0];
    struct node *value = node->Assign.value;
    if (node->Assign.targets.count != 1 || !is_plain_tuple(target) || !is_plain_tuple(value)) {
        return false;
    }
    size_t count = target->Tuple.elts.count;
    if (count != value->Tuple.elts.count || (count != 2 && count != 3)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        compile_expression(compiler, value->Tuple.elts.items[i]);
    }
    emit_a(compiler, place_of(target), OP_SWAP, count);
    for (size_t i = 0; i < count; i++) {
        compile_store(compiler, target->Tuple.elts.items[i]);
    }
    return true;
}

void compile_assign(struct compiler *compiler, struct node *node) {
    if (swap(compiler, node)) {
        return;
    }
    struct node_list targets = node->Assign.targets;
    compile_expression(compiler, node->Assign.value);
    for (size_t i = 0; i < targets.count; i++) {
        if (i + 1 < targets.count) {
            emit_a(compiler, place_of(node), OP_COPY, 1);
        }
        compile_store(compiler, targets.items[i]);
    }
}

// x op= value with [place] of the statement; the old value is on the stack.
static void inplace(struct compiler *compiler, struct node *node) {
    compile_expression(compiler, node->AugAssign.value);
    emit_sub(compiler, place_of(node), OP_INPLACE, compile_binary_op(node->AugAssign.op));
}

static void augmented_attribute(struct compiler *compiler, struct node *node) {
    struct node *target = node->AugAssign.target;
    struct place place = compile_attribute_place(target, place_of(target));
    compile_note_attribute(compiler, target);
    compile_expression(compiler, target->Attribute.value);
    emit_a(compiler, place_of(target), OP_COPY, 1);
    emit_name(compiler, place, OP_LOAD_ATTR, target->Attribute.attr);
    inplace(compiler, node);
    emit_a(compiler, place, OP_SWAP, 2);
    emit_name(compiler, place, OP_STORE_ATTR, target->Attribute.attr);
}

static void augmented_item(struct compiler *compiler, struct node *node) {
    struct node *target = node->AugAssign.target;
    struct place place = place_of(target);
    compile_expression(compiler, target->Subscript.value);
    compile_expression(compiler, target->Subscript.slice);
    emit_a(compiler, place, OP_COPY, 2);
    emit_a(compiler, place, OP_COPY, 2);
    emit(compiler, place, OP_LOAD_ITEM);
    inplace(compiler, node);
    emit_a(compiler, place, OP_ROTATE, 3);
    emit(compiler, place, OP_STORE_ITEM);
}

void compile_augmented(struct compiler *compiler, struct node *node) {
    struct node *target = node->AugAssign.target;
    if (target->kind == AST_Attribute) {
        augmented_attribute(compiler, node);
    } else if (target->kind == AST_Subscript) {
        augmented_item(compiler, node);
    } else {
        compile_name(compiler, place_of(target), target->Name.id, AST_LOAD);
        inplace(compiler, node);
        compile_name(compiler, place_of(target), target->Name.id, AST_STORE);
    }
}

void compile_annotation(struct compiler *compiler, struct place place, struct node *annotation) {
    if (!compiler->future.annotations) {
        compile_expression(compiler, annotation);
        return;
    }
    struct buf text = {0};
    unparse_expression(&compiler->source, annotation, &text);
    emit_text(compiler, place, names_get(compiler->names, buf_text(&text), text.length));
    buf_free(&text);
}

// Without a value only the parts of the target are evaluated.
static void evaluate_target(struct compiler *compiler, struct node *node) {
    struct node *target = node->AnnAssign.target;
    struct place place = place_of(node);
    if (target->kind == AST_Attribute) {
        if (compile_forbids(compiler, place, target->Attribute.attr, AST_STORE)) {
            return;
        }
        compile_expression(compiler, target->Attribute.value);
        emit(compiler, place, OP_POP);
    } else if (target->kind == AST_Subscript) {
        compile_expression(compiler, target->Subscript.value);
        emit(compiler, place, OP_POP);
        compile_expression(compiler, target->Subscript.slice);
        emit(compiler, place, OP_POP);
    }
}

// __annotations__[name] = annotation
static void keep_annotation(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    const struct name *name = node->AnnAssign.target->Name.id;
    bool in_class = compiler->unit->scope->kind == SCOPE_CLASS;
    compile_annotation(compiler, place_of(node->AnnAssign.annotation), node->AnnAssign.annotation);
    emit_name(compiler, place, in_class ? OP_LOAD_NAME : OP_LOAD_GLOBAL,
              names_get(compiler->names, "__annotations__", 15));
    emit_text(compiler, place, scope_mangle(compiler->names, compiler->unit->scope->private, name));
    emit(compiler, place, OP_STORE_ITEM);
}

void compile_annotated(struct compiler *compiler, struct node *node) {
    struct node *target = node->AnnAssign.target;
    bool kept = !scope_is_function_like(compiler->unit->scope);
    if (node->AnnAssign.value != NULL) {
        compile_expression(compiler, node->AnnAssign.value);
        compile_store(compiler, target);
    } else if (target->kind == AST_Name) {
        compile_forbids(compiler, place_of(node), target->Name.id, AST_STORE);
    } else {
        evaluate_target(compiler, node);
    }
    if (kept && target->kind == AST_Name && node->AnnAssign.simple) {
        keep_annotation(compiler, node);
    } else if (kept && !compiler->future.annotations && !node->AnnAssign.simple) {
        compile_expression(compiler, node->AnnAssign.annotation);
        emit(compiler, place_of(node), OP_POP);
    }
}
