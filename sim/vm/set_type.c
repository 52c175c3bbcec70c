// The types set, frozenset and set_iterator: what set(…), repr, hash, in, & | - ^ and comparisons
// do with a set.
#include "vm/set_operations.h"

#include "vm/builtin.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/repr_guard.h"
#include "vm/sequence.h"
#include "vm/set_methods.h"
#include "vm/str.h"
#include "vm/vm.h"

struct set_iterator {
    struct object head;
    struct value set;    // ABSENT once it ended
    size_t at;           // for set_walk
    uint32_t used, left; // elements the set had; how many are still to come
};

static struct value create(struct vm *vm, struct type *type, const struct call *call) {
    (void)call; // they are for __init__
    return set_make(vm, type);
}

static bool init(struct vm *vm, struct value self, const struct call *call) {
    struct value iterable = VALUE_ABSENT;
    if (!native_args(vm, call, "set", "|o", &iterable)) {
        return false;
    }
    set_clear(vm, set_of(self));
    return value_is_absent(iterable) || set_update(vm, self, iterable);
}

static struct value frozenset_create(struct vm *vm, struct type *type, const struct call *call) {
    struct type *plain = builtin(vm, BUILTIN_frozenset);
    struct call positional = {call->args, call->count, type == plain ? call->keyword_count : 0,
                              call->keywords};
    struct value iterable = VALUE_ABSENT;
    if (!native_args(vm, &positional, "frozenset", "|o", &iterable)) {
        return VALUE_ERROR;
    }
    if (value_is_absent(iterable)) {
        return set_make(vm, type);
    }
    return type == plain ? frozenset_from(vm, iterable) : set_of_type(vm, type, iterable);
}

static void release(struct vm *vm, struct object *object) {
    set_clear(vm, (struct set *)object);
}

static bool put_repr(struct vm *vm, struct value self, const char *name, struct buf *out) {
    struct value list = list_from(vm, self);
    if (value_is_error(list)) {
        return false;
    }
    bool plain = value_is_exactly(self, builtin(vm, BUILTIN_set));
    buf_puts(out, plain ? "" : name);
    buf_puts(out, plain ? "{" : "({");
    bool done = sequence_repr_items(vm, list, out);
    buf_puts(out, plain ? "}" : "})");
    value_drop(vm, list);
    return done;
}

static struct value repr(struct vm *vm, struct value self) {
    const char *name = value_to_object(self)->type->name;
    if (set_of(self)->used == 0) {
        return str_format(vm, "%s()", name);
    }
    struct repr_mark mark;
    if (!repr_enter(vm, &mark, self)) {
        return str_format(vm, "%s(...)", name);
    }
    struct buf out = {0};
    bool done = put_repr(vm, self, name, &out);
    repr_leave(vm, &mark);
    if (!done) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

static uint64_t shuffle(uint64_t hash) {
    return ((hash ^ 89869747) ^ (hash << 16)) * 3644798167;
}

// The constants are CPython's, so that sets of frozensets come in the same order.
static bool frozenset_hash(struct vm *vm, struct value self, int64_t *out) {
    (void)vm;
    struct set *set = set_of(self);
    if (set->hash == -1) {
        uint64_t mixed = 0;
        for (uint32_t i = 0; i < set->filled; i++) {
            if (!value_is_absent(set->entries[i].key)) {
                mixed ^= shuffle((uint64_t)set->entries[i].hash);
            }
        }
        mixed ^= ((uint64_t)set->used + 1) * 1927868237;
        mixed ^= (mixed >> 11) ^ (mixed >> 25);
        mixed = mixed * 69069 + 907133923;
        set->hash = mixed == UINT64_MAX ? 590923713 : (int64_t)mixed;
    }
    *out = set->hash;
    return true;
}

static int equal(struct vm *vm, struct value self, struct value other) {
    if (set_count(self) != set_count(other)) {
        return 0;
    }
    return set_is_subset(vm, self, other);
}

static struct value compare(struct vm *vm, struct value self, struct value other,
                            enum compare_op op) {
    if (!set_is(other)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    size_t mine = set_count(self), others = set_count(other);
    int result = 0;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE:
        result = equal(vm, self, other);
        break;
    case COMPARE_LT:
        result = mine < others ? set_is_subset(vm, self, other) : 0;
        break;
    case COMPARE_LE:
        result = set_is_subset(vm, self, other);
        break;
    case COMPARE_GT:
        result = mine > others ? set_is_subset(vm, other, self) : 0;
        break;
    case COMPARE_GE:
        result = set_is_subset(vm, other, self);
        break;
    }
    return result < 0 ? VALUE_ERROR : value_bool(op == COMPARE_NE ? !result : result);
}

static ptrdiff_t length(struct vm *vm, struct value self) {
    (void)vm;
    return (ptrdiff_t)set_count(self);
}

// A set, which has no hash, is looked for as the frozenset it would be.
static int contains(struct vm *vm, struct value self, struct value item) {
    int within = set_has(vm, self, item);
    if (within >= 0 || !set_is(item) || !raised_clear(vm, EXCEPTION_TypeError)) {
        return within;
    }
    struct value frozen = set_of_type(vm, builtin(vm, BUILTIN_frozenset), item);
    within = value_is_error(frozen) ? -1 : set_has(vm, self, frozen);
    value_drop(vm, frozen);
    return within;
}

// Only | & - ^ of two sets are known, unlike the methods, which take any iterable.
static struct value binary(struct vm *vm, enum binary_op op, struct value left,
                           struct value right) {
    if (!set_is(left) || !set_is(right)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    if (op == BINARY_OR) {
        return set_union(vm, left, right);
    }
    if (op == BINARY_AND) {
        return set_intersection(vm, left, right);
    }
    if (op == BINARY_SUBTRACT) {
        return set_difference(vm, left, right);
    }
    if (op == BINARY_XOR) {
        return set_symmetric_difference(vm, left, right);
    }
    return VALUE_NOT_IMPLEMENTED;
}

static struct value inplace(struct vm *vm, enum binary_op op, struct value self,
                            struct value other) {
    if (!set_is(other)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    bool done;
    if (op == BINARY_OR) {
        done = set_update(vm, self, other);
    } else if (op == BINARY_AND) {
        done = set_keep_common(vm, self, other);
    } else if (op == BINARY_SUBTRACT) {
        done = set_remove_all(vm, self, other);
    } else if (op == BINARY_XOR) {
        done = set_toggle_all(vm, self, other);
    } else {
        return VALUE_NOT_IMPLEMENTED;
    }
    return done ? value_keep(self) : VALUE_ERROR;
}

static struct value iterate(struct vm *vm, struct value self) {
    struct set_iterator *iterator =
        object_new(vm, builtin(vm, BUILTIN_set_iterator), sizeof *iterator);
    if (iterator == NULL) {
        return VALUE_ERROR;
    }
    set_prepare_walk(set_of(self));
    iterator->set = value_keep(self);
    iterator->used = iterator->left = set_of(self)->used;
    return value_object(iterator);
}

static struct value iterator_next(struct vm *vm, struct value self) {
    struct set_iterator *iterator = (struct set_iterator *)value_to_object(self);
    if (value_is_absent(iterator->set)) {
        return VALUE_ABSENT;
    }
    struct set *set = set_of(iterator->set);
    if (iterator->used != set->used) {
        iterator->used = UINT32_MAX; // it stays so
        return raise_error(vm, EXCEPTION_RuntimeError, "Set changed size during iteration");
    }
    const struct set_entry *entry = set_walk(set, &iterator->at);
    if (entry == NULL) {
        value_replace(vm, &iterator->set, VALUE_ABSENT);
        return VALUE_ABSENT;
    }
    iterator->left--;
    return value_keep(entry->key);
}

static void iterator_release(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct set_iterator *)object)->set);
}

static struct value hint(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "__length_hint__", "")) {
        return VALUE_ERROR;
    }
    struct set_iterator *iterator = (struct set_iterator *)value_to_object(self);
    bool over = value_is_absent(iterator->set) || iterator->used != set_of(iterator->set)->used;
    return value_small(over ? 0 : iterator->left);
}

static const struct native iterator_methods[] = {
    {"__length_hint__", hint, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

static void fill_slots(struct type *type) {
    type->flags |= TYPE_BASE | TYPE_SET;
    type->size = sizeof(struct set);
    type->free = release;
    type->repr = repr;
    type->compare = compare;
    type->length = length;
    type->iter = iterate;
    type->contains = contains;
    type->binary = binary;
}

bool set_type_ready(struct vm *vm, struct type *type) {
    fill_slots(type);
    type->create = create;
    type->init = init;
    type->inplace = inplace;
    return type_ready(vm, type, set_methods);
}

bool frozenset_type_ready(struct vm *vm, struct type *type) {
    fill_slots(type);
    type->create = frozenset_create;
    type->hash = frozenset_hash;
    return type_ready(vm, type, frozenset_methods);
}

bool set_iterator_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct set_iterator);
    type->free = iterator_release;
    type->iter = iterator_itself;
    type->next = iterator_next;
    return type_ready(vm, type, iterator_methods);
}
