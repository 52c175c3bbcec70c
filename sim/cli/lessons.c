#include "cli/lessons.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "cli/files.h"

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

// The lessons installed with this program, wherever that was: ../share/loopscope/lessons from it.
static char *beside_program(void) {
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0) {
        return NULL;
    }
    path[length] = '\0';
    *strrchr(path, '/') = '\0';
    struct buf folder = {0};
    buf_printf(&folder, "%s/../share/loopscope/lessons", path);
    return buf_take(&folder);
}

// Where the lessons are, owned by the caller: LOOPSCOPE_LESSONS, where they were installed, or
// beside the sources.
static char *find_folder(void) {
    const char *given = getenv("LOOPSCOPE_LESSONS");
    if (given != NULL && *given != '\0') {
        return mem_copy_text(given, strlen(given));
    }
    char *beside = beside_program();
    if (beside != NULL && is_folder(beside)) {
        return beside;
    }
    mem_free(beside);
    const char *known =
        is_folder(LOOPSCOPE_LESSONS_BUILT) ? LOOPSCOPE_LESSONS_BUILT : LOOPSCOPE_LESSONS_INSTALLED;
    return mem_copy_text(known, strlen(known));
}

static char *join(const char *folder_name, const char *name, const char *file) {
    struct buf path = {0};
    buf_printf(&path, "%s/%s/%s", folder_name, name, file);
    return buf_take(&path);
}

static bool is_lesson(const char *name) {
    return name[0] >= '0' && name[0] <= '9' && name[1] >= '0' && name[1] <= '9' && name[2] == '-';
}

static bool read_notes(struct notes *notes, const char *in, const char *name, const char *file,
                       struct diag *diag) {
    char *path = join(in, name, file);
    size_t length;
    char *text = files_read(path, &length, diag);
    bool read = text != NULL && notes_read(notes, text, length, diag);
    mem_free(text);
    mem_free(path);
    return read;
}

static bool read_lesson(struct lesson *lesson, const char *in, const char *name,
                        struct diag *diag) {
    lesson->name = mem_copy_text(name, strlen(name));
    lesson->program = join(in, name, "program.py");
    return read_notes(&lesson->notes[0], in, name, "en.md", diag) &&
           read_notes(&lesson->notes[1], in, name, "zh.md", diag);
}

static int by_name(const void *a, const void *b) {
    return strcmp(((const struct lesson *)a)->name, ((const struct lesson *)b)->name);
}

// Reads every lesson of an open folder, called [in].
static bool read_all(struct lessons *lessons, DIR *directory, const char *in, struct diag *diag) {
    bool read = true;
    for (struct dirent *entry; read && (entry = readdir(directory)) != NULL;) {
        if (is_lesson(entry->d_name)) {
            struct lesson *lesson = vec_push(lessons);
            *lesson = (struct lesson){0};
            read = read_lesson(lesson, in, entry->d_name, diag);
        }
    }
    if (read && lessons->count == 0) {
        diag_set(diag, DIAG_FILE,
                 "%s: there is no lesson here: set LOOPSCOPE_LESSONS to the lessons' folder", in);
    }
    return read && lessons->count > 0;
}

bool lessons_read(struct lessons *lessons, struct diag *diag) {
    char *in = find_folder();
    DIR *directory = opendir(in);
    bool read = false;
    *lessons = (struct lessons){0};
    if (directory == NULL) {
        diag_set(diag, DIAG_FILE,
                 "%s: the lessons are not there (%s): set LOOPSCOPE_LESSONS to their folder", in,
                 strerror(errno));
    } else {
        read = read_all(lessons, directory, in, diag);
        closedir(directory);
    }
    if (read) {
        qsort(lessons->items, lessons->count, sizeof *lessons->items, by_name);
    }
    mem_free(in);
    return read;
}

void lessons_free(struct lessons *lessons) {
    for (size_t i = 0; i < lessons->count; i++) {
        mem_free(lessons->items[i].name);
        mem_free(lessons->items[i].program);
        notes_free(&lessons->items[i].notes[0]);
        notes_free(&lessons->items[i].notes[1]);
    }
    vec_free(lessons);
}

const struct lesson *lessons_find(const struct lessons *lessons, const char *name) {
    for (size_t i = 0; i < lessons->count; i++) {
        const struct lesson *lesson = &lessons->items[i];
        char *end;
        long number = strtol(name, &end, 10);
        bool by_number = end != name && *end == '\0' && number == strtol(lesson->name, NULL, 10);
        if (by_number || strcmp(lesson->name, name) == 0 || strcmp(lesson->name + 3, name) == 0) {
            return lesson;
        }
    }
    return NULL;
}
