#include "trace/reader_event.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/tape.h"

#define NANOSECONDS  1e9
#define SECONDS_MOST 9e9 // some 285 years; more would not fit 64 bits of nanoseconds
#define COUNT_MOST   ((double)((uint64_t)1 << 48))
#define LINE_MOST    INT32_MAX // of a source file
#define ID_AHEAD     1000      // ids may be this much larger …
#define IDS_PER_LINE 16        // … than so many for each line; it bounds the memory for them

// What is being read: one key of one event.
struct place {
    struct reader_known *known;
    const struct event_key *key;
    struct event *event;
    const char *kind; // the event's name
    char *why;
};

__attribute__((format(printf, 2, 3))) static bool refuse(const struct place *at, const char *format,
                                                         ...) {
    int length = snprintf(at->why, JSON_WHY_SIZE, "\"%s\" of \"%s\" ", at->key->name, at->kind);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(at->why + length, JSON_WHY_SIZE - (size_t)length, format, arguments);
    va_end(arguments);
    return false;
}

// Reads a whole number up to [most].
static bool read_whole(const struct place *at, const struct json_t *value, double most,
                       uint64_t *number) {
    double real;
    if (!json_get_number(value, &real) || !(real >= 0) || real != floor(real)) {
        return refuse(at, "is not a whole number");
    }
    if (real > most) {
        return refuse(at, "is too large");
    }
    *number = (uint64_t)real;
    return true;
}

static bool read_seconds(const struct place *at, const struct json_t *value, int64_t *time) {
    double real;
    if (!json_get_number(value, &real) || !isfinite(real)) {
        return refuse(at, "is not a number of seconds");
    }
    if (fabs(real) > SECONDS_MOST) {
        return refuse(at, "is too large");
    }
    // Taken apart so that nanoseconds are exact even where the whole has more than 53 bits.
    double whole = floor(real);
    *time = (int64_t)whole * (int64_t)NANOSECONDS + llround((real - whole) * NANOSECONDS);
    return true;
}

static bool read_time(const struct place *at, const struct json_t *value) {
    if (at->event->kind == EVENT_TIMER && strcmp(at->key->name, "when") == 0) {
        return read_seconds(at, value, &at->event->when);
    }
    if (!read_seconds(at, value, &at->event->time)) {
        return false;
    }
    if (at->event->time < at->known->time) {
        return refuse(at, "goes back in time");
    }
    at->event->has_time = true;
    at->known->time = at->event->time;
    return true;
}

static bool read_count(const struct place *at, const struct json_t *value) {
    if (!read_whole(at, value, COUNT_MOST, &at->event->number)) {
        return false;
    }
    if (at->event->number <= at->known->tick) {
        return refuse(at, "does not count on from %" PRIu64, at->known->tick);
    }
    at->known->tick = at->event->number;
    return true;
}

// Interns a text; "Task-n" needs none.
static uint32_t intern(struct tape *tape, const char *text, size_t length) {
    if (length > 5 && length < 14 && memcmp(text, "Task-", 5) == 0 && text[5] != '0') {
        uint32_t number = 0;
        size_t i = 5;
        for (; i < length && text[i] >= '0' && text[i] <= '9'; i++) {
            number = number * 10 + (uint32_t)(text[i] - '0');
        }
        if (i == length) {
            return TAPE_TEXT_NUMBERED | number;
        }
    }
    return tape_text(tape, text, length);
}

static bool read_text(const struct place *at, const struct json_t *value) {
    size_t length;
    const char *text = json_get_text(value, &length);
    if (text == NULL) {
        return refuse(at, "is not a text");
    }
    event_set_field(at->event, at->key, intern(at->known->tape, text, length));
    return true;
}

// Is the text a number as the machine itself would have recorded it, so that one word holds it?
static bool is_int(const char *text, size_t length, int64_t *number) {
    char again[24];
    if (length == 0 || length > 20 || sscanf(text, "%" SCNd64, number) != 1) {
        return false;
    }
    int written = snprintf(again, sizeof again, "%" PRId64, *number);
    return (size_t)written == length && memcmp(again, text, length) == 0;
}

static bool read_value(const struct place *at, const struct json_t *value) {
    struct event *event = at->event;
    size_t length;
    const char *text = json_get_text(value, &length);
    int64_t number;
    if (event->kind == EVENT_DONE && (text != NULL || json_is_nothing(value)) && length == 0) {
        event->value_kind = EVENT_VALUE_ABSENT;
    } else if (text == NULL) {
        return refuse(at, "is not a text");
    } else if (event->kind != EVENT_RAISE && is_int(text, length, &number)) {
        event->value_kind = EVENT_VALUE_INT;
        event->value = (uint64_t)number;
    } else {
        event->value_kind = EVENT_VALUE_TEXT;
        event->value = intern(at->known->tape, text, length);
    }
    return true;
}

static bool read_choice(const struct place *at, const struct json_t *value) {
    const char *const *names = event_choices(at->key->type);
    const char *text = json_get_text(value, NULL);
    for (uint8_t i = 0; text != NULL && names[i] != NULL; i++) {
        if (strcmp(names[i], text) == 0) {
            at->event->choice = i;
            return true;
        }
    }
    return refuse(at, "is none of \"%s\", \"%s\", …", names[0], names[1]);
}

static bool read_limited(const struct place *at, const struct json_t *value) {
    uint64_t number;
    if (!read_whole(at, value, LINE_MOST, &number)) {
        return false;
    }
    if (at->key->type == EVENT_TYPE_FILE && number >= at->known->files) {
        return refuse(at, "is %" PRIu64 ", but the header has %zu files", number, at->known->files);
    }
    event_set_field(at->event, at->key, (uint32_t)number);
    return true;
}

// The ids of its sort that were given out.
static struct pile *pile_of(const struct place *at) {
    struct reader_known *known = at->known;
    enum event_type type = at->key->type;
    if (type == EVENT_TYPE_HANDLE || type == EVENT_TYPE_HANDLE_NEW) {
        return &known->handles;
    }
    bool is_frame = type == EVENT_TYPE_FRAME || type == EVENT_TYPE_FRAME_NEW;
    return is_frame ? &known->frames : &known->tasks;
}

static bool is_new(enum event_type type) {
    return type == EVENT_TYPE_HANDLE_NEW || type == EVENT_TYPE_TASK_NEW ||
           type == EVENT_TYPE_FRAME_NEW;
}

static bool read_id(const struct place *at, const struct json_t *value) {
    uint64_t id;
    double most = (double)(ID_AHEAD + IDS_PER_LINE * at->known->lines);
    if (at->key->type == EVENT_TYPE_TASK_OR_NULL && json_is_nothing(value)) {
        return true;
    }
    if (!read_whole(at, value, most < UINT32_MAX ? most : UINT32_MAX, &id)) {
        return false;
    }
    if (id == 0) {
        return refuse(at, "is 0; ids count from 1");
    }
    bool *is_known = pile_reach(pile_of(at), (uint32_t)id);
    if (*is_known == is_new(at->key->type)) {
        return refuse(at,
                      *is_known ? "is %" PRIu64 ", which was given out before"
                                : "is %" PRIu64 ", which was never given out",
                      id);
    }
    *is_known = true;
    event_set_field(at->event, at->key, (uint32_t)id);
    return true;
}

static bool (*const read_types[])(const struct place *, const struct json_t *) = {
    [EVENT_TYPE_COUNT] = read_count,     [EVENT_TYPE_TIME] = read_time,
    [EVENT_TYPE_HANDLE] = read_id,       [EVENT_TYPE_HANDLE_NEW] = read_id,
    [EVENT_TYPE_TASK] = read_id,         [EVENT_TYPE_TASK_NEW] = read_id,
    [EVENT_TYPE_TASK_OR_NULL] = read_id, [EVENT_TYPE_FRAME] = read_id,
    [EVENT_TYPE_FRAME_NEW] = read_id,    [EVENT_TYPE_FILE] = read_limited,
    [EVENT_TYPE_LINE] = read_limited,    [EVENT_TYPE_TEXT] = read_text,
    [EVENT_TYPE_VALUE] = read_value,     [EVENT_TYPE_WHAT] = read_choice,
    [EVENT_TYPE_BACK] = read_choice,     [EVENT_TYPE_STATE] = read_choice,
    [EVENT_TYPE_END] = read_choice,      [EVENT_TYPE_STREAM] = read_choice,
};

// A key may be missing if it is optional, and the value of what was cancelled.
static bool may_lack(const struct place *at) {
    return at->key->optional ||
           (at->event->kind == EVENT_DONE && at->event->choice == STATE_CANCELLED &&
            at->key->type == EVENT_TYPE_VALUE);
}

static bool read_key(const struct place *at, const struct json_t *object) {
    const struct json_t *value = json_key(object, at->key->name);
    if (value == NULL || (json_is_nothing(value) && at->key->optional)) {
        return may_lack(at) || refuse(at, "is missing");
    }
    return read_types[at->key->type](at, value);
}

static const struct event_shape *find_shape(const char *name) {
    for (size_t i = 0; i < EVENT_KIND_COUNT; i++) {
        if (strcmp(event_shapes[i].name, name) == 0) {
            return &event_shapes[i];
        }
    }
    return NULL;
}

enum reader_event_result reader_event(struct reader_known *known, const struct json_t *object,
                                      struct event *event, char why[JSON_WHY_SIZE]) {
    static const struct event_key time_key = {"t", EVENT_TYPE_TIME, true, 0};
    const char *name = json_get_text(json_key(object, "ev"), NULL);
    if (name == NULL) {
        snprintf(why, JSON_WHY_SIZE, "it has no \"ev\" that says what happened");
        return READER_REFUSED;
    }
    const struct event_shape *shape = find_shape(name);
    if (shape == NULL) {
        return READER_SKIPPED;
    }
    *event = (struct event){.kind = (uint8_t)(shape - event_shapes)};
    struct place at = {known, shape->keys, event, shape->name, why};
    for (; at.key->name != NULL; at.key++) {
        if (!read_key(&at, object)) {
            return READER_REFUSED;
        }
    }
    at.key = &time_key;
    if (event->kind != EVENT_TICK && !read_key(&at, object)) {
        return READER_REFUSED;
    }
    return READER_EVENT;
}
