// Making and freeing a vm.
//
// The builtin types are all made first, empty, so that they can refer to each other; then each
// becomes ready in the order of vm/types.def; then exceptions, modules and the rest follow.
#include "vm/vm.h"

#include "base/mem.h"
#include "base/vec.h"
#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/files.h"
#include "vm/import.h"
#include "vm/list.h"
#include "vm/module.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"

typedef bool type_ready_function(struct vm *vm, struct type *type);

struct builtin_definition {
    const char *name;
    enum builtin_type base;
    type_ready_function *ready;
};

static const struct builtin_definition definitions[BUILTIN_COUNT] = {
#define BUILTIN(identifier, name, base) {name, BUILTIN_##base, identifier##_type_ready},
#include "vm/types.def"
#undef BUILTIN
};

static const char *const dunder_texts[DUNDER_COUNT] = {
#define DUNDER(identifier, text) text,
#include "vm/dunders.def"
#undef DUNDER
};

static void make_types(struct vm *vm) {
    for (enum builtin_type i = 0; i < BUILTIN_COUNT; i++) {
        struct type *base = i == BUILTIN_object ? NULL : vm->types.types[definitions[i].base];
        vm->types.types[i] = type_new_builtin(vm, definitions[i].name, base);
    }
    // The first types were made before there was a type `type`.
    for (enum builtin_type i = 0; i < BUILTIN_COUNT; i++) {
        vm->types.types[i]->head.type = vm->types.types[BUILTIN_type];
    }
    // Known before the types are ready, as their names and attributes are such values.
    builtin(vm, BUILTIN_str)->flags |= TYPE_STR;
    builtin(vm, BUILTIN_tuple)->flags |= TYPE_TUPLE;
    builtin(vm, BUILTIN_dict)->flags |= TYPE_DICT;
    builtin(vm, BUILTIN_type)->flags |= TYPE_TYPE;
}

static bool make_names(struct vm *vm) {
    for (enum dunder i = 0; i < DUNDER_COUNT; i++) {
        struct value name = str_intern(vm, dunder_texts[i], strlen(dunder_texts[i]));
        if (value_is_error(name)) {
            return false;
        }
        vm->dunders[i] = str_of(name);
        value_drop(vm, name); // kept as interned
    }
    return true;
}

static bool make_ready(struct vm *vm) {
    if (!str_singles_ready(vm) || !make_names(vm)) {
        return false;
    }
    for (enum builtin_type i = 0; i < BUILTIN_COUNT; i++) {
        if (!definitions[i].ready(vm, vm->types.types[i])) {
            return false;
        }
    }
    if (!exceptions_ready(vm)) {
        return false;
    }
    vm->memory_error = exception_new(vm, EXCEPTION_MemoryError, NULL, 0);
    return !value_is_error(vm->memory_error) && import_ready(vm);
}

struct vm *vm_new(const struct vm_options *options) {
    struct vm *vm = mem_zalloc(1, sizeof *vm);
    vm->options = *options;
    vm->heap.limit = options->memory_limit;
    vm->names = names_new();
    vm->raised = VALUE_ABSENT;
    vm->memory_error = VALUE_ABSENT;
    vm->payload = VALUE_ABSENT;
    vm->tape = options->tape;
    vm->budget = INT64_MAX;
    make_types(vm);
    if (!make_ready(vm)) {
        vm_free(vm);
        return NULL;
    }
    return vm;
}

// All objects lie in the heap and go with it, also those that circles keep alive: nothing is
// dropped one by one.
void vm_free(struct vm *vm) {
    if (vm == NULL) {
        return;
    }
    heap_free_all(vm);
    for (size_t i = 0; i < vm->builtin_types.count; i++) {
        mem_free(vm->builtin_types.items[i]);
    }
    vec_free(&vm->builtin_types);
    vec_free(&vm->doomed);
    vec_free(&vm->risen);
    for (size_t i = 0; i < vm->arenas.count; i++) {
        arena_free(&vm->arenas.items[i]);
    }
    vec_free(&vm->arenas);
    files_free(vm);
    mem_free(vm->folder);
    mem_free(vm->interned);
    mem_free(vm->name_strs);
    names_free(vm->names);
    mem_free(vm);
}

static bool set_file(struct vm *vm, struct value module, const char *path) {
    struct value file = str_from(vm, path);
    bool done = !value_is_error(file) &&
                dict_set_str(vm, module_of(module)->dict, dunder(vm, DUNDER_file), file);
    value_drop(vm, file);
    return done;
}

struct value vm_load_program(struct vm *vm, const char *path, const char *text, size_t length,
                             struct diag *diag) {
    const char *slash = strrchr(path, '/');
    mem_free(vm->folder);
    vm->folder = mem_copy_text(path, slash == NULL ? 0 : (size_t)(slash - path));
    struct value module = module_new(vm, "__main__");
    if (value_is_error(module)) {
        return module;
    }
    struct value function = VALUE_ERROR;
    if (set_file(vm, module, path) && dict_set_name(vm, vm->modules, "__main__", module)) {
        function = import_compile(vm, module, path, text, length, false, diag);
    }
    value_drop(vm, module);
    return function;
}

void vm_write(struct vm *vm, int stream, const char *text, size_t length) {
    const struct vm_host *host = &vm->options.host;
    host->write(host->self, stream, text, length);
}
