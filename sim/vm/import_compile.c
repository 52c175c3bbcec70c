// From a module's text to the function that runs it.
#include "base/diag.h"
#include "base/vec.h"
#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/files.h"
#include "vm/function.h"
#include "vm/import.h"
#include "vm/list.h"
#include "vm/module.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/warn.h"

struct warning_place {
    struct vm *vm;
    const char *path;
};

static void tell_warning(void *self, int line, const char *message) {
    const struct warning_place *place = self;
    warn_at(place->vm, "SyntaxWarning", message, place->path, line);
}

// Raises what the compiler found wrong in a module.
static struct value raise_diag(struct vm *vm, const char *path, const struct diag *diag) {
    static const enum exception_kind kinds[] = {
        [DIAG_SYNTAX] = EXCEPTION_SyntaxError, [DIAG_INDENTATION] = EXCEPTION_IndentationError,
        [DIAG_TAB] = EXCEPTION_TabError,       [DIAG_REFUSED] = EXCEPTION_ImportError,
        [DIAG_FILE] = EXCEPTION_SyntaxError,
    };
    if (diag->kind == DIAG_REFUSED) {
        raise_error(vm, EXCEPTION_ImportError, "%s:%d:%d: %s", path, diag->line, diag->column,
                    diag->message);
        if (raised_is(vm, EXCEPTION_ImportError)) {
            exception_of(vm->raised)->extra[EXCEPTION_REFUSED] = VALUE_TRUE;
        }
        return VALUE_ERROR;
    }
    const char *line = "";
    size_t length = 0;
    files_line(vm, path, diag->line, &line, &length);
    struct value details[6] = {str_from(vm, path),          value_small(diag->line),
                               value_small(diag->column),   str_new(vm, line, length),
                               value_small(diag->end_line), value_small(diag->end_column)};
    struct value args[2] = {str_from(vm, diag->message), tuple_new(vm, details, 6)};
    struct value exception = exception_new(vm, kinds[diag->kind], args, 2);
    value_drop(vm, details[0]);
    value_drop(vm, details[3]);
    value_drop(vm, args[0]);
    value_drop(vm, args[1]);
    return value_is_error(exception) ? exception : raise_value(vm, exception);
}

struct value import_compile(struct vm *vm, struct value module, const char *path, const char *text,
                            size_t length, bool library, struct diag *diag) {
    struct diag own = {0};
    struct diag *wrong = diag == NULL ? &own : diag;
    struct warning_place place = {vm, path};
    const struct vm_host *host = &vm->options.host;
    uint16_t index = 0;
    files_add(vm, path, text, length);
    const char *kept_path = vm->files.items[vm->files.count - 1].path;
    if (!library && host->opened != NULL) {
        index = host->opened(host->self, path, text, length);
    }
    struct arena arena = {0};
    const struct code *code =
        vm->options.compile(&arena, vm->names, kept_path, index, library, text, length,
                            library ? NULL : tell_warning, &place, wrong);
    *vec_push(&vm->arenas) = arena;
    if (code == NULL) {
        return diag == NULL ? raise_diag(vm, path, wrong) : VALUE_ERROR;
    }
    struct dict *globals = module_of(module)->dict;
    struct value builtins = dict_get_name(vm, vm->modules, "builtins");
    struct value loaded = VALUE_ERROR;
    if (dict_set_str(vm, globals, dunder(vm, DUNDER_builtins), builtins)) {
        loaded = loaded_new(vm, code, globals);
    }
    struct value function = value_is_error(loaded) ? loaded : function_new(vm, loaded_of(loaded));
    value_drop(vm, loaded);
    return function;
}
