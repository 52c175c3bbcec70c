// min, max and sorted.
#include "vm/builtins.h"

#include "vm/list.h"
#include "vm/raise.h"
#include "vm/vm.h"

// The search for the least or greatest item.
struct search {
    const char *name;            // "min" or "max"
    enum compare_op op;          // an item that compares so with the best one is better
    struct value key;            // function, or None
    struct value best, best_key; // owned; ABSENT while there is none
};

// What [item] is compared by: the caller's own.
static struct value key_of(struct vm *vm, const struct search *search, struct value item) {
    return value_is_none(search->key) ? value_keep(item) : vm_call(vm, search->key, &item, 1);
}

// Is [key] better than the best so far? 1, 0, -1.
static int is_better(struct vm *vm, const struct search *search, struct value key) {
    if (value_is_absent(search->best)) {
        return 1;
    }
    if (value_both_small(key, search->best_key)) {
        int64_t a = value_to_small(key), b = value_to_small(search->best_key);
        return search->op == COMPARE_LT ? a < b : a > b;
    }
    struct value answer = vm_compare(vm, key, search->best_key, search->op);
    int truth = value_is_error(answer) ? -1 : vm_truth(vm, answer);
    value_drop(vm, answer);
    return truth;
}

static bool consider(struct vm *vm, struct search *search, struct value item) {
    struct value key = key_of(vm, search, item);
    int better = value_is_error(key) ? -1 : is_better(vm, search, key);
    if (better > 0) {
        value_replace(vm, &search->best, value_keep(item));
        value_replace(vm, &search->best_key, value_keep(key));
    }
    value_drop(vm, key);
    return better >= 0;
}

static bool consider_all(struct vm *vm, struct search *search, struct value iterable) {
    struct value iterator = vm_iter(vm, iterable);
    bool done = !value_is_error(iterator);
    while (done) {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            break;
        }
        done = !value_is_error(item) && consider(vm, search, item) && vm_tick(vm);
        value_drop(vm, item);
    }
    value_drop(vm, iterator);
    return done;
}

static bool consider_arguments(struct vm *vm, struct search *search, const struct call *call) {
    if (call->count == 1) {
        return consider_all(vm, search, call->args[0]);
    }
    for (size_t i = 0; i < call->count; i++) {
        if (!consider(vm, search, call->args[i])) {
            return false;
        }
    }
    return true;
}

static bool read_options(struct vm *vm, struct search *search, const struct call *call,
                         struct value *otherwise) {
    if (call->count == 0) {
        raise_error(vm, EXCEPTION_TypeError, "%s expected at least 1 argument, got 0",
                    search->name);
        return false;
    }
    struct call named = {call->args + call->count, 0, call->keyword_count, call->keywords};
    if (!native_args(vm, &named, search->name, "|$o:key o:default", &search->key, otherwise)) {
        return false;
    }
    if (call->count > 1 && !value_is_absent(*otherwise)) {
        raise_error(vm, EXCEPTION_TypeError,
                    "Cannot specify a default for %s() with multiple positional arguments",
                    search->name);
        return false;
    }
    return true;
}

static struct value find_best(struct vm *vm, struct search *search, const struct call *call) {
    struct value otherwise = VALUE_ABSENT;
    search->key = VALUE_NONE;
    search->best = search->best_key = VALUE_ABSENT;
    if (!read_options(vm, search, call, &otherwise)) {
        return VALUE_ERROR;
    }
    bool done = consider_arguments(vm, search, call);
    value_drop(vm, search->best_key);
    if (!done) {
        value_drop(vm, search->best);
        return VALUE_ERROR;
    }
    if (value_is_absent(search->best) && value_is_absent(otherwise)) {
        return raise_error(vm, EXCEPTION_ValueError, "%s() iterable argument is empty",
                           search->name);
    }
    return value_is_absent(search->best) ? value_keep(otherwise) : search->best;
}

struct value builtins_min(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return find_best(vm, &(struct search){.name = "min", .op = COMPARE_LT}, call);
}

struct value builtins_max(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return find_best(vm, &(struct search){.name = "max", .op = COMPARE_GT}, call);
}

struct value builtins_sorted(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct value key = VALUE_NONE, reverse = VALUE_FALSE;
    if (call->count != 1) {
        return raise_error(vm, EXCEPTION_TypeError, "sorted expected 1 argument, got %zu",
                           call->count);
    }
    struct value list = list_from(vm, call->args[0]);
    if (value_is_error(list)) {
        return list;
    }
    struct call named = {call->args + call->count, 0, call->keyword_count, call->keywords};
    int back = native_args(vm, &named, "sort", "|$o:key o:reverse", &key, &reverse)
                   ? vm_truth(vm, reverse)
                   : -1;
    if (back < 0 || !list_sort(vm, list_of(list), value_is_none(key) ? VALUE_ABSENT : key, back)) {
        value_drop(vm, list);
        return VALUE_ERROR;
    }
    return list;
}
