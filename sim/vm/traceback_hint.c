// "Did you mean": what a wrong name may have meant.
//
// For a NameError the answer is found when it is raised, while the variables are there; for the
// others when it is printed, among what the object or module has then.
#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/frame.h"
#include "vm/import.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/stdlib.h"
#include "vm/str.h"
#include "vm/suggest.h"
#include "vm/traceback_text.h"

#define CANDIDATES_MOST 750 // among more CPython does not look

// NameError ---------------------------------------------------------------------------------------

static void consider_keys(struct suggestion *suggestion, struct dict *dict) {
    uint32_t at = 0;
    struct value key, value;
    while (dict != NULL && dict_next(dict, &at, &key, &value)) {
        if (str_is(key)) {
            suggestion_consider(suggestion, str_of(key)->text);
        }
    }
}

// In a method whose self has the wrong name as an attribute, that was meant.
static bool is_of_self(struct vm *vm, struct value locals, const char *wrong_name) {
    struct value self = dict_get_name(vm, dict_of(locals), "self");
    if (value_is_absent(self)) {
        return false;
    }
    struct value found = vm_find_attribute(vm, self, wrong_name);
    bool has = !value_is_absent(found) && !value_is_error(found);
    value_drop(vm, raised_take(vm));
    value_drop(vm, found);
    return has;
}

static void leave_hint(struct vm *vm, struct value exception, const char *prefix,
                       const char *hint) {
    struct value text = str_format(vm, "%s%s", prefix, hint);
    if (!value_is_error(text)) {
        value_replace(vm, &exception_of(exception)->extra[EXCEPTION_OBJECT], text);
    }
}

static void search(struct vm *vm, struct value exception, struct value locals,
                   const char *wrong_name) {
    if (is_of_self(vm, locals, wrong_name)) {
        leave_hint(vm, exception, "self.", wrong_name);
        return;
    }
    struct dict *globals = frame_globals(vm);
    if (dict_of(locals)->used + globals->used + vm->builtins->used > CANDIDATES_MOST) {
        return;
    }
    struct suggestion suggestion = suggestion_for(wrong_name);
    consider_keys(&suggestion, dict_of(locals));
    consider_keys(&suggestion, globals);
    consider_keys(&suggestion, vm->builtins);
    if (suggestion.best != NULL) {
        leave_hint(vm, exception, "", suggestion.best);
    }
}

void traceback_find_hint(struct vm *vm, const char *wrong_name) {
    struct frame *frame = frame_current(vm, 0);
    struct value exception = raised_take(vm);
    if (frame != NULL && exception_is_kind(vm, exception, EXCEPTION_NameError)) {
        struct value locals = frame_locals(vm, frame);
        if (dict_is(locals)) {
            search(vm, exception, locals, wrong_name);
        }
        value_drop(vm, locals);
        value_drop(vm, raised_take(vm));
    }
    vm->raised = exception;
}

// AttributeError, ImportError ---------------------------------------------------------------------

// The sorted names that [object] has; those with an underscore only if [underscored].
static struct value names_of(struct vm *vm, struct value object, bool underscored) {
    struct value names = vm_call_method(vm, object, "__dir__", NULL, 0);
    struct value all = value_is_error(names) ? names : list_from(vm, names);
    struct value list = value_is_error(all) ? all : list_new(vm, NULL, 0);
    value_drop(vm, names);
    bool done = !value_is_error(list);
    for (size_t i = 0; done && i < list_of(all)->count; i++) {
        struct value name = list_of(all)->items[i];
        bool shown = str_is(name) && (underscored || str_of(name)->text[0] != '_');
        done = !shown || list_append(vm, list_of(list), name);
    }
    value_drop(vm, all);
    if (done && list_sort(vm, list_of(list), VALUE_ABSENT, false)) {
        return list;
    }
    value_drop(vm, list);
    return VALUE_ERROR;
}

static void put_nearest(struct vm *vm, struct value object, const struct str *wrong,
                        bool underscored, struct buf *out) {
    struct value names = names_of(vm, object, underscored || wrong->text[0] == '_');
    if (value_is_error(names)) {
        value_drop(vm, raised_take(vm));
        return;
    }
    struct suggestion suggestion = suggestion_for(wrong->text);
    const struct list *list = list_of(names);
    for (size_t i = 0; i < list->count && list->count <= CANDIDATES_MOST; i++) {
        suggestion_consider(&suggestion, str_of(list->items[i])->text);
    }
    if (suggestion.best != NULL) {
        buf_printf(out, ". Did you mean: '%s'?", suggestion.best);
    }
    value_drop(vm, names);
}

static void put_import_hint(struct vm *vm, struct value exception, struct buf *out) {
    const struct value *extra = exception_of(exception)->extra;
    if (!str_is(extra[EXCEPTION_NAME]) || !str_is(extra[EXCEPTION_NAME_FROM])) {
        return;
    }
    struct value module = import_module(vm, str_of(extra[EXCEPTION_NAME])->text);
    if (!value_is_error(module)) {
        put_nearest(vm, module, str_of(extra[EXCEPTION_NAME_FROM]), false, out);
        value_drop(vm, module);
    }
    value_drop(vm, raised_take(vm));
}

static void put_name_hint(const struct value *extra, struct buf *out) {
    bool found = str_is(extra[EXCEPTION_OBJECT]);
    if (found) {
        buf_printf(out, ". Did you mean: '%s'?", str_of(extra[EXCEPTION_OBJECT])->text);
    }
    if (str_is(extra[EXCEPTION_NAME]) && stdlib_has(str_of(extra[EXCEPTION_NAME])->text)) {
        buf_printf(out, "%s you forget to import '%s'?", found ? " Or did" : ". Did",
                   str_of(extra[EXCEPTION_NAME])->text);
    }
}

void traceback_put_hint(struct vm *vm, struct value exception, struct buf *out) {
    const struct value *extra = exception_of(exception)->extra;
    if (exception_is_kind(vm, exception, EXCEPTION_NameError)) {
        put_name_hint(extra, out);
    } else if (exception_is_kind(vm, exception, EXCEPTION_ImportError)) {
        put_import_hint(vm, exception, out);
    } else if (exception_is_kind(vm, exception, EXCEPTION_AttributeError) &&
               str_is(extra[EXCEPTION_NAME])) {
        struct value object = extra[EXCEPTION_OBJECT];
        bool of_self = value_is(extra[EXCEPTION_OF_SELF], VALUE_TRUE);
        put_nearest(vm, value_is_absent(object) ? VALUE_NONE : object,
                    str_of(extra[EXCEPTION_NAME]), of_self, out);
    }
}
