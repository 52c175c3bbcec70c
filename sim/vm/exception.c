// BaseException: what all exceptions have in common.
#include "vm/exception.h"

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/traceback.h"
#include "vm/type.h"

#define EXTRA_COUNT (sizeof((struct exception *)0)->extra / sizeof(struct value))

bool exception_is(struct value v) {
    return value_has_family(v, TYPE_EXCEPTION);
}

bool exception_is_class(struct value v) {
    return type_is(v) && (type_of(v)->flags & TYPE_EXCEPTION) != 0;
}

bool exception_is_kind(struct vm *vm, struct value v, enum exception_kind kind) {
    return exception_is(v) && type_is_subtype(value_to_object(v)->type, vm->exceptions[kind]);
}

struct value exception_stop_value(struct value stop_iteration) {
    struct value value = exception_of(stop_iteration)->extra[EXCEPTION_STOP_VALUE];
    return value_is_absent(value) ? VALUE_NONE : value;
}

void exception_set_cause(struct vm *vm, struct value exception, struct value cause) {
    value_replace(vm, &exception_of(exception)->cause, cause);
    exception_of(exception)->suppress_context = true;
}

void exception_set_context(struct vm *vm, struct value exception, struct value context) {
    value_replace(vm, &exception_of(exception)->context, context);
}

struct value exception_create(struct vm *vm, struct type *type, const struct call *call) {
    struct value args = tuple_new(vm, call->args, call->count);
    if (value_is_error(args)) {
        return args;
    }
    struct exception *exception = object_new(vm, type, sizeof *exception);
    if (exception == NULL) {
        value_drop(vm, args);
        return VALUE_ERROR;
    }
    exception->args = args;
    exception->cause = exception->context = exception->traceback = VALUE_ABSENT;
    for (size_t i = 0; i < EXTRA_COUNT; i++) {
        exception->extra[i] = VALUE_ABSENT;
    }
    return value_object(exception);
}

bool exception_init(struct vm *vm, struct value self, const struct call *call) {
    if (call->keyword_count > 0) {
        raise_error(vm, EXCEPTION_TypeError, "%s() takes no keyword arguments",
                    value_type(vm, self)->name);
        return false;
    }
    struct value args = tuple_new(vm, call->args, call->count);
    if (value_is_error(args)) {
        return false;
    }
    value_replace(vm, &exception_of(self)->args, args);
    return true;
}

struct value exception_new(struct vm *vm, enum exception_kind kind, const struct value *args,
                           size_t count) {
    struct type *type = vm->exceptions[kind];
    struct call call = {.args = args, .count = count};
    struct value exception = type->create(vm, type, &call);
    if (!value_is_error(exception) && !type->init(vm, exception, &call)) {
        value_drop(vm, exception);
        return VALUE_ERROR;
    }
    return exception;
}

struct value exception_from_raise(struct vm *vm, struct value v) {
    if (exception_is(v)) {
        return value_keep(v);
    }
    if (!exception_is_class(v)) {
        return raise_error(vm, EXCEPTION_TypeError, "exceptions must derive from BaseException");
    }
    struct value made = vm_call(vm, v, NULL, 0);
    if (!value_is_error(made) && !exception_is(made)) {
        raise_error(vm, EXCEPTION_TypeError,
                    "calling <class '%s'> should have returned an instance of BaseException, not "
                    "<class '%s'>",
                    type_of(v)->name, value_type(vm, made)->name);
        value_drop(vm, made);
        return VALUE_ERROR;
    }
    return made;
}

static bool check_classes(struct vm *vm, struct value types) {
    if (!tuple_is(types)) {
        if (exception_is_class(types)) {
            return true;
        }
        raise_error(vm, EXCEPTION_TypeError,
                    "catching classes that do not inherit from BaseException is not allowed");
        return false;
    }
    size_t count;
    const struct value *items = sequence_items(types, &count);
    for (size_t i = 0; i < count; i++) {
        if (tuple_is(items[i]) || !check_classes(vm, items[i])) {
            if (value_is_absent(vm->raised)) {
                check_classes(vm, VALUE_NONE);
            }
            return false;
        }
    }
    return true;
}

static bool matches(struct value exception, struct value types) {
    const struct type *type = value_to_object(exception)->type;
    if (!tuple_is(types)) {
        return type_is_subtype(type, type_of(types));
    }
    size_t count;
    const struct value *items = sequence_items(types, &count);
    for (size_t i = 0; i < count; i++) {
        if (matches(exception, items[i])) {
            return true;
        }
    }
    return false;
}

int exception_matches(struct vm *vm, struct value exception, struct value types) {
    return check_classes(vm, types) ? matches(exception, types) : -1;
}

static void exception_free(struct vm *vm, struct object *object) {
    struct exception *exception = (struct exception *)object;
    for (size_t i = 0; i < EXTRA_COUNT; i++) {
        value_drop(vm, exception->extra[i]);
    }
    value_drop(vm, exception->args);
    value_drop(vm, exception->cause);
    value_drop(vm, exception->context);
    value_drop(vm, exception->traceback);
    if (exception->dict != NULL) {
        value_drop(vm, value_object(exception->dict));
    }
}

// repr and str ------------------------------------------------------------------------------------

// ValueError('x'), KeyError(), OSError(2, 'gone')
static struct value exception_repr(struct vm *vm, struct value self) {
    size_t count;
    const struct value *items = sequence_items(exception_of(self)->args, &count);
    const char *name = value_type(vm, self)->name;
    const char *dot = strrchr(name, '.');
    name = dot == NULL ? name : dot + 1;
    struct value of = vm_repr(vm, count == 1 ? items[0] : exception_of(self)->args);
    if (value_is_error(of)) {
        return of;
    }
    struct buf text = {0};
    buf_puts(&text, name);
    buf_puts(&text, count == 1 ? "(" : "");
    buf_put(&text, str_of(of)->text, str_of(of)->length);
    buf_puts(&text, count == 1 ? ")" : "");
    value_drop(vm, of);
    return str_take(vm, &text);
}

struct value exception_str(struct vm *vm, struct value self) {
    size_t count;
    const struct value *items = sequence_items(exception_of(self)->args, &count);
    return count == 0   ? str_from(vm, "")
           : count == 1 ? vm_str(vm, items[0])
                        : vm_str(vm, exception_of(self)->args);
}

// The types ---------------------------------------------------------------------------------------

#define FIELDS_PLAIN          exception_fields_plain
#define FIELDS_SYSTEM_EXIT    exception_fields_system_exit
#define FIELDS_STOP_ITERATION exception_fields_stop_iteration
#define FIELDS_ATTRIBUTE      exception_fields_attribute
#define FIELDS_IMPORT         exception_fields_import
#define FIELDS_KEY            exception_fields_key
#define FIELDS_NAME           exception_fields_name
#define FIELDS_OS             exception_fields_os
#define FIELDS_SYNTAX         exception_fields_syntax
#define FIELDS_UNICODE        exception_fields_unicode
#define FIELDS_GROUP          exception_fields_group

struct definition {
    const char *name;
    enum exception_kind base;
    const struct exception_fields *fields;
};

static const struct definition definitions[EXCEPTION_COUNT] = {
#define EXCEPTION(name, base, fields)                                                              \
    [EXCEPTION_##name] = {#name, EXCEPTION_##base, &FIELDS_##fields},
#include "vm/exceptions.def"
#undef EXCEPTION
};

static bool ready_base(struct vm *vm, struct type *type) {
    type->size = sizeof(struct exception);
    type->dict_offset = offsetof(struct exception, dict);
    type->free = exception_free;
    type->create = exception_create;
    type->init = exception_init;
    type->repr = exception_repr;
    type->str = exception_str;
    return type_ready(vm, type, exception_attributes);
}

static bool ready_kind(struct vm *vm, struct type *type, enum exception_kind kind) {
    const struct definition *definition = &definitions[kind];
    const struct exception_fields *fields = definition->fields;
    if (fields == definitions[definition->base].fields) {
        return type_ready(vm, type, NULL);
    }
    type->init = fields->init;
    type->create = fields->create;
    type->str = fields->str;
    return type_ready(vm, type, fields->attributes);
}

// ExceptionGroup is the one builtin type with two bases: a BaseExceptionGroup and an Exception.
static bool join_exception(struct vm *vm) {
    struct type *group = vm->exceptions[EXCEPTION_ExceptionGroup];
    struct type *exception = vm->exceptions[EXCEPTION_Exception];
    struct value pair[2] = {value_object(group->base), value_object(exception)};
    struct value bases = tuple_new(vm, pair, 2);
    if (value_is_error(bases)) {
        return false;
    }
    value_replace(vm, &group->bases, bases);
    struct value mro = mro_compute(vm, group, bases);
    if (value_is_error(mro)) {
        return false;
    }
    value_replace(vm, &group->mro, mro);
    type_changed(vm, group);
    return type_adopt(vm, exception, group);
}

bool exceptions_ready(struct vm *vm) {
    for (enum exception_kind kind = 0; kind < EXCEPTION_COUNT; kind++) {
        bool is_root = kind == EXCEPTION_BaseException;
        struct type *base =
            is_root ? builtin(vm, BUILTIN_object) : vm->exceptions[definitions[kind].base];
        struct type *type = type_new_builtin(vm, definitions[kind].name, base);
        type->flags = TYPE_BASE | TYPE_EXCEPTION;
        vm->exceptions[kind] = type;
        if (is_root ? !ready_base(vm, type) : !ready_kind(vm, type, kind)) {
            return false;
        }
    }
    return join_exception(vm);
}
