// The types filter and reversed.
#include "vm/builtin.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/vm.h"

struct filter {
    struct object head;
    struct value function, iterator;
};

struct reversed {
    struct object head;
    struct value sequence; // ABSENT once it ended
    int64_t next;
};

static struct value filter_create(struct vm *vm, struct type *type, const struct call *call) {
    struct value function, iterable;
    if (!native_args(vm, call, "filter", "oo", &function, &iterable)) {
        return VALUE_ERROR;
    }
    struct value iterator = vm_iter(vm, iterable);
    struct filter *filter = value_is_error(iterator) ? NULL : object_new(vm, type, type->size);
    if (filter == NULL) {
        value_drop(vm, iterator);
        return VALUE_ERROR;
    }
    filter->function = value_keep(function);
    filter->iterator = iterator;
    return value_object(filter);
}

static void filter_release(struct vm *vm, struct object *object) {
    struct filter *filter = (struct filter *)object;
    value_drop(vm, filter->function);
    value_drop(vm, filter->iterator);
}

// Does the filter let [item] through? 1, 0, -1.
static int passes(struct vm *vm, const struct filter *filter, struct value item) {
    bool plain = value_is_none(filter->function) ||
                 value_is(filter->function, value_object(builtin(vm, BUILTIN_bool)));
    if (plain) {
        return vm_truth(vm, item);
    }
    struct value answer = vm_call(vm, filter->function, &item, 1);
    int truth = value_is_error(answer) ? -1 : vm_truth(vm, answer);
    value_drop(vm, answer);
    return truth;
}

static struct value filter_next(struct vm *vm, struct value self) {
    struct filter *filter = (struct filter *)value_to_object(self);
    for (;;) {
        struct value item = vm_next(vm, filter->iterator);
        if (value_is_absent(item) || value_is_error(item)) {
            return item;
        }
        int passed = passes(vm, filter, item);
        if (passed > 0) {
            return item;
        }
        value_drop(vm, item);
        if (passed < 0 || !vm_tick(vm)) {
            return VALUE_ERROR;
        }
    }
}

bool filter_type_ready(struct vm *vm, struct type *type) {
    type->flags |= TYPE_BASE;
    type->size = sizeof(struct filter);
    type->create = filter_create;
    type->free = filter_release;
    type->iter = iterator_itself;
    type->next = filter_next;
    return type_ready(vm, type, NULL);
}

static struct value refuse_reversed(struct vm *vm, struct value sequence) {
    return raise_error(vm, EXCEPTION_TypeError, "'%s' object is not reversible",
                       value_type(vm, sequence)->name);
}

// A reversed object over anything with __len__ and __getitem__.
static struct value reverse_sequence(struct vm *vm, struct type *type, struct value sequence) {
    const struct type *of = value_type(vm, sequence);
    if (of->length == NULL || of->get_item == NULL || (of->flags & TYPE_DICT) != 0) {
        return refuse_reversed(vm, sequence);
    }
    ptrdiff_t length = vm_length(vm, sequence);
    struct reversed *reversed = length < 0 ? NULL : object_new(vm, type, type->size);
    if (reversed == NULL) {
        return VALUE_ERROR;
    }
    reversed->sequence = value_keep(sequence);
    reversed->next = length - 1;
    return value_object(reversed);
}

static struct value reversed_create(struct vm *vm, struct type *type, const struct call *call) {
    if (type == builtin(vm, BUILTIN_reversed) && call->keyword_count > 0) {
        return raise_error(vm, EXCEPTION_TypeError, "reversed() takes no keyword arguments");
    }
    if (call->count != 1) {
        return raise_error(vm, EXCEPTION_TypeError, "reversed expected 1 argument, got %zu",
                           call->count);
    }
    struct value sequence = call->args[0];
    struct value special = slot_special(vm, sequence, dunder(vm, DUNDER_reversed));
    if (value_is_absent(special)) {
        return reverse_sequence(vm, type, sequence);
    }
    struct value result = value_is_error(special)  ? special
                          : value_is_none(special) ? refuse_reversed(vm, sequence)
                                                   : vm_call(vm, special, NULL, 0);
    value_drop(vm, special);
    return result;
}

static void reversed_release(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct reversed *)object)->sequence);
}

static struct value reversed_next(struct vm *vm, struct value self) {
    struct reversed *reversed = (struct reversed *)value_to_object(self);
    if (value_is_absent(reversed->sequence)) {
        return VALUE_ABSENT;
    }
    struct value item = VALUE_ABSENT;
    if (reversed->next >= 0) {
        struct value sequence = value_keep(reversed->sequence);
        item = vm_get_item(vm, sequence, value_small(reversed->next--));
        value_drop(vm, sequence);
    }
    if (value_is_error(item) &&
        (raised_clear(vm, EXCEPTION_IndexError) || raised_clear(vm, EXCEPTION_StopIteration))) {
        item = VALUE_ABSENT;
    }
    if (value_is_absent(item)) {
        value_replace(vm, &reversed->sequence, VALUE_ABSENT);
    }
    return item;
}

static struct value reversed_hint(struct vm *vm, struct value self, const struct call *call) {
    struct reversed *reversed = (struct reversed *)value_to_object(self);
    if (!native_args(vm, call, "__length_hint__", "")) {
        return VALUE_ERROR;
    }
    return value_small(value_is_absent(reversed->sequence) ? 0 : reversed->next + 1);
}

static const struct native reversed_methods[] = {
    {"__length_hint__", reversed_hint, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

bool reversed_type_ready(struct vm *vm, struct type *type) {
    type->flags |= TYPE_BASE;
    type->size = sizeof(struct reversed);
    type->create = reversed_create;
    type->free = reversed_release;
    type->iter = iterator_itself;
    type->next = reversed_next;
    return type_ready(vm, type, reversed_methods);
}
