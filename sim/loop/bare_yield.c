// What sleep(0) awaits: an object whose await gives control back for one iteration and no more.
#include "loop/natives.h"
#include "loop/state.h"
#include "vm/builtin.h"
#include "vm/raise.h"

struct bare_yield {
    struct object head;
    bool yielded;      // of an iterator: it has yielded once
    struct value last; // of the awaitable: an iterator that it made; else ABSENT
};

static struct bare_yield *bare_yield_of(struct value v) {
    return (struct bare_yield *)value_to_object(v);
}

static struct value make(struct vm *vm, struct type *type) {
    struct bare_yield *object = object_new(vm, type, sizeof *object);
    if (object == NULL) {
        return VALUE_ERROR;
    }
    object->last = VALUE_ABSENT;
    return value_object(object);
}

// The awaitable and its iterators are of the same type. Mostly there is one iterator at a time:
// the awaitable keeps the last one and gives it again if nobody else has it.
static struct value iterator(struct vm *vm, struct value self) {
    struct bare_yield *awaitable = bare_yield_of(self);
    struct value last = awaitable->last;
    if (value_is_object(last) && value_to_object(last)->refs == 1) {
        bare_yield_of(last)->yielded = false;
        return value_keep(last);
    }
    struct value made = make(vm, value_to_object(self)->type);
    if (!value_is_error(made)) {
        value_replace(vm, &awaitable->last, value_keep(made));
    }
    return made;
}

static enum send_result yield_once(struct vm *vm, struct value self, struct value sent,
                                   struct value *result) {
    (void)vm, (void)sent;
    struct bare_yield *object = bare_yield_of(self);
    *result = VALUE_NONE;
    if (object->yielded) {
        return SEND_RETURNED;
    }
    object->yielded = true;
    return SEND_YIELDED;
}

static enum send_result throw(struct vm * vm, struct value self, struct value exception,
                              struct value *result) {
    (bare_yield_of(self))->yielded = true; *result = VALUE_ERROR;
    raise_value(vm, value_keep(exception));
    return SEND_RAISED;
}

static struct value next(struct vm *vm, struct value self) {
    struct value result;
    bool ended = yield_once(vm, self, VALUE_NONE, &result) == SEND_RETURNED;
    return ended ? VALUE_ABSENT : result;
}

static void bare_yield_free(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct bare_yield *)object)->last);
}

struct value bare_yield_new(struct vm *vm) {
    struct type *type = type_new_builtin(vm, "_asyncio.bare_yield", builtin(vm, BUILTIN_object));
    if (type == NULL) {
        return VALUE_ERROR;
    }
    type->size = sizeof(struct bare_yield);
    type->free = bare_yield_free;
    type->await = iterator;
    type->next = next;
    type->send = yield_once;
    type->throw = throw;
    return type_ready(vm, type, NULL) ? make(vm, type) : VALUE_ERROR;
}
