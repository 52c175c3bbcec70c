// The dunder methods of builtin types: objects that call one slot of one type.
//
// int.__add__ is a slot_wrapper of int's [binary] with BINARY_ADD; (1).__add__ the same bound to
// its self, a method-wrapper. __new__ is bound to its type from the start, as it needs no instance.
#include "vm/dict.h"
#include "vm/native.h"
#include "vm/slots.h"
#include "vm/str.h"
#include "vm/type.h"

// Which wrappers a builtin type gets -------------------------------------------------------------

// Slots that serve several operators do not tell which of them a type knows: these are the ones
// that its attributes show, in bits by operator.
struct operators {
    enum builtin_type type;
    unsigned binary, reflected, inplace, unary;
};

#define BIT(op) (1u << (op))
#define ARITHMETIC                                                                                 \
    (BIT(BINARY_ADD) | BIT(BINARY_SUBTRACT) | BIT(BINARY_MULTIPLY) | BIT(BINARY_TRUE_DIVIDE) |     \
     BIT(BINARY_FLOOR_DIVIDE) | BIT(BINARY_MODULO) | BIT(BINARY_POWER))
#define LOGIC    (BIT(BINARY_AND) | BIT(BINARY_OR) | BIT(BINARY_XOR))
#define SHIFTS   (BIT(BINARY_LSHIFT) | BIT(BINARY_RSHIFT))
#define SEQUENCE (BIT(BINARY_ADD) | BIT(BINARY_MULTIPLY))
#define SET      (BIT(BINARY_SUBTRACT) | LOGIC)
#define TEXT     (SEQUENCE | BIT(BINARY_MODULO))
#define REPEATED (BIT(BINARY_MULTIPLY))
#define SIGNS    (BIT(UNARY_NEGATIVE) | BIT(UNARY_POSITIVE))
#define UNION    (BIT(BINARY_OR))

static const struct operators shown[] = {
    {BUILTIN_int, ARITHMETIC | LOGIC | SHIFTS, ARITHMETIC | LOGIC | SHIFTS, 0,
     SIGNS | BIT(UNARY_INVERT)},
    {BUILTIN_bool, LOGIC, LOGIC, 0, BIT(UNARY_INVERT)},
    {BUILTIN_float, ARITHMETIC, ARITHMETIC, 0, SIGNS},
    {BUILTIN_str, TEXT, REPEATED | BIT(BINARY_MODULO), 0, 0},
    {BUILTIN_bytes, TEXT, REPEATED | BIT(BINARY_MODULO), 0, 0},
    {BUILTIN_bytearray, TEXT, REPEATED | BIT(BINARY_MODULO), SEQUENCE, 0},
    {BUILTIN_tuple, SEQUENCE, REPEATED, 0, 0},
    {BUILTIN_list, SEQUENCE, REPEATED, SEQUENCE, 0},
    {BUILTIN_dict, UNION, UNION, UNION, 0},
    {BUILTIN_mappingproxy, UNION, UNION, UNION, 0},
    {BUILTIN_set, SET, SET, SET, 0},
    {BUILTIN_frozenset, SET, SET, 0, 0},
    {BUILTIN_dict_keys, SET, SET, 0, 0},
    {BUILTIN_dict_items, SET, SET, 0, 0},
    {BUILTIN_type, UNION, UNION, 0, 0},
    {BUILTIN_generic_alias, UNION, UNION, 0, 0},
    {BUILTIN_union, UNION, UNION, 0, 0},
};

static const struct operators *operators_of(struct vm *vm, const struct type *type) {
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        if (builtin(vm, shown[i].type) == type) {
            return &shown[i];
        }
    }
    return NULL;
}

static bool is_shown(const struct operators *operators, const struct slot_method *method) {
    unsigned bit = 1u << (method->operand & (REFLECTED - 1));
    bool reflected = (method->operand & REFLECTED) != 0;
    if (method->slot == SLOT_binary) {
        return operators == NULL ||
               ((reflected ? operators->reflected : operators->binary) & bit) != 0;
    }
    if (method->slot == SLOT_inplace) {
        return operators == NULL || (operators->inplace & bit) != 0;
    }
    if (method->slot == SLOT_unary) {
        return operators == NULL || (operators->unary & bit) != 0;
    }
    return method->name != DUNDER_getattr;
}

static struct slot_wrapper *wrapper_new(struct vm *vm, enum builtin_type type,
                                        const struct slot_method *method, struct type *owner,
                                        struct value self) {
    struct slot_wrapper *wrapper = object_new(vm, builtin(vm, type), sizeof *wrapper);
    if (wrapper != NULL) {
        wrapper->method = method;
        wrapper->owner = owner;
        wrapper->self = value_keep(self);
        value_keep(value_object(owner));
    }
    return wrapper;
}

static bool wrapper_add(struct vm *vm, struct type *type, const struct slot_method *method) {
    bool creates = method->slot == SLOT_create;
    struct slot_wrapper *wrapper =
        wrapper_new(vm, creates ? BUILTIN_method_wrapper : BUILTIN_slot_wrapper, method, type,
                    creates ? value_object(type) : VALUE_ABSENT);
    if (wrapper == NULL) {
        return false;
    }
    bool done = dict_set_str(vm, type->attributes, dunder(vm, method->name), value_object(wrapper));
    value_drop(vm, value_object(wrapper));
    return done;
}

bool slot_wrappers_add(struct vm *vm, struct type *type) {
    const struct operators *operators = operators_of(vm, type);
    const struct slot_method *methods = slot_methods();
    for (size_t i = 0; i < SLOT_METHOD_COUNT; i++) {
        bool has = slot_get(type, methods[i].slot) != NULL && is_shown(operators, &methods[i]) &&
                   value_is_absent(dict_get_str(type->attributes, dunder(vm, methods[i].name)));
        if (has && !wrapper_add(vm, type, &methods[i])) {
            return false;
        }
    }
    return true;
}

// The two types -----------------------------------------------------------------------------------

static const char *wrapper_name(struct vm *vm, const struct slot_wrapper *wrapper) {
    return dunder(vm, wrapper->method->name)->text;
}

static void wrapper_free(struct vm *vm, struct object *object) {
    struct slot_wrapper *wrapper = (struct slot_wrapper *)object;
    value_drop(vm, wrapper->self);
    value_drop(vm, value_object(wrapper->owner));
}

static struct value wrapper_call(struct vm *vm, struct value self, const struct call *call) {
    const struct slot_wrapper *wrapper = (const struct slot_wrapper *)value_to_object(self);
    const struct type *owner = wrapper->owner;
    if (call->count == 0) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "descriptor '%s' of '%s' object needs an argument",
                           wrapper_name(vm, wrapper), owner->name);
    }
    struct type *type = value_type(vm, call->args[0]);
    if (!type_is_subtype(type, owner)) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "descriptor '%s' requires a '%s' object but received a '%s'",
                           wrapper_name(vm, wrapper), owner->name, type->name);
    }
    struct call rest = {.args = call->args + 1,
                        .count = call->count - 1,
                        .keyword_count = call->keyword_count,
                        .keywords = call->keywords};
    return slot_wrapper_invoke(vm, wrapper, call->args[0], &rest);
}

static struct value bound_call(struct vm *vm, struct value self, const struct call *call) {
    const struct slot_wrapper *wrapper = (const struct slot_wrapper *)value_to_object(self);
    return slot_wrapper_invoke(vm, wrapper, wrapper->self, call);
}

static struct value wrapper_get(struct vm *vm, struct value self, struct value instance,
                                struct value owner) {
    const struct slot_wrapper *wrapper = (const struct slot_wrapper *)value_to_object(self);
    (void)owner;
    if (value_is_absent(instance)) {
        return value_keep(self);
    }
    struct slot_wrapper *bound =
        wrapper_new(vm, BUILTIN_method_wrapper, wrapper->method, wrapper->owner, instance);
    return bound == NULL ? VALUE_ERROR : value_object(bound);
}

static struct value wrapper_repr(struct vm *vm, struct value self) {
    const struct slot_wrapper *wrapper = (const struct slot_wrapper *)value_to_object(self);
    return str_format(vm, "<slot wrapper '%s' of '%s' objects>", wrapper_name(vm, wrapper),
                      wrapper->owner->name);
}

static struct value bound_repr(struct vm *vm, struct value self) {
    const struct slot_wrapper *wrapper = (const struct slot_wrapper *)value_to_object(self);
    return str_format(vm,
                      wrapper->method->slot == SLOT_create
                          ? "<built-in method %s of %s object at 0x%llx>"
                          : "<method-wrapper '%s' of %s object at 0x%llx>",
                      wrapper_name(vm, wrapper), value_type(vm, wrapper->self)->name,
                      (unsigned long long)vm_id(wrapper->self));
}

static struct value bound_compare(struct vm *vm, struct value self, struct value other,
                                  enum compare_op op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) ||
        !value_is_exactly(other, builtin(vm, BUILTIN_method_wrapper))) {
        return VALUE_NOT_IMPLEMENTED;
    }
    const struct slot_wrapper *a = (const struct slot_wrapper *)value_to_object(self);
    const struct slot_wrapper *b = (const struct slot_wrapper *)value_to_object(other);
    bool equal = a->method == b->method && a->owner == b->owner && value_is(a->self, b->self);
    return value_bool(equal == (op == COMPARE_EQ));
}

static bool bound_hash(struct vm *vm, struct value self, int64_t *hash) {
    (void)vm;
    const struct slot_wrapper *wrapper = (const struct slot_wrapper *)value_to_object(self);
    *hash = (int64_t)(vm_id(wrapper->self) + (uint64_t)wrapper->method->name);
    return true;
}

static struct value get_name(struct vm *vm, struct value self, const struct call *call) {
    const struct slot_wrapper *wrapper = (const struct slot_wrapper *)value_to_object(self);
    (void)call;
    return str_from(vm, wrapper_name(vm, wrapper));
}

static struct value get_qualname(struct vm *vm, struct value self, const struct call *call) {
    const struct slot_wrapper *wrapper = (const struct slot_wrapper *)value_to_object(self);
    (void)call;
    return str_format(vm, "%s.%s", wrapper->owner->name, wrapper_name(vm, wrapper));
}

static struct value get_owner(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(((struct slot_wrapper *)value_to_object(self))->owner));
}

static struct value get_self(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(((struct slot_wrapper *)value_to_object(self))->self);
}

static struct value get_doc(struct vm *vm, struct value self, const struct call *call) {
    const struct slot_wrapper *wrapper = (const struct slot_wrapper *)value_to_object(self);
    (void)call;
    return str_format(vm, "%s: see the documentation of Python.", wrapper_name(vm, wrapper));
}

static const struct native wrapper_attributes[] = {
    {"__name__", get_name, NATIVE_GETTER, NULL},
    {"__qualname__", get_qualname, NATIVE_GETTER, NULL},
    {"__objclass__", get_owner, NATIVE_GETTER, NULL},
    {"__doc__", get_doc, NATIVE_GETTER, NULL},
    {0},
};

static const struct native bound_attributes[] = {
    {"__name__", get_name, NATIVE_GETTER, NULL},
    {"__qualname__", get_qualname, NATIVE_GETTER, NULL},
    {"__objclass__", get_owner, NATIVE_GETTER, NULL},
    {"__self__", get_self, NATIVE_GETTER, NULL},
    {"__doc__", get_doc, NATIVE_GETTER, NULL},
    {0},
};

bool slot_wrapper_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct slot_wrapper);
    type->free = wrapper_free;
    type->call = wrapper_call;
    type->repr = wrapper_repr;
    type->descriptor_get = wrapper_get;
    return type_ready(vm, type, wrapper_attributes);
}

bool method_wrapper_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct slot_wrapper);
    type->free = wrapper_free;
    type->call = bound_call;
    type->repr = bound_repr;
    type->compare = bound_compare;
    type->hash = bound_hash;
    return type_ready(vm, type, bound_attributes);
}
