// add, union, issubset and all other methods of set and frozenset.
#include "vm/set_methods.h"

#include "vm/builtin.h"
#include "vm/proxies.h"
#include "vm/raise.h"
#include "vm/set_operations.h"
#include "vm/vm.h"

static struct value add(struct vm *vm, struct value self, const struct call *call) {
    struct value item;
    bool done = native_args(vm, call, "add", "o", &item) && set_add(vm, self, item);
    return done ? VALUE_NONE : VALUE_ERROR;
}

// discard and remove also find a set where a frozenset with the same elements is.
static int remove_item(struct vm *vm, struct value self, struct value item) {
    int removed = set_discard(vm, self, item);
    if (removed >= 0 || !set_is(item) || !raised_clear(vm, EXCEPTION_TypeError)) {
        return removed;
    }
    struct value frozen = frozenset_from(vm, item);
    removed = value_is_error(frozen) ? -1 : set_discard(vm, self, frozen);
    value_drop(vm, frozen);
    return removed;
}

static struct value discard(struct vm *vm, struct value self, const struct call *call) {
    struct value item;
    bool done = native_args(vm, call, "discard", "o", &item) && remove_item(vm, self, item) >= 0;
    return done ? VALUE_NONE : VALUE_ERROR;
}

static struct value remove_method(struct vm *vm, struct value self, const struct call *call) {
    struct value item;
    int removed = native_args(vm, call, "remove", "o", &item) ? remove_item(vm, self, item) : -1;
    if (removed == 0) {
        return raise_with(vm, EXCEPTION_KeyError, item);
    }
    return removed < 0 ? VALUE_ERROR : VALUE_NONE;
}

static struct value pop(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "pop", "")) {
        return VALUE_ERROR;
    }
    struct set *set = set_of(self);
    if (set->used == 0) {
        return raise_error(vm, EXCEPTION_KeyError, "pop from an empty set");
    }
    return set_take(set, set_pop_index(set));
}

static struct value clear(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "clear", "")) {
        return VALUE_ERROR;
    }
    set_clear(vm, set_of(self));
    return VALUE_NONE;
}

static struct value copy(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "copy", "")) {
        return VALUE_ERROR;
    }
    bool same = value_is_exactly(self, builtin(vm, BUILTIN_frozenset));
    return same ? value_keep(self) : set_copy(vm, self);
}

// Changes [self] by each argument in turn.
static struct value
change_by_all(struct vm *vm, struct value self, const struct call *call, const char *name,
              bool (*change)(struct vm *vm, struct value set, struct value iterable)) {
    if (!native_count(vm, call, name, 0, SIZE_MAX)) {
        return VALUE_ERROR;
    }
    for (size_t i = 0; i < call->count; i++) {
        if (!change(vm, self, call->args[i])) {
            return VALUE_ERROR;
        }
    }
    return VALUE_NONE;
}

static struct value update(struct vm *vm, struct value self, const struct call *call) {
    return change_by_all(vm, self, call, "update", set_update);
}

static struct value difference_update(struct vm *vm, struct value self, const struct call *call) {
    return change_by_all(vm, self, call, "difference_update", set_remove_all);
}

static struct value intersection_update(struct vm *vm, struct value self, const struct call *call) {
    return change_by_all(vm, self, call, "intersection_update", set_keep_common);
}

static struct value symmetric_difference_update(struct vm *vm, struct value self,
                                                const struct call *call) {
    struct value other;
    bool done = native_args(vm, call, "symmetric_difference_update", "o", &other) &&
                set_toggle_all(vm, self, other);
    return done ? VALUE_NONE : VALUE_ERROR;
}

typedef struct value make_function(struct vm *vm, struct value set, struct value iterable);

// Makes a set of [self] and each argument in turn; a copy if there are none.
static struct value make_of_all(struct vm *vm, struct value self, const struct call *call,
                                const char *name, make_function *first, make_function *others) {
    if (!native_count(vm, call, name, 0, SIZE_MAX)) {
        return VALUE_ERROR;
    }
    if (call->count == 0) {
        return set_copy(vm, self);
    }
    struct value result = first(vm, self, call->args[0]);
    for (size_t i = 1; i < call->count && !value_is_error(result); i++) {
        value_replace(vm, &result, others(vm, result, call->args[i]));
    }
    return result;
}

// The union of a set that nobody else has: changes it in place.
static struct value add_to_result(struct vm *vm, struct value set, struct value iterable) {
    return set_update(vm, set, iterable) ? value_keep(set) : VALUE_ERROR;
}

static struct value remove_from_result(struct vm *vm, struct value set, struct value iterable) {
    return set_remove_all(vm, set, iterable) ? value_keep(set) : VALUE_ERROR;
}

static struct value union_method(struct vm *vm, struct value self, const struct call *call) {
    return make_of_all(vm, self, call, "union", set_union, add_to_result);
}

static struct value intersection(struct vm *vm, struct value self, const struct call *call) {
    return make_of_all(vm, self, call, "intersection", set_intersection, set_intersection);
}

static struct value difference(struct vm *vm, struct value self, const struct call *call) {
    return make_of_all(vm, self, call, "difference", set_difference, remove_from_result);
}

static struct value symmetric_difference(struct vm *vm, struct value self,
                                         const struct call *call) {
    struct value other;
    if (!native_args(vm, call, "symmetric_difference", "o", &other)) {
        return VALUE_ERROR;
    }
    return set_symmetric_difference(vm, self, other);
}

static struct value ask(struct vm *vm, struct value self, const struct call *call, const char *name,
                        int (*question)(struct vm *vm, struct value set, struct value iterable)) {
    struct value other;
    int answer = native_args(vm, call, name, "o", &other) ? question(vm, self, other) : -1;
    return answer < 0 ? VALUE_ERROR : value_bool(answer);
}

static struct value issubset(struct vm *vm, struct value self, const struct call *call) {
    return ask(vm, self, call, "issubset", set_is_subset);
}

static struct value issuperset(struct vm *vm, struct value self, const struct call *call) {
    return ask(vm, self, call, "issuperset", set_is_superset);
}

static struct value isdisjoint(struct vm *vm, struct value self, const struct call *call) {
    return ask(vm, self, call, "isdisjoint", set_is_disjoint);
}

static struct value class_item(struct vm *vm, struct value self, const struct call *call) {
    struct value arguments;
    if (!native_args(vm, call, "__class_getitem__", "o", &arguments)) {
        return VALUE_ERROR;
    }
    return generic_alias_new(vm, self, arguments);
}

#define SHARED_METHODS                                                                             \
    {"copy", copy, NATIVE_PLAIN, NULL}, {"union", union_method, NATIVE_PLAIN, NULL},               \
        {"intersection", intersection, NATIVE_PLAIN, NULL},                                        \
        {"difference", difference, NATIVE_PLAIN, NULL},                                            \
        {"symmetric_difference", symmetric_difference, NATIVE_PLAIN, NULL},                        \
        {"issubset", issubset, NATIVE_PLAIN, NULL},                                                \
        {"issuperset", issuperset, NATIVE_PLAIN, NULL},                                            \
        {"isdisjoint", isdisjoint, NATIVE_PLAIN, NULL}, {                                          \
        "__class_getitem__", class_item, NATIVE_CLASS, NULL                                        \
    }

const struct native set_methods[] = {
    SHARED_METHODS,
    {"add", add, NATIVE_PLAIN, NULL},
    {"discard", discard, NATIVE_PLAIN, NULL},
    {"remove", remove_method, NATIVE_PLAIN, NULL},
    {"pop", pop, NATIVE_PLAIN, NULL},
    {"clear", clear, NATIVE_PLAIN, NULL},
    {"update", update, NATIVE_PLAIN, NULL},
    {"difference_update", difference_update, NATIVE_PLAIN, NULL},
    {"intersection_update", intersection_update, NATIVE_PLAIN, NULL},
    {"symmetric_difference_update", symmetric_difference_update, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

const struct native frozenset_methods[] = {
    SHARED_METHODS,
    {NULL, NULL, NATIVE_PLAIN, NULL},
};
