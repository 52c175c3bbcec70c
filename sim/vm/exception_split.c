// Splitting keeps the shape: each group on the way is derived anew, with the traceback, chain and
// notes of the original, so that what is left and what was taken out still tell where they came
// from.
#include "vm/exception_split.h"

#include "vm/exception.h"
#include "vm/exception_group.h"
#include "vm/list.h"
#include "vm/state.h"

static struct value members_of(struct value group) {
    return exception_of(group)->extra[EXCEPTION_MEMBERS];
}

static bool has(struct value list, struct value exception) {
    for (size_t i = 0; i < list_of(list)->count; i++) {
        if (value_is(list_of(list)->items[i], exception)) {
            return true;
        }
    }
    return false;
}

static int meets(struct vm *vm, struct value exception, const struct split_condition *condition) {
    switch (condition->kind) {
    case SPLIT_BY_CLASS:
        return exception_matches(vm, exception, condition->value);
    case SPLIT_BY_IDENTITY:
        return !exception_group_is(vm, exception) && has(condition->value, exception);
    case SPLIT_BY_FUNCTION:
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

static bool split_members(struct vm *vm, struct value group,
                          const struct split_condition *condition, struct value matches,
                          struct value rests) {
    struct tuple *members = tuple_of(members_of(group));
    for (size_t i = 0; i < members->count; i++) {
        struct value match, rest;
        if (!exception_split(vm, members->items[i], condition, &match, &rest)) {
            return false;
        }
        bool matched = add_part(vm, matches, match);
        if (!add_part(vm, rests, rest) || !matched) {
            return false;
        }
    }
    return true;
}

static bool split_group(struct vm *vm, struct value group, const struct split_condition *condition,
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

bool exception_split(struct vm *vm, struct value exception, const struct split_condition *condition,
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
