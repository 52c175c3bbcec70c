#include "cli/compile.h"

#include "code/compile.h"
#include "lang/parser.h"

static void tell_warnings(const struct parse_warnings *warnings, vm_syntax_warning *warn,
                          void *self) {
    for (struct parse_warning *w = warnings->first; warn != NULL && w != NULL; w = w->next) {
        warn(self, w->line, w->message);
    }
}

const struct code *compile_text(struct arena *arena, struct names *names, const char *path,
                                uint16_t file_index, bool library, const char *text, size_t length,
                                vm_syntax_warning *warn, void *warn_self, struct diag *diag) {
    struct parse_warnings warnings = {0};
    struct parse_source source = {path, text, length};
    struct node *module;
    const struct code *code = NULL;
    // In one arena: constants of the code point into the tree.
    if (parse_program(arena, names, &source, &module, &warnings, diag)) {
        tell_warnings(&warnings, warn, warn_self);
        struct compile_options options = {.file = path,
                                          .file_index = file_index,
                                          .source = text,
                                          .length = length,
                                          .library = library};
        code = compile_program(arena, names, module, &options, diag);
    }
    return code;
}
