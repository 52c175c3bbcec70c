// Calls: the callable and self or ABSENT, then the arguments, then one of three instructions.
#include <string.h>

#include "code/compile_parts.h"

#define MOST_ON_STACK 30 // arguments, as CPython counts them, that are not collected first

static bool has_star(struct node_list args) {
    for (size_t i = 0; i < args.count; i++) {
        if (args.items[i]->kind == AST_Starred) {
            return true;
        }
    }
    return false;
}

static bool has_unpacking(struct node_list keywords) {
    for (size_t i = 0; i < keywords.count; i++) {
        if (keywords.items[i]->keyword.arg == NULL) {
            return true;
        }
    }
    return false;
}

static void check_keywords(struct compiler *compiler, struct node_list keywords) {
    for (size_t i = 0; i < keywords.count; i++) {
        const struct name *name = keywords.items[i]->keyword.arg;
        if (name == NULL) {
            continue;
        }
        if (compile_forbids(compiler, place_of(keywords.items[i]), name, AST_STORE)) {
            return;
        }
        for (size_t j = i + 1; j < keywords.count; j++) {
            if (keywords.items[j]->keyword.arg == name) {
                compile_error(compiler, place_of(keywords.items[j]),
                              "keyword argument repeated: %s", name->text);
            }
        }
    }
}

static const struct name *keyword_name(const struct compiler *compiler, const struct node *node) {
    return scope_mangle(compiler->names, compiler->unit->scope_now->private, node->keyword.arg);
}

// The number of the tuple of the keywords' names.
static size_t names_tuple(struct compiler *compiler, struct node_list keywords) {
    struct constant *items = arena_alloc(compiler->arena, (keywords.count + 1) * sizeof *items);
    for (size_t i = 0; i < keywords.count; i++) {
        const struct name *name = keyword_name(compiler, keywords.items[i]);
        items[i].kind = CONST_STR;
        items[i].text.bytes = name->text;
        items[i].text.length = name->length;
    }
    struct constant tuple = {.kind = CONST_TUPLE};
    tuple.items.items = items;
    tuple.items.count = keywords.count;
    return emit_const_number(compiler, &tuple);
}

static void plain_call(struct compiler *compiler, struct place place, size_t extra,
                       struct node_list args, struct node_list keywords) {
    for (size_t i = 0; i < args.count; i++) {
        compile_expression(compiler, args.items[i]);
    }
    for (size_t i = 0; i < keywords.count; i++) {
        compile_expression(compiler, keywords.items[i]->keyword.value);
    }
    size_t count = extra + args.count + keywords.count;
    if (keywords.count > 0) {
        emit_a_b(compiler, place, OP_CALL_KEYWORDS, count, names_tuple(compiler, keywords));
    } else {
        emit_a(compiler, place, OP_CALL, count);
    }
}

// f(*x): CPython gives x itself to the call, so that making the tuple counts as no step.
static void spread_one(struct compiler *compiler, struct place place, struct node *value) {
    emit_a(compiler, place, OP_BUILD_LIST, 0);
    emit_silence(compiler);
    compile_expression(compiler, value);
    emit_a(compiler, place, OP_LIST_EXTEND, 1);
    emit_silence(compiler);
    emit(compiler, place, OP_LIST_TO_TUPLE);
    emit_silence(compiler);
}

// The positional arguments as a tuple; [extra] of them are on the stack already.
static void spread_positional(struct compiler *compiler, struct place place, size_t extra,
                              struct node_list args) {
    if (extra == 0 && args.count == 1 && args.items[0]->kind == AST_Starred) {
        spread_one(compiler, place, args.items[0]->Starred.value);
        return;
    }
    if (extra == 0) {
        compile_tuple_of(compiler, place, args);
        return;
    }
    emit_a(compiler, place, OP_BUILD_LIST, extra);
    for (size_t i = 0; i < args.count; i++) {
        bool star = args.items[i]->kind == AST_Starred;
        compile_expression(compiler, star ? args.items[i]->Starred.value : args.items[i]);
        emit_a(compiler, place, star ? OP_LIST_EXTEND : OP_LIST_APPEND, 1);
    }
    emit(compiler, place, OP_LIST_TO_TUPLE);
}

// Pushes the keywords [start, end) as a dict. Several names are on no line of their own, as CPython
// loads them all at the end; very many are put in one by one.
static void keywords_dict(struct compiler *compiler, struct place place, struct node_list keywords,
                          size_t start, size_t end) {
    size_t count = end - start;
    bool stepwise = count * 2 > MOST_ON_STACK;
    struct place name_place = count > 1 && !stepwise ? place_nowhere() : place;
    if (stepwise) {
        emit_a(compiler, place, OP_BUILD_DICT, 0);
    }
    for (size_t i = start; i < end; i++) {
        emit_text(compiler, name_place, keyword_name(compiler, keywords.items[i]));
        compile_expression(compiler, keywords.items[i]->keyword.value);
        if (stepwise) {
            emit_a(compiler, place, OP_DICT_ADD, 1);
        }
    }
    if (!stepwise) {
        emit_a(compiler, place, OP_BUILD_DICT, count);
    }
}

// Runs of named keywords become dicts; each of them and each ** is merged into the first.
static void spread_keywords(struct compiler *compiler, struct place place,
                            struct node_list keywords) {
    bool have_dict = false;
    for (size_t i = 0; i < keywords.count;) {
        size_t end = i;
        while (end < keywords.count && keywords.items[end]->keyword.arg != NULL) {
            end++;
        }
        if (end > i) {
            keywords_dict(compiler, place, keywords, i, end);
            i = end;
        } else {
            if (!have_dict) {
                emit_a(compiler, place, OP_BUILD_DICT, 0);
                have_dict = true;
            }
            compile_expression(compiler, keywords.items[i++]->keyword.value);
        }
        if (have_dict) {
            emit_a(compiler, place, OP_DICT_MERGE, 1);
        }
        have_dict = true;
    }
}

void compile_arguments(struct compiler *compiler, struct place place, size_t extra,
                       struct node_list args, struct node_list keywords) {
    check_keywords(compiler, keywords);
    bool short_enough = args.count + keywords.count * 2 <= MOST_ON_STACK;
    if (short_enough && !has_star(args) && !has_unpacking(keywords)) {
        plain_call(compiler, place, extra, args, keywords);
        return;
    }
    spread_positional(compiler, place, extra, args);
    spread_keywords(compiler, place, keywords);
    emit_sub(compiler, place, OP_CALL_SPREAD, keywords.count > 0);
}

// Does [node], the value of an attribute, call the builtin super so that its class and object are
// known: without arguments in a method, or with two?
static bool is_super_call(const struct compiler *compiler, const struct node *node) {
    const struct ast_Call *call = &node->Call;
    if (node->kind != AST_Call || call->func->kind != AST_Name ||
        call->func->Name.id != compiler->scopes.name_super || call->keywords.count > 0) {
        return false;
    }
    const struct scope *module = compiler->scopes.list.items[0];
    const struct scope *scope = compiler->unit->scope_now;
    if (scope_lookup(scope, compiler->scopes.name_super)->home != HOME_GLOBAL_IMPLICIT ||
        scope_find(module, compiler->scopes.name_super) != NULL) {
        return false;
    }
    if (call->args.count == 2) {
        return !has_star(call->args);
    }
    const struct symbol *own = scope_find(scope, compiler->scopes.name_class);
    return call->args.count == 0 && scope->kind == SCOPE_FUNCTION && own != NULL &&
           own->home == HOME_FREE && scope->first != NULL && compiler->unit->code->positional > 0;
}

static void super_arguments(struct compiler *compiler, struct node *call) {
    struct place place = place_of(call);
    compile_name(compiler, place_of(call->Call.func), call->Call.func->Name.id, AST_LOAD);
    if (call->Call.args.count == 2) {
        compile_expression(compiler, call->Call.args.items[0]);
        compile_expression(compiler, call->Call.args.items[1]);
        return;
    }
    compile_name(compiler, place, compiler->scopes.name_class, AST_LOAD);
    compile_name(compiler, place, compiler->unit->scope->slots.items[0].name, AST_LOAD);
}

bool compile_super_attribute(struct compiler *compiler, struct node *node, bool method) {
    if (!is_super_call(compiler, node->Attribute.value)) {
        return false;
    }
    super_arguments(compiler, node->Attribute.value);
    emit_sub_name(compiler, compile_attribute_place(node, place_of(node)), OP_LOAD_SUPER_METHOD,
                  method, node->Attribute.attr);
    return true;
}

// Puts a method and its object on the stack.
static void method(struct compiler *compiler, struct node *attribute) {
    if (compile_super_attribute(compiler, attribute, true)) {
        return;
    }
    compile_expression(compiler, attribute->Attribute.value);
    emit_name(compiler, compile_attribute_place(attribute, place_of(attribute)), OP_LOAD_METHOD,
              attribute->Attribute.attr);
}

void compile_call(struct compiler *compiler, struct node *node) {
    struct node *func = node->Call.func;
    struct place place = place_of(node);
    if (func->kind == AST_Attribute) {
        method(compiler, func);
        if (!has_star(node->Call.args) && !has_unpacking(node->Call.keywords)) {
            place = compile_attribute_place(func, place);
        }
    } else {
        compile_expression(compiler, func);
        emit(compiler, place_of(func), OP_LOAD_ABSENT);
    }
    compile_arguments(compiler, place, 0, node->Call.args, node->Call.keywords);
}
