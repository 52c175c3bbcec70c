// Where modules come from: C, the library's texts, files beside the program.
#include "vm/import_find.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "vm/dict.h"
#include "vm/files.h"
#include "vm/frame.h"
#include "vm/import.h"
#include "vm/list.h"
#include "vm/math_module.h"
#include "vm/module.h"
#include "vm/raise.h"
#include "vm/random.h"
#include "vm/state.h"
#include "vm/stdlib.h"
#include "vm/str.h"
#include "vm/support_module.h"

// Modules written in C ----------------------------------------------------------------------------

static struct value register_module(struct vm *vm, const char *name, struct value module) {
    if (!value_is_error(module) && !dict_set_name(vm, vm->modules, name, module)) {
        value_drop(vm, module);
        return VALUE_ERROR;
    }
    return module;
}

static const struct native_module *const own_modules[] = {&math_module, &random_module,
                                                          &support_module, NULL};

static struct value find_native(struct vm *vm, const char *name,
                                const struct native_module *const *modules) {
    for (; modules != NULL && *modules != NULL; modules++) {
        if (strcmp((*modules)->name, name) == 0) {
            return register_module(vm, name, module_native(vm, *modules));
        }
    }
    return VALUE_ABSENT;
}

// Modules written in Python -----------------------------------------------------------------------

// What a module is made of.
struct origin {
    const char *name;
    const char *path; // for __file__ and tracebacks
    const char *text;
    size_t length;
    bool is_package;
    bool is_library;
};

static bool is_inside(const char *name, const char *package) {
    size_t length = strlen(package);
    return strncmp(name, package, length) == 0 && name[length] == '.';
}

bool import_is_package(struct vm *vm, const char *name) {
    const struct vm_source *source = vm->options.sources;
    for (; source != NULL && source->name != NULL; source++) {
        if (is_inside(source->name, name)) {
            return true;
        }
    }
    return false;
}

static bool set_text(struct vm *vm, struct value module, enum dunder name, const char *text,
                     size_t length) {
    struct value value = str_new(vm, text, length);
    bool done = !value_is_error(value) &&
                dict_set_str(vm, module_of(module)->dict, dunder(vm, name), value);
    value_drop(vm, value);
    return done;
}

// __path__ tells that a module is a package; what is in it nobody reads.
static bool set_path(struct vm *vm, struct value module, const struct origin *origin) {
    const char *slash = strrchr(origin->path, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - origin->path);
    struct value folder = str_new(vm, origin->path, length);
    struct value list = value_is_error(folder) ? folder : list_new(vm, &folder, 1);
    bool done = !value_is_error(list) &&
                dict_set_str(vm, module_of(module)->dict, dunder(vm, DUNDER_path), list);
    value_drop(vm, folder);
    value_drop(vm, list);
    return done;
}

static bool describe(struct vm *vm, struct value module, const struct origin *origin) {
    const char *dot = strrchr(origin->name, '.');
    size_t package = origin->is_package ? strlen(origin->name)
                     : dot == NULL      ? 0
                                        : (size_t)(dot - origin->name);
    return set_text(vm, module, DUNDER_file, origin->path, strlen(origin->path)) &&
           set_text(vm, module, DUNDER_package, origin->name, package) &&
           (!origin->is_package || set_path(vm, module, origin));
}

// Runs the module's code. While it runs the module is in sys.modules already, so that modules that
// import each other find it; it is taken out again if its code fails.
static bool execute(struct vm *vm, struct value module, const struct origin *origin) {
    if (!dict_set_name(vm, vm->modules, origin->name, module)) {
        return false;
    }
    struct value function = import_compile(vm, module, origin->path, origin->text, origin->length,
                                           origin->is_library, NULL);
    module_of(module)->loading = true;
    struct value result = value_is_error(function) ? function : vm_call(vm, function, NULL, 0);
    module_of(module)->loading = false;
    value_drop(vm, function);
    value_drop(vm, result);
    if (value_is_error(result)) {
        struct value key = str_intern(vm, origin->name, strlen(origin->name));
        if (!value_is_error(key)) {
            dict_delete_str(vm, vm->modules, str_of(key));
            value_drop(vm, key);
        }
        return false;
    }
    return true;
}

static struct value load(struct vm *vm, const struct origin *origin) {
    struct value module = module_new(vm, origin->name);
    if (value_is_error(module)) {
        return module;
    }
    module_of(module)->own = !origin->is_library;
    if (!describe(vm, module, origin) || !execute(vm, module, origin)) {
        value_drop(vm, module);
        return VALUE_ERROR;
    }
    // Its code may have put another object in its place.
    struct value now = dict_get_name(vm, vm->modules, origin->name);
    if (!value_is_absent(now) && !value_is(now, module)) {
        value_keep(now);
        value_drop(vm, module);
        return now;
    }
    return module;
}

static struct value find_source(struct vm *vm, const char *name) {
    const struct vm_source *source = vm->options.sources;
    while (source != NULL && source->name != NULL && strcmp(source->name, name) != 0) {
        source++;
    }
    if (source == NULL || source->name == NULL) {
        return VALUE_ABSENT;
    }
    struct buf path = {0};
    bool is_package = import_is_package(vm, name);
    buf_puts(&path, "<loopscope>/");
    for (const char *c = name; *c != '\0'; c++) {
        buf_putc(&path, *c == '.' ? '/' : *c);
    }
    buf_puts(&path, is_package ? "/__init__.py" : ".py");
    struct origin origin = {.name = name,
                            .path = buf_text(&path),
                            .text = source->text,
                            .length = source->length,
                            .is_package = is_package,
                            .is_library = true};
    struct value module = load(vm, &origin);
    buf_free(&path);
    return module;
}

// Files beside the program ------------------------------------------------------------------------

static bool read_file(const char *path, struct buf *text) {
    FILE *file = fopen(path, "rb");
    char block[4096];
    size_t count;
    if (file == NULL) {
        return false;
    }
    while ((count = fread(block, 1, sizeof block, file)) > 0) {
        buf_put(text, block, count);
    }
    bool done = ferror(file) == 0;
    fclose(file);
    return done;
}

// The file of module [name] in [folder], as [suffix] has it: x/y.py or x/y/__init__.py.
static void put_path(const char *folder, const char *name, const char *suffix, struct buf *path) {
    buf_clear(path);
    buf_puts(path, folder);
    buf_puts(path, *folder == '\0' ? "" : "/");
    for (const char *c = name; *c != '\0'; c++) {
        buf_putc(path, *c == '.' ? '/' : *c);
    }
    buf_puts(path, suffix);
}

static struct value find_file(struct vm *vm, const char *name) {
    if (vm->folder == NULL) {
        return VALUE_ABSENT;
    }
    struct buf path = {0}, text = {0};
    put_path(vm->folder, name, "/__init__.py", &path);
    bool is_package = read_file(buf_text(&path), &text);
    bool found = is_package;
    if (!found) {
        put_path(vm->folder, name, ".py", &path);
        buf_clear(&text);
        found = read_file(buf_text(&path), &text);
    }
    struct value module = VALUE_ABSENT;
    if (found) {
        struct origin origin = {.name = name,
                                .path = buf_text(&path),
                                .text = buf_text(&text),
                                .length = text.length,
                                .is_package = is_package};
        module = load(vm, &origin);
    }
    buf_free(&path);
    buf_free(&text);
    return module;
}

static bool asked_by_program(struct vm *vm) {
    const struct frame *frame = frame_current(vm, 0);
    return frame != NULL && (frame->loaded->code->flags & CODE_LIBRARY) == 0;
}

struct value import_find(struct vm *vm, const char *name) {
    struct value module = VALUE_ABSENT;
    bool files_first = asked_by_program(vm) && !stdlib_is_early(name) && *name != '_';
    if (files_first) {
        module = find_file(vm, name);
    }
    if (value_is_absent(module)) {
        module = find_native(vm, name, vm->options.modules);
    }
    if (value_is_absent(module)) {
        module = find_native(vm, name, own_modules);
    }
    if (value_is_absent(module)) {
        module = find_source(vm, name);
    }
    if (value_is_absent(module) && !files_first) {
        module = find_file(vm, name);
    }
    return module;
}
