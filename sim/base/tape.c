#include "base/tape.h"

#include <stdio.h>

#include "base/mem.h"
#include "base/utf8.h"

#define REPR_MOST 200 // characters of a value that are kept

static const char *const known_texts[TAPE_TEXT_COUNT] = {"", "None", "True", "False"};

struct tape *tape_new(void) {
    struct tape *tape = mem_zalloc(1, sizeof *tape);
    tape->names = names_new();
    for (size_t i = 0; i < TAPE_TEXT_COUNT; i++) {
        names_get(tape->names, known_texts[i], strlen(known_texts[i]));
    }
    return tape;
}

struct tape *tape_new_counting(void) {
    struct tape *tape = tape_new();
    tape->counts_only = true;
    return tape;
}

void tape_free(struct tape *tape) {
    if (tape == NULL) {
        return;
    }
    for (size_t i = 0; i < tape->chunk_count; i++) {
        mem_free(tape->chunks[i]);
    }
    mem_free(tape->chunks);
    names_free(tape->names);
    mem_free(tape);
}

void tape_grow(struct tape *tape, uint32_t words) {
    if (tape->counts_only && tape->chunk_count == 1) {
        tape->next = tape->chunks[0]->words;
        return;
    }
    (void)words; // an event has at most 1 + TAPE_EXTRA_MOST words, a new chunk takes any
    if (tape->next != tape->end) {
        *tape->next = TAPE_PAD;
    }
    if (tape->chunk_count == tape->chunk_capacity) {
        tape->chunk_capacity = tape->chunk_capacity == 0 ? 64 : tape->chunk_capacity * 2;
        tape->chunks = mem_resize(tape->chunks, tape->chunk_capacity, sizeof *tape->chunks);
    }
    struct tape_chunk *chunk = mem_alloc(sizeof *chunk);
    chunk->first_event = tape->events;
    tape->chunks[tape->chunk_count++] = chunk;
    tape->next = chunk->words;
    tape->end = chunk->words + TAPE_CHUNK_WORDS;
}

uint32_t tape_text(struct tape *tape, const char *text, size_t length) {
    return tape->counts_only ? TAPE_TEXT_EMPTY : names_get(tape->names, text, length)->id;
}

uint32_t tape_repr(struct tape *tape, const char *text, size_t length) {
    size_t kept = length <= REPR_MOST ? length : utf8_offset(text, length, REPR_MOST);
    return tape_text(tape, text, kept);
}

const char *tape_text_at(const struct tape *tape, uint32_t id, char space[TAPE_TEXT_SPACE],
                         size_t *length) {
    const uint32_t numbered = TAPE_TEXT_NUMBERED | TAPE_TEXT_TASK;
    if ((id & numbered) != 0) {
        const char *format = (id & TAPE_TEXT_TASK) != 0 ? "<Task 'Task-%u'>" : "Task-%u";
        int written = snprintf(space, TAPE_TEXT_SPACE, format, (unsigned)(id & ~numbered));
        if (length != NULL) {
            *length = (size_t)written;
        }
        return space;
    }
    const struct name *name = names_at(tape->names, id);
    if (length != NULL) {
        *length = name->length;
    }
    return name->text;
}
