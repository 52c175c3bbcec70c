#include "trace/log.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/mem.h"
#include "base/number.h"
#include "base/vec.h"
#include "trace/sink.h"

struct log {
    const struct tape *tape;
    struct {
        uint32_t *items; // of every complete chunk asked about: the kinds in it, bits 1 << kind
        size_t count, capacity;
    } kinds;
};

// The kind of event that each kind of word begins; EVENT_KIND_COUNT for words that begin none.
static const uint8_t event_kinds[256] = {
    [TAPE_PAD] = EVENT_KIND_COUNT,
    [TAPE_LINE] = EVENT_LINE,
    [TAPE_SET_INT] = EVENT_SET,
    [TAPE_SET_FLOAT] = EVENT_SET,
    [TAPE_SET_TEXT] = EVENT_SET,
    [TAPE_CALL] = EVENT_CALL,
    [TAPE_RETURN_INT] = EVENT_RETURN,
    [TAPE_RETURN_FLOAT] = EVENT_RETURN,
    [TAPE_RETURN_TEXT] = EVENT_RETURN,
    [TAPE_RAISE] = EVENT_RAISE,
    [SINK_TIME] = EVENT_KIND_COUNT,
    [SINK_TICK] = EVENT_TICK,
    [SINK_READY] = EVENT_READY,
    [SINK_TIMER] = EVENT_TIMER,
    [SINK_DUE] = EVENT_DUE,
    [SINK_DROP] = EVENT_DROP,
    [SINK_RUN] = EVENT_RUN,
    [SINK_BACK] = EVENT_BACK,
    [SINK_END] = EVENT_END,
    [SINK_TASK] = EVENT_TASK,
    [SINK_FUTURE] = EVENT_FUTURE,
    [SINK_WAIT] = EVENT_WAIT,
    [SINK_DONE] = EVENT_DONE,
    [SINK_CANCEL] = EVENT_CANCEL,
    [SINK_RENAME] = EVENT_RENAME,
    [SINK_OUT] = EVENT_OUT,
    [SINK_WARN] = EVENT_WARN,
};

// The decoders: each fills in what its words hold; kind, id and zeros are there already.

static void decode_line(const uint64_t *word, struct event *event) {
    event->line = tape_head_extra(*word) != 0 ? (uint32_t)word[1] : tape_head_small(*word);
}

static void decode_set(const uint64_t *word, struct event *event) {
    event->name = tape_head_extra(*word) > 1 ? (uint32_t)word[2] : tape_head_small(*word);
    event->value_kind = (uint8_t)(EVENT_VALUE_INT + tape_head_kind(*word) - TAPE_SET_INT);
    event->value = word[1];
}

static void decode_call(const uint64_t *word, struct event *event) {
    event->file = tape_head_small(*word);
    event->text = (uint32_t)word[1];
    event->line = (uint32_t)(word[1] >> 32);
    event->other = (uint32_t)word[2];
    event->task = (uint32_t)(word[2] >> 32);
}

static void decode_return(const uint64_t *word, struct event *event) {
    event->value_kind = (uint8_t)(EVENT_VALUE_INT + tape_head_kind(*word) - TAPE_RETURN_INT);
    event->value = word[1];
}

static void decode_raise(const uint64_t *word, struct event *event) {
    event->value_kind = EVENT_VALUE_TEXT;
    event->value = word[1];
}

static void decode_tick(const uint64_t *word, struct event *event) {
    event->id = 0;
    event->number = tape_head_big(*word) | (uint64_t)tape_head_small(*word) << 32;
    event->has_time = true;
    event->time = (int64_t)word[1];
}

static void decode_callback(unsigned small, uint64_t whose, struct event *event) {
    event->choice = (uint8_t)small;
    event->task = (uint32_t)whose;
    if ((small & SINK_LIB) != 0) {
        event->lib = (uint32_t)(whose >> 32);
    } else {
        event->name = (uint32_t)(whose >> 32);
    }
}

static void decode_ready(const uint64_t *word, struct event *event) {
    decode_callback(tape_head_small(*word), word[1], event);
}

static void decode_timer(const uint64_t *word, struct event *event) {
    event->when = (int64_t)word[1];
    decode_callback(tape_head_small(*word), word[2], event);
}

static void decode_id(const uint64_t *word, struct event *event) {
    event->choice = (uint8_t)tape_head_small(*word);
}

static void decode_task(const uint64_t *word, struct event *event) {
    event->name = (uint32_t)word[1];
    event->text = (uint32_t)(word[1] >> 32);
    event->other = tape_head_extra(*word) > 1 ? (uint32_t)word[2] : 0;
}

static void decode_future(const uint64_t *word, struct event *event) {
    event->text = tape_head_extra(*word) != 0 ? (uint32_t)word[1] : tape_head_small(*word);
}

static void decode_other(const uint64_t *word, struct event *event) {
    event->other = tape_head_extra(*word) != 0 ? (uint32_t)word[1] : 0;
}

static void decode_done(const uint64_t *word, struct event *event) {
    event->choice = (uint8_t)tape_head_small(*word);
    event->value_kind = (uint8_t)(tape_head_small(*word) >> 8);
    bool given = tape_head_extra(*word) != 0;
    uint64_t none = event->value_kind == EVENT_VALUE_TEXT ? TAPE_TEXT_NONE : 0;
    event->value = given ? word[1] : none;
}

static void decode_rename(const uint64_t *word, struct event *event) {
    event->name = (uint32_t)word[1];
}

static void decode_out(const uint64_t *word, struct event *event) {
    event->id = 0;
    event->choice = (uint8_t)tape_head_small(*word);
    event->text = tape_head_big(*word);
}

static void decode_warn(const uint64_t *word, struct event *event) {
    event->id = 0;
    event->text = tape_head_big(*word);
    event->name = tape_head_extra(*word) != 0 ? (uint32_t)word[1] : 0;
}

static void (*const decoders[EVENT_KIND_COUNT])(const uint64_t *, struct event *) = {
    [EVENT_TICK] = decode_tick,     [EVENT_READY] = decode_ready,   [EVENT_TIMER] = decode_timer,
    [EVENT_DUE] = decode_id,        [EVENT_DROP] = decode_id,       [EVENT_RUN] = decode_id,
    [EVENT_BACK] = decode_id,       [EVENT_END] = decode_id,        [EVENT_TASK] = decode_task,
    [EVENT_FUTURE] = decode_future, [EVENT_WAIT] = decode_other,    [EVENT_DONE] = decode_done,
    [EVENT_CANCEL] = decode_other,  [EVENT_RENAME] = decode_rename, [EVENT_CALL] = decode_call,
    [EVENT_LINE] = decode_line,     [EVENT_SET] = decode_set,       [EVENT_RETURN] = decode_return,
    [EVENT_RAISE] = decode_raise,   [EVENT_OUT] = decode_out,       [EVENT_WARN] = decode_warn,
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
    event->kind = event_kinds[tape_head_kind(*word)];
    event->id = tape_head_big(*word);
    decoders[event->kind](word, event);
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
        unsigned kind = event_kinds[tape_head_kind(word_at(&cursor))];
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
            unsigned kind = event_kinds[tape_head_kind(words[i])];
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
