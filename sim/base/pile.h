// A pile: a growing row of zeroed elements that never move, so that their addresses stay valid.
// It may have holes: only the blocks that were asked for take memory.
//
//     struct pile pile = PILE(struct frame);
//     struct frame *frame = pile_reach(&pile, 7);
//     const struct frame *same = pile_at(&pile, 7);
//     pile_free(&pile);
#ifndef BASE_PILE_H
#define BASE_PILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PILE_BLOCK 1024 // elements of a block

struct pile {
    size_t size;            // bytes of one element
    char **items;           // blocks; NULL for those never asked for
    size_t count, capacity; // blocks
};

// An empty pile of elements of a type.
#define PILE(type)                                                                                 \
    { .size = sizeof(type) }

// Is element [index] there?
static inline bool pile_has(const struct pile *pile, uint32_t index) {
    return index / PILE_BLOCK < pile->count && pile->items[index / PILE_BLOCK] != NULL;
}

// Returns element [index], which must be there.
static inline void *pile_at(const struct pile *pile, uint32_t index) {
    return pile->items[index / PILE_BLOCK] + (size_t)(index % PILE_BLOCK) * pile->size;
}

// Makes the block of element [index]; pile_reach calls it.
void pile_grow(struct pile *pile, uint32_t index);

// Returns element [index], made if it is not there yet.
static inline void *pile_reach(struct pile *pile, uint32_t index) {
    if (!pile_has(pile, index)) {
        pile_grow(pile, index);
    }
    return pile_at(pile, index);
}

// Returns the bytes that the pile holds.
size_t pile_bytes(const struct pile *pile);

// Gives back all elements; the pile is then empty and can be used again.
void pile_free(struct pile *pile);

#endif
