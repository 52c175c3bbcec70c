#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *checked(void *memory, size_t size) {
    if (memory == NULL && size != 0) {
        fprintf(stderr,
                "loopscope: out of memory (%zu bytes were asked for): close other "
                "programs, or record less with --limit or --detail schedule\n",
                size);
        exit(2);
    }
    return memory;
}

void *mem_alloc(size_t size) {
    return checked(malloc(size == 0 ? 1 : size), size);
}

void *mem_zalloc(size_t count, size_t size) {
    return checked(calloc(count == 0 ? 1 : count, size == 0 ? 1 : size), size);
}

void *mem_resize(void *old, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size) {
        return checked(NULL, SIZE_MAX);
    }
    size_t bytes = count * size;
    return checked(realloc(old, bytes == 0 ? 1 : bytes), bytes);
}

char *mem_copy_text(const char *text, size_t length) {
    char *copy = mem_alloc(length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

void mem_free(void *memory) {
    free(memory);
}
