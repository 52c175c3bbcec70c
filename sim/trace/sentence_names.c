// Names of things in sentences: tasks, futures, callbacks, functions, values, times.
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/printable.h"
#include "base/utf8.h"
#include "trace/sentence_words.h"

#define NANOSECONDS  1000000000
#define VALUE_LENGTH 60 // characters of a value that a sentence on the screen shows

static const struct {
    const char *english, *chinese;
} library[] = {
#define LIBRARY(english, chinese) {english, chinese},
#include "trace/library.def"
};

void speaker_put_text(struct speaker *speaker, uint32_t id) {
    char space[LOG_VALUE_SPACE];
    size_t length;
    const char *text = log_text(speaker->log, id, space, &length);
    printable_put(speaker->out, text, length);
}

// Appends seconds with at least [least] decimals.
void speaker_put_seconds(struct buf *out, int64_t time, int least) {
    char decimals[16];
    uint64_t size = time < 0 ? 0 - (uint64_t)time : (uint64_t)time;
    int length = snprintf(decimals, sizeof decimals, "%09" PRIu64, size % NANOSECONDS);
    while (length > least && decimals[length - 1] == '0') {
        length--;
    }
    buf_printf(out, "%s%" PRIu64 "%s%.*s", time < 0 ? "-" : "", size / NANOSECONDS,
               length > 0 ? "." : "", length, decimals);
}

void sentence_put_time(struct buf *out, int64_t nanoseconds) {
    speaker_put_seconds(out, nanoseconds, 3);
}

bool speaker_text_is(const struct speaker *speaker, uint32_t id, const char *text) {
    char space[LOG_VALUE_SPACE];
    return strcmp(log_text(speaker->log, id, space, NULL), text) == 0;
}

// Appends how a task or future is called.
void speaker_put_task(struct speaker *speaker, uint32_t id) {
    struct speaker about = *speaker;
    state_task(speaker->state, id, &about.task);
    if (about.task.is_task) {
        speaker_put_text(speaker, about.task.name);
    } else if (speaker_text_is(speaker, about.task.kind, EVENT_KIND_SLEEP)) {
        speaker_say(&about, SENTENCE_KIND_SLEEP);
    } else if (speaker_text_is(speaker, about.task.kind, "gather")) {
        speaker_say(&about, SENTENCE_KIND_GATHER);
    } else if (about.task.kind == 0 || speaker_text_is(speaker, about.task.kind, "future")) {
        about.task.id = id;
        speaker_say(&about, SENTENCE_KIND_FUTURE);
    } else {
        speaker_say(&about, SENTENCE_KIND_OTHER);
    }
}

void speaker_put_handle(struct speaker *speaker, uint32_t id) {
    struct speaker about = *speaker;
    state_handle(speaker->state, id, &about.handle);
    if (about.handle.what != WHAT_CALL && about.handle.task != 0) {
        speaker_put_task(speaker, about.handle.task);
    } else if (about.handle.name != 0) {
        speaker_say(&about, SENTENCE_CALLBACK);
    } else if (about.handle.lib != 0) {
        speaker_say(&about, about.handle.task != 0 ? SENTENCE_LIBRARY_OF : SENTENCE_LIBRARY);
    } else {
        speaker_say(&about, SENTENCE_SOME_CALLBACK);
    }
}

// Appends how a frame is called: its function's name, but what that is for the module.
void speaker_put_frame(struct speaker *speaker, uint32_t id) {
    struct state_frame frame;
    state_frame(speaker->state, id, &frame);
    if (speaker_text_is(speaker, frame.func, "<module>")) {
        speaker_say(speaker, SENTENCE_MODULE);
    } else {
        speaker_put_text(speaker, frame.func);
    }
}

void speaker_put_value(struct speaker *speaker, enum event_value kind, uint64_t value) {
    char space[LOG_VALUE_SPACE];
    size_t length;
    const char *text = log_value(speaker->log, kind, value, space, &length);
    size_t shown = speaker->lines ? length : utf8_offset(text, length, VALUE_LENGTH);
    printable_put(speaker->out, text, shown);
    buf_puts(speaker->out, shown < length ? "..." : "");
}

void sentence_put_library(struct buf *out, enum tongue tongue, const struct log *log,
                          uint32_t lib) {
    struct speaker speaker = {.out = out, .tongue = tongue, .log = log};
    for (size_t i = 0; tongue == TONGUE_ZH && i < sizeof library / sizeof *library; i++) {
        if (speaker_text_is(&speaker, lib, library[i].english)) {
            buf_puts(out, library[i].chinese);
            return;
        }
    }
    speaker_put_text(&speaker, lib);
}

void sentence_put_task(struct buf *out, enum tongue tongue, const struct log *log,
                       const struct state *state, uint32_t id) {
    struct speaker speaker = {.out = out, .tongue = tongue, .log = log, .state = state};
    speaker_put_task(&speaker, id);
}

void sentence_put_handle(struct buf *out, enum tongue tongue, const struct log *log,
                         const struct state *state, uint32_t id) {
    struct speaker speaker = {.out = out, .tongue = tongue, .log = log, .state = state};
    speaker_put_handle(&speaker, id);
}
