// The type mappingproxy: a mapping that can only be read.
#include "vm/proxies.h"

#include "vm/builtin.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/sequence.h"
#include "vm/str.h"
#include "vm/vm.h"

struct mappingproxy {
    struct object head;
    struct value mapping;
};

static struct value mapping_of(struct value v) {
    return ((struct mappingproxy *)value_to_object(v))->mapping;
}

struct value mappingproxy_new(struct vm *vm, struct value mapping) {
    struct mappingproxy *proxy = object_new(vm, builtin(vm, BUILTIN_mappingproxy), sizeof *proxy);
    if (proxy == NULL) {
        return VALUE_ERROR;
    }
    proxy->mapping = value_keep(mapping);
    return value_object(proxy);
}

static struct value create(struct vm *vm, struct type *type, const struct call *call) {
    (void)type;
    struct value mapping;
    if (!native_args(vm, call, "mappingproxy", "o:mapping", &mapping)) {
        return VALUE_ERROR;
    }
    bool fits =
        value_type(vm, mapping)->get_item != NULL && !list_is(mapping) && !tuple_is(mapping);
    if (!fits) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "mappingproxy() argument must be a mapping, not %s",
                           value_type(vm, mapping)->name);
    }
    return mappingproxy_new(vm, mapping);
}

static void release(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct mappingproxy *)object)->mapping);
}

static struct value repr(struct vm *vm, struct value self) {
    struct buf out = {0};
    buf_puts(&out, "mappingproxy(");
    bool done = sequence_put_repr(vm, mapping_of(self), &out);
    buf_putc(&out, ')');
    if (!done) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

static struct value str(struct vm *vm, struct value self) {
    return vm_str(vm, mapping_of(self));
}

static bool hash(struct vm *vm, struct value self, int64_t *out) {
    return vm_hash(vm, mapping_of(self), out);
}

// What a proxy stands for; anything else is itself.
static struct value bare(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_mappingproxy)) ? mapping_of(v) : v;
}

static struct value compare(struct vm *vm, struct value self, struct value other,
                            enum compare_op op) {
    return vm_compare(vm, mapping_of(self), other, op);
}

static ptrdiff_t length(struct vm *vm, struct value self) {
    return vm_length(vm, mapping_of(self));
}

static struct value iterate(struct vm *vm, struct value self) {
    return vm_iter(vm, mapping_of(self));
}

static struct value get_item(struct vm *vm, struct value self, struct value key) {
    return vm_get_item(vm, mapping_of(self), key);
}

static int contains(struct vm *vm, struct value self, struct value item) {
    return vm_contains(vm, mapping_of(self), item);
}

static struct value binary(struct vm *vm, enum binary_op op, struct value left,
                           struct value right) {
    return op == BINARY_OR ? vm_binary(vm, op, bare(vm, left), bare(vm, right))
                           : VALUE_NOT_IMPLEMENTED;
}

static struct value inplace(struct vm *vm, enum binary_op op, struct value self,
                            struct value other) {
    (void)other;
    if (op != BINARY_OR) {
        return VALUE_NOT_IMPLEMENTED;
    }
    return raise_error(vm, EXCEPTION_TypeError, "'|=' is not supported by %s; use '|' instead",
                       value_type(vm, self)->name);
}

static struct value get(struct vm *vm, struct value self, const struct call *call) {
    struct value items[] = {VALUE_ABSENT, VALUE_NONE};
    if (!native_args(vm, call, "get", "o|o", &items[0], &items[1])) {
        return VALUE_ERROR;
    }
    return vm_call_method(vm, mapping_of(self), "get", items, 2);
}

static struct value keys(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "keys", "") ? vm_call_method(vm, mapping_of(self), "keys", NULL, 0)
                                             : VALUE_ERROR;
}

static struct value values(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "values", "")
               ? vm_call_method(vm, mapping_of(self), "values", NULL, 0)
               : VALUE_ERROR;
}

static struct value items(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "items", "")
               ? vm_call_method(vm, mapping_of(self), "items", NULL, 0)
               : VALUE_ERROR;
}

static struct value copy(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "copy", "") ? vm_call_method(vm, mapping_of(self), "copy", NULL, 0)
                                             : VALUE_ERROR;
}

static struct value reversed_method(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "__reversed__", "")
               ? vm_call_method(vm, mapping_of(self), "__reversed__", NULL, 0)
               : VALUE_ERROR;
}

static struct value class_item(struct vm *vm, struct value self, const struct call *call) {
    struct value arguments;
    if (!native_args(vm, call, "__class_getitem__", "o", &arguments)) {
        return VALUE_ERROR;
    }
    return generic_alias_new(vm, self, arguments);
}

static const struct native methods[] = {
    {"get", get, NATIVE_PLAIN, NULL},
    {"keys", keys, NATIVE_PLAIN, NULL},
    {"values", values, NATIVE_PLAIN, NULL},
    {"items", items, NATIVE_PLAIN, NULL},
    {"copy", copy, NATIVE_PLAIN, NULL},
    {"__reversed__", reversed_method, NATIVE_PLAIN, NULL},
    {"__class_getitem__", class_item, NATIVE_CLASS, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

bool mappingproxy_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct mappingproxy);
    type->create = create;
    type->free = release;
    type->repr = repr;
    type->str = str;
    type->hash = hash;
    type->compare = compare;
    type->length = length;
    type->iter = iterate;
    type->get_item = get_item;
    type->contains = contains;
    type->binary = binary;
    type->inplace = inplace;
    return type_ready(vm, type, methods);
}
