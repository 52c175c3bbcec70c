// What sleep(0) awaits: an object whose await gives control back for one iteration and no more.
#include "loop/natives.h"
#include "loop/state.h"
#include "vm/builtin.h"
#include "vm/raise.h"

struct bare_yield {
    struct object head;
    bool yielded; // of an iterator: it has yielded once
};

static struct value make(struct vm *vm, struct type *type) {
    struct bare_yield *object = object_new(vm, type, sizeof *object);
    return object == NULL ? VALUE_ERROR : value_object(object);
}

// The awaitable and its iterators are of the same type.
static struct value iterator(struct vm *vm, struct value self) {
    return make(vm, value_to_object(self)->type);
}

static enum send_result yield_once(struct vm *vm, struct value self, struct value sent,
                                   struct value *result) {
    (void)vm, (void)sent;
    struct bare_yield *object = (struct bare_yield *)value_to_object(self);
    *result = VALUE_NONE;
    if (object->yielded) {
        return SEND_RETURNED;
    }
    object->yielded = true;
    return SEND_YIELDED;
}

static enum send_result throw(struct vm * vm, struct value self, struct value exception,
                              struct value *result) {
    ((struct bare_yield *)value_to_object(self))->yielded = true; *result = VALUE_ERROR;
    raise_value(vm, value_keep(exception));
    return SEND_RAISED;
}

static struct value next(struct vm *vm, struct value self) {
    struct value result;
    bool ended = yield_once(vm, self, VALUE_NONE, &result) == SEND_RETURNED;
    return ended ? VALUE_ABSENT : result;
}

struct value bare_yield_new(struct vm *vm) {
    struct type *type = type_new_builtin(vm, "_asyncio.bare_yield", builtin(vm, BUILTIN_object));
    if (type == NULL) {
        return VALUE_ERROR;
    }
    type->size = sizeof(struct bare_yield);
    type->await = iterator;
    type->next = next;
    type->send = yield_once;
    type->throw = throw;
    return type_ready(vm, type, NULL) ? make(vm, type) : VALUE_ERROR;
}
