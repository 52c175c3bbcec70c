#include "cli/syntax_error.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/printable.h"
#include "base/utf8.h"
#include "cli/files.h"

static const char *const names[] = {
    [DIAG_SYNTAX] = "SyntaxError",
    [DIAG_INDENTATION] = "IndentationError",
    [DIAG_TAB] = "TabError",
};

// The text of line [number], or NULL.
static char *line_of(const char *path, int number) {
    struct diag ignored;
    size_t length;
    char *text = files_read(path, &length, &ignored);
    if (text == NULL) {
        return NULL;
    }
    const char *at = text, *end = text + length;
    for (int line = 1; line < number && at < end; line++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline == NULL ? end : newline + 1;
    }
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    const char *stop = newline == NULL ? end : newline;
    stop -= newline != NULL && stop > at && stop[-1] == '\r';
    char *line = mem_copy_text(at, (size_t)(stop - at));
    mem_free(text);
    return line;
}

// Which characters of the line, counted from its beginning, are marked with ^.
struct mark {
    int from, to;
};

static struct mark mark_of(const struct diag *diag, const char *line) {
    int characters = (int)utf8_count(line, strlen(line));
    int from = diag->column, to = characters + 1;
    if (diag->end_line == diag->line || diag->end_line == 0) {
        to = diag->end_column > 0 ? diag->end_column : from;
    }
    from = from > characters + 1 ? characters + 1 : from;
    to = to > characters + 1 ? characters + 1 : to;
    return (struct mark){from - 1, (to > from ? to : from + 1) - 1};
}

// A block that is missing at the end of the file, where CPython's parser knows no place.
static bool is_placeless(const struct diag *diag, const char *line) {
    bool misses_block = strncmp(diag->message, "expected ", 9) == 0 && diag->end_column <= 0;
    return diag->column <= 0 ||
           (misses_block && diag->column > (int)utf8_count(line, strlen(line)));
}

// Tabs stay tabs, so that the mark stands below its place.
static void print_mark(const char *line, struct mark mark) {
    const char *end = line + strlen(line);
    fputs("    ", stderr);
    for (int i = 0; i < mark.from; i++) {
        uint32_t rune = ' ';
        line += line < end ? utf8_decode(line, (size_t)(end - line), &rune) : 0;
        fputc(rune == '\t' || rune == '\f' ? (int)rune : ' ', stderr);
    }
    for (int i = mark.from; i < mark.to; i++) {
        fputc('^', stderr);
    }
    fputc('\n', stderr);
}

// Quotes a stranger's text: nothing of it reaches the terminal raw but tabs.
static void print_safely(const char *text) {
    struct buf out = {0};
    for (const char *tab; (tab = strchr(text, '\t')) != NULL; text = tab + 1) {
        printable_put(&out, text, (size_t)(tab - text));
        buf_putc(&out, '\t');
    }
    printable_put(&out, text, strlen(text));
    fputs(buf_text(&out), stderr);
    buf_free(&out);
}

// The line without its indentation, which keeps its tabs, and the mark if it stands in the rest.
static void print_line(const struct diag *diag, const char *line) {
    int indent = (int)strspn(line, " \f");
    struct mark mark = mark_of(diag, line);
    fputs("    ", stderr);
    print_safely(line + indent);
    fputc('\n', stderr);
    if (!is_placeless(diag, line) && mark.from >= indent) {
        print_mark(line + indent, (struct mark){mark.from - indent, mark.to - indent});
    }
}

bool syntax_error_is(const struct diag *diag) {
    return diag->kind == DIAG_SYNTAX || diag->kind == DIAG_INDENTATION || diag->kind == DIAG_TAB;
}

void syntax_error_print(const struct diag *diag, const char *path) {
    if (diag->line > 0) {
        char *shown = files_absolute(path);
        char *line = line_of(path, diag->line);
        fputs("  File \"", stderr);
        print_safely(shown);
        fprintf(stderr, "\", line %d\n", diag->line);
        if (line != NULL) {
            print_line(diag, line);
        }
        mem_free(line);
        mem_free(shown);
    }
    fprintf(stderr, "%s: ", names[diag->kind]);
    print_safely(diag->message);
    fputc('\n', stderr);
}
