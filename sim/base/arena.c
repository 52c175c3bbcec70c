#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"

#define BLOCK_SIZE 16384

struct arena_block {
    struct arena_block *older;
    alignas(max_align_t) char bytes[];
};

static size_t align_up(size_t size) {
    size_t step = alignof(max_align_t);
    return (size + step - 1) / step * step;
}

static void add_block(struct arena *arena, size_t at_least) {
    size_t size = at_least > BLOCK_SIZE ? at_least : BLOCK_SIZE;
    struct arena_block *block = mem_alloc(sizeof *block + size);
    block->older = arena->blocks;
    arena->blocks = block;
    arena->next = block->bytes;
    arena->left = size;
}

void *arena_alloc(struct arena *arena, size_t size) {
    size = align_up(size);
    if (size > arena->left) {
        add_block(arena, size);
    }
    void *memory = arena->next;
    arena->next += size;
    arena->left -= size;
    return memset(memory, 0, size);
}

char *arena_text(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

void arena_free(struct arena *arena) {
    for (struct arena_block *block = arena->blocks; block != NULL;) {
        struct arena_block *older = block->older;
        mem_free(block);
        block = older;
    }
    *arena = (struct arena){0};
}
