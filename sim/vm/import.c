// The import statement: packages before what is in them, then what the statement asks for.
#include "vm/import.h"

#include "base/buf.h"
#include "vm/builtins.h"
#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/frame.h"
#include "vm/import_find.h"
#include "vm/list.h"
#include "vm/module.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/stdlib.h"
#include "vm/str.h"
#include "vm/type.h"

// Not found ---------------------------------------------------------------------------------------

static void set_extra(struct vm *vm, enum exception_extra extra, const char *text) {
    struct value value = str_from(vm, text);
    if (!value_is_error(value)) {
        value_replace(vm, &exception_of(vm->raised)->extra[extra], value);
    }
}

// What is unknown is not found, as in CPython; what CPython has is refused (see vm_is_refusal).
static struct value refuse_missing(struct vm *vm, const char *name) {
    bool refused = stdlib_has(name);
    raise_error(vm, EXCEPTION_ModuleNotFoundError,
                refused ? "module '%s' is not part of loopscope" : "No module named '%s'", name);
    if (raised_is(vm, EXCEPTION_ModuleNotFoundError)) {
        set_extra(vm, EXCEPTION_NAME, name);
        if (refused) {
            exception_of(vm->raised)->extra[EXCEPTION_REFUSED] = VALUE_TRUE;
        }
    }
    return VALUE_ERROR;
}

bool vm_is_refusal(struct vm *vm, struct value exception) {
    bool may_be = exception_is_kind(vm, exception, EXCEPTION_ImportError) ||
                  exception_is_kind(vm, exception, EXCEPTION_NotImplementedError);
    return may_be && value_is(exception_of(exception)->extra[EXCEPTION_REFUSED], VALUE_TRUE);
}

static struct value refuse_no_package(struct vm *vm, const char *name, const char *package) {
    if (stdlib_has(name)) {
        return refuse_missing(vm, name);
    }
    raise_error(vm, EXCEPTION_ModuleNotFoundError, "No module named '%s'; '%s' is not a package",
                name, package);
    if (raised_is(vm, EXCEPTION_ModuleNotFoundError)) {
        set_extra(vm, EXCEPTION_NAME, name);
    }
    return VALUE_ERROR;
}

// Loading -----------------------------------------------------------------------------------------

static bool is_package(struct vm *vm, struct value module) {
    struct value path = vm_find_attribute(vm, module, "__path__");
    bool is = !value_is_absent(path) && !value_is_error(path);
    raised_clear(vm, EXCEPTION_BaseException);
    value_drop(vm, path);
    return is;
}

// Imports what [name] is inside of, and makes sure that it is a package. Gives it, or ABSENT for a
// topmost module.
static struct value import_parent(struct vm *vm, const char *name) {
    const char *dot = strrchr(name, '.');
    if (dot == NULL) {
        return VALUE_ABSENT;
    }
    struct buf parent = {0};
    buf_put(&parent, name, (size_t)(dot - name));
    struct value module = import_module(vm, buf_text(&parent));
    if (!value_is_error(module) && !is_package(vm, module) &&
        value_is_absent(dict_get_name(vm, vm->modules, name))) {
        value_drop(vm, module);
        module = refuse_no_package(vm, name, buf_text(&parent));
    }
    buf_free(&parent);
    return module;
}

struct value import_module(struct vm *vm, const char *name) {
    struct value known = dict_get_name(vm, vm->modules, name);
    if (!value_is_absent(known)) {
        return value_is_none(known) ? raise_error(vm, EXCEPTION_ModuleNotFoundError,
                                                  "import of %s halted; None in sys.modules", name)
                                    : value_keep(known);
    }
    struct value parent = import_parent(vm, name);
    if (value_is_error(parent)) {
        return parent;
    }
    struct value module = dict_get_name(vm, vm->modules, name); // the package may have loaded it
    module = value_is_absent(module) ? import_find(vm, name) : value_keep(module);
    if (value_is_absent(module)) {
        module = refuse_missing(vm, name);
    }
    if (!value_is_error(module) && !value_is_absent(parent) &&
        !vm_set_attribute(vm, parent, strrchr(name, '.') + 1, module)) {
        value_drop(vm, module);
        module = VALUE_ERROR;
    }
    value_drop(vm, parent);
    return module;
}

// The statement -----------------------------------------------------------------------------------

// The full name that a relative import means: the package of the running code, [level] - 1 levels
// up, then [name].
static bool put_full_name(struct vm *vm, const struct str *name, int level, struct buf *out) {
    if (level == 0) {
        buf_puts(out, name->text);
        return true;
    }
    struct dict *globals = frame_globals(vm);
    struct value package =
        globals == NULL ? VALUE_NONE : dict_get_str(globals, dunder(vm, DUNDER_package));
    if (!str_is(package) || str_of(package)->length == 0) {
        raise_error(vm, EXCEPTION_ImportError,
                    "attempted relative import with no known parent package");
        return false;
    }
    buf_puts(out, str_of(package)->text);
    while (--level > 0) {
        const char *dot = strrchr(buf_text(out), '.');
        if (dot == NULL) {
            raise_error(vm, EXCEPTION_ImportError,
                        "attempted relative import beyond top-level package");
            return false;
        }
        out->length = (size_t)(dot - out->data);
        out->data[out->length] = '\0';
    }
    if (name->length > 0) {
        buf_printf(out, ".%s", name->text);
    }
    return true;
}

// Imports the submodules among [names] that are not attributes of the package yet.
static bool import_names(struct vm *vm, struct value module, const char *full_name,
                         struct value names) {
    size_t count;
    const struct value *items = sequence_items(names, &count);
    for (size_t i = 0; i < count; i++) {
        if (!str_is(items[i]) || str_equals(str_of(items[i]), "*")) {
            continue;
        }
        struct value found = vm_find_attribute_str(vm, module, str_of(items[i]));
        value_drop(vm, found);
        if (!value_is_absent(found)) {
            if (value_is_error(found)) {
                return false;
            }
            continue;
        }
        struct buf name = {0};
        buf_printf(&name, "%s.%s", full_name, str_of(items[i])->text);
        struct value submodule = import_module(vm, buf_text(&name));
        buf_free(&name);
        value_drop(vm, submodule);
        if (value_is_error(submodule) && !raised_clear(vm, EXCEPTION_ModuleNotFoundError)) {
            return false;
        }
    }
    return true;
}

static struct value topmost(struct vm *vm, const char *full_name) {
    struct buf top = {0};
    buf_put(&top, full_name, strcspn(full_name, "."));
    struct value module = import_module(vm, buf_text(&top));
    buf_free(&top);
    return module;
}

struct value import_name(struct vm *vm, struct str *name, int level, struct value names) {
    struct buf full_name = {0};
    if (!put_full_name(vm, name, level, &full_name)) {
        buf_free(&full_name);
        return VALUE_ERROR;
    }
    bool wants_names = tuple_is(names) && tuple_of(names)->count > 0;
    struct value module = import_module(vm, buf_text(&full_name));
    if (!value_is_error(module) && !wants_names) {
        value_drop(vm, module);
        module = topmost(vm, buf_text(&full_name));
    } else if (!value_is_error(module) && is_package(vm, module) &&
               !import_names(vm, module, buf_text(&full_name), names)) {
        value_drop(vm, module);
        module = VALUE_ERROR;
    }
    buf_free(&full_name);
    return module;
}

static struct value refuse_name(struct vm *vm, struct value module, const struct str *name) {
    const char *of = module_is(vm, module) ? module_text(vm, module, DUNDER_name) : NULL;
    const char *file = module_is(vm, module) ? module_text(vm, module, DUNDER_file) : NULL;
    struct buf why = {0};
    if (module_is(vm, module)) {
        module_advise(vm, module, &why);
    }
    bool partly = why.length == 0 && module_is(vm, module) && module_of(module)->loading;
    if (why.length == 0) {
        buf_puts(&why, file == NULL ? "unknown location" : file);
    }
    raise_error(vm, EXCEPTION_ImportError, "cannot import name '%s' from %s'%s' %s(%s)", name->text,
                partly ? "partially initialized module " : "",
                of == NULL ? "<unknown module name>" : of,
                partly ? "(most likely due to a circular import) " : "", buf_text(&why));
    buf_free(&why);
    if (raised_is(vm, EXCEPTION_ImportError)) {
        set_extra(vm, EXCEPTION_NAME, of == NULL ? "" : of);
        struct exception *exception = exception_of(vm->raised);
        value_replace(vm, &exception->extra[EXCEPTION_NAME_FROM], value_keep(value_object(name)));
    }
    return VALUE_ERROR;
}

struct value import_from(struct vm *vm, struct value module, struct str *name) {
    struct value found = vm_find_attribute_str(vm, module, name);
    if (!value_is_absent(found)) {
        return found;
    }
    const char *package = module_is(vm, module) ? module_text(vm, module, DUNDER_name) : NULL;
    if (package != NULL) {
        struct buf full_name = {0};
        buf_printf(&full_name, "%s.%s", package, name->text);
        found = dict_get_name(vm, vm->modules, buf_text(&full_name));
        buf_free(&full_name);
    }
    return value_is_absent(found) ? refuse_name(vm, module, name) : value_keep(found);
}

// `from m import *`: the names in __all__, or else all that do not begin with an underscore.
static struct value star_names(struct vm *vm, struct value module, bool *all) {
    struct value names = vm_find_attribute(vm, module, "__all__");
    *all = value_is_absent(names);
    if (!*all) {
        return names;
    }
    struct value dict = vm_get_attribute(vm, module, "__dict__");
    struct value list = value_is_error(dict) ? dict : list_from(vm, dict);
    value_drop(vm, dict);
    return list;
}

bool import_star(struct vm *vm, struct value module, struct dict *namespace) {
    bool all;
    struct value names = star_names(vm, module, &all);
    struct value list = value_is_error(names) ? names : list_from(vm, names);
    bool done = !value_is_error(list);
    value_drop(vm, names);
    for (size_t i = 0; done && i < list_of(list)->count; i++) {
        struct value name = list_of(list)->items[i];
        if (!str_is(name) || (all && str_of(name)->text[0] == '_')) {
            continue;
        }
        struct value value = vm_get_attribute_str(vm, module, str_of(name));
        done = !value_is_error(value) && dict_set(vm, namespace, name, value);
        value_drop(vm, value);
    }
    value_drop(vm, list);
    return done;
}

// builtins.__import__(name, globals, locals, fromlist, level)
struct value import_native(struct vm *vm, struct value self, const struct call *call) {
    struct value name, globals, locals, names = VALUE_NONE, level = value_small(0);
    (void)self;
    if (!native_args(vm, call, "__import__", "o:name|o:globals o:locals o:fromlist o:level", &name,
                     &globals, &locals, &names, &level)) {
        return VALUE_ERROR;
    }
    if (!str_is(name)) {
        return raise_error(vm, EXCEPTION_TypeError, "__import__() argument 1 must be str, not %s",
                           value_type(vm, name)->name);
    }
    struct value tuple = value_is_none(names) ? names : tuple_from(vm, names);
    if (value_is_error(tuple)) {
        return tuple;
    }
    int64_t levels = value_is_small(level) ? value_to_small(level) : 0;
    struct value module = import_name(vm, str_of(name), (int)levels, tuple);
    value_drop(vm, tuple);
    return module;
}

// The first modules ------------------------------------------------------------------------------

static bool add_native(struct vm *vm, const struct native_module *native) {
    struct value module = module_native(vm, native);
    bool done = !value_is_error(module) && dict_set_name(vm, vm->modules, native->name, module);
    value_drop(vm, module);
    return done;
}

static bool add_function(struct vm *vm, const struct native *native) {
    struct value function = native_new(vm, native, VALUE_ABSENT);
    bool done =
        !value_is_error(function) && dict_set_name(vm, vm->builtins, native->name, function);
    value_drop(vm, function);
    return done;
}

bool import_ready(struct vm *vm) {
    static const struct native functions[] = {{"__build_class__", build_class, NATIVE_PLAIN, NULL},
                                              {"__import__", import_native, NATIVE_PLAIN, NULL}};
    struct value modules = dict_new(vm);
    if (value_is_error(modules)) {
        return false;
    }
    vm->modules = dict_of(modules);
    if (!add_native(vm, &builtins_module)) {
        return false;
    }
    struct value builtins = dict_get_name(vm, vm->modules, "builtins");
    vm->builtins = module_of(builtins)->dict;
    return add_function(vm, &functions[0]) && add_function(vm, &functions[1]) &&
           add_native(vm, &sys_module);
}
