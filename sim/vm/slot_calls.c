// What the slots of classes do: call the dunder methods, and check what they give.
#include "base/mem.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/slots.h"
#include "vm/str.h"
#include "vm/type.h"

#define ARGS_MOST 16 // on the C stack; more go to the heap

// Is [found] called with its self simply put in front?
static bool is_plain_method(struct vm *vm, struct value found) {
    return value_is_exactly(found, builtin(vm, BUILTIN_function)) ||
           value_is_exactly(found, builtin(vm, BUILTIN_slot_wrapper)) ||
           (value_is_exactly(found, builtin(vm, BUILTIN_native_method)) &&
            native_of(found)->native->kind == NATIVE_PLAIN);
}

static struct value call_in_front(struct vm *vm, struct value function, struct value self,
                                  const struct call *call) {
    size_t total = call->count + call->keyword_count;
    struct value few[ARGS_MOST];
    struct value *args = total < ARGS_MOST ? few : mem_alloc((total + 1) * sizeof *args);
    args[0] = self;
    if (total > 0) {
        memcpy(args + 1, call->args, total * sizeof *args);
    }
    struct call with_self = {.args = args,
                             .count = call->count + 1,
                             .keyword_count = call->keyword_count,
                             .keywords = call->keywords};
    struct value result = vm_call_with(vm, function, &with_self);
    if (args != few) {
        mem_free(args);
    }
    return result;
}

// Calls [name] of the type of [self]; ABSENT where there is none.
static struct value call_named(struct vm *vm, struct value self, struct str *name,
                               const struct call *call) {
    struct type *type = value_type(vm, self);
    struct value found = type_lookup(vm, type, name);
    if (value_is_absent(found)) {
        return VALUE_ABSENT;
    }
    value_keep(found); // the method may delete itself from its class
    struct value result;
    if (is_plain_method(vm, found)) {
        result = call_in_front(vm, found, self, call);
    } else {
        struct value bound = instance_bind(vm, found, self, type);
        result = value_is_error(bound) ? bound : vm_call_with(vm, bound, call);
        value_drop(vm, bound);
    }
    value_drop(vm, found);
    return result;
}

struct value slot_call(struct vm *vm, struct value self, enum dunder name, const struct value *args,
                       size_t count) {
    struct call call = {.args = args, .count = count};
    return call_named(vm, self, dunder(vm, name), &call);
}

struct value slot_special(struct vm *vm, struct value self, struct str *name) {
    struct type *type = value_type(vm, self);
    struct value found = type_lookup(vm, type, name);
    return value_is_absent(found) ? found : instance_bind(vm, found, self, type);
}

// Drops [result] and raises TypeError, with the name of its type at the %s of [format].
static struct value refuse_type(struct vm *vm, struct value result, const char *before,
                                const char *after) {
    raise_error(vm, EXCEPTION_TypeError, "%s%s%s", before, value_type(vm, result)->name, after);
    value_drop(vm, result);
    return VALUE_ERROR;
}

// A setter's result, of which only success counts.
static bool done(struct vm *vm, struct value result) {
    value_drop(vm, result);
    return !value_is_error(result);
}

static struct value refuse_missing(struct vm *vm, enum dunder name) {
    return raise_error(vm, EXCEPTION_AttributeError, "%s", dunder(vm, name)->text);
}

static struct value calling_create(struct vm *vm, struct type *type, const struct call *call) {
    struct value self = value_object(type);
    struct value found = type_lookup(vm, type, dunder(vm, DUNDER_new));
    struct value function = instance_bind(vm, found, VALUE_ABSENT, type);
    if (value_is_error(function)) {
        return function;
    }
    struct value result = call_in_front(vm, function, self, call);
    value_drop(vm, function);
    return result;
}

static bool calling_init(struct vm *vm, struct value self, const struct call *call) {
    struct value result = call_named(vm, self, dunder(vm, DUNDER_init), call);
    if (value_is_error(result)) {
        return false;
    }
    if (!value_is_none(result) && !value_is_absent(result)) {
        type_init_returned(vm, result);
        value_drop(vm, result);
        return false;
    }
    return true;
}

static struct value calling_repr(struct vm *vm, struct value self) {
    return slot_call(vm, self, DUNDER_repr, NULL, 0);
}

static struct value calling_str(struct vm *vm, struct value self) {
    return slot_call(vm, self, DUNDER_str, NULL, 0);
}

static bool calling_hash(struct vm *vm, struct value self, int64_t *hash) {
    struct value result = slot_call(vm, self, DUNDER_hash, NULL, 0);
    if (value_is_error(result)) {
        return false;
    }
    if (value_is_absent(result) || !int_is(result)) {
        value_drop(vm, result);
        raise_error(vm, EXCEPTION_TypeError, "__hash__ method should return an integer");
        return false;
    }
    if (!int_to_int64(result, hash)) {
        *hash = int_hash(result);
    }
    *hash = *hash == -1 ? -2 : *hash;
    value_drop(vm, result);
    return true;
}

static struct value calling_compare(struct vm *vm, struct value self, struct value other,
                                    enum compare_op op) {
    static const enum dunder names[] = {
        [COMPARE_LT] = DUNDER_lt, [COMPARE_LE] = DUNDER_le, [COMPARE_EQ] = DUNDER_eq,
        [COMPARE_NE] = DUNDER_ne, [COMPARE_GT] = DUNDER_gt, [COMPARE_GE] = DUNDER_ge,
    };
    struct value result = slot_call(vm, self, names[op], &other, 1);
    return value_is_absent(result) ? VALUE_NOT_IMPLEMENTED : result;
}

static int calling_truth(struct vm *vm, struct value self) {
    struct value result = slot_call(vm, self, DUNDER_bool, NULL, 0);
    if (value_is_error(result)) {
        return -1;
    }
    if (!value_is_bool(result)) {
        refuse_type(vm, result, "__bool__ should return bool, returned ", "");
        return -1;
    }
    return value_is(result, VALUE_TRUE);
}

static ptrdiff_t calling_length(struct vm *vm, struct value self) {
    struct value result = slot_call(vm, self, DUNDER_len, NULL, 0);
    int64_t length;
    if (value_is_absent(result)) {
        raise_error(vm, EXCEPTION_TypeError, "object of type '%s' has no len()",
                    value_type(vm, self)->name);
        return -1;
    }
    if (value_is_error(result)) {
        return -1;
    }
    bool fits = vm_to_index(vm, result, &length);
    value_drop(vm, result);
    if (fits && length < 0) {
        raise_error(vm, EXCEPTION_ValueError, "__len__() should return >= 0");
        return -1;
    }
    return fits ? (ptrdiff_t)length : -1;
}

static struct value calling_call(struct vm *vm, struct value self, const struct call *call) {
    struct value found = type_lookup(vm, value_type(vm, self), dunder(vm, DUNDER_call));
    if (value_is_exactly(found, builtin(vm, BUILTIN_function))) {
        return call_begin(vm, found, self, call); // without C recursion
    }
    struct value result = call_named(vm, self, dunder(vm, DUNDER_call), call);
    return value_is_absent(result) ? refuse_missing(vm, DUNDER_call) : result;
}

static struct value calling_iter(struct vm *vm, struct value self) {
    struct value found = type_lookup(vm, value_type(vm, self), dunder(vm, DUNDER_iter));
    if (value_is_none(found) || value_is_absent(found)) {
        return raise_error(vm, EXCEPTION_TypeError, "'%s' object is not iterable",
                           value_type(vm, self)->name);
    }
    return slot_call(vm, self, DUNDER_iter, NULL, 0);
}

static struct value calling_next(struct vm *vm, struct value self) {
    struct value result = slot_call(vm, self, DUNDER_next, NULL, 0);
    if (value_is_error(result) && raised_clear(vm, EXCEPTION_StopIteration)) {
        return VALUE_ABSENT;
    }
    return value_is_absent(result) ? refuse_missing(vm, DUNDER_next) : result;
}

// __getattr__ is asked when __getattribute__ (the program's or the base's own) finds nothing.
static struct value calling_get_attribute(struct vm *vm, struct value self, struct str *name) {
    struct type *type = value_type(vm, self);
    struct value getattr = type_lookup(vm, type, dunder(vm, DUNDER_getattr));
    struct value getattribute = type_lookup(vm, type, dunder(vm, DUNDER_getattribute));
    struct value key = value_object(name);
    struct value result;
    const struct slot_wrapper *wrapper = (const struct slot_wrapper *)value_to_object(getattribute);
    if (value_is_exactly(getattribute, builtin(vm, BUILTIN_slot_wrapper)) &&
        wrapper->owner->get_attribute == instance_get_attribute) {
        result = instance_find_attribute(vm, self, name);
        if (value_is_absent(result) && value_is_absent(getattr)) {
            return raise_attribute(vm, self, name);
        }
    } else {
        result = slot_call(vm, self, DUNDER_getattribute, &key, 1);
    }
    bool missing = value_is_absent(result) ||
                   (value_is_error(result) && raised_is(vm, EXCEPTION_AttributeError));
    if (!missing || value_is_absent(getattr)) {
        return result;
    }
    raised_clear(vm, EXCEPTION_AttributeError);
    return slot_call(vm, self, DUNDER_getattr, &key, 1);
}

static bool calling_set_attribute(struct vm *vm, struct value self, struct str *name,
                                  struct value value) {
    struct value args[2] = {value_object(name), value};
    bool deletes = value_is_absent(value);
    return done(
        vm, slot_call(vm, self, deletes ? DUNDER_delattr : DUNDER_setattr, args, deletes ? 1 : 2));
}

static struct value calling_get_item(struct vm *vm, struct value self, struct value key) {
    struct value result = slot_call(vm, self, DUNDER_getitem, &key, 1);
    return value_is_absent(result) ? refuse_missing(vm, DUNDER_getitem) : result;
}

static bool calling_set_item(struct vm *vm, struct value self, struct value key,
                             struct value value) {
    struct value args[2] = {key, value};
    bool deletes = value_is_absent(value);
    enum dunder name = deletes ? DUNDER_delitem : DUNDER_setitem;
    struct value result = slot_call(vm, self, name, args, deletes ? 1 : 2);
    return done(vm, value_is_absent(result) ? refuse_missing(vm, name) : result);
}

static int calling_contains(struct vm *vm, struct value self, struct value item) {
    struct value found = type_lookup(vm, value_type(vm, self), dunder(vm, DUNDER_contains));
    if (value_is_none(found)) {
        raise_error(vm, EXCEPTION_TypeError, "'%s' object is not a container",
                    value_type(vm, self)->name);
        return -1;
    }
    struct value result = slot_call(vm, self, DUNDER_contains, &item, 1);
    if (value_is_error(result)) {
        return -1;
    }
    int truth = vm_truth(vm, result);
    value_drop(vm, result);
    return truth;
}

static struct value calling_index(struct vm *vm, struct value self) {
    struct value result = slot_call(vm, self, DUNDER_index, NULL, 0);
    if (value_is_error(result) || int_is(result)) {
        return result;
    }
    return refuse_type(vm, result, "__index__ returned non-int (type ", ")");
}

static struct value calling_format(struct vm *vm, struct value self, struct str *spec) {
    struct value text = value_object(spec);
    struct value result = slot_call(vm, self, DUNDER_format, &text, 1);
    if (value_is_error(result) || str_is(result)) {
        return result;
    }
    return refuse_type(vm, result, "__format__ must return a str, not ", "");
}

// Protocols of descriptors and of await -----------------------------------------------------------

static struct value calling_descriptor_get(struct vm *vm, struct value self, struct value instance,
                                           struct value owner) {
    struct value args[2] = {value_is_absent(instance) ? VALUE_NONE : instance, owner};
    struct value result = slot_call(vm, self, DUNDER_get, args, 2);
    return value_is_absent(result) ? value_keep(self) : result;
}

static bool calling_descriptor_set(struct vm *vm, struct value self, struct value instance,
                                   struct value value) {
    struct value args[2] = {instance, value};
    bool deletes = value_is_absent(value);
    enum dunder name = deletes ? DUNDER_delete : DUNDER_set;
    struct value result = slot_call(vm, self, name, args, deletes ? 1 : 2);
    return done(vm, value_is_absent(result) ? refuse_missing(vm, name) : result);
}

static struct value calling_await(struct vm *vm, struct value self) {
    return slot_call(vm, self, DUNDER_await, NULL, 0);
}

static struct value calling_aiter(struct vm *vm, struct value self) {
    return slot_call(vm, self, DUNDER_aiter, NULL, 0);
}

static struct value calling_anext(struct vm *vm, struct value self) {
    return slot_call(vm, self, DUNDER_anext, NULL, 0);
}

#define calling_binary  slot_calling_binary
#define calling_inplace slot_calling_inplace
#define calling_unary   slot_calling_unary

slot_content *slot_calling(enum type_slot slot) {
    static slot_content *const callers[SLOT_COUNT] = {
#define SLOT_FIELD(field) [SLOT_##field] = (slot_content *)calling_##field,
#include "vm/slot_fields.def"
#undef SLOT_FIELD
    };
    return callers[slot];
}
