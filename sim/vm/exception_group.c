// Groups of exceptions, and splitting them.
//
// A group holds a message and a tuple of exceptions, which may be groups again. Splitting keeps the
// shape: each group on the way is derived anew, with the traceback, chain and notes of the
// original, so that what is left and what was taken out still tell where they came from.
#include "vm/exception_group.h"

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

// Splitting ---------------------------------------------------------------------------------------

// What decides: a class or tuple of classes, a function, or a list of exceptions that are meant.
struct condition {
    enum { BY_CLASS, BY_FUNCTION, BY_IDENTITY } kind;
    struct value value;
};

static bool has(struct value list, struct value exception) {
    for (size_t i = 0; i < list_of(list)->count; i++) {
        if (value_is(list_of(list)->items[i], exception)) {
            return true;
        }
    }
    return false;
}

static int meets(struct vm *vm, struct value exception, const struct condition *condition) {
    switch (condition->kind) {
    case BY_CLASS:
        return exception_matches(vm, exception, condition->value);
    case BY_IDENTITY:
        return !exception_group_is(vm, exception) && has(condition->value, exception);
    case BY_FUNCTION:
        break;
    }
    struct value answer = vm_call(vm, condition->value, &exception, 1);
    int truth = value_is_error(answer) ? -1 : vm_truth(vm, answer);
    value_drop(vm, answer);
    return truth;
}

static bool copy_notes(struct vm *vm, struct value from, struct value to) {
    struct value notes = vm_find_attribute(vm, from, "__notes__");
    if (value_is_absent(notes)) {
        return true;
    }
    struct value copy = list_is(notes) ? list_from(vm, notes) : value_keep(notes);
    bool done = !value_is_error(copy) && vm_set_attribute(vm, to, "__notes__", copy);
    value_drop(vm, copy);
    value_drop(vm, notes);
    return done;
}

// A group like [group] of the exceptions in [list]: its derive() may make another class of it.
static struct value derive(struct vm *vm, struct value group, struct value list) {
    struct value derived = vm_call_method(vm, group, "derive", &list, 1);
    if (value_is_error(derived)) {
        return derived;
    }
    if (!exception_group_is(vm, derived)) {
        raise_error(vm, EXCEPTION_TypeError,
                    "derive must return an instance of BaseExceptionGroup");
        value_drop(vm, derived);
        return VALUE_ERROR;
    }
    const struct exception *old = exception_of(group);
    struct exception *new = exception_of(derived);
    value_replace(vm, &new->traceback, value_keep(old->traceback));
    value_replace(vm, &new->context, value_keep(old->context));
    value_replace(vm, &new->cause, value_keep(old->cause));
    new->suppress_context = old->suppress_context;
    if (!copy_notes(vm, group, derived)) {
        value_drop(vm, derived);
        return VALUE_ERROR;
    }
    return derived;
}

// Drops [list] and gives a group of what is in it: None if it is empty.
static struct value derive_from(struct vm *vm, struct value group, struct value list) {
    struct value result = list_of(list)->count == 0 ? VALUE_NONE : derive(vm, group, list);
    value_drop(vm, list);
    return result;
}

// Appends [part], which it drops, unless it is None.
static bool add_part(struct vm *vm, struct value list, struct value part) {
    bool done = value_is_none(part) || list_append(vm, list_of(list), part);
    value_drop(vm, part);
    return done;
}

static bool split(struct vm *vm, struct value exception, const struct condition *condition,
                  struct value *match, struct value *rest);

static bool split_members(struct vm *vm, struct value group, const struct condition *condition,
                          struct value matches, struct value rests) {
    struct tuple *members = tuple_of(members_of(group));
    for (size_t i = 0; i < members->count; i++) {
        struct value match, rest;
        if (!split(vm, members->items[i], condition, &match, &rest)) {
            return false;
        }
        bool matched = add_part(vm, matches, match);
        if (!add_part(vm, rests, rest) || !matched) {
            return false;
        }
    }
    return true;
}

static bool split_group(struct vm *vm, struct value group, const struct condition *condition,
                        struct value *match, struct value *rest) {
    struct value matches = list_new(vm, NULL, 0), rests = list_new(vm, NULL, 0);
    bool done = !value_is_error(matches) && !value_is_error(rests) &&
                vm_enter(vm, " in exceptiongroup_split_recursive");
    if (done) {
        done = split_members(vm, group, condition, matches, rests);
        vm_leave(vm);
    }
    if (!done) {
        value_drop(vm, matches);
        value_drop(vm, rests);
        return false;
    }
    *match = derive_from(vm, group, matches);
    *rest = value_is_error(*match) ? VALUE_ERROR : derive_from(vm, group, rests);
    if (value_is_error(*match)) {
        value_drop(vm, rests);
    }
    if (value_is_error(*rest)) {
        value_drop(vm, *match);
        return false;
    }
    return true;
}

// Splits any exception in what meets the condition and what does not, None where there is none.
static bool split(struct vm *vm, struct value exception, const struct condition *condition,
                  struct value *match, struct value *rest) {
    int whole = meets(vm, exception, condition);
    *match = *rest = VALUE_NONE;
    if (whole < 0) {
        return false;
    }
    if (whole == 1) {
        *match = value_keep(exception);
    } else if (exception_group_is(vm, exception)) {
        return split_group(vm, exception, condition, match, rest);
    } else {
        *rest = value_keep(exception);
    }
    return true;
}

static bool take_condition(struct vm *vm, struct value v, struct condition *condition) {
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
    *condition = (struct condition){classes ? BY_CLASS : BY_FUNCTION, v};
    return true;
}

static struct value group_split(struct vm *vm, struct value self, const struct call *call) {
    struct condition condition;
    struct value match, rest;
    if (!native_count(vm, call, "split", 1, 1) || !take_condition(vm, call->args[0], &condition) ||
        !split(vm, self, &condition, &match, &rest)) {
        return VALUE_ERROR;
    }
    struct value parts[2] = {match, rest};
    return tuple_steal(vm, parts, 2);
}

static struct value group_subgroup(struct vm *vm, struct value self, const struct call *call) {
    struct condition condition;
    struct value match, rest;
    if (!native_count(vm, call, "subgroup", 1, 1) ||
        !take_condition(vm, call->args[0], &condition) ||
        !split(vm, self, &condition, &match, &rest)) {
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

// except* -----------------------------------------------------------------------------------------

static bool is_group_class(struct vm *vm, struct value class) {
    return type_is(class) &&
           type_is_subtype(type_of(class), vm->exceptions[EXCEPTION_BaseExceptionGroup]);
}

static bool check_star_types(struct vm *vm, struct value types) {
    size_t count = 1;
    const struct value *items = tuple_is(types) ? sequence_items(types, &count) : &types;
    for (size_t i = 0; i < count; i++) {
        if (is_group_class(vm, items[i])) {
            raise_error(vm, EXCEPTION_TypeError,
                        "catching ExceptionGroup with except* is not allowed. Use except instead.");
            return false;
        }
    }
    return true;
}

// A plain exception that is handled by except* is handled as a group of one, which stands where it
// was raised.
static struct value wrap(struct vm *vm, struct value exception) {
    struct value args[2] = {value_object(vm->empty), tuple_new(vm, &exception, 1)};
    struct value group = value_is_error(args[1])
                             ? args[1]
                             : exception_new(vm, EXCEPTION_BaseExceptionGroup, args, 2);
    value_drop(vm, args[1]);
    if (!value_is_error(group)) {
        value_replace(vm, &exception_of(group)->traceback,
                      value_keep(exception_of(exception)->traceback));
    }
    return group;
}

bool exception_group_match(struct vm *vm, struct value exception, struct value types,
                           struct value *match, struct value *rest) {
    *match = *rest = VALUE_NONE;
    if (value_is_none(exception)) { // earlier blocks have handled all
        return true;
    }
    if (!check_star_types(vm, types)) {
        return false;
    }
    int whole = exception_matches(vm, exception, types);
    if (whole < 0) {
        return false;
    }
    bool is_group = exception_group_is(vm, exception);
    if (whole == 1) {
        *match = is_group ? value_keep(exception) : wrap(vm, exception);
        return !value_is_error(*match);
    }
    if (!is_group) {
        *rest = value_keep(exception);
        return true;
    }
    struct condition condition = {BY_CLASS, types};
    return split(vm, exception, &condition, match, rest);
}

// Is [exception] a part of [original] that nobody touched, rather than something newly raised?
// Parts share the traceback, context and cause of what they were derived from.
static bool is_part(struct value exception, struct value original) {
    const struct exception *a = exception_of(exception), *b = exception_of(original);
    return value_is(a->traceback, b->traceback) && value_is(a->context, b->context) &&
           value_is(a->cause, b->cause);
}

static bool collect_leaves(struct vm *vm, struct value exception, struct value leaves) {
    if (!exception_group_is(vm, exception)) {
        return list_append(vm, list_of(leaves), exception);
    }
    struct tuple *members = tuple_of(members_of(exception));
    for (size_t i = 0; i < members->count; i++) {
        if (!collect_leaves(vm, members->items[i], leaves)) {
            return false;
        }
    }
    return true;
}

// The unhandled parts as one group in the shape of the original.
static struct value project(struct vm *vm, struct value original, struct value parts) {
    struct value leaves = list_new(vm, NULL, 0);
    bool done = !value_is_error(leaves);
    for (size_t i = 0; done && i < list_of(parts)->count; i++) {
        done = collect_leaves(vm, list_of(parts)->items[i], leaves);
    }
    struct condition condition = {BY_IDENTITY, leaves};
    struct value match = VALUE_ERROR, rest = VALUE_NONE;
    if (done && !split(vm, original, &condition, &match, &rest)) {
        match = VALUE_ERROR;
    }
    value_drop(vm, leaves);
    value_drop(vm, rest);
    return match;
}

static bool sort_parts(struct vm *vm, struct value original, struct value list, struct value newly,
                       struct value parts) {
    for (size_t i = 0; i < list_of(list)->count; i++) {
        struct value exception = list_of(list)->items[i];
        if (value_is_none(exception)) {
            continue;
        }
        struct value where = is_part(exception, original) ? parts : newly;
        if (!list_append(vm, list_of(where), exception)) {
            return false;
        }
    }
    return true;
}

static struct value merge(struct vm *vm, struct value original, struct value newly,
                          struct value parts) {
    if (list_of(parts)->count > 0) {
        struct value left = project(vm, original, parts);
        if (value_is_error(left) || list_of(newly)->count == 0) {
            return left;
        }
        bool added = add_part(vm, newly, left);
        if (!added) {
            return VALUE_ERROR;
        }
    }
    const struct list *list = list_of(newly);
    return list->count == 0   ? VALUE_NONE
           : list->count == 1 ? value_keep(list->items[0])
                              : exception_group_new(vm, "", list->items, list->count);
}

struct value exception_group_merge(struct vm *vm, struct value original, struct value list) {
    if (!exception_group_is(vm, original)) {
        // A plain exception: handled (as a group of one), or not, or replaced.
        for (size_t i = 0; i < list_of(list)->count; i++) {
            if (!value_is_none(list_of(list)->items[i])) {
                return value_keep(list_of(list)->items[i]);
            }
        }
        return VALUE_NONE;
    }
    struct value newly = list_new(vm, NULL, 0), parts = list_new(vm, NULL, 0);
    struct value result = VALUE_ERROR;
    if (!value_is_error(newly) && !value_is_error(parts) &&
        sort_parts(vm, original, list, newly, parts)) {
        result = merge(vm, original, newly, parts);
    }
    value_drop(vm, newly);
    value_drop(vm, parts);
    return result;
}
