// Filling the caches, after an attribute was found the slow way.
#include "vm/attribute_cache.h"

#include "vm/instance.h"
#include "vm/state.h"
#include "vm/type.h"

bool attribute_reads_plainly(const struct vm *vm, const struct type *type) {
    return type->dict_offset != 0 &&
           (type->get_attribute == instance_get_attribute || type == builtin(vm, BUILTIN_module));
}

static bool is_data_descriptor(struct value found) {
    return value_is_object(found) && value_to_object(found)->type->descriptor_set != NULL;
}

bool attribute_is_not_own(struct object *object, struct str *name) {
    struct dict **place = instance_dict_place(object);
    return place == NULL || *place == NULL || dict_index_str(*place, name) < 0;
}

void attribute_remember_own(struct vm *vm, struct cache *cache, struct value object,
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

void attribute_remember_on_type(struct cache *cache, struct value object, struct value found) {
    cache->version = value_to_object(object)->type->version;
    cache->place = CACHE_ON_TYPE;
    cache->found = found;
    struct dict **place = instance_dict_place(value_to_object(object));
    if (place != NULL && *place != NULL) {
        cache->index = (*place)->head.serial;
        cache->other = (*place)->version;
    }
}
