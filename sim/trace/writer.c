#include "trace/writer.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "trace/json.h"

#define FLUSH_AT 65536 // bytes

struct writer {
    FILE *file;
    const struct log *log;
    struct log_cursor cursor; // before the next event to be written
    struct buf lines;         // not yet in the file
    int error;                // errno of the first failure, 0: none
};

static void put_key(struct buf *out, const char *key) {
    buf_puts(out, ",\"");
    buf_puts(out, key);
    buf_puts(out, "\":");
}

static void put_text_key(struct buf *out, const char *key, const char *text, size_t length) {
    put_key(out, key);
    json_put_text(out, text, length);
}

void writer_put_header(struct buf *out, const struct trace_header *header) {
    const struct {
        const char *key, *text;
    } texts[] = {
        {"producer", header->producer}, {"runtime", header->runtime},
        {"model", header->model},       {"clock", header->clock},
        {"epoch", header->epoch},       {"detail", trace_detail_names[header->detail]},
    };
    buf_printf(out, "{\"format\":\"%s\",\"version\":%d", TRACE_FORMAT, TRACE_VERSION);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        put_text_key(out, texts[i].key, texts[i].text, strlen(texts[i].text));
    }
    put_key(out, "files");
    buf_putc(out, '[');
    for (size_t i = 0; i < header->files.count; i++) {
        const struct trace_file *file = &header->files.items[i];
        buf_puts(out, i == 0 ? "{\"path\":" : ",{\"path\":");
        json_put_text(out, file->path, strlen(file->path));
        put_text_key(out, "text", file->text, file->length);
        buf_putc(out, '}');
    }
    buf_puts(out, "]}\n");
}

static void put_number(struct buf *out, uint64_t number) {
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    buf_put(out, digits + at, sizeof digits - at);
}

static void put_text_field(struct buf *out, const struct log *log, uint32_t id) {
    char space[LOG_VALUE_SPACE];
    size_t length;
    const char *text = log_text(log, id, space, &length);
    json_put_text(out, text, length);
}

static void put_value(struct buf *out, const struct log *log, const struct event *event) {
    char space[LOG_VALUE_SPACE];
    size_t length;
    enum event_value kind = (enum event_value)event->value_kind;
    const char *text = log_value(log, kind, event->value, space, &length);
    json_put_text(out, text, length);
}

static void put_choice(struct buf *out, const char *name) {
    buf_putc(out, '"');
    buf_puts(out, name);
    buf_putc(out, '"');
}

static void put_field(struct buf *out, const struct log *log, const struct event *event,
                      const struct event_key *key) {
    const char *const *choices = event_choices(key->type);
    if (choices != NULL) {
        put_choice(out, choices[event->choice]);
    } else if (key->type == EVENT_TYPE_COUNT) {
        put_number(out, event->number);
    } else if (key->type == EVENT_TYPE_TIME) {
        json_put_seconds(out, event->kind == EVENT_TIMER ? event->when : event->time);
    } else if (key->type == EVENT_TYPE_TEXT) {
        put_text_field(out, log, event_field(event, key));
    } else if (key->type == EVENT_TYPE_VALUE) {
        put_value(out, log, event);
    } else if (key->type == EVENT_TYPE_TASK_OR_NULL && event_field(event, key) == 0) {
        buf_puts(out, "null");
    } else {
        put_number(out, event_field(event, key));
    }
}

void writer_put_event(struct buf *out, const struct log *log, const struct event *event) {
    const struct event_shape *shape = &event_shapes[event->kind];
    buf_puts(out, "{\"ev\":\"");
    buf_puts(out, shape->name);
    buf_putc(out, '"');
    for (const struct event_key *key = shape->keys; key->name != NULL; key++) {
        if (!key->optional || event_field(event, key) != 0) {
            put_key(out, key->name);
            put_field(out, log, event, key);
        }
    }
    if (event->has_time && event->kind != EVENT_TICK) {
        put_key(out, "t");
        json_put_seconds(out, event->time);
    }
    buf_puts(out, "}\n");
}

struct writer *writer_new(FILE *file, const struct trace_header *header, const struct log *log) {
    struct writer *writer = mem_zalloc(1, sizeof *writer);
    writer->file = file;
    writer->log = log;
    writer->cursor = log_from(log, 0);
    writer_put_header(&writer->lines, header);
    return writer;
}

static void flush(struct writer *writer) {
    struct buf *lines = &writer->lines;
    if (writer->error == 0 && fwrite(lines->data, 1, lines->length, writer->file) < lines->length) {
        writer->error = errno == 0 ? EIO : errno;
    }
    buf_clear(lines);
}

bool writer_more(struct writer *writer) {
    struct event event;
    while (writer->error == 0 && log_next(&writer->cursor, &event)) {
        writer_put_event(&writer->lines, writer->log, &event);
        if (writer->lines.length >= FLUSH_AT) {
            flush(writer);
        }
    }
    return writer->error == 0;
}

bool writer_close(struct writer *writer) {
    writer_more(writer);
    flush(writer);
    if (writer->error == 0 && fflush(writer->file) != 0) {
        writer->error = errno;
    }
    int error = writer->error;
    buf_free(&writer->lines);
    mem_free(writer);
    errno = error;
    return error == 0;
}
