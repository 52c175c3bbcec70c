// dict_keys, dict_values and dict_items. Keys and items are sets, of a kind: they compare with sets
// and take & | - ^.
#include "vm/dict_views.h"

#include "vm/builtin.h"
#include "vm/list.h"
#include "vm/proxies.h"
#include "vm/raise.h"
#include "vm/repr_guard.h"
#include "vm/sequence.h"
#include "vm/set.h"
#include "vm/str.h"
#include "vm/vm.h"

static struct value make(struct vm *vm, enum builtin_type type, struct value dict) {
    struct dict_view *view = object_new(vm, builtin(vm, type), sizeof *view);
    if (view == NULL) {
        return VALUE_ERROR;
    }
    view->dict = value_keep(dict);
    return value_object(view);
}

struct value dict_keys(struct vm *vm, struct value dict) {
    return make(vm, BUILTIN_dict_keys, dict);
}

struct value dict_values(struct vm *vm, struct value dict) {
    return make(vm, BUILTIN_dict_values, dict);
}

struct value dict_items(struct vm *vm, struct value dict) {
    return make(vm, BUILTIN_dict_items, dict);
}

static struct value dict_in(struct value view) {
    return ((struct dict_view *)value_to_object(view))->dict;
}

static void release(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct dict_view *)object)->dict);
}

static ptrdiff_t length(struct vm *vm, struct value self) {
    (void)vm;
    return dict_of(dict_in(self))->used;
}

static struct value repr_items(struct vm *vm, struct value self) {
    struct value list = list_from(vm, self);
    if (value_is_error(list)) {
        return VALUE_ERROR;
    }
    struct buf out = {0};
    buf_printf(&out, "%s([", value_type(vm, self)->name);
    bool done = sequence_repr_items(vm, list, &out);
    buf_puts(&out, "])");
    value_drop(vm, list);
    if (!done) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

static struct value repr(struct vm *vm, struct value self) {
    struct repr_mark mark;
    if (!repr_enter(vm, &mark, self)) {
        return str_from(vm, "...");
    }
    struct value text = repr_items(vm, self);
    repr_leave(vm, &mark);
    return text;
}

static struct value iterate_keys(struct vm *vm, struct value self) {
    return dict_iterate(vm, dict_in(self));
}
static struct value iterate_values(struct vm *vm, struct value self) {
    return dict_iterator_new(vm, builtin(vm, BUILTIN_dict_valueiterator), dict_in(self), false);
}
static struct value iterate_items(struct vm *vm, struct value self) {
    return dict_iterator_new(vm, builtin(vm, BUILTIN_dict_itemiterator), dict_in(self), false);
}

static int contains_key(struct vm *vm, struct value self, struct value item) {
    struct value found;
    if (!dict_get(vm, dict_of(dict_in(self)), item, &found)) {
        return -1;
    }
    return !value_is_absent(found);
}

static int contains_item(struct vm *vm, struct value self, struct value item) {
    if (!tuple_is(item) || tuple_of(item)->count != 2) {
        return 0;
    }
    struct value found;
    if (!dict_get(vm, dict_of(dict_in(self)), tuple_of(item)->items[0], &found)) {
        return -1;
    }
    if (value_is_absent(found)) {
        return 0;
    }
    value_keep(found);
    int equal = vm_equal(vm, found, tuple_of(item)->items[1]);
    value_drop(vm, found);
    return equal;
}

// Is it a view of keys or items?
static bool is_set_view(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_dict_keys)) ||
           value_is_exactly(v, builtin(vm, BUILTIN_dict_items));
}

// Are all items of [part] in [whole]? 1, 0, -1.
static int all_in(struct vm *vm, struct value part, struct value whole) {
    struct value iterator = vm_iter(vm, part);
    int result = value_is_error(iterator) ? -1 : 1;
    while (result == 1) {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            break;
        }
        result = value_is_error(item) ? -1 : vm_contains(vm, whole, item);
        value_drop(vm, item);
    }
    value_drop(vm, iterator);
    return result;
}

// Is [a] a subset of [b]? [counts]: what their sizes must satisfy.
static int is_part(struct vm *vm, struct value a, struct value b, bool counts) {
    return counts ? all_in(vm, a, b) : 0;
}

static struct value compare(struct vm *vm, struct value self, struct value other,
                            enum compare_op op) {
    if (!is_set_view(vm, other) && !set_is(other)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    ptrdiff_t mine = length(vm, self), others = vm_length(vm, other);
    int result = -1;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE:
        result = is_part(vm, self, other, mine == others);
        break;
    case COMPARE_LT:
        result = is_part(vm, self, other, mine < others);
        break;
    case COMPARE_LE:
        result = is_part(vm, self, other, mine <= others);
        break;
    case COMPARE_GT:
        result = is_part(vm, other, self, mine > others);
        break;
    case COMPARE_GE:
        result = is_part(vm, other, self, mine >= others);
        break;
    }
    return result < 0 ? VALUE_ERROR : value_bool(op == COMPARE_NE ? !result : result);
}

// Adds what [iterable] and [view] have in common to [set].
static bool add_common(struct vm *vm, struct value set, struct value view, struct value iterable) {
    struct value iterator = vm_iter(vm, iterable);
    bool done = !value_is_error(iterator);
    while (done) {
        struct value item = vm_next(vm, iterator);
        if (value_is_absent(item)) {
            break;
        }
        int within = value_is_error(item) ? -1 : vm_contains(vm, view, item);
        done = within >= 0 && (within == 0 || set_add(vm, set, item));
        value_drop(vm, item);
    }
    value_drop(vm, iterator);
    return done;
}

// view & right. Which of them is walked is as in CPython: it shows in what must be hashable.
static struct value intersect(struct vm *vm, struct value view, struct value right) {
    ptrdiff_t count = length(vm, view);
    if (set_is(right) && count <= (ptrdiff_t)set_count(right)) {
        return vm_call_method(vm, right, "intersection", &view, 1);
    }
    bool swap = is_set_view(vm, right) && length(vm, right) > count;
    struct value result = set_new(vm);
    if (!value_is_error(result) &&
        !add_common(vm, result, swap ? right : view, swap ? view : right)) {
        value_drop(vm, result);
        return VALUE_ERROR;
    }
    return result;
}

static struct value binary(struct vm *vm, enum binary_op op, struct value left,
                           struct value right) {
    bool known = op == BINARY_AND || op == BINARY_OR || op == BINARY_XOR || op == BINARY_SUBTRACT;
    if (!known) {
        return VALUE_NOT_IMPLEMENTED;
    }
    if (op == BINARY_AND) {
        bool view_left = is_set_view(vm, left);
        return intersect(vm, view_left ? left : right, view_left ? right : left);
    }
    struct value result = set_from(vm, left);
    if (value_is_error(result)) {
        return result;
    }
    bool done = op == BINARY_OR         ? set_update(vm, result, right)
                : op == BINARY_SUBTRACT ? set_remove_all(vm, result, right)
                                        : set_toggle_all(vm, result, right);
    if (!done) {
        value_drop(vm, result);
        return VALUE_ERROR;
    }
    return result;
}

static struct value isdisjoint(struct vm *vm, struct value self, const struct call *call) {
    struct value other;
    if (!native_args(vm, call, "isdisjoint", "o", &other)) {
        return VALUE_ERROR;
    }
    struct value common = set_new(vm);
    bool done = !value_is_error(common) && add_common(vm, common, self, other);
    struct value result = done ? value_bool(set_count(common) == 0) : VALUE_ERROR;
    value_drop(vm, common);
    return result;
}

static struct value get_mapping(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return mappingproxy_new(vm, dict_in(self));
}

static struct value reversed_keys(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "__reversed__", "")) {
        return VALUE_ERROR;
    }
    return dict_iterate_back(vm, dict_in(self));
}

static struct value reversed_values(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "__reversed__", "")) {
        return VALUE_ERROR;
    }
    return dict_iterator_new(vm, builtin(vm, BUILTIN_dict_reversevalueiterator), dict_in(self),
                             true);
}

static struct value reversed_items(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "__reversed__", "")) {
        return VALUE_ERROR;
    }
    return dict_iterator_new(vm, builtin(vm, BUILTIN_dict_reverseitemiterator), dict_in(self),
                             true);
}

static const struct native keys_methods[] = {
    {"isdisjoint", isdisjoint, NATIVE_PLAIN, NULL},
    {"mapping", get_mapping, NATIVE_GETTER, NULL},
    {"__reversed__", reversed_keys, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

static const struct native values_methods[] = {
    {"mapping", get_mapping, NATIVE_GETTER, NULL},
    {"__reversed__", reversed_values, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

static const struct native items_methods[] = {
    {"isdisjoint", isdisjoint, NATIVE_PLAIN, NULL},
    {"mapping", get_mapping, NATIVE_GETTER, NULL},
    {"__reversed__", reversed_items, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

static void fill_slots(struct type *type) {
    type->size = sizeof(struct dict_view);
    type->free = release;
    type->repr = repr;
    type->length = length;
}

bool dict_keys_type_ready(struct vm *vm, struct type *type) {
    fill_slots(type);
    type->iter = iterate_keys;
    type->contains = contains_key;
    type->compare = compare;
    type->binary = binary;
    return type_ready(vm, type, keys_methods);
}

bool dict_values_type_ready(struct vm *vm, struct type *type) {
    fill_slots(type);
    type->iter = iterate_values;
    return type_ready(vm, type, values_methods);
}

bool dict_items_type_ready(struct vm *vm, struct type *type) {
    fill_slots(type);
    type->iter = iterate_items;
    type->contains = contains_item;
    type->compare = compare;
    type->binary = binary;
    return type_ready(vm, type, items_methods);
}
