// Calling a builtin type's slot as its dunder method: int.__add__(1, 2).
//
// One function for each slot checks the arguments, turns them into the slot's own, and the result
// back into a value.
#include "vm/int.h"
#include "vm/slots.h"
#include "vm/str.h"
#include "vm/type.h"

static bool expect(struct vm *vm, const struct call *call, size_t least, size_t most) {
    if (call->count >= least && call->count <= most) {
        return true;
    }
    size_t bound = call->count < least ? least : most;
    raise_error(vm, EXCEPTION_TypeError, "expected %s%zu argument%s, got %zu",
                least == most         ? ""
                : call->count < least ? "at least "
                                      : "at most ",
                bound, bound == 1 ? "" : "s", call->count);
    return false;
}

static struct value none_if(bool done) {
    return done ? VALUE_NONE : VALUE_ERROR;
}

static struct value truth_value(int truth) {
    return truth < 0 ? VALUE_ERROR : value_bool(truth);
}

// Slots of self alone that give a value.
#define WRAP_SELF(field)                                                                           \
    static struct value wrap_##field(struct vm *vm, const struct slot_wrapper *wrapper,            \
                                     struct value self, const struct call *call) {                 \
        return expect(vm, call, 0, 0) ? wrapper->owner->field(vm, self) : VALUE_ERROR;             \
    }
WRAP_SELF(repr)
WRAP_SELF(str)
WRAP_SELF(iter)
WRAP_SELF(index)
WRAP_SELF(await)
WRAP_SELF(aiter)
WRAP_SELF(anext)

static struct value wrap_create(struct vm *vm, const struct slot_wrapper *wrapper,
                                struct value self, const struct call *call) {
    struct type *owner = type_of(self);
    (void)wrapper;
    if (call->count == 0) {
        return raise_error(vm, EXCEPTION_TypeError, "%s.__new__(): not enough arguments",
                           owner->name);
    }
    struct value class = call->args[0];
    if (!type_is(class)) {
        return raise_error(vm, EXCEPTION_TypeError, "%s.__new__(X): X is not a type object (%s)",
                           owner->name, value_type(vm, class)->name);
    }
    struct type *type = type_of(class);
    if (!type_is_subtype(type, owner)) {
        return raise_error(vm, EXCEPTION_TypeError, "%s.__new__(%s): %s is not a subtype of %s",
                           owner->name, type->name, type->name, owner->name);
    }
    const struct type *base = type;
    while ((base->flags & TYPE_HEAP) != 0) {
        base = base->base;
    }
    if (base->create != owner->create) {
        return raise_error(vm, EXCEPTION_TypeError, "%s.__new__(%s) is not safe, use %s.__new__()",
                           owner->name, type->name, base->name);
    }
    struct call rest = {.args = call->args + 1,
                        .count = call->count - 1,
                        .keyword_count = call->keyword_count,
                        .keywords = call->keywords};
    return owner->create(vm, type, &rest);
}

static struct value wrap_init(struct vm *vm, const struct slot_wrapper *wrapper, struct value self,
                              const struct call *call) {
    return none_if(wrapper->owner->init(vm, self, call));
}

static struct value wrap_hash(struct vm *vm, const struct slot_wrapper *wrapper, struct value self,
                              const struct call *call) {
    int64_t hash;
    if (!expect(vm, call, 0, 0) || !wrapper->owner->hash(vm, self, &hash)) {
        return VALUE_ERROR;
    }
    return int_from(vm, hash);
}

static struct value wrap_compare(struct vm *vm, const struct slot_wrapper *wrapper,
                                 struct value self, const struct call *call) {
    if (!expect(vm, call, 1, 1)) {
        return VALUE_ERROR;
    }
    return wrapper->owner->compare(vm, self, call->args[0],
                                   (enum compare_op)wrapper->method->operand);
}

static struct value wrap_truth(struct vm *vm, const struct slot_wrapper *wrapper, struct value self,
                               const struct call *call) {
    return expect(vm, call, 0, 0) ? truth_value(wrapper->owner->truth(vm, self)) : VALUE_ERROR;
}

static struct value wrap_length(struct vm *vm, const struct slot_wrapper *wrapper,
                                struct value self, const struct call *call) {
    if (!expect(vm, call, 0, 0)) {
        return VALUE_ERROR;
    }
    ptrdiff_t length = wrapper->owner->length(vm, self);
    return length < 0 ? VALUE_ERROR : int_from(vm, length);
}

static struct value wrap_call(struct vm *vm, const struct slot_wrapper *wrapper, struct value self,
                              const struct call *call) {
    return wrapper->owner->call(vm, self, call);
}

static struct value wrap_next(struct vm *vm, const struct slot_wrapper *wrapper, struct value self,
                              const struct call *call) {
    if (!expect(vm, call, 0, 0)) {
        return VALUE_ERROR;
    }
    struct value next = wrapper->owner->next(vm, self);
    return value_is_absent(next) ? raise_with(vm, EXCEPTION_StopIteration, VALUE_ABSENT) : next;
}

// The attribute's name, interned; NULL with TypeError raised unless it is a str.
static struct str *attribute_name(struct vm *vm, struct value name) {
    if (!str_is(name)) {
        raise_error(vm, EXCEPTION_TypeError, "attribute name must be string, not '%s'",
                    value_type(vm, name)->name);
        return NULL;
    }
    struct value interned = str_intern(vm, str_of(name)->text, str_of(name)->length);
    value_drop(vm, interned); // the vm keeps it as well
    return value_is_error(interned) ? NULL : str_of(interned);
}

static struct value wrap_get_attribute(struct vm *vm, const struct slot_wrapper *wrapper,
                                       struct value self, const struct call *call) {
    struct str *name = expect(vm, call, 1, 1) ? attribute_name(vm, call->args[0]) : NULL;
    return name == NULL ? VALUE_ERROR : wrapper->owner->get_attribute(vm, self, name);
}

static struct value wrap_set_attribute(struct vm *vm, const struct slot_wrapper *wrapper,
                                       struct value self, const struct call *call) {
    size_t count = wrapper->method->operand == 0 ? 2 : 1;
    struct str *name = expect(vm, call, count, count) ? attribute_name(vm, call->args[0]) : NULL;
    if (name == NULL) {
        return VALUE_ERROR;
    }
    struct value value = count == 2 ? call->args[1] : VALUE_ABSENT;
    return none_if(wrapper->owner->set_attribute(vm, self, name, value));
}

static struct value wrap_get_item(struct vm *vm, const struct slot_wrapper *wrapper,
                                  struct value self, const struct call *call) {
    return expect(vm, call, 1, 1) ? wrapper->owner->get_item(vm, self, call->args[0]) : VALUE_ERROR;
}

static struct value wrap_set_item(struct vm *vm, const struct slot_wrapper *wrapper,
                                  struct value self, const struct call *call) {
    size_t count = wrapper->method->operand == 0 ? 2 : 1;
    if (!expect(vm, call, count, count)) {
        return VALUE_ERROR;
    }
    struct value value = count == 2 ? call->args[1] : VALUE_ABSENT;
    return none_if(wrapper->owner->set_item(vm, self, call->args[0], value));
}

static struct value wrap_contains(struct vm *vm, const struct slot_wrapper *wrapper,
                                  struct value self, const struct call *call) {
    return expect(vm, call, 1, 1) ? truth_value(wrapper->owner->contains(vm, self, call->args[0]))
                                  : VALUE_ERROR;
}

static struct value wrap_binary(struct vm *vm, const struct slot_wrapper *wrapper,
                                struct value self, const struct call *call) {
    int operand = wrapper->method->operand;
    enum binary_op op = (enum binary_op)(operand & (REFLECTED - 1));
    if (!expect(vm, call, 1, op == BINARY_POWER ? 2 : 1)) {
        return VALUE_ERROR;
    }
    if (call->count == 2 && !value_is_none(call->args[1])) {
        return int_is(self) ? int_power_modulo(vm, self, call->args[0], call->args[1])
                            : VALUE_NOT_IMPLEMENTED;
    }
    return (operand & REFLECTED) != 0 ? wrapper->owner->binary(vm, op, call->args[0], self)
                                      : wrapper->owner->binary(vm, op, self, call->args[0]);
}

static struct value wrap_inplace(struct vm *vm, const struct slot_wrapper *wrapper,
                                 struct value self, const struct call *call) {
    if (!expect(vm, call, 1, 1)) {
        return VALUE_ERROR;
    }
    return wrapper->owner->inplace(vm, (enum binary_op)wrapper->method->operand, self,
                                   call->args[0]);
}

static struct value wrap_unary(struct vm *vm, const struct slot_wrapper *wrapper, struct value self,
                               const struct call *call) {
    return expect(vm, call, 0, 0)
               ? wrapper->owner->unary(vm, (enum unary_op)wrapper->method->operand, self)
               : VALUE_ERROR;
}

static struct value wrap_format(struct vm *vm, const struct slot_wrapper *wrapper,
                                struct value self, const struct call *call) {
    if (!expect(vm, call, 1, 1)) {
        return VALUE_ERROR;
    }
    if (!str_is(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "__format__() argument must be str, not %s",
                           value_type(vm, call->args[0])->name);
    }
    return wrapper->owner->format(vm, self, str_of(call->args[0]));
}

static struct value wrap_descriptor_get(struct vm *vm, const struct slot_wrapper *wrapper,
                                        struct value self, const struct call *call) {
    if (!expect(vm, call, 1, 2)) {
        return VALUE_ERROR;
    }
    struct value instance = value_is_none(call->args[0]) ? VALUE_ABSENT : call->args[0];
    struct value owner = call->count == 2 ? call->args[1] : VALUE_NONE;
    if (value_is_none(owner)) {
        if (value_is_absent(instance)) {
            return raise_error(vm, EXCEPTION_TypeError, "__get__(None, None) is invalid");
        }
        owner = value_object(value_type(vm, instance));
    }
    return wrapper->owner->descriptor_get(vm, self, instance, owner);
}

static struct value wrap_descriptor_set(struct vm *vm, const struct slot_wrapper *wrapper,
                                        struct value self, const struct call *call) {
    size_t count = wrapper->method->operand == 0 ? 2 : 1;
    if (!expect(vm, call, count, count)) {
        return VALUE_ERROR;
    }
    struct value value = count == 2 ? call->args[1] : VALUE_ABSENT;
    return none_if(wrapper->owner->descriptor_set(vm, self, call->args[0], value));
}

typedef struct value wrap_function(struct vm *vm, const struct slot_wrapper *wrapper,
                                   struct value self, const struct call *call);

static wrap_function *const wraps[SLOT_COUNT] = {
#define SLOT_FIELD(field) [SLOT_##field] = wrap_##field,
#include "vm/slot_fields.def"
#undef SLOT_FIELD
};

struct value slot_wrapper_invoke(struct vm *vm, const struct slot_wrapper *wrapper,
                                 struct value self, const struct call *call) {
    enum type_slot slot = wrapper->method->slot;
    if (call->keyword_count > 0 && slot != SLOT_create && slot != SLOT_init && slot != SLOT_call) {
        return raise_error(vm, EXCEPTION_TypeError, "wrapper %s() takes no keyword arguments",
                           dunder(vm, wrapper->method->name)->text);
    }
    return wraps[slot](vm, wrapper, self, call);
}
