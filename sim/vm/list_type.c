// The type list: what list(…), repr, + * [] in and comparisons do with a list. Its methods are in
// list_methods.c.
#include "vm/list_methods.h"

#include "vm/builtin.h"
#include "vm/index.h"
#include "vm/raise.h"
#include "vm/repr_guard.h"
#include "vm/sequence.h"
#include "vm/sequence_iterators.h"
#include "vm/slice.h"
#include "vm/str.h"
#include "vm/vm.h"

static const struct slice_words words = {"list", "list index out of range"};
static const struct slice_words words_assign = {"list", "list assignment index out of range"};

static struct value create(struct vm *vm, struct type *type, const struct call *call) {
    (void)call; // they are for __init__
    struct list *list = object_new(vm, type, type->size);
    return list == NULL ? VALUE_ERROR : value_object(list);
}

static bool init(struct vm *vm, struct value self, const struct call *call) {
    struct value iterable = VALUE_ABSENT;
    if (!native_args(vm, call, "list", "|o", &iterable)) {
        return false;
    }
    list_clear(vm, list_of(self));
    return value_is_absent(iterable) || list_extend(vm, list_of(self), iterable);
}

static void release(struct vm *vm, struct object *object) {
    list_clear(vm, (struct list *)object);
}

static struct value repr(struct vm *vm, struct value self) {
    if (list_of(self)->count == 0) {
        return str_from(vm, "[]");
    }
    struct repr_mark mark;
    if (!repr_enter(vm, &mark, self)) {
        return str_from(vm, "[...]");
    }
    struct buf out = {0};
    buf_putc(&out, '[');
    bool done = sequence_repr_items(vm, self, &out);
    buf_putc(&out, ']');
    repr_leave(vm, &mark);
    if (!done) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

static struct value compare(struct vm *vm, struct value self, struct value other,
                            enum compare_op op) {
    return list_is(other) ? sequence_compare(vm, self, other, op) : VALUE_NOT_IMPLEMENTED;
}

static ptrdiff_t length(struct vm *vm, struct value self) {
    (void)vm;
    return (ptrdiff_t)list_of(self)->count;
}

static struct value get_slice(struct vm *vm, struct list *list, const struct slice *slice) {
    struct slice_span span;
    if (!slice_resolve(vm, slice, list->count, &span)) {
        return VALUE_ERROR;
    }
    struct value result = list_new(vm, NULL, span.count);
    for (size_t i = 0; !value_is_error(result) && i < span.count; i++) {
        list_of(result)->items[i] = value_keep(list->items[slice_at(&span, i)]);
    }
    return result;
}

static struct value get_item(struct vm *vm, struct value self, struct value key) {
    struct list *list = list_of(self);
    if (slice_is(key)) {
        return get_slice(vm, list, slice_of(key));
    }
    size_t index;
    if (!slice_index(vm, key, list->count, &words, &index)) {
        return VALUE_ERROR;
    }
    return value_keep(list->items[index]);
}

static bool set_item(struct vm *vm, struct value self, struct value key, struct value value) {
    struct list *list = list_of(self);
    if (slice_is(key)) {
        return list_set_slice(vm, list, slice_of(key), value);
    }
    size_t index;
    if (!slice_index(vm, key, list->count, &words_assign, &index)) {
        return false;
    }
    if (value_is_absent(value)) {
        value_drop(vm, list_take(vm, list, index));
    } else {
        value_replace(vm, &list->items[index], value_keep(value));
    }
    return true;
}

static int contains(struct vm *vm, struct value self, struct value item) {
    return sequence_contains(vm, self, item);
}

static struct value concatenate(struct vm *vm, struct list *a, struct list *b) {
    struct value result = list_new(vm, NULL, a->count + b->count);
    if (value_is_error(result)) {
        return result;
    }
    struct value *items = list_of(result)->items;
    for (size_t i = 0; i < a->count; i++) {
        items[i] = value_keep(a->items[i]);
    }
    for (size_t i = 0; i < b->count; i++) {
        items[a->count + i] = value_keep(b->items[i]);
    }
    return result;
}

static struct value repeat(struct vm *vm, struct list *list, struct value times) {
    int64_t count;
    size_t total;
    if (!vm_to_index(vm, times, &count) || !sequence_product(vm, list->count, count, &total)) {
        return VALUE_ERROR;
    }
    struct value result = list_new(vm, NULL, total);
    for (size_t i = 0; !value_is_error(result) && i < total; i++) {
        list_of(result)->items[i] = value_keep(list->items[i % list->count]);
    }
    return result;
}

static struct value binary(struct vm *vm, enum binary_op op, struct value left,
                           struct value right) {
    if (op == BINARY_ADD && list_is(left) && list_is(right)) {
        return concatenate(vm, list_of(left), list_of(right));
    }
    if (op == BINARY_MULTIPLY && list_is(left) && index_is(vm, right)) {
        return repeat(vm, list_of(left), right);
    }
    if (op == BINARY_MULTIPLY && list_is(right) && index_is(vm, left)) {
        return repeat(vm, list_of(right), left);
    }
    return VALUE_NOT_IMPLEMENTED;
}

static bool repeat_inplace(struct vm *vm, struct list *list, struct value times) {
    int64_t count;
    size_t total;
    if (!vm_to_index(vm, times, &count) || !sequence_product(vm, list->count, count, &total)) {
        return false;
    }
    if (total == 0) {
        list_clear(vm, list);
        return true;
    }
    size_t once = list->count;
    if (!list_reserve(vm, list, total - once)) {
        return false;
    }
    for (size_t i = once; i < total; i++) {
        list->items[i] = value_keep(list->items[i - once]);
    }
    list->count = total;
    return true;
}

// A class may know how to be added to a list: its __radd__ or __rmul__ is asked first.
static struct value ask_other(struct vm *vm, enum binary_op op, struct value self,
                              struct value other) {
    const struct type *type = value_type(vm, other);
    bool may_know = (type->flags & TYPE_HEAP) != 0 && type->binary != NULL && !list_is(other);
    return may_know ? type->binary(vm, op, self, other) : VALUE_NOT_IMPLEMENTED;
}

static struct value inplace(struct vm *vm, enum binary_op op, struct value self,
                            struct value other) {
    struct value answer = ask_other(vm, op, self, other);
    if (!value_is(answer, VALUE_NOT_IMPLEMENTED)) {
        return answer;
    }
    bool done;
    if (op == BINARY_ADD) {
        done = list_extend(vm, list_of(self), other);
    } else if (op == BINARY_MULTIPLY && index_is(vm, other)) {
        done = repeat_inplace(vm, list_of(self), other);
    } else {
        return VALUE_NOT_IMPLEMENTED;
    }
    return done ? value_keep(self) : VALUE_ERROR;
}

static void fill_slots(struct type *type) {
    type->flags |= TYPE_BASE | TYPE_LIST;
    type->size = sizeof(struct list);
    type->create = create;
    type->init = init;
    type->free = release;
    type->repr = repr;
    type->compare = compare;
    type->length = length;
    type->iter = list_iterate;
    type->get_item = get_item;
    type->set_item = set_item;
    type->contains = contains;
    type->binary = binary;
    type->inplace = inplace;
}

bool list_type_ready(struct vm *vm, struct type *type) {
    fill_slots(type);
    return type_ready(vm, type, list_methods);
}
