#include "base/tape.h"

#include "base/mem.h"

struct tape *tape_new(void) {
    struct tape *tape = mem_zalloc(1, sizeof *tape);
    tape->names = names_new();
    return tape;
}

void tape_free(struct tape *tape) {
    if (tape == NULL) {
        return;
    }
    for (size_t i = 0; i < tape->chunk_count; i++) {
        mem_free(tape->chunks[i]);
    }
    mem_free(tape->chunks);
    names_free(tape->names);
    mem_free(tape);
}

void tape_grow(struct tape *tape, uint32_t words) {
    (void)words; // an event has at most 1 + TAPE_EXTRA_MOST words, a new chunk takes any
    if (tape->next != tape->end) {
        *tape->next = TAPE_PAD;
    }
    if (tape->chunk_count == tape->chunk_capacity) {
        tape->chunk_capacity = tape->chunk_capacity == 0 ? 64 : tape->chunk_capacity * 2;
        tape->chunks = mem_resize(tape->chunks, tape->chunk_capacity, sizeof *tape->chunks);
    }
    struct tape_chunk *chunk = mem_alloc(sizeof *chunk);
    chunk->first_event = tape->events;
    tape->chunks[tape->chunk_count++] = chunk;
    tape->next = chunk->words;
    tape->end = chunk->words + TAPE_CHUNK_WORDS;
}

uint32_t tape_text(struct tape *tape, const char *text, size_t length) {
    return names_get(tape->names, text, length)->id;
}
