// Memory for the program itself: allocation that never returns NULL.
//
// Everything but the learner's own objects (see vm/heap.h, where running out is a MemoryError)
// is allocated here. When the system has no memory left, one sentence goes to stderr and the
// process exits with status 2 through exit(), so that atexit handlers restore the terminal.
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

// Returns [size] bytes, uninitialised; never NULL. Give them back with mem_free.
void *mem_alloc(size_t size);

// Returns [count] * [size] zeroed bytes; never NULL. Checks the product for overflow.
void *mem_zalloc(size_t count, size_t size);

// Returns [old] resized to [count] * [size] bytes, contents kept; [old] may be NULL.
void *mem_resize(void *old, size_t count, size_t size);

// Returns a copy of [length] bytes at [text] with a null byte after them.
char *mem_copy_text(const char *text, size_t length);

// Gives back what the functions above returned; NULL is fine.
void mem_free(void *memory);

#endif
