// None, Ellipsis and NotImplemented: the types of the values of which there is one.
#include "vm/builtin.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/str.h"

// NoneType() and kin give the one there is.
static bool check_call(struct vm *vm, const struct type *type, const struct call *call) {
    if (call->count + call->keyword_count > 0) {
        raise_error(vm, EXCEPTION_TypeError, "%s takes no arguments", type->name);
        return false;
    }
    return true;
}

static struct value none_create(struct vm *vm, struct type *type, const struct call *call) {
    return check_call(vm, type, call) ? VALUE_NONE : VALUE_ERROR;
}

static struct value ellipsis_create(struct vm *vm, struct type *type, const struct call *call) {
    return check_call(vm, type, call) ? VALUE_ELLIPSIS : VALUE_ERROR;
}

static struct value not_implemented_create(struct vm *vm, struct type *type,
                                           const struct call *call) {
    return check_call(vm, type, call) ? VALUE_NOT_IMPLEMENTED : VALUE_ERROR;
}

static struct value none_repr(struct vm *vm, struct value self) {
    (void)self;
    return str_from(vm, "None");
}

static struct value ellipsis_repr(struct vm *vm, struct value self) {
    (void)self;
    return str_from(vm, "Ellipsis");
}

static struct value not_implemented_repr(struct vm *vm, struct value self) {
    (void)self;
    return str_from(vm, "NotImplemented");
}

static int none_truth(struct vm *vm, struct value self) {
    (void)vm, (void)self;
    return 0;
}

// CPython's, so that sets that hold None come in the same order.
static bool none_hash(struct vm *vm, struct value self, int64_t *hash) {
    (void)vm, (void)self;
    *hash = 0xfca86420;
    return true;
}

static bool other_hash(struct vm *vm, struct value self, int64_t *hash) {
    (void)vm;
    *hash = (int64_t)(self.bits & 0xff) << 8;
    return true;
}

bool none_type_ready(struct vm *vm, struct type *type) {
    type->create = none_create;
    type->repr = none_repr;
    type->truth = none_truth;
    type->hash = none_hash;
    return type_ready(vm, type, NULL);
}

bool ellipsis_type_ready(struct vm *vm, struct type *type) {
    type->create = ellipsis_create;
    type->repr = ellipsis_repr;
    type->hash = other_hash;
    return type_ready(vm, type, NULL);
}

bool not_implemented_type_ready(struct vm *vm, struct type *type) {
    type->create = not_implemented_create;
    type->repr = not_implemented_repr;
    type->hash = other_hash;
    return type_ready(vm, type, NULL);
}
