// Attributes, and methods that are about to be called.
//
// A cache remembers, for one version of the object's type, that the type has no say and where in
// the instance's dict the attribute stood (CACHE_IN_DICT: a hint, the key there is compared), or
// the function that was found on the type (CACHE_ON_TYPE).
#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/machine.h"
#include "vm/native.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/wrappers.h"

// Does reading (or writing) an attribute of such objects follow object's own rules?
static bool reads_plainly(const struct vm *vm, const struct type *type) {
    return type->dict_offset != 0 &&
           (type->get_attribute == instance_get_attribute || type == builtin(vm, BUILTIN_module));
}

static bool is_data_descriptor(struct value found) {
    return value_is_object(found) && value_to_object(found)->type->descriptor_set != NULL;
}

// Remembers that [name] is in the instance's own dict, if that is all there is to it.
static void remember_in_dict(struct vm *vm, struct cache *cache, struct value object,
                             struct str *name) {
    struct type *type = value_to_object(object)->type;
    struct dict **place = instance_dict_place(value_to_object(object));
    int32_t index = *place == NULL ? -1 : dict_index_str(*place, name);
    if (index < 0 || is_data_descriptor(type_lookup(vm, type, name))) {
        return;
    }
    cache->version = type->version;
    cache->place = CACHE_IN_DICT;
    cache->index = (uint32_t)index;
}

// The entry of the object's own dict that a cache stands for; NULL if it does not fit.
static inline struct dict_entry *cached_entry(const struct cache *cache, struct value object,
                                              const struct str *name) {
    if (!value_is_object(object)) {
        return NULL;
    }
    struct object *pointer = value_to_object(object);
    const struct type *type = pointer->type;
    if (type->version != cache->version || cache->place != CACHE_IN_DICT || type->version == 0) {
        return NULL;
    }
    struct dict *dict = *(struct dict **)(void *)((char *)pointer + type->dict_offset);
    if (dict == NULL || cache->index >= dict->filled ||
        dict->entries[cache->index].key.bits != value_object(name).bits) {
        return NULL;
    }
    return &dict->entries[cache->index];
}

// Reading ----------------------------------------------------------------------------------------

static struct value load(struct vm *vm, struct frame *frame, const struct instr *ip,
                         struct value object) {
    struct str *name = NAME(ip->a);
    struct value found = vm_get_attribute_str(vm, object, name);
    if (!value_is_error(found) && value_is_object(object) &&
        reads_plainly(vm, value_to_object(object)->type)) {
        remember_in_dict(vm, &frame->loaded->caches[ip->c], object, name);
    }
    return found;
}

SLOWLY(load_attr_slow) {
    SAVE();
    struct value object = sp[-1];
    struct value found = load(vm, frame, ip, object);
    if (value_is_error(found)) {
        FAIL();
    }
    sp[-1] = found;
    NEXT_DROP(object);
}

HANDLER(LOAD_ATTR) {
    struct value object = sp[-1];
    const struct dict_entry *entry =
        cached_entry(&frame->loaded->caches[ip->c], object, NAME(ip->a));
    if (SELDOM(entry == NULL)) {
        GO_ON_IN(load_attr_slow);
    }
    sp[-1] = value_keep(entry->value);
    NEXT_DROP(object);
}

SLOWLY(load_attr_local_slow) {
    SAVE();
    struct value found = load(vm, frame, ip, frame->slots[ip->b]);
    if (value_is_error(found)) {
        FAIL();
    }
    *sp++ = found;
    NEXT();
}

HANDLER(LOAD_ATTR_LOCAL) {
    const struct dict_entry *entry =
        cached_entry(&frame->loaded->caches[ip->c], frame->slots[ip->b], NAME(ip->a));
    if (SELDOM(entry == NULL)) {
        GO_ON_IN(load_attr_local_slow);
    }
    *sp++ = value_keep(entry->value);
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
        remember_in_dict(vm, cache, object, NAME(ip->a));
    }
    sp -= 2;
    NEXT_DROP_TWO(object, x);
}

HANDLER(STORE_ATTR) {
    struct value object = sp[-1];
    struct dict_entry *entry = cached_entry(&frame->loaded->caches[ip->c], object, NAME(ip->a));
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

// Methods ----------------------------------------------------------------------------------------

struct found_method {
    struct value callable;
    bool bound; // it is a function of the type: the call must put the object in front
};

// The object's own dict has no such name as long as it is this one, unchanged.
static void remember_absence(struct cache *cache, struct object *object) {
    struct dict **place = instance_dict_place(object);
    if (place != NULL && *place != NULL) {
        cache->index = (*place)->head.serial;
        cache->other = (*place)->version;
    }
}

// As instance_get_method, remembering what it can. [object] is borrowed.
static struct found_method find_method(struct vm *vm, struct frame *frame, const struct instr *ip,
                                       struct value object) {
    struct cache *cache = &frame->loaded->caches[ip->c];
    struct str *name = NAME(ip->a);
    struct found_method found = {.bound = false};
    found.callable = instance_get_method(vm, object, name, &found.bound);
    struct type *type = value_type(vm, object);
    if (found.bound && value_is_object(object)) {
        cache->version = type->version;
        cache->place = CACHE_ON_TYPE;
        cache->found = found.callable;
        remember_absence(cache, value_to_object(object));
    } else if (!value_is_error(found.callable) && value_is_object(object) &&
               reads_plainly(vm, type)) {
        remember_in_dict(vm, cache, object, name);
    }
    return found;
}

// Can [name] be in the object's own dict? Names of attributes are interned.
static inline bool may_be_own(const struct cache *cache, const struct object *object,
                              const struct type *type, const struct str *name) {
    if (type->dict_offset == 0) {
        return false;
    }
    const struct dict *dict =
        *(struct dict *const *)(const void *)((const char *)object + type->dict_offset);
    if (dict == NULL || dict->filled == 0) {
        return false;
    }
    if (dict->slots != NULL) {
        return cache->index != dict->head.serial || cache->other != dict->version;
    }
    for (uint32_t i = 0; i < dict->filled; i++) {
        if (dict->entries[i].key.bits == value_object(name).bits) {
            return true;
        }
    }
    return false;
}

// The function that the cache remembers for [object]; ABSENT if it does not fit.
static inline struct value cached_method(const struct cache *cache, struct value object,
                                         const struct str *name) {
    if (!value_is_object(object)) {
        return VALUE_ABSENT;
    }
    const struct object *pointer = value_to_object(object);
    const struct type *type = pointer->type;
    bool fits = type->version == cache->version && cache->place == CACHE_ON_TYPE &&
                type->version != 0 && !may_be_own(cache, pointer, type, name);
    return fits ? cache->found : VALUE_ABSENT;
}

SLOWLY(load_method_slow) {
    SAVE();
    struct value object = sp[-1];
    struct found_method found = find_method(vm, frame, ip, object);
    if (value_is_error(found.callable)) {
        FAIL();
    }
    sp[-1] = found.callable;
    *sp++ = found.bound ? object : VALUE_ABSENT;
    if (found.bound) {
        NEXT();
    }
    NEXT_DROP(object);
}

HANDLER(LOAD_METHOD) {
    struct value object = sp[-1];
    struct cache *cache = &frame->loaded->caches[ip->c];
    struct value method = cached_method(cache, object, NAME(ip->a));
    if (MOSTLY(!value_is_absent(method))) {
        sp[-1] = value_keep(method);
        *sp++ = object;
        NEXT();
    }
    const struct dict_entry *entry = cached_entry(cache, object, NAME(ip->a));
    if (entry == NULL) {
        GO_ON_IN(load_method_slow);
    }
    sp[-1] = value_keep(entry->value);
    *sp++ = VALUE_ABSENT;
    NEXT_DROP(object);
}

SLOWLY(load_method_local_slow) {
    SAVE();
    struct value object = frame->slots[ip->b];
    struct found_method found = find_method(vm, frame, ip, object);
    if (value_is_error(found.callable)) {
        FAIL();
    }
    *sp++ = found.callable;
    *sp++ = found.bound ? value_keep(object) : VALUE_ABSENT;
    NEXT();
}

HANDLER(LOAD_METHOD_LOCAL) {
    struct value object = frame->slots[ip->b];
    struct cache *cache = &frame->loaded->caches[ip->c];
    struct value method = cached_method(cache, object, NAME(ip->a));
    if (MOSTLY(!value_is_absent(method))) {
        sp[0] = value_keep(method);
        sp[1] = value_keep(object);
        sp += 2;
        NEXT();
    }
    const struct dict_entry *entry = cached_entry(cache, object, NAME(ip->a));
    if (entry == NULL) {
        GO_ON_IN(load_method_local_slow);
    }
    *sp++ = value_keep(entry->value);
    *sp++ = VALUE_ABSENT;
    NEXT();
}

// super ------------------------------------------------------------------------------------------

// What super(class, self).name gives; the program may have given super another meaning.
static struct found_method find_super(struct vm *vm, const struct value *parts, struct str *name) {
    struct found_method found = {.bound = false};
    if (value_is(parts[0], value_object(builtin(vm, BUILTIN_super)))) {
        found.callable = super_get_method(vm, parts[1], parts[2], name, &found.bound);
        return found;
    }
    struct value super = vm_call(vm, parts[0], parts + 1, 2);
    found.callable = super;
    if (!value_is_error(super)) {
        found.callable = vm_get_attribute_str(vm, super, name);
        value_drop(vm, super);
    }
    return found;
}

HANDLER(LOAD_SUPER_METHOD) {
    SAVE();
    struct value super = sp[-3], class = sp[-2], self = sp[-1];
    struct found_method found = find_super(vm, sp - 3, NAME(ip->a));
    if (value_is_error(found.callable)) {
        FAIL();
    }
    struct value callable = found.callable;
    if (found.bound && ip->sub == 0) {
        callable = instance_bind(vm, found.callable, self, value_type(vm, self));
        value_drop(vm, found.callable);
        if (value_is_error(callable)) {
            FAIL();
        }
    }
    sp -= 3;
    *sp++ = callable;
    if (ip->sub != 0) {
        *sp++ = found.bound ? value_keep(self) : VALUE_ABSENT;
    }
    vm->victims[0] = super;
    vm->victims[1] = class;
    vm->victims[2] = self;
    GO_ON_IN(machine_drop_three_next);
}

// Context managers -------------------------------------------------------------------------------

// A special method, looked up on the type.
static struct found_method find_special(struct vm *vm, struct value object, struct str *name) {
    struct type *type = value_type(vm, object);
    struct value found = type_lookup(vm, type, name);
    if (value_is_exactly(found, builtin(vm, BUILTIN_function)) ||
        (value_is_exactly(found, builtin(vm, BUILTIN_native_method)) &&
         native_of(found)->native->kind == NATIVE_PLAIN)) {
        return (struct found_method){value_keep(found), true};
    }
    if (value_is_absent(found)) {
        return (struct found_method){found, false};
    }
    return (struct found_method){instance_bind(vm, found, object, type), false};
}

static void refuse_context(struct vm *vm, struct value object, bool is_async, const char *missed) {
    raise_error(vm, EXCEPTION_TypeError,
                "'%s' object does not support the %scontext manager protocol%s",
                value_type(vm, object)->name, is_async ? "asynchronous " : "", missed);
}

HANDLER(LOAD_CONTEXT) {
    SAVE();
    bool is_async = ip->sub != 0;
    struct value manager = sp[-1];
    struct found_method enter =
        find_special(vm, manager, dunder(vm, is_async ? DUNDER_aenter : DUNDER_enter));
    if (value_is_absent(enter.callable)) {
        refuse_context(vm, manager, is_async, "");
        FAIL();
    }
    if (value_is_error(enter.callable)) {
        FAIL();
    }
    struct found_method exit =
        find_special(vm, manager, dunder(vm, is_async ? DUNDER_aexit : DUNDER_exit));
    if (value_is_absent(exit.callable)) {
        refuse_context(vm, manager, is_async,
                       is_async ? " (missed __aexit__ method)" : " (missed __exit__ method)");
    }
    if (value_is_absent(exit.callable) || value_is_error(exit.callable)) {
        value_drop(vm, enter.callable);
        FAIL();
    }
    sp--;
    *sp++ = exit.callable;
    *sp++ = exit.bound ? value_keep(manager) : VALUE_ABSENT;
    *sp++ = enter.callable;
    *sp++ = enter.bound ? value_keep(manager) : VALUE_ABSENT;
    NEXT_DROP(manager);
}
