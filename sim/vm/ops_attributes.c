// Reading, writing and deleting attributes.
#include "vm/attribute_cache.h"
#include "vm/instance.h"
#include "vm/machine.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/wrappers.h"

// Reading ----------------------------------------------------------------------------------------

// A class variable read from an instance, if it is no descriptor: the type has it, the object not.
static void remember_class_variable(struct vm *vm, struct cache *cache, struct value object,
                                    struct str *name, struct value found) {
    struct type *type = value_to_object(object)->type;
    bool plain = !value_is_object(found) || value_to_object(found)->type->descriptor_get == NULL;
    if (plain && type->get_attribute == instance_get_attribute && name->interned &&
        value_is(type_lookup(vm, type, name), found) &&
        attribute_is_not_own(value_to_object(object), name)) {
        attribute_remember_on_type(cache, object, found);
    }
}

static struct value load(struct vm *vm, struct frame *frame, const struct instr *ip,
                         struct value object) {
    struct str *name = NAME(ip->a);
    struct cache *cache = &frame->loaded->caches[ip->c];
    struct value found = vm_get_attribute_str(vm, object, name);
    if (value_is_error(found) || !value_is_object(object)) {
        return found;
    }
    if (attribute_reads_plainly(vm, value_to_object(object)->type)) {
        attribute_remember_own(vm, cache, object, name);
    }
    remember_class_variable(vm, cache, object, name, found);
    return found;
}

// The getter, if [name] is a property of the object's class that is written in Python.
static struct value getter(struct vm *vm, struct value object, struct str *name) {
    struct type *type = value_type(vm, object);
    if (type->get_attribute != instance_get_attribute) {
        return VALUE_ABSENT;
    }
    struct value found = type_lookup(vm, type, name);
    bool is_property = value_is_exactly(found, builtin(vm, BUILTIN_property));
    return is_property ? property_getter(found) : VALUE_ABSENT;
}

SLOWLY(load_attr_slow) {
    SAVE();
    struct value object = sp[-1];
    if (machine_can_push(vm, getter(vm, object, NAME(ip->a)), 1)) {
        GO_ON_IN(machine_push);
    }
    struct value found = load(vm, frame, ip, object);
    if (value_is_error(found)) {
        FAIL();
    }
    sp[-1] = found;
    NEXT_DROP(object);
}

HANDLER(LOAD_ATTR) {
    struct value object = sp[-1];
    const struct cache *cache = &frame->loaded->caches[ip->c];
    const struct dict_entry *entry = attribute_cached_own(cache, object, NAME(ip->a));
    struct value found =
        entry != NULL ? entry->value : attribute_cached_on_type(cache, object, NAME(ip->a));
    if (SELDOM(value_is_absent(found))) {
        GO_ON_IN(load_attr_slow);
    }
    sp[-1] = value_keep(found);
    NEXT_DROP(object);
}

SLOWLY(load_attr_local_slow) {
    SAVE();
    struct value object = frame->slots[ip->b];
    if (machine_can_push(vm, getter(vm, object, NAME(ip->a)), 1)) {
        *sp++ = value_keep(object);
        GO_ON_IN(machine_push);
    }
    struct value found = load(vm, frame, ip, object);
    if (value_is_error(found)) {
        FAIL();
    }
    *sp++ = found;
    NEXT();
}

HANDLER(LOAD_ATTR_LOCAL) {
    struct value object = frame->slots[ip->b];
    const struct cache *cache = &frame->loaded->caches[ip->c];
    const struct dict_entry *entry = attribute_cached_own(cache, object, NAME(ip->a));
    struct value found =
        entry != NULL ? entry->value : attribute_cached_on_type(cache, object, NAME(ip->a));
    if (SELDOM(value_is_absent(found))) {
        GO_ON_IN(load_attr_local_slow);
    }
    *sp++ = value_keep(found);
    NEXT();
}

// Writing ----------------------------------------------------------------------------------------

static bool write_attribute(struct vm *vm, struct value object, struct str *name,
                            struct value value) {
    struct type *type = value_type(vm, object);
    bool (*set)(struct vm *, struct value, struct str *, struct value) = type->set_attribute;
    return set != NULL ? set(vm, object, name, value)
                       : instance_set_attribute(vm, object, name, value);
}

// An attribute that instances of this type keep in their dict, and that this one does not have yet,
// as in most an __init__: what the cache says of the type saves looking it up again.
static bool is_new_of_known_type(const struct cache *cache, struct value object) {
    const struct type *type = value_is_object(object) ? value_to_object(object)->type : NULL;
    return type != NULL && type->version == cache->version && type->version != 0 &&
           cache->place == CACHE_IN_DICT;
}

SLOWLY(store_attr_slow) {
    SAVE();
    struct value object = sp[-1], x = sp[-2];
    struct cache *cache = &frame->loaded->caches[ip->c];
    if (is_new_of_known_type(cache, object)) {
        struct dict *dict = instance_dict(vm, value_to_object(object));
        if (dict == NULL || !dict_set_str(vm, dict, NAME(ip->a), x)) {
            FAIL();
        }
        if (dict->filled != cache->index + 1) {
            cache->version = 0; // it stands elsewhere: find out anew
        }
        sp -= 2;
        NEXT_DROP_TWO(object, x);
    }
    if (!write_attribute(vm, object, NAME(ip->a), x)) {
        FAIL();
    }
    const struct type *type = value_type(vm, object);
    if (type->dict_offset != 0 && type->set_attribute == instance_set_attribute) {
        attribute_remember_own(vm, cache, object, NAME(ip->a));
    }
    sp -= 2;
    NEXT_DROP_TWO(object, x);
}

HANDLER(STORE_ATTR) {
    struct value object = sp[-1];
    struct dict_entry *entry =
        attribute_cached_own(&frame->loaded->caches[ip->c], object, NAME(ip->a));
    if (SELDOM(entry == NULL)) {
        GO_ON_IN(store_attr_slow);
    }
    struct value old = entry->value;
    entry->value = sp[-2];
    sp -= 2;
    NEXT_DROP_TWO(old, object);
}

HANDLER(DELETE_ATTR) {
    SAVE();
    struct value object = sp[-1];
    if (!write_attribute(vm, object, NAME(ip->a), VALUE_ABSENT)) {
        FAIL();
    }
    sp--;
    NEXT_DROP(object);
}
