// A growing array of any type, as a struct of three fields:
//
//     struct { struct token *items; size_t count, capacity; } tokens = {0};
//     *vec_push(&tokens) = token;
//     vec_free(&tokens);
//
// The element type is that of [items]; the struct owns them.
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

#include "base/mem.h"

// Grows [items] so that one more element fits; use vec_push instead.
void vec_grow(void **items, size_t *capacity, size_t count, size_t size);

// Adds one element, uninitialised, and gives its address.
#define vec_push(vec)                                                                              \
    (((vec)->count == (vec)->capacity                                                              \
          ? vec_grow((void **)&(vec)->items, &(vec)->capacity, (vec)->count, sizeof *(vec)->items) \
          : (void)0),                                                                              \
     &(vec)->items[(vec)->count++])

// The last element; there must be one.
#define vec_last(vec) ((vec)->items[(vec)->count - 1])

// Removes the last element and gives it.
#define vec_pop(vec) ((vec)->items[--(vec)->count])

// Gives back the memory; the array is then empty.
#define vec_free(vec)                                                                              \
    (mem_free((vec)->items), (vec)->items = NULL, (vec)->count = 0, (vec)->capacity = 0)

#endif
