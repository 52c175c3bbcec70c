#include "loop/ready.h"

#include <assert.h>

void ready_push(struct ready *ready, struct handle *handle) {
    handle->next = NULL;
    if (ready->last == NULL) {
        ready->first = handle;
    } else {
        ready->last->next = handle;
    }
    ready->last = handle;
    ready->count++;
}

struct handle *ready_pop(struct ready *ready) {
    struct handle *handle = ready->first;
    assert(handle != NULL && "the ready queue is not empty");
    ready->first = handle->next;
    if (ready->first == NULL) {
        ready->last = NULL;
    }
    handle->next = NULL;
    ready->count--;
    return handle;
}
