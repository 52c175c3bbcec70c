// What LOAD_ATTR, STORE_ATTR and LOAD_METHOD remember of their last object, for one version of its
// type.
//
//     CACHE_IN_DICT   the type has no say; where in the object's own dict the attribute stood: a
//                     hint, the key there is compared
//     CACHE_ON_TYPE   what was found on the type; the object has none of its own. Of a dict too big
//                     to be looked through, [index] and [other] are serial number and version
#ifndef VM_ATTRIBUTE_CACHE_H
#define VM_ATTRIBUTE_CACHE_H

#include "vm/dict.h"
#include "vm/loaded.h"
#include "vm/object.h"

// Does reading an attribute of such objects follow object's own rules?
bool attribute_reads_plainly(const struct vm *vm, const struct type *type);

// Remembers that [name] is in the object's own dict, if that is all there is to it.
void attribute_remember_own(struct vm *vm, struct cache *cache, struct value object,
                            struct str *name);

// Remembers that [found] stands on the type, and that the object has no such attribute of its own.
void attribute_remember_on_type(struct cache *cache, struct value object, struct value found);

// Has the object no attribute [name] (interned) in a dict of its own?
bool attribute_is_not_own(struct object *object, struct str *name);

// The entry of the object's own dict that a cache stands for; NULL if it does not fit.
static inline struct dict_entry *attribute_cached_own(const struct cache *cache,
                                                      struct value object, const struct str *name) {
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

// Can [name] be in the object's own dict? Names of attributes are interned.
static inline bool attribute_may_be_own(const struct cache *cache, const struct object *object,
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

// What the cache remembers of the type for [object]: borrowed; ABSENT if it does not fit.
static inline struct value attribute_cached_on_type(const struct cache *cache, struct value object,
                                                    const struct str *name) {
    if (!value_is_object(object)) {
        return VALUE_ABSENT;
    }
    const struct object *pointer = value_to_object(object);
    const struct type *type = pointer->type;
    bool fits = type->version == cache->version && cache->place == CACHE_ON_TYPE &&
                type->version != 0 && !attribute_may_be_own(cache, pointer, type, name);
    return fits ? cache->found : VALUE_ABSENT;
}

#endif
