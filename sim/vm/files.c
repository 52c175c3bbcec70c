// Source texts by path. There are few and they are asked for seldom, so they are simply searched.
#include "vm/files.h"

#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "vm/state.h"

void files_add(struct vm *vm, const char *path, const char *text, size_t length) {
    struct file *file = vec_push(&vm->files);
    file->path = mem_copy_text(path, strlen(path));
    file->text = mem_copy_text(text, length);
    file->length = length;
}

static const struct file *find(const struct vm *vm, const char *path) {
    for (size_t i = 0; i < vm->files.count; i++) {
        if (strcmp(vm->files.items[i].path, path) == 0) {
            return &vm->files.items[i];
        }
    }
    return NULL;
}

// Lines are found by walking, since they are asked for only when something went wrong.
bool files_line(const struct vm *vm, const char *path, int line, const char **text,
                size_t *length) {
    const struct file *file = find(vm, path);
    if (file == NULL || line < 1) {
        return false;
    }
    const char *at = file->text, *end = file->text + file->length;
    while (--line > 0 && at != NULL) {
        at = memchr(at, '\n', (size_t)(end - at));
        at = at == NULL ? NULL : at + 1;
    }
    if (at == NULL || at >= end) {
        return false;
    }
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    *text = at;
    *length = (size_t)((stop == NULL ? end : stop) - at);
    if (*length > 0 && at[*length - 1] == '\r') {
        --*length;
    }
    return true;
}

void files_free(struct vm *vm) {
    for (size_t i = 0; i < vm->files.count; i++) {
        mem_free(vm->files.items[i].path);
        mem_free(vm->files.items[i].text);
    }
    vec_free(&vm->files);
}
