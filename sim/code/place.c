#include "code/place.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"

struct place place_of(const struct node *node) {
    return (struct place){node->line, node->column, node->end_line, node->end_column, node};
}

struct place place_nowhere(void) {
    return (struct place){0};
}

// Python ends a line at \n, \r\n and \r. A byte order mark is no part of the first line.
static void find_lines(struct place_text *source) {
    bool marked = source->length >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0;
    *vec_push(&source->lines) = marked ? 3 : 0;
    for (size_t i = 0; i < source->length; i++) {
        char byte = source->text[i];
        bool pair = byte == '\r' && i + 1 < source->length && source->text[i + 1] == '\n';
        if (byte == '\n' || (byte == '\r' && !pair)) {
            *vec_push(&source->lines) = (uint32_t)(i + 1);
        }
    }
}

size_t place_offset(struct place_text *source, int line, int column) {
    if (source->lines.count == 0) {
        find_lines(source);
    }
    if (line < 1 || (size_t)line > source->lines.count) {
        return source->length;
    }
    size_t offset = source->lines.items[line - 1] + (size_t)column;
    return offset < source->length ? offset : source->length;
}

// Turns a byte column into a 1-based column of characters.
static int character_column(struct place_text *source, int line, int column) {
    size_t start = place_offset(source, line, 0);
    size_t end = place_offset(source, line, column);
    return (int)utf8_count(source->text + start, end - start) + 1;
}

void place_report(struct place_text *source, struct diag *diag, enum diag_kind kind,
                  struct place place, const char *format, va_list arguments) {
    if (diag->kind != DIAG_NONE) {
        return;
    }
    diag->kind = kind;
    vsnprintf(diag->message, sizeof diag->message, format, arguments);
    diag->line = place.line;
    diag->end_line = place.end_line;
    if (place.line > 0) {
        diag->column = character_column(source, place.line, place.column);
        diag->end_column = character_column(source, place.end_line, place.end_column);
    }
}

static void report(struct place_text *source, struct diag *diag, enum diag_kind kind,
                   struct place place, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    place_report(source, diag, kind, place, format, arguments);
    va_end(arguments);
}

void place_report_depth(struct place_text *source, struct diag *diag, const struct node *node) {
    report(source, diag, DIAG_REFUSED, place_of(node),
           "too many nested expressions: keep parts of it in variables");
}

void place_free(struct place_text *source) {
    vec_free(&source->lines);
}
