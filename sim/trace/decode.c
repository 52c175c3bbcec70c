#include "trace/decode.h"

#include "trace/sink.h"

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

unsigned decode_kind(uint64_t head) {
    return event_kinds[tape_head_kind(head)];
}

void decode_event(const uint64_t *word, struct event *event) {
    event->kind = event_kinds[tape_head_kind(*word)];
    event->id = tape_head_big(*word);
    decoders[event->kind](word, event);
}
