// except*: each block takes its part of the group that was raised; what is left, and what the
// blocks raised themselves, is raised at the end.
#include "vm/exception.h"
#include "vm/exception_group.h"
#include "vm/exception_split.h"
#include "vm/list.h"
#include "vm/state.h"
#include "vm/type.h"

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
    struct split_condition condition = {SPLIT_BY_CLASS, types};
    return exception_split(vm, exception, &condition, match, rest);
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
    struct tuple *members = tuple_of(exception_of(exception)->extra[EXCEPTION_MEMBERS]);
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
    struct split_condition condition = {SPLIT_BY_IDENTITY, leaves};
    struct value match = VALUE_ERROR, rest = VALUE_NONE;
    if (done && !exception_split(vm, original, &condition, &match, &rest)) {
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
        bool added = value_is_none(left) || list_append(vm, list_of(newly), left);
        value_drop(vm, left);
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
