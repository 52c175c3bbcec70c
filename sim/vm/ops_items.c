// Items of containers: container[key].
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/record.h"
#include "vm/str.h"
#include "vm/type.h"

// The item of a list or tuple at a small index within bounds: borrowed. ABSENT for all else.
static inline struct value quick_item(const struct vm *vm, struct value container,
                                      struct value key) {
    if (!value_is_object(container) || !value_is_small(key)) {
        return VALUE_ABSENT;
    }
    const struct type *type = value_to_object(container)->type;
    int64_t index = value_to_small(key);
    if (type == builtin(vm, BUILTIN_list)) {
        const struct list *list = list_of(container);
        index += index < 0 ? (int64_t)list->count : 0;
        return (uint64_t)index < list->count ? list->items[index] : VALUE_ABSENT;
    }
    if (type == builtin(vm, BUILTIN_tuple)) {
        const struct tuple *tuple = tuple_of(container);
        index += index < 0 ? (int64_t)tuple->count : 0;
        return (uint64_t)index < tuple->count ? tuple->items[index] : VALUE_ABSENT;
    }
    return VALUE_ABSENT;
}

// Any item: the caller's own.
static struct value get_item(struct vm *vm, struct value container, struct value key) {
    if (value_is_exactly(container, builtin(vm, BUILTIN_dict)) &&
        value_is_exactly(key, builtin(vm, BUILTIN_str))) {
        struct value found = dict_get_str(dict_of(container), str_of(key));
        if (!value_is_absent(found)) {
            return value_keep(found);
        }
    }
    return vm_get_item(vm, container, key);
}

// __getitem__, if the container is an instance of a class that has it in Python.
static struct value get_item_function(struct vm *vm, struct value container) {
    struct type *type = value_type(vm, container);
    bool is_class = (type->flags & TYPE_HEAP) != 0 && type->get_item != NULL;
    return is_class ? type_lookup(vm, type, dunder(vm, DUNDER_getitem)) : VALUE_ABSENT;
}

SLOWLY(load_item_slow) {
    SAVE();
    struct value key = sp[-1], container = sp[-2];
    if (machine_can_push(vm, get_item_function(vm, container), 2)) {
        GO_ON_IN(machine_push);
    }
    struct value item = get_item(vm, container, key);
    if (value_is_error(item)) {
        FAIL();
    }
    sp[-2] = item;
    sp--;
    vm->victims[0] = container;
    vm->victims[1] = key;
    GO_ON_IN(machine_drop_two_next);
}

HANDLER(LOAD_ITEM) {
    struct value container = sp[-2];
    struct value item = quick_item(vm, container, sp[-1]);
    if (value_is_absent(item)) {
        GO_ON_IN(load_item_slow);
    }
    sp[-2] = value_keep(item);
    sp--;
    NEXT_DROP(container);
}

SLOWLY(load_item_locals_slow) {
    SAVE();
    struct value item = get_item(vm, frame->slots[ip->a], frame->slots[ip->b]);
    if (value_is_error(item)) {
        FAIL();
    }
    *sp++ = item;
    NEXT();
}

HANDLER(LOAD_ITEM_LOCALS) {
    struct value item = quick_item(vm, frame->slots[ip->a], frame->slots[ip->b]);
    if (value_is_absent(item)) {
        GO_ON_IN(load_item_locals_slow);
    }
    *sp++ = value_keep(item);
    NEXT();
}

// Of LOAD_ITEM_STORE and its recorded form.
SLOWLY(load_item_store_slow) {
    SAVE();
    struct value key = sp[-1], container = sp[-2];
    struct value item = get_item(vm, container, key);
    if (value_is_error(item)) {
        FAIL();
    }
    sp -= 2;
    vm->victims[0] = container;
    vm->victims[1] = key;
    vm->victims[2] = frame->slots[ip->a];
    frame->slots[ip->a] = item;
    if (ip->op == OP_LOAD_ITEM_STORE_RECORDED) {
        record_local(vm, frame, ip->a, item);
    }
    GO_ON_IN(machine_drop_three_next);
}

HANDLER(LOAD_ITEM_STORE) {
    struct value container = sp[-2];
    struct value item = quick_item(vm, container, sp[-1]);
    if (value_is_absent(item)) {
        GO_ON_IN(load_item_store_slow);
    }
    sp -= 2;
    struct value old = frame->slots[ip->a];
    frame->slots[ip->a] = value_keep(item);
    NEXT_DROP_TWO(container, old);
}

HANDLER(LOAD_ITEM_STORE_RECORDED) {
    struct value container = sp[-2];
    struct value item = quick_item(vm, container, sp[-1]);
    if (!(value_is_small(item) || value_is_float(item)) ||
        SELDOM(!record_has_room(vm, frame, ip->a))) {
        GO_ON_IN(load_item_store_slow);
    }
    sp -= 2;
    struct value old = frame->slots[ip->a];
    frame->slots[ip->a] = item;
    record_number(vm, frame, ip->a, item);
    NEXT_DROP_TWO(container, old);
}

SLOWLY(store_item_slow) {
    SAVE();
    struct value key = sp[-1], container = sp[-2], x = sp[-3];
    if (!vm_set_item(vm, container, key, x)) {
        FAIL();
    }
    sp -= 3;
    vm->victims[0] = x;
    vm->victims[1] = container;
    vm->victims[2] = key;
    GO_ON_IN(machine_drop_three_next);
}

HANDLER(STORE_ITEM) {
    struct value key = sp[-1], container = sp[-2];
    if (!value_is_small(key) || !value_is_exactly(container, builtin(vm, BUILTIN_list)) ||
        (uint64_t)value_to_small(key) >= list_of(container)->count) {
        GO_ON_IN(store_item_slow);
    }
    struct value *place = &list_of(container)->items[value_to_small(key)];
    struct value old = *place;
    *place = sp[-3];
    sp -= 3;
    NEXT_DROP_TWO(container, old);
}

HANDLER(DELETE_ITEM) {
    SAVE();
    struct value key = sp[-1], container = sp[-2];
    if (!vm_delete_item(vm, container, key)) {
        FAIL();
    }
    sp -= 2;
    NEXT_DROP_TWO(container, key);
}
