// A growing run of bytes, always with a null byte after them once anything was put.
//
//     struct buf buf = {0};
//     buf_printf(&buf, "%d tasks", 3);
//     puts(buf_text(&buf));
//     buf_free(&buf);
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct buf {
    char *data;      // owned; NULL while nothing was put
    size_t length;   // bytes put
    size_t capacity; // bytes allocated
};

// Append: one byte; [length] bytes; a C string; printf-style text; [count] times [byte].
void buf_putc(struct buf *buf, char byte);
void buf_put(struct buf *buf, const void *bytes, size_t length);
void buf_puts(struct buf *buf, const char *text);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *buf, const char *format, va_list arguments);
void buf_fill(struct buf *buf, char byte, size_t count);

// Returns the text put so far, never NULL; valid until the next change.
const char *buf_text(const struct buf *buf);

// Empties it, keeping the memory for reuse.
void buf_clear(struct buf *buf);

// Hands the text over: the caller gives it back with mem_free; the buffer is then empty.
char *buf_take(struct buf *buf);

// Gives back the memory; the buffer is then empty and can be used again.
void buf_free(struct buf *buf);

#endif
