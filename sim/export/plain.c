#include "export/plain.h"

#include <string.h>

#include "base/printable.h"
#include "trace/sentence.h"

#define FLUSH_AT 65536 // bytes

// How much detail asks for an event of this kind.
static enum trace_detail detail_of(unsigned kind) {
    switch (kind) {
    case EVENT_WAIT: // `back`, which follows, tells it again
        return DETAIL_COUNT;
    case EVENT_CALL:
    case EVENT_LINE:
    case EVENT_RETURN:
    case EVENT_RAISE:
        return DETAIL_LINES;
    case EVENT_SET:
        return DETAIL_VALUES;
    default:
        return DETAIL_SCHEDULE;
    }
}

// Appends a line, whose line feeds stand between sentences, as the options ask.
static void put_line(struct buf *out, const struct buf *line, const struct plain_options *options) {
    if (!options->ascii || options->tongue != TONGUE_EN) {
        buf_put(out, buf_text(line), line->length);
        return;
    }
    const char *text = buf_text(line);
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        printable_put_ascii(out, text, length);
        buf_putc(out, '\n');
        text += length + 1;
    }
}

static void put_title(struct buf *out, const struct trace_header *header,
                      const struct plain_options *options) {
    const char *format = options->tongue == TONGUE_ZH ? "%s：runtime %s，model %s，clock %s。"
                                                      : "%s, run by %s, model %s, clock %s.";
    const char *path = header->files.count > 0 ? header->files.items[0].path : "?";
    struct buf text = {0}, line = {0};
    buf_printf(&text, format, path, header->runtime, header->model, header->clock);
    printable_put(&line, buf_text(&text), text.length);
    buf_putc(&line, '\n');
    put_line(out, &line, options);
    buf_free(&text);
    buf_free(&line);
}

// Would telling this event only distract? Every sleep cancels its timer when it is over.
static bool is_idle(const struct event *event, const struct state *state) {
    struct state_handle handle;
    return event->kind == EVENT_DROP && state_handle(state, event->id, &handle) &&
           handle.life != HANDLE_DROPPED;
}

// Appends the sentences of one event, an empty line before each tick. Of an event that is not told,
// that time has passed before it is.
static void put_event(struct buf *out, const struct log *log, const struct event *event,
                      const struct state *state, const struct plain_options *options) {
    struct buf lines = {0};
    if (event->kind == EVENT_TICK) {
        buf_putc(out, '\n');
    }
    if (detail_of(event->kind) <= options->detail && !is_idle(event, state)) {
        sentence_put_lines(&lines, options->tongue, log, state);
    } else if (sentence_put_passed(&lines, options->tongue, log, state)) {
        buf_putc(&lines, '\n');
    }
    put_line(out, &lines, options);
    buf_free(&lines);
}

// Walks through the run and gives the text to [flush] in pieces, until that returns false.
static bool put_all(struct buf *out, const struct trace_header *header, struct replay *replay,
                    const struct plain_options *options, bool (*flush)(struct buf *, FILE *),
                    FILE *file) {
    const struct log *log = replay_log(replay);
    struct log_cursor cursor = log_from(log, 0);
    struct event event;
    put_title(out, header, options);
    while (log_next(&cursor, &event)) {
        if (event.has_time || detail_of(event.kind) <= options->detail) {
            put_event(out, log, &event, replay_seek(replay, cursor.next), options);
        }
        if (out->length >= FLUSH_AT && !flush(out, file)) {
            return false;
        }
    }
    return flush(out, file);
}

static bool keep(struct buf *out, FILE *file) {
    (void)out;
    (void)file;
    return true;
}

static bool write_out(struct buf *out, FILE *file) {
    bool is_written = fwrite(out->data, 1, out->length, file) == out->length;
    buf_clear(out);
    return is_written;
}

void plain_put(struct buf *out, const struct trace_header *header, struct replay *replay,
               const struct plain_options *options) {
    put_all(out, header, replay, options, keep, NULL);
}

bool plain_write(FILE *file, const struct trace_header *header, struct replay *replay,
                 const struct plain_options *options) {
    struct buf out = {0};
    bool is_written = put_all(&out, header, replay, options, write_out, file) && fflush(file) == 0;
    buf_free(&out);
    return is_written;
}
