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

// Returns [size] bytes, uninitialised, or NULL. Give back with heap_free and the same size.
void *heap_alloc(struct vm *vm, size_t size);

// Resizes, keeping the contents; on failure NULL is returned and [old] is untouched.
void *heap_resize(struct vm *vm, void *old, size_t old_size, size_t new_size);

void heap_free(struct vm *vm, void *memory, size_t size);

// Would [size] more bytes fit? Ask before making GMP or other libraries allocate.
int heap_has_room(struct vm *vm, size_t size);

#endif
