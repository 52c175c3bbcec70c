#include "record/handles.h"

#include "base/mem.h"

#define FIRST_CAPACITY 256

// The place of [address], or the empty one where it would be. Addresses end in zeros.
static struct handle *place_of(const struct handles *handles, int64_t address) {
    uint64_t hash = (uint64_t)address * 0x9e3779b97f4a7c15u;
    size_t mask = handles->capacity - 1;
    for (size_t at = (size_t)(hash >> 32) & mask;; at = (at + 1) & mask) {
        struct handle *handle = &handles->items[at];
        if (handle->address == 0 || handle->address == address) {
            return handle;
        }
    }
}

static void grow(struct handles *handles) {
    struct handles old = *handles;
    handles->capacity = old.capacity == 0 ? FIRST_CAPACITY : old.capacity * 2;
    handles->items = mem_zalloc(handles->capacity, sizeof *handles->items);
    for (size_t i = 0; i < old.capacity; i++) {
        if (old.items[i].address != 0) {
            *place_of(handles, old.items[i].address) = old.items[i];
        }
    }
    mem_free(old.items);
}

struct handle *handles_find(const struct handles *handles, int64_t address) {
    struct handle *handle = handles->count == 0 ? NULL : place_of(handles, address);
    return handle == NULL || handle->address == 0 ? NULL : handle;
}

struct handle *handles_put(struct handles *handles, int64_t address) {
    if (handles->count >= handles->capacity / 2) {
        grow(handles);
    }
    struct handle *handle = place_of(handles, address);
    handles->count += handle->address == 0;
    *handle = (struct handle){.address = address};
    return handle;
}

void handles_free(struct handles *handles) {
    mem_free(handles->items);
    *handles = (struct handles){0};
}
