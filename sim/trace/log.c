#include "trace/log.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/mem.h"
#include "base/number.h"
#include "base/vec.h"
#include "trace/decode.h"
#include "trace/sink.h"

struct log {
    const struct tape *tape;
    struct {
        uint32_t *items; // of every complete chunk asked about: the kinds in it, bits 1 << kind
        size_t count, capacity;
    } kinds;
};

struct log *log_new(const struct tape *tape) {
    struct log *log = mem_zalloc(1, sizeof *log);
    log->tape = tape;
    return log;
}

void log_free(struct log *log) {
    if (log == NULL) {
        return;
    }
    vec_free(&log->kinds);
    mem_free(log);
}

uint64_t log_count(const struct log *log) {
    return log->tape->events;
}

bool log_is_ended(const struct log *log) {
    struct event event;
    return log->tape->events != 0 && log_read(log, log->tape->events - 1, &event) &&
           event.kind == EVENT_END;
}

bool log_read(const struct log *log, uint64_t k, struct event *event) {
    struct log_cursor cursor = log_from(log, k);
    return log_next(&cursor, event);
}

// Where the words of chunk number [chunk] end.
static uint32_t chunk_end(const struct tape *tape, size_t chunk) {
    bool newest = chunk + 1 == tape->chunk_count;
    return newest ? (uint32_t)(tape->next - tape->chunks[chunk]->words) : TAPE_CHUNK_WORDS;
}

static uint64_t word_at(const struct log_cursor *cursor) {
    return cursor->tape->chunks[cursor->chunk]->words[cursor->word];
}

// Moves the cursor to the next word that belongs to an event or dates one; false at the end.
static bool find_word(struct log_cursor *cursor) {
    const struct tape *tape = cursor->tape;
    while (cursor->chunk < tape->chunk_count) {
        if (cursor->word < chunk_end(tape, cursor->chunk) &&
            tape_head_kind(word_at(cursor)) != TAPE_PAD) {
            return true;
        }
        if (cursor->chunk + 1 == tape->chunk_count) {
            return false; // It stays here, since more words may come.
        }
        cursor->chunk++;
        cursor->word = 0;
    }
    return false;
}

// Passes over the words of the next event.
static bool skip(struct log_cursor *cursor) {
    unsigned kind;
    do {
        if (!find_word(cursor)) {
            return false;
        }
        uint64_t head = word_at(cursor);
        kind = tape_head_kind(head);
        cursor->word += 1 + tape_head_extra(head);
    } while (kind == SINK_TIME);
    cursor->next++;
    return true;
}

// The chunk in which event number [k] is, if there is one.
static size_t chunk_of(const struct tape *tape, uint64_t k) {
    size_t low = 0, high = tape->chunk_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (tape->chunks[middle]->first_event <= k) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

struct log_cursor log_from(const struct log *log, uint64_t k) {
    struct log_cursor cursor = {.tape = log->tape};
    if (log->tape->chunk_count == 0) {
        return cursor;
    }
    cursor.chunk = chunk_of(log->tape, k);
    cursor.next = log->tape->chunks[cursor.chunk]->first_event;
    while (cursor.next < k && skip(&cursor)) {
    }
    return cursor;
}

bool log_next(struct log_cursor *cursor, struct event *event) {
    *event = (struct event){0};
    if (cursor->next >= cursor->tape->events || !find_word(cursor)) {
        return false;
    }
    const uint64_t *word = cursor->tape->chunks[cursor->chunk]->words + cursor->word;
    if (tape_head_kind(*word) == SINK_TIME) {
        cursor->word += 2;
        int64_t time = (int64_t)word[1];
        bool found = log_next(cursor, event);
        event->has_time = true;
        event->time = event->kind == EVENT_TICK ? event->time : time;
        return found;
    }
    decode_event(word, event);
    cursor->word += 1 + tape_head_extra(*word);
    cursor->next++;
    return true;
}

// Returns the number of the first or, if [last], the last event in [cursor]'s chunk, from the
// cursor to event number [end] exclusively, that is looked for.
static uint64_t find_in_chunk(struct log_cursor cursor, uint64_t end,
                              const struct log_search *search, bool last) {
    uint64_t found = LOG_NONE;
    size_t chunk = cursor.chunk;
    struct event event;
    while (cursor.next < end && (found == LOG_NONE || last) && find_word(&cursor) &&
           cursor.chunk == chunk) {
        uint64_t k = cursor.next;
        unsigned kind = decode_kind(word_at(&cursor));
        if (kind < EVENT_KIND_COUNT && (search->kinds >> kind & 1) == 0) {
            skip(&cursor);
        } else if (log_next(&cursor, &event) && (search->kinds >> event.kind & 1) != 0 &&
                   (search->fits == NULL || search->fits(search->context, &event, k))) {
            found = k;
        }
    }
    return found;
}

// The kinds of event in chunk number [chunk], as bits; all bits for the one that still grows.
static uint32_t kinds_in(struct log *log, size_t chunk) {
    while (log->kinds.count <= chunk && log->kinds.count + 1 < log->tape->chunk_count) {
        uint32_t kinds = 0;
        const uint64_t *words = log->tape->chunks[log->kinds.count]->words;
        for (uint32_t i = 0; i < TAPE_CHUNK_WORDS && tape_head_kind(words[i]) != TAPE_PAD;
             i += 1 + tape_head_extra(words[i])) {
            unsigned kind = decode_kind(words[i]);
            kinds |= kind < EVENT_KIND_COUNT ? 1u << kind : 0;
        }
        *vec_push(&log->kinds) = kinds;
    }
    return chunk < log->kinds.count ? log->kinds.items[chunk] : UINT32_MAX;
}

uint64_t log_find(struct log *log, uint64_t from, const struct log_search *search) {
    struct log_cursor cursor = log_from(log, from);
    while (cursor.chunk < log->tape->chunk_count) {
        if ((kinds_in(log, cursor.chunk) & search->kinds) != 0) {
            uint64_t found = find_in_chunk(cursor, log->tape->events, search, false);
            if (found != LOG_NONE) {
                return found;
            }
        }
        cursor.chunk++;
        cursor.word = 0;
        if (cursor.chunk < log->tape->chunk_count) {
            cursor.next = log->tape->chunks[cursor.chunk]->first_event;
        }
    }
    return LOG_NONE;
}

uint64_t log_find_back(struct log *log, uint64_t from, const struct log_search *search) {
    const struct tape *tape = log->tape;
    if (from == 0 || tape->chunk_count == 0) {
        return LOG_NONE;
    }
    for (size_t chunk = chunk_of(tape, from - 1) + 1; chunk-- > 0;) {
        if ((kinds_in(log, chunk) & search->kinds) == 0) {
            continue;
        }
        struct log_cursor cursor = {tape, chunk, 0, tape->chunks[chunk]->first_event};
        uint64_t found = find_in_chunk(cursor, from, search, true);
        if (found != LOG_NONE) {
            return found;
        }
    }
    return LOG_NONE;
}

const char *log_text(const struct log *log, uint32_t id, char space[LOG_VALUE_SPACE],
                     size_t *length) {
    return tape_text_at(log->tape, id, space, length);
}

const char *log_value(const struct log *log, enum event_value kind, uint64_t value,
                      char space[LOG_VALUE_SPACE], size_t *length) {
    size_t written = 0;
    double number;
    switch (kind) {
    case EVENT_VALUE_ABSENT:
        space[0] = '\0';
        break;
    case EVENT_VALUE_INT:
        written = (size_t)snprintf(space, LOG_VALUE_SPACE, "%" PRId64, (int64_t)value);
        break;
    case EVENT_VALUE_FLOAT:
        memcpy(&number, &value, sizeof number);
        written = number_float_repr(number, space);
        break;
    case EVENT_VALUE_TEXT:
        return log_text(log, (uint32_t)value, space, length);
    }
    if (length != NULL) {
        *length = written;
    }
    return space;
}
