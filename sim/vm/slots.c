// Which function each slot of a class holds.
//
// For every slot the dunder methods that belong to it (vm/slots.def) are looked up along the mro.
// If all that are found are wrappers of one builtin slot, the class takes that slot itself, so that
// a class that inherits from int adds as fast as int. If one is the program's, the slot calls it.
#include "vm/slots.h"

#include <assert.h>

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/str.h"
#include "vm/type.h"

static const struct slot_method methods[] = {
#define SLOT(field, dunder, operand) {SLOT_##field, DUNDER_##dunder, operand},
#include "vm/slots.def"
#undef SLOT
};

static_assert(sizeof methods / sizeof *methods == SLOT_METHOD_COUNT, "vm/slots.def has changed");

static const size_t offsets[SLOT_COUNT] = {
#define SLOT_FIELD(field) [SLOT_##field] = offsetof(struct type, field),
#include "vm/slot_fields.def"
#undef SLOT_FIELD
};

const struct slot_method *slot_methods(void) {
    return methods;
}

slot_content *slot_get(const struct type *type, enum type_slot slot) {
    slot_content *content;
    memcpy(&content, (const char *)type + offsets[slot], sizeof content);
    return content;
}

void slot_set(struct type *type, enum type_slot slot, slot_content *content) {
    memcpy((char *)type + offsets[slot], &content, sizeof content);
}

// The slot that [found] wraps, if it is a builtin type's wrapper of this [slot]; else NULL.
static slot_content *wrapped(struct vm *vm, struct value found, enum type_slot slot) {
    bool wraps = value_is_exactly(found, builtin(vm, BUILTIN_slot_wrapper)) ||
                 value_is_exactly(found, builtin(vm, BUILTIN_method_wrapper));
    const struct slot_wrapper *wrapper = (const struct slot_wrapper *)value_to_object(found);
    return wraps && wrapper->method->slot == slot ? slot_get(wrapper->owner, slot) : NULL;
}

// What [type] must hold in [slot], by looking up all of its methods.
static slot_content *resolve(struct vm *vm, struct type *type, enum type_slot slot) {
    slot_content *content = NULL;
    bool any = false;
    for (size_t i = 0; i < SLOT_METHOD_COUNT; i++) {
        if (methods[i].slot != slot) {
            continue;
        }
        struct value found = type_lookup(vm, type, dunder(vm, methods[i].name));
        if (value_is_absent(found)) {
            continue;
        }
        if (value_is_none(found) && slot == SLOT_hash) {
            return NULL;
        }
        slot_content *direct = wrapped(vm, found, slot);
        if (direct == NULL || (content != NULL && content != direct)) {
            return slot_calling(slot);
        }
        content = direct;
        any = true;
    }
    return any ? content : slot_get(type->base, slot);
}

static bool defines(struct vm *vm, const struct type *type, enum type_slot slot) {
    for (size_t i = 0; i < SLOT_METHOD_COUNT; i++) {
        if (methods[i].slot == slot &&
            !value_is_absent(dict_get_str(type->attributes, dunder(vm, methods[i].name)))) {
            return true;
        }
    }
    return false;
}

void slots_fill(struct vm *vm, struct type *type) {
    size_t base_count;
    sequence_items(type->bases, &base_count);
    for (enum type_slot slot = 0; slot < SLOT_COUNT; slot++) {
        bool inherits = base_count == 1 && !defines(vm, type, slot);
        slot_set(type, slot, inherits ? slot_get(type->base, slot) : resolve(vm, type, slot));
    }
}

static void renew(struct vm *vm, struct type *type, enum type_slot slot) {
    if ((type->flags & TYPE_HEAP) != 0) {
        slot_set(type, slot, resolve(vm, type, slot));
    }
    for (size_t i = 0; i < type->subclasses.count; i++) {
        renew(vm, type->subclasses.items[i], slot);
    }
}

void slots_renew(struct vm *vm, struct type *type, const struct str *name) {
    for (size_t i = 0; i < SLOT_METHOD_COUNT; i++) {
        if (dunder(vm, methods[i].name) == name) {
            renew(vm, type, methods[i].slot);
            return;
        }
    }
}

// A type that compares in its own way does not inherit how to hash.
void slots_inherit(struct type *type, const struct type *base) {
    bool compares = type->compare != NULL && type->compare != base->compare;
    for (enum type_slot slot = 0; slot < SLOT_COUNT; slot++) {
        // A type that does not say how its instances are made makes none: object's way would leave
        // their fields empty.
        bool leave = (slot == SLOT_hash && compares) || (slot == SLOT_create && base->base == NULL);
        if (slot_get(type, slot) == NULL && !leave) {
            slot_set(type, slot, slot_get(base, slot));
        }
    }
    type->send = type->send != NULL ? type->send : base->send;
    type->throw = type->throw != NULL ? type->throw : base->throw;
    type->free = type->free != NULL ? type->free : base->free;
    type->measure = type->measure != NULL ? type->measure : base->measure;
}
