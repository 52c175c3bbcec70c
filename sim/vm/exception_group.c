// Groups of exceptions, and splitting them.
//
// A group holds a message and a tuple of exceptions, which may be groups again. Splitting keeps the
// shape: each group on the way is derived anew, with the traceback, chain and notes of the
// original, so that what is left and what was taken out still tell where they came from.
#include "vm/exception_group.h"
#include "vm/exception_split.h"

#include "vm/exception.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/proxies.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

static struct value members_of(struct value group) {
    return exception_of(group)->extra[EXCEPTION_MEMBERS];
}

bool exception_group_is(struct vm *vm, struct value v) {
    return exception_is_kind(vm, v, EXCEPTION_BaseExceptionGroup);
}

// Making ------------------------------------------------------------------------------------------

static bool check_arguments(struct vm *vm, const struct call *call) {
    if (call->count != 2) {
        raise_error(vm, EXCEPTION_TypeError,
                    "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)",
                    call->count);
        return false;
    }
    if (!str_is(call->args[0])) {
        raise_error(vm, EXCEPTION_TypeError,
                    "BaseExceptionGroup.__new__() argument 1 must be str, not %s",
                    value_type(vm, call->args[0])->name);
        return false;
    }
    if (value_type(vm, call->args[1])->get_item == NULL) {
        raise_error(vm, EXCEPTION_TypeError, "second argument (exceptions) must be a sequence");
        return false;
    }
    return true;
}

// The exceptions as a tuple; [*plain]: all of them are Exceptions.
static struct value take_members(struct vm *vm, struct value sequence, bool *plain) {
    struct value members = tuple_from(vm, sequence);
    if (value_is_error(members)) {
        return members;
    }
    const struct tuple *tuple = tuple_of(members);
    *plain = true;
    if (tuple->count == 0) {
        raise_error(vm, EXCEPTION_ValueError,
                    "second argument (exceptions) must be a non-empty sequence");
    }
    for (size_t i = 0; i < tuple->count; i++) {
        if (!exception_is(tuple->items[i])) {
            raise_error(vm, EXCEPTION_ValueError,
                        "Item %zu of second argument (exceptions) is not an exception", i);
            value_drop(vm, members);
            return VALUE_ERROR;
        }
        *plain = *plain && exception_is_kind(vm, tuple->items[i], EXCEPTION_Exception);
    }
    if (tuple->count == 0) {
        value_drop(vm, members);
        return VALUE_ERROR;
    }
    return members;
}

// BaseExceptionGroup(…) of nothing but Exceptions becomes an ExceptionGroup; a class that is an
// Exception may not hold others.
static bool choose_type(struct vm *vm, struct type **type, bool plain) {
    if (*type == vm->exceptions[EXCEPTION_BaseExceptionGroup]) {
        *type = plain ? vm->exceptions[EXCEPTION_ExceptionGroup] : *type;
        return true;
    }
    if (plain || !type_is_subtype(*type, vm->exceptions[EXCEPTION_Exception])) {
        return true;
    }
    if (*type == vm->exceptions[EXCEPTION_ExceptionGroup]) {
        raise_error(vm, EXCEPTION_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    } else {
        raise_error(vm, EXCEPTION_TypeError, "Cannot nest BaseExceptions in '%s'", (*type)->name);
    }
    return false;
}

static struct value group_create(struct vm *vm, struct type *type, const struct call *call) {
    bool plain;
    if (!check_arguments(vm, call)) {
        return VALUE_ERROR;
    }
    struct value members = take_members(vm, call->args[1], &plain);
    struct value group = VALUE_ERROR;
    if (!value_is_error(members) && choose_type(vm, &type, plain)) {
        group = exception_create(vm, type, call);
    }
    if (value_is_error(group)) {
        value_drop(vm, members);
        return group;
    }
    exception_of(group)->extra[EXCEPTION_MESSAGE] = value_keep(call->args[0]);
    exception_of(group)->extra[EXCEPTION_MEMBERS] = members;
    return group;
}

struct value exception_group_new(struct vm *vm, const char *message, const struct value *members,
                                 size_t count) {
    struct value args[2] = {str_from(vm, message), list_new(vm, members, count)};
    struct value group = VALUE_ERROR;
    if (!value_is_error(args[0]) && !value_is_error(args[1])) {
        group = exception_new(vm, EXCEPTION_BaseExceptionGroup, args, 2);
    }
    value_drop(vm, args[0]);
    value_drop(vm, args[1]);
    return group;
}

// "message (2 sub-exceptions)"
static struct value group_str(struct vm *vm, struct value self) {
    size_t count = tuple_of(members_of(self))->count;
    return str_format(vm, "%s (%zu sub-exception%s)",
                      str_of(exception_of(self)->extra[EXCEPTION_MESSAGE])->text, count,
                      count == 1 ? "" : "s");
}

// Methods -----------------------------------------------------------------------------------------

static bool take_condition(struct vm *vm, struct value v, struct split_condition *condition) {
    bool classes = exception_is_class(v);
    if (tuple_is(v)) {
        size_t count;
        const struct value *items = sequence_items(v, &count);
        classes = true;
        for (size_t i = 0; i < count; i++) {
            classes = classes && exception_is_class(items[i]);
        }
    }
    if (!classes && (type_is(v) || !vm_is_callable(v))) {
        raise_error(vm, EXCEPTION_TypeError,
                    "expected an exception type, a tuple of exception types, or a callable "
                    "(other than a class)");
        return false;
    }
    *condition = (struct split_condition){classes ? SPLIT_BY_CLASS : SPLIT_BY_FUNCTION, v};
    return true;
}

static struct value group_split(struct vm *vm, struct value self, const struct call *call) {
    struct split_condition condition;
    struct value match, rest;
    if (!native_count(vm, call, "split", 1, 1) || !take_condition(vm, call->args[0], &condition) ||
        !exception_split(vm, self, &condition, &match, &rest)) {
        return VALUE_ERROR;
    }
    struct value parts[2] = {match, rest};
    return tuple_steal(vm, parts, 2);
}

static struct value group_subgroup(struct vm *vm, struct value self, const struct call *call) {
    struct split_condition condition;
    struct value match, rest;
    if (!native_count(vm, call, "subgroup", 1, 1) ||
        !take_condition(vm, call->args[0], &condition) ||
        !exception_split(vm, self, &condition, &match, &rest)) {
        return VALUE_ERROR;
    }
    value_drop(vm, rest);
    return match;
}

static struct value group_derive(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "derive", 1, 1)) {
        return VALUE_ERROR;
    }
    struct value args[2] = {exception_of(self)->extra[EXCEPTION_MESSAGE], call->args[0]};
    return exception_new(vm, EXCEPTION_BaseExceptionGroup, args, 2);
}

static struct value get_message(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(exception_of(self)->extra[EXCEPTION_MESSAGE]);
}

static struct value get_members(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(members_of(self));
}

static struct value class_get_item(struct vm *vm, struct value self, const struct call *call) {
    return native_count(vm, call, "__class_getitem__", 1, 1)
               ? generic_alias_new(vm, self, call->args[0])
               : VALUE_ERROR;
}

static const struct native group_attributes[] = {
    {"message", get_message, NATIVE_GETTER, NULL},
    {"exceptions", get_members, NATIVE_GETTER, NULL},
    {"derive", group_derive, NATIVE_PLAIN, NULL},
    {"split", group_split, NATIVE_PLAIN, NULL},
    {"subgroup", group_subgroup, NATIVE_PLAIN, NULL},
    {"__class_getitem__", class_get_item, NATIVE_CLASS, NULL},
    {0},
};

const struct exception_fields exception_fields_group = {
    .create = group_create, .str = group_str, .attributes = group_attributes};
