// The tape: what happens in a run, written down in 64-bit words as it happens.
//
// The machine appends lines, calls and stores; the loop appends all other events through
// trace/sink.h; trace/log.h reads them back as events. An event is a head word and [extra]
// further words, so most cost 8 or 16 bytes. The head, from the lowest bit:
//
//     kind: 8   extra: 8   small: 16   big: 32
//
// Words live in chunks that never move, so that appending needs no copying. An event never
// straddles two chunks. What does not fit a word (texts) is interned in [names] and held by id;
// a text id with the bit TAPE_TEXT_NUMBERED stands for "Task-n" and needs no interning.
#ifndef BASE_TAPE_H
#define BASE_TAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/names.h"

#define TAPE_CHUNK_WORDS 8192 // 64 KiB a chunk
#define TAPE_EXTRA_MOST  255  // further words of one event, at most

// The kinds that the machine writes. Kinds from TAPE_FIRST_FREE on belong to trace/event.def.
enum tape_kind {
    TAPE_PAD,       // the rest of this chunk is empty; not an event
    TAPE_LINE,      // small: line, big: frame; a line beyond 65535 stands in one extra word
    TAPE_SET_INT,   // small: low 16 bits of the name's id, big: frame; extra: int64, high name bits
    TAPE_SET_FLOAT, // as TAPE_SET_INT with the double's bits
    TAPE_SET_TEXT,  // as TAPE_SET_INT with the text's name id: the value's repr
    TAPE_CALL,      // small: file, big: frame; extra: function | line << 32, caller | task << 32
    TAPE_RETURN_INT, // big: frame; extra: int64
    TAPE_RETURN_FLOAT,
    TAPE_RETURN_TEXT,
    TAPE_RAISE, // big: frame; extra: text id of the exception's repr
    TAPE_FIRST_FREE = 16
};

// Texts that every tape knows under these ids.
enum tape_text {
    TAPE_TEXT_EMPTY, // also: no text
    TAPE_TEXT_NONE,  // "None"
    TAPE_TEXT_TRUE,
    TAPE_TEXT_FALSE,
    TAPE_TEXT_COUNT
};

#define TAPE_TEXT_NUMBERED 0x80000000u // | n: the text "Task-n"
#define TAPE_TEXT_TASK     0x40000000u // | n: the text "<Task 'Task-n'>"
#define TAPE_TEXT_SPACE    32          // bytes that such a text may need

struct tape_chunk {
    uint64_t first_event;             // number of the first event that begins here, from 0
    uint64_t words[TAPE_CHUNK_WORDS]; // ended by a TAPE_PAD word or by the chunk's end
};

struct tape {
    uint64_t *next, *end; // where the next word goes; the newest chunk's end
    uint64_t events;      // events written so far
    struct tape_chunk **chunks;
    size_t chunk_count, chunk_capacity;
    struct names *names; // texts of the events; owned
    bool counts_only;    // one chunk is written over and over, texts are not kept: see below
};

// Returns an empty tape, owned by the caller; tape_free(NULL) is fine.
struct tape *tape_new(void);
void tape_free(struct tape *tape);

// Returns a tape that only counts events, for runs that nobody looks at but that have a limit.
struct tape *tape_new_counting(void);

// Makes room for an event of [words] words in all; tape_append calls it.
void tape_grow(struct tape *tape, uint32_t words);

// Returns the id of [length] bytes of text in the tape's names.
uint32_t tape_text(struct tape *tape, const char *text, size_t length);

// As tape_text, cut after 200 characters: for the repr of a value.
uint32_t tape_repr(struct tape *tape, const char *text, size_t length);

// Returns the text of [id], null-terminated; its bytes in [*length] unless that is NULL. A
// numbered text is written into [space].
const char *tape_text_at(const struct tape *tape, uint32_t id, char space[TAPE_TEXT_SPACE],
                         size_t *length);

// Begins an event: writes its head and returns where its [extra] further words go.
static inline uint64_t *tape_append(struct tape *tape, unsigned kind, unsigned extra,
                                    uint16_t small, uint32_t big) {
    if (tape->end - tape->next < (ptrdiff_t)extra + 1) {
        tape_grow(tape, extra + 1);
    }
    uint64_t *word = tape->next;
    tape->next = word + extra + 1;
    tape->events++;
    *word = kind | (uint64_t)extra << 8 | (uint64_t)small << 16 | (uint64_t)big << 32;
    return word + 1;
}

// This [line] of [frame] is about to run.
static inline void tape_line(struct tape *tape, uint32_t frame, uint16_t line) {
    tape_append(tape, TAPE_LINE, 0, line, frame);
}

// Stores one variable: [kind] is TAPE_SET_INT, _FLOAT or _TEXT and [payload] fits it. Names whose
// id takes more than 16 bits cost one more word.
static inline void tape_set(struct tape *tape, enum tape_kind kind, uint32_t frame, uint32_t name,
                            uint64_t payload) {
    bool wide = name > UINT16_MAX;
    uint64_t *extra = tape_append(tape, kind, wide ? 2 : 1, (uint16_t)name, frame);
    extra[0] = payload;
    if (wide) {
        extra[1] = name;
    }
}

// A [frame] of the function [name] (a text id, as all here) begins at [line] of [file]; [caller]
// is the frame that called or awaits it and [task] whose it is, 0 where there is none.
static inline void tape_call(struct tape *tape, uint32_t frame, uint16_t file, uint32_t name,
                             uint32_t line, uint32_t caller, uint32_t task) {
    uint64_t *extra = tape_append(tape, TAPE_CALL, 2, file, frame);
    extra[0] = name | (uint64_t)line << 32;
    extra[1] = caller | (uint64_t)task << 32;
}

// The [frame] ends with a value: [kind] is TAPE_RETURN_INT, _FLOAT or _TEXT, [payload] fits it.
static inline void tape_return(struct tape *tape, enum tape_kind kind, uint32_t frame,
                               uint64_t payload) {
    *tape_append(tape, kind, 1, 0, frame) = payload;
}

// An exception with this [repr] leaves [frame].
static inline void tape_raise(struct tape *tape, uint32_t frame, uint32_t repr) {
    *tape_append(tape, TAPE_RAISE, 1, 0, frame) = repr;
}

// The parts of a head word.
static inline unsigned tape_head_kind(uint64_t head) {
    return head & 0xFF;
}
static inline unsigned tape_head_extra(uint64_t head) {
    return head >> 8 & 0xFF;
}
static inline uint16_t tape_head_small(uint64_t head) {
    return (uint16_t)(head >> 16);
}
static inline uint32_t tape_head_big(uint64_t head) {
    return (uint32_t)(head >> 32);
}

#endif
