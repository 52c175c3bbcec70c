// The type types.UnionType: int | None.
#include "vm/proxies.h"

#include "vm/builtin.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/set.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/type_text.h"
#include "vm/vm.h"

struct union_type {
    struct object head;
    struct value args; // tuple: no unions inside, no two equal
};

static struct union_type *union_of(struct value v) {
    return (struct union_type *)value_to_object(v);
}

bool union_is(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_union));
}

struct value union_args(struct value v) {
    return union_of(v)->args;
}

static bool can_be_in(struct vm *vm, struct value v) {
    return value_is_none(v) || type_is(v) || generic_alias_is(vm, v) || union_is(vm, v);
}

// Adds one member, or all of another union, unless it is there.
static bool add(struct vm *vm, struct list *members, struct value member) {
    if (union_is(vm, member)) {
        const struct tuple *inner = tuple_of(union_of(member)->args);
        for (size_t i = 0; i < inner->count; i++) {
            if (!add(vm, members, inner->items[i])) {
                return false;
            }
        }
        return true;
    }
    if (value_is_none(member)) {
        member = value_object(builtin(vm, BUILTIN_none));
    }
    for (size_t i = 0; i < members->count; i++) {
        int equal = vm_equal(vm, members->items[i], member);
        if (equal != 0) {
            return equal > 0;
        }
    }
    return list_append(vm, members, member);
}

static struct value make(struct vm *vm, const struct list *members) {
    if (members->count == 1) {
        return value_keep(members->items[0]);
    }
    struct value args = tuple_new(vm, members->items, members->count);
    struct union_type *made =
        value_is_error(args) ? NULL : object_new(vm, builtin(vm, BUILTIN_union), sizeof *made);
    if (made == NULL) {
        value_drop(vm, args);
        return VALUE_ERROR;
    }
    made->args = args;
    return value_object(made);
}

struct value union_new(struct vm *vm, struct value left, struct value right) {
    if (!can_be_in(vm, left) || !can_be_in(vm, right)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    struct value members = list_new(vm, NULL, 0);
    bool done = !value_is_error(members) && add(vm, list_of(members), left) &&
                add(vm, list_of(members), right);
    struct value result = done ? make(vm, list_of(members)) : VALUE_ERROR;
    value_drop(vm, members);
    return result;
}

static void release(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct union_type *)object)->args);
}

static struct value repr(struct vm *vm, struct value self) {
    struct buf out = {0};
    if (!type_text_put_all(vm, union_of(self)->args, " | ", &out)) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

static bool hash(struct vm *vm, struct value self, int64_t *out) {
    struct value set = frozenset_from(vm, union_of(self)->args);
    bool done = !value_is_error(set) && vm_hash(vm, set, out);
    value_drop(vm, set);
    return done;
}

// Unions are equal if they have the same members, in whatever order.
static struct value compare(struct vm *vm, struct value self, struct value other,
                            enum compare_op op) {
    if (!union_is(vm, other) || (op != COMPARE_EQ && op != COMPARE_NE)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    struct value a = set_from(vm, union_of(self)->args);
    struct value b = value_is_error(a) ? a : set_from(vm, union_of(other)->args);
    struct value result = value_is_error(b) ? b : vm_compare(vm, a, b, op);
    value_drop(vm, a);
    value_drop(vm, b);
    return result;
}

static struct value binary(struct vm *vm, enum binary_op op, struct value left,
                           struct value right) {
    return op == BINARY_OR ? union_new(vm, left, right) : VALUE_NOT_IMPLEMENTED;
}

static struct value get_args(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(union_of(self)->args);
}

static const struct native methods[] = {
    {"__args__", get_args, NATIVE_GETTER, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

bool union_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct union_type);
    type->free = release;
    type->repr = repr;
    type->hash = hash;
    type->compare = compare;
    type->binary = binary;
    return type_ready(vm, type, methods);
}
