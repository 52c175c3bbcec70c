#include "base/buf.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"

static void reserve(struct buf *buf, size_t more) {
    size_t need = buf->length + more + 1;
    if (need <= buf->capacity) {
        return;
    }
    size_t capacity = buf->capacity < 64 ? 64 : buf->capacity * 2;
    buf->capacity = capacity < need ? need : capacity;
    buf->data = mem_resize(buf->data, buf->capacity, 1);
}

void buf_putc(struct buf *buf, char byte) {
    buf_put(buf, &byte, 1);
}

void buf_put(struct buf *buf, const void *bytes, size_t length) {
    reserve(buf, length);
    if (length != 0) {
        memcpy(buf->data + buf->length, bytes, length);
    }
    buf->length += length;
    buf->data[buf->length] = '\0';
}

void buf_puts(struct buf *buf, const char *text) {
    buf_put(buf, text, strlen(text));
}

void buf_fill(struct buf *buf, char byte, size_t count) {
    reserve(buf, count);
    memset(buf->data + buf->length, byte, count);
    buf->length += count;
    buf->data[buf->length] = '\0';
}

void buf_vprintf(struct buf *buf, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length > 0) {
        reserve(buf, (size_t)length);
        vsnprintf(buf->data + buf->length, (size_t)length + 1, format, again);
        buf->length += (size_t)length;
    }
    va_end(again);
}

void buf_printf(struct buf *buf, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    buf_vprintf(buf, format, arguments);
    va_end(arguments);
}

const char *buf_text(const struct buf *buf) {
    return buf->data == NULL ? "" : buf->data;
}

void buf_clear(struct buf *buf) {
    buf->length = 0;
    if (buf->data != NULL) {
        buf->data[0] = '\0';
    }
}

char *buf_take(struct buf *buf) {
    char *text = buf->data == NULL ? mem_copy_text("", 0) : buf->data;
    *buf = (struct buf){0};
    return text;
}

void buf_free(struct buf *buf) {
    mem_free(buf->data);
    *buf = (struct buf){0};
}
