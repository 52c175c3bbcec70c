// What any value may be asked: its truth, length, order, items, iterator.
//
// Each asks the type's slot, and words what is wrong where there is none.
#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/int.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/proxies.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

static void refuse(struct vm *vm, const char *before, struct value v, const char *after) {
    raise_error(vm, EXCEPTION_TypeError, "%s%s%s", before, value_type(vm, v)->name, after);
}

int vm_truth(struct vm *vm, struct value v) {
    if (value_is_bool(v) || value_is_none(v)) {
        return value_is(v, VALUE_TRUE);
    }
    if (value_is_small(v)) {
        return value_to_small(v) != 0;
    }
    const struct type *type = value_type(vm, v);
    if (type->truth != NULL) {
        return type->truth(vm, v);
    }
    if (type->length != NULL) {
        ptrdiff_t length = type->length(vm, v);
        return length < 0 ? -1 : length > 0;
    }
    return 1;
}

ptrdiff_t vm_length(struct vm *vm, struct value v) {
    const struct type *type = value_type(vm, v);
    if (type->length != NULL) {
        return type->length(vm, v);
    }
    refuse(vm, "object of type '", v, "' has no len()");
    return -1;
}

bool vm_hash(struct vm *vm, struct value v, int64_t *hash) {
    const struct type *type = value_type(vm, v);
    if (type->hash != NULL) {
        return type->hash(vm, v, hash);
    }
    refuse(vm, "unhashable type: '", v, "'");
    return false;
}

// Comparing ---------------------------------------------------------------------------------------

static const char *const compare_signs[] = {
    [COMPARE_LT] = "<",  [COMPARE_LE] = "<=", [COMPARE_EQ] = "==",
    [COMPARE_NE] = "!=", [COMPARE_GT] = ">",  [COMPARE_GE] = ">=",
};

static const enum compare_op compare_swapped[] = {
    [COMPARE_LT] = COMPARE_GT, [COMPARE_LE] = COMPARE_GE, [COMPARE_EQ] = COMPARE_EQ,
    [COMPARE_NE] = COMPARE_NE, [COMPARE_GT] = COMPARE_LT, [COMPARE_GE] = COMPARE_LE,
};

// The right operand is asked first if its class derives from the left one's, which it may refine.
static struct value compare_ask(struct vm *vm, struct value a, struct value b, enum compare_op op) {
    const struct type *left = value_type(vm, a), *right = value_type(vm, b);
    bool right_first = left != right && right->compare != NULL && type_is_subtype(right, left);
    struct value result = VALUE_NOT_IMPLEMENTED;
    if (right_first) {
        result = right->compare(vm, b, a, compare_swapped[op]);
    }
    if (value_is(result, VALUE_NOT_IMPLEMENTED) && left->compare != NULL) {
        result = left->compare(vm, a, b, op);
    }
    if (value_is(result, VALUE_NOT_IMPLEMENTED) && !right_first && right->compare != NULL) {
        result = right->compare(vm, b, a, compare_swapped[op]);
    }
    return result;
}

struct value vm_compare(struct vm *vm, struct value a, struct value b, enum compare_op op) {
    if (!vm_enter(vm, " in comparison")) {
        return VALUE_ERROR;
    }
    struct value result = compare_ask(vm, a, b, op);
    vm_leave(vm);
    if (!value_is(result, VALUE_NOT_IMPLEMENTED)) {
        return result;
    }
    if (op == COMPARE_EQ || op == COMPARE_NE) {
        return value_bool(value_is(a, b) == (op == COMPARE_EQ));
    }
    return raise_error(vm, EXCEPTION_TypeError,
                       "'%s' not supported between instances of '%s' and '%s'", compare_signs[op],
                       value_type(vm, a)->name, value_type(vm, b)->name);
}

int vm_equal(struct vm *vm, struct value a, struct value b) {
    if (value_is(a, b)) {
        return 1;
    }
    if (value_both_small(a, b)) {
        return 0;
    }
    struct value result = vm_compare(vm, a, b, COMPARE_EQ);
    if (value_is_bool(result)) {
        return value_is(result, VALUE_TRUE);
    }
    if (value_is_error(result)) {
        return -1;
    }
    int truth = vm_truth(vm, result);
    value_drop(vm, result);
    return truth;
}

// Items -------------------------------------------------------------------------------------------

// Foo[x] of a class: its __class_getitem__; type[x] is an alias without one.
static struct value class_get_item(struct vm *vm, struct value class, struct value key) {
    if (type_of(class) == builtin(vm, BUILTIN_type)) {
        return generic_alias_new(vm, class, key);
    }
    struct value method = type_find_attribute(vm, class, dunder(vm, DUNDER_class_getitem));
    if (value_is_absent(method)) {
        return raise_error(vm, EXCEPTION_TypeError, "type '%s' is not subscriptable",
                           type_of(class)->name);
    }
    struct value result = value_is_error(method) ? method : vm_call(vm, method, &key, 1);
    value_drop(vm, method);
    return result;
}

struct value vm_get_item(struct vm *vm, struct value container, struct value key) {
    const struct type *type = value_type(vm, container);
    if (type->get_item != NULL) {
        return type->get_item(vm, container, key);
    }
    if (type_is(container)) {
        return class_get_item(vm, container, key);
    }
    refuse(vm, "'", container, "' object is not subscriptable");
    return VALUE_ERROR;
}

bool vm_set_item(struct vm *vm, struct value container, struct value key, struct value v) {
    const struct type *type = value_type(vm, container);
    if (type->set_item != NULL) {
        return type->set_item(vm, container, key, v);
    }
    refuse(vm, "'", container, "' object does not support item assignment");
    return false;
}

bool vm_delete_item(struct vm *vm, struct value container, struct value key) {
    const struct type *type = value_type(vm, container);
    if (type->set_item != NULL) {
        return type->set_item(vm, container, key, VALUE_ABSENT);
    }
    refuse(vm, "'", container, "' object doesn't support item deletion");
    return false;
}

bool vm_to_index(struct vm *vm, struct value v, int64_t *out) {
    if (value_is_small(v)) {
        *out = value_to_small(v);
        return true;
    }
    const struct type *type = value_type(vm, v);
    struct value index;
    if (int_is(v)) {
        index = value_keep(v);
    } else if (type->index != NULL) {
        index = type->index(vm, v);
    } else {
        refuse(vm, "'", v, "' object cannot be interpreted as an integer");
        return false;
    }
    bool fits = !value_is_error(index) && int_to_int64(index, out);
    if (!fits && !value_is_error(index)) {
        raise_error(vm, EXCEPTION_OverflowError, "cannot fit '%s' into an index-sized integer",
                    type->name);
    }
    value_drop(vm, index);
    return fits;
}

// Iterating ---------------------------------------------------------------------------------------

struct value vm_iter(struct vm *vm, struct value iterable) {
    const struct type *type = value_type(vm, iterable);
    if (type->iter == NULL) {
        if (type->get_item != NULL && (type->flags & TYPE_DICT) == 0) {
            return sequence_iterator_new(vm, iterable);
        }
        refuse(vm, "'", iterable, "' object is not iterable");
        return VALUE_ERROR;
    }
    struct value iterator = type->iter(vm, iterable);
    if (!value_is_error(iterator) && value_type(vm, iterator)->next == NULL) {
        refuse(vm, "iter() returned non-iterator of type '", iterator, "'");
        value_drop(vm, iterator);
        return VALUE_ERROR;
    }
    return iterator;
}

struct value vm_next(struct vm *vm, struct value iterator) {
    const struct type *type = value_type(vm, iterator);
    if (type->next != NULL) {
        return type->next(vm, iterator);
    }
    refuse(vm, "'", iterator, "' object is not an iterator");
    return VALUE_ERROR;
}

static int contains_walk(struct vm *vm, struct value iterator, struct value item) {
    for (;;) {
        struct value next = vm_next(vm, iterator);
        if (value_is_absent(next) || value_is_error(next)) {
            return value_is_error(next) ? -1 : 0;
        }
        int equal = vm_tick(vm) ? vm_equal(vm, next, item) : -1;
        value_drop(vm, next);
        if (equal != 0) {
            return equal;
        }
    }
}

int vm_contains(struct vm *vm, struct value container, struct value item) {
    const struct type *type = value_type(vm, container);
    if (type->contains != NULL) {
        return type->contains(vm, container, item);
    }
    if (type->iter == NULL && type->get_item == NULL) {
        refuse(vm, "argument of type '", container, "' is not iterable");
        return -1;
    }
    struct value iterator = vm_iter(vm, container);
    if (value_is_error(iterator)) {
        if (raised_clear(vm, EXCEPTION_TypeError)) {
            refuse(vm, "argument of type '", container, "' is not iterable");
        }
        return -1;
    }
    int found = contains_walk(vm, iterator, item);
    value_drop(vm, iterator);
    return found;
}

uint64_t vm_id(struct value v) {
    return value_is_object(v) ? 0x7f0000000000ull + 16ull * value_to_object(v)->serial
                              : 0x7e0000000000ull + 32ull * (v.bits & 0xFFFFFFFFull);
}
