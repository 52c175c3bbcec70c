// What some kinds of exceptions add: attributes, other arguments, other texts.
//
// The additional values stand in [extra] of struct exception (enum exception_extra); the table at
// the end says which functions each family replaces.
#include "vm/exception.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"

// An attribute that is extra[index]: None while ABSENT, can be set and deleted.
#define EXTRA(name, index)                                                                         \
    static struct value get_##name(struct vm *vm, struct value self, const struct call *call) {    \
        (void)vm, (void)call;                                                                      \
        struct value v = exception_of(self)->extra[index];                                         \
        return value_is_absent(v) ? VALUE_NONE : value_keep(v);                                    \
    }                                                                                              \
    static struct value set_##name(struct vm *vm, struct value self, const struct call *call) {    \
        struct value v = call->count == 0 ? VALUE_ABSENT : value_keep(call->args[0]);              \
        value_replace(vm, &exception_of(self)->extra[index], v);                                   \
        return VALUE_NONE;                                                                         \
    }
EXTRA(stop_value, EXCEPTION_STOP_VALUE)
EXTRA(name, EXCEPTION_NAME)
EXTRA(object, EXCEPTION_OBJECT)
EXTRA(path, EXCEPTION_PATH)

static void set_extra(struct vm *vm, struct value self, int index, struct value v) {
    value_replace(vm, &exception_of(self)->extra[index], value_keep(v));
}

static struct value first_argument(struct value self) {
    size_t count;
    const struct value *items = sequence_items(exception_of(self)->args, &count);
    return count > 0 ? items[0] : VALUE_NONE;
}

const struct exception_fields exception_fields_plain = {0};

// StopIteration, SystemExit ---------------------------------------------------------------------

static bool stop_init(struct vm *vm, struct value self, const struct call *call) {
    if (!exception_init(vm, self, call)) {
        return false;
    }
    set_extra(vm, self, EXCEPTION_STOP_VALUE, first_argument(self));
    return true;
}

static const struct native stop_attributes[] = {
    {"value", get_stop_value, NATIVE_GETTER, set_stop_value},
    {0},
};

const struct exception_fields exception_fields_stop_iteration = {.init = stop_init,
                                                                 .attributes = stop_attributes};

static bool exit_init(struct vm *vm, struct value self, const struct call *call) {
    if (!exception_init(vm, self, call)) {
        return false;
    }
    struct value code = call->count > 1 ? exception_of(self)->args : first_argument(self);
    set_extra(vm, self, EXCEPTION_EXIT_CODE, code);
    return true;
}

static const struct native exit_attributes[] = {
    {"code", get_stop_value, NATIVE_GETTER, set_stop_value},
    {0},
};

const struct exception_fields exception_fields_system_exit = {.init = exit_init,
                                                              .attributes = exit_attributes};

// KeyError: a single key is shown as its repr, or '' would be invisible ---------------------------

static struct value key_str(struct vm *vm, struct value self) {
    size_t count;
    const struct value *items = sequence_items(exception_of(self)->args, &count);
    return count == 1 ? vm_repr(vm, items[0]) : exception_str(vm, self);
}

const struct exception_fields exception_fields_key = {.str = key_str};

// AttributeError, NameError, ImportError: name, obj, path by keyword ------------------------------

struct keyword {
    const char *name;
    int extra;
};

// Takes the named arguments that [keywords] lists; what is left goes to BaseException.
static bool init_with(struct vm *vm, struct value self, const struct call *call,
                      const struct keyword *keywords) {
    struct call positional = {.args = call->args, .count = call->count};
    if (!exception_init(vm, self, &positional)) {
        return false;
    }
    for (size_t i = 0; i < call->keyword_count; i++) {
        const struct keyword *keyword = keywords;
        while (keyword->name != NULL && !str_equals(str_of(call->keywords[i]), keyword->name)) {
            keyword++;
        }
        if (keyword->name == NULL) {
            raise_error(vm, EXCEPTION_TypeError, "%s() got an unexpected keyword argument '%s'",
                        value_type(vm, self)->name, str_of(call->keywords[i])->text);
            return false;
        }
        set_extra(vm, self, keyword->extra, call->args[call->count + i]);
    }
    return true;
}

static bool attribute_init(struct vm *vm, struct value self, const struct call *call) {
    static const struct keyword keywords[] = {
        {"name", EXCEPTION_NAME}, {"obj", EXCEPTION_OBJECT}, {0}};
    return init_with(vm, self, call, keywords);
}

static const struct native attribute_attributes[] = {
    {"name", get_name, NATIVE_GETTER, set_name},
    {"obj", get_object, NATIVE_GETTER, set_object},
    {0},
};

const struct exception_fields exception_fields_attribute = {.init = attribute_init,
                                                            .attributes = attribute_attributes};

static bool name_init(struct vm *vm, struct value self, const struct call *call) {
    static const struct keyword keywords[] = {{"name", EXCEPTION_NAME}, {0}};
    return init_with(vm, self, call, keywords);
}

static const struct native name_attributes[] = {
    {"name", get_name, NATIVE_GETTER, set_name},
    {0},
};

const struct exception_fields exception_fields_name = {.init = name_init,
                                                       .attributes = name_attributes};

static bool import_init(struct vm *vm, struct value self, const struct call *call) {
    static const struct keyword keywords[] = {
        {"name", EXCEPTION_NAME}, {"path", EXCEPTION_PATH}, {0}};
    return init_with(vm, self, call, keywords);
}

static struct value get_message(struct vm *vm, struct value self, const struct call *call) {
    size_t count;
    const struct value *items = sequence_items(exception_of(self)->args, &count);
    (void)vm, (void)call;
    return count == 1 ? value_keep(items[0]) : VALUE_NONE;
}

static const struct native import_attributes[] = {
    {"name", get_name, NATIVE_GETTER, set_name},
    {"path", get_path, NATIVE_GETTER, set_path},
    {"msg", get_message, NATIVE_GETTER, NULL},
    {0},
};

const struct exception_fields exception_fields_import = {.init = import_init,
                                                         .attributes = import_attributes};

// SyntaxError: SyntaxError(message, (file, line, column, text, …)) --------------------------------

// Item [index] of the details; ABSENT if there is none.
static struct value detail(struct value self, size_t index) {
    size_t count;
    const struct value *items = sequence_items(exception_of(self)->args, &count);
    if (count < 2 || !tuple_is(items[1])) {
        return VALUE_ABSENT;
    }
    const struct value *details = sequence_items(items[1], &count);
    return index < count ? details[index] : VALUE_ABSENT;
}

#define DETAIL(name, index)                                                                        \
    static struct value get_##name(struct vm *vm, struct value self, const struct call *call) {    \
        (void)vm, (void)call;                                                                      \
        struct value v = detail(self, index);                                                      \
        return value_is_absent(v) ? VALUE_NONE : value_keep(v);                                    \
    }
DETAIL(file, 0)
DETAIL(line, 1)
DETAIL(offset, 2)
DETAIL(text, 3)
DETAIL(end_line, 4)
DETAIL(end_offset, 5)

static struct value get_syntax_message(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(first_argument(self));
}

// "message (p.py, line 3)"
static struct value syntax_str(struct vm *vm, struct value self) {
    struct value message = vm_str(vm, first_argument(self));
    struct value file = detail(self, 0), line = detail(self, 1);
    int64_t number;
    bool has_line = int_is(line) && int_to_int64(line, &number);
    if (value_is_error(message) || (!str_is(file) && !has_line)) {
        return message;
    }
    struct buf text = {0};
    buf_printf(&text, "%s (", str_of(message)->text);
    if (str_is(file)) {
        const char *slash = strrchr(str_of(file)->text, '/');
        buf_puts(&text, slash == NULL ? str_of(file)->text : slash + 1);
    }
    if (has_line) {
        buf_printf(&text, "%sline %lld", str_is(file) ? ", " : "", (long long)number);
    }
    buf_putc(&text, ')');
    value_drop(vm, message);
    return str_take(vm, &text);
}

static const struct native syntax_attributes[] = {
    {"msg", get_syntax_message, NATIVE_GETTER, NULL},
    {"filename", get_file, NATIVE_GETTER, NULL},
    {"lineno", get_line, NATIVE_GETTER, NULL},
    {"offset", get_offset, NATIVE_GETTER, NULL},
    {"text", get_text, NATIVE_GETTER, NULL},
    {"end_lineno", get_end_line, NATIVE_GETTER, NULL},
    {"end_offset", get_end_offset, NATIVE_GETTER, NULL},
    {0},
};

const struct exception_fields exception_fields_syntax = {.str = syntax_str,
                                                         .attributes = syntax_attributes};
