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

#define HEAP_GRAIN      16  // sizes are rounded up to multiples of this
#define HEAP_SMALL_MOST 512 // larger pieces are malloc's
#define HEAP_CLASSES    (HEAP_SMALL_MOST / HEAP_GRAIN + 1)

struct heap_piece;
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
