#include "trace/sentence_words.h"

#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"

#define MILLISECOND 1000000
#define STUCK_MOST  5 // tasks that a deadlock names
#define FIRST_CJK   0x2E80

static const char *const texts[SENTENCE_ID_COUNT][TONGUE_COUNT] = {
#define SENTENCE(id, en, zh) [SENTENCE_##id] = {en, zh},
#include "trace/sentence.def"
};

void speaker_look(struct speaker *speaker) {
    struct event *event = &speaker->event;
    log_read(speaker->log, speaker->state->position - 1, event);
    bool about_handle = event->kind >= EVENT_READY && event->kind <= EVENT_BACK;
    bool about_task = event->kind >= EVENT_TASK && event->kind <= EVENT_RENAME;
    state_handle(speaker->state, about_handle ? event->id : 0, &speaker->handle);
    state_task(speaker->state, about_task ? event->id : speaker->handle.task, &speaker->task);
}

int64_t speaker_passed(const struct speaker *speaker) {
    uint64_t position = speaker->state->position;
    return speaker->state->time - state_time_at(speaker->state, position - 1);
}

int64_t speaker_delay(const struct speaker *speaker) {
    struct state_handle timer;
    if (!state_handle(speaker->state, speaker->task.timer, &timer)) {
        return 0;
    }
    int64_t delay = timer.when - state_time_at(speaker->state, timer.born);
    // On a real clock a little time passes between the call of sleep and the timer.
    int64_t rounded = (delay + MILLISECOND / 2) / MILLISECOND * MILLISECOND;
    return delay >= 10 * (int64_t)MILLISECOND ? rounded : delay;
}

enum sentence_id speaker_wait(const struct speaker *speaker) {
    struct state_task on;
    if (!state_task(speaker->state, speaker->task.on, &on)) {
        return SENTENCE_WAIT_YIELD;
    }
    if (speaker->task.life == LIFE_SLEEPING) {
        return SENTENCE_WAIT_SLEEP;
    }
    if (on.is_task) {
        return SENTENCE_WAIT_TASK;
    }
    bool is_gather = speaker_text_is(speaker, on.kind, "gather");
    return is_gather ? SENTENCE_WAIT_GATHER : SENTENCE_WAIT;
}

// The words: each appends what stands for one word in braces.

static void word_n(struct speaker *speaker) {
    buf_printf(speaker->out, "%" PRIu64, speaker->event.number);
}
static void word_id(struct speaker *speaker) {
    buf_printf(speaker->out, "%" PRIu32, speaker->task.id);
}
static void word_line(struct speaker *speaker) {
    buf_printf(speaker->out, "%" PRIu32, speaker->event.line);
}
static void word_count(struct speaker *speaker) {
    buf_printf(speaker->out, "%" PRIu64, speaker->count);
}
static void word_time(struct speaker *speaker) {
    sentence_put_time(speaker->out, speaker->state->time);
}
static void word_passed(struct speaker *speaker) {
    sentence_put_time(speaker->out, speaker_passed(speaker));
}
static void word_when(struct speaker *speaker) {
    sentence_put_time(speaker->out, speaker->handle.when);
}
static void word_late(struct speaker *speaker) {
    sentence_put_time(speaker->out, speaker->state->time - speaker->handle.when);
}
static void word_sleep(struct speaker *speaker) {
    buf_puts(speaker->out, "sleep(");
    speaker_put_seconds(speaker->out, speaker_delay(speaker), 0);
    buf_puts(speaker->out, ")");
}
static void word_wake(struct speaker *speaker) {
    struct state_handle timer;
    state_handle(speaker->state, speaker->task.timer, &timer);
    sentence_put_time(speaker->out, timer.when);
}
static void word_deadline(struct speaker *speaker) {
    uint32_t id = 0;
    struct state_handle timer;
    state_list(speaker->state, STATE_TIMERS, 0, &id, 1);
    state_handle(speaker->state, id, &timer);
    sentence_put_time(speaker->out, timer.when);
}
static void word_ready(struct speaker *speaker) {
    speaker->count = speaker->state->counts[STATE_READY];
    speaker_say(speaker, speaker->count == 0   ? SENTENCE_HANDLES_NONE
                         : speaker->count == 1 ? SENTENCE_HANDLES_ONE
                                               : SENTENCE_HANDLES);
}
static void word_task(struct speaker *speaker) {
    speaker_put_task(speaker, speaker->task.id != 0 ? speaker->task.id : speaker->event.id);
}
static void word_owner(struct speaker *speaker) {
    speaker_put_task(speaker, speaker->handle.task);
}
static void word_handle(struct speaker *speaker) {
    speaker_put_handle(speaker, speaker->event.id);
}
static void word_first(struct speaker *speaker) {
    speaker_put_handle(speaker, speaker->state->ready_first);
}
static void word_awaited(struct speaker *speaker) {
    speaker_put_task(speaker, speaker->task.awaited);
}
static void word_on(struct speaker *speaker) {
    speaker_put_task(speaker, speaker->task.on);
}
static void word_waits(struct speaker *speaker) {
    speaker_say(speaker, speaker_wait(speaker));
}
static void word_by(struct speaker *speaker) {
    speaker_put_task(speaker, speaker->event.other);
}
static void word_waiter(struct speaker *speaker) {
    speaker_put_task(speaker, speaker->waiter);
}
static void word_waited(struct speaker *speaker) {
    speaker_put_task(speaker, speaker->waited);
}
static void word_future(struct speaker *speaker) {
    speaker_put_task(speaker, speaker->event.id);
}
static void word_coro(struct speaker *speaker) {
    speaker_put_text(speaker, speaker->task.coro);
}
static void word_kind(struct speaker *speaker) {
    speaker_put_text(speaker, speaker->task.kind);
}
static void word_lib(struct speaker *speaker) {
    sentence_put_library(speaker->out, speaker->tongue, speaker->log, speaker->handle.lib);
}
static void word_name(struct speaker *speaker) {
    speaker_put_text(speaker,
                     speaker->event.kind == EVENT_SET ? speaker->event.name : speaker->handle.name);
}
static void word_func(struct speaker *speaker) {
    speaker_put_frame(speaker, speaker->event.id);
}
static void word_caller(struct speaker *speaker) {
    struct state_frame frame;
    state_frame(speaker->state, speaker->event.id, &frame);
    speaker_put_frame(speaker, frame.caller);
}
static void word_value(struct speaker *speaker) {
    speaker_put_value(speaker, (enum event_value)speaker->event.value_kind, speaker->event.value);
}
static void word_text(struct speaker *speaker) {
    speaker_put_value(speaker, EVENT_VALUE_TEXT, speaker->event.text);
}
static void word_running(struct speaker *speaker) {
    if (speaker->state->task != 0) {
        speaker_put_task(speaker, speaker->state->task);
    } else if (speaker->state->handle != 0) {
        speaker_put_handle(speaker, speaker->state->handle);
    } else {
        speaker_say(speaker, SENTENCE_MODULE);
    }
}

// Those who waited for what is done now.
static void word_waiters(struct speaker *speaker) {
    uint32_t waiters[2];
    size_t count = state_waiters(speaker->state, speaker->event.id, waiters, 2);
    if (count > 0) {
        speaker->waiter = waiters[0];
        speaker_say(speaker, count > 1 ? SENTENCE_WAITER_MORE : SENTENCE_WAITER_ONE);
    }
}

// Who waits for whom when nothing can go on.
static void word_stuck(struct speaker *speaker) {
    uint32_t tasks[STUCK_MOST];
    size_t count = state_list(speaker->state, STATE_WAITING, 0, tasks, STUCK_MOST);
    for (size_t i = 0; i < count; i++) {
        struct state_task task;
        state_task(speaker->state, tasks[i], &task);
        speaker->waiter = tasks[i];
        speaker->waited = task.on;
        speaker_say(speaker, i == 0 ? SENTENCE_STUCK_ONE : SENTENCE_STUCK_MORE);
    }
    speaker->count = speaker->state->counts[STATE_WAITING] - count;
    if (speaker->count > 0) {
        speaker_say(speaker, SENTENCE_STUCK_REST);
    }
}

static void word_cancels(struct speaker *speaker) {
    if (speaker->task.is_task) {
        speaker_say(speaker, SENTENCE_CANCELS);
    }
}

// What the loop does next. The next event tells whether this tick goes on.
static void word_next(struct speaker *speaker) {
    const struct state *state = speaker->state;
    struct event next;
    if (!log_read(speaker->log, state->position, &next) || next.kind == EVENT_END) {
        speaker_say(speaker, SENTENCE_NEXT_UNKNOWN);
    } else if (next.kind != EVENT_TICK && state->counts[STATE_READY] > 0) {
        speaker_say(speaker, SENTENCE_NEXT_HANDLE);
    } else if (state->counts[STATE_READY] > 0) {
        speaker_say(speaker, SENTENCE_NEXT_TICK);
    } else if (state->counts[STATE_TIMERS] > 0) {
        speaker_say(speaker, SENTENCE_NEXT_TIMER);
    } else {
        speaker_say(speaker, SENTENCE_NEXT_NOTHING);
    }
}

static const struct word {
    const char *name;
    void (*put)(struct speaker *speaker);
} words[] = {
#define WORD(name)                                                                                 \
    { #name, word_##name }
    WORD(n),       WORD(id),      WORD(line),   WORD(count),   WORD(time),     WORD(passed),
    WORD(when),    WORD(late),    WORD(sleep),  WORD(wake),    WORD(deadline), WORD(ready),
    WORD(task),    WORD(owner),   WORD(handle), WORD(first),   WORD(awaited),  WORD(on),
    WORD(by),      WORD(waiter),  WORD(waited), WORD(future),  WORD(coro),     WORD(kind),
    WORD(lib),     WORD(name),    WORD(func),   WORD(caller),  WORD(value),    WORD(text),
    WORD(running), WORD(waiters), WORD(stuck),  WORD(cancels), WORD(next),     WORD(waits),
#undef WORD
};

static void put_word(struct speaker *speaker, const char *name, size_t length) {
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i].name) == length && memcmp(words[i].name, name, length) == 0) {
            words[i].put(speaker);
            return;
        }
    }
}

static bool is_han(const char *text, size_t length) {
    uint32_t rune;
    utf8_decode(text, length, &rune);
    return rune >= FIRST_CJK && utf8_is_alpha(rune);
}

// Between Chinese and Latin letters or digits stands a space. Puts one at [at] where [out] has two
// such neighbours.
static void space_at(struct buf *out, size_t at) {
    if (at == 0 || at >= out->length) {
        return;
    }
    size_t before = at - 1;
    while (before > 0 && (out->data[before] & 0xC0) == 0x80) {
        before--;
    }
    bool han_left = is_han(out->data + before, at - before);
    bool han_right = is_han(out->data + at, out->length - at);
    unsigned char left = (unsigned char)out->data[at - 1], right = (unsigned char)out->data[at];
    if ((han_left && right > ' ' && right < 0x80) || (han_right && left > ' ' && left < 0x80)) {
        buf_putc(out, ' ');
        memmove(out->data + at + 1, out->data + at, out->length - 1 - at);
        out->data[at] = ' ';
    }
}

void speaker_break(struct speaker *speaker) {
    if (speaker->lines) {
        buf_putc(speaker->out, '\n');
    } else if (speaker->tongue == TONGUE_EN) {
        buf_putc(speaker->out, ' ');
    }
}

void speaker_say(struct speaker *speaker, enum sentence_id id) {
    const char *text = texts[id][speaker->tongue];
    while (*text != '\0') {
        size_t plain = strcspn(text, "{|"), before = speaker->out->length;
        buf_put(speaker->out, text, plain);
        space_at(speaker->out, before);
        text += plain;
        if (*text == '|') {
            speaker_break(speaker);
            text++;
        } else if (*text == '{') {
            size_t length = strcspn(++text, "}");
            before = speaker->out->length;
            put_word(speaker, text, length);
            space_at(speaker->out, before);
            text += length + 1;
        }
    }
}
