// The learner's memory: objects and what they own, counted against a limit (--memory).
//
// Unlike base/mem.h these functions return NULL when the limit is reached or the system has no
// more; the caller then gives up what it began and returns raise_memory(vm).
// Small sizes come from free lists in chunks; heap_free_all gives back everything at once, so that
// objects left in circles need no walk. Under AddressSanitizer every piece is malloc's own.
#ifndef VM_HEAP_H
#define VM_HEAP_H

#include <stddef.h>

struct vm;

#define HEAP_GRAIN   16 // sizes are rounded up to multiples of this
#define HEAP_CLASSES 33

#ifdef LOOPSCOPE_SANITIZE
#define HEAP_SMALL_MOST 0 // every piece is malloc's, so that AddressSanitizer sees each
#else
#define HEAP_SMALL_MOST (HEAP_GRAIN * (HEAP_CLASSES - 1)) // larger pieces are malloc's
#endif

// A piece that waits to be used again.
struct heap_piece {
    struct heap_piece *next;
};

struct heap_chunk;

struct heap {
    struct heap_piece *pieces[HEAP_CLASSES]; // free pieces by size / HEAP_GRAIN
    char *fresh, *fresh_end;                 // what is left of the newest chunk
    struct heap_chunk *chunks;               // all chunks that small pieces are cut from
    struct heap_chunk *large;                // all large pieces: a circle-free doubly linked list
    size_t used, limit;                      // bytes given out; the most that may be
    size_t reserve; // bytes beyond the limit that small pieces may take: see heap_open_reserve
};

// Returns [size] bytes, uninitialised, or NULL. Give back with heap_free and the same size.
void *heap_alloc(struct vm *vm, size_t size);

// Resizes, keeping the contents; on failure NULL is returned and [old] is untouched.
void *heap_resize(struct vm *vm, void *old, size_t old_size, size_t new_size);

// NULL is fine.
void heap_free(struct vm *vm, void *memory, size_t size);

// The number of the list that pieces of [size] bytes, which is neither 0 nor above HEAP_SMALL_MOST,
// wait in.
static inline size_t heap_class(size_t size) {
    return (size + HEAP_GRAIN - 1) / HEAP_GRAIN;
}

// A piece of that list, or NULL if it is empty: heap_alloc finds one then.
static inline void *heap_take(struct heap *heap, size_t number) {
    struct heap_piece *piece = heap->pieces[number];
    if (piece != NULL) {
        heap->pieces[number] = piece->next;
    }
    return piece;
}

// Puts a piece of that list's size there.
static inline void heap_lay_aside(struct heap *heap, void *memory, size_t number) {
    struct heap_piece *piece = memory;
    piece->next = heap->pieces[number];
    heap->pieces[number] = piece;
}

// Would [size] more bytes fit? Ask before making GMP or other libraries allocate.
int heap_has_room(struct vm *vm, size_t size);

// Counts memory that another library holds for the learner's objects; negative when given back.
void heap_count(struct vm *vm, ptrdiff_t bytes);

// Lets small objects go a little beyond the limit, so that a program that has run out of memory can
// still handle its MemoryError. raise_memory calls it.
void heap_open_reserve(struct vm *vm);

// Gives back everything. Only vm_free calls it.
void heap_free_all(struct vm *vm);

#endif
