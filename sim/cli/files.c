#include "cli/files.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"

#define FILE_MOST ((size_t)64 << 20) // bytes of a program

FILE *files_open(const char *path, struct diag *diag) {
    struct stat status;
    FILE *file = fopen(path, "rb");
    if (file == NULL || fstat(fileno(file), &status) != 0) {
        diag_set(diag, DIAG_FILE, "%s: %s", path, strerror(errno));
    } else if (S_ISDIR(status.st_mode)) {
        diag_set(diag, DIAG_FILE, "%s: is a directory: give the name of a file", path);
    } else {
        return file;
    }
    if (file != NULL) {
        fclose(file);
    }
    return NULL;
}

char *files_read_rest(FILE *file, const char *path, size_t *length, struct diag *diag) {
    struct buf text = {0};
    char piece[65536];
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;) {
        buf_put(&text, piece, got);
        if (text.length > FILE_MOST) {
            buf_free(&text);
            diag_set(diag, DIAG_FILE, "%s: is larger than 64 MiB: that is no program", path);
            return NULL;
        }
    }
    if (ferror(file)) {
        buf_free(&text);
        diag_set(diag, DIAG_FILE, "%s: %s", path, strerror(errno));
        return NULL;
    }
    *length = text.length;
    buf_puts(&text, "");
    return buf_take(&text);
}

char *files_read(const char *path, size_t *length, struct diag *diag) {
    FILE *file = files_open(path, diag);
    if (file == NULL) {
        return NULL;
    }
    char *text = files_read_rest(file, path, length, diag);
    fclose(file);
    return text;
}

bool files_ends_in(const char *path, const char *end) {
    size_t length = strlen(path), wanted = strlen(end);
    return length > wanted && strcmp(path + length - wanted, end) == 0;
}

char *files_absolute(const char *path) {
    char directory[4096];
    struct buf text = {0};
    if (path[0] != '/' && getcwd(directory, sizeof directory) != NULL) {
        buf_printf(&text, "%s%s", directory, strcmp(directory, "/") == 0 ? "" : "/");
    }
    buf_puts(&text, path);
    return buf_take(&text);
}
