// The types zip and map: both walk over several iterables side by side.
#include "vm/builtin.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

// A zip or a map.
struct zip {
    struct object head;
    struct value iterators; // tuple; ABSENT once a strict zip ended
    struct value function;  // of a map
    bool strict;
};

static struct zip *zip_of(struct value v) {
    return (struct zip *)value_to_object(v);
}

// A tuple of iterators over the arguments from [first] on.
static struct value iterate_all(struct vm *vm, const struct call *call, size_t first) {
    struct value iterators = tuple_new(vm, NULL, call->count - first);
    for (size_t i = first; i < call->count && !value_is_error(iterators); i++) {
        struct value iterator = vm_iter(vm, call->args[i]);
        if (value_is_error(iterator)) {
            value_replace(vm, &iterators, iterator);
        } else {
            tuple_of(iterators)->items[i - first] = iterator;
        }
    }
    return iterators;
}

// Keeps [function].
static struct value make(struct vm *vm, struct type *type, const struct call *call, size_t first,
                         struct value function, bool strict) {
    struct value iterators = iterate_all(vm, call, first);
    struct zip *zip = value_is_error(iterators) ? NULL : object_new(vm, type, type->size);
    if (zip == NULL) {
        value_drop(vm, iterators);
        return VALUE_ERROR;
    }
    zip->iterators = iterators;
    zip->function = value_keep(function);
    zip->strict = strict;
    return value_object(zip);
}

static struct value zip_create(struct vm *vm, struct type *type, const struct call *call) {
    struct value strict = VALUE_FALSE;
    struct call named = {call->args + call->count, 0, call->keyword_count, call->keywords};
    if (!native_args(vm, &named, "zip", "|$o:strict", &strict)) {
        return VALUE_ERROR;
    }
    int truth = vm_truth(vm, strict);
    return truth < 0 ? VALUE_ERROR : make(vm, type, call, 0, VALUE_ABSENT, truth);
}

static struct value map_create(struct vm *vm, struct type *type, const struct call *call) {
    if (call->keyword_count > 0 && type == builtin(vm, BUILTIN_map)) {
        return raise_error(vm, EXCEPTION_TypeError, "map() takes no keyword arguments");
    }
    if (call->count < 2) {
        return raise_error(vm, EXCEPTION_TypeError, "map() must have at least two arguments.");
    }
    return make(vm, type, call, 1, call->args[0], false);
}

static void release(struct vm *vm, struct object *object) {
    struct zip *zip = (struct zip *)object;
    value_drop(vm, zip->iterators);
    value_drop(vm, zip->function);
}

static struct value refuse_lengths(struct vm *vm, size_t which, const char *how) {
    if (which == 1) {
        return raise_error(vm, EXCEPTION_ValueError, "zip() argument 2 is %s than argument 1", how);
    }
    return raise_error(vm, EXCEPTION_ValueError, "zip() argument %zu is %s than arguments 1-%zu",
                       which + 1, how, which);
}

// A strict zip whose iterator number [which] ended: the others must end as well.
static struct value check_ended(struct vm *vm, const struct tuple *iterators, size_t which) {
    if (which > 0) {
        return refuse_lengths(vm, which, "shorter");
    }
    for (size_t i = 1; i < iterators->count; i++) {
        struct value item = vm_next(vm, iterators->items[i]);
        if (value_is_error(item)) {
            return item;
        }
        if (!value_is_absent(item)) {
            value_drop(vm, item);
            return refuse_lengths(vm, i, "longer");
        }
    }
    return VALUE_ABSENT;
}

// A tuple of the next item of each; ABSENT when one ended.
static struct value next_of_all(struct vm *vm, struct zip *zip) {
    struct tuple *iterators = tuple_of(zip->iterators);
    struct value items = tuple_new(vm, NULL, iterators->count);
    for (size_t i = 0; !value_is_error(items) && i < iterators->count; i++) {
        struct value item = vm_next(vm, iterators->items[i]);
        if (value_is_absent(item) || value_is_error(item)) {
            value_drop(vm, items);
            return value_is_absent(item) && zip->strict ? check_ended(vm, iterators, i) : item;
        }
        tuple_of(items)->items[i] = item;
    }
    return items;
}

static struct value zip_next(struct vm *vm, struct value self) {
    struct zip *zip = zip_of(self);
    return tuple_of(zip->iterators)->count == 0 ? VALUE_ABSENT : next_of_all(vm, zip);
}

static struct value map_next(struct vm *vm, struct value self) {
    struct zip *zip = zip_of(self);
    struct tuple *iterators = tuple_of(zip->iterators);
    struct value item;
    if (iterators->count == 1) {
        item = vm_next(vm, iterators->items[0]);
    } else {
        item = next_of_all(vm, zip);
    }
    if (value_is_absent(item) || value_is_error(item)) {
        return item;
    }
    bool one = iterators->count == 1;
    struct value result =
        one ? vm_call(vm, zip->function, &item, 1)
            : vm_call(vm, zip->function, tuple_of(item)->items, tuple_of(item)->count);
    value_drop(vm, item);
    return result;
}

static bool ready(struct vm *vm, struct type *type) {
    type->flags |= TYPE_BASE;
    type->size = sizeof(struct zip);
    type->free = release;
    type->iter = iterator_itself;
    return type_ready(vm, type, NULL);
}

bool zip_type_ready(struct vm *vm, struct type *type) {
    type->create = zip_create;
    type->next = zip_next;
    return ready(vm, type);
}

bool map_type_ready(struct vm *vm, struct type *type) {
    type->create = map_create;
    type->next = map_next;
    return ready(vm, type);
}
