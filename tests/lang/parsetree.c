// Prints the syntax trees of files, or their mistakes; for development.
//
//     parsetree FILE…            one line a file
//     parsetree --time FILE…     nothing but how long parsing all of them took
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "lang/parser.h"

static void read_file(const char *path, struct buf *text) {
    FILE *file = fopen(path, "rb");
    char block[65536];
    if (file == NULL) {
        fprintf(stderr, "parsetree: cannot read %s\n", path);
        exit(2);
    }
    for (size_t size; (size = fread(block, 1, sizeof block, file)) > 0;) {
        buf_put(text, block, size);
    }
    fclose(file);
}

// Parses one file and returns the time that took; with [out], appends its tree or mistake.
static clock_t parse_file(const char *path, const struct buf *text, struct buf *out) {
    struct arena arena = {0};
    struct names *names = names_new();
    struct diag diag;
    struct node *module;
    struct parse_source source = {path, buf_text(text), text->length};
    clock_t start = clock();
    bool right = parse_program(&arena, names, &source, &module, NULL, &diag);
    clock_t took = clock() - start;
    if (out != NULL && right) {
        ast_dump(module, out);
    } else if (!right) {
        fprintf(stderr, "%s:%d:%d: %s\n", path, diag.line, diag.column, diag.message);
    }
    arena_free(&arena);
    names_free(names);
    return took;
}

int main(int count, char **arguments) {
    bool timed = count > 1 && strcmp(arguments[1], "--time") == 0;
    clock_t took = 0;
    size_t bytes = 0;
    for (int i = timed ? 2 : 1; i < count; i++) {
        struct buf text = {0}, tree = {0};
        read_file(arguments[i], &text);
        took += parse_file(arguments[i], &text, timed ? NULL : &tree);
        bytes += text.length;
        if (!timed) {
            puts(buf_text(&tree));
        }
        buf_free(&text);
        buf_free(&tree);
    }
    if (timed) {
        double seconds = (double)took / CLOCKS_PER_SEC;
        printf("%zu bytes in %.3f s: %.1f MB/s\n", bytes, seconds, (double)bytes / 1e6 / seconds);
    }
    return 0;
}
