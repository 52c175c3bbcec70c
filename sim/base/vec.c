#include "base/vec.h"

#include <string.h>

void vec_grow(void **items, size_t *capacity, size_t count, size_t size) {
    size_t more = count < 8 ? 8 : count * 2;
    // Through a copy: the element pointers of different types must not be aliased as void *.
    void *old;
    memcpy(&old, items, sizeof old);
    void *grown = mem_resize(old, more, size);
    memcpy(items, &grown, sizeof grown);
    *capacity = more;
}
