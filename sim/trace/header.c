#include "trace/header.h"

#include <string.h>

#include "base/mem.h"
#include "base/vec.h"

static char *copy(const char *text) {
    return mem_copy_text(text, strlen(text));
}

void header_init(struct trace_header *header, const char *model, const char *epoch,
                 enum trace_detail detail) {
    *header = (struct trace_header){
        .producer = copy("loopscope " LOOPSCOPE_VERSION),
        .runtime = copy("sim"),
        .model = copy(model),
        .clock = copy("virtual"),
        .epoch = copy(epoch),
        .detail = detail,
    };
}

uint32_t header_add_file(struct trace_header *header, const char *path, const char *text,
                         size_t length) {
    *vec_push(&header->files) = (struct trace_file){
        .path = copy(path),
        .text = mem_copy_text(text, length),
        .length = length,
    };
    return (uint32_t)header->files.count - 1;
}

void header_free(struct trace_header *header) {
    mem_free(header->producer);
    mem_free(header->runtime);
    mem_free(header->model);
    mem_free(header->clock);
    mem_free(header->epoch);
    for (size_t i = 0; i < header->files.count; i++) {
        mem_free(header->files.items[i].path);
        mem_free(header->files.items[i].text);
    }
    vec_free(&header->files);
    *header = (struct trace_header){0};
}
