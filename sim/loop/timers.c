#include "loop/timers.h"

#include <assert.h>

#include "base/mem.h"
#include "base/vec.h"

// Deadlines stand beside the pointers, so that sifting touches no handle but the ones it moves.
static bool is_before(const struct timers_entry *a, const struct timers_entry *b) {
    return a->when < b->when || (a->when == b->when && a->started < b->started);
}

static void place(struct timers *timers, size_t at, struct timers_entry entry) {
    timers->entries[at] = entry;
    entry.handle->heap_index = (uint32_t)at;
}

static void sift_up(struct timers *timers, size_t at, struct timers_entry entry) {
    while (at > 0) {
        size_t parent = (at - 1) / 2;
        if (!is_before(&entry, &timers->entries[parent])) {
            break;
        }
        place(timers, at, timers->entries[parent]);
        at = parent;
    }
    place(timers, at, entry);
}

static void sift_down(struct timers *timers, size_t at, struct timers_entry entry) {
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= timers->count) {
            break;
        }
        if (child + 1 < timers->count &&
            is_before(&timers->entries[child + 1], &timers->entries[child])) {
            child++;
        }
        if (!is_before(&timers->entries[child], &entry)) {
            break;
        }
        place(timers, at, timers->entries[child]);
        at = child;
    }
    place(timers, at, entry);
}

void timers_add(struct timers *timers, struct handle *handle) {
    handle->started = timers->started++;
    if (timers->count == timers->capacity) {
        vec_grow((void **)&timers->entries, &timers->capacity, timers->count,
                 sizeof *timers->entries);
    }
    timers->count++;
    struct timers_entry entry = {handle->when, handle->started, handle};
    sift_up(timers, timers->count - 1, entry);
}

struct handle *timers_first(const struct timers *timers) {
    return timers->count == 0 ? NULL : timers->entries[0].handle;
}

struct handle *timers_pop(struct timers *timers) {
    assert(timers->count > 0 && "there is a timer to take");
    struct handle *first = timers->entries[0].handle;
    timers_remove(timers, first);
    return first;
}

void timers_remove(struct timers *timers, struct handle *handle) {
    size_t at = handle->heap_index;
    assert(at < timers->count && timers->entries[at].handle == handle);
    handle->heap_index = HANDLE_NOT_TIMED;
    struct timers_entry last = timers->entries[--timers->count];
    if (last.handle == handle) {
        return;
    }
    if (at > 0 && is_before(&last, &timers->entries[(at - 1) / 2])) {
        sift_up(timers, at, last);
    } else {
        sift_down(timers, at, last);
    }
}

void timers_free(struct timers *timers) {
    mem_free(timers->entries);
    *timers = (struct timers){0};
}
