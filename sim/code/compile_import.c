// import and from … import.
#include <string.h>

#include "code/compile_parts.h"

static void import(struct compiler *compiler, struct place place, const struct name *name,
                   unsigned level) {
    emit_sub_name(compiler, place, OP_IMPORT, level, name);
}

// `import a.b.c as d`: goes from a down to c.
static void import_as(struct compiler *compiler, struct place place, const struct node *alias) {
    const char *part = strchr(alias->alias.name->text, '.');
    while (part != NULL) {
        const char *next = strchr(++part, '.');
        size_t length = next != NULL ? (size_t)(next - part) : strlen(part);
        emit_name(compiler, place, OP_IMPORT_FROM, names_get(compiler->names, part, length));
        emit_a(compiler, place, OP_SWAP, 2);
        emit(compiler, place, OP_POP);
        part = next;
    }
    compile_name(compiler, place, alias->alias.asname, AST_STORE);
}

void compile_import(struct compiler *compiler, struct node *node) {
    struct place place = place_of(node);
    for (size_t i = 0; i < node->Import.names.count; i++) {
        const struct node *alias = node->Import.names.items[i];
        emit_none(compiler, place);
        import(compiler, place, alias->alias.name, 0);
        if (alias->alias.asname != NULL) {
            import_as(compiler, place, alias);
        } else {
            const char *text = alias->alias.name->text;
            compile_name(compiler, place, names_get(compiler->names, text, strcspn(text, ".")),
                         AST_STORE);
        }
    }
}

static void from_list(struct compiler *compiler, struct place place, struct node_list names) {
    struct constant *items = arena_alloc(compiler->arena, (names.count + 1) * sizeof *items);
    for (size_t i = 0; i < names.count; i++) {
        const struct name *name = names.items[i]->alias.name;
        items[i].kind = CONST_STR;
        items[i].text.bytes = name->text;
        items[i].text.length = name->length;
    }
    struct constant tuple = {.kind = CONST_TUPLE};
    tuple.items.items = items;
    tuple.items.count = names.count;
    emit_const(compiler, place, &tuple);
}

void compile_import_from(struct compiler *compiler, struct node *node) {
    const struct ast_ImportFrom *from = &node->ImportFrom;
    struct place place = place_of(node);
    if (future_is_import(node) && node->line > compiler->future.last_line) {
        compile_error(compiler, place,
                      "from __future__ imports must occur at the beginning of the file");
        return;
    }
    const struct name *module =
        from->module != NULL ? from->module : names_get(compiler->names, "", 0);
    from_list(compiler, place, from->names);
    import(compiler, place, module, from->level > 255 ? 255 : (unsigned)from->level);
    for (size_t i = 0; i < from->names.count; i++) {
        const struct node *alias = from->names.items[i];
        if (i == 0 && strcmp(alias->alias.name->text, "*") == 0) {
            emit(compiler, place, OP_IMPORT_STAR);
            return;
        }
        emit_name(compiler, place, OP_IMPORT_FROM, alias->alias.name);
        compile_name(compiler, place,
                     alias->alias.asname != NULL ? alias->alias.asname : alias->alias.name,
                     AST_STORE);
    }
    emit(compiler, place, OP_POP);
}
