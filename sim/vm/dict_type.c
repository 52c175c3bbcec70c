// The type dict: what dict(…), repr, [] in == and | do with a dict. Its methods are in
// dict_methods.c.
#include "vm/dict_views.h"

#include "vm/builtin.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/repr_guard.h"
#include "vm/sequence.h"
#include "vm/slots.h"
#include "vm/str.h"
#include "vm/vm.h"

static struct value create(struct vm *vm, struct type *type, const struct call *call) {
    (void)call; // they are for __init__
    struct dict *dict = object_new(vm, type, type->size);
    return dict == NULL ? VALUE_ERROR : value_object(dict);
}

static bool init(struct vm *vm, struct value self, const struct call *call) {
    if (call->count > 1) {
        raise_error(vm, EXCEPTION_TypeError, "dict expected at most 1 argument, got %zu",
                    call->count);
        return false;
    }
    if (call->count == 1 && !dict_update(vm, dict_of(self), call->args[0])) {
        return false;
    }
    for (size_t i = 0; i < call->keyword_count; i++) {
        if (!dict_set(vm, dict_of(self), call->keywords[i], call->args[call->count + i])) {
            return false;
        }
    }
    return true;
}

static void release(struct vm *vm, struct object *object) {
    dict_clear(vm, (struct dict *)object);
}

static bool put_entry(struct vm *vm, struct dict_entry entry, struct buf *out) {
    value_keep(entry.key);
    value_keep(entry.value);
    bool done = sequence_put_repr(vm, entry.key, out);
    buf_puts(out, ": ");
    done = done && sequence_put_repr(vm, entry.value, out);
    value_drop(vm, entry.key);
    value_drop(vm, entry.value);
    return done;
}

static bool put_entries(struct vm *vm, const struct dict *dict, struct buf *out) {
    bool first = true;
    for (uint32_t i = 0; i < dict->filled; i++) {
        if (value_is_absent(dict->entries[i].key)) {
            continue;
        }
        buf_puts(out, first ? "" : ", ");
        first = false;
        if (!put_entry(vm, dict->entries[i], out)) {
            return false;
        }
    }
    return true;
}

static struct value repr(struct vm *vm, struct value self) {
    if (dict_of(self)->used == 0) {
        return str_from(vm, "{}");
    }
    struct repr_mark mark;
    if (!repr_enter(vm, &mark, self)) {
        return str_from(vm, "{...}");
    }
    struct buf out = {0};
    buf_putc(&out, '{');
    bool done = put_entries(vm, dict_of(self), &out);
    buf_putc(&out, '}');
    repr_leave(vm, &mark);
    if (!done) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

// Has [other] this key with an equal value? 1, 0, -1.
static int has_entry(struct vm *vm, struct dict *other, struct dict_entry entry) {
    value_keep(entry.key);
    value_keep(entry.value);
    struct value found;
    int result = dict_get(vm, other, entry.key, &found) ? 0 : -1;
    if (result == 0 && !value_is_absent(found)) {
        value_keep(found);
        result = vm_equal(vm, entry.value, found);
        value_drop(vm, found);
    }
    value_drop(vm, entry.key);
    value_drop(vm, entry.value);
    return result;
}

static int equal(struct vm *vm, struct dict *a, struct dict *b) {
    if (a->used != b->used) {
        return 0;
    }
    for (uint32_t i = 0; i < a->filled; i++) {
        if (!value_is_absent(a->entries[i].key)) {
            int same = has_entry(vm, b, a->entries[i]);
            if (same != 1) {
                return same;
            }
        }
    }
    return 1;
}

static struct value compare(struct vm *vm, struct value self, struct value other,
                            enum compare_op op) {
    if (!dict_is(other) || (op != COMPARE_EQ && op != COMPARE_NE)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    int result = equal(vm, dict_of(self), dict_of(other));
    return result < 0 ? VALUE_ERROR : value_bool(op == COMPARE_NE ? !result : result);
}

static ptrdiff_t length(struct vm *vm, struct value self) {
    (void)vm;
    return dict_of(self)->used;
}

// A key that is not there: __missing__ of a class that inherits from dict may know.
static struct value missing(struct vm *vm, struct value self, struct value key) {
    if (value_to_object(self)->type != builtin(vm, BUILTIN_dict)) {
        struct value found = slot_call(vm, self, DUNDER_missing, &key, 1);
        if (!value_is_absent(found)) {
            return found;
        }
    }
    return raise_with(vm, EXCEPTION_KeyError, key);
}

static struct value get_item(struct vm *vm, struct value self, struct value key) {
    struct value found;
    if (!dict_get(vm, dict_of(self), key, &found)) {
        return VALUE_ERROR;
    }
    return value_is_absent(found) ? missing(vm, self, key) : value_keep(found);
}

static bool set_item(struct vm *vm, struct value self, struct value key, struct value value) {
    if (!value_is_absent(value)) {
        return dict_set(vm, dict_of(self), key, value);
    }
    int deleted = dict_delete(vm, dict_of(self), key);
    if (deleted == 0) {
        raise_with(vm, EXCEPTION_KeyError, key);
    }
    return deleted == 1;
}

static int contains(struct vm *vm, struct value self, struct value key) {
    struct value found;
    return dict_get(vm, dict_of(self), key, &found) ? !value_is_absent(found) : -1;
}

static struct value binary(struct vm *vm, enum binary_op op, struct value left,
                           struct value right) {
    if (op != BINARY_OR || !dict_is(left) || !dict_is(right)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    struct value result = dict_copy(vm, dict_of(left));
    if (!value_is_error(result) && !dict_update(vm, dict_of(result), right)) {
        value_drop(vm, result);
        return VALUE_ERROR;
    }
    return result;
}

static struct value inplace(struct vm *vm, enum binary_op op, struct value self,
                            struct value other) {
    if (op != BINARY_OR) {
        return VALUE_NOT_IMPLEMENTED;
    }
    return dict_update(vm, dict_of(self), other) ? value_keep(self) : VALUE_ERROR;
}

static void fill_slots(struct type *type) {
    type->flags |= TYPE_BASE | TYPE_DICT;
    type->size = sizeof(struct dict);
    type->create = create;
    type->init = init;
    type->free = release;
    type->repr = repr;
    type->compare = compare;
    type->length = length;
    type->iter = dict_iterate;
    type->get_item = get_item;
    type->set_item = set_item;
    type->contains = contains;
    type->binary = binary;
    type->inplace = inplace;
}

bool dict_type_ready(struct vm *vm, struct type *type) {
    fill_slots(type);
    return type_ready(vm, type, dict_methods);
}
