// The type tuple: what tuple(…), repr, hash, + * [] in and comparisons do, and its methods.
#include "vm/list.h"

#include "vm/builtin.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/native.h"
#include "vm/proxies.h"
#include "vm/raise.h"
#include "vm/repr_guard.h"
#include "vm/sequence.h"
#include "vm/sequence_iterators.h"
#include "vm/slice.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/vm.h"

static const struct slice_words words = {"tuple", "tuple index out of range"};

static size_t measure(const struct object *object) {
    return tuple_size(((const struct tuple *)object)->count);
}

static struct value create(struct vm *vm, struct type *type, const struct call *call) {
    struct value iterable = VALUE_ABSENT;
    if (type == builtin(vm, BUILTIN_tuple) && call->keyword_count > 0) {
        return raise_error(vm, EXCEPTION_TypeError, "tuple() takes no keyword arguments");
    }
    struct call positional = {call->args, call->count, 0, NULL};
    if (!native_args(vm, &positional, "tuple", "|o", &iterable)) {
        return VALUE_ERROR;
    }
    struct value plain =
        value_is_absent(iterable) ? tuple_new(vm, NULL, 0) : tuple_from(vm, iterable);
    if (value_is_error(plain) || type == builtin(vm, BUILTIN_tuple)) {
        return plain;
    }
    struct tuple *from = tuple_of(plain);
    struct tuple *tuple = tuple_make(vm, type, from->count);
    for (size_t i = 0; tuple != NULL && i < from->count; i++) {
        tuple->items[i] = value_keep(from->items[i]);
    }
    value_drop(vm, plain);
    return tuple == NULL ? VALUE_ERROR : value_object(tuple);
}

static void release(struct vm *vm, struct object *object) {
    struct tuple *tuple = (struct tuple *)object;
    for (size_t i = tuple->count; i-- > 0;) { // from the end, as CPython: programs can tell
        value_drop(vm, tuple->items[i]);
    }
}

static bool put_repr(struct vm *vm, struct value self, struct buf *out) {
    buf_putc(out, '(');
    bool done = sequence_repr_items(vm, self, out);
    buf_puts(out, tuple_of(self)->count == 1 ? ",)" : ")");
    return done;
}

static struct value repr(struct vm *vm, struct value self) {
    struct repr_mark mark;
    if (!repr_enter(vm, &mark, self)) {
        return str_from(vm, "(...)");
    }
    struct buf out = {0};
    bool done = put_repr(vm, self, &out);
    repr_leave(vm, &mark);
    if (!done) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

#define MIX_1 UINT64_C(11400714785074694791)
#define MIX_2 UINT64_C(14029467366897019727)
#define MIX_5 UINT64_C(2870177450012600261)

// The constants are xxHash's, as in CPython, so that sets of tuples come in the same order.
static bool mix_items(struct vm *vm, const struct tuple *tuple, uint64_t *mixed) {
    for (size_t i = 0; i < tuple->count; i++) {
        int64_t lane;
        if (!vm_hash(vm, tuple->items[i], &lane)) {
            return false;
        }
        *mixed += (uint64_t)lane * MIX_2;
        *mixed = *mixed << 31 | *mixed >> 33;
        *mixed *= MIX_1;
    }
    return true;
}

static bool hash(struct vm *vm, struct value self, int64_t *out) {
    struct tuple *tuple = tuple_of(self);
    if (tuple->hash == -1) {
        uint64_t mixed = MIX_5;
        if (!vm_enter(vm, "")) {
            return false;
        }
        bool mixes = mix_items(vm, tuple, &mixed);
        vm_leave(vm);
        if (!mixes) {
            return false;
        }
        mixed += tuple->count ^ (MIX_5 ^ 3527539);
        tuple->hash = mixed == UINT64_MAX ? 1546275796 : (int64_t)mixed;
    }
    *out = tuple->hash;
    return true;
}

static struct value compare(struct vm *vm, struct value self, struct value other,
                            enum compare_op op) {
    return tuple_is(other) ? sequence_compare(vm, self, other, op) : VALUE_NOT_IMPLEMENTED;
}

static ptrdiff_t length(struct vm *vm, struct value self) {
    (void)vm;
    return (ptrdiff_t)tuple_of(self)->count;
}

static struct value get_slice(struct vm *vm, struct value self, const struct slice *slice) {
    struct tuple *tuple = tuple_of(self);
    struct slice_span span;
    if (!slice_resolve(vm, slice, tuple->count, &span)) {
        return VALUE_ERROR;
    }
    bool whole = span.count == tuple->count && span.step == 1;
    if (whole && tuple->head.type == builtin(vm, BUILTIN_tuple)) {
        return value_keep(self);
    }
    struct value result = tuple_new(vm, NULL, span.count);
    for (size_t i = 0; !value_is_error(result) && i < span.count; i++) {
        tuple_of(result)->items[i] = value_keep(tuple->items[slice_at(&span, i)]);
    }
    return result;
}

static struct value get_item(struct vm *vm, struct value self, struct value key) {
    struct tuple *tuple = tuple_of(self);
    if (slice_is(key)) {
        return get_slice(vm, self, slice_of(key));
    }
    size_t index;
    if (!slice_index(vm, key, tuple->count, &words, &index)) {
        return VALUE_ERROR;
    }
    return value_keep(tuple->items[index]);
}

static int contains(struct vm *vm, struct value self, struct value item) {
    return sequence_contains(vm, self, item);
}

static struct value concatenate(struct vm *vm, struct value left, struct value right) {
    struct tuple *a = tuple_of(left), *b = tuple_of(right);
    bool plain = a->head.type == builtin(vm, BUILTIN_tuple);
    if (plain && b->count == 0) {
        return value_keep(left);
    }
    struct value result = tuple_new(vm, NULL, a->count + b->count);
    if (value_is_error(result)) {
        return result;
    }
    for (size_t i = 0; i < a->count + b->count; i++) {
        tuple_of(result)->items[i] =
            value_keep(i < a->count ? a->items[i] : b->items[i - a->count]);
    }
    return result;
}

static struct value repeat(struct vm *vm, struct value self, struct value times) {
    struct tuple *tuple = tuple_of(self);
    int64_t count;
    size_t total;
    if (!vm_to_index(vm, times, &count) || !sequence_product(vm, tuple->count, count, &total)) {
        return VALUE_ERROR;
    }
    if (count == 1 && tuple->head.type == builtin(vm, BUILTIN_tuple)) {
        return value_keep(self);
    }
    struct value result = tuple_new(vm, NULL, total);
    for (size_t i = 0; !value_is_error(result) && i < total; i++) {
        tuple_of(result)->items[i] = value_keep(tuple->items[i % tuple->count]);
    }
    return result;
}

static struct value binary(struct vm *vm, enum binary_op op, struct value left,
                           struct value right) {
    if (op == BINARY_ADD && tuple_is(left) && tuple_is(right)) {
        return concatenate(vm, left, right);
    }
    if (op == BINARY_MULTIPLY && tuple_is(left) && index_is(vm, right)) {
        return repeat(vm, left, right);
    }
    if (op == BINARY_MULTIPLY && tuple_is(right) && index_is(vm, left)) {
        return repeat(vm, right, left);
    }
    return VALUE_NOT_IMPLEMENTED;
}

static struct value count_method(struct vm *vm, struct value self, const struct call *call) {
    struct value item;
    if (!native_args(vm, call, "count", "o", &item)) {
        return VALUE_ERROR;
    }
    ptrdiff_t count = sequence_count(vm, self, item);
    return count < 0 ? VALUE_ERROR : value_small(count);
}

static struct value index_method(struct vm *vm, struct value self, const struct call *call) {
    struct value item, start = VALUE_ABSENT, stop = VALUE_ABSENT;
    size_t from, to, index;
    if (!native_args(vm, call, "index", "o|oo", &item, &start, &stop) ||
        !slice_bounds(vm, start, stop, tuple_of(self)->count, &from, &to)) {
        return VALUE_ERROR;
    }
    int found = sequence_find(vm, self, item, from, to, &index);
    if (found == 0) {
        return raise_error(vm, EXCEPTION_ValueError, "tuple.index(x): x not in tuple");
    }
    return found < 0 ? VALUE_ERROR : value_small((int64_t)index);
}

// What copy and pickle rebuild a tuple with.
static struct value new_arguments(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "__getnewargs__", "")) {
        return VALUE_ERROR;
    }
    struct value plain = tuple_new(vm, tuple_of(self)->items, tuple_of(self)->count);
    return tuple_steal(vm, &plain, 1);
}

static struct value class_item(struct vm *vm, struct value self, const struct call *call) {
    struct value arguments;
    if (!native_args(vm, call, "__class_getitem__", "o", &arguments)) {
        return VALUE_ERROR;
    }
    return generic_alias_new(vm, self, arguments);
}

static const struct native methods[] = {
    {"count", count_method, NATIVE_PLAIN, NULL},
    {"index", index_method, NATIVE_PLAIN, NULL},
    {"__getnewargs__", new_arguments, NATIVE_PLAIN, NULL},
    {"__class_getitem__", class_item, NATIVE_CLASS, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

static void fill_slots(struct type *type) {
    type->flags |= TYPE_BASE | TYPE_TUPLE;
    type->size = sizeof(struct tuple);
    type->measure = measure;
    type->create = create;
    type->free = release;
    type->repr = repr;
    type->hash = hash;
    type->compare = compare;
    type->length = length;
    type->iter = tuple_iterate;
    type->get_item = get_item;
    type->contains = contains;
    type->binary = binary;
}

bool tuple_type_ready(struct vm *vm, struct type *type) {
    fill_slots(type);
    if (!value_is_object(vm->empty_tuple)) {
        struct tuple *empty = tuple_make(vm, type, 0);
        if (empty == NULL) {
            return false;
        }
        vm->empty_tuple = value_object(empty);
    }
    return type_ready(vm, type, methods);
}
