// The module type.
#include "vm/module.h"

#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/stdlib.h"
#include "vm/str.h"
#include "vm/type.h"

bool module_is(struct vm *vm, struct value v) {
    return value_is_object(v) &&
           type_is_subtype(value_to_object(v)->type, builtin(vm, BUILTIN_module));
}

static struct value module_create(struct vm *vm, struct type *type, const struct call *call) {
    (void)call;
    struct value dict = dict_new(vm);
    if (value_is_error(dict)) {
        return dict;
    }
    struct module *module = object_new(vm, type, sizeof *module);
    if (module == NULL) {
        value_drop(vm, dict);
        return VALUE_ERROR;
    }
    module->dict = dict_of(dict);
    return value_object(module);
}

static bool fill(struct vm *vm, struct value self, struct value name, struct value doc) {
    struct dict *dict = module_of(self)->dict;
    return dict_set_str(vm, dict, dunder(vm, DUNDER_name), name) &&
           dict_set_str(vm, dict, dunder(vm, DUNDER_doc), doc) &&
           dict_set_str(vm, dict, dunder(vm, DUNDER_package), VALUE_NONE) &&
           dict_set_str(vm, dict, dunder(vm, DUNDER_loader), VALUE_NONE) &&
           dict_set_str(vm, dict, dunder(vm, DUNDER_spec), VALUE_NONE);
}

static bool module_init(struct vm *vm, struct value self, const struct call *call) {
    struct value name, doc = VALUE_NONE;
    if (!native_args(vm, call, "module", "o:name|o:doc", &name, &doc)) {
        return false;
    }
    if (!str_is(name)) {
        raise_error(vm, EXCEPTION_TypeError, "module() argument 'name' must be str, not %s",
                    value_type(vm, name)->name);
        return false;
    }
    return fill(vm, self, name, doc);
}

struct value module_new(struct vm *vm, const char *name) {
    struct value text = str_from(vm, name);
    struct value module =
        value_is_error(text) ? text : module_create(vm, builtin(vm, BUILTIN_module), NULL);
    if (!value_is_error(module) && !fill(vm, module, text, VALUE_NONE)) {
        value_drop(vm, module);
        module = VALUE_ERROR;
    }
    value_drop(vm, text);
    return module;
}

static bool add_functions(struct vm *vm, struct value module, const struct native *functions) {
    struct dict *dict = module_of(module)->dict;
    struct value name = dict_get_str(dict, dunder(vm, DUNDER_name));
    for (; functions != NULL && functions->name != NULL; functions++) {
        struct value function = native_new(vm, functions, VALUE_ABSENT);
        if (value_is_error(function)) {
            return false;
        }
        native_of(function)->module = value_keep(name);
        bool done = dict_set_name(vm, dict, functions->name, function);
        value_drop(vm, function);
        if (!done) {
            return false;
        }
    }
    return true;
}

struct value module_native(struct vm *vm, const struct native_module *native) {
    struct value module = module_new(vm, native->name);
    if (value_is_error(module)) {
        return module;
    }
    if (!add_functions(vm, module, native->functions) ||
        (native->init != NULL && !native->init(vm, module))) {
        value_drop(vm, module);
        return VALUE_ERROR;
    }
    return module;
}

static void module_free(struct vm *vm, struct object *object) {
    value_drop(vm, value_object(((struct module *)object)->dict));
}

const char *module_text(struct vm *vm, struct value module, enum dunder attribute) {
    struct value found = dict_get_str(module_of(module)->dict, dunder(vm, attribute));
    return str_is(found) ? str_of(found)->text : NULL;
}

// <module 'math' (built-in)>, <module 'helper' from '/home/me/helper.py'>
static struct value module_repr(struct vm *vm, struct value self) {
    const char *name = module_text(vm, self, DUNDER_name);
    const char *file = module_text(vm, self, DUNDER_file);
    if (file != NULL) {
        return str_format(vm, "<module '%s' from '%s'>", name == NULL ? "?" : name, file);
    }
    bool is_main = name != NULL && strcmp(name, "__main__") == 0;
    return str_format(vm, "<module '%s'%s>", name == NULL ? "?" : name,
                      is_main ? "" : " (built-in)");
}

void module_advise(struct vm *vm, struct value module, struct buf *out) {
    const char *name = module_text(vm, module, DUNDER_name);
    const char *file = module_text(vm, module, DUNDER_file);
    if (module_of(module)->own && name != NULL && file != NULL && stdlib_has(name)) {
        buf_printf(out,
                   "consider renaming '%s' since it has the same name as the standard library "
                   "module named '%s' and the import system gives it precedence",
                   file, name);
    }
}

struct value module_refuse_attribute(struct vm *vm, struct value module, const struct str *name) {
    const char *of = module_text(vm, module, DUNDER_name);
    struct buf advice = {0};
    module_advise(vm, module, &advice);
    if (of == NULL) {
        raise_error(vm, EXCEPTION_AttributeError, "module has no attribute '%s'", name->text);
    } else if (advice.length > 0) {
        raise_error(vm, EXCEPTION_AttributeError, "module '%s' has no attribute '%s' (%s)", of,
                    name->text, buf_text(&advice));
    } else if (module_of(module)->loading) {
        raise_error(vm, EXCEPTION_AttributeError,
                    "partially initialized module '%s' has no attribute '%s' (most likely due to "
                    "a circular import)",
                    of, name->text);
    } else {
        raise_error(vm, EXCEPTION_AttributeError, "module '%s' has no attribute '%s'", of,
                    name->text);
    }
    buf_free(&advice);
    return VALUE_ERROR;
}

// Attributes that are not there are asked from the module's own __getattr__, if it has one.
static struct value module_get_attribute(struct vm *vm, struct value self, struct str *name) {
    struct value found = instance_find_attribute(vm, self, name);
    if (!value_is_absent(found)) {
        return found;
    }
    struct value getattr = dict_get_str(module_of(self)->dict, dunder(vm, DUNDER_getattr));
    if (value_is_absent(getattr)) {
        return raise_attribute(vm, self, name);
    }
    struct value key = value_object(name);
    return vm_call(vm, getattr, &key, 1);
}

static struct value module_dir(struct vm *vm, struct value self, const struct call *call) {
    struct dict *dict = module_of(self)->dict;
    (void)call;
    struct value own = dict_get_str(dict, dunder(vm, DUNDER_dir));
    return value_is_absent(own) ? list_from(vm, value_object(dict)) : vm_call(vm, own, NULL, 0);
}

static const struct native module_attributes[] = {
    {"__dir__", module_dir, NATIVE_PLAIN, NULL},
    {0},
};

bool module_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct module);
    type->flags |= TYPE_BASE | TYPE_IDENTITY;
    type->dict_offset = offsetof(struct module, dict);
    type->free = module_free;
    type->create = module_create;
    type->init = module_init;
    type->repr = module_repr;
    type->get_attribute = module_get_attribute;
    return type_ready(vm, type, module_attributes);
}
