// Bytes come from the host a line at a time and wait in stream->waiting until somebody takes them,
// whole characters only.
#include "vm/stream_read.h"

#include <string.h>

#include "base/utf8.h"
#include "vm/encoding.h"
#include "vm/index.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/stream.h"

static struct stream *stream_of(struct value v) {
    return (struct stream *)value_to_object(v);
}

static bool check_readable(struct vm *vm, const struct stream *stream) {
    if (stream->number != 0) {
        raise_error(vm, EXCEPTION_OSError, "not readable");
    }
    return stream->number == 0;
}

// Fetches one more line, or a piece of a long one; false at the end.
static bool fetch(struct vm *vm, struct stream *stream) {
    const struct vm_host *host = &vm->options.host;
    size_t before = stream->waiting.length;
    if (host->read == NULL || before > vm->options.memory_limit) {
        return false; // too much: take() will say that there is no room
    }
    return host->read(host->self, &stream->waiting) || stream->waiting.length > before;
}

// Takes the first [length] bytes of what waits.
static struct value take(struct vm *vm, struct stream *stream, size_t length) {
    static const struct encoding how = {ENCODING_UTF8, "utf-8", "strict"};
    struct buf *waiting = &stream->waiting;
    struct value bytes = bytes_new(vm, buf_text(waiting), length);
    if (value_is_error(bytes)) {
        return bytes;
    }
    struct bytes_span span = {bytes_of(bytes)->data, length};
    struct value text = encoding_decode(vm, &how, bytes, span);
    value_drop(vm, bytes);
    waiting->length -= length;
    if (length > 0) {
        memmove(waiting->data, waiting->data + length, waiting->length + 1);
    }
    return text;
}

// The bytes that the first [count] characters take.
static size_t measure(const struct buf *waiting, int64_t count) {
    size_t at = 0;
    for (uint32_t rune; count > 0 && at < waiting->length; count--) {
        at += utf8_decode(waiting->data + at, waiting->length - at, &rune);
    }
    return at;
}

// Reads the one argument that may be left out or None: how many characters at the most.
static bool read_size(struct vm *vm, const struct call *call, const char *name, int64_t *size) {
    struct value given = VALUE_NONE;
    *size = -1;
    return native_args(vm, call, name, "|o", &given) &&
           (value_is_none(given) || index_size(vm, given, size));
}

struct value stream_read(struct vm *vm, struct value self, const struct call *call) {
    struct stream *stream = stream_of(self);
    int64_t size;
    if (!read_size(vm, call, "read", &size) || !check_readable(vm, stream)) {
        return VALUE_ERROR;
    }
    while ((size < 0 ||
            (int64_t)utf8_count(buf_text(&stream->waiting), stream->waiting.length) < size) &&
           fetch(vm, stream)) {
    }
    size_t whole = stream->waiting.length;
    return take(vm, stream, size < 0 ? whole : measure(&stream->waiting, size));
}

// The next line, at most [size] characters of it; empty at the end.
static struct value read_line(struct vm *vm, struct stream *stream, int64_t size) {
    struct buf *waiting = &stream->waiting;
    const char *newline = memchr(buf_text(waiting), '\n', waiting->length);
    while (newline == NULL && fetch(vm, stream)) {
        newline = memchr(buf_text(waiting), '\n', waiting->length);
    }
    size_t line = newline == NULL ? waiting->length : (size_t)(newline + 1 - waiting->data);
    size_t most = size < 0 ? line : measure(waiting, size);
    return take(vm, stream, most < line ? most : line);
}

struct value stream_readline(struct vm *vm, struct value self, const struct call *call) {
    int64_t size;
    if (!read_size(vm, call, "readline", &size) || !check_readable(vm, stream_of(self))) {
        return VALUE_ERROR;
    }
    return read_line(vm, stream_of(self), size);
}

struct value stream_next(struct vm *vm, struct value self) {
    if (!check_readable(vm, stream_of(self))) {
        return VALUE_ERROR;
    }
    struct value line = read_line(vm, stream_of(self), -1);
    if (!value_is_error(line) && str_of(line)->length == 0) {
        value_drop(vm, line);
        return VALUE_ABSENT;
    }
    return line;
}

struct value stream_readlines(struct vm *vm, struct value self, const struct call *call) {
    int64_t size; // a hint, which this does without
    if (!read_size(vm, call, "readlines", &size) || !check_readable(vm, stream_of(self))) {
        return VALUE_ERROR;
    }
    struct value lines = list_new(vm, NULL, 0);
    while (!value_is_error(lines)) {
        struct value line = stream_next(vm, self);
        if (value_is_absent(line)) {
            break;
        }
        if (value_is_error(line) || !list_append(vm, list_of(lines), line)) {
            value_drop(vm, lines);
            lines = VALUE_ERROR;
        }
        value_drop(vm, line);
    }
    return lines;
}
