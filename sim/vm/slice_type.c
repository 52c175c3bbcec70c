// The type slice: slice(…), its attributes, repr, comparison and indices().
#include "vm/slice.h"

#include "vm/builtin.h"
#include "vm/index.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/sequence.h"
#include "vm/str.h"
#include "vm/vm.h"

static struct value create(struct vm *vm, struct type *type, const struct call *call) {
    (void)type;
    if (call->keyword_count > 0) {
        return raise_error(vm, EXCEPTION_TypeError, "slice() takes no keyword arguments");
    }
    if (!native_count(vm, call, "slice", 1, 3)) {
        return VALUE_ERROR;
    }
    if (call->count == 1) {
        return slice_new(vm, VALUE_NONE, call->args[0], VALUE_NONE);
    }
    return slice_new(vm, call->args[0], call->args[1],
                     call->count == 3 ? call->args[2] : VALUE_NONE);
}

static void release(struct vm *vm, struct object *object) {
    struct slice *slice = (struct slice *)object;
    value_drop(vm, slice->start);
    value_drop(vm, slice->stop);
    value_drop(vm, slice->step);
}

static struct value repr(struct vm *vm, struct value self) {
    struct slice *slice = slice_of(self);
    struct buf out = {0};
    buf_puts(&out, "slice(");
    bool done = sequence_put_repr(vm, slice->start, &out);
    buf_puts(&out, ", ");
    done = done && sequence_put_repr(vm, slice->stop, &out);
    buf_puts(&out, ", ");
    done = done && sequence_put_repr(vm, slice->step, &out);
    buf_putc(&out, ')');
    if (!done) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return str_take(vm, &out);
}

static struct value as_tuple(struct vm *vm, struct value v) {
    struct slice *slice = slice_of(v);
    return tuple_new(vm, (struct value[]){slice->start, slice->stop, slice->step}, 3);
}

static struct value compare(struct vm *vm, struct value self, struct value other,
                            enum compare_op op) {
    if (!slice_is(other)) {
        return VALUE_NOT_IMPLEMENTED;
    }
    struct value a = as_tuple(vm, self);
    struct value b = value_is_error(a) ? a : as_tuple(vm, other);
    struct value result = value_is_error(b) ? b : sequence_compare(vm, a, b, op);
    value_drop(vm, a);
    value_drop(vm, b);
    return result;
}

static bool hash(struct vm *vm, struct value self, int64_t *out) {
    struct value tuple = as_tuple(vm, self);
    bool done = !value_is_error(tuple) && vm_hash(vm, tuple, out);
    value_drop(vm, tuple);
    return done;
}

static struct value get_start(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(slice_of(self)->start);
}

static struct value get_stop(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(slice_of(self)->stop);
}

static struct value get_step(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(slice_of(self)->step);
}

// slice.indices(length): what start, stop and step become for a sequence of that length.
static struct value indices(struct vm *vm, struct value self, const struct call *call) {
    struct value argument;
    int64_t length;
    if (!native_args(vm, call, "slice.indices", "o", &argument) ||
        !index_clamped(vm, argument, &length)) {
        return VALUE_ERROR;
    }
    if (length < 0) {
        return raise_error(vm, EXCEPTION_ValueError, "length should not be negative");
    }
    struct slice_span span;
    if (!slice_resolve(vm, slice_of(self), (size_t)length, &span)) {
        return VALUE_ERROR;
    }
    struct value items[] = {int_from(vm, span.start), int_from(vm, span.stop),
                            int_from(vm, span.step)};
    return tuple_steal(vm, items, 3);
}

static const struct native methods[] = {
    {"indices", indices, NATIVE_PLAIN, NULL}, {"start", get_start, NATIVE_GETTER, NULL},
    {"stop", get_stop, NATIVE_GETTER, NULL},  {"step", get_step, NATIVE_GETTER, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

bool slice_is(struct value v) {
    return value_is_object(v) && value_to_object(v)->type->free == release;
}

bool slice_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct slice);
    type->create = create;
    type->free = release;
    type->repr = repr;
    type->compare = compare;
    type->hash = hash;
    return type_ready(vm, type, methods);
}
