// How the learner's memory is cut up.
//
// A small size is rounded up to a multiple of HEAP_GRAIN; each multiple has a list of free pieces,
// and what no list has is cut from the newest chunk. Larger pieces are malloc's own, in a doubly
// linked list so that heap_free_all finds them. The limit counts chunks and large pieces, never
// single small ones, so that an ordinary allocation is a handful of instructions.
#include "vm/heap.h"

#include <stdbool.h>
#include <stdlib.h>

#include "vm/state.h"

#define CHUNK_LEAST  ((size_t)64 << 10)
#define CHUNK_MOST   ((size_t)1 << 20)
#define RESERVE_STEP ((size_t)256 << 10)
#define RESERVE_MOST ((size_t)8 << 20)

// The head of a chunk or of a large piece; what it holds follows.
struct heap_chunk {
    struct heap_chunk *next, *previous;
};

// Small requests may use the reserve.
static bool fits(const struct heap *heap, size_t size) {
    size_t limit = heap->limit + (size <= CHUNK_LEAST ? heap->reserve : 0);
    return heap->used <= limit && size <= limit - heap->used;
}

static void *chunk_take(struct heap *heap, struct heap_chunk **list, size_t size) {
    if (!fits(heap, size)) {
        return NULL;
    }
    struct heap_chunk *chunk = malloc(sizeof *chunk + size);
    if (chunk == NULL) {
        return NULL;
    }
    heap->used += size;
    chunk->previous = NULL;
    chunk->next = *list;
    if (chunk->next != NULL) {
        chunk->next->previous = chunk;
    }
    *list = chunk;
    return chunk + 1;
}

static void chunk_give_back(struct heap *heap, struct heap_chunk **list, void *memory,
                            size_t size) {
    struct heap_chunk *chunk = (struct heap_chunk *)memory - 1;
    if (chunk->previous != NULL) {
        chunk->previous->next = chunk->next;
    } else {
        *list = chunk->next;
    }
    if (chunk->next != NULL) {
        chunk->next->previous = chunk->previous;
    }
    heap->used -= size;
    free(chunk);
}

// After a large piece has moved: its neighbours still point to where it was.
static void chunk_moved(struct heap_chunk **list, struct heap_chunk *chunk) {
    if (chunk->previous != NULL) {
        chunk->previous->next = chunk;
    } else {
        *list = chunk;
    }
    if (chunk->next != NULL) {
        chunk->next->previous = chunk;
    }
}

static void *large_resize(struct heap *heap, void *old, size_t old_size, size_t new_size) {
    if (new_size > old_size && !fits(heap, new_size - old_size)) {
        return NULL;
    }
    struct heap_chunk *chunk = (struct heap_chunk *)old - 1;
    chunk = realloc(chunk, sizeof *chunk + new_size);
    if (chunk == NULL) {
        return NULL;
    }
    chunk_moved(&heap->large, chunk);
    heap->used += new_size - old_size;
    return chunk + 1;
}

// A new chunk, each twice as big as the one before up to CHUNK_MOST; a small one if there is no
// room for more. What is left of the old one goes to the list of its size.
static bool chunk_begin(struct heap *heap) {
    size_t left = (size_t)(heap->fresh_end - heap->fresh);
    size_t size = heap->used < CHUNK_LEAST  ? CHUNK_LEAST
                  : heap->used > CHUNK_MOST ? CHUNK_MOST
                                            : heap->used / HEAP_GRAIN * HEAP_GRAIN;
    char *chunk = chunk_take(heap, &heap->chunks, size);
    if (chunk == NULL) {
        size = CHUNK_LEAST;
        chunk = chunk_take(heap, &heap->chunks, size);
    }
    if (chunk == NULL) {
        return false;
    }
    if (left >= HEAP_GRAIN) {
        struct heap_piece *rest = (struct heap_piece *)(void *)heap->fresh;
        rest->next = heap->pieces[left / HEAP_GRAIN];
        heap->pieces[left / HEAP_GRAIN] = rest;
    }
    heap->fresh = chunk;
    heap->fresh_end = chunk + size;
    return true;
}

static void *piece_cut(struct heap *heap, size_t size) {
    if ((size_t)(heap->fresh_end - heap->fresh) < size && !chunk_begin(heap)) {
        return NULL;
    }
    void *piece = heap->fresh;
    heap->fresh += size;
    return piece;
}

void *heap_alloc(struct vm *vm, size_t size) {
    struct heap *heap = &vm->heap;
    if (size > HEAP_SMALL_MOST) {
        return chunk_take(heap, &heap->large, size);
    }
    size_t number = (size + HEAP_GRAIN - 1) / HEAP_GRAIN;
    number += number == 0;
    struct heap_piece *piece = heap->pieces[number];
    if (piece != NULL) {
        heap->pieces[number] = piece->next;
        return piece;
    }
    return piece_cut(heap, number * HEAP_GRAIN);
}

void heap_free(struct vm *vm, void *memory, size_t size) {
    if (memory == NULL) {
        return;
    }
    struct heap *heap = &vm->heap;
    if (size > HEAP_SMALL_MOST) {
        chunk_give_back(heap, &heap->large, memory, size);
        return;
    }
    size_t number = (size + HEAP_GRAIN - 1) / HEAP_GRAIN;
    number += number == 0;
    heap_lay_aside(heap, memory, number);
}

void *heap_resize(struct vm *vm, void *old, size_t old_size, size_t new_size) {
    if (old == NULL) {
        return heap_alloc(vm, new_size);
    }
    if (old_size > HEAP_SMALL_MOST && new_size > HEAP_SMALL_MOST) {
        return large_resize(&vm->heap, old, old_size, new_size);
    }
    void *memory = heap_alloc(vm, new_size);
    if (memory != NULL) {
        memcpy(memory, old, old_size < new_size ? old_size : new_size);
        heap_free(vm, old, old_size);
    }
    return memory;
}

int heap_has_room(struct vm *vm, size_t size) {
    return fits(&vm->heap, size);
}

void heap_count(struct vm *vm, ptrdiff_t bytes) {
    vm->heap.used += (size_t)bytes;
}

void heap_open_reserve(struct vm *vm) {
    struct heap *heap = &vm->heap;
    size_t beyond = heap->used > heap->limit ? heap->used - heap->limit : 0;
    size_t wanted = beyond + RESERVE_STEP;
    heap->reserve = wanted < RESERVE_MOST ? wanted : RESERVE_MOST;
}

static void chunks_free(struct heap_chunk *chunk) {
    while (chunk != NULL) {
        struct heap_chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
}

void heap_free_all(struct vm *vm) {
    chunks_free(vm->heap.chunks);
    chunks_free(vm->heap.large);
    vm->heap = (struct heap){.limit = vm->heap.limit};
}
