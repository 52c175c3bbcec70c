// The module builtins: its table of functions (builtins.def), and the names of constants, types
// and exceptions.
#include "vm/builtins.h"

#include "vm/builtin.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/vm.h"

static const struct native functions[] = {
#define FUNCTION(name, group) {#name, builtins_##name, NATIVE_PLAIN, NULL},
#include "vm/builtins.def"
#undef FUNCTION
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

// The types that programs know by name without an import.
static const enum builtin_type types[] = {
    BUILTIN_object,   BUILTIN_type,         BUILTIN_int,         BUILTIN_bool,
    BUILTIN_float,    BUILTIN_str,          BUILTIN_bytes,       BUILTIN_bytearray,
    BUILTIN_tuple,    BUILTIN_list,         BUILTIN_dict,        BUILTIN_set,
    BUILTIN_range,    BUILTIN_frozenset,    BUILTIN_slice,       BUILTIN_enumerate,
    BUILTIN_zip,      BUILTIN_map,          BUILTIN_filter,      BUILTIN_reversed,
    BUILTIN_property, BUILTIN_staticmethod, BUILTIN_classmethod, BUILTIN_super,
};

static bool add_types(struct vm *vm, struct value module) {
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        struct type *type = builtin(vm, types[i]);
        if (!vm_set_attribute(vm, module, type->name, value_object(type))) {
            return false;
        }
    }
    return true;
}

static bool add_exceptions(struct vm *vm, struct value module) {
    for (int kind = 0; kind < EXCEPTION_COUNT; kind++) {
        struct type *type = exception_type(vm, (enum exception_kind)kind);
        if (!vm_set_attribute(vm, module, type->name, value_object(type))) {
            return false;
        }
    }
    // Old names of OSError.
    struct value os_error = value_object(exception_type(vm, EXCEPTION_OSError));
    return vm_set_attribute(vm, module, "EnvironmentError", os_error) &&
           vm_set_attribute(vm, module, "IOError", os_error);
}

static bool init(struct vm *vm, struct value module) {
    return vm_set_attribute(vm, module, "None", VALUE_NONE) &&
           vm_set_attribute(vm, module, "True", VALUE_TRUE) &&
           vm_set_attribute(vm, module, "False", VALUE_FALSE) &&
           vm_set_attribute(vm, module, "Ellipsis", VALUE_ELLIPSIS) &&
           vm_set_attribute(vm, module, "NotImplemented", VALUE_NOT_IMPLEMENTED) &&
           vm_set_attribute(vm, module, "__debug__", VALUE_TRUE) && add_types(vm, module) &&
           add_exceptions(vm, module);
}

const struct native_module builtins_module = {"builtins", functions, init};
