// The end of a program: its module's variables die, in the order in which CPython clears a module
// that is still alive (Objects/moduleobject.c): names with one leading underscore first, then all
// others as they were made.
#include "vm/dict.h"
#include "vm/module.h"
#include "vm/state.h"
#include "vm/str.h"

void *vm_host_self(const struct vm *vm) {
    return vm->options.host.self;
}

void vm_end(struct vm *vm) {
    vm->ending = true;
    vm->budget = 0; // the machine looks up at the next line
}

static bool is_private(const struct str *name) {
    return name->text[0] == '_' && name->text[1] != '_';
}

static void clear_names(struct vm *vm, struct dict *names, bool privates) {
    uint32_t at = 0;
    struct value key, value;
    while (dict_next(names, &at, &key, &value)) {
        if (!str_is(key) || value_is_none(value) || is_private(str_of(key)) != privates ||
            str_equals(str_of(key), "__builtins__")) {
            continue;
        }
        // Replacing a value keeps the dict's shape, so the walk goes on.
        dict_set(vm, names, key, VALUE_NONE);
    }
}

void vm_shut_down(struct vm *vm) {
    struct value main = dict_get_name(vm, vm->modules, "__main__");
    if (value_is_absent(main)) {
        return;
    }
    value_keep(main);
    struct dict *names = module_of(main)->dict;
    clear_names(vm, names, true);
    clear_names(vm, names, false);
    value_drop(vm, main);
}
