#include "base/pile.h"

#include "base/mem.h"
#include "base/vec.h"

void pile_grow(struct pile *pile, uint32_t index) {
    while (index / PILE_BLOCK >= pile->count) {
        *vec_push(pile) = NULL;
    }
    pile->items[index / PILE_BLOCK] = mem_zalloc(PILE_BLOCK, pile->size);
}

size_t pile_bytes(const struct pile *pile) {
    size_t bytes = pile->capacity * sizeof *pile->items;
    for (size_t i = 0; i < pile->count; i++) {
        bytes += pile->items[i] == NULL ? 0 : PILE_BLOCK * pile->size;
    }
    return bytes;
}

void pile_free(struct pile *pile) {
    for (size_t i = 0; i < pile->count; i++) {
        mem_free(pile->items[i]);
    }
    vec_free(pile);
}
