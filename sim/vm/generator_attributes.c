// What programs can ask of a generator, coroutine or asynchronous generator.
#include "vm/generator_types.h"
#include "vm/list.h"
#include "vm/machine.h"
#include "vm/state.h"
#include "vm/str.h"

struct value generator_repr(struct vm *vm, struct value self) {
    return str_format(vm, "<%s object %s at 0x%llx>", value_type(vm, self)->name,
                      generator_qualname(vm, generator_of(self))->text,
                      (unsigned long long)vm_id(self));
}

struct value generator_get_name(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return value_keep(value_object(generator_name(vm, generator_of(self))));
}

struct value generator_get_qualname(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return value_keep(value_object(generator_qualname(vm, generator_of(self))));
}

static struct value set_name_at(struct vm *vm, struct value self, const struct call *call,
                                size_t index, const char *attribute) {
    struct generator *generator = generator_of(self);
    if (call->count == 0 || !str_is(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "%s must be set to a string object", attribute);
    }
    struct value names[] = {value_object(generator_name(vm, generator)),
                            value_object(generator_qualname(vm, generator))};
    names[index] = call->args[0];
    struct value tuple = tuple_new(vm, names, 2);
    if (value_is_error(tuple)) {
        return tuple;
    }
    value_replace(vm, &generator->names, tuple);
    return VALUE_NONE;
}

struct value generator_set_name(struct vm *vm, struct value self, const struct call *call) {
    return set_name_at(vm, self, call, 0, "__name__");
}

struct value generator_set_qualname(struct vm *vm, struct value self, const struct call *call) {
    return set_name_at(vm, self, call, 1, "__qualname__");
}

struct value generator_get_frame(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    struct frame *frame = generator_of(self)->frame;
    return frame == NULL ? VALUE_NONE : frame_object_of(vm, frame);
}

// One that another awaits runs while the chain it belongs to runs.
struct value generator_get_running(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    const struct generator *generator = generator_of(self);
    while (generator->state == GENERATOR_LINKED) {
        generator = generator->frame->back->generator;
    }
    return value_bool(generator->state == GENERATOR_RUNNING);
}

struct value generator_get_suspended(struct vm *vm, struct value self, const struct call *call) {
    const struct generator *generator = generator_of(self);
    bool begun = generator->state == GENERATOR_SUSPENDED || generator->state == GENERATOR_LINKED;
    return value_bool(begun && value_is(generator_get_running(vm, self, call), VALUE_FALSE));
}

struct value generator_get_code(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_keep(value_object(generator_of(self)->loaded));
}

struct value generator_get_awaits(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    struct value awaited = generator_awaits(generator_of(self));
    return value_is_object(awaited) ? value_keep(awaited) : VALUE_NONE;
}
