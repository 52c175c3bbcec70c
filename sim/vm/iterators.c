// sequence_iterator, callable_iterator and length hints.
#include "vm/iterators.h"

#include "vm/builtin.h"
#include "vm/int.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/vm.h"

struct sequence_iterator {
    struct object head;
    struct value sequence; // ABSENT once it ended
    int64_t next;
};

struct callable_iterator {
    struct object head;
    struct value callable, sentinel; // ABSENT once it ended
};

struct value iterator_itself(struct vm *vm, struct value self) {
    (void)vm;
    return value_keep(self);
}

struct value sequence_iterator_new(struct vm *vm, struct value sequence) {
    struct sequence_iterator *iterator =
        object_new(vm, builtin(vm, BUILTIN_sequence_iterator), sizeof *iterator);
    if (iterator == NULL) {
        return VALUE_ERROR;
    }
    iterator->sequence = value_keep(sequence);
    return value_object(iterator);
}

static void sequence_release(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct sequence_iterator *)object)->sequence);
}

static struct value sequence_next(struct vm *vm, struct value self) {
    struct sequence_iterator *iterator = (struct sequence_iterator *)value_to_object(self);
    if (value_is_absent(iterator->sequence)) {
        return VALUE_ABSENT;
    }
    struct value sequence = value_keep(iterator->sequence);
    struct value item = vm_get_item(vm, sequence, value_small(iterator->next++));
    value_drop(vm, sequence);
    if (value_is_error(item) &&
        (raised_clear(vm, EXCEPTION_IndexError) || raised_clear(vm, EXCEPTION_StopIteration))) {
        value_replace(vm, &iterator->sequence, VALUE_ABSENT);
        return VALUE_ABSENT;
    }
    return item;
}

static struct value sequence_hint(struct vm *vm, struct value self, const struct call *call) {
    struct sequence_iterator *iterator = (struct sequence_iterator *)value_to_object(self);
    if (!native_args(vm, call, "__length_hint__", "")) {
        return VALUE_ERROR;
    }
    if (value_is_absent(iterator->sequence)) {
        return value_small(0);
    }
    if (value_type(vm, iterator->sequence)->length == NULL) {
        return VALUE_NOT_IMPLEMENTED;
    }
    ptrdiff_t count = vm_length(vm, iterator->sequence);
    if (count < 0) {
        return VALUE_ERROR;
    }
    return value_small(count > iterator->next ? count - iterator->next : 0);
}

static const struct native sequence_methods[] = {
    {"__length_hint__", sequence_hint, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

bool sequence_iterator_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct sequence_iterator);
    type->free = sequence_release;
    type->iter = iterator_itself;
    type->next = sequence_next;
    return type_ready(vm, type, sequence_methods);
}

struct value callable_iterator_new(struct vm *vm, struct value callable, struct value sentinel) {
    struct callable_iterator *iterator =
        object_new(vm, builtin(vm, BUILTIN_callable_iterator), sizeof *iterator);
    if (iterator == NULL) {
        return VALUE_ERROR;
    }
    iterator->callable = value_keep(callable);
    iterator->sentinel = value_keep(sentinel);
    return value_object(iterator);
}

static void callable_release(struct vm *vm, struct object *object) {
    struct callable_iterator *iterator = (struct callable_iterator *)object;
    value_drop(vm, iterator->callable);
    value_drop(vm, iterator->sentinel);
}

static struct value callable_finish(struct vm *vm, struct callable_iterator *iterator) {
    value_replace(vm, &iterator->callable, VALUE_ABSENT);
    value_replace(vm, &iterator->sentinel, VALUE_ABSENT);
    return VALUE_ABSENT;
}

static struct value callable_next(struct vm *vm, struct value self) {
    struct callable_iterator *iterator = (struct callable_iterator *)value_to_object(self);
    if (value_is_absent(iterator->callable)) {
        return VALUE_ABSENT;
    }
    struct value callable = value_keep(iterator->callable);
    struct value item = vm_call(vm, callable, NULL, 0);
    value_drop(vm, callable);
    if (value_is_error(item)) {
        return raised_clear(vm, EXCEPTION_StopIteration) ? callable_finish(vm, iterator) : item;
    }
    if (value_is_absent(iterator->sentinel)) {
        value_drop(vm, item); // the call itself exhausted this iterator
        return VALUE_ABSENT;
    }
    int ends = vm_equal(vm, item, iterator->sentinel);
    if (ends == 0) {
        return item;
    }
    value_drop(vm, item);
    return ends < 0 ? VALUE_ERROR : callable_finish(vm, iterator);
}

bool callable_iterator_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct callable_iterator);
    type->free = callable_release;
    type->iter = iterator_itself;
    type->next = callable_next;
    return type_ready(vm, type, NULL);
}

// What __length_hint__ gave; drops it.
static ptrdiff_t read_hint(struct vm *vm, struct value hint, ptrdiff_t fallback) {
    int64_t count = fallback;
    if (value_is(hint, VALUE_NOT_IMPLEMENTED)) {
        return fallback;
    }
    if (!int_is(hint)) {
        raise_error(vm, EXCEPTION_TypeError, "__length_hint__ must be an integer, not %s",
                    value_type(vm, hint)->name);
        count = -1;
    } else if (!int_to_int64(hint, &count)) {
        count = fallback; // only a hint
    } else if (count < 0) {
        raise_error(vm, EXCEPTION_ValueError, "__length_hint__() should return >= 0");
        count = -1;
    }
    value_drop(vm, hint);
    return count;
}

ptrdiff_t iterator_length_hint(struct vm *vm, struct value iterable, ptrdiff_t fallback) {
    if (value_type(vm, iterable)->length != NULL) {
        ptrdiff_t count = vm_length(vm, iterable);
        if (count >= 0 || !raised_clear(vm, EXCEPTION_TypeError)) {
            return count;
        }
    }
    struct value hint = slot_call(vm, iterable, DUNDER_length_hint, NULL, 0);
    if (value_is_absent(hint)) {
        return fallback;
    }
    if (value_is_error(hint)) {
        return raised_clear(vm, EXCEPTION_TypeError) ? fallback : -1;
    }
    return read_hint(vm, hint, fallback);
}
