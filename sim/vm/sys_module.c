// The module sys: puts its parts together. print finds sys.stdout here.
#include "vm/sys_module.h"

#include "vm/builtins.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/stream.h"
#include "vm/vm.h"

bool sys_add(struct vm *vm, struct value module, const char *name, struct value value) {
    bool done = !value_is_error(value) && vm_set_attribute(vm, module, name, value);
    value_drop(vm, value);
    return done;
}

// sys.stdout, and sys.__stdout__ that keeps it when a program replaces the first.
static bool add_stream(struct vm *vm, struct value module, int number, const char *name,
                       const char *saved) {
    struct value stream = stream_new(vm, number);
    bool done = !value_is_error(stream) && vm_set_attribute(vm, module, saved, stream);
    return sys_add(vm, module, name, stream) && done;
}

static struct value arguments(struct vm *vm) {
    struct value list = list_new(vm, NULL, 0);
    for (int i = 0; i < vm->options.argc && !value_is_error(list); i++) {
        struct value text = str_from(vm, vm->options.argv[i]);
        if (value_is_error(text) || !list_append(vm, list_of(list), text)) {
            value_replace(vm, &list, VALUE_ERROR);
        }
        value_drop(vm, text);
    }
    return list;
}

// The folder of the program, as CPython puts it first.
static struct value search_path(struct vm *vm) {
    const char *program = vm->options.argc > 0 ? vm->options.argv[0] : "";
    const char *slash = strrchr(program, '/');
    struct value folder = str_new(vm, program, slash == NULL ? 0 : (size_t)(slash - program));
    return list_steal(vm, &folder, 1);
}

static bool init(struct vm *vm, struct value module) {
    return add_stream(vm, module, 0, "stdin", "__stdin__") &&
           add_stream(vm, module, 1, "stdout", "__stdout__") &&
           add_stream(vm, module, 2, "stderr", "__stderr__") &&
           sys_add(vm, module, "argv", arguments(vm)) &&
           sys_add(vm, module, "orig_argv", arguments(vm)) &&
           sys_add(vm, module, "path", search_path(vm)) &&
           vm_set_attribute(vm, module, "modules", value_object(vm->modules)) &&
           sys_add_values(vm, module);
}

const struct native_module sys_module = {"sys", sys_functions, init};
