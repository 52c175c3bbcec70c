#include "base/names.h"

#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/vec.h"

struct names {
    struct arena arena;
    struct {
        const struct name **items;
        size_t count, capacity;
    } list;                    // by id
    const struct name **slots; // open addressing; a power of two, at most half full
    size_t slot_count;
};

static uint64_t hash(const char *text, size_t length) {
    uint64_t h = 14695981039346656037u; // FNV-1a
    for (size_t i = 0; i < length; i++) {
        h = (h ^ (unsigned char)text[i]) * 1099511628211u;
    }
    return h ^ (h >> 32);
}

static size_t find(const struct names *names, const char *text, size_t length) {
    size_t i = hash(text, length) & (names->slot_count - 1);
    for (; names->slots[i] != NULL; i = (i + 1) & (names->slot_count - 1)) {
        const struct name *name = names->slots[i];
        if (name->length == length && memcmp(name->text, text, length) == 0) {
            break;
        }
    }
    return i;
}

static void grow(struct names *names) {
    mem_free(names->slots);
    names->slot_count = names->slot_count == 0 ? 256 : names->slot_count * 2;
    names->slots = mem_zalloc(names->slot_count, sizeof(struct name *));
    for (size_t i = 0; i < names->list.count; i++) {
        const struct name *name = names->list.items[i];
        names->slots[find(names, name->text, name->length)] = name;
    }
}

struct names *names_new(void) {
    struct names *names = mem_zalloc(1, sizeof *names);
    grow(names);
    return names;
}

const struct name *names_get(struct names *names, const char *text, size_t length) {
    size_t i = find(names, text, length);
    if (names->slots[i] != NULL) {
        return names->slots[i];
    }
    struct name *name = arena_alloc(&names->arena, sizeof *name + length + 1);
    name->id = (uint32_t)names->list.count;
    name->length = (uint32_t)length;
    memcpy(name->text, text, length);
    names->slots[i] = name;
    *vec_push(&names->list) = name;
    if (names->list.count * 2 > names->slot_count) {
        grow(names);
    }
    return name;
}

const struct name *names_at(const struct names *names, uint32_t id) {
    return names->list.items[id];
}

uint32_t names_count(const struct names *names) {
    return (uint32_t)names->list.count;
}

void names_free(struct names *names) {
    if (names == NULL) {
        return;
    }
    arena_free(&names->arena);
    vec_free(&names->list);
    mem_free(names->slots);
    mem_free(names);
}
