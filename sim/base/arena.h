// An arena: memory for things that die together, such as one syntax tree.
//
//     struct arena arena = {0};
//     struct node *node = arena_alloc(&arena, sizeof *node);
//     arena_free(&arena);
//
// There is no giving back of single pieces. A zeroed arena is empty and ready.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; // newest first
    char *next;                 // first free byte of the newest block
    size_t left;                // free bytes after [next]
};

// Returns [size] zeroed bytes, aligned for any type; valid until arena_free.
void *arena_alloc(struct arena *arena, size_t size);

// Returns a copy of [length] bytes at [text] with a null byte after them.
char *arena_text(struct arena *arena, const char *text, size_t length);

// Gives back everything; the arena is then empty and can be used again.
void arena_free(struct arena *arena);

#endif
