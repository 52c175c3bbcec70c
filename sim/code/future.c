#include "code/future.h"

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

static const char *const features[] = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "generator_stop", "barry_as_FLUFL",
};

static bool is_feature(const char *name) {
    for (size_t i = 0; i < sizeof features / sizeof *features; i++) {
        if (strcmp(features[i], name) == 0) {
            return true;
        }
    }
    return false;
}

bool future_is_import(const struct node *statement) {
    return statement->kind == AST_ImportFrom && statement->ImportFrom.level == 0 &&
           statement->ImportFrom.module != NULL &&
           strcmp(statement->ImportFrom.module->text, "__future__") == 0;
}

static bool is_docstring(const struct node *statement) {
    return statement->kind == AST_Expr && statement->Expr.value->kind == AST_Constant &&
           statement->Expr.value->Constant.value.kind == AST_STR;
}

// CPython names only the start of such a statement.
static bool refuse(struct place_text *source, struct diag *diag, const struct node *statement,
                   const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    place_report(source, diag, DIAG_SYNTAX, place_of(statement), format, arguments);
    va_end(arguments);
    diag->end_column = 0;
    return false;
}

static bool read_import(struct future *future, const struct node *statement,
                        struct place_text *source, struct diag *diag) {
    for (size_t i = 0; i < statement->ImportFrom.names.count; i++) {
        const char *name = statement->ImportFrom.names.items[i]->alias.name->text;
        if (strcmp(name, "annotations") == 0) {
            future->annotations = true;
        } else if (strcmp(name, "braces") == 0) {
            return refuse(source, diag, statement, "not a chance");
        } else if (!is_feature(name)) {
            return refuse(source, diag, statement, "future feature %s is not defined", name);
        }
    }
    future->last_line = statement->line;
    return true;
}

bool future_read(struct future *future, const struct node *module, struct place_text *source,
                 struct diag *diag) {
    *future = (struct future){0};
    if (module->kind != AST_Module) {
        return true;
    }
    struct node_list body = module->Module.body;
    size_t first = body.count > 0 && is_docstring(body.items[0]) ? 1 : 0;
    for (size_t i = first; i < body.count && future_is_import(body.items[i]); i++) {
        if (!read_import(future, body.items[i], source, diag)) {
            return false;
        }
    }
    return true;
}
