// Classes: the body is a function that fills the namespace; __build_class__ makes the class of it.
#include <string.h>

#include "code/compile_parts.h"

static const struct name *known(struct compiler *compiler, const char *text) {
    return names_get(compiler->names, text, strlen(text));
}

void compile_note_attribute(struct compiler *compiler, const struct node *attribute) {
    const struct node *object = attribute->Attribute.value;
    const struct name *name = attribute->Attribute.attr;
    if (object->kind != AST_Name || strcmp(object->Name.id->text, "self") != 0) {
        return;
    }
    struct unit *unit = compiler->unit;
    while (unit != NULL && unit->scope->kind != SCOPE_CLASS) {
        unit = unit->around;
    }
    if (unit == NULL) {
        return;
    }
    for (size_t i = 0; i < unit->attributes.count; i++) {
        if (unit->attributes.items[i] == name) {
            return;
        }
    }
    *vec_push(&unit->attributes) = name;
}

static void store(struct compiler *compiler, struct place place, const char *name) {
    emit_name(compiler, place, OP_STORE_NAME, known(compiler, name));
}

// What every class body begins with.
static void heading(struct compiler *compiler, struct place place, bool generic) {
    const struct code *code = compiler->unit->code;
    emit_name(compiler, place, OP_LOAD_NAME, known(compiler, "__name__"));
    store(compiler, place, "__module__");
    emit_text(compiler, place, code->qualname);
    store(compiler, place, "__qualname__");
    emit_int(compiler, place, code->first_line);
    store(compiler, place, "__firstlineno__");
    if (generic) {
        compile_name(compiler, place, known(compiler, ".type_params"), AST_LOAD);
        store(compiler, place, "__type_params__");
    }
    const struct symbol *namespace =
        scope_find(compiler->unit->scope, compiler->scopes.name_namespace);
    if (namespace != NULL && namespace->passes) {
        emit(compiler, place, OP_LOAD_NAMESPACE);
        emit_a(compiler, place, OP_STORE_CELL, (size_t) namespace->slot);
    }
    if (compiler->unit->scope->has_annotations) {
        emit(compiler, place, OP_SETUP_ANNOTATIONS);
    }
}

static void static_attributes(struct compiler *compiler) {
    const struct unit *unit = compiler->unit;
    size_t count = unit->attributes.count;
    struct constant *items = arena_alloc(compiler->arena, (count + 1) * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        items[i].kind = CONST_STR;
        items[i].text.bytes = unit->attributes.items[i]->text;
        items[i].text.length = unit->attributes.items[i]->length;
    }
    struct constant tuple = {.kind = CONST_TUPLE};
    tuple.items.items = items;
    tuple.items.count = count;
    emit_const(compiler, place_nowhere(), &tuple);
    store(compiler, place_nowhere(), "__static_attributes__");
}

// Gives the cells of __classdict__ and __class__ to __build_class__, which fills the latter.
static void ending(struct compiler *compiler) {
    struct place place = place_nowhere();
    const struct scope *scope = compiler->unit->scope;
    const struct symbol *namespace = scope_find(scope, compiler->scopes.name_namespace);
    const struct symbol *class = scope_find(scope, compiler->scopes.name_class);
    static_attributes(compiler);
    if (namespace != NULL && namespace->passes) {
        emit_a(compiler, place, OP_LOAD_CLOSURE, (size_t) namespace->slot);
        store(compiler, place, "__classdictcell__");
    }
    if (class != NULL && class->passes) {
        emit_a(compiler, place, OP_LOAD_CLOSURE, (size_t) class->slot);
        emit_a(compiler, place, OP_COPY, 1);
        store(compiler, place, "__classcell__");
    } else {
        emit_none(compiler, place);
    }
    emit(compiler, place, OP_RETURN);
}

static const struct code *class_body(struct compiler *compiler, struct node *node, int first_line) {
    struct node_list body = node->ClassDef.body;
    const struct node *doc = compile_docstring(body);
    compile_enter(compiler, scopes_of(&compiler->scopes, node), CODE_CLASS, first_line);
    heading(compiler, (struct place){.line = first_line, .end_line = first_line},
            node->ClassDef.type_params.count > 0);
    if (doc != NULL) {
        struct constant text = compile_clean_docstring(compiler, doc);
        emit_const(compiler, place_of(doc), &text);
        store(compiler, place_of(doc), "__doc__");
        body.items++;
        body.count--;
    }
    compile_body(compiler, body);
    ending(compiler);
    return compile_leave(compiler);
}

// Leaves the class on the stack; [bases] may have one more than the node's.
static void build_class(struct compiler *compiler, struct node *node, struct node_list bases,
                        int first_line) {
    struct place place = place_of(node);
    const struct code *code = class_body(compiler, node, first_line);
    emit(compiler, place, OP_LOAD_BUILD_CLASS);
    emit(compiler, place, OP_LOAD_ABSENT);
    compile_closure(compiler, place, code, scopes_of(&compiler->scopes, node), 0);
    emit_text(compiler, place, node->ClassDef.name);
    compile_arguments(compiler, place, 2, bases, node->ClassDef.keywords);
}

// The bases and typing.Generic[T, …] after them, as a name that the compiler has made.
static struct node_list with_generic_base(struct compiler *compiler, struct node *node) {
    struct node_list bases = node->ClassDef.bases;
    struct node *name = arena_alloc(compiler->arena, ast_kind_size(AST_Name));
    name->kind = AST_Name;
    name->line = node->line;
    name->column = node->column;
    name->end_line = node->end_line;
    name->end_column = node->end_column;
    name->Name.id = known(compiler, ".generic_base");
    struct node **items = arena_alloc(compiler->arena, (bases.count + 1) * sizeof *items);
    for (size_t i = 0; i < bases.count; i++) {
        items[i] = bases.items[i];
    }
    items[bases.count] = name;
    return (struct node_list){items, bases.count + 1};
}

static void generic_class(struct compiler *compiler, struct node *node, int first_line) {
    struct place place = place_of(node);
    struct scope *scope = scopes_of(&compiler->scopes, node)->parent;
    const struct name *parameters = known(compiler, ".type_params");
    compile_enter(compiler, scope, 0, first_line);
    compile_type_parameters(compiler, node->ClassDef.type_params);
    compile_name(compiler, place, parameters, AST_STORE);
    compile_name(compiler, place, parameters, AST_LOAD);
    emit(compiler, place, OP_LOAD_GENERIC);
    compile_name(compiler, place, known(compiler, ".generic_base"), AST_STORE);
    build_class(compiler, node, with_generic_base(compiler, node), first_line);
    emit(compiler, place, OP_RETURN);
    const struct code *code = compile_leave(compiler);
    compile_closure(compiler, place, code, scope, 0);
    emit(compiler, place, OP_LOAD_ABSENT);
    emit_a(compiler, place, OP_CALL, 0);
}

void compile_class(struct compiler *compiler, struct node *node) {
    const struct ast_ClassDef *def = &node->ClassDef;
    int first_line = compile_first_line(node, def->decorator_list);
    compile_decorators(compiler, def->decorator_list);
    if (def->type_params.count > 0) {
        generic_class(compiler, node, first_line);
    } else {
        build_class(compiler, node, def->bases, first_line);
    }
    compile_decorate(compiler, def->decorator_list);
    compile_name(compiler, place_of(node), def->name, AST_STORE);
}
